"""Two reports -> what the change from one to the other does to the public site, in words, as Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

from huanjie.checks.report import Report
from huanjie.content.records import Records
from huanjie.findings import ERROR, Finding, escaping, summed
from huanjie.model.base import FieldGroup, Record
from huanjie.model.days import Day
from huanjie.model.facts import Facts, Gap, Ref
from huanjie.model.fields import FieldSpec, fields_of
from huanjie.pages import Edition, address_of, plan
from huanjie.yaml_text import shorten

MOST = 50  # lines of a section; who changes more reads the site
LONGEST = 400  # characters of a line
SEEN = 80  # characters of a value
NONE = "没有写"
_WORDS: dict[bool | Gap, str] = {True: "是", False: "否", Gap.UNKNOWN: "不详", Gap.UNREADABLE: "原稿无法辨认"}
_identity = attrgetter("id", "at.file", "wrong")  # of a finding
_NAMES = ("id", "number", "name", "title", "label", "event", "of", "level")  # what tells records of a list apart


@dataclass(frozen=True)
class Change:
    """A field of a record whose value changed."""

    record: Record
    path: str
    field: FieldSpec
    was: object
    now: object

    @property
    def text(self) -> str:
        """The change in a line."""
        where = f"{self.record.noun}“{shorten(self.record.heading, 40)}”（{address_of(self.record)}）"
        was, now = words(self.was), words(self.now)
        texts = " 改为 ".join(_excerpts(was, now))
        text = "来源、说明或者分段改了" if was == now else f"{texts}{_difference(self.was, self.now)}"
        return f"{where}：{self.path}{self.field.title}，{text}"


def comparison(before: Report, after: Report, day: date | None = None) -> str:
    """Describe what the change does to the site, as of the day of each report or another.

    Lines are plain text until `_section` makes Markdown of them that says just what was typed.
    """
    if after.refused:
        wrong = summed(finding for finding in after.findings if finding.severity == ERROR)
        return (
            f"# 这次改动对网站的影响\n\n改动以后记录有错，网站不会生成。\n{_section('错误', map(_finding_line, wrong))}"
        )
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
    text = "".join(filter(None, sections))
    return f"# 这次改动对网站的影响\n{text or chr(10) + '网站上的内容没有变化。' + chr(10)}"


def _of_sort(changes: Iterable[Change], *sorts: str) -> list[Change]:
    return [change for change in changes if change.field.sort in sorts]


def _section(title: str, lines: Iterable[str]) -> str:
    texts = [*lines]
    if not texts:
        return ""
    more = [f"还有 {len(texts) - MOST} 处"] if len(texts) > MOST else []
    shortened = (escaping.markdown(shorten(line, LONGEST)) for line in (*texts[:MOST], *more))
    return f"\n## {title}\n\n" + "".join(f"- {line}\n" for line in shortened)


def _pages(was: Edition, now: Edition) -> Iterator[str]:
    """The pages that are gone, whose addresses somebody may have, and those that are new."""
    old, new = ({planned.address: planned for planned in plan(edition)} for edition in (was, now))
    for title, pages in (
        ("网页没有了，原来的网址会打不开", [planned for address, planned in old.items() if address not in new]),
        ("新的网页", [planned for address, planned in new.items() if address not in old]),
    ):
        named = (planned.page.title if number < MOST else "" for number, planned in enumerate(pages))
        yield _section(title, [f"{name}（{planned.address}）" for planned, name in zip(pages, named, strict=True)])


def _findings(was: Sequence[Finding], now: Sequence[Finding]) -> Iterator[str]:
    """New findings and mended ones; a finding on another line is the same finding."""
    before, after = ({_identity(finding): finding for finding in reported} for reported in (was, now))
    for title, findings in (
        ("核对新发现的", [finding for key, finding in after.items() if key not in before]),
        ("改好了的", [finding for key, finding in before.items() if key not in after]),
    ):
        yield _section(title, map(_finding_line, sorted(findings, key=lambda finding: -finding.severity)))


def _finding_line(finding: Finding) -> str:
    return f"{finding.severity.word} {finding.id}：{finding.wrong}（{finding.at.file} 第 {finding.at.line} 行）"


def _changes(was: Records, now: Records) -> Iterator[Change]:
    """Every field of the records that both have and that says something else."""
    old = {(record.kind, record.slug): record for record in was.all}
    for record in now.all:
        if before := old.get((record.kind, record.slug)):
            yield from _between(record, before, record, "")


def _between(record: Record, was: FieldGroup, now: FieldGroup, path: str) -> Iterator[Change]:
    for field in fields_of(type(now)):
        before, after = getattr(was, field.name), getattr(now, field.name)
        if (field.group and issubclass(field.group, Record)) or _without_places(before) == _without_places(after):
            continue  # a record filed within this one is compared by itself
        if isinstance(before, FieldGroup) and isinstance(after, FieldGroup):
            yield from _between(record, before, after, f"{path}{field.title}·")
        elif field.group and field.many:
            yield from _listed(record, field, (before, after), path)
        else:
            yield Change(record, path, field, before, after)


def _listed(record: Record, field: FieldSpec, pair: tuple[Any, Any], path: str) -> Iterator[Change]:
    """Records in a list, those of the same name side by side."""
    was, now = (_named(records) for records in pair)
    for name in {**was, **now}:
        before, after = was.get(name), now.get(name)
        if before and after:
            yield from _between(record, before, after, f"{path}{field.title}“{shorten(name, 20)}”·")
        else:
            yield Change(record, path, field, before, after)


def _named(records: Iterable[FieldGroup]) -> Mapping[str, FieldGroup]:
    named: dict[str, FieldGroup] = {}
    for number, record in enumerate(records, 1):
        parts = (words(getattr(record, name)) for name in _NAMES if getattr(record, name, None))
        name = " ".join(parts) or f"第 {number} 条"
        named[f"{name}（{number}）" if name in named else name] = record
    return named


def _without_places(value: object) -> object:
    """A value without the places where it was typed."""
    if isinstance(value, FieldGroup):
        return [_without_places(inner) for inner in value.__dict__.values()]
    if isinstance(value, tuple):
        return [_without_places(inner) for inner in (*value, *getattr(value, "gaps", ()))]
    return (value.kind, str(value.slug)) if isinstance(value, Ref) else value


def words(value: object) -> str:
    """A value in a few words."""
    if isinstance(value, Facts):
        value = tuple(fact.about or fact.value for fact in (*value, *value.gaps))
    if value is None or value == ():
        return NONE
    if isinstance(value, tuple):
        return "、".join(words(inner) for inner in value)
    if isinstance(value, FieldGroup):
        first = (getattr(value, field.name) for field in fields_of(type(value)))
        return next((words(inner) for inner in first if inner is not None and inner != ()), NONE)
    if isinstance(value, bool | Gap):
        return _WORDS[value]
    if isinstance(value, Decimal):
        return f"{value}%"
    return " ".join((value.slug if isinstance(value, Ref) else str(value)).split())


def _excerpts(was: str, now: str) -> Iterator[str]:
    """Cut two texts so that where they begin to differ is seen: what both begin with goes before what they end with."""
    differ = (at for at, (before, after) in enumerate(zip(was, now, strict=False)) if before != after)
    same = next(differ, min(len(was), len(now)))
    for text in (was, now):
        start = max(0, min(same - SEEN // 4, len(text) - SEEN)) if len(text) > SEEN else 0
        yield f"{'…' if start else ''}{shorten(text[start:], SEEN)}"


def _difference(was: object, now: object) -> str:
    """How far a day or a number has moved, where both are known."""
    before, after = (value.agreed if isinstance(value, Facts) else None for value in (was, now))
    if isinstance(before, Day) and isinstance(after, Day) and before.exact and after.exact:
        moved = (after.exact - before.exact).days
        return f"（{'推后' if moved > 0 else '提前'} {abs(moved)} 天）"
    if isinstance(before, int) and isinstance(after, int):
        return f"（{'多' if after > before else '少'} {abs(after - before)}）"
    return ""
