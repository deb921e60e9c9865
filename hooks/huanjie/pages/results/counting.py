"""A vote as readers see it: its figures, a row for each person, and the sentences that do the sums."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.election.counting import thresholds
from huanjie.election.figures import number_taking_part
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.validity import rules_known
from huanjie.model.facts import Facts
from huanjie.model.results import Tally
from huanjie.pages.results.sentences import HALF, sentences
from huanjie.pages.results.station_counts import StationTable
from huanjie.pages.shared.facts import GAPS, number


@dataclass(frozen=True)
class Person:
    """One person's votes as a row of the table; `share` is of those who took part, "" where that is not known."""

    name: str
    votes: str
    against: str
    abstained: str
    share: str
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
    stations: StationTable | None = None


FIGURES = (
    ("参加投票的选民", "participants", "名"),
    ("自己来投票", "in_person", "名"),
    ("委托别人投票", "by_proxy", "名"),
    ("公布的参选率", "turnout", "%"),
    ("发出选票", "issued", "张"),
    ("收回选票", "returned", "张"),
    ("没有收回的选票", "unreturned", "张"),
    ("换领的选票", "spoilt", "张"),
    ("有效票", "valid", "张"),
    ("无效票", "invalid", "张"),
    ("另选其他人的票", "others", "票"),
)


def counted(poll: Poll, confirmed: str, stations: StationTable | None = None) -> Counted:
    """Report a vote; a sentence needs figures that are known and not disputed.

    `confirmed` is the sentence on the review of credentials, `stations` the table of what each station counted.
    """
    vote, came_to = poll.ballots, Outcome(poll)
    stated = [(label, getattr(vote, field), unit) for label, field, unit in FIGURES] if vote else []
    lines = (*sentences(came_to), *([confirmed] if confirmed and came_to.number else []))
    return Counted(
        figures=(
            *_added(poll),
            *((label, _written(facts, unit)) for label, facts, unit in stated if facts or facts.gaps),
            *([("当选", f"{came_to.unnamed} 名，没有公布姓名")] if came_to.unnamed else []),
        ),
        people=tuple(_person(came_to, tally) for tally in poll.tallies),
        sentences=() if poll.cancelled else lines,
        marks=any(tally.against or tally.abstained for tally in poll.tallies),
        note=vote.note if vote else None,
        stations=stations,
    )


def _added(poll: Poll) -> Iterator[tuple[str, str]]:
    """Those who took part, where only those who came and those who had others vote are stated."""
    vote, total = poll.ballots, number_taking_part(poll.ballots)
    if vote and total is not None and not vote.participants:
        came, sent = vote.in_person.agreed or 0, vote.by_proxy.agreed or 0
        yield FIGURES[0][0], f"{number(came)} + {number(sent)} = {number(total)} 名"


def _person(came_to: Outcome, tally: Tally) -> Person:
    poll = came_to.poll
    stood = {str(name) for name in poll.candidates}  # everybody with votes where nobody is recorded
    return Person(
        name=str(tally.name),
        votes=_written(tally.votes),
        against=_written(tally.against),
        abstained=_written(tally.abstained),
        share=_share(poll, tally),
        outcome=_outcome(came_to, tally),
        candidate=not stood or str(tally.name) in stood,
    )


def _outcome(came_to: Outcome, tally: Tally) -> str:
    if came_to.void:
        return "选举无效"
    if tally.elected:
        return "当选"
    if tally not in came_to.tied:
        return "没有当选"
    undecided = came_to.poll.kind in (Kind.SECOND, Kind.RERUN) or not rules_known(came_to.poll.law)
    return "票数相等" if undecided else "票数相等，再次投票"


def _share(poll: Poll, tally: Tally) -> str:
    """The share of those who took part; where rounding hides on which side of the half it is, the votes needed."""
    votes, participants = tally.votes.agreed, number_taking_part(poll.ballots)
    if votes is None or not participants:
        return ""
    share = f"{100 * votes / participants:.1f}%"
    needed = [threshold.votes for threshold in thresholds(poll) if threshold.base == "participants"]
    return f"{share}，过半数要 {number(needed[0])} 票" if share == HALF and needed else share


def _written(facts: Facts[int], unit: str = "") -> str:
    if facts:
        space = "" if unit == "%" else " "
        return "或 ".join(fact.about or f"{number(fact.value)}{space}{unit}".strip() for fact in facts)
    return GAPS[facts.gaps[0].value] if facts.gaps else "没有记录"
