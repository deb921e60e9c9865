"""Steps that take days, such as voter registration: the progress of a step, and its days that a deadline concerns.

A deadline concerns the last day of a step. Days that count from a step count from its first day, which is the earlier
end for a voter who has to object.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum

from huanjie.law.deadlines import Deadline
from huanjie.model.days import Day, all_after, exact_day
from huanjie.model.election import Step
from huanjie.model.facts import NONE_STATED, Fact, Facts


class Progress(Enum):
    """The progress of a step on a day."""

    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"
    UNKNOWN = "unknown"  # no day is stated, or it began and nobody knows when it ends


def last_day(step: Step) -> date | None:
    """The last day of a step, where it is certain; of a step without `until` its only one."""
    return exact_day(ends(step))


def progress(step: Step, today: date) -> Progress:
    """Tell the progress of a step on a day."""
    if not step.day:
        return Progress.UNKNOWN
    if all_after(step.day, today):
        return Progress.AHEAD
    if all_after(step.until, today) or (step.until and last_day(step) == today):
        return Progress.RUNNING
    return Progress.OVER if ends(step) and not _may_go_on(step.until, today) else Progress.UNKNOWN


def _may_go_on(until: Facts[Day], today: date) -> bool:
    """Whether a last day that sources dispute, or that is known by its month, may not have passed."""
    last = [(fact.value.year or today.year, fact.value.month or 12, fact.value.day or 31) for fact in until]
    return any(day >= (today.year, today.month, today.day) for day in last)


def begun(step: Step | None, today: date) -> Facts[Day]:
    """The days on which a step began by a day; none that are still to come."""
    return NONE_STATED if step is None or all_after(step.day, today) else step.day


def running(steps: Sequence[Step], today: date) -> Iterator[tuple[Step, date]]:
    """The steps that go on and have a last day, with it."""
    for step in steps:
        end = last_day(step)
        if end and progress(step, today) is Progress.RUNNING:
            yield step, end


def breaches(step: Step, deadline: Deadline) -> Iterator[Fact[Day]]:
    """The stated days of a step that break a deadline; a forbidden day also where the step goes on over it."""
    first, last = step.exact, last_day(step)
    if deadline.forbidden and step.until and first and last:
        if first <= (deadline.until or deadline.day) and deadline.day <= last:
            yield step.until[0]
        return
    for fact in step.until or step.day:
        if fact.value.exact and deadline.breached(fact.value.exact):
            yield fact


def ends(step: Step) -> Facts[Day]:
    """The stated last days of a step."""
    return step.until if step.until or step.until.gaps else step.day
