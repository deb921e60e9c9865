"""The decisions of a meeting and what came of them."""

from dataclasses import dataclass

from huanjie.content.records import Records
from huanjie.model.base import Record
from huanjie.model.decisions import Decision
from huanjie.model.facts import NONE_STATED, Ref
from huanjie.model.meetings import Meeting
from huanjie.model.sources import Source
from huanjie.pages.shared.facts import FactView, day, named, view


@dataclass(frozen=True)
class Decided:
    """A decision as readers see it: by when, and what came of it, when, where and by which source."""

    decision: Decision
    due: FactView
    outcome_day: FactView
    outcome_meeting: Record | None
    outcome_sources: tuple[Source, ...]


def known_records(records: Records, refs: tuple[Ref, ...]) -> list[Record]:
    """The records that references mean, those that are there."""
    return [records.find(ref) for ref in refs if ref in records]


def source_of(source: Ref | None) -> tuple[Ref, ...]:
    """The source of a part of a record, as sources are given; empty where it has none of its own."""
    return (source,) if source else ()


def decided(records: Records, meeting: Meeting, decision: Decision) -> Decided:
    """View a decision of a meeting with its outcome."""
    outcome = decision.outcome
    meetings = known_records(records, (outcome.meeting,)) if outcome and outcome.meeting else []
    return Decided(
        decision,
        view(decision.due, records, meeting.source, day),
        view(outcome.day if outcome else NONE_STATED, records, meeting.source, day),
        meetings[0] if meetings else None,
        named(records, source_of(outcome.source if outcome else None)),
    )
