"""The law on an election, worked out from the articles alone: nothing here is imported from our own code.

Articles are those of the Electoral Law of 2020; that of 2015 says the same one article earlier. Gansu's rules count
from 29 July 2016. Where the law is silent, every reading is worked out, and nothing is certain on which they differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from district.elections.records import Constituency, Count, Figure, LaterVote

GANSU_RULES = date(2016, 7, 29)


@dataclass(frozen=True)
class Judged:
    """One vote: its kind, whether it is void, who is elected, who is tied; None where nobody can know.

    `open_seats`: how many were to be elected. `needed`: the votes that it takes, by each reading. `few`: too few came.
    """

    kind: str
    count: Count | None
    open_seats: int
    day: date | None
    void: bool | None = None
    elected: frozenset[str] | None = None
    tied: frozenset[str] = frozenset()
    needed: tuple[int, ...] = ()
    few: bool = False

    @property
    def chosen(self) -> frozenset[str]:
        """Who is elected as far as anybody can say: by the figures, else as the record has it; nobody if void."""
        if self.void or self.count is None:
            return frozenset()
        return self.elected if self.elected is not None else frozenset(self.count.marked)

    @property
    def short(self) -> int:
        """How many seats are left open."""
        return self.open_seats - len(self.chosen)


def values(figure: Figure | None) -> tuple[int, ...]:
    """The values that a figure may have; none where it is not known or only about so."""
    return () if figure is None or figure.about else figure.values


def _agreed(answers: Sequence[bool]) -> bool | None:
    return answers[0] if answers and len(set(answers)) == 1 else None


def few_voters(voters: Figure, count: Count) -> bool | None:
    """Article 45, first paragraph: a vote counts when more than half of all voters of the constituency take part."""
    return _agreed([2 * came <= all_voters for all_voters, came in product(values(voters), values(count.participants))])


def many_ballots(count: Count) -> bool | None:
    """Article 44, first paragraph: more ballots than people who voted make an election void."""
    return _agreed([back > came for back, came in product(values(count.returned), values(count.participants))])


def may_have_come(voters: Figure, count: Count) -> tuple[int, ...]:
    """How many took part: as stated; else, if the vote counts, not fewer than ballots and not more than voters."""
    if stated := values(count.participants):
        return stated
    cast = sum(value for figure in (count.valid, count.invalid) for value in values(figure)[:1])
    fewest = max([cast, *values(count.returned)])
    return (fewest, max(values(voters))) if values(voters) else ()


def _void(*reasons: bool | None) -> bool | None:
    if True in reasons:
        return True
    return None if None in reasons else False


def winners(votes: dict[str, int], seats: int, needed: int) -> tuple[frozenset[str], frozenset[str]]:
    """Article 45, third paragraph: of those with enough votes the most; equal votes for too few seats settle none."""
    enough = sorted((count for count in votes.values() if count >= needed), reverse=True)
    if len(enough) <= seats:
        return frozenset(name for name, count in votes.items() if count >= needed), frozenset()
    last = enough[seats - 1]
    if enough[seats] < last:
        return frozenset(name for name, count in votes.items() if count >= last), frozenset()
    equal = frozenset(name for name, count in votes.items() if count == last)
    return frozenset(name for name, count in votes.items() if count > last), equal


def _by_readings(kind: str, count: Count, seats: int, day: date | None, voters: Figure) -> Judged:
    few = few_voters(voters, count) if kind in ("first", "repeat") else False
    void = _void(few, many_ballots(count))
    if kind == "second":  # article 45, third paragraph: the most votes, and no other condition
        needed: tuple[int, ...] = (0,)
    elif kind == "rerun":  # fifth paragraph: a third of the ballots; whether void ones are among them it does not say
        needed = tuple(-(-size // 3) for figure in (count.returned, count.valid) for size in values(figure))
    else:  # first paragraph: more than half of those who took part
        needed = tuple(came // 2 + 1 for came in may_have_come(voters, count))
    judged = Judged(kind, count, seats, day, void, None, frozenset(), needed, few is True)
    results = {winners(count.by_name, seats, votes) for votes in needed}
    if void or not count.votes or len(count.by_name) < len(count.votes) or len(results) != 1:
        return judged
    ((elected, tied),) = results
    return Judged(kind, count, seats, day, void, elected, tied, needed)


def term(constituency: Constituency, today: date) -> list[Judged]:
    """The votes of the term that were held by a day, each of the kind that the one before it made necessary."""
    judged: list[Judged] = []
    if constituency.first and published(constituency, today):
        judged.append(
            _by_readings("first", constituency.first, constituency.seats, constituency.held, constituency.voters)
        )
        for vote in constituency.reruns:
            if vote.count and vote.day and (vote.published or vote.day) <= today:
                open_seats = constituency.seats - len(elected(judged))
                judged.append(
                    _by_readings(next_kind(judged[-1]), vote.count, open_seats, vote.day, constituency.voters)
                )
    return judged


def published(constituency: Constituency, today: date) -> bool:
    """Whether the result of the first vote is public on a day."""
    day = constituency.lists.get("result_list")
    return day <= today if day else (constituency.polling_until or constituency.held) < today


def next_kind(before: Judged) -> str:
    """All anew after a void vote; among the equals after a tie; else for the missing seats (article 45, 3 and 4)."""
    if before.void:
        return "repeat"
    return "second" if before.tied else "rerun"


def elected(judged: Sequence[Judged]) -> list[str]:
    """Who is elected by the votes of the term, each once, the first votes first."""
    return [
        *dict.fromkeys(
            name for vote in judged for name in (vote.count.votes if vote.count else ()) if name in vote.chosen
        )
    ]


def standing(constituency: Constituency, judged: Sequence[Judged]) -> str:
    """The state of the election of the term: ahead, void, tied, short, complete, or unknown."""
    if not judged:
        return "ahead"
    last, people = judged[-1], elected(judged)
    if last.void and last.kind in ("first", "repeat"):
        return "void"
    if last.tied:
        return "tied"
    decided = last.elected is not None or (last.count is not None and (last.count.marked or last.count.by_name))
    if not people and not decided:
        return "unknown"
    return "short" if len(people) < constituency.seats else "complete"


def in_force(constituency: Constituency, day: date) -> bool:
    """Whether Gansu's rules bind a vote of a day."""
    return constituency.setting.province == "gansu" and day >= GANSU_RULES


def by_election(constituency: Constituency, vote: LaterVote, count: Count) -> Judged:
    """A by-election is held as the province says; Gansu asks for more than half of the voters and a majority of them.

    How many voters there are by then is not recorded, so that too few of them make nothing certain. In another province
    the law of the State says no more than who may be a candidate (article 57, fourth paragraph).
    """
    judged = _by_readings("by-election", count, vote.seats, vote.day, Figure())
    few = few_voters(constituency.voters, count) is not False
    certain = in_force(constituency, vote.day or constituency.held) and not few
    void = True if judged.void else many_ballots(count)
    chosen = judged.elected if certain else None
    tied = judged.tied if certain else frozenset[str]()
    return Judged("by-election", count, vote.seats, vote.day, void, chosen, tied, judged.needed, few)


def recall_passed(constituency: Constituency, voters: Figure, votes: Figure) -> bool | None:
    """Article 53, first paragraph: more than half of the voters of the constituency; of which day is not said."""
    bases = (*values(voters), *values(constituency.voters))
    return _agreed([2 * agreed > base for agreed, base in product(values(votes), bases)])


def deputies(constituency: Constituency, today: date) -> set[str]:
    """Who is a deputy on a day: elected, not refused when credentials were reviewed, not recalled."""
    people = set(elected(term(constituency, today)))
    if constituency.review and constituency.review.day <= today:
        people -= set(constituency.review.refused)
    for _, act in sorted(_acts(constituency, today), key=lambda act: act[0]):
        people = people - act if isinstance(act, frozenset) else people | set(act)
    return people


def _acts(constituency: Constituency, today: date) -> Iterator[tuple[date, frozenset[str] | tuple[str, ...]]]:
    """What changed the deputies during the term: a set leaves, a row of names comes."""
    for recall in constituency.recalls:
        if recall.day <= today and recall.passed:
            yield recall.day, frozenset({recall.name})
    for vote in constituency.by_elections:
        if vote.count and vote.day and (vote.published or vote.day) <= today:
            yield vote.day, tuple(by_election(constituency, vote, vote.count).chosen)


def published_by(constituency: Constituency, last: date) -> date | None:
    """Gansu, article 37: the result within three days after voting has ended; the law of the State names no day."""
    return last + timedelta(days=3) if in_force(constituency, constituency.held) else None
