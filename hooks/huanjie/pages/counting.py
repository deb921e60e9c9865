"""A result told as arithmetic: turnout over half, ballots not over voters, majorities, ties, seats open, the third."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.law import Statute
from huanjie.law.pack import legal_rules
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.facts import Facts
from huanjie.model.results import ByElection, Rerun, Tally, Vote
from huanjie.pages.facts import GAPS, number
from huanjie.rules.elected import elected, tied
from huanjie.rules.results import kept, void


@dataclass(frozen=True)
class Person:
    """One person's votes as a row of the table; `share` is of those who took part, in per cent, where it is known."""

    name: str
    votes: str
    against: str
    abstained: str
    share: float | None
    outcome: str
    candidate: bool


@dataclass(frozen=True)
class Counted:
    """A vote as readers see it: the figures, the rows, and the sentences that explain them."""

    figures: tuple[tuple[str, str], ...]
    people: tuple[Person, ...]
    sentences: tuple[str, ...]
    marks: bool
    note: str | None


FIGURES = (
    ("参加投票的选民", "participants", "名"),
    ("发出选票", "issued", "张"),
    ("收回选票", "returned", "张"),
    ("有效票", "valid", "张"),
    ("无效票", "invalid", "张"),
    ("另选其他人的票", "others", "票"),
)


def counted(statute: Statute, constituency: Constituency, vote: Vote, confirmed: str) -> Counted:
    """Tell a vote; a sentence stands only where the figures it needs are known and not disputed.

    `confirmed` says how far the review of the deputies' credentials has come.
    """
    names = _candidates(constituency, vote)
    alike = tied(statute, constituency) if vote is constituency.vote and not void(statute, constituency, vote) else ()
    equal = {str(tally.name) for tally in alike}
    stated = [(label, getattr(vote, field), unit) for label, field, unit in FIGURES]
    return Counted(
        figures=tuple((label, _written(facts, unit)) for label, facts, unit in stated if facts or facts.gaps),
        people=tuple(_person(vote, tally, equal, names) for tally in vote.tallies),
        sentences=tuple(_told(statute, constituency, vote, confirmed)),
        marks=any(tally.against or tally.abstained for tally in vote.tallies),
        note=vote.note,
    )


def _candidates(constituency: Constituency, vote: Vote) -> set[str]:
    """Who stood in a vote; everybody with votes where nobody is recorded."""
    named = vote.candidates if isinstance(vote, Rerun) else [one.name for one in constituency.standing]
    return {str(name) for name in named or [tally.name for tally in vote.tallies]}


def _person(vote: Vote, tally: Tally, equal: set[str], names: set[str]) -> Person:
    votes, participants = tally.votes.only, vote.participants.only
    tie = "票数相等，再次投票" if str(tally.name) in equal else "没有当选"
    return Person(
        name=str(tally.name),
        votes=_written(tally.votes),
        against=_written(tally.against),
        abstained=_written(tally.abstained),
        share=100 * votes / participants if votes is not None and participants else None,
        outcome="当选" if tally.elected else tie,
        candidate=str(tally.name) in names,
    )


def _written(facts: Facts[int], unit: str = "") -> str:
    if facts:
        return "或 ".join(fact.about or f"{number(fact.value)} {unit}".strip() for fact in facts)
    return GAPS[facts.gaps[0].value] if facts.gaps else "没有记录"


def _told(statute: Statute, constituency: Constituency, vote: Vote, confirmed: str) -> Iterator[str]:
    if isinstance(vote, ByElection):
        if seats := vote.seats.only:
            yield f"补选 {seats} 名代表。"
    elif isinstance(vote, Rerun):
        yield from _rerun(statute.on(exact_day(vote.day) or statute.day), constituency, vote)
    else:
        yield from _whole(statute, constituency, vote)
        if not void(statute, constituency, vote):
            yield from _seats(statute, constituency, vote)
    if confirmed and any(tally.elected for tally in vote.tallies):
        yield confirmed


def _whole(statute: Statute, constituency: Constituency, vote: Vote) -> Iterator[str]:
    """What a whole election takes: enough voters, no more ballots than they, and a majority of those who took part."""
    voters, participants = constituency.voters.only, vote.participants.only
    nothing = void(statute, constituency, vote)
    if voters and participants is not None:
        enough = "过半数" if nothing else "过半数，选举有效"  # which too many ballots undo
        verdict = enough if kept(statute, constituency, vote)[0] else "没有过半数，选举无效"
        figures = f"登记选民 {number(voters)} 名，参加投票 {number(participants)} 名"
        share = f"占 {100 * participants / voters:.1f}%"
        yield f"{figures}，{share}：{verdict}（{statute.article('turnout-quorum')}）。"
    yield from _ballots(statute, constituency, vote)
    if participants and not nothing:
        least = statute.least("elected-majority", "votes_for", participants, voters_participating=participants)
        article = statute.article("elected-majority")
        yield f"参加投票的选民过半数赞成才能当选，这里至少要得 {number(least)} 票（{article}）。"


def _ballots(statute: Statute, constituency: Constituency, vote: Vote) -> Iterator[str]:
    (_, so_few), returned = kept(statute, constituency, vote), vote.returned.only
    if so_few is not None and returned is not None:
        verdict = "不多于投票的人数，有效" if so_few else "多于投票的人数，选举无效"
        yield f"收回选票 {number(returned)} 张，{verdict}（{statute.article('ballots-not-more-than-voters')}）。"


def _seats(statute: Statute, constituency: Constituency, vote: Vote) -> Iterator[str]:
    seats, equal = constituency.seats.only, tied(statute, constituency)
    chosen = [tally for tally in vote.tallies if tally.elected]
    if seats is None or not vote.tallies:
        return
    missing = seats - len(chosen)
    yield f"应选 {seats} 名，这一次当选 {len(chosen)} 名" + (f"，还缺 {missing} 名。" if missing > 0 else "，选满了。")
    if equal:
        names = "、".join(str(tally.name) for tally in equal)
        votes = number(equal[0].votes[0].value)
        yield f"{names}都是 {votes} 票，名额不够：在他们中间再次投票，得票多的当选（{statute.article('tie')}）。"
    elif missing > 0 and (article := statute.article("rerun-for-missing-seats")):
        allowed = statute.between("rerun-for-missing-seats", missing_seats=missing)
        many = f"，候选人{_range(*allowed)}" if allowed else ""
        yield f"缺的名额另行选举，按第一次得票多少的顺序定候选人{many}（{article}）。"
    over = "" if equal else statute.article("more-majorities-than-seats")
    if over and len(elected(constituency)) == seats and any(_passed(statute, vote, one) for one in vote.tallies):
        yield f"过半数的人多于名额，得票多的当选（{over}）。"


def _passed(statute: Statute, vote: Vote, tally: Tally) -> bool:
    """Whether somebody had a majority and was not elected."""
    votes, participants = tally.votes.only, vote.participants.only
    if tally.elected or votes is None or participants is None:
        return False
    return bool(statute.holds("elected-majority", votes_for=votes, voters_participating=participants))


def _rerun(statute: Statute, constituency: Constituency, vote: Rerun) -> Iterator[str]:
    seats, first = vote.seats.only, constituency.vote
    if first and void(statute, constituency, first):  # the lower third is only for seats left open by a valid vote
        yield "第一次投票选举无效，这一次从头再选，有效和当选的条件同第一次一样。"
        yield from _whole(statute, constituency, vote)
        return
    yield from _ballots(statute, constituency, vote)
    if tied(statute, constituency):
        yield f"这是票数相等以后的再次投票，得票多的当选（{statute.article('tie')}）。"
        return
    if seats:
        allowed = statute.between("rerun-for-missing-seats", missing_seats=seats)
        many = f"，候选人应有{_range(*allowed)}（{statute.article('rerun-for-missing-seats')}）" if allowed else ""
        yield f"这一次还要选 {seats} 名{many}。"
    article = statute.article("rerun-threshold")
    if returned := vote.returned.only:
        enough = statute.least("rerun-threshold", "votes_for", returned, ballots_cast=returned)
        yield f"得票多的当选，但按收回的选票算，至少要得 {number(enough)} 票（{article}）。"
    elif article:
        yield f"{statute.answer(legal_rules()['rerun-threshold'])}（{article}）"


def _range(least: int, most: int) -> str:
    return f" {least} 名" if least == most else f" {least} 至 {most} 名"
