"""Prose of records as HTML: paragraphs, lists and links; every other character comes out as it was typed.

An empty line begins a paragraph, a line that begins with "- " is an entry of a list, any other line stays a line.
Nothing else is markup: names, numbers and masks (王*明, 138****1234) are plain text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from huanjie.model.links import links

LIST = "- "


@dataclass(frozen=True)
class Linked:
    """A part of a text that is made a link: its extent, where it leads, and what it says on hover."""

    start: int
    end: int
    label: str
    address: str
    says: str = ""


def prose(text: str, cited: Sequence[Linked] = (), to: Callable[[str], str] = str) -> Markup:
    """Turn an editor's prose into HTML blocks.

    `cited` are parts of the text that are to be links, in order; `to` gives the way to a page of this site.
    """
    if "\n" not in text and "[" not in text and not cited and not text.startswith(LIST):  # nearly all text
        return Markup(f"<p>{escape(text.strip())}</p>")  # noqa: S704  # escaped
    return Markup("\n".join(_blocks(_linked(text, cited, to))))  # noqa: S704  # escaped in _linked


def inline(text: str, cited: Sequence[Linked] = (), to: Callable[[str], str] = str) -> Markup:
    """Turn prose of a single paragraph into HTML that fits inside a sentence or a list entry."""
    html = prose(text, cited, to)
    single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return Markup(html[3:-4]) if single else html  # noqa: S704  # a slice of what was safe already


def plain(text: str) -> str:
    """Prose as text in a single line, for descriptions and titles."""
    return " ".join(Markup(prose(text).replace("<br>", " ")).striptags().split())  # noqa: S704  # as above


def _linked(text: str, cited: Iterable[Linked], to: Callable[[str], str]) -> str:
    """The text escaped, line by line, with its links; a link that an editor typed wins over a citation in it."""
    typed = [
        Linked(link.start, link.end, link.label, to(link.address) if link.own else link.address)
        for link in links(text)
        if link.leads_somewhere
    ]
    end, parts = 0, []
    for link in sorted((*typed, *cited), key=lambda link: (link.start, -link.end)):
        if link.start >= end:
            parts += [str(escape(text[end : link.start])), _anchor(link)]
            end = link.end
    return "".join([*parts, str(escape(text[end:]))])


def _anchor(link: Linked) -> str:
    says = f' title="{escape(link.says)}"' if link.says else ""
    return f'<a href="{escape(link.address)}"{says}>{escape(" ".join(link.label.split()))}</a>'


def _blocks(html: str) -> Iterator[str]:
    """Paragraphs and lists, from escaped lines."""
    lines = [line.strip() for line in html.split("\n")]
    for kind, block in groupby(lines, lambda line: "list" if line.startswith(LIST) else "text" if line else ""):
        if kind == "list":
            yield "<ul>"
            yield from (f"<li>{line.removeprefix(LIST)}</li>" for line in block)
            yield "</ul>"
        elif kind:
            yield f"<p>{'<br>'.join(block)}</p>"
