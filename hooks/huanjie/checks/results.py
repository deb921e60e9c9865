"""Checks on the figures of a vote: ballots against voters, turnout, votes in sum, proxies."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.figures import number_taking_part, participants_for_quorum, stated, took_part, turnout_facts
from huanjie.election.outcome import Outcome
from huanjie.election.validity import Void, quorum, quorum_rule
from huanjie.election.votes import constituencies, recalls, recorded_votes
from huanjie.findings import BREACH, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.results import StationCount, Vote


@check("C230", BREACH, "ballots-not-more-than-voters")
def more_ballots_than_voters(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """收回的选票多于参加投票的选民。

    票比人多，说不清多出来的票是谁投的，整次选举都不算数，选民要再投一次。
    错：参加投票 600 名，收回选票 601 张
    对：参加投票 600 名，收回选票 600 张
    """
    for poll, vote in recorded_votes(records, statute):
        if Void.MANY_BALLOTS in Outcome(poll).void:
            taking = took_part(vote)
            returned, participants = min(vote.returned.values), (taking.most if taking else None) or 0
            marked = f"，写着 {chosen} 人当选" if (chosen := Outcome(poll).recorded_number) else ""
            more = f"多出 {returned - participants} 张{marked}"
            wrong = f"收回选票 {returned} 张，参加投票的选民 {participants} 名，{more}"
            article = poll.law.article("ballots-not-more-than-voters")
            right = f"最多应是 {participants} 张，多了选举无效（{article}）；委托别人投的没有算进参加投票的，请先算上"
            yield Finding(vote.returned[0].at, wrong, right)


@check("C231", WARNING)
def ballots_that_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """发出、收回、有效、无效的票数对不上。

    收回的票都是发出去的，有效票和无效票加起来就是收回的票；对不上，至少有一个数抄错了，读者就不知道信哪一个。
    错：收回 598 张，有效 590 张，无效 5 张
    对：收回 598 张，有效 590 张，无效 8 张；来源就是这样写的，加一行 note
    """
    for _, vote in recorded_votes(records, statute):
        for counts in vote.counts if vote.note is None else ():
            yield from _against_returned(counts) if counts.note is None else ()


def _against_returned(counts: Vote | StationCount) -> Iterator[Finding]:
    """Ballots issued, valid and invalid beside those that came back."""
    issued, returned, valid, invalid = (
        counts.issued.agreed,
        counts.returned.agreed,
        counts.valid.agreed,
        counts.invalid.agreed,
    )
    if returned is None:
        return
    at = counts.returned[0].at
    if issued is not None and returned > issued:
        wrong = f"收回选票 {returned} 张，比发出的 {issued} 张还多 {returned - issued} 张"
        yield Finding(at, wrong, "请核对这两个数；来源就是这样写的，请在 note 里写明")
    if valid is not None and invalid is not None and valid + invalid != returned:
        wrong = f"收回选票 {returned} 张，有效票和无效票相加是 {valid} + {invalid} = {valid + invalid} 张"
        yield Finding(at, wrong, "请核对这三个数；来源就是这样写的，请在 note 里写明")


@check("C232", BREACH, "turnout-quorum")
def elected_without_turnout(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """参加投票的选民没有过半数，却有人当选。

    来投票的人不够，这次选举无效，谁也不能当选。过半数按全体登记选民算，正好一半不够。
    错：登记选民 1000 名，参加投票 500 名，有人当选
    对：登记选民 1000 名，参加投票 501 名，有人当选
    """
    for poll, vote in recorded_votes(records, statute):
        came_to = Outcome(poll)
        if Void.FEW_VOTERS in came_to.void and came_to.recorded_number and (enough := quorum(poll)) is not None:
            taking = f"参加投票 {participants_for_quorum(poll).most} 名"
            if took_part(vote) is None:
                taking = f"参选率 {vote.turnout[0].value}%，{taking.replace('投票', '投票最多')}"
            wrong = f"登记选民 {poll.voters.agreed} 名，{taking}，写着 {came_to.recorded_number} 人当选"
            article = poll.law.article(quorum_rule(poll))
            right = f"至少要有 {enough} 名选民参加，选举才有效（{article}）"
            yield Finding(turnout_facts(vote)[0].at, wrong, right)


@check("C238", WARNING, "votes-sum-bound")
def more_votes_than_ballots_allow(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各人得票的总和太大。

    一张有效票最多选满名额，所以各人得票加起来，不会多于有效票数乘名额；多了，一定有数抄错了。
    错：有效票 400 张，应选 2 名，得票合计 801
    对：有效票 400 张，应选 2 名，得票合计 800
    """
    for poll, vote in recorded_votes(records, statute):
        seats, valid, counted = poll.seats.agreed, vote.valid.agreed, [tally.votes.agreed for tally in vote.tallies]
        others = stated(vote.others)
        known = [*(votes for votes in counted if votes is not None), *([others.least] if others else [])]
        if seats is None or valid is None or None in counted:
            continue  # a number that nobody knows has no sum
        figures = {"votes_for": known, "valid_ballots": valid, "constituency_seats": seats}
        if poll.law.satisfies("votes-sum-bound", **figures) is False:
            written_in = f"（含另选其他人的 {others.least} 票）" if others and others.least else ""
            wrong = f"有效票 {valid} 张，应选 {seats} 名，而各人得票合计 {sum(known)}{written_in}"
            most = f"{valid} 乘 {seats} = {valid * seats}（从{poll.law.article('votes-sum-bound')}推算）"
            yield Finding(vote.valid[0].at, wrong, f"合计最多应是 {most}，请核对")


@check("C239", WARNING)
def more_participants_than_voters(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """参加投票的选民多于登记选民；或者联名要求罢免、同意罢免的，多于原选区选民。

    只有登记了的选民才能投票；参加的比登记的多，多半是两个数写反了，或者登记以后补了名单。
    错：登记选民 1000 名，参加投票 1001 名
    对：登记选民 1000 名，参加投票 1000 名
    """
    for poll, vote in recorded_votes(records, statute):
        for count in vote.stations if vote.note is None else ():
            yield from _station_over_its_voters(count)
        voters, participants = poll.voters.agreed, number_taking_part(vote)
        later = not poll.of_election  # when more may be registered than at the election of the term
        if voters is None or participants is None or participants <= voters or (later and vote.note):
            continue
        wrong = f"参加投票 {participants} 名，比登记选民 {voters} 名还多 {participants - voters} 名"
        right = "请核对；名单后来补了人的，voters 写补正以后的数"
        if later and not poll.own_voters:
            right = "请核对；补选时的选民比换届选举时多的，请写进这次补选的 voters"
        yield Finding(turnout_facts(vote)[0].at, wrong, right)
    yield from _more_than_may_recall(records, statute)


def _station_over_its_voters(count: StationCount) -> Iterator[Finding]:
    voters, participants = count.voters.agreed, number_taking_part(count)
    if voters is not None and participants is not None and participants > voters and count.note is None:
        wrong = f"{count.name}参加投票 {participants} 名，比在那里投票的选民 {voters} 名还多 {participants - voters} 名"
        yield Finding((count.participants or count.in_person)[0].at, wrong, "请核对这两个数；有原因的请在 note 里写明")


def _more_than_may_recall(records: Records, statute: Statute) -> Iterator[Finding]:
    for _, recall in recalls(records, statute):
        voters = stated(recall.voters)
        for facts, what, unit in ((recall.signatories, "联名要求", "名"), (recall.votes, "同意", "票")):
            people = stated(facts)
            if voters and people and voters.most is not None and people.least > voters.most:
                wrong = f"{what}罢免“{recall.name}”的 {people.least} {unit}，原选区选民只有 {voters.most} 名"
                yield Finding(facts[0].at, wrong, "请核对这两个数")


@check("C242", BREACH, "proxy-limit")
def too_many_mandates(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一名选民接受的委托太多。

    一个人替许多人投票，就说不清是不是照委托人的意思投的，所以法律限定了人数。
    错：most_mandates: 4
    对：most_mandates: 3
    """
    for _, constituency, law in constituencies(records, statute):
        mandates, article = constituency.most_mandates.agreed, law.article("proxy-limit")
        if mandates is None or not article:
            continue
        if mandates > (most := law.params("proxy-limit")["count"]):
            wrong = f"一名选民接受了 {mandates} 人委托"
            yield Finding(constituency.most_mandates[0].at, wrong, f"最多应是 {most} 人（{article}）")
