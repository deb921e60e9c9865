"""Questions that people ask: by topic, and a page each with the answer, what it rests on and whom to ask."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from huanjie.law import Cited, Statute
from huanjie.law.pack import LegalRule, legal_rules
from huanjie.law.references import filled
from huanjie.model.questions import TOPICS, Question
from huanjie.pages import Edition, Page, cited_address, last_change, rule_address
from huanjie.pages.bodies import whom_to_ask
from huanjie.pages.facts import Shown, day, named, shown
from huanjie.pages.prose import plain
from huanjie.pages.years import newest
from huanjie.records import Records

NEWEST = 10
RELATED = 5


@dataclass(frozen=True)
class Topic:
    """A topic with its questions; its number is its place in the order of all topics."""

    number: int
    title: str
    questions: tuple[Question, ...]

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"questions/topics/{self.number}/"

    @property
    def waiting(self) -> int:
        """How many of its questions have no answer yet."""
        return sum(not answer(question) for question in self.questions)


@dataclass(frozen=True)
class Ground:
    """A rule of law that something rests on, with its article as in force."""

    rule: LegalRule
    address: str
    cited: Cited
    cited_address: str


def pages(edition: Edition) -> Iterator[Page]:
    """The list of topics, a page for each, a page for each question; nothing while there are none."""
    records = edition.records
    questions = records.of(Question)
    if not questions:
        return
    topics = _topics(questions)
    latest = newest(questions, lambda question: question.answered_on or question.asked_on)[:NEWEST]
    yield Page(
        address="questions/",
        title="问答",
        template="questions.html",
        description="群众问得多的问题和答复，按类别查找：谁能投票，怎样登记，人在外地怎么办。",
        context={"count": len(questions), "topics": topics, "newest": _listed(records, latest)},
        changed=last_change(records, *questions),
    )
    for topic in topics:
        yield _topic(records, topic, topics)
        for place, question in enumerate(topic.questions):
            yield _question(edition, topic, question, place)


def _topic(records: Records, topic: Topic, topics: list[Topic]) -> Page:
    return Page(
        address=topic.address,
        title=f"问答：{topic.title}",
        template="questions_topic.html",
        description=f"关于{topic.title}的问题和答复，共 {len(topic.questions)} 个。",
        context={"topic": topic, "topics": topics, "questions": _listed(records, topic.questions)},
        changed=last_change(records, *topic.questions),
    )


def _question(edition: Edition, topic: Topic, question: Question, place: int) -> Page:
    records = edition.records
    return Page(
        address=f"questions/{question.slug}/",
        title=question.heading,
        template="question.html",
        description=plain(filled(answer(question), edition.statute)) or f"{question.title}还没有答复。",
        context={
            "question": question,
            "answered": bool(answer(question)),
            "asked": shown(question.asked_on, records, question.source, day),
            "answered_on": shown(question.answered_on, records, question.source, day),
            "grounds": grounds(edition.statute, question.rules),
            "policies": records.found(question.policies),
            "ask": whom_to_ask(records) if question.local else None,
            "themes": records.found(question.themes),
            "sources": named(records, question.source),
            "topic": topic,
            **_around(topic.questions, place),
        },
        record=question.at.file,
        changed=last_change(records, question),
    )


def _around(questions: tuple[Question, ...], place: int) -> dict[str, object]:
    """The neighbours of a question, and others of its topic: those that follow, then those from the beginning."""
    others = (*questions[place + 2 :], *questions[: max(place - 1, 0)])
    return {
        "before": questions[place - 1] if place else None,
        "after": next(iter(questions[place + 1 :]), None),
        "related": others[:RELATED],
    }


def _topics(questions: Iterable[Question]) -> list[Topic]:
    """The topics that have questions, in their own order."""
    several = tuple(questions)
    topics = (
        Topic(number, title, tuple(question for question in several if question.topic == title))
        for number, title in enumerate(TOPICS, 1)
    )
    return [topic for topic in topics if topic.questions]


def _listed(records: Records, questions: Iterable[Question]) -> list[tuple[Question, str, Shown]]:
    """Questions with what a list shows of them: the short answer, or since when they wait."""
    return [
        (question, answer(question), shown(question.asked_on, records, question.source, day)) for question in questions
    ]


def answer(question: Question) -> str:
    """The short answer, or the first paragraph of the full one; "" while there is neither."""
    return str(question.short or (question.answer or "").split("\n\n")[0])


def grounds(statute: Statute, rules: Iterable[str]) -> list[Ground]:
    """The rules of law that editors named, each with its article as in force; Q203 has refused what is none."""
    found = (legal_rules().get(str(rule)) for rule in rules)
    return [
        Ground(rule, rule_address(rule), cited, cited_address(cited))
        for rule in found
        if rule and (cited := statute.cite(rule))
    ]
