"""Decisions of meetings and their outcomes: the newest, the overdue, and all by the year of the meeting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice

from huanjie.model.days import exact_day
from huanjie.model.decisions import Decision
from huanjie.model.meetings import Meeting
from huanjie.pages import Edition, Page, PagePlan, last_change
from huanjie.pages.meetings.meetings import Dated, dated, newest_first
from huanjie.pages.meetings.outcomes import Decided, decided
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.years import NEWEST, by_year, latest, year_name

DecisionRef = tuple[Meeting, int]  # a decision, as the meeting and its place there, from 0
ADDRESS = "decisions/"
MOST = 40  # decisions on a page: each with its meeting, its owner, its day and what came of it
DONE, OVERDUE, OPEN = "有结果", "期限已过", "还没有结果"


@dataclass(frozen=True)
class DecisionRow:
    """A decision in a list: the meeting with its day, its number there, its outcome and its state."""

    dated: Dated
    number: int
    decided: Decided
    state: str


@dataclass(frozen=True)
class Summary:
    """The decisions of all meetings: how many there are, how many have an outcome, and the newest of these."""

    count: int
    done: int
    newest: list[DecisionRow]


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The list and its parts by year; nothing while no meeting decided anything."""
    years = by_year(meeting for meeting in newest_first(edition.records.of(Meeting)) if meeting.decisions)
    if not years:
        return
    counts = {year: _count(held) for year, held in years.items()}
    yield PagePlan(ADDRESS, partial(_index, edition, counts))
    for year, held in years.items():
        for part in parts(f"{ADDRESS}{year}/", _taken(held), MOST):
            yield PagePlan(part.address, partial(_year, edition, part, year, counts[year]))


def _count(held: Iterable[Meeting]) -> int:
    return sum(len(meeting.decisions) for meeting in held)


def _taken(held: Iterable[Meeting]) -> Iterator[DecisionRef]:
    return ((meeting, place) for meeting in held for place in range(len(meeting.decisions)))


def _index(edition: Edition, years: dict[str, int]) -> Page:
    held = [meeting for meeting in edition.records.of(Meeting) if meeting.decisions]
    states = {meeting.slug: [state(decision, edition.today) for decision in meeting.decisions] for meeting in held}
    late = [meeting for meeting in held if OVERDUE in states[meeting.slug]]
    newest = [*islice(_taken(latest(held, NEWEST)), NEWEST)]
    overdue = (taken for taken in _taken(latest(late, NEWEST)) if states[taken[0].slug][taken[1]] == OVERDUE)
    return Page(
        address=ADDRESS,
        title="会上定的事，后来怎样",
        template="meetings/decisions.html",
        description="历次会议定下了什么事，由谁负责，什么时候以前做完，后来有没有结果。",
        context={
            "count": _count(held),
            "done": sum(own.count(DONE) for own in states.values()),
            "overdue_count": sum(own.count(OVERDUE) for own in states.values()),
            "overdue": [_row(edition, taken) for taken in islice(overdue, NEWEST)],
            "newest": [_row(edition, taken) for taken in newest],
            "years": years,
        },
        changed=_changed(edition, newest),
    )


def _year(edition: Edition, part: Part[DecisionRef], year: str, count: int) -> Page:
    return Page(
        address=part.address,
        title=f"{year_name(year)}会上定的事{part.label}",
        template="meetings/decisions_year.html",
        description=f"{year_name(year)}的会议定下的事，共 {count} 件，每件后来怎样。",
        context={"decisions": [_row(edition, taken) for taken in part.things], "part": part},
        changed=_changed(edition, part.things),
    )


def _changed(edition: Edition, decisions: Iterable[DecisionRef]) -> date | None:
    return last_change(edition.records, *{meeting.slug: meeting for meeting, _ in decisions}.values())


def summary(edition: Edition, most: int) -> Summary:
    """Count the decisions, and list the newest of those that have an outcome."""
    held = [meeting for meeting in edition.records.of(Meeting) if meeting.decisions]
    done = [meeting for meeting in held if any(decision.outcome for decision in meeting.decisions)]
    with_outcome = (taken for taken in _taken(latest(done, most)) if taken[0].decisions[taken[1]].outcome)
    return Summary(
        _count(held),
        sum(bool(decision.outcome) for meeting in done for decision in meeting.decisions),
        [_row(edition, taken) for taken in islice(with_outcome, most)],
    )


def state(decision: Decision, today: date) -> str:
    """The state of a decision on a day; on its last day it is not overdue yet."""
    due = exact_day(decision.due)
    if decision.outcome:
        return DONE
    return OVERDUE if due and due < today else OPEN


def _row(edition: Edition, taken: DecisionRef) -> DecisionRow:
    meeting, place = taken
    decision = meeting.decisions[place]
    result = decided(edition.records, meeting, decision)
    return DecisionRow(dated(edition.records, meeting), place + 1, result, state(decision, edition.today))
