"""Questions of the office and of the pack as one stream, by topic: what lists, pages and themes take from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from huanjie.law.explainers import explained, explainers, replaced
from huanjie.law.statute import Statute
from huanjie.model.questions import TOPICS, Question
from huanjie.pages.shared.paging import Part, parts

MOST = 40  # questions on a page of a topic: each with its short answer


@dataclass(frozen=True)
class Topic:
    """A topic with its questions; its number is its place in the order of all topics."""

    number: int
    title: str
    questions: tuple[Question, ...]

    @property
    def address(self) -> str:
        """The address of its first page."""
        return f"questions/topics/{self.number}/"

    @property
    def waiting(self) -> int:
        """The number of its questions without an answer."""
        return sum(not answer(question) for question in self.questions)

    @property
    def parts(self) -> list[Part[Question]]:
        """Its pages, so that none grows with the questions."""
        return parts(self.address, self.questions, MOST)


def stream(own: Iterable[Question], statute: Statute) -> tuple[Question, ...]:
    """An office's own questions, then those of the pack that none of them replaces."""
    local = tuple(own)
    gone = replaced(local, statute)
    return (*local, *(question for question in explained(statute) if question.slug not in gone))


def often(own: Iterable[Question], statute: Statute) -> tuple[Question, ...]:
    """The questions that are asked most, each as the office answers it where it does."""
    local = replaced(own, statute)
    return tuple(
        local.get(question.slug, question) for question in explained(statute) if explainers()[question.slug].often
    )


def by_topic(questions: Iterable[Question]) -> tuple[Topic, ...]:
    """The topics that have questions, in their own order."""
    listed = tuple(questions)
    topics = (
        Topic(number, title, tuple(question for question in listed if question.topic == title))
        for number, title in enumerate(TOPICS, 1)
    )
    return tuple(topic for topic in topics if topic.questions)


def answer(question: Question) -> str:
    """The short answer, or the first paragraph of the full one; "" while there is neither."""
    return str(question.short or (question.answer or "").split("\n\n")[0])
