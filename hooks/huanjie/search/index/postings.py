"""The postings of a page: each of its terms with the place where it says most, and its text for excerpts."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Self

from huanjie.search.index.folding import fold
from huanjie.search.index.normalization import Own
from huanjie.search.index.sections import Section, sections
from huanjie.search.index.terms import name_terms, terms

# Where a term stands, the strongest first. Within a place one of WITHIN: how long a name is, or which section it is.
TITLE, OTHER, HEADING, LEAD, BODY = range(5)
WITHIN = 18
EXCERPTS = 1800  # characters of a page that are kept for excerpts; a table of all villages has more
ALSO = "也叫，也有人这样问"  # the heading of other wordings in an excerpt


Terms = tuple[tuple[int, str], ...]  # for each place its terms, a space between them: no term has one
_PART, _LINE = "\x1e", "\x1f"
_APART = "\x01"  # between lines that are folded as one: no space, which is lost between a number and what it counts
MOST_LINES = 1 << 14  # that are known at a time

Folded = tuple[str, frozenset[str]]  # a line as it is compared, and its terms


@dataclass(frozen=True)
class Postings:
    """A page in the index. `places` gives the terms of each place; `names` the same for what only names have.

    `topic` is the number of its topic, as a text; `themes` the names of the themes it belongs to, a space between them.
    `written` has places, names and text as they are kept: of 100,000 pages they would not fit unpacked.
    """

    address: str
    title: str
    kind: str
    day: str
    topic: str
    themes: str
    written: bytes | memoryview

    @staticmethod
    def pack(places: Terms, names: Terms, text: str) -> bytes:
        """Pack terms and text; the same page gives the same bytes."""
        lists = (_LINE.join(f"{chr(at)}{terms}" for at, terms in lists_of) for lists_of in (places, names))
        return _PART.join((*lists, text)).encode()

    def packed(self) -> bytes:
        """Pack all of it, to be saved."""
        head = (self.address, self.title, self.kind, self.day, self.topic, self.themes, "")
        return _PART.join(head).encode() + self.written

    @classmethod
    def unpacked(cls, packed: bytes) -> Self:
        """Read what was written down."""
        *head, written = packed.split(_PART.encode(), 6)
        address, title, kind, day, topic, themes = (text.decode() for text in head)
        return cls(address, title, kind, day, topic, themes, memoryview(packed)[-len(written) :])

    @property
    def places(self) -> Terms:
        """The terms of each place."""
        return _lists(self._part(0))

    @property
    def names(self) -> Terms:
        """The same for what only names have."""
        return _lists(self._part(1))

    @property
    def text(self) -> str:
        """The text, for excerpts."""
        return self._part(2)

    def _part(self, number: int) -> str:
        return str(self.written, "utf-8").split(_PART)[number]


def _lists(written: str) -> Terms:
    return tuple((ord(line[0]), line[1:]) for line in written.split(_LINE) if line)


def of_text(title: str, others: tuple[str, ...], html: str, own: Own) -> tuple[Terms, Terms, str]:
    """Find the terms of a page, those that only names have, and its text."""
    parts = sections(html)
    lines = [(HEADING, number, part.heading) for number, part in enumerate(parts) if part.heading]
    for number, part in enumerate(parts):
        place = BODY if number or part.heading else LEAD
        lines += ((place, number, line) for line in part.text.split("\n"))
    wordings = (title, *others)
    folded = _folded([*wordings, *(line for _, _, line in lines)], own)
    places, names = _Noted(), _Noted()
    for place, lines_folded in ((TITLE, folded[:1]), (OTHER, folded[1 : len(wordings)])):
        for wording, page_terms in sorted(lines_folded, key=_length):
            at = place * WITHIN + min(len(wording) // 2, WITHIN - 1)
            places.note(page_terms, at)
            names.note(name_terms(wording), at)
    for (place, number, _), (_, page_terms) in zip(lines, folded[len(wordings) :], strict=True):
        places.note(page_terms, place * WITHIN + min(number, WITHIN - 1))
    return places.terms, names.terms, _text(parts, others)


def _length(line: Folded) -> int:
    return len(line[0])


def _folded(lines: Sequence[str], own: Own) -> list[Folded]:
    """Fold lines. Pages of a kind have many in common; those that are new are folded as one, a third of the work."""
    known = _known(own)
    new = [line for line in dict.fromkeys(lines) if line not in known]
    if new:
        known |= {
            line: (folded, frozenset(terms(folded)))
            for line, folded in zip(new, fold(_APART.join(new), own).split(_APART), strict=True)
        }
    known_lines = [known[line] for line in lines]
    if len(known) > MOST_LINES:
        known.clear()
    return known_lines


@cache
def _known(own: Own) -> dict[str, Folded]:  # noqa: ARG001  # it is kept by this
    return {}


class _Noted:
    """The terms of a page by the strongest place that has them."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._places: dict[int, set[str]] = {}

    def note(self, new: AbstractSet[str], at: int) -> None:
        fresh = new - self._known
        if fresh:
            self._known |= fresh
            self._places.setdefault(at, set()).update(fresh)

    @property
    def terms(self) -> Terms:
        return tuple((at, " ".join(sorted(place_terms))) for at, place_terms in sorted(self._places.items()))


def _text(parts: list[Section], others: tuple[str, ...]) -> str:
    """The sections for excerpts: id, heading and text, marked off by signs that no record has."""
    return "\r".join(_lines(parts, others))[:EXCERPTS]


def _lines(parts: list[Section], others: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        yield f"{part.id}\t{part.heading}\t{part.text}"
    if others:
        yield f"\t{ALSO}\t" + "\n".join(others)
