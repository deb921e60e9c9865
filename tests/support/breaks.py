"""Ways to break an election in a single point, each with the ids of findings of which at least one must appear."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from district.elections.records import Constituency, Count, Figure, LaterVote
from tests.support import election_oracle as oracle

Broken = Callable[[Constituency], Constituency | None]


@dataclass(frozen=True)
class Break:
    """A way to break an election: its name, its function (None where it cannot), the ids of its findings."""

    name: str
    made: Broken
    ids: frozenset[str]


BESIDE = 4000  # what is added to the number of a constituency for another in its area
BREAKS: dict[str, Break] = {}


def breaks(*ids: str) -> Callable[[Broken], Broken]:
    """Register a way to break an election, by the name of its function."""

    def take(broken: Broken) -> Broken:
        add(broken.__name__, broken, *ids)
        return broken

    return take


def add(name: str, broken: Broken, *ids: str) -> None:
    """Register a way to break an election; names are unique."""
    assert name not in BREAKS
    BREAKS[name] = Break(name, broken, frozenset(ids))


# ---- Shared by the breaks ----


def known(ward: Constituency) -> bool:
    """Whether a first vote is recorded with all its figures."""
    return ward.first is not None and not {"unknown", "no result"} & {*ward.kinds}


@cache  # every break reads it of every election
def judged(ward: Constituency) -> list[oracle.Judged]:
    """Judge the votes of the term by the oracle, whenever their results are published."""
    return oracle.term(ward, ward.setting.today.max)


def exact(figure: Figure | None) -> int:
    """Give the value of a certain figure."""
    value = figure.exact if figure else None
    assert value is not None
    return value


def with_first(ward: Constituency, **changed: object) -> Constituency | None:
    """Change figures of the first vote."""
    return replace(ward, first=replace(ward.first, **changed)) if ward.first else None  # type: ignore[arg-type]


def last_rerun(ward: Constituency, *kinds: str) -> tuple[LaterVote, oracle.Judged] | None:
    """Give the last vote of the term after the first, if it was counted and is of these kinds."""
    votes = judged(ward)
    if len(votes) < 2 or ward.reruns[-1].count is None or (kinds and votes[-1].kind not in kinds):
        return None
    return ward.reruns[-1], votes[-1]


def with_rerun(ward: Constituency, vote: LaterVote) -> Constituency:
    """Replace the last vote of the term."""
    return replace(ward, reruns=(*ward.reruns[:-1], vote))


def by_election(ward: Constituency) -> tuple[LaterVote, Count] | None:
    """Give the by-election, if it was counted."""
    vote = ward.by_elections[0] if ward.by_elections else None
    return (vote, vote.count) if vote and vote.count else None


def with_by_election(ward: Constituency, vote: LaterVote) -> Constituency:
    """Replace the by-election."""
    return replace(ward, by_elections=(vote,))
