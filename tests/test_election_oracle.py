"""Three hundred made-up votes against an oracle written from the articles, not from our code; then each broken once.

Article 44 of 2015, 45 of 2020: more than half of all voters take part, more than half of those who took part elect,
the most votes first; equal votes for the last seat are voted on again; a rerun takes the most votes and a third of the
ballots.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil

import pytest

from huanjie.checking import check
from huanjie.election.outcome import Outcome, State
from huanjie.election.votes import votes
from huanjie.findings import NOTICE
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.election import Election
from tests.conftest import Write
from tests.towns import constituency, town

TODAY = date(2026, 11, 24)
NAMES = "甲乙丙丁戊己庚辛"
MANY = 300
SAME_NAMES = {"C225", "C246"}  # the people are called alike everywhere


@dataclass(frozen=True)
class Ballots:
    """One vote: figures, votes by name, who is marked elected."""

    participants: int
    returned: int
    valid: int
    votes: dict[str, int]
    marked: tuple[str, ...] = ()
    more: dict[str, str] = field(default_factory=dict)

    @property
    def yaml(self) -> str:
        rows = [
            f"{{name: {name}, votes: {count}{', elected: yes' if name in self.marked else ''}}}"
            for name, count in self.votes.items()
        ]
        figures = {"participants": self.participants, "issued": self.participants, "returned": self.returned}
        figures |= {"valid": self.valid, "invalid": self.returned - self.valid}
        lines = [f"{name}: {value}" for name, value in {**figures, **self.more}.items()]
        return f"{{{', '.join(lines)}, tallies: [{', '.join(rows)}]}}"


@dataclass(frozen=True)
class Made:
    """A constituency: its voters and seats, the first vote, and what followed."""

    voters: int
    seats: int
    first: Ballots
    rerun: Ballots | None = None
    rerun_seats: int = 0

    def lines(self) -> dict[str, str]:
        candidates = f"[{', '.join(self.first.votes)}]"
        lines = {
            "seats": str(self.seats),
            "voters": str(self.voters),
            "candidates": candidates,
            "vote": self.first.yaml,
        }
        return lines | ({"reruns": f"[{self.rerun.yaml}]"} if self.rerun else {})


# ---- The oracle ----


def void(made: Made, ballots: Ballots) -> bool:
    return ballots.participants <= made.voters / 2 or ballots.returned > ballots.participants


def elected(ballots: Ballots, seats: int, *, needed: float) -> tuple[set[str], set[str]]:
    """Who is elected with that many votes at least, and whose equal votes leave the last seat open."""
    passed = sorted((name for name, count in ballots.votes.items() if count >= needed), key=lambda n: -ballots.votes[n])
    if len(passed) <= seats:
        return set(passed), set()
    last = ballots.votes[passed[seats - 1]]
    if ballots.votes[passed[seats]] != last:
        return set(passed[:seats]), set()
    return ({name for name in passed if ballots.votes[name] > last}, {n for n in passed if ballots.votes[n] == last})


def whole(ballots: Ballots, seats: int) -> tuple[set[str], set[str]]:
    return elected(ballots, seats, needed=(ballots.participants + 1) / 2)


# ---- The generator ----


def counted(dice: random.Random, names: str, voters: int, seats: int, *, enough: bool = True) -> Ballots:
    half = voters // 2
    participants = dice.randint(half + 1, voters) if enough else dice.randint(1, max(1, half))
    returned = participants - dice.randint(0, min(3, participants - 1))
    valid = returned - dice.randint(0, min(4, returned - 1))
    shares = {name: dice.choice([0.1, 0.3, 0.45, 0.5, 0.52, 0.6, 0.8]) * dice.choice([1, 1, 0.99]) for name in names}
    total = sum(shares.values())
    scale = min(1.0, seats / total)
    return Ballots(participants, returned, valid, {name: int(valid * share * scale) for name, share in shares.items()})


def make(dice: random.Random) -> Made:
    voters, seats = dice.choice([21, 100, 101, 999, 1000, 3120]), dice.randint(1, 3)
    names = NAMES[: dice.randint(ceil(4 * seats / 3) if seats > 1 else 2, 2 * seats)]
    first = counted(dice, names, voters, seats, enough=dice.random() < 0.85)
    made = Made(voters, seats, first)
    if void(made, first):
        return follow(dice, made, names, seats)
    chosen, tied = whole(first, seats)
    made = replace(made, first=replace(first, marked=tuple(chosen)))
    if tied:
        return follow(dice, made, "".join(tied), seats - len(chosen))
    missing = seats - len(chosen)
    left = sorted((name for name in names if name not in chosen), key=lambda name: -first.votes[name])
    least = 2 if missing == 1 else ceil(4 * missing / 3)
    return follow(dice, made, "".join(left[:least]), missing) if missing and len(left) >= least else made


def follow(dice: random.Random, made: Made, names: str, seats: int) -> Made:
    """Hold the vote that has to follow, by what the first came to."""
    ballots = counted(dice, names, made.voters, seats)
    if void(made, made.first):
        chosen, _ = whole(ballots, seats)
    else:
        tie = bool(whole(made.first, made.seats)[1])
        chosen, _ = elected(ballots, seats, needed=0 if tie else ballots.returned / 3)
    more = {
        "day": "2016-07-05",
        "seats": str(seats),
        "candidates": f"[{', '.join(names)}]",
        "result_list": "2016-07-06",
    }
    return replace(made, rerun=replace(ballots, marked=tuple(chosen), more=more), rerun_seats=seats)


ELECTIONS = [make(random.Random(seed)) for seed in range(MANY)]  # noqa: S311  # the same dice everywhere


def report_of(folder: Write, several: list[Made]) -> dict[int, set[str]]:
    """What is found of each constituency, without notices, by its number."""
    areas = [town(constituency(number, **made.lines()), name=f"t{number}") for number, made in enumerate(several, 1)]
    report = check(folder({path: text for area in areas for path, text in area.items()}), TODAY)
    found: dict[int, set[str]] = {number: set() for number in range(1, len(several) + 1)}
    for finding in report.findings:
        if finding.severity != NOTICE and finding.id not in SAME_NAMES:
            found[int(finding.at.file.split("/t")[1].split(".")[0])].add(finding.id)
    return found


def test_what_each_vote_came_to_agrees_with_the_oracle(folder: Write) -> None:
    areas = [town(constituency(number, **made.lines()), name=f"t{number:03}") for number, made in enumerate(ELECTIONS)]
    records = check(folder({path: text for area in areas for path, text in area.items()}), TODAY).records
    statute = Statute.of(records.one(Election), TODAY)
    for area in records.of(Area):
        made = ELECTIONS[int(area.slug[1:])]
        first, *later = votes(records, statute, area.constituencies[0])
        came_to = Outcome(first)
        assert bool(came_to.void) == void(made, made.first), area.slug
        chosen, tied = (set(), set()) if came_to.void else whole(made.first, made.seats)
        assert {str(tally.name) for tally in came_to.by_sums or ()} == chosen, area.slug
        assert {str(tally.name) for tally in came_to.tied} == tied, area.slug
        expected = State.VOID if came_to.void else State.TIED if tied else State.SHORT
        assert came_to.state is (State.COMPLETE if len(chosen) == made.seats else expected), area.slug
        assert [poll.kind.slug for poll in later] == (
            [{State.VOID: "repeat", State.TIED: "second", State.SHORT: "rerun"}[expected]] if made.rerun else []
        )
        if made.rerun and not Outcome(later[0]).disputed and not Outcome(later[0]).tied:
            assert {str(tally.name) for tally in Outcome(later[0]).by_sums or ()} == set(made.rerun.marked), area.slug


def test_no_lawful_vote_gives_an_alarm(folder: Write) -> None:
    assert {number: ids for number, ids in report_of(folder, ELECTIONS).items() if ids} == {}


# ---- Each broken once ----

Broken = Callable[[Made], Made | None]


def first(made: Made, **changed: object) -> Made:
    return replace(made, first=replace(made.first, **changed))  # type: ignore[arg-type]  # fields by their names


def rerun(made: Made, **changed: object) -> Made | None:
    return replace(made, rerun=replace(made.rerun, **changed)) if made.rerun else None  # type: ignore[arg-type]


def valid_first(made: Made) -> bool:
    return not void(made, made.first)


def too_many_ballots(made: Made) -> Made | None:
    return first(made, returned=made.first.participants + 1) if valid_first(made) else None


def marked_in_a_void_vote(made: Made) -> Made | None:
    few = made.first.participants <= made.voters / 2
    return first(made, marked=tuple(made.first.votes)[:1]) if few else None


def marked_without_majority(made: Made) -> Made | None:
    later = made.rerun.marked if made.rerun else ()
    weak = [
        name for name, count in made.first.votes.items() if 2 * count <= made.first.participants and name not in later
    ]
    fits = valid_first(made) and weak
    return first(made, marked=(*made.first.marked, weak[0])) if fits else None


def passed_over(made: Made) -> Made | None:
    strong = sorted(made.first.marked, key=lambda name: -made.first.votes[name])
    others = [name for name, count in made.first.votes.items() if name not in strong]
    fits = valid_first(made) and strong and others and made.first.votes[strong[0]] > made.first.votes[others[0]]
    return first(made, marked=(*strong[1:], others[0])) if fits and len(strong) == made.seats else None


def not_marked(made: Made) -> Made | None:
    fits = valid_first(made) and made.first.marked and not made.rerun
    return first(made, marked=made.first.marked[1:]) if fits else None


def more_votes_than_ballots(made: Made) -> Made | None:
    name = next(iter(made.first.votes))
    return first(made, votes={**made.first.votes, name: made.first.valid + 1}) if not made.rerun else None


def more_people_than_voters(made: Made) -> Made | None:
    return replace(made, voters=made.first.participants - 1) if valid_first(made) and not made.rerun else None


def seats_not_open(made: Made) -> Made | None:
    more = made.rerun.more if made.rerun else {}
    return rerun(made, more={**more, "seats": str(made.rerun_seats + 1)})


def before_the_first(made: Made) -> Made | None:
    return rerun(made, more={**(made.rerun.more if made.rerun else {}), "day": "2016-06-20"})


def weaker_in_the_rerun(made: Made) -> Made | None:
    if not made.rerun or void(made, made.first) or not made.rerun.marked:
        return None
    weak = [name for name in made.rerun.votes if made.rerun.votes[name] < made.rerun.votes[made.rerun.marked[0]]]
    return rerun(made, marked=(*made.rerun.marked[1:], weak[0])) if weak else None


BREAKS: list[tuple[Broken, set[str]]] = [
    (too_many_ballots, {"C230"}),
    (marked_in_a_void_vote, {"C232"}),
    (marked_without_majority, {"C233"}),
    (passed_over, {"C233", "C234"}),
    (not_marked, {"C267"}),
    (more_votes_than_ballots, {"C264"}),
    (more_people_than_voters, {"C239"}),
    (seats_not_open, {"C262"}),
    (before_the_first, {"C263"}),
    (weaker_in_the_rerun, {"C259", "C241"}),
]


@pytest.mark.parametrize(("broken", "expected"), BREAKS, ids=[broken.__name__ for broken, _ in BREAKS])
def test_whatever_is_broken_is_found(folder: Write, broken: Broken, expected: set[str]) -> None:
    several = [made for one in ELECTIONS if (made := broken(one))]
    assert len(several) > 20
    missed = {number: several[number - 1] for number, ids in report_of(folder, several).items() if not ids & expected}
    assert missed == {}
