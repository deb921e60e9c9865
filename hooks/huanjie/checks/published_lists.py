"""Checks on the lists of a constituency: published in time, in order, and recorded."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise

from huanjie.checks import CHECKS, check
from huanjie.content.records import Records
from huanjie.election.calendar import voting_days
from huanjie.election.duties import counted_from, owed_of_later_vote
from huanjie.election.votes import constituencies, later_votes
from huanjie.findings import BREACH, NOTICE, WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.law.deadlines import Deadline, limit, lists
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day
from huanjie.model.election import Election
from huanjie.model.facts import Facts
from huanjie.yaml_text import Place

POLLING_DAY = "选举日"
UNORDERED = ("公布补选公告", "公布选民名单")  # in a by-election: no law puts them before the lists of candidates
Dated = tuple[str, date, Place]


@check(
    "C210",
    BREACH,
    "voter-list-published",
    "nominees-published",
    "formal-candidates-published",
    "gansu-result-published",
    "gansu-by-election-notice",
)
def list_later_than_its_deadline(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选区的名单或者选举结果公布得晚于期限。

    名单晚一天，漏登、错登的人就少一天去查、去申诉，选民就少一天了解候选人。期限从这个选区的选举日推算，算式写在页面上。
    错：选举日 2026-11-18，选民名单 2026-10-30 公布
    对：选举日 2026-11-18，选民名单 2026-10-28 公布
    """
    for _, name, published, deadline in chain(_limited(records, statute), _limited_later(records, statute)):
        for stated in published:
            day = stated.value.exact
            if day and deadline.breached(day):
                wrong = f"{name}“{stated.typed}”公布，比期限晚 {-deadline.margin(day)} 天"
                right = f"最迟应在 {deadline.day}（{deadline.sum}，{deadline.cited.text}）"
                yield Finding(stated.at, wrong, right)


@check(
    "C211",
    NOTICE,
    "voter-list-published",
    "nominees-published",
    "formal-candidates-published",
    "gansu-result-published",
    "gansu-by-election-notice",
)
def list_on_the_very_day(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选区的名单或者选举结果正好在期限当天公布。

    通常当天算按时；天数还有一种更严的算法，照那样算就晚了一天。值得知道，不用改。
    错：选举日 2026-11-18，选民名单 2026-10-29 公布（按更严的算法晚一天）
    对：选举日 2026-11-18，选民名单 2026-10-28 公布
    """
    for _, name, published, deadline in chain(_limited(records, statute), _limited_later(records, statute)):
        for stated in published:
            if deadline.strict and stated.value.exact == deadline.day:
                wrong = f"{name}“{stated.typed}”公布，正好在期限当天（{deadline.cited.text}）"
                right = f"按通行的算法是按时；按更严的算法最迟应在 {deadline.strict}"
                yield Finding(stated.at, wrong, right)


@check("C212", NOTICE)
def lists_not_recorded(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """期限已经过了，没有记录选区的名单哪天公布。

    没有记录不等于没有公布。记上了，选民才看得到自己的选区是不是按时。
    错：选举日已经过了，没有 voter_list 这一行
    对：voter_list: 2026-10-28；查不到的写 voter_list: unknown
    """
    missing: dict[Place, list[tuple[str, str]]] = {}
    everywhere = {str(step.event) for step in records.one(Election).steps}  # recorded for all constituencies at once
    for constituency, name, published, deadline in _limited(records, statute):
        if deadline.day < today and not published and not published.gaps and deadline.event not in everywhere:
            missing.setdefault(constituency.place_of("number"), []).append((name, lists(statute)[name][0]))
    for at, unrecorded in missing.items():
        names = "、".join(name for name, _ in unrecorded)
        fields = "、".join(field for _, field in unrecorded)
        yield Finding(at, f"没有记录哪天公布：{names}", f"查得到的请写进 {fields}，查不到的写 unknown")


@check("C213", WARNING)
def lists_out_of_order(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选区各步的日期先后颠倒。

    先有选民名单，再有初步候选人、正式候选人，然后投票、公布结果。颠倒了，多半是日期抄错了月份，或者填错了行。
    错：voter_list: 2026-11-02，nominees_list: 2026-11-01
    对：voter_list: 2026-10-28，nominees_list: 2026-11-01
    """
    for _, constituency, law in constituencies(records, statute):
        known = [*_days(records, constituency, lists(law))]
        for (earlier, before, first), (later, after, second) in _in_order(known, law):
            if before > after:
                at = first if later == POLLING_DAY else second  # which may be in another file
                wrong = f"{earlier}是 {before}，{later}是 {after}，先后颠倒"
                yield Finding(at, wrong, f"请核对这两个日期，{earlier}应在前")


@check("C214", WARNING)
def waiver_of_no_check(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """说明里写的检查编号不存在。

    说明要和它说明的那一条对得上；编号写错了，网页上就不会显示。
    错：waivers 里写 id: C21O（字母 O）
    对：waivers 里写 id: C210
    """
    for _, constituency, _ in constituencies(records, statute):
        for waiver in constituency.waivers:
            if waiver.id not in CHECKS:
                near = near_misses(str(waiver.id), CHECKS)
                right = f"是不是 {'、'.join(near)}？" if near else "请写检查结果里的编号，如 C210"
                yield Finding(waiver.place_of("id"), f"没有编号为“{waiver.id}”的检查", right)


def _limited(records: Records, statute: Statute) -> Iterator[tuple[Constituency, str, Facts[Day], Deadline]]:
    """Every list of every constituency that the law gives a last day; none while the polling day is not known."""
    for _, constituency, law in constituencies(records, statute):
        for name, (field, rule_of_law) in lists(law).items():
            start = counted_from(records, constituency, field)
            deadline = limit(law, rule_of_law, start) if start else None
            if deadline:
                yield constituency, name, getattr(constituency, field), deadline


def _limited_later(records: Records, statute: Statute) -> Iterator[tuple[Constituency, str, Facts[Day], Deadline]]:
    """The days that votes after the first owe: of their results, and of the notices of by-elections."""
    for poll in later_votes(records, statute):
        for name, _, _, published, deadline in owed_of_later_vote(records, poll):
            yield poll.constituency, name, published, deadline


def _in_order(days: Sequence[Dated], law: Statute) -> Iterator[tuple[Dated, Dated]]:
    """The pairs of steps of which the first comes before the second: of a by-election, some before the vote alone."""
    if not law.by_election:
        yield from pairwise(days)
        return
    polling = [dated for dated in days if dated[0] == POLLING_DAY]
    before = [dated for dated in days if dated[0] in UNORDERED]
    yield from ((dated, day) for dated in before for day in polling)
    yield from pairwise(dated for dated in days if dated not in before)


def _days(records: Records, constituency: Constituency, dated: Mapping[str, tuple[str, str]]) -> Iterator[Dated]:
    """The days that are known, in the order in which the law puts the steps, each with its place in the record."""
    for name, (field, _) in dated.items():
        if field == "result_list" and (polling := voting_days(records, constituency).first):
            yield POLLING_DAY, polling, constituency.place_of("polling_day")
        if day := exact_day(getattr(constituency, field)):
            yield f"公布{name}", day, getattr(constituency, field)[0].at
