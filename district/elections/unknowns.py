"""Results with gaps: figures that are unknown, approximate or in dispute."""

from collections.abc import Callable
from dataclasses import replace

from district.chance import Chance
from district.elections.records import UNKNOWN, Constituency, Count, Figure

Blur = Callable[[Constituency, Count], Constituency]


def blurred(chance: Chance, ward: Constituency) -> Constituency:
    """Remove figures of a first vote that filled every seat, in one of several ways."""
    name, blur = chance.pick([*BLURS.items()])
    if ward.first is None:
        return ward
    return replace(blur(ward, ward.first), kinds=(*ward.kinds, name))


def _count(ward: Constituency, count: Count, **figures: Figure | None) -> Constituency:
    return replace(ward, first=replace(count, **figures))  # type: ignore[arg-type]  # fields by their names


def _voters(ward: Constituency, _: Count) -> Constituency:
    return replace(ward, voters=UNKNOWN)


def _votes(ward: Constituency, count: Count) -> Constituency:
    votes = dict.fromkeys(count.votes, Figure(note="公告没有写得票数"))
    return replace(ward, first=replace(count, votes=votes, against={}, abstained={}, others=None))


def _participants_dispute(ward: Constituency, count: Count) -> Constituency:
    (participants,) = count.participants.values if count.participants else (0,)
    one_less = Figure((participants, participants - 1))
    return _count(ward, count, participants=one_less, issued=None)


def _participants_about(ward: Constituency, count: Count) -> Constituency:
    (participants,) = count.participants.values if count.participants else (0,)
    return _count(ward, count, participants=Figure((participants,), about=f"约 {participants}"), issued=None)


def _turnout_alone(ward: Constituency, count: Count) -> Constituency:
    return replace(ward, first=Count(participants=count.participants, issued=count.issued))


BLURS: dict[str, Blur] = {
    "voters unknown": _voters,
    "votes unknown": _votes,
    "participants dispute": _participants_dispute,
    "participants about": _participants_about,
    "participants unknown": lambda ward, count: _count(ward, count, participants=UNKNOWN),
    "returned unknown": lambda ward, count: _count(ward, count, returned=UNKNOWN, invalid=None),
    "turnout alone": _turnout_alone,
}
