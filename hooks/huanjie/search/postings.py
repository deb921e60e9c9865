"""What one page adds to the index: each of its terms with the place where it says most, and its text for excerpts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from huanjie.search.folding import fold
from huanjie.search.sections import Section, sections
from huanjie.search.terms import name_terms, terms

# Where a term stands, the strongest first. Within a place one of WITHIN: how long a name is, or which section it is.
TITLE, OTHER, HEADING, LEAD, BODY = range(5)
WITHIN = 18
EXCERPTS = 2400  # characters of a page that are kept for excerpts; a table of all villages has more
ALSO = "也叫，也有人这样问"  # the heading of other wordings in an excerpt


@dataclass(frozen=True)
class Postings:
    """A page in the index. `places` gives each term its place; `names` the same for what only names have."""

    address: str
    title: str
    kind: str
    day: str
    places: dict[str, int]
    names: dict[str, int]
    text: str


def of_text(title: str, others: tuple[str, ...], html: str) -> tuple[dict[str, int], dict[str, int], str]:
    """Find the terms of a page, those that only names have, and its text."""
    parts = sections(html)
    places: dict[str, int] = {}
    names: dict[str, int] = {}
    for place, wordings in ((TITLE, (title,)), (OTHER, others)):
        for wording in sorted(map(fold, wordings), key=len):
            at = place * WITHIN + min(len(wording) // 2, WITHIN - 1)
            _note(places, terms(wording), at)
            _note(names, name_terms(wording), at)
    for number, part in enumerate(parts):
        _note(places, terms(fold(part.heading)), HEADING * WITHIN + min(number, WITHIN - 1))
    for number, part in enumerate(parts):
        place = BODY if number or part.heading else LEAD
        _note(places, terms(fold(part.text)), place * WITHIN + min(number, WITHIN - 1))
    return places, names, _text(parts, others)


def _note(found: dict[str, int], new: Iterable[str], at: int) -> None:
    for term in new:
        found.setdefault(term, at)


def _text(parts: list[Section], others: tuple[str, ...]) -> str:
    """The sections for excerpts: id, heading and text, marked off by signs that no record has."""
    return "\r".join(_lines(parts, others))[:EXCERPTS]


def _lines(parts: list[Section], others: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        yield f"{part.id}\t{part.heading}\t{part.text}"
    if others:
        yield f"\t{ALSO}\t" + "\n".join(others)
