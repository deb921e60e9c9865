"""The turnout that a source states beside the turnout that its figures give: equal, rounded, cut off, or another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import floor

from huanjie.election.figures import last_decimal, number_taking_part, own_voters
from huanjie.election.poll import Poll
from huanjie.model.facts import Fact

HALF = Fraction(1, 2)


class Agreement(Enum):
    """The way in which a stated percentage follows from two figures."""

    EQUAL = "equal"
    ROUNDED = "rounded"  # to the nearest, a half upwards
    CUT = "cut"  # the decimals that follow are left away
    RAISED = "raised"  # to the next above, whatever follows
    NONE = "none"


@dataclass(frozen=True)
class Turnout:
    """A stated turnout, the number of voters, the figure that the percentage is of them, and how these agree.

    `base` is the field of the figure, "" where none is known, and then no number of voters gives the percentage.
    """

    stated: Fact[Decimal]
    voters: int
    base: str
    part: int
    agreement: Agreement

    @property
    def share(self) -> Fraction:
        """The exact percentage that the figures give."""
        return Fraction(100 * self.part, self.voters)

    def percentage(self, part: int, rounding: str, more: int = 0) -> Decimal:
        """The percentage of the voters that some are, with as many decimals as the stated one has, or more."""
        unit = Decimal(1).scaleb(int(self.stated.value.as_tuple().exponent) - more)
        return (Decimal(100 * part) / self.voters).quantize(unit, rounding)


def turnouts(poll: Poll) -> Iterator[Turnout]:
    """Each stated turnout beside the figures; none while the voters are not known, or whether any figure gives it."""
    vote, voters = poll.ballots, own_voters(poll).agreed
    if vote is None or not voters:
        return
    took_part = number_taking_part(vote)
    figures = {"participants": took_part, "issued": vote.issued.agreed, "returned": vote.returned.agreed}
    figures |= {"in_person": vote.in_person.agreed}
    known = {name: part for name, part in figures.items() if part is not None}
    for fact in vote.turnout:
        if not fact.about and (turnout := compared(fact, voters, known)):
            yield turnout


def compared(fact: Fact[Decimal], voters: int, figures: Mapping[str, int]) -> Turnout | None:
    """A stated turnout beside the first of some figures that gives it; None where who took part is open and may."""
    for base, part in figures.items():
        agreement = agree(fact.value, part, voters)
        if agreement is not Agreement.NONE:
            return Turnout(fact, voters, base, part, agreement)
    if "participants" in figures:
        return Turnout(fact, voters, "participants", figures["participants"], Agreement.NONE)
    nearest = min(voters, floor(Fraction(fact.value) * voters / 100))
    possible = (agree(fact.value, part, voters) for part in range(nearest, min(nearest + 1, voters) + 1))
    if any(agreement is not Agreement.NONE for agreement in possible):
        return None
    return Turnout(fact, voters, "", nearest, Agreement.NONE)


def agree(stated: Decimal, part: int, whole: int) -> Agreement:
    """Tell how a stated percentage follows from a part and a whole, which is not 0."""
    exact, share, unit = Fraction(100 * part, whole), Fraction(stated), last_decimal(stated)
    below = floor(exact / unit) * unit
    if exact == share:
        return Agreement.EQUAL
    if share == floor(exact / unit + HALF) * unit:
        return Agreement.ROUNDED
    if share == below:
        return Agreement.CUT
    return Agreement.RAISED if exact != below and share == below + unit else Agreement.NONE
