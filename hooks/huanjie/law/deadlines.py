"""Deadlines derived from days: each with its sum as a reader would do it, and the article it rests on.

`N日以前` is a difference of N days, as election committees practise it; one author asks for N whole days between (the
stricter reading). The law knows no rule for a last day that falls on a holiday, so nothing is moved.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from huanjie.law.pack import LegalRule, events, legal_rules
from huanjie.law.statute import Cited, Statute
from huanjie.model.election import Election, Step

POLLING_DAY, VOTING_CLOSED, COMPLETED = "election-day", "voting-closed", "deputies-election-completed"
BY_ELECTION_DAY = "by-election-day"
ONE_DAY = timedelta(days=1)
# The lists that a constituency makes public: what they are called, the field of the record, the rule that dates them.
LISTS = {
    "选民名单": ("voter_list", "voter-list-published"),
    "初步候选人名单": ("nominees_list", "nominees-published"),
    "正式候选人名单": ("candidates_list", "formal-candidates-published"),
    "选举结果": ("result_list", "gansu-result-published"),
}
# Those of a by-election: the voter list has no day of its own, for the law leaves it to the provinces.
BY_ELECTION_LISTS = {
    "补选公告": ("announced", "gansu-by-election-notice"),
    "选民名单": LISTS["选民名单"],
    "初步候选人名单": ("nominees_list", "gansu-by-election-nominees"),
    "正式候选人名单": ("candidates_list", "gansu-by-election-formal-candidates"),
    "选举结果": LISTS["选举结果"],
}


def lists(statute: Statute) -> Mapping[str, tuple[str, str]]:
    """The lists that a constituency publishes, in a whole election or in a by-election."""
    return BY_ELECTION_LISTS if statute.by_election else LISTS


def list_events(statute: Statute) -> frozenset[str]:
    """The events of publishing these lists."""
    return frozenset(legal_rules()[rule].event for _, rule in lists(statute).values())


@dataclass(frozen=True)
class Deadline:
    """The last lawful day (or, for `not-on`, the forbidden one) of an event, and the sum that gives it.

    `strict`: the day by the stricter reading; `assumed`: the event whose day was itself only derived; `until`: the last
    forbidden day where voting goes on.
    """

    rule: LegalRule
    event: str
    day: date
    sum: str
    cited: Cited
    strict: date | None = None
    assumed: str = ""
    until: date | None = None

    @property
    def title(self) -> str:
        """The title of the event that is due."""
        return str(events()[self.event].title)

    @property
    def forbidden(self) -> bool:
        """Whether the event must not happen on the day, rather than happen by it."""
        return self.rule.relation == "not-on"

    def margin(self, recorded: date) -> int:
        """Days to spare; negative: days late."""
        return (self.day - recorded).days

    def breached(self, recorded: date) -> bool:
        """Whether a recorded day is not lawful."""
        return self.day <= recorded <= (self.until or self.day) if self.forbidden else recorded > self.day


def deadlines(statute: Statute, days: Mapping[str, date]) -> tuple[Deadline, ...]:
    """Derive every deadline that the given days allow, by day. Needs at least the polling day.

    Nothing counts from the end of the whole election (COMPLETED) unless its day is given: reruns may follow for weeks.
    An event without a day of its own (objections count from the voter list) is taken to happen on its own last day, and
    a deadline that counts from it has it in `assumed`.
    """
    polling = days[POLLING_DAY]
    known = {VOTING_CLOSED: polling, **({BY_ELECTION_DAY: polling} if statute.by_election else {}), **days}
    assumed: set[str] = set()
    derived: list[Deadline] = []
    pending = [rule for rule in statute.rules if rule.deadline and _applies(rule, statute)]
    while ready := [rule for rule in pending if rule.deadline and rule.deadline.reference in known]:
        for rule in ready:
            deadline = _deadline(statute, rule, known, assumed)
            derived.append(deadline)
            if deadline.event not in known:
                known[deadline.event] = deadline.day
                assumed.add(deadline.event)
        pending = [rule for rule in pending if rule not in ready]
    return tuple(sorted(derived, key=lambda deadline: (deadline.day, deadline.rule.id)))


def _applies(rule: LegalRule, statute: Statute) -> bool:
    """Whether a rule sets a day in a whole election, or in a by-election, as the statute is for.

    One that counts from a by-election applies wherever its day is given.
    """
    from_by_election = rule.deadline is not None and rule.deadline.reference == BY_ELECTION_DAY
    return not statute.by_election or rule.by_election or from_by_election


@cache  # constituencies by the hundred ask the same
def limit(statute: Statute, name: str, start: date) -> Deadline | None:
    """The deadline of one rule that counts from `start`; None where no version in force has the rule."""
    rule = legal_rules()[name]
    if rule.deadline is None or statute.cite(rule) is None or not _applies(rule, statute):
        return None
    return _deadline(statute, rule, {str(rule.deadline.reference): start}, set())


def of_election(statute: Statute, election: Election) -> tuple[tuple[Deadline, Step | None], ...]:
    """Every deadline of an election with the recorded step beside it; none while the polling day is not known."""
    if not any(fact.value.exact for fact in election.polling_day):
        return ()
    steps = {str(step.event): step for step in election.steps}
    recorded = {event: day for event, step in steps.items() if (day := step.exact)}
    until = election.polling_until.agreed
    closed = {VOTING_CLOSED: until.exact} if until and until.exact else {}
    every = deadlines(statute, {**closed, **recorded, POLLING_DAY: statute.day})
    return tuple((deadline, steps.get(deadline.event)) for deadline in every)


def _deadline(statute: Statute, rule: LegalRule, known: Mapping[str, date], assumed: set[str]) -> Deadline:
    cited = statute.cite(rule)
    if rule.deadline is None or cited is None:
        raise ValueError(rule.id)
    params = statute.params(str(rule.id))
    reference = str(rule.deadline.reference)
    start = known[reference]
    strict, until = None, None
    match rule.deadline.relation:
        case "at-least-days-before":
            day, sign = start - timedelta(days=params["days"]), f"减 {params['days']} 天"
            strict = start - timedelta(days=params["strict_days"])
        case "within-days-after":
            day, sign = start + timedelta(days=params["days"]), f"加 {params['days']} 天"
            strict = start + timedelta(days=params["strict_days"])
        case "within-months-after":
            day, sign = months_after(start, params["months"]), f"加 {params['months']} 个月"
        case "before":
            day, sign = start - ONE_DAY, "的前一天"
        case _:  # not-on
            closed = known.get(VOTING_CLOSED, start) if reference == POLLING_DAY else start
            until = closed if closed > start else None
            day, sign = start, f"至 {written(closed)} 不得" if until else "当天不得"
    result = "" if day == start else f" = {written(day)}"
    return Deadline(
        rule=rule,
        event=rule.event,
        day=day,
        sum=f"{events()[reference].title} {written(start)} {sign}{result}",
        cited=cited,
        strict=None if strict == day else strict,
        assumed=reference if reference in assumed else "",
        until=until,
    )


def months_after(start: date, months: int) -> date:
    """The same day of a later month; its last day where that month is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def written(day: date) -> str:
    """Write a day in a sum."""
    return f"{day.year}年{day.month}月{day.day}日"


def written_span(first: date, last: date) -> str:
    """Write the first and the last of some days, the year once; one day as itself."""
    return written(first) if last <= first else f"{written(first)}至{written(last).removeprefix(f'{first.year}年')}"


def earliest_polling_day(statute: Statute, published: Mapping[str, date]) -> tuple[date, LegalRule] | None:
    """The first day on which a vote can lawfully be held after what is already published, and the rule that decides."""
    vote = BY_ELECTION_DAY if statute.by_election else POLLING_DAY
    candidates = [
        (published[rule.event] + timedelta(days=statute.params(str(rule.id))["days"]), rule)
        for rule in statute.rules
        if rule.deadline
        and rule.deadline.relation == "at-least-days-before"
        and rule.deadline.reference == vote
        and _applies(rule, statute)
        and rule.event in published
    ]
    return max(candidates, key=lambda candidate: (candidate[0], candidate[1].id), default=None)
