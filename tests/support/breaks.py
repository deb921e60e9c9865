"""Ways to break an election in one point, each with the findings of which at least one must report it.

Each way is a function: from a constituency, the case, it makes a broken one, or None where the case does not allow it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from district.elections.records import Constituency, Count, Figure, LaterVote
from tests.support import election_oracle as oracle

Broken = Callable[[Constituency], Constituency | None]


@dataclass(frozen=True)
class Break:
    """A way to break an election: its name, its function, and the ids of which one must be found."""

    name: str
    made: Broken
    ids: frozenset[str]


BESIDE = 4000  # added to the number of a constituency for another in its area
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


# ---- For many of them ----


def known(case: Constituency) -> bool:
    """Whether a first vote is recorded with all its figures."""
    return case.first is not None and not {"unknown", "no result"} & {*case.kinds}


@cache  # each way to break an election looks at all of them
def judged(case: Constituency) -> list[oracle.Judged]:
    """The votes of the term, as the oracle has them, on whatever day their results are published."""
    return oracle.term(case, case.setting.today.max)


def exact(figure: Figure | None) -> int:
    """A figure that is known for certain."""
    value = figure.exact if figure else None
    assert value is not None
    return value


def with_first(case: Constituency, **changed: object) -> Constituency | None:
    """The election with other figures of its first vote."""
    return replace(case, first=replace(case.first, **changed)) if case.first else None  # type: ignore[arg-type]


def last_rerun(case: Constituency, *kinds: str) -> tuple[LaterVote, oracle.Judged] | None:
    """The last vote of the term after the first, if it was counted and is of one of these kinds."""
    votes = judged(case)
    if len(votes) < 2 or case.reruns[-1].count is None or (kinds and votes[-1].kind not in kinds):
        return None
    return case.reruns[-1], votes[-1]


def with_rerun(case: Constituency, vote: LaterVote) -> Constituency:
    """The election with another last vote of the term."""
    return replace(case, reruns=(*case.reruns[:-1], vote))


def by_election(case: Constituency) -> tuple[LaterVote, Count] | None:
    """The by-election, if it was counted."""
    vote = case.by_elections[0] if case.by_elections else None
    return (vote, vote.count) if vote and vote.count else None


def with_by_election(case: Constituency, vote: LaterVote) -> Constituency:
    """The election with another by-election."""
    return replace(case, by_elections=(vote,))
