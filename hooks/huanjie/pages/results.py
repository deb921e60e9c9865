"""A result told as arithmetic: turnout over half, votes over half of those who took part, seats filled or open."""

from dataclasses import dataclass

from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.facts import Facts
from huanjie.model.results import Rerun, Vote
from huanjie.pages.facts import GAPS, number
from huanjie.rules.elected import elected, tied


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
        tuple(_rerun(statute.on(exact_day(vote.day) or statute.day), vote))
        if isinstance(vote, Rerun)
        else tuple(_first(statute, constituency, vote)),
    )


def _written(facts: Facts[int]) -> str:
    if facts:
        return "或 ".join(number(value) for value in facts.values)
    return GAPS[facts.gaps[0].value] if facts.gaps else "没有记录"


def _first(statute: Statute, constituency: Constituency, vote: Vote) -> list[str]:
    voters, participants, seats = constituency.voters.only, vote.participants.only, constituency.seats.only
    said: list[str] = []
    valid = None
    if voters and participants is not None:
        valid = statute.holds("turnout-quorum", voters_participating=participants, registered_voters=voters)
        share = f"{100 * participants / voters:.1f}%"
        verdict = "过半数，选举有效" if valid else "没有过半数，选举无效"
        figures = f"登记选民 {number(voters)} 名，参加投票 {number(participants)} 名，占 {share}"
        said.append(f"{figures}：{verdict}（{statute.article('turnout-quorum')}）。")
    if valid is False:
        return said
    if participants:
        enough = statute.least("elected-majority", "votes_for", participants, voters_participating=participants)
        said.append(f"至少要得 {number(enough)} 票才能当选（{statute.article('elected-majority')}）。")
    winners = elected(constituency)
    if seats is not None and vote.tallies:
        missing = seats - len(winners)
        word, rule = ("再次投票", "tie") if tied(statute, constituency) else ("另行选举", "rerun-for-missing-seats")
        more = f"，还缺 {missing} 名，应当{word}（{statute.article(rule)}）" if missing > 0 else ""
        said.append(f"应选 {seats} 名，当选 {len(winners)} 名{more}。")
    if winners:
        said.append(
            f"当选还不是最后确认：代表资格要经过审查、确认和公布（{statute.article('qualification-review')}）。"
        )
    return said


def _rerun(statute: Statute, vote: Rerun) -> list[str]:
    said = []
    if seats := vote.seats.only:
        said.append(f"这一次还要选 {seats} 名。")
    if returned := vote.returned.only:
        enough = statute.least("rerun-threshold", "votes_for", returned, ballots_cast=returned)
        said.append(
            f"得票多的当选，但按收回的选票算，至少要得 {number(enough)} 票（{statute.article('rerun-threshold')}）。"
        )
    return said
