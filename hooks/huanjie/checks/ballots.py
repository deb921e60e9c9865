"""Checks on the votes for each candidate: recorded for everybody who stood, and adding up."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.figures import number_taking_part, stated
from huanjie.election.votes import constituencies, recorded_votes
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.results import Vote


@check("C247", WARNING)
def candidate_without_votes(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """计票表里漏了一名正式候选人，或者不再参选的人写了得票。

    候选人名单和得票名单对不上，读者会以为有人被漏掉了。没有反对和弃权的，不是完整的计票表，不在此列。
    错：candidates: [张某, 李某, 王某]，tallies 里没有王某
    对：tallies 里三个人都有
    """
    for _, constituency, _ in constituencies(records, statute):
        vote = constituency.vote
        if vote is None:
            continue
        counted = {str(tally.name) for tally in vote.tallies}
        whole = any(tally.against or tally.abstained for tally in vote.tallies)
        for candidate in constituency.candidates:
            if candidate.withdrew is None and candidate.name not in counted and whole:
                right = "请在 tallies 里写上；没有公布的写 votes: unknown"
                yield Finding(candidate.name.at, f"正式候选人“{candidate.name}”没有得票的记录", right)
            elif candidate.withdrew and candidate.name in counted and vote.note is None:
                wrong = f"“{candidate.name}”写着不再参选，又有得票的记录"
                yield Finding(candidate.name.at, wrong, "请核对；是选民另选他的票，请在 vote 的 note 里写明")


@check("C248", WARNING)
def marks_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一个人的赞成、反对、弃权票相加，不等于有效票数。

    每张有效票对每名候选人都是赞成、反对、弃权中的一种；对不上，至少有一个数抄错了。部分无效的票，在 note 里写明。
    错：有效票 790，赞成 500，反对 200，弃权 80
    对：有效票 790，赞成 500，反对 200，弃权 90
    """
    for _, vote in recorded_votes(records, statute):
        valid = vote.valid.agreed
        for tally in vote.tallies if vote.note is None else ():
            marks = [facts.agreed for facts in (tally.votes, tally.against, tally.abstained)]
            known = [count for count in marks if count is not None]
            if valid is not None and len(known) == len(marks) and sum(known) != valid:
                wrong = f"“{tally.name}”的赞成、反对、弃权是 {' + '.join(map(str, known))} = {sum(known)}"
                right = f"应等于有效票 {valid} 张，请核对；有原因的请在 vote 的 note 里写明"
                yield Finding(tally.votes[0].at, wrong, right)


@check("C249", NOTICE)
def ballots_issued_differ_from_voters(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """发出的选票数和参加投票的选民数不同。

    一名选民在一级选举里领一张票，替别人投的也各领一张，所以两个数通常相等。写错票换一张的，会多几张，
    写进 spoilt 就对得上。
    错：参加投票 600 名，发出选票 610 张，没有说明
    对：同上，spoilt: 10
    """
    for _, vote in recorded_votes(records, statute):
        issued, participants, spoilt = vote.issued.agreed, number_taking_part(vote), vote.spoilt.agreed or 0
        if issued is None or participants is None or vote.note:
            continue
        if issued not in (participants, participants + spoilt):
            wrong = f"参加投票的选民 {participants} 名，发出选票 {issued} 张"
            yield Finding(vote.issued[0].at, wrong, "请核对；换领的请写进 spoilt，另有原因的请在 vote 的 note 里写明")


@check("C280", WARNING)
def issued_ballots_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """发出的选票，不等于收回的、没有收回的相加，算上换领的也不等于。

    发出去的票，不是收回了，就是没有收回；写坏了换领的，有的地方算在发出的票里，有的不算，所以两种算法都试。
    两种都对不上，至少有一个数抄错了。有原因的，在 note 里写明。
    错：发出 810 张，收回 798 张，没有收回 2 张，换领 8 张
    对：发出 810 张，收回 798 张，没有收回 2 张，换领 10 张
    """
    for _, vote in recorded_votes(records, statute):
        issued, returned, unreturned = vote.issued.agreed, vote.returned.agreed, vote.unreturned.agreed
        if issued is None or unreturned is None or vote.note:
            continue
        without, spoilt = (returned or 0) + unreturned, vote.spoilt.agreed
        known = returned is not None and spoilt is not None
        if issued < without or (known and issued not in (without, without + (spoilt or 0))):
            right = "请核对这几个数；有原因的请在 vote 的 note 里写明"
            yield Finding(vote.issued[0].at, _issued(vote, without), right)


def _issued(vote: Vote, without: int) -> str:
    returned, spoilt = vote.returned.agreed, vote.spoilt.agreed
    parts = f"{returned} + {vote.unreturned.agreed} = {without}" if returned is not None else str(without)
    what = "收回的和没有收回的相加" if returned is not None else "没有收回的"
    wrong = f"发出选票 {vote.issued.agreed} 张，{what}是 {parts} 张"
    return wrong + (f"，加上换领的 {spoilt} 张是 {without + spoilt} 张" if spoilt else "")


@check("C264", WARNING)
def more_votes_than_ballots(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一个人的得票，比有效票或者参加投票的选民还多。

    一张票上一个人最多得一票，所以谁的票也不会比有效票多，更不会比投票的人多。多了，一定有一个数抄错了。
    错：有效票 790 张，张某得 800 票
    对：有效票 790 张，张某得 780 票
    """
    names = {"valid": "有效票", "returned": "收回选票", "participants": "参加投票的选民"}
    for _, vote in recorded_votes(records, statute):
        limits = [(bounds.most, field) for field in names if (bounds := stated(getattr(vote, field)))]
        most, field = min(((most, field) for most, field in limits if most is not None), default=(None, ""))
        for tally in vote.tallies:
            votes = stated(tally.votes)
            if votes and most is not None and votes.least > most:
                unit = "名" if field == "participants" else "张"
                wrong = f"“{tally.name}”得 {votes.least} 票，{names[field]}只有 {most} {unit}"
                yield Finding(tally.votes[0].at, wrong, "请核对这两个数")
