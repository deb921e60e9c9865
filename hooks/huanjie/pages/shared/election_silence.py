"""Election silence: introductions of candidates stop on polling day (electoral law 2020, article 34).

A page built on that day holds them back; a page built before carries the days, and the reader's script hides them
at midnight in China and brings them back after. On unless the office turns it off.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from huanjie.election.kinds import Kind
from huanjie.election.votes import votes
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.pages import Edition

RULE = "candidate-introduction-stops"


@dataclass(frozen=True)
class ElectionSilence:
    """The days without introductions, whether the edition's day is among them, and the article."""

    days: str
    now: bool
    article: str


def silence(edition: Edition, constituencies: Iterable[Constituency]) -> ElectionSilence:
    """The silence on a page on these constituencies; without days where the office turned it off."""
    article = edition.statute.article(RULE)
    on = edition.records.one(Election).quiet and article
    polls = (
        [poll for constituency in constituencies for poll in votes(edition.records, edition.statute, constituency)]
        if on
        else []
    )
    days = {day for poll in polls if poll.kind is not Kind.RECALL for day in poll.days.every}
    now = any(edition.reached(day) and not edition.past(day) for day in sorted(days))
    return ElectionSilence(" ".join(day.isoformat() for day in sorted(days)), now, article)
