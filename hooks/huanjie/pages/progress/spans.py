"""The days of a step as readers see them: 2016年6月1日至6月20日, each as far as it is known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from huanjie.content.records import Records
from huanjie.election.spans import Progress, ends, progress, running
from huanjie.law.deadlines import written_span
from huanjie.law.pack import events
from huanjie.model.days import Day
from huanjie.model.election import Election, Step
from huanjie.model.facts import Facts, Ref
from huanjie.pages import Edition
from huanjie.pages.shared.facts import GAPS, FactView, day, view


def span(step: Step, records: Records, sources: tuple[Ref, ...]) -> FactView:
    """The days of a step with their sources; from the first to the last where it goes on for days."""
    first = view(step.day, records, sources, day)
    if ends(step) is step.day or not first.statements:
        return first
    last = view(step.until, records, sources, day)
    cited = tuple(
        dict.fromkeys(source for statement in (*first.statements, *last.statements) for source in statement.sources)
    )
    statement = replace(first.statements[0], text=step_days(step), sources=cited)
    return FactView((statement,))


def step_days(step: Step) -> str:
    """The first day and the last, where the step goes on for days; "" without a day."""
    if not step.day:
        return GAPS[step.day.gaps[0].value] if step.day.gaps else ""
    first = _each(step.day)
    if step.until:
        return f"{first}至{_without_year(_each(step.until), step)}"
    return f"{first}起，哪天结束{GAPS[step.until.gaps[0].value]}" if step.until.gaps else first


def days_of_spans(edition: Edition) -> Iterator[tuple[date, str, str]]:
    """The first days still to come and the last days of what goes on, each with its page."""
    steps = edition.records.one(Election).steps
    for step in steps:
        if progress(step, edition.today) is Progress.AHEAD and step.exact and (step.until or step.until.gaps):
            yield step.exact, f"{events()[step.event].title}开始（{step_days(step)}）", "progress/#stages"
    for step, end in running(steps, edition.today):
        yield end, f"{events()[step.event].title}的最后一天", "progress/#stages"


def _each(facts: Facts[Day]) -> str:
    return "或 ".join(day(value) for value in facts.values)


def _without_year(text: str, step: Step) -> str:
    """Drop the year from the second day where both have the same."""
    years = {value.year for value in (*step.day.values, *step.until.values)}
    return text.replace(f"{step.day.values[0].year}年", "") if len(years) == 1 else text


def stated_days(facts: Facts[Day]) -> str:
    """The days of a step of the whole election, or why there is none."""
    if facts:
        return _each(facts)
    return GAPS[facts.gaps[0].value]


def span_of(days: Sequence[date]) -> str:
    """The first and the last of some days; "" without days."""
    first, last = min(days, default=None), max(days, default=None)
    if first is None or last is None:
        return ""
    return written_span(first, last)
