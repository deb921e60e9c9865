"""Why the election matters: what one vote decides, reckoned by the law's own fractions; what the elected will do."""

from collections.abc import Iterator
from functools import partial

from huanjie.law import Statute
from huanjie.law.explainers import explainers
from huanjie.model.election import Election
from huanjie.model.questions import Question
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, Planned
from huanjie.pages.asked import by_topic, stream
from huanjie.pages.facts import number
from huanjie.pages.questions import articles_of, grounds

TOPIC, THEME = "为什么要换届", "importance"
MOST = 12  # questions that the page names
VOTERS, CAME = 1_000, 600  # a constituency to reckon with
RULES = ("turnout-quorum", "elected-majority", "secret-ballot", "no-interference", "term-length")


def pages(edition: Edition) -> Iterator[Planned]:
    """The page on why the election matters."""
    yield Planned("why/", partial(_why, edition))


def _why(edition: Edition) -> Page:
    records, statute = edition.records, edition.statute
    topics = by_topic(stream(records.of(Question), statute))
    questions = [question for topic in topics if topic.title == TOPIC for question in topic.questions]
    what = explainers()["what-a-deputy-changes"]
    return Page(
        address="why/",
        title="为什么要投票",
        template="why.html",
        description="一票要算两回，选出来的代表替您议事、替您看着；投谁由您自己定，选票上不写姓名。",
        context={
            "example": _example(statute),
            "ended": records.one(Election).ended,
            "questions": questions[:MOST],
            "theme": next((theme for theme in records.of(Theme) if theme.slug == THEME), None),
            "grounds": [*grounds(statute, RULES), *articles_of(statute, what)],
        },
    )


def _example(statute: Statute) -> dict[str, str]:
    """How many have to come and how many votes elect, in a constituency of a round number of voters."""
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
