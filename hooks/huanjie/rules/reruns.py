"""Rules on what follows a vote: seats left open, reruns to fill them, recalls."""

from collections.abc import Iterator
from datetime import date

from huanjie.findings import BREACH, NOTICE, Finding
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.results import Recall, Rerun
from huanjie.records import Records
from huanjie.rules import rule
from huanjie.rules.constituencies import constituencies, polling_day
from huanjie.rules.elected import elected, tied
from huanjie.rules.results import void, votes


def _reruns(records: Records, statute: Statute) -> Iterator[tuple[Constituency, Rerun, Statute]]:
    """Every rerun for missing seats; after a tie no seat is missing, and those tied only vote among themselves."""
    for constituency, vote, law in votes(records, statute):
        first = constituency.vote
        uncertain = first is not None and (first.participants.only is None or not constituency.seats.only)
        anew = first is not None and void(law, constituency, first)  # then all is as in a first vote
        if isinstance(vote, Rerun) and not uncertain and not anew and not tied(law, constituency):
            yield constituency, vote, law


def _recalls(records: Records, statute: Statute) -> Iterator[tuple[Constituency, Recall, Statute]]:
    for _, constituency, law in constituencies(records, statute):
        for recall in constituency.recalls:
            yield constituency, recall, law


@rule("C237", NOTICE, "rerun-for-missing-seats")
def seats_not_filled(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """名额没有选满，也没有另行选举的记录。

    缺的名额要再选一次，选民会问哪天再投票。定了就写上；还没有定的，读者至少知道还缺几名。
    错：选举日已经过了，应选 2 名，当选 1 名，没有 reruns
    对：reruns 里写 seats: 1 和投票的日期
    """
    for _, constituency, law in constituencies(records, statute):
        vote, seats = constituency.vote, constituency.seats.only
        polling = polling_day(records, constituency)
        if vote is None or not vote.tallies or seats is None or constituency.reruns:
            continue
        if polling is None or polling >= today:
            continue
        turnout, voters = vote.participants.only, constituency.voters.only
        if turnout is not None and voters is not None:
            valid = law.holds("turnout-quorum", voters_participating=turnout, registered_voters=voters)
            if valid is False:
                continue  # the election is void: it is held anew, not a rerun for missing seats
        missing = seats - len(elected(constituency))
        word, name = ("再次投票", "tie") if tied(law, constituency) else ("另行选举", "rerun-for-missing-seats")
        if missing > 0 and (article := law.article(name)):
            wrong = f"应选 {seats} 名，当选 {seats - missing} 名，还缺 {missing} 名，没有{word}的记录"
            right = f"缺的名额应当{word}（{article}）；举行了的请写进 reruns"
            yield Finding(constituency.seats[0].at, wrong, right)


@rule("C240", BREACH, "rerun-for-missing-seats")
def rerun_candidates_out_of_range(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """另行选举的候选人太少或者太多。

    另行选举也是差额选举：人太少，选民没有挑选的余地；人太多，票就分散了。另选的人不算候选人。
    错：还要选 1 名，候选人 3 名
    对：还要选 1 名，候选人 2 名
    """
    name = "rerun-for-missing-seats"
    for constituency, rerun, law in _reruns(records, statute):
        seats = rerun.seats.only
        allowed = law.between(name, missing_seats=seats) if seats and (rerun.candidates or rerun.tallies) else None
        if allowed is None:
            continue
        fewest, most = allowed
        count = len(rerun.candidates) or _standing(constituency, rerun, fewest)
        if not fewest <= count <= most:
            numbers = str(fewest) if fewest == most else f"{fewest} 至 {most}"
            right = f"候选人应有 {numbers} 名（{law.article(name)}）"
            at = rerun.place_of("candidates" if rerun.candidates else "tallies")
            yield Finding(at, f"另行选举还要选 {seats} 名，候选人有 {count} 名", right)


def _standing(constituency: Constituency, rerun: Rerun, fewest: int) -> int:
    """How many of those with votes stood for sure: candidates come from the first vote, all others are written in.

    Where all of them are too few, that is certain; else nothing says that there were fewer than the law asks for.
    """
    if len(rerun.tallies) < fewest:
        return len(rerun.tallies)
    first = constituency.vote.tallies if constituency.vote else ()
    known = {tally.name for tally in first} | {candidate.name for candidate in constituency.candidates}
    return max(fewest, sum(not known or tally.name in known for tally in rerun.tallies))


@rule("C241", BREACH, "rerun-threshold")
def rerun_elected_with_too_few_votes(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """另行选举当选的人，得票少于法定的份额。

    另行选举不要求过半数，得票多的当选，但太少的不行：代表总要有相当一部分选民支持。
    错：有效票 900 张，得 299 票的人当选
    对：有效票 900 张，得 300 票的人当选
    """
    name = "rerun-threshold"
    for _, rerun, law in _reruns(records, statute):
        ballots = rerun.valid.only  # whether void ballots count is open: certain only where the fewer ones do not help
        for tally in rerun.tallies:
            count = tally.votes.only
            if not tally.elected or count is None or ballots is None:
                continue
            if law.holds(name, votes_for=count, ballots_cast=ballots) is False:
                enough = law.least(name, "votes_for", ballots, ballots_cast=ballots)
                wrong = f"有效票 {ballots} 张，“{tally.name}”得 {count} 票，写着当选"
                yield Finding(tally.votes[0].at, wrong, f"至少要得 {enough} 票才能当选（{law.article(name)}）")


@rule("C244", BREACH, "recall-request")
def recall_asked_by_too_few(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """联名要求罢免的选民不够法定人数。

    罢免由选民提出，但要有一定人数，免得代表因为几个人的意见就要被表决。县级和乡级的人数不同。没有付表决的不在此列。
    错：乡级代表，29 名选民联名，付了表决
    对：乡级代表，30 名选民联名，付了表决
    """
    name = "recall-request"
    for constituency, recall, law in _recalls(records, statute):
        signatories, level = recall.signatories.only, "county" if constituency.level == "县级" else "township"
        put = recall.recalled or recall.votes  # a request that was not put to the vote is none that was wrongly taken
        if put and signatories is not None and law.holds(name, signatories=signatories, level=level) is False:
            wrong = f"{signatories} 名选民联名要求罢免“{recall.name}”"
            right = (
                f"罢免{constituency.level}代表，至少应有 {law.params(name)[level]} 名选民联名（{law.article(name)}）"
            )
            yield Finding(recall.signatories[0].at, wrong, right)


@rule("C245", BREACH, "recall-majority")
def recalled_without_majority(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """罢免没有过半数选民同意，却写着通过。

    选民选出来的代表，要过半数选民同意才能罢免。按罢免时原选区的全体选民算，正好一半不够。
    错：原选区选民 1000 名，500 票同意，写着通过
    对：原选区选民 1000 名，501 票同意，写着通过
    """
    name = "recall-majority"
    for _, recall, law in _recalls(records, statute):
        agreed, voters = recall.votes.only, recall.voters.only
        if not recall.recalled or agreed is None or voters is None:
            continue
        if law.holds(name, votes_for_recall=agreed, registered_voters_of_constituency=voters) is False:
            enough = law.least(name, "votes_for_recall", voters, registered_voters_of_constituency=voters)
            wrong = f"原选区选民 {voters} 名，同意罢免“{recall.name}”的 {agreed} 票，写着通过"
            yield Finding(recall.votes[0].at, wrong, f"至少要有 {enough} 票同意（{law.article(name)}）")
