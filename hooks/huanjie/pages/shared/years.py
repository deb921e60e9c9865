"""Records in the order of time, for lists: the newest of them, and all by year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nlargest
from typing import TypeVar

from huanjie.model.base import Record
from huanjie.model.days import Day
from huanjie.model.facts import Facts

T = TypeVar("T")
E = TypeVar("E", bound=Record)

NEWEST = 20  # a list that grows with the records would cost every reader; the rest stands under the years
UNKNOWN_YEAR = "unknown"
Neighbours = tuple[E | None, E | None]


def by_year(records: Iterable[E]) -> dict[str, list[E]]:
    """Part records of a dated kind by the year of their first stated day, in the given order."""
    years: dict[str, list[E]] = defaultdict(list)
    for record in records:
        days: Facts[Day] = getattr(record, record.dated)
        year = days[0].value.year if days else 0
        years[str(year) if year else UNKNOWN_YEAR].append(record)
    return dict(years)


def year_name(year: str) -> str:
    """The name of a year on pages."""
    return "年份不详" if year == UNKNOWN_YEAR else f"{year}年"


def newest(records: Iterable[T], days: Callable[[T], Facts[Day]]) -> tuple[T, ...]:
    """Sort by the first day that is stated, the newest first; those whose year nobody knows stand last."""

    def key(record: T) -> Day:
        stated = days(record)
        return stated[0].value if stated and stated[0].value.year else Day(0)

    return tuple(sorted(records, key=key, reverse=True))


def neighbours(records: Sequence[E]) -> Iterator[tuple[E, Neighbours[E]]]:
    """Give each record of a list with its neighbours."""
    for place, record in enumerate(records):
        yield record, (records[place - 1] if place else None, records[place + 1] if place + 1 < len(records) else None)


def latest(records: Iterable[E], count: int) -> list[E]:
    """The newest few records of dated kinds, without sorting them all; those without a year come last."""

    def key(record: E) -> tuple[int, int, int]:
        first = first_day(record)
        return (first.year, first.month, first.day) if first and first.year else (0, 0, 0)

    return nlargest(count, records, key=key)


def first_day(record: Record) -> Day | None:
    """The first stated day of a record of a dated kind."""
    days: Facts[Day] = getattr(record, record.dated)
    return days[0].value if days else None
