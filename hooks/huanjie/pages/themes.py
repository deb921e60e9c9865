"""The themes of the publicity plan: each gathers all that belongs to it, with the way back to where it was said."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.model.base import Entry
from huanjie.model.meetings import Material, Meeting
from huanjie.model.points import Point
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.facts import Shown, shown
from huanjie.pages.facts import day as write_day
from huanjie.pages.meetings import by_day
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
    """Give each record that has something on the theme: meetings by day first, then the rest."""
    meetings = by_day(records.of(Meeting))
    for entry in (*meetings, *(other for other in records.all if not isinstance(other, (Meeting, Theme)))):
        if not any(ref.kind == Theme.kind and ref.slug == theme.slug for ref in references(entry)):
            continue
        points = tuple(_points(entry, theme))
        materials = tuple(one for one in getattr(entry, "materials", ()) if _is_on(one, theme))
        when = shown(entry.date, records, entry.source, write_day) if isinstance(entry, Meeting) else None
        yield Gathered(entry, when, points, materials)


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
