"""Results of which something is not known: figures that nobody has, that are only about so, or that sources dispute."""

from collections.abc import Callable
from dataclasses import replace

from district.chance import Chance
from district.elections.records import UNKNOWN, Constituency, Count, Figure

Blur = Callable[[Constituency, Count], Constituency]


def blurred(chance: Chance, one: Constituency) -> Constituency:
    """Take away what is known of a first vote that filled every seat, in one of many ways."""
    name, blur = chance.pick([*BLURS.items()])
    if one.first is None:
        return one
    return replace(blur(one, one.first), kinds=(*one.kinds, name))


def _count(one: Constituency, count: Count, **figures: Figure | None) -> Constituency:
    return replace(one, first=replace(count, **figures))  # type: ignore[arg-type]  # fields by their names


def _voters(one: Constituency, _: Count) -> Constituency:
    return replace(one, voters=UNKNOWN)


def _votes(one: Constituency, count: Count) -> Constituency:
    votes = dict.fromkeys(count.votes, Figure(note="公告没有写得票数"))
    return replace(one, first=replace(count, votes=votes, against={}, abstained={}, others=None))


def _participants_dispute(one: Constituency, count: Count) -> Constituency:
    (participants,) = count.participants.values if count.participants else (0,)
    one_less = Figure((participants, participants - 1))
    return _count(one, count, participants=one_less, issued=None)


def _participants_about(one: Constituency, count: Count) -> Constituency:
    (participants,) = count.participants.values if count.participants else (0,)
    return _count(one, count, participants=Figure((participants,), about=f"约 {participants}"), issued=None)


def _turnout_alone(one: Constituency, count: Count) -> Constituency:
    return replace(one, first=Count(participants=count.participants, issued=count.issued))


BLURS: dict[str, Blur] = {
    "voters unknown": _voters,
    "votes unknown": _votes,
    "participants dispute": _participants_dispute,
    "participants about": _participants_about,
    "participants unknown": lambda one, count: _count(one, count, participants=UNKNOWN),
    "returned unknown": lambda one, count: _count(one, count, returned=UNKNOWN, invalid=None),
    "turnout alone": _turnout_alone,
}
