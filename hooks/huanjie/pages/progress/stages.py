"""How far an election has come, stage by stage: the last lawful day, the recorded days, and where today stands.

For the whole election, and for each township or subdistrict.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from huanjie.election.places import joint_result
from huanjie.election.spans import Progress, begun, last_day, progress
from huanjie.election.votes import first_vote, unfinished
from huanjie.law.deadlines import Deadline, lists, of_election, written
from huanjie.law.pack import events, legal_rules
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day
from huanjie.model.election import Election, Step
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.pages import Edition
from huanjie.pages.progress.spans import span_of, stated_days, step_days

# How a stage stands; the picture has a shape of its own for each.
DONE, PART, NEXT, AHEAD = "已经完成", "完成了一部分", "下一步", "还没到"
NOW, RUNNING, UNRECORDED, UNKNOWN = "正在投票", "正在进行", "没有记录", "哪天不能确定"
RESULT = "result_list"
# Steps without a day set by law, told as soon as they are recorded; others are told where they take days.
UNDATED = ("voter-registration", "nomination")
COURSES = {Progress.AHEAD: AHEAD, Progress.RUNNING: RUNNING, Progress.OVER: DONE, Progress.UNKNOWN: UNKNOWN}
# What follows the vote for the whole county, by the step that records it, and what it is called.
CONFIRMED = "deputy-list-published"
AFTERWARDS = {CONFIRMED: "确认代表资格", "first-session-opened": "第一次会议开幕"}


@dataclass(frozen=True)
class Stage:
    """A stage: its last lawful day and where the sum stands, the days recorded, how many did it, how it stands.

    `event`: what happens in it, as deadlines name it; `counted`: whether each constituency does it for itself, and
    `count`: how many did.
    """

    id: str
    title: str
    standing: str
    lawful: str = ""
    address: str = ""
    recorded: str = ""
    sentence: str = ""
    event: str = ""
    counted: bool = False
    count: int = 0
    day: date | None = None  # where it stands in time, as far as that is known


def stages(edition: Edition) -> tuple[Stage, ...]:
    """The stages of the whole election, in the order of the law; the first that is to come is the next."""
    areas = edition.records.of(Area)
    return _in_turn(_placed(edition, [*_by_constituencies(edition, areas), *_afterwards(edition)]))


def _placed(edition: Edition, stages: list[Stage]) -> list[Stage]:
    """Put the steps that only the whole county records before the stages that come after their last day."""
    events = {placed.event or placed.id for placed in stages}
    for step in edition.records.one(Election).steps:
        notable = step.event in UNDATED or step.until or step.until.gaps
        if notable and step.event not in events and (stage := _undated(edition, step)):
            later = (
                place for place, placed in enumerate(stages) if stage.day and placed.day and placed.day >= stage.day
            )
            stages.insert(next(later, 0), stage)
    return stages


def _undated(edition: Edition, step: Step) -> Stage | None:
    """A step whose day no law sets; None while nothing is known of it."""
    if not step.day and not step.day.gaps:
        return None
    event, title = str(step.event), str(events()[step.event].title)
    standing, day, days = COURSES[progress(step, edition.today)], last_day(step) or step.exact, step_days(step)
    planned = standing == AHEAD
    planned_for, recorded = (f"定在{days}", "") if planned else ("", days)
    return Stage(event, title, standing, recorded=recorded, sentence=planned_for, event=event, day=day)


def stages_in(edition: Edition, area: Area) -> tuple[Stage, ...]:
    """The stages as far as one township or subdistrict has come."""
    return _in_turn([*_by_constituencies(edition, [area])])


def _in_turn(reached: Sequence[Stage]) -> tuple[Stage, ...]:
    following = next((stage for stage in reached if stage.standing == AHEAD), None)
    return tuple(replace(stage, standing=NEXT) if stage is following else stage for stage in reached)


def _by_constituencies(edition: Edition, areas: Sequence[Area]) -> Iterator[Stage]:
    constituencies = [constituency for area in areas for constituency in area.constituencies]
    yield from _lists(edition, constituencies)
    yield _vote(edition, constituencies)
    yield _result(edition, constituencies)


def _lists(edition: Edition, constituencies: Sequence[Constituency]) -> Iterator[Stage]:
    """The lists that each constituency publishes before the vote."""
    for name, (field, rule) in lists(edition.statute).items():
        if field != RESULT:
            yield _published(edition, name, rule, [getattr(constituency, field) for constituency in constituencies])


def _result(edition: Edition, constituencies: Sequence[Constituency]) -> Stage:
    """The results, published by each constituency or for several together."""
    name, rule = next((name, rule) for name, (field, rule) in lists(edition.statute).items() if field == RESULT)
    over = edition.today >= edition.statute.day  # before the vote nothing was published for several together
    stated = [
        constituency.result_list or (_together(edition, constituency) if over else NONE_STATED)
        for constituency in constituencies
    ]
    return _published(edition, name, rule, stated)


def _together(edition: Edition, constituency: Constituency) -> Facts[Day]:
    shared = joint_result(edition.records, constituency)
    return shared.published if shared else NONE_STATED


def _published(edition: Edition, name: str, rule: str, stated: Sequence[Facts[Day]]) -> Stage:
    """A list: by how many constituencies it was published; else what is recorded for all of them at once."""
    deadline, step = _lawful(edition, rule)
    known, of = [facts for facts in stated if facts], len(stated)
    days = [fact.value.exact for facts in known for fact in facts if fact.value.exact]
    stage = Stage(
        id=rule,
        title=f"公布{name}",
        standing=UNRECORDED,
        lawful=written(deadline.day) if deadline else "",
        address=f"law/deadlines/#{rule}" if deadline else "",
        event=legal_rules()[rule].event,
        counted=True,
        count=len(known),
        day=deadline.day if deadline else max(days, default=None),
    )
    if known:
        sentence = f"{of} 个选区都公布了" if len(known) == of else f"{of} 个选区里，{len(known)} 个公布了"
        return replace(stage, standing=DONE if len(known) == of else PART, recorded=span_of(days), sentence=sentence)
    if step and (begun(step, edition.today) or step.day.gaps):
        return replace(stage, standing=_standing(edition, step), recorded=step_days(step))
    return stage if _over(edition, deadline) else replace(stage, standing=AHEAD)


def _standing(edition: Edition, step: Step) -> str:
    """How a list stands that is recorded for all constituencies at once: a day known only by its month is done, too."""
    reached = progress(step, edition.today)
    return RUNNING if reached is Progress.RUNNING else DONE if step.day else UNKNOWN


def _over(edition: Edition, deadline: Deadline | None) -> bool:
    """Whether a stage that nothing is recorded of should have been by now."""
    if edition.records.one(Election).ended:
        return True
    return (deadline.day if deadline else edition.statute.day) < edition.today


def _lawful(edition: Edition, rule: str) -> tuple[Deadline | None, Step | None]:
    dated = of_election(edition.statute, edition.records.one(Election))
    return next((pair for pair in dated if pair[0].rule.id == rule), (None, None))


def _vote(edition: Edition, constituencies: Sequence[Constituency]) -> Stage:
    election, today = edition.records.one(Election), edition.today
    exact = [fact.value.exact for fact in (*election.polling_day, *election.polling_until) if fact.value.exact]
    waiting = sum(bool(constituency.postponed and not constituency.vote) for constituency in constituencies)
    firsts = (first_vote(edition.records, edition.statute, constituency) for constituency in constituencies)
    going_on = sum(unfinished(first, today) for first in firsts)
    name = f"{election.day_called}：选民投票"
    stage = Stage("polling-day", name, AHEAD, address="progress/#polling-day")
    if not exact:
        return replace(stage, standing=UNRECORDED if election.ended else AHEAD, recorded="日期没有定，或者没有记录")
    stage = replace(stage, recorded=span_of(exact), day=max(exact))
    if today > max(exact):
        counts = ((waiting, "推迟投票，还没有结果"), (going_on, "还没有投完"))
        sentence = "；".join(f"{count} 个选区{what}" for count, what in counts if count)
        return replace(stage, standing=PART if sentence else DONE, sentence=sentence)
    return replace(stage, standing=NOW if min(exact) <= today else AHEAD)


def _afterwards(edition: Edition) -> Iterator[Stage]:
    """What follows the vote, as far as it is recorded for the whole county."""
    election = edition.records.one(Election)
    stated = {str(step.event): days for step in election.steps if (days := begun(step, edition.today))}
    for congress in election.congresses:
        if congress.level == "县级" and congress.review and congress.review.day:
            stated[CONFIRMED] = congress.review.day
    standing = AHEAD if edition.today <= edition.statute.day else UNRECORDED
    for event, title in AFTERWARDS.items():
        if election.by_election and event != CONFIRMED:
            continue  # the congress sat before its vacant seats were filled
        if event in stated:
            yield Stage(event, title, DONE, recorded=stated_days(stated[event]), day=exact_day(stated[event]))
        elif not election.ended:
            yield Stage(event, title, standing)
