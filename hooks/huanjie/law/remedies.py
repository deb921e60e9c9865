"""A voter's own last days to object to a list and to go to court, from the day on which it was posted.

For the voter's own acts the stricter reading comes first: who acts by then is in time whichever reading a court takes.
The acts of committee and court are counted as everywhere else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from huanjie.law.deadlines import Deadline, limit, written
from huanjie.law.statute import Statute

OWN = ("objection-filed", "voter-suit-filed")  # the events that are the voter's own acts


@dataclass(frozen=True)
class Remedy:
    """One step against a list: its last day and the sum; `at_most` is the day by the wider reading, if another."""

    event: str
    title: str
    day: date
    sum: str
    deadline: Deadline
    at_most: date | None = None


def remedy(deadline: Deadline, statute: Statute) -> Remedy:
    """Take the stricter day of a deadline of the voter's own; the usual one of any other."""
    if deadline.event not in OWN or deadline.strict is None:
        return Remedy(deadline.event, deadline.title, deadline.day, deadline.sum, deadline)
    params = statute.params(str(deadline.rule.id))
    if deadline.rule.relation == "within-days-after":
        counted = f"公布当天算第 1 天，第 {params['days']} 天是{written(deadline.strict)}"
    else:
        counted = f"选举日往前数 {params['strict_days']} 天，是{written(deadline.strict)}"
    return Remedy(deadline.event, deadline.title, deadline.strict, counted, deadline, deadline.day)


def remedies(statute: Statute, posted: date | None, polling_day: date | None) -> Iterator[Remedy]:
    """Every step that follows from the day a list was posted and from the polling day, as far as they are known."""
    objection = limit(statute, "objection-filed", posted) if posted else None
    if objection:
        own = remedy(objection, statute)
        yield own
        if decided := limit(statute, "objection-decided", own.day):
            yield remedy(decided, statute)
    for rule in ("voter-suit-filed", "voter-suit-judged"):
        if polling_day and (deadline := limit(statute, rule, polling_day)):
            yield remedy(deadline, statute)


def answer_may_come_late(steps: Iterable[Remedy]) -> bool:
    """Whether the committee may answer an objection of the last day only when it is too late to sue."""
    days = {step.event: step.day for step in steps}
    return days.get("objection-decided", date.min) > days.get("voter-suit-filed", date.max)
