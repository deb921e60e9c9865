"""Two reports -> what the change from one to the other does to the public site, in words, as Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from huanjie.checks.report import Report
from huanjie.content.records import Records
from huanjie.findings import ERROR, Finding, escaping, summed
from huanjie.model.base import Entry, Record
from huanjie.model.days import Day
from huanjie.model.facts import Facts, Gap, Ref
from huanjie.model.fields import Taken, fields_of
from huanjie.pages import Edition, address_of, plan
from huanjie.yaml_text import shorten

MOST = 50  # lines of a section; who changes more reads the site
LONGEST = 400  # characters of a line
SEEN = 80  # characters of a value
NONE = "没有写"
_SAID: dict[bool | Gap, str] = {True: "是", False: "否", Gap.UNKNOWN: "不详", Gap.UNREADABLE: "原稿无法辨认"}
_NAMES = ("id", "number", "name", "title", "label", "event", "of", "level")  # what tells records of a list apart


@dataclass(frozen=True)
class Change:
    """One field of a record that says something else than before."""

    entry: Entry
    path: str
    field: Taken
    was: object
    now: object

    @property
    def text(self) -> str:
        """The change in a line."""
        where = f"{self.entry.noun}“{shorten(self.entry.heading, 40)}”（{address_of(self.entry)}）"
        was, now = said(self.was), said(self.now)
        apart = " 改为 ".join(_beside(was, now))
        told = "来源、说明或者分段改了" if was == now else f"{apart}{_difference(self.was, self.now)}"
        return f"{where}：{self.path}{self.field.title}，{told}"


def compared(before: Report, after: Report, day: date | None = None) -> str:
    """Tell what the change does to the site, as of the day of each report or another.

    Lines are plain text until `_section` makes Markdown of them that says just what was typed.
    """
    if after.refused:
        wrong = summed(finding for finding in after.findings if finding.severity == ERROR)
        return f"# 这次改动对网站的影响\n\n改动以后记录有错，网站不会生成。\n{_section('错误', map(_told, wrong))}"
    if before.refused:
        return "# 这次改动对网站的影响\n\n改动以前记录有错，没有网站可以比较；改动以后没有错误。\n"
    was, now = (Edition.of(report, day) for report in (before, after))
    changes = [*_changes(was.records, now.records)]
    days, counts = (_of_sort(changes, *sorts) for sorts in (("day", "clock"), ("count", "percent")))
    rest = [change for change in changes if change not in days and change not in counts]
    sections = [
        _section("日期变了", (change.text for change in days)),
        _section("数变了", (change.text for change in counts)),
        *_pages(was, now),
        _section("别的内容改了", (change.text for change in rest)),
        *_findings(was.all_findings, now.all_findings),
    ]
    told = "".join(filter(None, sections))
    return f"# 这次改动对网站的影响\n{told or chr(10) + '网站上的内容没有变化。' + chr(10)}"


def _of_sort(changes: Iterable[Change], *sorts: str) -> list[Change]:
    return [change for change in changes if change.field.sort in sorts]


def _section(title: str, lines: Iterable[str]) -> str:
    several = [*lines]
    if not several:
        return ""
    more = [f"还有 {len(several) - MOST} 处"] if len(several) > MOST else []
    told = (escaping.markdown(shorten(line, LONGEST)) for line in (*several[:MOST], *more))
    return f"\n## {title}\n\n" + "".join(f"- {line}\n" for line in told)


def _pages(was: Edition, now: Edition) -> Iterator[str]:
    """The pages that are gone, whose addresses somebody may have, and those that are new."""
    old, new = ({one.address: one for one in plan(edition)} for edition in (was, now))
    for title, several in (
        ("网页没有了，原来的网址会打不开", [one for address, one in old.items() if address not in new]),
        ("新的网页", [one for address, one in new.items() if address not in old]),
    ):
        named = (one.page.title if number < MOST else "" for number, one in enumerate(several))
        yield _section(title, [f"{name}（{one.address}）" for one, name in zip(several, named, strict=True)])


def _findings(was: Sequence[Finding], now: Sequence[Finding]) -> Iterator[str]:
    """What is found now and was not, and the other way round; a finding on another line is the same."""
    before, after = ({(one.id, one.at.file, one.wrong): one for one in found} for found in (was, now))
    for title, several in (
        ("核对新发现的", [one for key, one in after.items() if key not in before]),
        ("改好了的", [one for key, one in before.items() if key not in after]),
    ):
        yield _section(title, (_told(one) for one in sorted(several, key=lambda one: -one.severity)))


def _told(finding: Finding) -> str:
    return f"{finding.severity.word} {finding.id}：{finding.wrong}（{finding.at.file} 第 {finding.at.line} 行）"


def _changes(was: Records, now: Records) -> Iterator[Change]:
    """Every field of the records that both have and that says something else."""
    old = {(one.kind, one.slug): one for one in was.all}
    for entry in now.all:
        if before := old.get((entry.kind, entry.slug)):
            yield from _between(entry, before, entry, "")


def _between(entry: Entry, was: Record, now: Record, path: str) -> Iterator[Change]:
    for field in fields_of(type(now)):
        one, other = getattr(was, field.name), getattr(now, field.name)
        if (field.record and issubclass(field.record, Entry)) or _plain(one) == _plain(other):
            continue  # a record filed within this one is compared by itself
        if isinstance(one, Record) and isinstance(other, Record):
            yield from _between(entry, one, other, f"{path}{field.title}·")
        elif field.record and field.many:
            yield from _listed(entry, field, (one, other), path)
        else:
            yield Change(entry, path, field, one, other)


def _listed(entry: Entry, field: Taken, pair: tuple[Any, Any], path: str) -> Iterator[Change]:
    """Records in a list, those of one name side by side."""
    was, now = (_named(several) for several in pair)
    for name in {**was, **now}:
        one, other = was.get(name), now.get(name)
        if one and other:
            yield from _between(entry, one, other, f"{path}{field.title}“{shorten(name, 20)}”·")
        else:
            yield Change(entry, path, field, one, other)


def _named(several: Iterable[Record]) -> Mapping[str, Record]:
    named: dict[str, Record] = {}
    for number, one in enumerate(several, 1):
        name = " ".join(said(getattr(one, name)) for name in _NAMES if getattr(one, name, None)) or f"第 {number} 条"
        named[f"{name}（{number}）" if name in named else name] = one
    return named


def _plain(value: object) -> object:
    """A value without the places where it was typed."""
    if isinstance(value, Record):
        return [_plain(one) for one in value.__dict__.values()]
    if isinstance(value, tuple):
        return [_plain(one) for one in (*value, *getattr(value, "gaps", ()))]
    return (value.kind, str(value.slug)) if isinstance(value, Ref) else value


def said(value: object) -> str:
    """A value in a few words."""
    if isinstance(value, Facts):
        value = tuple(fact.about or fact.value for fact in (*value, *value.gaps))
    if value is None or value == ():
        return NONE
    if isinstance(value, tuple):
        return "、".join(said(one) for one in value)
    if isinstance(value, Record):
        first = (getattr(value, field.name) for field in fields_of(type(value)))
        return next((said(one) for one in first if one is not None and one != ()), NONE)
    if isinstance(value, bool | Gap):
        return _SAID[value]
    if isinstance(value, Decimal):
        return f"{value}%"
    return " ".join((value.slug if isinstance(value, Ref) else str(value)).split())


def _beside(was: str, now: str) -> Iterator[str]:
    """Cut two texts so that where they begin to differ is seen: what both begin with goes before what they end with."""
    differ = (at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other)
    same = next(differ, min(len(was), len(now)))
    for text in (was, now):
        start = max(0, min(same - SEEN // 4, len(text) - SEEN)) if len(text) > SEEN else 0
        yield f"{'…' if start else ''}{shorten(text[start:], SEEN)}"


def _difference(was: object, now: object) -> str:
    """How far a day or a number has moved, where both are known."""
    one, other = (value.only if isinstance(value, Facts) else None for value in (was, now))
    if isinstance(one, Day) and isinstance(other, Day) and one.exact and other.exact:
        moved = (other.exact - one.exact).days
        return f"（{'推后' if moved > 0 else '提前'} {abs(moved)} 天）"
    if isinstance(one, int) and isinstance(other, int):
        return f"（{'多' if other > one else '少'} {abs(other - one)}）"
    return ""
