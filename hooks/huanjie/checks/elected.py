"""Checks on people recorded as elected: majority, order of votes, ties, seats, one name twice."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from huanjie.checks import check
from huanjie.checks.order_of_votes import by_majority, elected_later
from huanjie.content.records import Records
from huanjie.election.counting import passes, thresholds
from huanjie.election.figures import participants
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.places import area_of
from huanjie.election.poll import Poll
from huanjie.election.term import elected, number_elected
from huanjie.election.validity import LOCAL_QUORUM
from huanjie.election.votes import constituencies, recorded_votes, votes
from huanjie.findings import BREACH, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.results import Tally

if TYPE_CHECKING:
    from huanjie.model.constituencies import Constituency


@check("C233", BREACH, "elected-majority")
def elected_without_majority(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """当选的人得票没有过半数。

    当选要有参加投票的选民过半数支持，正好一半不够。按参加投票的人数算，不按有效票数算。
    错：参加投票 800 名，得 400 票的人当选
    对：参加投票 800 名，得 401 票的人当选
    """
    for poll, vote in by_majority(records, statute):
        later = elected_later(poll)
        for tally in vote.tallies:
            if tally.elected and str(tally.name) not in later and passes(poll, tally) is False:
                yield Finding(tally.votes[0].at, *_without_majority(poll, tally))


def _without_majority(poll: Poll, tally: Tally) -> tuple[str, str]:
    """The fault and its repair, by the ballots where nobody counted who took part."""
    article = poll.law.article("elected-majority")
    if poll.law.by_election:
        article = f"{article}，{poll.law.article(LOCAL_QUORUM)}"
    votes = max(tally.votes.values)
    fewest = min(thresholds(poll), key=lambda threshold: threshold.votes, default=None)
    if fewest and fewest.base == "participants":
        wrong = f"参加投票 {fewest.size} 名，“{tally.name}”得 {votes} 票，写着当选"
        return wrong, f"至少要得 {fewest.votes} 票才能当选（{article}）"
    taking = participants(poll).least
    wrong = f"参加投票的人数没有记录，单是选票就有 {taking} 张，“{tally.name}”得 {votes} 票，写着当选"
    return wrong, f"当选要有参加投票的选民过半数的票（{article}），请核对"


@check("C236", BREACH)
def more_elected_than_seats(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """当选的人多于应选名额。

    名额是按人口分给各选区的；多选出一名，别的选区的票就轻了。另行选举选出的也算在内。
    错：应选 2 名，第一次当选 2 名，另行选举又当选 1 名
    对：应选 2 名，第一次当选 1 名，另行选举当选 1 名
    """
    for _, constituency, law in constituencies(records, statute):
        polls = votes(records, statute, constituency)
        article, own = law.article("more-majorities-than-seats"), [poll for poll in polls if poll.of_election]
        yield from _too_many(constituency.seats.agreed, elected(polls), number_elected(polls), own, article)
        for poll in polls:
            if not poll.of_election:
                came_to = Outcome(poll)
                yield from _too_many(poll.seats.agreed, came_to.recorded, came_to.recorded_number, [poll], article)


def _too_many(
    seats: int | None, people: tuple[Tally, ...], number: int, polls: list[Poll], article: str
) -> Iterator[Finding]:
    """Report more elected than seats, at the first person too many, else at the number without names."""
    if seats is None or number <= seats or not article:
        return
    wrong = f"应选 {seats} 名，写着当选的有 {number} 名，多 {number - seats} 名"
    right = f"最多应有 {seats} 名当选；过半数的人多于名额时，得票多的当选（{article}）"
    unnamed = [poll.ballots.elected_count[0].at for poll in polls if poll.ballots and poll.ballots.elected_count]
    yield Finding(people[seats].place_of("elected") if len(people) > seats else unnamed[-1], wrong, right)


@check("C243", WARNING)
def result_without_ground(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写了当选，没有写得票数；或者有了结果，没有写正式候选人。

    读者看不出当选的人得了多少票、和谁一起候选，就没有办法自己核对。来源没有写的，照实说明。
    错：elected: yes，votes: unknown
    对：elected: yes，votes: {value: unknown, note: 公告没有写得票数}
    """
    for poll, _ in recorded_votes(records, statute):
        for tally in Outcome(poll).recorded:
            if not tally.votes and not any(gap.note for gap in tally.votes.gaps):
                wrong = f"“{tally.name}”写着当选，得票数不详"
                right = "请写得票数；来源没有写的，写成 votes: {value: unknown, note: …}，说明来源怎样写"
                yield Finding(tally.place_of("votes"), wrong, right)
    for poll, vote in recorded_votes(records, statute, Kind.FIRST, Kind.BY_ELECTION):
        constituency = poll.constituency
        if poll.first and vote.tallies and not constituency.listed and constituency.note is None:
            right = "请在 candidates 里写正式候选人；来源没有写的，加一行 note: … 说明"
            yield Finding(constituency.place_of("vote"), "有投票结果，没有写正式候选人", right)


@check("C246", WARNING, "no-two-unrelated-areas")
def elected_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个名字在两个选区当选。

    一个人在同一个代表大会只有一个代表资格，也不能同时当两个乡镇的代表。可能真是同名的两个人，读者分不清。
    错：张三在第 1 选区和第 2 选区都当选区人大代表，没有说明
    对：同上，note: 和第 1 选区的张三是同名的两个人
    """
    seen: dict[tuple[str, str], Constituency] = {}
    for _, constituency, law in constituencies(records, statute):
        article = law.article("no-two-unrelated-areas")
        for tally in elected(votes(records, statute, constituency)):
            other = seen.setdefault((constituency.level, tally.name), constituency)
            explained = any(tally.name in (each.note or "") for each in (constituency, other))
            if other is constituency or explained or not article:
                continue
            wrong = f"“{tally.name}”在{area_of(records, other).title}{other.title}也写着当选{constituency.level}代表"
            right = "请核对；是同名的两个人，请在选区的 note 里写明这个名字"
            if constituency.level == "乡级" and other.area != constituency.area:
                right = f"一个人不得同时当两个互不隶属的地方的代表（{article}）；{right}"
            yield Finding(tally.place_of("name"), wrong, right)
