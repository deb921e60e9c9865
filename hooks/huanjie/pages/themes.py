"""The themes of the publicity plan: each gathers all that belongs to it, with the way back to where it was said."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.model.base import Entry
from huanjie.model.days import Day
from huanjie.model.election import Election
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.meetings import Material, Meeting
from huanjie.model.points import Point
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.facts import Shown, shown
from huanjie.pages.facts import day as write_day
from huanjie.records import Records, references


@dataclass(frozen=True)
class Gathered:
    """What one record has on a theme: its points with their ids, the materials it used, or the record as a whole."""

    entry: Entry
    when: Shown | None
    points: tuple[tuple[str, Point], ...]
    materials: tuple[Material, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list of themes and a page for each."""
    records = edition.records
    themes = records.of(Theme)
    gathered = {theme.slug: tuple(gather(records, theme)) for theme in themes}
    yield Page(
        address="themes/",
        title="宣传主题",
        template="themes.html",
        description="、".join(theme.heading for theme in themes),
        context={"themes": [(theme, len(gathered[theme.slug])) for theme in themes]},
        record=themes[0].at.file if themes else None,
    )
    for theme in themes:
        found = gathered[theme.slug]
        yield Page(
            address=f"themes/{theme.slug}/",
            title=theme.heading,
            template="theme.html",
            description=f"{theme.question}{theme.summary}",
            context={"theme": theme, "gathered": found, "themes": themes},
            record=theme.at.file,
            changed=last_change(records, *(one.entry for one in found)),
        )


def gather(records: Records, theme: Theme) -> Iterator[Gathered]:
    """Give each record that has something on the theme: those with a day in the order of time, then the rest."""
    entries = [entry for entry in records.all if not isinstance(entry, Theme)]
    for entry in sorted(entries, key=_when):
        if not any(ref.kind == Theme.kind and ref.slug == theme.slug for ref in references(entry)):
            continue
        points = tuple(_points(entry, theme))
        materials = tuple(one for one in getattr(entry, "materials", ()) if _is_on(one, theme))
        days, sources = _dated(entry)
        when = shown(days, records, sources, write_day) if days or days.gaps else None
        yield Gathered(entry, when, points, materials)


def _dated(entry: Entry) -> tuple[Facts[Day], tuple[Ref, ...]]:
    """The day of a record that has one, with the sources that state it."""
    if isinstance(entry, Meeting):
        return entry.date, entry.source
    return (entry.polling_day, entry.source) if isinstance(entry, Election) else (NONE_STATED, ())


def _when(entry: Entry) -> tuple[bool, Day]:
    """What sorts records: those with a day by their first, the rest after them."""
    days, _ = _dated(entry)
    known = bool(days) and days[0].value.year > 0
    return not known, days[0].value if known else Day(0)


def _points(entry: Entry, theme: Theme) -> Iterator[tuple[str, Point]]:
    """Points on the theme; one below a point that was given already is not given twice."""
    last = ""
    for number, point in entry.points:
        if last and number.startswith(f"{last}-"):
            continue
        if isinstance(point, Point) and _is_on(point, theme):
            last = number
            yield f"{address_of(entry)}#{number}", point


def _is_on(record: Point | Material, theme: Theme) -> bool:
    return any(ref.slug == theme.slug for ref in record.themes)
