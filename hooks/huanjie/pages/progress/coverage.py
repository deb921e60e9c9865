"""The publicity plan: which tasks were done, which are due, which are late; by theme and by unit."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from huanjie.content.records import Records
from huanjie.model.base import Record
from huanjie.model.coverage import Coverage
from huanjie.model.days import Day, exact_day, up_to
from huanjie.model.policies import Policy
from huanjie.model.sources import Source
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.shared.charts import Chart, chart
from huanjie.pages.shared.facts import FactView, day, named, view
from huanjie.pages.shared.years import NEWEST
from huanjie.pages.themes.stories import called

DONE, LATE, AHEAD, UNDATED, DROPPED = "已发", "到期未发", "还没到期", "没有定期限", "不再做"
STATES = (DONE, LATE, AHEAD, UNDATED, DROPPED)


@dataclass(frozen=True)
class Task:
    """A task as readers see it; `overdue` says how late it was done."""

    coverage: Coverage
    state: str
    due: FactView
    published: FactView
    overdue: str
    record: Record | None
    record_name: str


@dataclass(frozen=True)
class Late:
    """The plan in a sentence, and the first of its tasks that are overdue."""

    sentence: str
    overdue: list[Task]


def pages(edition: Edition) -> Iterator[Page]:
    """The page of the plan; no page while no task is recorded."""
    records = edition.records
    tasks = [_task(edition, coverage) for coverage in sorted(records.of(Coverage), key=_due)]
    if not tasks:
        return
    themes = (
        (theme, [task for task in tasks if task.coverage.theme.slug == theme.slug]) for theme in records.of(Theme)
    )
    units = dict.fromkeys(str(task.coverage.unit) for task in tasks)
    yield Page(
        address="coverage/",
        title="宣传计划",
        template="progress/coverage.html",
        description="宣传计划里的每一项：谁负责，什么时候以前发，发了没有，在哪里看。",
        context={
            "summary": counted(tasks),
            "late": [task for task in tasks if task.state == LATE][:NEWEST],
            "chart": _chart(tasks),
            "themes": [(theme, counted(own), own) for theme, own in themes if own],
            "units": [(unit, counted(task for task in tasks if task.coverage.unit == unit)) for unit in units],
            "policies": _policies(records),
            "sources": _sources(records),
        },
        record=tasks[0].coverage.at.file,
        changed=last_change(records, *records.of(Coverage)),
    )


def _chart(tasks: list[Task]) -> Chart | None:
    """For each unit, how much of what it took on is published; what was dropped is not counted."""
    owed = Counter(str(task.coverage.unit) for task in tasks if task.state != DROPPED)
    done = Counter(str(task.coverage.unit) for task in tasks if task.state == DONE)
    rows = [(unit, done[unit] / count, f"已发 {done[unit]} 项，共 {count} 项") for unit, count in owed.items()]
    return chart("done-by-unit", "各单位发了多少", rows, 1)


def late(edition: Edition, most: int) -> Late | None:
    """Sum up the plan for another page; None where there is no plan."""
    plan = sorted(edition.records.of(Coverage), key=_due)
    if not plan:
        return None
    overdue = [coverage for coverage in plan if state(coverage, edition.today) == LATE]
    counts = Counter(state(coverage, edition.today) for coverage in plan)
    return Late(_counted(counts), [_task(edition, coverage) for coverage in overdue[:most]])


def _task(edition: Edition, coverage: Coverage) -> Task:
    records = edition.records
    record = records.find(coverage.record) if coverage.record and coverage.record in records else None
    due, done = exact_day(coverage.due), exact_day(coverage.published)
    return Task(
        coverage=coverage,
        state=state(coverage, edition.today),
        due=view(coverage.due, records, coverage.source, day),
        published=view(coverage.published, records, coverage.source, day),
        overdue=f"比期限晚 {(done - due).days} 天" if due and done and done > due else "",
        record=record,
        record_name=called(records, record) if record else "",
    )


def state(task: Coverage, today: date) -> str:
    """The state of a task on a day; on its last day it is not late yet."""
    if up_to(task.published, today) or task.published.gaps:
        return DONE
    if task.dropped:
        return DROPPED
    days = [fact.value for fact in task.due if fact.value.year]
    if not days:
        return UNDATED
    return LATE if all(_over(due, today) for due in days) else AHEAD


def _over(due: Day, today: date) -> bool:
    """Whether a day is over; where only its month or year is known, whether all of that is over."""
    parts = [part for part in (due.year, due.month, due.day) if part]
    return parts < [today.year, today.month, today.day][: len(parts)]


def counted(tasks: Iterable[Task]) -> str:
    """The sentence on the number of tasks in all and in each state that occurs."""
    return _counted(Counter(task.state for task in tasks))


def _counted(counts: Counter[str]) -> str:
    stand = "，".join(f"{state} {counts[state]} 项" for state in STATES if counts[state])
    return f"共 {counts.total()} 项：{stand}。"


def _due(coverage: Coverage) -> tuple[bool, Day]:
    return (False, coverage.due[0].value) if coverage.due else (True, Day(0))


def _policies(records: Records) -> list[Record]:
    cited = {coverage.policy.slug for coverage in records.of(Coverage) if coverage.policy}
    return [policy for policy in records.of(Policy) if policy.slug in cited]


def _sources(records: Records) -> list[Source]:
    cited = (source for coverage in records.of(Coverage) for source in named(records, coverage.source))
    return list({source.slug: source for source in cited}.values())
