"""The record of a constituency's election as plain values: figures, votes, and later events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Figure:
    """A figure as sources have it: a value, an approximate value, two that differ, or unknown."""

    values: tuple[int, ...] = ()
    about: str = ""
    note: str = ""
    sources: tuple[str, ...] = ("report", "second")  # of values that differ

    @property
    def exact(self) -> int | None:
        """The value, where it is certain."""
        return self.values[0] if len(self.values) == 1 and not self.about else None


UNKNOWN = Figure()


def sure(value: int) -> Figure:
    """Make a figure that is certain."""
    return Figure((value,))


@dataclass(frozen=True)
class Count:
    """The figures of one vote; a figure that is None is not recorded."""

    participants: Figure | None = None
    issued: Figure | None = None
    returned: Figure | None = None
    valid: Figure | None = None
    invalid: Figure | None = None
    others: Figure | None = None
    votes: Mapping[str, Figure] = field(default_factory=dict)
    against: Mapping[str, int] = field(default_factory=dict)
    abstained: Mapping[str, int] = field(default_factory=dict)
    marked: tuple[str, ...] = ()
    note: str = ""

    @property
    def by_name(self) -> dict[str, int]:
        """The votes of those whose votes are certain."""
        return {name: votes.exact for name, votes in self.votes.items() if votes.exact is not None}


@dataclass(frozen=True)
class LaterVote:
    """A vote after the first; `count` is None while it is still to be held."""

    day: date | None
    seats: int
    candidates: tuple[str, ...]
    count: Count | None = None
    published: date | None = None
    announced: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Recall:
    """A vote of the electorate on one deputy."""

    name: str
    day: date
    voters: Figure
    signatories: int
    votes: Figure
    passed: bool = False


@dataclass(frozen=True)
class Nomination:
    """Who nominated whom; `voters` only where voters nominated together."""

    by: str
    names: tuple[str, ...]
    who: str = ""
    voters: int | None = None


@dataclass(frozen=True)
class Postponement:
    """A decision that a constituency votes later: its day, and the new polling day."""

    decided: date
    until: date | None


@dataclass(frozen=True)
class Setting:
    """The election that constituencies belong to: its polling day, its province, and the day that counts as today."""

    name: str
    polling_day: date
    today: date
    province: str = ""


@dataclass(frozen=True)
class Review:
    """The review of credentials: when, how many were confirmed, and who was not."""

    day: date
    confirmed: int
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Constituency:
    """One constituency, alone in its area, from its voter list to the end of its term."""

    setting: Setting
    number: int
    level: str
    seats: int
    voters: Figure
    lists: Mapping[str, date]
    nominations: tuple[Nomination, ...]
    nominees: tuple[str, ...]
    candidates: tuple[str, ...]
    withdrawn: Mapping[str, date] = field(default_factory=dict)
    polling_day: date | None = None
    polling_until: date | None = None
    postponed: Postponement | None = None
    workers: tuple[tuple[str, str], ...] = ()
    most_mandates: int | None = None
    first: Count | None = None
    reruns: tuple[LaterVote, ...] = ()
    by_elections: tuple[LaterVote, ...] = ()
    recalls: tuple[Recall, ...] = ()
    review: Review | None = None
    note: str = ""
    kinds: tuple[str, ...] = ()  # what was drawn, for tests to ask that every kind is there
    beside: tuple["Constituency", ...] = ()  # in the same area
    population: int | None = None
    congress: int | None = None  # the seats of a township's own congress

    @property
    def slug(self) -> str:
        """The address of its area."""
        return f"{self.setting.name}-{self.number:04}"

    @property
    def held(self) -> date:
        """The first day of its first vote."""
        until = self.postponed.until if self.postponed else None
        return self.polling_day or until or self.setting.polling_day
