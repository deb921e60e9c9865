"""The page of search results. Without a query, and without scripts, it is a table of contents: by topic and A to Z."""

from collections import defaultdict
from collections.abc import Iterator

from huanjie.chinese import readings
from huanjie.law.pack import legal_rules
from huanjie.law.statute import NATIONAL
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.discipline import Discipline
from huanjie.model.questions import Question
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, address_of, law_address
from huanjie.pages.bodies.bodies import whom_to_ask
from huanjie.pages.questions.stream import by_topic, stream

Link = tuple[str, str]  # what is written, and the address where it leads


def pages(edition: Edition) -> Iterator[Page]:
    """The page of search."""
    yield Page(
        address="search/",
        title="搜索",
        template="search/search.html",
        description="在全站查找：写一个词、一个地名或者一句话，也可以从目录里找。",
        context={
            "topics": [*_topics(edition)],
            "letters": _letters(edition),
            "office": whom_to_ask(edition.records),
        },
        searched=False,
    )


def _topics(edition: Edition) -> Iterator[tuple[str, list[Link]]]:
    """The site's contents by topic; a kind of record that the site lacks is left out."""
    records = edition.records
    topics = by_topic(stream(records.of(Question), edition.statute))
    questions = [(topic.title, topic.address) for topic in topics]
    scopes = (NATIONAL, edition.statute.province)
    ruled = dict.fromkeys(str(rule.topic) for rule in legal_rules().values() if rule.scope in scopes)
    rules = [(name, f"law/#topic-{number}") for number, name in enumerate(ruled, 1)]
    discipline = [(discipline.heading, address_of(discipline)) for discipline in records.of(Discipline)]
    themes = [(theme.heading, address_of(theme)) for theme in records.of(Theme)]
    for name, links in (("问答", questions), ("法律怎么规定", rules), ("选举纪律", discipline), ("宣传主题", themes)):
        if links:
            yield name, links


def _letters(edition: Edition) -> list[tuple[str, list[Link]]]:
    """Places, bodies and laws by the first letter of their names as they are spoken."""
    named = [(record.heading, address_of(record)) for kind in (Area, Body) for record in edition.records.of(kind)]
    named += [(str(law.short), law_address(law)) for law in edition.statute.laws]
    links: dict[str, list[Link]] = defaultdict(list)
    for name, address in sorted(named, key=lambda link: ([_sound(character) for character in link[0]], link)):
        links[_sound(name[0])[0].upper()].append((name, address))
    return sorted(links.items())


def _sound(character: str) -> str:
    return readings().get(character, (character,))[0]
