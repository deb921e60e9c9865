"""Who are the deputies of a constituency on a day: elected, and not recalled, refused or followed by somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome, State
from huanjie.election.poll import Poll
from huanjie.model.results import Review, Tally


@dataclass(frozen=True)
class Deputy:
    """Somebody who was elected, and the vote in which that happened."""

    tally: Tally
    poll: Poll

    @property
    def name(self) -> str:
        """Their name."""
        return str(self.tally.name)


@dataclass(frozen=True)
class Deputies:
    """The deputies of a constituency: those who serve, and those who no longer do, each with the recall that ended it.

    `refused` were elected and not confirmed. `unnamed` counts those who left and were followed by somebody elected in a
    by-election, and of whom no record tells the name.
    """

    serving: tuple[Deputy, ...]
    recalled: tuple[tuple[Deputy, Poll], ...]
    refused: tuple[Deputy, ...]
    unnamed: int


def deputies(polls: Sequence[Poll], today: date, review: Review | None = None) -> Deputies:
    """Go through the votes up to a day; one whose day nobody knows counts once its result is recorded."""
    serving: dict[str, Deputy] = {}
    recalled: list[tuple[Deputy, Poll]] = []
    for poll in polls:
        if poll.days.earliest and poll.days.earliest > today:
            continue
        if poll.recall and Outcome(poll).state is State.PASSED:
            name = str(poll.recall.name)
            recalled += [(serving.pop(name), poll)] if name in serving else []
        for tally in Outcome(poll).elected:
            serving.setdefault(str(tally.name), Deputy(tally, poll))
    refused = [name for name in review.refused if name in serving] if review else []
    out = tuple(serving.pop(str(name)) for name in refused)
    return Deputies(tuple(serving.values()), tuple(recalled), out, _unnamed(polls, tuple(serving.values())))


def _unnamed(polls: Sequence[Poll], serving: Sequence[Deputy]) -> int:
    """Those who must have left, because there would be more deputies than seats with those of the by-elections."""
    seats = polls[0].seats.only if polls else None
    later = any(deputy.poll.kind is Kind.BY_ELECTION and not deputy.poll.first for deputy in serving)
    return max(0, len(serving) - seats) if later and seats is not None else 0
