"""Duties: what the law asks of each constituency by a last day, and what is recorded of it.

No rule stands here. The confirmation of credentials is left out: no law sets a day for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from huanjie.law import Statute
from huanjie.law.deadlines import LISTS, Deadline, limit
from huanjie.model.areas import JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day
from huanjie.model.election import Election, Step
from huanjie.model.facts import Facts
from huanjie.model.results import Rerun
from huanjie.records import Records
from huanjie.rules.constituencies import constituencies, counted_from, joint_result
from huanjie.rules.elected import tied
from huanjie.source import Place

RESULT, RESULT_RULE = LISTS["选举结果"]
RERUN_RESULT = "再投一次票的结果"
LATER_VOTE = "gansu-postponed-or-repeated-voting"

# done: to the day; ahead: its last day has not passed; unrecorded: it has, and nothing is stated; unknown: something is
# stated that is no certain day (unknown, unreadable, only the month, sources that differ).
State = Literal["done", "ahead", "unrecorded", "unknown"]


@dataclass(frozen=True)
class Duty:
    """One thing that a constituency owes by a day; `within` is the record that states its day, or ought to."""

    constituency: Constituency
    name: str
    field: str
    deadline: Deadline
    within: Constituency | Rerun | JointResult | Step
    stated: Facts[Day]
    state: State

    @property
    def done(self) -> date | None:
        """The recorded day, where it is certain."""
        return exact_day(self.stated)

    @property
    def spare(self) -> int | None:
        """Days to spare; negative: days late; None while no certain day is recorded."""
        return self.deadline.margin(self.done) if self.done else None

    @property
    def at(self) -> Place:
        """Where the day is recorded, or where the record begins that it is to be written into."""
        return self.within.place_of(self.field)


def duties(records: Records, statute: Statute, today: date) -> Iterator[Duty]:
    """Every duty of every constituency, in the order of the records; none whose deadline counts from no known day."""
    steps = {str(step.event): step for step in records.one(Election).steps}
    for _, constituency, law in constituencies(records, statute):
        for name, (field, rule) in LISTS.items():
            start = _start(records, constituency, field)
            deadline = limit(law, rule, start) if start else None
            if deadline:
                within, stated = _recorded(records, constituency, field, deadline, steps)
                yield Duty(constituency, name, field, deadline, within, stated, _state(stated, deadline, today))
        yield from _reruns(constituency, law, today)


def _reruns(constituency: Constituency, law: Statute, today: date) -> Iterator[Duty]:
    """The result of each rerun that is set for a day, by the law of that day."""
    for rerun in constituency.reruns:
        held = exact_day(rerun.day)
        deadline = limit(law.on(held), RESULT_RULE, held) if held else None
        if deadline:
            state = _state(rerun.result_list, deadline, today)
            yield Duty(constituency, RERUN_RESULT, RESULT, deadline, rerun, rerun.result_list, state)


def _start(records: Records, constituency: Constituency, field: str) -> date | None:
    """The day that a deadline counts from; for a postponed vote the new one, never the day on which nobody voted."""
    postponed, own = constituency.postponed, constituency.polling_day
    if not postponed or own or own.gaps:
        return counted_from(records, constituency, field)
    return counted_from(records, constituency.showing(polling_day=postponed.until), field) if postponed.until else None


def _recorded(
    records: Records, constituency: Constituency, field: str, deadline: Deadline, steps: Mapping[str, Step]
) -> tuple[Constituency | JointResult | Step, Facts[Day]]:
    """What is stated of a list: by the constituency, by a result that it shares, or for all constituencies at once."""
    own: Facts[Day] = getattr(constituency, field)
    shared = joint_result(records, constituency) if field == RESULT else None
    step = steps.get(deadline.event)
    if own or own.gaps:
        return constituency, own
    if shared and (shared.published or shared.published.gaps):
        return shared, shared.published
    if step and (step.day or step.day.gaps):
        return step, step.day
    return constituency, own


def _state(stated: Facts[Day], deadline: Deadline, today: date) -> State:
    if exact_day(stated):
        return "done"
    if stated or stated.gaps:
        return "unknown"
    return "unrecorded" if deadline.day < today else "ahead"


@dataclass(frozen=True)
class Coming:
    """A vote that is still to be held: one held again, or a postponed one."""

    constituency: Constituency
    name: str
    day: date
    at: Place
    article: str


def coming(records: Records, statute: Statute, today: date) -> Iterator[Coming]:
    """The votes from today on; and postponed ones without a day, by the last one that a province sets for them."""
    for _, one, law in constituencies(records, statute):
        for rerun in one.reruns:
            day = exact_day(rerun.day)
            if day and day >= today and not rerun.tallies:
                name, rule = ("再次投票", "tie") if tied(law, one) else ("另行选举", "rerun-for-missing-seats")
                yield Coming(one, name, day, rerun.at, law.article(rule))
        if one.postponed and not one.vote:
            at, until = one.postponed.at, exact_day(one.polling_day) or exact_day(one.postponed.until)
            first = exact_day(records.one(Election).polling_day)
            last = limit(law, LATER_VOTE, first) if first and not until else None
            if until and until >= today:
                yield Coming(one, "推迟的投票", until, at, law.article(LATER_VOTE))
            elif last:
                yield Coming(one, "推迟的投票最迟在这一天，还没有定哪天", last.day, at, last.cited.text)
