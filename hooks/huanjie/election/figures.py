"""Figures of a vote as bounds: sources may differ, and other figures set limits to one that nobody counted."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil

from huanjie.election.poll import Poll
from huanjie.law import Statute
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.results import StationCount, Vote


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a figure may be; `most` is None where nothing limits it."""

    least: int
    most: int | None

    @property
    def exact(self) -> int | None:
        """The figure, where both are the same."""
        return self.least if self.least == self.most else None


def stated(facts: Facts[int]) -> Bounds | None:
    """The bounds of the figures that sources state; None where there is none, or one that is only approximate."""
    if not facts or any(fact.about for fact in facts):
        return None
    return Bounds(min(facts.values), max(facts.values))


def took_part(counts: Vote | StationCount) -> Bounds | None:
    """How many took part as stated, else those who came added to those who had others vote; None where unknown."""
    if counted := stated(counts.participants):
        return counted
    came, sent = stated(counts.in_person), stated(counts.by_proxy)
    if came is None or sent is None:
        return None
    return Bounds(came.least + sent.least, (came.most or came.least) + (sent.most or sent.least))


def number_taking_part(counts: Vote | StationCount | None) -> int | None:
    """How many took part, where that is certain."""
    counted = took_part(counts) if counts else None
    return counted.exact if counted else None


def turnout_facts(vote: Vote) -> Facts[int] | Facts[Decimal]:
    """The facts that give the number of those who took part; nothing where none do."""
    return vote.participants or vote.in_person or vote.by_proxy or vote.turnout


def participants(poll: Poll) -> Bounds:
    """How many took part: as stated, else not fewer than there are ballots, nor more than voters.

    Only a valid vote has no more ballots than people who took part: the lower limit is one of a valid vote.
    """
    vote, registered = poll.ballots, stated(poll.voters)
    counted = took_part(vote) if vote else None
    return counted or Bounds(_ballots(vote) if vote else 0, registered.most if registered else None)


def participants_for_quorum(poll: Poll) -> Bounds:
    """How many took part for certain: as stated or by the stated turnout, else not fewer than ballots or a part."""
    vote = poll.ballots
    if counted := (took_part(vote) if vote else None) or by_turnout_alone(poll):
        return counted
    parts = [bounds.least for facts in (vote.in_person, vote.by_proxy) if (bounds := stated(facts))] if vote else []
    return Bounds(max(participants(poll).least, *parts, 0), None)


def by_turnout_alone(poll: Poll) -> Bounds | None:
    """How many took part by the stated turnout; None where they are counted, or it may be a share of another figure."""
    vote = poll.ballots
    if vote is None or took_part(vote) or any((vote.issued, vote.returned, vote.in_person)):
        return None
    return by_turnout(vote.turnout, own_voters(poll))


def own_voters(poll: Poll) -> Facts[int]:
    """The voters of the day of the vote: nobody may record how many there are when a by-election is held."""
    return poll.voters if poll.own_voters else NONE_STATED


def by_turnout(turnout: Facts[Decimal], voters: Facts[int]) -> Bounds | None:
    """How many took part by a stated turnout, whether it was rounded or cut off; None where no number gives it."""
    registered = stated(voters)
    if registered is None or registered.most is None or not turnout or any(share.about for share in turnout):
        return None
    shares = [(Fraction(share), last_decimal(share)) for share in turnout.values]
    least = ceil(min((share - unit / 2) * registered.least / 100 for share, unit in shares))
    below = ceil(max((share + unit) * registered.most / 100 for share, unit in shares))
    most = min(below - 1, registered.most)
    return Bounds(max(0, least), most) if least <= most else None


def last_decimal(share: Decimal) -> Fraction:
    """How much the last decimal of a percentage is: 98.02 is written in hundredths."""
    return Fraction(Decimal(1).scaleb(int(share.as_tuple().exponent)))


def _ballots(vote: Vote) -> int:
    """The fewest ballots that were cast for certain."""
    valid, invalid = stated(vote.valid), stated(vote.invalid)
    added = (valid.least if valid else 0) + (invalid.least if invalid else 0)
    returned = stated(vote.returned)
    return max(added, returned.least if returned else 0)


@cache  # hundreds of constituencies have the same figures
def least(law: Statute, rule: str, sought: str, base: str, size: int) -> int | None:
    """The smallest number called `sought` that satisfies a rule where `base` is `size`; None without the rule."""
    return law.least(rule, sought, size, **{base: size}) if law.article(rule) else None


def enough(law: Statute, rule: str, part: tuple[str, Bounds], whole: tuple[str, Bounds]) -> bool | None:
    """Whether a figure is enough of another, both named as in the rule; None where their bounds leave it open."""
    (sought, counted), (base, size) = part, whole
    highest = least(law, rule, sought, base, size.most) if size.most is not None else None
    if highest is not None and counted.least >= highest:
        return True
    lowest = least(law, rule, sought, base, size.least)
    return False if lowest is not None and counted.most is not None and counted.most < lowest else None
