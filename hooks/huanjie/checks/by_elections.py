"""Checks on by-elections: why, candidates, turnout, majority; the figures of their ballots have checks elsewhere."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.counting import passes, thresholds
from huanjie.election.figures import least, stated, took_part, turnout_facts
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.validity import LOCAL_QUORUM, QUORUM, VOTERS, Void
from huanjie.election.votes import constituencies, every_vote, recorded_votes
from huanjie.findings import BREACH, NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import Facts


@check("C256", WARNING, "gansu-by-election-quorum", "turnout-quorum")
def by_election_without_turnout(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """补选时参加投票的选民没有过半数，却有人当选。

    补选的办法由省里定，一般也要过半数选民参加才有效。没有写补选时的选民数，按换届选举时登记的算。
    错：登记选民 1000 名，补选参加投票 500 名，有人当选
    对：登记选民 1000 名，补选参加投票 501 名，有人当选
    """
    for poll, vote in recorded_votes(records, statute, Kind.BY_ELECTION):
        taking, voters = took_part(vote), stated(poll.voters)
        name = LOCAL_QUORUM if poll.law.article(LOCAL_QUORUM) else QUORUM
        chosen = Outcome(poll).recorded_number
        void = Void.FEW_VOTERS in Outcome(poll).void  # of which C232 is
        if not taking or not voters or taking.most is None or not chosen or vote.note or void:
            continue
        enough = least(poll.law, name, "voters_participating", VOTERS[name], voters.least)
        if enough is not None and taking.most < enough:
            when = "" if poll.first else "补选时" if poll.own_voters else "换届时"
            wrong = f"{when}登记选民 {voters.least} 名，补选参加投票 {taking.most} 名，写着 {chosen} 人当选"
            other = "请核对这两个数" if poll.own_voters else "补选时的选民数不同的，请写进 voters"
            other = "本省的补选办法另有规定的，请在 note 里写明" if name == QUORUM else other
            if name == LOCAL_QUORUM and 2 * taking.most == voters.least:
                other = "正好一半算不算，细则自己说得不一致，请问主持补选的机构，把答复写在 note 里"
            right = f"至少要有 {enough} 名选民参加（{poll.law.article(name)}）；{other}"
            yield Finding(turnout_facts(vote)[0].at, wrong, right)


@check("C257", WARNING, "elected-majority")
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


@check("C258", BREACH, "by-election-candidates")
def by_election_with_too_few_candidates(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """补选的候选人比名额少。

    补选可以等额，候选人和名额一样多也行；比名额少，就一定选不满。
    错：补选 2 名，候选人 1 名
    对：补选 2 名，候选人 2 名
    """
    for poll in every_vote(records, statute):
        if poll.kind is not Kind.BY_ELECTION:
            continue
        seats, standing = poll.seats.agreed, len(poll.candidates)
        if not seats or not standing:
            continue
        if poll.law.satisfies("by-election-candidates", candidates=standing, vacant_seats=seats) is False:
            right = f"候选人至少应有 {seats} 名（{poll.law.article('by-election-candidates')}）"
            within = poll.constituency if poll.first else poll.record
            at = within.place_of("candidates") if within else poll.at
            yield Finding(at, f"补选 {seats} 名，候选人有 {standing} 名", right)


@check("C298", NOTICE)
def by_election_unexplained(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """只办补选的网站，没有写这个选区的代表为什么出缺。

    选民第一句就会问：我们的代表呢，为什么又要选？写上了，补选公告和网页上都有。
    错：sort: 补选，选区里没有 reason
    对：reason: 原代表调离本区
    """
    for _, constituency, _ in constituencies(records, statute):
        if statute.by_election and not (constituency.reason or constituency.vacancies):
            right = "请加一行 reason: …，如 原代表调离本区；不便写的，写“代表出缺”"
            yield Finding(constituency.place_of("number"), "没有写代表为什么出缺", right)


@check("C299", WARNING)
def of_a_by_election_in_another(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """换届选举的选区，写了只办补选的网站才写的栏。

    换届以后的补选，一次一条写在选区的 by_elections 里；整个网站只办补选的，要在 election.yml 里写明，期限才会照补选算。
    错：election.yml 没有 sort: 补选，选区里写 reason: 原代表调离本区
    对：election.yml 里写 sort: 补选；或者写成 by_elections 里的 reason: 原代表调离本区
    """
    for _, constituency, _ in constituencies(records, statute):
        written = [name for name in ("reason", "announced") if _stated(constituency, name)]
        if written and not statute.by_election:
            wrong = f"{'、'.join(written)} 是只办补选的网站才写的"
            right = "请在 election.yml 里写 sort: 补选；是换届以后的补选，请写进这个选区的 by_elections"
            yield Finding(constituency.place_of(written[0]), wrong, right)


def _stated(constituency: Constituency, name: str) -> bool:
    facts = getattr(constituency, name)
    return bool(facts) or bool(isinstance(facts, Facts) and facts.gaps)
