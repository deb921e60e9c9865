"""Pages -> the search index: files that a reader's browser loads one by one, and only those that a query needs.

`index` does all; a caller with many pages runs `postings` for each where it likes (it is pure, what it gives can be
pickled and kept) and gives the results to `assemble`. The reader's script is `search.js` beside this.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from huanjie.law.numerals import chinese
from huanjie.law.pack import Article, Law
from huanjie.model.areas import Area
from huanjie.model.base import Entry
from huanjie.model.constituencies import Constituency
from huanjie.model.questions import Question
from huanjie.pages import Page
from huanjie.search.assembly import MANIFEST, assemble
from huanjie.search.folding import fold
from huanjie.search.kinds import KINDS, kind_of
from huanjie.search.postings import Postings, of_text
from huanjie.search.words import topic_of

__all__ = ["SCRIPT", "Indexed", "Postings", "assemble", "index", "of_page", "postings", "published"]

SCRIPT = "search.js"  # the reader's script, at its end what is in the index
READER = Path(__file__).parent / "reader"
PARTS = ("folding", "index", "query", "matching", "marks", "page", "box", "results", "start")
_FOR_PEOPLE = re.compile(r"/\*.*?\*/ ?|^ +| +// [^\n]*$|\n(?=\s*\n)", re.MULTILINE | re.DOTALL)
_DATED = re.compile(r"(?:meetings|stories)/(\d{4}-\d\d-\d\d)")
_BY_TOPIC = {kind.name for kind in KINDS if kind.lie == "topic"}
_DATED_KINDS = frozenset({"公告", "政策材料", "经验做法", "更正"})


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


def of_page(page: Page, html: str) -> Indexed:
    """Take what the index needs of a page and the HTML of its content."""
    kind = kind_of(page.address)
    return Indexed(page.address, page.title, kind, html, tuple(_others(page, kind)), _day(page, kind), _themes(page))


def postings(page: Indexed) -> Postings:
    """Give what one page adds to the index."""
    places, names, text = of_text(page.title, page.others, page.html)
    topic = str(topic_of(fold(page.title)) if page.kind in _BY_TOPIC else "")
    return Postings(page.address, page.title, page.kind, page.day, topic, " ".join(page.themes), places, names, text)


def index(pages: Iterable[Indexed]) -> dict[str, bytes]:
    """Make the whole index: file names and their bytes."""
    return assemble(postings(page) for page in pages)


def published(pages: Iterable[Postings]) -> dict[str, bytes]:
    """Make the index with the reader's script: one file names all others and is asked for first."""
    files = assemble(pages)
    files[SCRIPT] = script().encode() + files.pop(MANIFEST)
    return files


def script() -> str:
    """The reader's script: its parts as one, without what only people read."""
    parts = "".join((READER / f"{name}.js").read_text("utf-8") for name in PARTS)
    return f"(function(){{\n{_FOR_PEOPLE.sub('', parts)}}})();\n"


def _day(page: Page, kind: str) -> str:
    dated = _DATED.match(page.address)
    if dated:
        return dated[1]
    return page.changed.isoformat() if page.changed and kind in _DATED_KINDS else ""


def _themes(page: Page) -> tuple[str, ...]:
    """The themes of the publicity plan that the page's record belongs to, as a whole or with a point."""
    several = [value for value in page.context.values() if isinstance(value, Entry)]
    several = [one for one in several if one.at.file == page.record]
    parts = [*several, *(point for one in several for _, point in one.points)]
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
        case "乡镇街道", {"area": Area() as area}:
            for locality in area.localities:
                yield locality.name
                yield from locality.aliases
        case "选区", {"area": Area() as area, "constituency": Constituency() as constituency}:
            yield f"{area.title}第 {constituency.number} 选区"
        case "候选人" | "结果", {"area": Area()}:
            yield page.title.replace("的", "")
