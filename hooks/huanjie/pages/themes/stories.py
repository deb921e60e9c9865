"""Stories: experience and good practice, a page each; the newest in a list, the rest by year."""

from collections.abc import Iterable, Iterator
from functools import partial

from huanjie.content.records import Records
from huanjie.model.areas import Area
from huanjie.model.base import Record
from huanjie.model.election import Election
from huanjie.model.facts import Ref
from huanjie.model.stories import Story
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.shared.facts import FactView, day, named, view
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.years import NEWEST, Neighbours, by_year, neighbours, newest, year_name


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The list, a page for each year, a page for each story; nothing while there are none."""
    records = edition.records
    stories = newest(records.of(Story), lambda story: story.published)
    if not stories:
        return
    years = by_year(stories)
    yield Page(
        address="stories/",
        title="经验做法",
        template="themes/stories.html",
        description=f"各{edition.places}在{records.one(Election).sort}里遇到什么难处，怎样做的，哪些没有做成。",
        context={
            "newest": _listed(records, stories[:NEWEST]),
            "count": len(stories),
            "years": {year: len(own) for year, own in years.items()},
        },
        changed=last_change(records, *stories),
    )
    for year, own in years.items():
        for part in parts(f"stories/years/{year}/", own):
            yield PagePlan(part.address, partial(_year, records, part, year, len(own), tuple(years)))
    for story, around in neighbours(stories[::-1]):
        yield PagePlan(address_of(story), partial(_story, records, story, around))


def _year(records: Records, part: Part[Story], year: str, count: int, years: tuple[str, ...]) -> Page:
    return Page(
        address=part.address,
        title=f"{year_name(year)}的经验做法{part.label}",
        template="themes/stories_year.html",
        description=f"{year_name(year)}发表的经验做法，共 {count} 篇。",
        context={"stories": _listed(records, part.things), "part": part, "years": years, "year": year},
        changed=last_change(records, *part.things),
    )


def _story(records: Records, story: Story, around: Neighbours[Story]) -> Page:
    return Page(
        address=f"stories/{story.slug}/",
        title=story.heading,
        template="themes/story.html",
        description=plain(story.summary),
        context={
            "story": story,
            "published": view(story.published, records, story.source, day),
            "places": places(records, (story.area,) if story.area else (), story.constituencies),
            "themes": records.resolve(story.themes),
            "sources": named(records, story.source),
            **dict(zip(("before", "after"), around, strict=True)),
        },
        record=story.at.file,
        changed=last_change(records, story),
    )


def _listed(records: Records, stories: Iterable[Story]) -> list[tuple[Story, FactView]]:
    return [(story, view(story.published, records, story.source, day)) for story in stories]


def places(records: Records, areas: Iterable[Ref], constituencies: Iterable[Ref]) -> list[tuple[str, Record]]:
    """The areas and constituencies that a record is about, each with the name that a link shows."""
    resolved = records.resolve((*areas, *constituencies))
    return [(called(records, record), record) for record in resolved]


def called(records: Records, record: Record) -> str:
    """The name of a record away from its area: constituencies are numbered anew in each township."""
    if record.filed != "within":
        return record.heading
    slug = record.slug.partition("/")[0]
    area = next((area.heading for area in records.of(Area) if area.slug == slug), "")
    return f"{area}{record.heading}"
