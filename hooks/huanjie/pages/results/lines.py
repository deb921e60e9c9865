"""The results of an area's constituencies, a row each."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.election.figures import number_taking_part
from huanjie.election.term import elected, known_number, number_elected, whole_vote
from huanjie.election.votes import votes
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import NONE_STATED
from huanjie.model.numbering import places
from huanjie.pages import Edition
from huanjie.pages.shared.facts import FactView, number, percentage, view
from huanjie.pages.shared.status import status


@dataclass(frozen=True)
class Line:
    """A constituency's result as a row, with what sorts it.

    `stated` is the turnout as sources give it, `unnamed` how many were elected of whom no record tells the name,
    `nobody` whether it is certain that nobody was.
    """

    constituency: Constituency
    order: int
    turnout: float | None
    voters: FactView
    participants: FactView
    invalid: FactView
    sort: int
    elected: tuple[str, ...]
    status: str
    took_part: str
    unnamed: int
    stated: FactView
    nobody: bool = False


def lines(edition: Edition, area: Area, level: str) -> Iterator[Line]:
    """The results of the constituencies of a level in an area."""
    constituencies = [constituency for constituency in area.constituencies if constituency.level == level]
    for constituency, order in zip(
        constituencies, places(constituency.number for constituency in constituencies), strict=True
    ):
        polls = votes(edition.records, edition.statute, constituency)
        vote = whole_vote(polls).ballots
        participants = vote.participants if vote else NONE_STATED
        invalid = vote.invalid if vote else NONE_STATED
        took_part, voters = number_taking_part(vote), constituency.voters.agreed
        yield Line(
            constituency=constituency,
            order=order,
            turnout=100 * took_part / voters if took_part is not None and voters else None,
            voters=view(constituency.voters, edition.records, area.source, number),
            participants=view(participants, edition.records, area.source, number),
            invalid=view(invalid, edition.records, area.source, number),
            sort=invalid.agreed or 0,
            nobody=known_number(polls) == 0 and bool(constituency.vote),
            elected=tuple(str(tally.name) for tally in elected(polls)),
            took_part="" if took_part is None else number(took_part),
            unnamed=number_elected(polls) - len(elected(polls)),
            stated=view(vote.turnout if vote else NONE_STATED, edition.records, area.source, percentage),
            status=status(edition, constituency),
        )
