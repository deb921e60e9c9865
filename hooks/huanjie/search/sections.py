"""The HTML of a page -> its sections: id, heading and text. Only our own templates are read: they are well-formed."""

import re
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
_ID = re.compile(r'\bid="([^"]*)"')
# What is never indexed: introductions of candidates (polling-day quiet), words explained on every page that has them,
# and what says nothing of its own.
_LEFT_OUT = re.compile(
    r'\bdata-(?:hj-quiet|search-exclude)|\bhidden\b|class="[^"]*\bhj-(?:cite|unseen|around|others|back)\b'
)
_NEVER = frozenset({"template", "nav", "svg", "script", "style", "thead"})
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_INLINE = frozenset({"a", "b", "span", "em", "strong", "code", "i", "abbr", "wbr", "time", "sub", "sup"})
_SPACE = re.compile(r"\s+")
_SPACED = re.compile(r" ?\n[ \n]*")


@dataclass
class Section:
    """A heading with what stands below it; the first of a page has no heading."""

    id: str
    heading: str = ""
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, one line a paragraph, row or entry."""
        return _SPACED.sub("\n", "".join(self.pieces)).strip()


def sections(html: str) -> list[Section]:
    """Cut a page at its headings."""
    found, heading, end, skipped = [Section("")], "", 0, ["", ""]
    depth = 0  # of elements with the name of the one that is left out
    for tag in _TAG.finditer(html):
        closing, name, attributes = tag.groups()
        if depth:
            depth += (name == skipped[0]) * (-1 if closing else 1)
            end = tag.end()
            continue
        if end < tag.start():
            _add(found[-1], html[end : tag.start()], heading)
        end = tag.end()
        if not closing and name not in _VOID and (name in _NEVER or _LEFT_OUT.search(attributes)):
            skipped[0], depth = name, 1
        elif name in _HEADINGS:
            heading = "" if closing else name
            if name != "h1" and not closing:
                one = _ID.search(attributes)
                found.append(Section(one[1] if one else found[-1].id))
        elif name not in _INLINE:
            found[-1].pieces.append(" " if name in ("dt", "dd", "td", "th") else "\n")
    _add(found[-1], html[end:], heading)
    return [one for one in found if one.heading or one.text]


def _add(section: Section, raw: str, heading: str) -> None:
    text = _SPACE.sub(" ", unescape(raw) if "&" in raw else raw)
    if heading == "h1":
        return  # the title is known
    if heading:
        section.heading += text
    else:
        section.pieces.append(text)
