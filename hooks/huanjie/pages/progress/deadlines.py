"""Deadlines: every statutory day of this election with its sum and article, and the recorded day beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from huanjie.content.records import Records
from huanjie.election.spans import breaches, last_day
from huanjie.law import Statute
from huanjie.law.deadlines import Deadline, lists, of_election, written
from huanjie.law.pack import events, legal_rules
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election, Step
from huanjie.model.facts import NONE_STATED
from huanjie.pages import Edition, Page, rule_address
from huanjie.pages.progress.spans import span
from huanjie.pages.shared.facts import FactView, day, view

# What readers look for among the deadlines and the law sets no day for, or counts from a day that comes much later.
UNDATED = (
    "voter-cards-issued",
    "primary-election",
    "candidate-introduction",
    "elected-list-published-by",
    "deputy-list-published",
    "first-session",
    "term-length",
    "rerun-for-missing-seats",
    "voters-may-recall",
    "vacancy-filled-by",
)

UNDATED_OF_BY_ELECTION = (
    "voter-cards-issued",
    "candidate-introduction",
    "voters-may-recall",
    "vacancy-filled-by",
    "by-election-candidates",
    "by-election-review",
)


@dataclass(frozen=True)
class Compared:
    """A deadline beside the recorded day, compared in neutral words.

    `parted`: each constituency has its own day, so that the outcome only gives the first and the last.
    """

    deadline: Deadline
    limit: str
    recorded: FactView
    outcome: str
    waiver: str = ""
    parted: bool = False


def pages(edition: Edition) -> Iterator[Page]:
    """The page of deadlines, once the polling day is known."""
    rows = compared(edition)
    if not rows:
        return
    election = edition.records.one(Election)
    yield Page(
        address="law/deadlines/",
        title="法定时限",
        template="progress/deadlines.html",
        description="从选举日推算的每一个法定时限：哪一天，怎样算，根据哪一条；旁边是实际的日期。",
        context={
            "rows": rows,
            "undated": [
                (rule, rule_address(rule), edition.statute.answer(rule))
                for rule in edition.statute.rules
                if rule.id in (UNDATED_OF_BY_ELECTION if edition.statute.by_election else UNDATED)
            ],
            "spans": [*_undated_spans(edition, rows)],
            "ticks": picture(rows, edition.statute.day, election.day_called),
            "province_decides": edition.statute.article("by-election-candidates"),
            "polling_day": view(election.polling_day, edition.records, election.source, day),
            "polling_text": written(edition.statute.day),
        },
        record=election.at.file,
    )


@dataclass(frozen=True)
class Tick:
    """A day on the picture: its height (units from the top), and the deadlines of that day, a line each."""

    y: int
    day: str
    titles: tuple[str, ...]
    polling: bool


LINE, DAY_HEIGHT, MOST = 22, 9, 150  # a line of text; a day; the most between two ticks, however many days lie between


def picture(rows: tuple[Compared, ...], polling_day: date, called: str) -> tuple[Tick, ...]:
    """Place the days of the deadlines and the polling day on a vertical line, as far apart as their number of days."""
    days: dict[date, list[str]] = {polling_day: [called]}
    for row in rows:
        if not row.deadline.forbidden:
            days.setdefault(row.deadline.day, []).append(row.deadline.title)
    ticks: list[Tick] = []
    before = min(days)
    for when, names in sorted(days.items()):
        titles = tuple(dict.fromkeys(names))
        text = (len(ticks[-1].titles) + 1) * LINE + LINE // 2 if ticks else LINE
        y = (ticks[-1].y if ticks else 0) + max(text, min((when - before).days * DAY_HEIGHT, MOST))
        ticks.append(Tick(y, written(when), titles, when == polling_day))
        before = when
    return tuple(ticks)


def compared(edition: Edition) -> tuple[Compared, ...]:
    """Every deadline that follows from the polling day, with the recorded day and how they compare."""
    election = edition.records.one(Election)
    return tuple(_compared(edition, deadline, step) for deadline, step in of_election(edition.statute, election))


def _compared(edition: Edition, deadline: Deadline, step: Step | None) -> Compared:
    election = edition.records.one(Election)
    sources = (step.source if step else ()) or election.source
    none = view(NONE_STATED, edition.records, sources, day)
    recorded = span(step, edition.records, sources) if step else none
    exact = _judged(step, deadline) if step else None
    span_of_all = "" if step else between(edition.records, edition.statute, deadline)
    return Compared(
        deadline=deadline,
        limit=written(deadline.day) + (f"至{written(deadline.until)}" if deadline.until else ""),
        recorded=recorded,
        outcome=outcome(deadline, exact)
        if exact
        else span_of_all or f"实际日期{recorded.missing or '不能确定到哪一天'}",
        waiver=str(step.waiver) if step and step.waiver else "",
        parted=bool(span_of_all),
    )


def _judged(step: Step, deadline: Deadline) -> date | None:
    """The day to compare with a deadline: the last day of a step, or the forbidden day that it goes on over."""
    over = deadline.forbidden and any(breaches(step, deadline))
    return deadline.day if over else last_day(step)


def _undated_spans(edition: Edition, rows: tuple[Compared, ...]) -> Iterator[tuple[str, FactView]]:
    """The steps that take days and that no deadline speaks of, such as voter registration."""
    election = edition.records.one(Election)
    dated = {row.deadline.event for row in rows}
    for step in election.steps:
        if step.day and (step.until or step.until.gaps) and step.event not in dated:
            yield str(events()[step.event].title), span(step, edition.records, step.source or election.source)


def between(records: Records, statute: Statute, deadline: Deadline) -> str:
    """From when to when the constituencies did what is due; "" where none has recorded a day."""
    dated = [(field, legal_rules()[rule].event) for field, rule in lists(statute).values()]
    fields = [field for field, event in dated if event == deadline.event]
    constituencies = records.of(Constituency) if fields else ()
    days = [
        day for constituency in constituencies for field in fields if (day := exact_day(getattr(constituency, field)))
    ]
    if not days:
        return ""
    whose = "各选区" if len(days) == len(constituencies) else "有记录的选区"
    first, last = written(min(days)), written(max(days))
    return f"{whose}都在{first}" if first == last else f"{whose}在{first}至{last}之间"


def outcome(deadline: Deadline, recorded: date) -> str:
    """Compare a recorded day with the lawful day in words, without judging."""
    if deadline.forbidden:
        days = "这几天" if deadline.until else "这一天"
        return f"就在不得进行的{days}" if deadline.breached(recorded) else f"不在{days}"
    spare = deadline.margin(recorded)
    if spare > 0:
        return f"比期限早 {spare} 天"
    return "就在期限当天" if spare == 0 else f"比期限晚 {-spare} 天"
