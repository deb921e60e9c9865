"""Questions that people ask: by topic, and a page each with the answer, what it rests on and whom to ask.

The office's own stand beside those that come with the pack, which it can replace.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from huanjie.content.records import Records
from huanjie.law import Statute
from huanjie.law.explainers import Explainer, articles, explainers, replaced
from huanjie.law.pack import legal_rules
from huanjie.law.references import filled
from huanjie.model.questions import Question
from huanjie.pages import (
    Edition,
    Page,
    PagePlan,
    address_of,
    article_address,
    cited_address,
    last_change,
    poster_address,
    rule_address,
)
from huanjie.pages.bodies.bodies import whom_to_ask
from huanjie.pages.questions.stream import answer, by_topic, often, stream
from huanjie.pages.shared.facts import FactView, day, named, view
from huanjie.pages.shared.paging import Part
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.years import newest
from huanjie.pages.vote.guide import dated, leads, subjects

NEWEST = 10
RELATED = 5
Link = tuple[str, str]  # what a link says, and the address it leads to


@dataclass(frozen=True)
class Ground:
    """What an answer rests on: a rule of law and its article as in force, or an article by itself."""

    title: str
    address: str
    where: str
    where_address: str


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The list of topics, the pages of each, a page for each question."""
    own = edition.records.of(Question)
    topics = by_topic(stream(own, edition.statute))
    yield PagePlan("questions/", partial(_index, edition))
    links = tuple((topic.title, topic.address) for topic in topics)
    slugs, there = {question.slug for question in own}, subjects(edition.records)
    for topic in topics:
        for part in topic.parts:
            yield PagePlan(part.address, partial(_part, edition.records, topic.title, part, links))
        for place, question in enumerate(topic.questions):
            around = _around(topic.questions, place)
            ways = None if question.slug in slugs else tuple(leads(explainers()[question.slug].leads, there))
            made = partial(_question, edition, question, (topic.title, topic.address), around, ways)
            yield PagePlan(address_of(question), made)
    for slug, local in replaced(own, edition.statute).items():
        if local.slug != slug:
            yield PagePlan(f"questions/{slug}/", partial(_moved, slug, local))


def _index(edition: Edition) -> Page:
    own = edition.records.of(Question)
    questions = stream(own, edition.statute)
    latest = newest(own, lambda question: question.answered_on or question.asked_on)[:NEWEST]
    return Page(
        address="questions/",
        title="问答",
        template="questions/questions.html",
        description="群众问得多的问题和答复，按类别查找：谁能投票，怎样登记，人在外地怎么办。",
        context={
            "count": len(questions),
            "topics": by_topic(questions),
            "often": _listed(edition.records, often(own, edition.statute)),
            "newest": _listed(edition.records, latest),
        },
        changed=last_change(edition.records, *own),
    )


def _part(records: Records, title: str, part: Part[Question], topics: tuple[Link, ...]) -> Page:
    return Page(
        address=part.address,
        title=f"问答：{title}{part.label}",
        template="questions/topic.html",
        description=f"关于{title}的问题和答复，如：{part.things[0].title}",
        context={"title": title, "part": part, "topics": topics, "questions": _listed(records, part.things)},
        changed=last_change(records, *part.things),
    )


Ways = tuple[Link, ...] | None
Around = tuple[Question | None, Question | None, tuple[Question, ...]]


def _question(edition: Edition, question: Question, topic: Link, around: Around, ways: Ways) -> Page:
    """Make the page of a question; `ways` lead on from one of the pack, and are None for the office's own."""
    records, statute, packed = edition.records, edition.statute, ways is not None
    return Page(
        address=address_of(question),
        title=question.heading,
        template="questions/question.html",
        description=plain(filled(answer(question), statute)) or f"{question.title}还没有答复。",
        context={
            "question": question,
            "packed": packed,
            "answered": bool(answer(question)),
            "asked_on": view(question.asked_on, records, question.source, day),
            "answered_on": view(question.answered_on, records, question.source, day),
            "days": dated(edition, _last_days(question)) if packed else (),
            "grounds": [
                *grounds(statute, question.rules),
                *(articles_of(statute, explainers()[question.slug]) if packed else ()),
            ],
            "leads": ways or (),
            "policies": records.resolve(question.policies),
            "ask": whom_to_ask(records) if question.local else None,
            "themes": records.resolve(question.themes),
            "sources": named(records, question.source),
            **dict(zip(("topic", "topic_address"), topic, strict=True)),
            "poster": poster_address(edition, address_of(question)) if answer(question) else "",
            **dict(zip(("before", "after", "related"), around, strict=True)),
        },
        record=None if packed else question.at.file,
        changed=last_change(records, question),
    )


def _moved(slug: str, local: Question) -> Page:
    """What stands at the address of a question of the pack that the office answers itself."""
    title = explainers()[slug].title
    return Page(
        address=f"questions/{slug}/",
        title=str(title),
        template="questions/moved.html",
        description=f"{title}本地的办公室另有答复。",
        context={"local": local},
        searched=False,
    )


def _around(questions: tuple[Question, ...], place: int) -> Around:
    """The neighbours of a question, and others of its topic: those that follow, then those from the beginning."""
    others = (*questions[place + 2 : place + 2 + RELATED], *questions[: max(place - 1, 0)][:RELATED])
    before = questions[place - 1] if place else None
    return before, next(iter(questions[place + 1 : place + 2]), None), others[:RELATED]


def _listed(records: Records, questions: Iterable[Question]) -> list[tuple[Question, str, FactView]]:
    """Questions with what a list shows of them: the short answer, or since when they wait."""
    return [
        (question, answer(question), view(question.asked_on, records, question.source, day)) for question in questions
    ]


def _last_days(question: Question) -> Iterator[str]:
    """The rules of an answer by which something is due on a day."""
    for name in question.rules:
        rule = legal_rules().get(str(name))
        if rule and rule.deadline and rule.relation != "not-on":
            yield str(name)


def grounds(statute: Statute, rules: Iterable[str]) -> list[Ground]:
    """The rules of law that editors named, each with its article as in force; Q203 has refused what is none."""
    resting = (legal_rules().get(str(rule)) for rule in rules)
    return [
        Ground(str(rule.title), rule_address(rule), place.text, cited_address(place))
        for rule in resting
        if rule and (place := statute.cite(rule))
    ]


def articles_of(statute: Statute, explainer: Explainer) -> Iterator[Ground]:
    """The articles that an answer of the pack rests on."""
    for where, law, article in articles(explainer, statute):
        address = article_address(law, article)
        yield Ground(str(article.heading), address, where, address)
