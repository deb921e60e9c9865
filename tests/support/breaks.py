"""Ways to break an election in one thing, each with the findings of which at least one must tell it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from district.elections.records import Constituency, Count, Figure, LaterVote
from tests.support import election_oracle as oracle

Broken = Callable[[Constituency], Constituency | None]


@dataclass(frozen=True)
class Break:
    """A way to break an election: its name, what it does (None where it cannot), and what must be found."""

    name: str
    made: Broken
    ids: frozenset[str]


BESIDE = 4000  # what is added to the number of a constituency for another in its area
BREAKS: dict[str, Break] = {}


def breaks(*ids: str) -> Callable[[Broken], Broken]:
    """Take in a way to break an election, by the name of its function."""

    def take(broken: Broken) -> Broken:
        add(broken.__name__, broken, *ids)
        return broken

    return take


def add(name: str, broken: Broken, *ids: str) -> None:
    """Take in a way to break an election; names are unique."""
    assert name not in BREAKS
    BREAKS[name] = Break(name, broken, frozenset(ids))


# ---- What many of them need ----


def known(one: Constituency) -> bool:
    """Whether a first vote is recorded with all its figures."""
    return one.first is not None and not {"unknown", "no result"} & {*one.kinds}


@cache  # each way to break an election asks it of all of them
def judged(one: Constituency) -> list[oracle.Judged]:
    """The votes of the term, as the oracle has them, on whatever day their results are published."""
    return oracle.term(one, one.setting.today.max)


def exact(figure: Figure | None) -> int:
    """A figure that is known for certain."""
    value = figure.exact if figure else None
    assert value is not None
    return value


def with_first(one: Constituency, **changed: object) -> Constituency | None:
    """The election with other figures of its first vote."""
    return replace(one, first=replace(one.first, **changed)) if one.first else None  # type: ignore[arg-type]


def last_rerun(one: Constituency, *kinds: str) -> tuple[LaterVote, oracle.Judged] | None:
    """The last vote of the term after the first, if it was counted and is of one of these kinds."""
    votes = judged(one)
    if len(votes) < 2 or one.reruns[-1].count is None or (kinds and votes[-1].kind not in kinds):
        return None
    return one.reruns[-1], votes[-1]


def with_rerun(one: Constituency, vote: LaterVote) -> Constituency:
    """The election with another last vote of the term."""
    return replace(one, reruns=(*one.reruns[:-1], vote))


def by_election(one: Constituency) -> tuple[LaterVote, Count] | None:
    """The by-election, if it was counted."""
    vote = one.by_elections[0] if one.by_elections else None
    return (vote, vote.count) if vote and vote.count else None


def with_by_election(one: Constituency, vote: LaterVote) -> Constituency:
    """The election with another by-election."""
    return replace(one, by_elections=(vote,))
