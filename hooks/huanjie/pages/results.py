"""A result told as arithmetic: turnout over half, votes over half of those who took part, seats filled or open."""

from dataclasses import dataclass

from huanjie.law import Statute
from huanjie.model.areas import Constituency
from huanjie.model.facts import Facts
from huanjie.model.results import Rerun, Vote
from huanjie.pages.facts import GAPS, number


@dataclass(frozen=True)
class Person:
    """One person's votes as a row of the table."""

    name: str
    votes: str
    elected: bool
    candidate: bool


@dataclass(frozen=True)
class Counted:
    """A vote as readers see it: the figures, the rows, and the sentences that explain them."""

    figures: tuple[tuple[str, str], ...]
    people: tuple[Person, ...]
    sentences: tuple[str, ...]


def counted(statute: Statute, constituency: Constituency, vote: Vote) -> Counted:
    """Tell a vote; a sentence stands only where the figures it needs are known and not disputed."""
    names = {str(candidate.name) for candidate in constituency.candidates}
    figures = (
        ("参加投票的选民", vote.participants),
        ("发出选票", vote.issued),
        ("收回选票", vote.returned),
        ("有效票", vote.valid),
        ("无效票", vote.invalid),
    )
    return Counted(
        tuple((label, _written(facts)) for label, facts in figures if facts or facts.gaps),
        tuple(
            Person(str(tally.name), _written(tally.votes), tally.elected, str(tally.name) in names)
            for tally in vote.tallies
        ),
        tuple(_rerun(statute, vote) if isinstance(vote, Rerun) else _first(statute, constituency, vote)),
    )


def _written(facts: Facts[int]) -> str:
    if facts:
        return "或 ".join(number(value) for value in facts.values)
    return GAPS[facts.gaps[0].value] if facts.gaps else "没有记录"


def _first(statute: Statute, constituency: Constituency, vote: Vote) -> list[str]:
    voters, participants, seats = constituency.voters.only, vote.participants.only, constituency.seats.only
    said = []
    if voters and participants is not None:
        valid = statute.holds("turnout-quorum", voters_participating=participants, registered_voters=voters)
        share = f"{100 * participants / voters:.1f}%"
        verdict = "过半数，选举有效" if valid else "没有过半数，选举无效"
        article = statute.article("turnout-quorum")
        said.append(
            f"登记选民 {number(voters)} 名，参加投票 {number(participants)} 名，占 {share}：{verdict}（{article}）。"
        )
    if participants:
        least = statute.least("elected-majority", "votes_for", participants, voters_participating=participants)
        article = statute.article("elected-majority")
        said.append(f"候选人得票超过参加投票选民的一半才能当选，就是至少 {number(least)} 票（{article}）。")
    elected = sum(tally.elected for tally in vote.tallies)
    if seats is not None and vote.tallies:
        open_seats = seats - elected
        more = (
            f"，还缺 {open_seats} 名，另行选举（{statute.article('rerun-for-missing-seats')}）"
            if open_seats > 0
            else ""
        )
        said.append(f"应选 {seats} 名，当选 {elected} 名{more}。")
    if elected:
        review = statute.article("qualification-review")
        said.append(f"当选还不是最后确认：代表资格要经过审查、确认和公布（{review}）。")
    return said


def _rerun(statute: Statute, vote: Rerun) -> list[str]:
    said = []
    if seats := vote.seats.only:
        said.append(f"这一次还要选 {seats} 名。")
    if returned := vote.returned.only:
        least = statute.least("rerun-threshold", "votes_for", returned, ballots_cast=returned)
        article = statute.article("rerun-threshold")
        said.append(f"得票多的当选，但得票不得少于选票的三分之一，就是至少 {number(least)} 票（{article}）。")
    return said
