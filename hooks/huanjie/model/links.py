"""Links that an editor types in prose: [怎样委托](questions/proxy/) to a page of ours, [通告](https://…) elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from huanjie.model.addresses import doubt_of_web

# Bounded lengths, and no closing character inside: a page of brackets is read in one pass.
_TYPED = re.compile(r"\[(?P<label>[^\[\]\n]{1,200})\]\((?P<address>[^\s\[\]()<>\"'`\\]{1,1000})\)")
_OWN = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)+(?:#[a-z0-9][a-z0-9._-]*)?", re.ASCII)


@dataclass(frozen=True)
class Link:
    """A link in a text: its extent, its label, its address."""

    start: int
    end: int
    label: str
    address: str

    @property
    def own(self) -> bool:
        """Whether it leads to a page of this site, relative to the site's first page: questions/proxy/."""
        return bool(_OWN.fullmatch(self.address))

    @property
    def host(self) -> str:
        """The host of another site that it leads to; "" where there is none, or it cannot be trusted."""
        return "" if doubt_of_web(self.address) else urlsplit(self.address).hostname or ""

    @property
    def leads_somewhere(self) -> bool:
        """Whether a reader can follow it; else it is text like any other."""
        return self.own or bool(self.host)


def links(text: str) -> Iterator[Link]:
    """Find the links in a text, in order."""
    if "](" not in text:  # nearly all text
        return
    for typed in _TYPED.finditer(text):
        yield Link(typed.start(), typed.end(), typed["label"], typed["address"])
