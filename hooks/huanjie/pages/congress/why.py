"""Why the election matters: an example reckoned by the law's own fractions, and what deputies do."""

from collections.abc import Iterator
from functools import partial

from huanjie.election.validity import LOCAL_QUORUM
from huanjie.law import Statute
from huanjie.law.explainers import explainers
from huanjie.model.election import Election
from huanjie.model.questions import Question
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, PagePlan
from huanjie.pages.questions.questions import articles_of, grounds
from huanjie.pages.questions.stream import by_topic, stream
from huanjie.pages.shared.facts import number

TOPIC, THEME = "为什么要换届", "importance"
TOPIC_OF_BY_ELECTION = "罢免和补选"
MOST = 12  # questions that the page names
VOTERS, CAME = 1_000, 600  # a constituency to reckon with
RULES = ("turnout-quorum", "elected-majority", "secret-ballot", "no-interference", "term-length")


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The page on why the election matters."""
    yield PagePlan("why/", partial(_why, edition))


def _why(edition: Edition) -> Page:
    records, statute = edition.records, edition.statute
    wanted = TOPIC_OF_BY_ELECTION if statute.by_election else TOPIC
    local = not statute.by_election or statute.article(LOCAL_QUORUM)
    topics = by_topic(stream(records.of(Question), statute))
    questions = [question for topic in topics if topic.title == wanted for question in topic.questions]
    what = explainers()["what-a-deputy-changes"]
    return Page(
        address="why/",
        title="为什么要投票",
        template="congress/why.html",
        description="一票要算两回，选出来的代表替您议事、替您看着；投谁由您自己定，选票上不写姓名。",
        context={
            "example": _example(statute),
            "general": "" if local else statute.article("by-election-candidates"),
            "ended": records.one(Election).ended,
            "questions": questions[:MOST],
            "theme": next((theme for theme in records.of(Theme) if theme.slug == THEME), None),
            "grounds": [*grounds(statute, _rules(statute)), *articles_of(statute, what)],
        },
    )


def _rules(statute: Statute) -> tuple[str, ...]:
    """The grounds of the page: for a by-election the rules of the province, where the pack has them."""
    if not statute.by_election or not statute.article(LOCAL_QUORUM):
        return RULES
    return (LOCAL_QUORUM, *(rule for rule in RULES if rule not in ("turnout-quorum", "elected-majority")))


def _example(statute: Statute) -> dict[str, str]:
    """An example: the turnout and the votes that a constituency of a round number of voters needs."""
    least = statute.least("turnout-quorum", "voters_participating", VOTERS, registered_voters=VOTERS)
    votes = statute.least("elected-majority", "votes_for", CAME, voters_participating=CAME)
    return {
        "voters": number(VOTERS),
        "came": number(CAME),
        "least": number(least),
        "too_few": number(least - 1),
        "votes": number(votes),
        "too_little": number(votes - 1),
    }
