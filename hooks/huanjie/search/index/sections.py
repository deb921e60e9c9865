"""The HTML of a page -> its sections: id, heading and text. Only our own templates are read: they are well-formed."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_ID = re.compile(r'\bid="([^"]*)"')
# What is never indexed: introductions of candidates (polling-day quiet), words explained on every page that has them,
# and what says nothing of its own.
_LEFT_OUT = re.compile(
    r'\bdata-(?:hj-quiet|search-exclude)|\bhidden\b|class="[^"]*\bhj-(?:cite|unseen|around|others|back)\b'
)
_NEVER = frozenset({"template", "nav", "svg", "script", "style", "thead"})
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_CELLS = frozenset({"dt", "dd", "td", "th"})
_INLINE = frozenset({"a", "b", "span", "em", "strong", "code", "i", "abbr", "wbr", "time", "sub", "sup"})
_SPACE = re.compile(r"\s+")
_BREAK = "\ue000"  # between two lines: private use, which the reader refuses in records
_BREAKS = re.compile(f"[ {_BREAK}]*{_BREAK}[ {_BREAK}]*")


@dataclass
class Section:
    """A heading with what stands below it; the first of a page has no heading."""

    id: str
    headings: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @cached_property
    def heading(self) -> str:
        """The heading, in one line."""
        return _text(self.headings)

    @cached_property
    def text(self) -> str:
        """The text, one line a paragraph, row or entry."""
        return _BREAKS.sub("\n", _text(self.pieces)).strip()


def sections(html: str) -> list[Section]:
    """Cut a page at its headings."""
    first, *rest = _TAG.split(html)
    cut = [Section("", pieces=[first])]
    pieces = cut[0].pieces  # where text goes
    skipped, depth = "", 0  # an element that is left out, and how many of its name are open
    for closing, name, attributes, text in zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True):
        if depth:
            depth += (name == skipped) * (-1 if closing else 1)
            if depth:
                continue
        elif name in _NEVER or (attributes and name not in _VOID and _LEFT_OUT.search(attributes)):
            skipped, depth = name, 1
            continue
        elif name not in _HEADINGS:
            if name not in _INLINE:
                cut[-1].pieces.append(" " if name in _CELLS else _BREAK)
        elif closing:
            pieces = cut[-1].pieces
        elif name == "h1":
            pieces = []  # the title is known
        else:
            match = _ID.search(attributes)
            cut.append(Section(match[1] if match else cut[-1].id))
            pieces = cut[-1].headings
        pieces.append(text)
    return [match for match in cut if match.heading or match.text]


def _text(pieces: list[str]) -> str:
    return _SPACE.sub(" ", unescape("".join(pieces)))
