"""I want to vote: the steps of a voter, with the days of this election, and what to do if a step goes wrong."""

from collections.abc import Iterator

from huanjie.law.guidance import Guide, Step, steps
from huanjie.model.election import Election
from huanjie.pages import Edition, Page
from huanjie.pages.questions.questions import grounds
from huanjie.pages.shared.facts import clock, day, view
from huanjie.pages.shared.status_line import state
from huanjie.pages.vote.guide import Whom, dated, guide, leads, subjects


def pages(edition: Edition) -> Iterator[Page]:
    """The guide."""
    records, guidance = edition.records, guide(edition)
    election, there = records.one(Election), subjects(records)
    yield Page(
        address="vote/",
        title="我要投票",
        template="vote/vote.html",
        description="从有没有选举权到看结果，一步一步怎样做，每一步在哪天，不对了怎么办，问谁。",
        context={
            "state": state(edition),
            "steps": [_step(edition, guidance, step, there) for step in steps()],
            "groups": [(group, guidance.filled(group.title)) for group in guidance.groups()],
            "polling_day": view(election.polling_day, records, election.source, day),
            "polling_begins": view(election.polling_begins, records, election.source, clock),
            "other": guidance.days.get("other", ""),
            "ask": Whom.of(edition),
        },
        record=election.at.file,
    )


def _step(edition: Edition, guidance: Guide, step: Step, there: tuple[str, ...]) -> dict[str, object]:
    return {
        "id": step.id,
        "title": step.title,
        "says": guidance.paragraphs(step.says),
        "wrong": guidance.paragraphs(step.wrong),
        "dates": dated(edition, step.dates),
        "grounds": grounds(edition.statute, step.grounds(edition.statute)),
        "poster": "" if edition.records.one(Election).ended else f"posters/steps/{step.id}/",
        "leads": leads(step.leads, there),
    }
