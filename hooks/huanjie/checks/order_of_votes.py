"""Checks on the order of votes: more votes elect before fewer, equal votes lead to a second vote, a majority elects."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.counting import THIRD, passes
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.validity import LOCAL_QUORUM, half_of_local_quorum
from huanjie.election.votes import constituencies, recorded_votes, votes
from huanjie.findings import BREACH, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.results import Tally, Vote


def by_majority(records: Records, statute: Statute) -> Iterator[tuple[Poll, Vote]]:
    """The votes that certainly require a majority: by-elections only where a province has the rule."""
    for poll, vote in recorded_votes(records, statute, Kind.FIRST, Kind.REPEAT, Kind.BY_ELECTION):
        if not poll.law.by_election or poll.law.article(LOCAL_QUORUM):
            yield poll, vote


def elected_later(poll: Poll) -> set[str]:
    """Those marked as elected in the reruns of a first vote, who may be marked in it again."""
    if not poll.first:
        return set()
    return {str(tally.name) for rerun in poll.constituency.reruns for tally in rerun.tallies if tally.elected}


@check("C234", BREACH, "more-majorities-than-seats")
def fewer_votes_than_one_not_elected(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """得票少的当选，得票多的没有当选。

    都过了半数而名额不够时，谁当选由选民的票数定，不由别人挑。
    错：500 票的过了半数没有当选，480 票的当选
    对：500 票的当选，480 票的没有当选
    """
    for poll, vote in by_majority(records, statute):
        later = elected_later(poll)
        others = [tally for tally in vote.tallies if not tally.elected and str(tally.name) not in later]
        passed = [tally for tally in others if passes(poll, tally)]
        article = "" if Outcome(poll).void else poll.law.article("more-majorities-than-seats")
        yield from _passed_over(vote, passed, "，过了半数，没有写当选", article)


def _passed_over(vote: Vote, not_elected: list[Tally], suffix: str, article: str) -> Iterator[Finding]:
    """Report those recorded as elected with fewer votes than somebody who is not."""
    counted = [(count, tally) for tally in not_elected if (count := tally.votes.agreed) is not None]
    most, over = max(counted, key=itemgetter(0), default=(0, None))
    for tally in vote.tallies if over and article else ():
        count = tally.votes.agreed
        if over and tally.elected and count is not None and count < most:
            wrong = f"“{tally.name}”得 {count} 票，写着当选；“{over.name}”得 {most} 票{suffix}"
            yield Finding(tally.votes[0].at, wrong, f"得票多的应当选（{article}）")


@check("C259", BREACH, "rerun-threshold", "tie")
def fewer_votes_elected_in_a_later_vote(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """另行选举、再次投票时，得票少的当选，得票多的没有当选。

    这两种投票都是得票多的当选。另行选举时得票多的那个人不到三分之一，得票比他少的更不到。
    错：另行选举，300 票的没有当选，290 票的当选
    对：300 票的当选
    """
    for poll, vote in recorded_votes(records, statute, Kind.RERUN, Kind.SECOND):
        earlier = {str(tally.name) for before in _before(poll) for tally in Outcome(before).recorded}
        others = [tally for tally in vote.tallies if not tally.elected and str(tally.name) not in earlier]
        rule_of_law = "tie" if poll.kind is Kind.SECOND else THIRD
        article = "" if Outcome(poll).void else poll.law.article(rule_of_law)
        yield from _passed_over(vote, others, "，没有写当选", article)


def _before(poll: Poll) -> Iterator[Poll]:
    """The votes that led to one, the last first."""
    while before := poll.after:
        yield before
        poll = before


@check("C267", WARNING, "elected-majority", "more-majorities-than-seats")
def majority_and_not_elected(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """得票过了半数，名额也有空的，却没有写当选。

    多半是漏了 elected: yes；照这样，网页会说名额没有选满，还要另行选举。另有原因的，在 vote 的 note 里写明。
    错：应选 2 名，甲 500 票、乙 450 票都过了半数，只有甲写着当选
    对：甲、乙都写 elected: yes
    """
    for poll, vote in by_majority(records, statute):
        came_to, later = Outcome(poll), elected_later(poll)
        seats, chosen = poll.seats.agreed, came_to.by_sums
        void = came_to.void or came_to.enough_voters is False or half_of_local_quorum(poll)
        if chosen is None or void or vote.note or seats is None or came_to.recorded_number >= seats:
            continue
        for tally in chosen:
            if not tally.elected and str(tally.name) not in later:
                open_seats = f"应选 {seats} 名，写着当选的只有 {came_to.recorded_number} 名"
                wrong = f"“{tally.name}”得 {tally.votes.agreed} 票，过了半数，没有写当选；{open_seats}"
                article = poll.law.article("elected-majority")
                right = f"过了半数的应当当选（{article}），请写 elected: yes；另有原因的请在 note 里写明"
                yield Finding(tally.votes[0].at, wrong, right)


@check("C235", WARNING, "tie")
def tie_without_second_vote(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """几个人票数相等、名额不够，没有再次投票的记录就写了当选。

    票数相等，定不下谁当选，要请选民在他们中间再投一次。没有记录，读者会以为是抽签或者指定的。
    错：应选 1 名，两人各得 480 票，一人当选，没有 reruns
    对：应选 1 名，两人各得 480 票，reruns 里写再次投票的结果
    """
    for polls in (votes(records, statute, constituency) for _, constituency, _ in constituencies(records, statute)):
        for poll in polls:
            equal = Outcome(poll).tied
            chosen = [tally for tally in equal if tally.elected]
            followed = any(later.after is poll or _follows(poll, later) for later in polls)
            if poll.kind is Kind.SECOND and poll.ballots and poll.ballots.note:
                continue
            if chosen and not followed and (article := poll.law.article("tie")):
                names = "、".join(f"“{tally.name}”" for tally in equal)
                wrong = f"{names}各得 {chosen[0].votes[0].value} 票，名额不够，“{chosen[0].name}”写着当选"
                field = "reruns" if poll.of_election else "by_elections"
                right = f"票数相等的人应当再次投票（{article}），请把那次投票写进 {field}"
                if poll.kind is Kind.SECOND:
                    right = "再次投票票数还是相等怎么办，法律没有写明；怎样定下的，请在这次的 note 里写明"
                yield Finding(chosen[0].votes[0].at, wrong, right)


def _follows(poll: Poll, later: Poll) -> bool:
    """Whether one by-election comes after another."""
    return poll.kind is later.kind is Kind.BY_ELECTION and later.number > poll.number
