"""The themes of the publicity plan: each gathers all that belongs to it, with a link back to its record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from huanjie.content.records import Records
from huanjie.law.explainers import explainers
from huanjie.law.statute import Statute
from huanjie.model.base import Record
from huanjie.model.coverage import Coverage
from huanjie.model.days import Day
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.meetings import CANDIDATES_MEET, Material, Meeting
from huanjie.model.points import Point
from huanjie.model.questions import Question
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.questions.stream import stream
from huanjie.pages.shared.facts import FactView, view
from huanjie.pages.shared.facts import day as write_day
from huanjie.pages.shared.prose import plain

MOST = 12  # records told at length on a theme's page, and of one kind in its lists: the page must not grow with them


@dataclass(frozen=True)
class Gathered:
    """A record's part in a theme: its points with their ids, the materials it used, or the record as a whole."""

    record: Record
    points: tuple[tuple[str, Point], ...]
    materials: tuple[Material, ...]
    when: FactView | None = None

    @property
    def gist(self) -> str:
        """The gist of the record, in a sentence or two."""
        return plain(str(getattr(self.record, self.record.gist, None) or ""))[:120]


def pages(edition: Edition) -> Iterator[Page]:
    """The list of themes and a page for each."""
    records = edition.records
    themes = records.of(Theme)
    gathered = {theme.slug: tuple(gather(records, theme)) for theme in themes}
    explained = {theme.slug: tuple(on_theme(records, edition.statute, theme)) for theme in themes}
    yield Page(
        address="themes/",
        title="宣传主题",
        template="themes/themes.html",
        description="、".join(theme.heading for theme in themes),
        context={"themes": [(theme, len(gathered[theme.slug]), len(explained[theme.slug])) for theme in themes]},
        record=themes[0].at.file if themes else None,
    )
    for theme in themes:
        yield _theme(edition, theme, gathered[theme.slug], explained[theme.slug])


def _theme(edition: Edition, theme: Theme, gathered: tuple[Gathered, ...], questions: tuple[Question, ...]) -> Page:
    telling = [row for row in gathered if row.points or row.materials]
    kinds: dict[str, list[Gathered]] = defaultdict(list)
    for row in (*telling[:-MOST], *(row for row in gathered if not (row.points or row.materials))):
        kinds[row.record.noun].append(row)
    tasks = [task for task in edition.records.of(Coverage) if task.theme.slug == theme.slug]
    return Page(
        address=f"themes/{theme.slug}/",
        title=theme.heading,
        template="themes/theme.html",
        description=f"{theme.question}{theme.summary}",
        context={
            "theme": theme,
            "telling": _dated(edition.records, telling[-MOST:]),
            "kinds": [(noun, _dated(edition.records, rows[-MOST:])[::-1], len(rows)) for noun, rows in kinds.items()],
            "explained": questions[:MOST],
            "themes": edition.records.of(Theme),
            "tasks": len(tasks),
            "published": sum(bool(task.published) for task in tasks),
        },
        record=theme.at.file,
        changed=last_change(edition.records, *(row.record for row in gathered)),
    )


def on_theme(records: Records, statute: Statute, theme: Theme) -> Iterator[Question]:
    """The questions of the pack on a theme that the office does not answer itself; those asked most come first."""
    own = {question.slug for question in records.of(Question)}
    offered = (question for question in stream(records.of(Question), statute) if question.slug not in own)
    on = [question for question in offered if any(ref.slug == theme.slug for ref in question.themes)]
    yield from sorted(on, key=lambda question: not explainers()[question.slug].often)


def gather(records: Records, theme: Theme) -> Iterator[Gathered]:
    """Give each record that has something on the theme: those with a day in the order of time, then the rest.

    Tasks of the publicity plan are left out: their own page lists by theme what is done and what is due.
    """
    citing = records.citing(theme)
    for record in sorted((record for record in citing if not isinstance(record, Coverage)), key=_when):
        introduces = isinstance(record, Meeting) and record.sort == CANDIDATES_MEET
        points = () if introduces else tuple(_points(record, theme))
        materials = tuple(material for material in getattr(record, "materials", ()) if _is_on(material, theme))
        yield Gathered(record, points, materials)


def _dated(records: Records, gathered: Iterable[Gathered]) -> list[Gathered]:
    """Say when each was, where its record says so: only of those that a page shows."""
    return [
        replace(row, when=view(days, records, getattr(row.record, "source", ()), write_day))
        if (days := _days(row.record)) or days.gaps
        else row
        for row in gathered
    ]


def _days(record: Record) -> Facts[Day]:
    """The day of a record, where its kind has a day."""
    days: Facts[Day] = getattr(record, record.dated) if record.dated else NONE_STATED
    return days


def _when(record: Record) -> tuple[bool, Day]:
    """The sort key of a record: its first day; records without a day come last."""
    days = _days(record)
    known = bool(days) and days[0].value.year > 0
    return not known, days[0].value if known else Day(0)


def _points(record: Record, theme: Theme) -> Iterator[tuple[str, Point]]:
    """Points on the theme; a point below a point on the theme is not repeated."""
    last = ""
    for number, point in record.points:
        if last and number.startswith(f"{last}-"):
            continue
        if isinstance(point, Point) and _is_on(point, theme):
            last = number
            yield f"{address_of(record)}#{number}", point


def _is_on(record: Point | Material, theme: Theme) -> bool:
    return any(ref.slug == theme.slug for ref in record.themes)
