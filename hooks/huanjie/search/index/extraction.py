"""A page -> its entry for the index: its names, its day, its themes, the HTML of its content."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import escape

from huanjie.chinese.numerals import chinese
from huanjie.law.glossary import terms
from huanjie.law.pack import Article, Law
from huanjie.model.areas import OTHER, Area
from huanjie.model.base import Record
from huanjie.model.constituencies import Constituency
from huanjie.model.questions import Question
from huanjie.model.stations import Covered, Station
from huanjie.pages import Page
from huanjie.search.index.kinds import PLACE, kind_of

_DATED = re.compile(r"(?:meetings|stories)/(\d{4}-\d\d-\d\d)")
_DATED_KINDS = frozenset({"公告", "政策材料", "经验做法", "更正"})
_WORDS = "glossary/"  # the page of words: each is found by itself


@dataclass(frozen=True)
class Indexed:
    """A page as the index sees it. `others`: other wordings of its question or title, and names that lead to it."""

    address: str
    title: str
    kind: str
    html: str
    others: tuple[str, ...] = ()
    day: str = ""
    themes: tuple[str, ...] = ()


def of_page(page: Page, html: str) -> Iterator[Indexed]:
    """Take what the index needs of a page and the HTML of its content."""
    kind = _kind(page)
    if page.address == _WORDS:
        yield from _words(page)
    else:
        yield Indexed(
            page.address,
            page.title,
            kind,
            html,
            (*_others(page, kind), *_met(page.address)),
            _day(page, kind),
            _themes(page),
        )


def _kind(page: Page) -> str:
    kind, area = kind_of(page.address), page.context.get("area")
    return PLACE if kind == "乡镇街道" and isinstance(area, Area) and area.group == OTHER else kind


def _words(page: Page) -> Iterator[Indexed]:
    assert page.statute is not None  # noqa: S101  # every planned page has one
    for term in terms().values():
        address = f"{page.address}#{term.id}"
        means = str(escape(term.meaning(page.statute)))
        yield Indexed(address, str(term.name), kind_of(address), means, tuple(map(str, term.also)))


def _day(page: Page, kind: str) -> str:
    dated = _DATED.match(page.address)
    if dated:
        return dated[1]
    return page.changed.isoformat() if page.changed and kind in _DATED_KINDS else ""


def _met(address: str) -> Iterator[str]:
    """How people ask for a meeting of which they know the day only."""
    dated = _DATED.match(address)
    if dated and address.startswith("meetings/"):
        day = date.fromisoformat(dated[1])
        yield f"{day.month}月{day.day}日会议"


def _themes(page: Page) -> tuple[str, ...]:
    """The themes of the publicity plan that the page's record belongs to, as a whole or with a point."""
    records = [value for value in page.context.values() if isinstance(value, Record)]
    records = [record for record in records if record.at.file == page.record]
    parts = [*records, *(point for record in records for _, point in record.points)]
    return tuple(sorted({ref.slug for part in parts for ref in getattr(part, "themes", ())}))


def _others(page: Page, kind: str) -> Iterator[str]:
    match kind, page.context:
        case _, {"question": Question(also=also)}:
            yield from also
        case _, {"law": Law() as law, "article": Article() as article}:
            newest = list(article.numbers.values())[-1]
            for version, number in article.numbers.items():
                if number != newest:
                    yield f"{law.short}第{chinese(number)}{law.unit or '条'}（{version} 年版）"
        case "乡镇街道" | "地方", {"area": Area() as area}:
            for locality in area.localities:
                yield from locality.aliases
        case "选区", {"area": Area() as area, "constituency": Constituency() as constituency}:
            yield f"{area.title}{constituency.label}"
            yield from _covered(area, constituency.covers)
        case "投票站", {"area": Area() as area, "station": Station() as station}:
            yield from _covered(area, station.serves)
        case "候选人" | "结果", {"area": Area() as area}:
            yield page.title.replace("的", "")
            yield f"{area.title}{'候选人' if kind == '候选人' else '当选代表'}名单"


def _covered(area: Area, covered: Iterable[Covered]) -> Iterator[str]:
    """The villages of a constituency or station, by all their names: who looks for a village wants one of these."""
    also = {locality.name: locality.aliases for locality in area.localities}
    for name in dict.fromkeys(place.name for place in covered):
        yield name
        yield from also.get(name, ())
