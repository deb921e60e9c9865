"""What meetings decided and what came of it: the newest, those overdue, and all by the year of the meeting."""

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
from huanjie.pages.meetings.minutes import Decided, decided
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.years import NEWEST, by_year, latest, year_name

FieldSpec = tuple[Meeting, int]  # a decision, as the meeting and its place there, from 0
ADDRESS = "decisions/"
MOST = 40  # decisions on a page: each with its meeting, its owner, its day and what came of it
DONE, OVERDUE, OPEN = "有结果", "期限已过", "还没有结果"


@dataclass(frozen=True)
class Told:
    """A decision in a list: the meeting with its day, its number there, what came of it, and how it stands."""

    dated: Dated
    number: int
    decided: Decided
    state: str


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The list and its parts by year; nothing while no meeting decided anything."""
    years = by_year(one for one in newest_first(edition.records.of(Meeting)) if one.decisions)
    if not years:
        return
    counts = {year: _count(held) for year, held in years.items()}
    yield PagePlan(ADDRESS, partial(_index, edition, counts))
    for year, held in years.items():
        for part in parts(f"{ADDRESS}{year}/", _taken(held), MOST):
            yield PagePlan(part.address, partial(_year, edition, part, year, counts[year]))


def _count(held: Iterable[Meeting]) -> int:
    return sum(len(meeting.decisions) for meeting in held)


def _taken(held: Iterable[Meeting]) -> Iterator[FieldSpec]:
    return ((meeting, place) for meeting in held for place in range(len(meeting.decisions)))


def _index(edition: Edition, years: dict[str, int]) -> Page:
    held = [one for one in edition.records.of(Meeting) if one.decisions]
    states = {meeting.slug: [state(one, edition.today) for one in meeting.decisions] for meeting in held}
    late = [meeting for meeting in held if OVERDUE in states[meeting.slug]]
    newest = [*islice(_taken(latest(held, NEWEST)), NEWEST)]
    overdue = (one for one in _taken(latest(late, NEWEST)) if states[one[0].slug][one[1]] == OVERDUE)
    return Page(
        address=ADDRESS,
        title="会上定的事，后来怎样",
        template="meetings/decisions.html",
        description="历次会议定下了什么事，由谁负责，什么时候以前做完，后来有没有结果。",
        context={
            "count": _count(held),
            "done": sum(several.count(DONE) for several in states.values()),
            "overdue_count": sum(several.count(OVERDUE) for several in states.values()),
            "overdue": [_told(edition, one) for one in islice(overdue, NEWEST)],
            "newest": [_told(edition, one) for one in newest],
            "years": years,
        },
        changed=_changed(edition, newest),
    )


def _year(edition: Edition, part: Part[FieldSpec], year: str, count: int) -> Page:
    return Page(
        address=part.address,
        title=f"{year_name(year)}会上定的事{part.told}",
        template="meetings/decisions_year.html",
        description=f"{year_name(year)}的会议定下的事，共 {count} 件，每件后来怎样。",
        context={"decisions": [_told(edition, one) for one in part.things], "part": part},
        changed=_changed(edition, part.things),
    )


def _changed(edition: Edition, several: Iterable[FieldSpec]) -> date | None:
    return last_change(edition.records, *{meeting.slug: meeting for meeting, _ in several}.values())


def summary(edition: Edition, most: int) -> tuple[int, int, list[Told]]:
    """How many decisions there are, how many have an outcome, and some of those that have one, the newest first."""
    held = [one for one in edition.records.of(Meeting) if one.decisions]
    done = [one for one in held if any(decision.outcome for decision in one.decisions)]
    told = (one for one in _taken(latest(done, most)) if one[0].decisions[one[1]].outcome)
    return (
        _count(held),
        sum(bool(decision.outcome) for meeting in done for decision in meeting.decisions),
        [_told(edition, one) for one in islice(told, most)],
    )


def state(decision: Decision, today: date) -> str:
    """How a decision stands on a day; on its last day it is not overdue yet."""
    due = exact_day(decision.due)
    if decision.outcome:
        return DONE
    return OVERDUE if due and due < today else OPEN


def _told(edition: Edition, one: FieldSpec) -> Told:
    meeting, place = one
    decision = meeting.decisions[place]
    told = decided(edition.records, meeting, decision)
    return Told(dated(edition.records, meeting), place + 1, told, state(decision, edition.today))
