"""Words explained: the page of all of them, and on each page those of its prose, marked where each comes first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from huanjie.law.glossary import Term, named, pattern, terms
from huanjie.law.statute import Cited
from huanjie.pages import Edition, Page, cited_address

Row = tuple[Term, list[tuple[Cited, str]]]  # a word, and where the law says so


@dataclass
class Words:
    """The words that are marked on a page, in the order in which they come; made anew for each page."""

    used: dict[str, Term] = field(default_factory=dict)

    def mark(self, html: Markup) -> Markup:
        """Make the first of each word in a piece of prose a link to what the page says of it further down."""
        if not any(name in html and term.id not in self.used for name, term in named().items()):  # nearly always
            return html
        return Markup(pattern().sub(self._marked, html))  # noqa: S704  # only links to our own ids are put into it

    def _marked(self, match: re.Match[str]) -> str:
        word = match[0]
        term = named().get(word)
        if term is None or term.id in self.used:
            return match[0]
        self.used[str(term.id)] = term
        return f'<a class="hj-term" id="said-{term.id}" href="#term-{term.id}">{word}</a>'


def pages(edition: Edition) -> Iterator[Page]:
    """The page of all words, by subject."""
    topics: dict[str, list[Row]] = {}
    for term in terms().values():
        cited = [(citation, cited_address(citation)) for citation in term.cited(edition.statute)]
        topics.setdefault(str(term.topic), []).append((term, cited))
    yield Page(
        address="glossary/",
        title="词语解释",
        template="law/glossary.html",
        description="选区、预选、另行选举、代表资格审查……选举里的词，用大白话说是什么意思，根据法律哪一条。",
        context={"topics": topics},
    )
