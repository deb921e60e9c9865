"""Nominations, nominees in the order of strokes, and formal candidates with their introductions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from district.area_plans import COUNTY, Plan
from district.biographies import BESIDES, COLLEGE, LIVES, SHARED_POSTS, UNIVERSITY, Life
from district.chance import Chance
from district.delimitation import Run
from district.names import Names, by_strokes
from district.places import COMMUNITY, Locality
from district.yaml import Record, Row
from huanjie.law.pack import legal_rules

LENGTH = range(40, 71)  # of an introduction, so that nobody has more room than another
PARTIES = ("中共党员", "中共党员", "中共党员", "群众", "群众", "群众", "民盟盟员", "九三学社社员")
LARGE_PARTY_OR_NONE = PARTIES[:6]
NATIONALITIES = ("回族", "满族", "藏族")
BORN, LAST_BEGINNING, LAST_YEAR = (1963, 1996), 2019, 2025
FIRST_LATER, FIRST_RECENT = 2011, 2014
NOMINATORS = (12, 40)  # how many voters sign together


@dataclass
class Stand:
    """The nominations, nominees and formal candidates of a constituency."""

    nominations: list[Row]
    nominees: list[str]
    candidates: list[Record] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The formal candidates, in the order of the ballot."""
        return [str(candidate["name"]) for candidate in self.candidates]


def stand(plan: Plan, run: Run, names: Names, chance: Chance) -> Stand:
    """Nominate in a constituency, and choose the formal candidates: all nominees, where the law allows as many."""
    put_forward, standing = plan.field_size.get((run.level, run.number)) or _field_size(run.seats, chance)
    people = dict(names.next() for _ in range(put_forward))
    nominees = sorted(people, key=by_strokes)
    chosen = sorted(chance.shuffled(nominees)[:standing], key=by_strokes)
    introductions = _Introductions(run, names.posts, chance)
    candidates = [introductions.candidate(name, people[name]) for name in chosen]
    return Stand(_nominations(plan, run, chance.shuffled(nominees), chance), nominees, candidates)


def _field_size(seats: int, chance: Chance) -> tuple[int, int]:
    fewest, most = legal_rules()["candidate-ratio"].params["all"]["table"][str(seats)]
    put_forward = chance.between(fewest, most + 2)
    return put_forward, put_forward if put_forward <= most else chance.between(fewest, most)


def _nominations(plan: Plan, run: Run, people: Sequence[str], chance: Chance) -> list[Row]:
    """Parties and organisations put forward some, voters together the others; nobody more than there are seats."""
    first = chance.between(1, run.seats)
    by, who = chance.pick(_organisations(plan, run.level))
    others = people[first:]
    fewest = -(-len(others) // run.seats)
    times = min(max(fewest, chance.between(1, 3)), len(others))
    return [
        Row({"by": by, "who": who, "names": list(people[:first])}),
        *(
            Row({"by": "选民联名", "voters": chance.between(*NOMINATORS), "names": list(others[place::times])})
            for place in range(times)
        ),
    ]


def _organisations(plan: Plan, level: str) -> tuple[tuple[str, str], ...]:
    if level == COUNTY:
        return (
            ("政党", "中共示例区委"),
            ("政党和人民团体联合", "中共示例区委、区总工会、区妇联"),
            ("政党和人民团体联合", "中共示例区委、共青团示例区委"),
        )
    committee = f"中共{plan.title}委员会"
    return ("政党", committee), ("政党和人民团体联合", f"{committee}、{plan.title}妇联")


class _Introductions:
    """Writes the introductions of a constituency's candidates; no two share a life or a sentence."""

    def __init__(self, run: Run, posts: set[str], chance: Chance) -> None:
        self._chance, self._posts = chance, posts
        self._homes = list({part.locality.name: part.locality for part in run.parts}.values())
        self._lives = {sort: chance.shuffled(lives) for sort, lives in LIVES.items()}
        self._besides = {sort: chance.shuffled(besides) for sort, besides in BESIDES.items()}

    def candidate(self, name: str, sex: str) -> Record:
        home = self._chance.pick(self._homes)
        after_home, schooling, first = self._life(home)
        born = self._chance.between(*BORN)
        return {
            "name": name,
            "sex": sex,
            "nationality": self._chance.pick(NATIONALITIES) if self._chance.happens(0.04) else "汉族",
            "born": born,
            "education": schooling,
            "party": self._party(home, after_home, schooling),
            "post": f"{home.name}{after_home}",
            "introduction": self._introduction(home, born, first),
        }

    def _life(self, home: Locality) -> Life:
        """Take the next life; a village has only one secretary, at whichever level the constituency is."""
        lives = self._lives[home.sort]
        free = (life for life in reversed(lives) if f"{home.name}{life[0]}" not in self._posts)
        life = next(free)
        lives.remove(life)
        if not life[0].startswith(SHARED_POSTS):
            self._posts.add(f"{home.name}{life[0]}")
        return life

    def _party(self, home: Locality, after_home: str, schooling: str) -> str:
        if "书记" in after_home:
            return PARTIES[0]
        small_ones_too = home.sort == COMMUNITY and schooling in (COLLEGE, UNIVERSITY)
        return self._chance.pick(PARTIES if small_ones_too else LARGE_PARTY_OR_NONE)

    def _introduction(self, home: Locality, born: int, first: str) -> str:
        """Write two sentences; the second is the next that makes them about as long as other introductions."""
        began = min(born + self._chance.between(20, 33), LAST_BEGINNING)
        later = self._chance.between(max(began + 2, FIRST_LATER), LAST_YEAR)
        recent = min(max(began, FIRST_RECENT), later)
        besides = self._besides[home.sort]
        for sentence in reversed(besides):
            text = self._filled(first + sentence, home=home.name, began=began, later=later, recent=recent)
            if len(text) in LENGTH:
                besides.remove(sentence)
                return text
        raise ValueError(first)

    def _filled(self, text: str, **known: str | int) -> str:
        def number(gap: re.Match[str]) -> str:
            return f" {self._chance.between(int(gap[1]), int(gap[2]))} "

        filled = re.sub(r"<(\d+)-(\d+)>", number, text.format_map(known))
        return re.sub(r" ?([，。、]) ?", r"\1", filled)
