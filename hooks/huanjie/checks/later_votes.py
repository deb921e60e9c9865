"""Checks on a vote that follows another: its candidates, its seats, its day."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.checks.timeline import PATIENCE
from huanjie.content.records import Records
from huanjie.election.agenda import held_again_after
from huanjie.election.calendar import voting_days
from huanjie.election.duties import LATER_VOTE
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.places import joint_by_election
from huanjie.election.poll import Poll
from huanjie.election.votes import every_vote, later_votes, recorded_votes
from huanjie.findings import BREACH, NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.law.deadlines import limit


@check("C260", WARNING, "rerun-for-missing-seats")
def rerun_candidates_out_of_turn(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """另行选举的候选人，不是按第一次投票得票多少的顺序来的。

    谁当另行选举的候选人，由第一次投票的票数定：没有当选的人里，得票多的先来；已经当选的不用再选。
    本人不愿意再参选等情形，在这次 reruns 的 note 里写明。
    错：第一次乙 300 票、丙 200 票都没有当选，另行选举的候选人里有丙没有乙
    对：候选人里有乙和丙
    """
    for poll, rerun in recorded_votes(records, statute, Kind.RERUN):
        first = _whole(poll)
        if first is None or not poll.settled or not poll.candidates or rerun.note:
            continue
        counted = {str(tally.name): tally.votes.agreed for tally in first.tallies}
        standing, article = {str(name) for name in poll.candidates}, poll.law.article("rerun-for-missing-seats")
        for again in sorted(standing & _elected_before(poll)):
            right = f"候选人是没有当选的人，按第一次得票多少的顺序定（{article}）；另有原因的请在 note 里写明"
            yield Finding(rerun.place_of("candidates"), f"“{again}”已经当选，又是{poll.kind.chinese}的候选人", right)
        left_out = [str(name) for name in first.candidates if str(name) not in standing | _elected_before(poll)]
        over = max((name for name in left_out if counted.get(name)), key=lambda name: counted[name] or 0, default="")
        for name in standing if over else ():
            votes = counted.get(name, 0)
            if votes is not None and votes < (counted[over] or 0):
                wrong = f"“{over}”第一次得 {counted[over]} 票，不是候选人；“{name}”得 {votes} 票，是候选人"
                right = f"候选人按第一次得票多少的顺序定（{article}）；本人不愿参选等情形请在 note 里写明"
                yield Finding(rerun.place_of("candidates"), wrong, right)
                break


def _whole(poll: Poll) -> Poll | None:
    """The first vote, or the one held anew, that a rerun fills the seats of; None where none is recorded."""
    before = poll.after
    while before and not before.whole:
        before = before.after
    return before


def _elected_before(poll: Poll) -> set[str]:
    people: set[str] = set()
    while before := poll.after:
        people |= {str(tally.name) for tally in Outcome(before).elected}
        poll = before
    return people


@check("C261", WARNING, "tie")
def others_than_the_tied_stand(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """再次投票的候选人，不是票数相等的那几个人。

    票数相等定不下谁当选，只在这几个人中间再投一次。多了别人，或者少了一个，票就会变。另有原因的，在 note 里写明。
    错：乙、丙票数相等，再次投票的候选人写乙、丁
    对：再次投票的候选人写乙、丙
    """
    for poll, second in recorded_votes(records, statute, Kind.SECOND):
        tied = {str(tally.name) for tally in Outcome(poll.after).tied} if poll.after else set()
        standing = {str(name) for name in poll.candidates}
        if standing and tied and standing != tied and not second.note:
            wrong = f"再次投票的候选人是 {'、'.join(map(str, poll.candidates))}，票数相等的是 {'、'.join(sorted(tied))}"
            right = f"应当就票数相等的人再次投票（{poll.law.article('tie')}）；另有原因的请在 note 里写明"
            yield Finding(second.place_of("candidates"), wrong, right)


@check("C262", WARNING)
def seats_that_were_filled(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """再投一次票的名额，不等于前面缺的名额。

    前面缺几名，这一次就选几名。对不上，多半是前面漏写了当选的人，或者名额抄错了。另有原因的，在 note 里写明。
    错：应选 2 名，第一次当选 1 名，reruns 里写 seats: 2
    对：reruns 里写 seats: 1
    """
    for poll, vote in recorded_votes(records, statute, Kind.REPEAT, Kind.SECOND, Kind.RERUN):
        seats = poll.seats.agreed
        if seats is None or poll.open_seats is None or not poll.settled or seats == poll.open_seats or vote.note:
            continue
        if not poll.open_seats and Outcome(poll).recorded:
            continue  # then more are elected than there are seats: C236
        wrong = f"{poll.kind.chinese}写选 {seats} 名，前面缺的是 {poll.open_seats} 名"
        yield Finding(poll.seats[0].at, wrong, "请核对名额和前面当选的人；另有原因的请在 note 里写明")


@check("C263", WARNING)
def later_vote_before_the_first(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """另行选举、补选或者罢免的日子，写在第一次投票以前。

    这几种投票都在第一次投票以后。日子在前面，多半是年份或者月份打错了，网页上的先后也会跟着错。
    错：选举日 2016-06-28，另行选举 day: 2016-06-20
    对：另行选举 day: 2016-07-05
    """
    for poll in later_votes(records, statute):
        first = voting_days(records, poll.constituency).first
        for held in poll.days.begins if first else ():
            day = held.value.exact
            if day and first and day < first:
                wrong = f"{poll.kind.chinese}的日子“{held.typed}”在第一次投票（{first}）以前"
                yield Finding(held.at, wrong, "请核对日期")


@check("C272", NOTICE)
def later_vote_without_result(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """再投一次票、补选过了一个星期，没有结果的记录。

    选民又投了一次票，会来查谁当选了。还没有公布的，在这一次的 note 里写明为什么。
    错：另行选举 day: 2026-11-25，今天 2026-12-03，没有 result_list，也没有 tallies
    对：写上各人的得票和谁当选
    """
    for poll, vote in recorded_votes(records, statute, Kind.REPEAT, Kind.SECOND, Kind.RERUN, Kind.BY_ELECTION):
        last = poll.days.last
        known = poll.first or poll.counted or poll.published or poll.published.gaps or vote.note or poll.cancelled
        shared = joint_by_election(records, poll)
        if last and today > last + PATIENCE and not (known or shared):
            wrong = f"{last} {poll.kind.chinese}，还没有结果的记录"
            yield Finding(poll.days.begins[0].at, wrong, "请写 tallies；还没有公布的，请在 note 里写明为什么")


@check("C273", BREACH, "gansu-postponed-or-repeated-voting")
def postponed_or_repeated_too_late(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """推迟的投票，或者选举无效以后重新选举，晚于省里规定的期限。

    选举日没有选成，或者选了不算数，那里的选民就还没有代表。省里规定了几天以内要选完。
    错：甘肃省，选举日 2026-11-18，推迟到 2026-11-26
    对：推迟到 2026-11-25
    """
    for poll in every_vote(records, statute):
        start = held_again_after(records, poll)
        deadline = limit(poll.law, LATER_VOTE, start) if start else None
        for held in poll.days.begins if deadline else ():
            if deadline and held.value.exact and deadline.breached(held.value.exact):
                what = "重新选举" if poll.kind is Kind.REPEAT else "推迟的投票"
                wrong = f"{what}在“{held.typed}”，比期限晚 {-deadline.margin(held.value.exact)} 天"
                yield Finding(held.at, wrong, f"最迟应在 {deadline.day}（{deadline.sum}，{deadline.cited.text}）")
