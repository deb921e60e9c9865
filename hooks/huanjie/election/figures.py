"""Figures of a vote as bounds: sources may differ, and what nobody counted has limits that other figures set."""

from dataclasses import dataclass
from functools import cache

from huanjie.law import Statute
from huanjie.model.facts import Facts
from huanjie.model.results import Vote


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
    """The bounds of what sources state; None where there is no figure, or one that is only about so."""
    if not facts or any(fact.about for fact in facts):
        return None
    return Bounds(min(facts.values), max(facts.values))


def participants(vote: Vote, voters: Facts[int]) -> Bounds:
    """How many took part: as stated, else not fewer than there are ballots, nor more than voters.

    Only a valid vote has no more ballots than people who took part: the lower limit is one of a valid vote.
    """
    counted = stated(vote.participants)
    if counted:
        return counted
    registered = stated(voters)
    return Bounds(_ballots(vote), registered.most if registered else None)


def _ballots(vote: Vote) -> int:
    """The fewest ballots that were cast for certain."""
    valid, invalid = stated(vote.valid), stated(vote.invalid)
    added = (valid.least if valid else 0) + (invalid.least if invalid else 0)
    returned = stated(vote.returned)
    return max(added, returned.least if returned else 0)


@cache  # constituencies by the hundred ask the same
def least(law: Statute, rule: str, sought: str, base: str, size: int) -> int | None:
    """The smallest number called `sought` that keeps a rule where `base` is `size`; None where no law has the rule."""
    return law.least(rule, sought, size, **{base: size}) if law.article(rule) else None


def enough(law: Statute, rule: str, part: tuple[str, Bounds], whole: tuple[str, Bounds]) -> bool | None:
    """Whether a figure is enough of another, both named as in the rule; None where their bounds leave it open."""
    (sought, counted), (base, size) = part, whole
    highest = least(law, rule, sought, base, size.most) if size.most is not None else None
    if highest is not None and counted.least >= highest:
        return True
    lowest = least(law, rule, sought, base, size.least)
    return False if lowest is not None and counted.most is not None and counted.most < lowest else None
