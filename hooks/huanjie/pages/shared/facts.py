"""Views of facts: each value with its source, what was inferred or disputed, and what is not known."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from huanjie.content.records import Records
from huanjie.model.clocks import Clock
from huanjie.model.days import Day
from huanjie.model.facts import Fact, Facts, Gap, Ref
from huanjie.model.sources import Source

T = TypeVar("T")

GAPS = {Gap.UNKNOWN: "不详", Gap.UNREADABLE: "原稿无法辨认"}


@dataclass(frozen=True)
class Statement:
    """A value in words, with the sources that state it."""

    text: str
    sources: tuple[Source, ...]
    note: str | None = None
    inferred: str | None = None
    about: bool = False  # the text is the source's own words for a number, unit and all


@dataclass(frozen=True)
class FactView:
    """A fact for readers: all its statements; `missing` says why there is no value, `disagree` that sources differ."""

    statements: tuple[Statement, ...]
    missing: str = ""
    disagree: bool = False


_NOT_RECORDED = FactView((), "没有记录")


def view(facts: Facts[T], records: Records, sources: tuple[Ref, ...], write: Callable[[T], str] = str) -> FactView:
    """View facts in words; `sources` are the record's own, which hold where a fact names none."""
    if not facts and not facts.gaps:
        return _NOT_RECORDED

    def statement(fact: Fact[T], text: str) -> Statement:
        return Statement(
            text, named(records, (fact.source,) if fact.source else sources), fact.note, fact.inferred, bool(fact.about)
        )

    stated = tuple(statement(fact, fact.about or write(fact.value)) for fact in facts)
    return FactView(stated, "" if stated else GAPS[facts.gaps[0].value], facts.disagree)


def named(records: Records, refs: Iterable[Ref]) -> tuple[Source, ...]:
    """The sources that references mean, those that were public on the day of the edition."""
    return tuple(source for source in records.resolve(refs) if isinstance(source, Source))


def day(value: Day) -> str:
    """Write a day for readers, with as much of it as is known."""
    year = f"{value.year}年" if value.year else ""
    month = f"{value.month}月" if value.month else ""
    dom = f"{value.day}日" if value.day else ""
    return f"{year}{month}{dom}" + ("" if value.year else "（年份不详）")


_NOON, _EVENING = 12, 18


def clock(value: Clock) -> str:
    """Write a time of day as people speak it."""
    half = "上午" if value.hour < _NOON else "下午" if value.hour < _EVENING else "晚上"
    if (value.hour, value.minute) == (_NOON, 0):
        half = "中午"
    hour = value.hour if value.hour <= _NOON else value.hour - _NOON
    return f"{half}{hour}时" + (f"{value.minute}分" if value.minute else "")


def percentage(value: Decimal) -> str:
    """Write a percentage with the decimals that its source gives."""
    return f"{value}%"


def number(value: int) -> str:
    """Write a number with its thousands parted, so that 501,924 can be read aloud."""
    return f"{value:,}"
