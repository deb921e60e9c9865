"""Rules on by-elections: candidates, turnout, majority; the figures of their ballots are looked at with all others."""

from collections.abc import Iterator
from datetime import date

from huanjie.election.counting import passes, thresholds
from huanjie.election.figures import least, said_by, stated, took_part
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.validity import LOCAL_QUORUM, QUORUM, VOTERS
from huanjie.election.votes import recorded_votes
from huanjie.findings import BREACH, WARNING, Finding
from huanjie.law import Statute
from huanjie.records import Records
from huanjie.rules import rule


@rule("C256", WARNING, "gansu-by-election-quorum", "turnout-quorum")
def by_election_without_turnout(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """补选时参加投票的选民没有过半数，却有人当选。

    补选的办法由省里定，一般也要过半数选民参加才有效。这里按换届选举时登记的选民算；
    补选时的选民数不同的，在 note 里写明。
    错：登记选民 1000 名，补选参加投票 500 名，有人当选
    对：登记选民 1000 名，补选参加投票 501 名，有人当选
    """
    for poll, vote in recorded_votes(records, statute, Kind.BY_ELECTION):
        taking, voters = took_part(vote), stated(poll.voters)
        name = LOCAL_QUORUM if poll.law.article(LOCAL_QUORUM) else QUORUM
        chosen = Outcome(poll).recorded_number
        if not taking or not voters or taking.most is None or not chosen or vote.note:
            continue
        enough = least(poll.law, name, "voters_participating", VOTERS[name], voters.least)
        if enough is not None and taking.most < enough:
            wrong = f"换届时登记选民 {voters.least} 名，补选参加投票 {taking.most} 名，写着 {chosen} 人当选"
            right = f"至少要有 {enough} 名选民参加（{poll.law.article(name)}）；补选时的选民数不同的，请在 note 里写明"
            yield Finding(said_by(vote)[0].at, wrong, right)


@rule("C257", WARNING, "elected-majority")
def by_election_without_majority(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """补选当选的人得票没有过半数，这里没有收录本省的补选办法。

    选民直接选举，一般要参加投票的选民过半数才能当选；补选的具体办法由省里定。本省另有规定的，在 note 里写明。
    错：补选参加投票 800 名，得 400 票的人当选，没有 note
    对：补选参加投票 800 名，得 401 票的人当选
    """
    for poll, vote in recorded_votes(records, statute, Kind.BY_ELECTION):
        needed = min(thresholds(poll), key=lambda threshold: threshold.votes, default=None)
        if needed is None or vote.note or poll.law.article(LOCAL_QUORUM):
            continue
        for tally in vote.tallies:
            if tally.elected and passes(poll, tally) is False:
                wrong = f"补选参加投票 {needed.size} 名，“{tally.name}”得 {max(tally.votes.values)} 票，写着当选"
                article = poll.law.article("elected-majority")
                right = f"一般至少要得 {needed.votes} 票（{article}）；本省的补选办法另有规定的，请在 note 里写明"
                yield Finding(tally.votes[0].at, wrong, right)


@rule("C258", BREACH, "by-election-candidates")
def by_election_with_too_few_candidates(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """补选的候选人比名额少。

    补选可以等额，候选人和名额一样多也行；比名额少，就一定选不满。
    错：补选 2 名，候选人 1 名
    对：补选 2 名，候选人 2 名
    """
    for poll, vote in recorded_votes(records, statute, Kind.BY_ELECTION):
        seats, standing = poll.seats.only, len(poll.candidates)
        if not seats or not standing:
            continue
        if poll.law.holds("by-election-candidates", candidates=standing, vacant_seats=seats) is False:
            right = f"候选人至少应有 {seats} 名（{poll.law.article('by-election-candidates')}）"
            yield Finding(vote.place_of("candidates"), f"补选 {seats} 名，候选人有 {standing} 名", right)
