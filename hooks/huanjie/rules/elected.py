"""Rules on who is recorded elected: majority, order of votes, ties, seats, one name twice."""

from collections.abc import Iterator
from datetime import date

from huanjie.findings import BREACH, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.results import Tally, Vote
from huanjie.records import Records
from huanjie.rules import rule
from huanjie.rules.constituencies import area_of, constituencies


def elected(constituency: Constituency) -> tuple[Tally, ...]:
    """Who is recorded elected, in the order of the votes; one marked in a vote and again in a rerun counts once."""
    found: list[Tally] = []
    for vote in (constituency.vote, *constituency.reruns):
        known = {str(tally.name) for tally in found}
        found += [tally for tally in (vote.tallies if vote else ()) if tally.elected and str(tally.name) not in known]
    return tuple(found)


def tied(statute: Statute, constituency: Constituency) -> tuple[Tally, ...]:
    """Those with a majority whose equal votes leave open who has the last seat; none while a figure is missing."""
    vote, seats = constituency.vote, constituency.seats.only
    if vote is None or not seats or any(tally.votes.only is None for tally in vote.tallies):
        return ()
    passed = sorted((votes for votes, _ in _with_majority(statute, vote)), reverse=True)
    if len(passed) <= seats or passed[seats - 1] > passed[seats]:
        return ()
    return tuple(tally for tally in vote.tallies if tally.votes.only == passed[seats])


def _with_majority(statute: Statute, vote: Vote) -> list[tuple[int, Tally]]:
    """Those of the first vote who have a majority, with their votes; nobody while it is not known who took part."""
    participants = vote.participants.only
    if participants is None:
        return []
    counted = [(votes, tally) for tally in vote.tallies if (votes := tally.votes.only) is not None]
    return [
        (votes, tally)
        for votes, tally in counted
        if statute.holds("elected-majority", votes_for=votes, voters_participating=participants)
    ]


def _first_votes(records: Records, statute: Statute) -> Iterator[tuple[Constituency, Vote, Statute]]:
    for _, constituency, law in constituencies(records, statute):
        if constituency.vote:
            yield constituency, constituency.vote, law


@rule("C233", BREACH, "elected-majority")
def elected_without_majority(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """当选的人得票没有过半数。

    当选要有参加投票的选民过半数支持，正好一半不够。按参加投票的人数算，不按有效票数算。
    错：参加投票 800 名，得 400 票的人当选
    对：参加投票 800 名，得 401 票的人当选
    """
    name = "elected-majority"
    for constituency, vote, law in _first_votes(records, statute):
        participants = vote.participants.only
        later = {tally.name for rerun in constituency.reruns for tally in rerun.tallies if tally.elected}
        for tally in vote.tallies:
            votes = tally.votes.only
            if not tally.elected or votes is None or participants is None or tally.name in later:
                continue
            if law.holds(name, votes_for=votes, voters_participating=participants) is False:
                enough = law.least(name, "votes_for", participants, voters_participating=participants)
                wrong = f"参加投票 {participants} 名，“{tally.name}”得 {votes} 票，写着当选"
                right = f"至少要得 {enough} 票才能当选（{law.article(name)}）"
                yield Finding(tally.votes[0].at, wrong, right)


@rule("C234", BREACH, "more-majorities-than-seats")
def fewer_votes_than_one_not_elected(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """得票少的当选，得票多的没有当选。

    都过了半数而名额不够时，谁当选由选民的票数定，不由别人挑。
    错：500 票的过了半数没有当选，480 票的当选
    对：500 票的当选，480 票的没有当选
    """
    for _, vote, law in _first_votes(records, statute):
        passed = [(votes, tally) for votes, tally in _with_majority(law, vote) if not tally.elected]
        if not passed or not (article := law.article("more-majorities-than-seats")):
            continue
        most, over = max(passed, key=lambda one: one[0])
        for tally in vote.tallies:
            votes = tally.votes.only
            if tally.elected and votes is not None and votes < most:
                wrong = f"“{tally.name}”得 {votes} 票，写着当选；“{over.name}”得 {most} 票，过了半数，没有写当选"
                yield Finding(tally.votes[0].at, wrong, f"得票多的应当选（{article}）")


@rule("C235", WARNING, "tie")
def tie_without_second_vote(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """几个人票数相等、名额不够，没有再次投票的记录就写了当选。

    票数相等，定不下谁当选，要请选民在他们中间再投一次。没有记录，读者会以为是抽签或者指定的。
    错：应选 1 名，两人各得 480 票，一人当选，没有 reruns
    对：应选 1 名，两人各得 480 票，reruns 里写再次投票的结果
    """
    for constituency, _, law in _first_votes(records, statute):
        equal = tied(law, constituency)
        chosen = [tally for tally in equal if tally.elected]
        article = law.article("tie")
        if chosen and article and not constituency.reruns:
            names = "、".join(f"“{tally.name}”" for tally in equal)
            wrong = f"{names}各得 {chosen[0].votes[0].value} 票，名额不够，“{chosen[0].name}”写着当选"
            right = f"票数相等的人应当再次投票（{article}），请把那次投票写进 reruns"
            yield Finding(chosen[0].votes[0].at, wrong, right)


@rule("C236", BREACH)
def more_elected_than_seats(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """当选的人多于应选名额。

    名额是按人口分给各选区的；多选出一名，别的选区的票就轻了。另行选举选出的也算在内。
    错：应选 2 名，第一次当选 2 名，另行选举又当选 1 名
    对：应选 2 名，第一次当选 1 名，另行选举当选 1 名
    """
    for _, constituency, law in constituencies(records, statute):
        seats, people = constituency.seats.only, elected(constituency)
        article = law.article("more-majorities-than-seats")
        if seats is not None and len(people) > seats and article:
            wrong = f"应选 {seats} 名，写着当选的有 {len(people)} 名，多 {len(people) - seats} 名"
            right = f"最多应有 {seats} 名当选；过半数的人多于名额时，得票多的当选（{article}）"
            yield Finding(people[seats].place_of("elected"), wrong, right)


@rule("C243", WARNING)
def result_without_ground(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写了当选，没有写得票数；或者有了结果，没有写正式候选人。

    读者看不出当选的人得了多少票、和谁一起候选，就没有办法自己核对。来源没有写的，照实说明。
    错：elected: yes，votes: unknown
    对：elected: yes，votes: {value: unknown, note: 公告没有写得票数}
    """
    for constituency, _, _ in _first_votes(records, statute):
        for tally in elected(constituency):
            if not tally.votes and not any(gap.note for gap in tally.votes.gaps):
                wrong = f"“{tally.name}”写着当选，得票数不详"
                right = "请写得票数；来源没有写的，写成 votes: {value: unknown, note: …}，说明来源怎样写"
                yield Finding(tally.place_of("votes"), wrong, right)
    for constituency, vote, _ in _first_votes(records, statute):
        if vote.tallies and not constituency.candidates and constituency.note is None:
            right = "请在 candidates 里写正式候选人；来源没有写的，加一行 note: … 说明"
            yield Finding(constituency.place_of("vote"), "有投票结果，没有写正式候选人", right)


@rule("C246", WARNING, "no-two-unrelated-areas")
def elected_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个名字在两个选区当选。

    一个人在同一个代表大会只有一个代表资格，也不能同时当两个乡镇的代表。可能真是同名的两个人，读者分不清。
    错：张三在第 1 选区和第 2 选区都当选区人大代表，没有说明
    对：同上，note: 和第 1 选区的张三是同名的两个人
    """
    seen: dict[tuple[str, str], Constituency] = {}
    for _, constituency, law in constituencies(records, statute):
        article = law.article("no-two-unrelated-areas")
        for tally in elected(constituency):
            other = seen.setdefault((constituency.level, tally.name), constituency)
            told = any(tally.name in (one.note or "") for one in (constituency, other))
            if other is constituency or told or not article:
                continue
            wrong = f"“{tally.name}”在{area_of(records, other).title}{other.title}也写着当选{constituency.level}代表"
            right = "请核对；是同名的两个人，请在选区的 note 里写明这个名字"
            if constituency.level == "乡级" and other.area != constituency.area:
                right = f"一个人不得同时当两个互不隶属的地方的代表（{article}）；{right}"
            yield Finding(tally.place_of("name"), wrong, right)
