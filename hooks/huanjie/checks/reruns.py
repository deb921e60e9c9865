"""Checks on seats that a vote left open, and on the votes that fill them."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.agenda import GROUNDS
from huanjie.election.calendar import voting_days
from huanjie.election.counting import THIRD, passes, thresholds
from huanjie.election.duties import LATER_VOTE
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.term import number_elected
from huanjie.election.validity import BALLOTS, LOCAL_QUORUM, QUORUM, Void, quorum_rule, rules_known
from huanjie.election.votes import constituencies, next_kind, recorded_votes, votes
from huanjie.findings import BREACH, NOTICE, Finding
from huanjie.law import Statute
from huanjie.law.deadlines import limit
from huanjie.model.constituencies import Constituency
from huanjie.model.results import Rerun


def _reruns(records: Records, statute: Statute) -> Iterator[tuple[Poll, Rerun]]:
    """Every rerun that is certainly one for missing seats, or at least not one among the tied.

    A vote held anew needs as many candidates, and more votes: every fault of a rerun is a fault of it too.
    """
    for poll, vote in recorded_votes(records, statute, Kind.RERUN):
        if isinstance(vote, Rerun) and (poll.settled or _nobody_tied(poll)):
            yield poll, vote


def _nobody_tied(poll: Poll) -> bool:
    """Whether those who stand cannot be people with equal votes: those are more than the seats they leave open.

    Nor are they more than three for each seat: each of them had a third of the ballots, and a ballot has no more votes
    than seats.
    """
    standing, open_seats, seats = len(poll.candidates), poll.seats.agreed, poll.constituency.seats.agreed
    too_few = open_seats is not None and standing <= open_seats
    too_many = seats is not None and standing > 3 * seats
    return bool(standing) and (too_few or too_many)


@check("C237", NOTICE, "rerun-for-missing-seats")
def seats_not_filled(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """名额没有选满，也没有另行选举的记录。

    缺的名额要再选一次，选民会问哪天再投票。定了就写上；还没有定的，读者至少知道还缺几名。
    错：选举日已经过了，应选 2 名，当选 1 名，没有 reruns
    对：reruns 里写 seats: 1 和投票的日期
    """
    for _, constituency, law in constituencies(records, statute):
        vote, seats = constituency.vote, constituency.seats.agreed
        polling = voting_days(records, constituency).first
        if vote is None or not (vote.tallies or vote.elected_count) or seats is None or _held_again(constituency):
            continue
        if polling is None or polling >= today:
            continue
        polls = votes(records, statute, constituency)
        came_to = Outcome(polls[0])
        if came_to.void or (len(came_to.by_sums or ()) > came_to.recorded_number and not vote.note):
            continue  # C274 is about a vote to be held anew, C267 about somebody with a majority who is not marked
        missing, kind = seats - number_elected(polls), next_kind([polls[0]])
        if missing > 0 and (article := law.article(GROUNDS[kind])):
            wrong = f"应选 {seats} 名，当选 {seats - missing} 名，还缺 {missing} 名，没有{kind.chinese}的记录"
            owed = f"缺的名额应当{kind.chinese}（{article}）"
            if law.by_election and not law.article(LOCAL_QUORUM):
                owed = f"换届选举缺的名额要{kind.chinese}（{article}），补选的具体办法由省里定"
            right = f"{owed}；举行了的请写进 reruns"
            yield Finding(constituency.seats[0].at, wrong, right)


@check("C274", NOTICE, QUORUM, BALLOTS, LATER_VOTE)
def void_vote_not_held_anew(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选举无效，也没有重新选举的记录。

    选举无效，谁也没有当选，那里的选民还没有代表，会问哪天再投票。定了就写上；还没有定的，写 day: unknown。
    错：登记选民 1000 名，参加投票 500 名，选举日已经过了，没有 reruns
    对：reruns 里写要选的名额和投票的日期
    """
    for _, constituency, _ in constituencies(records, statute):
        last = [poll for poll in votes(records, statute, constituency) if poll.of_election][-1]
        reasons = Outcome(last).void
        known = last.days.over(today) and not constituency.postponed and rules_known(last.law)
        if last.ballots and reasons and known:
            rule_of_law = quorum_rule(last) if reasons[0] is Void.FEW_VOTERS else BALLOTS
            field = _SHOWN_BY[reasons[0]]
            wrong = f"{last.kind.chinese}无效（{last.law.article(rule_of_law)}），没有重新选举的记录"
            right = f"要重新选举{_last_day(last)}；请写进 reruns，还没有定哪天的写 day: unknown"
            yield Finding(last.ballots.place_of(field), wrong, right)


def _held_again(constituency: Constituency) -> bool:
    return any(not rerun.cancelled for rerun in constituency.reruns)


# The field with the figure that shows why a vote is void.
_SHOWN_BY = {Void.FEW_VOTERS: "participants", Void.MANY_BALLOTS: "returned"}


def _last_day(void: Poll) -> str:
    """The last day for the vote that has to follow, where the province sets one."""
    deadline = limit(void.law, LATER_VOTE, void.days.last) if void.days.last else None
    return f"，最迟应在 {deadline.day}（{deadline.sum}，{deadline.cited.text}）" if deadline else ""


@check("C240", BREACH, "rerun-for-missing-seats")
def rerun_candidates_out_of_range(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """另行选举的候选人太少或者太多。

    另行选举也是差额选举：人太少，选民没有挑选的余地；人太多，票就分散了。另选的人不算候选人。
    错：还要选 1 名，候选人 3 名
    对：还要选 1 名，候选人 2 名
    """
    name = "rerun-for-missing-seats"
    for poll, rerun in _reruns(records, statute) if not statute.by_election else ():
        seats = rerun.seats.agreed
        allowed = poll.law.between(name, missing_seats=seats) if seats and (rerun.candidates or rerun.tallies) else None
        if allowed is None:
            continue
        fewest, most = allowed
        count = len(rerun.candidates) or _standing(poll.constituency, rerun, fewest)
        if not fewest <= count <= most:
            numbers = str(fewest) if fewest == most else f"{fewest} 至 {most}"
            right = f"候选人应有 {numbers} 名（{poll.law.article(name)}）"
            at = rerun.place_of("candidates" if rerun.candidates else "tallies")
            yield Finding(at, f"另行选举还要选 {seats} 名，候选人有 {count} 名", right)


def _standing(constituency: Constituency, rerun: Rerun, fewest: int) -> int:
    """The number of those with votes who certainly stood: candidates of the first vote; all others are written in.

    Where all of them are too few, that is certain; else there may have been as many as the law requires.
    """
    if len(rerun.tallies) < fewest:
        return len(rerun.tallies)
    first = constituency.vote.tallies if constituency.vote else ()
    known = {tally.name for tally in first} | {candidate.name for candidate in constituency.candidates}
    return max(fewest, sum(tally.name in known for tally in rerun.tallies))


@check("C241", BREACH, "rerun-threshold")
def rerun_elected_with_too_few_votes(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """另行选举当选的人，得票少于法定的份额。

    另行选举不要求过半数，得票多的当选，但太少的不行：代表总要有相当一部分选民支持。
    错：有效票 900 张，得 299 票的人当选
    对：有效票 900 张，得 300 票的人当选
    """
    for poll, rerun in _reruns(records, statute):
        fewest = min(thresholds(poll), key=lambda threshold: threshold.votes, default=None)
        if poll.law.by_election and not poll.law.article(LOCAL_QUORUM):
            continue  # how a by-election is held is for the provinces to say
        for tally in rerun.tallies if fewest else ():
            if fewest and tally.elected and passes(poll, tally) is False:
                ballots = "有效票" if fewest.base == "valid" else "收回选票"
                wrong = f"{ballots} {fewest.size} 张，“{tally.name}”得 {max(tally.votes.values)} 票，写着当选"
                right = f"至少要得 {fewest.votes} 票才能当选（{poll.law.article(THIRD)}）"
                yield Finding(tally.votes[0].at, wrong, right)
