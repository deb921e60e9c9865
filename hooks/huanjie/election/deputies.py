"""The deputies of a constituency on a day: elected, and not recalled, gone, refused or followed by others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome, State
from huanjie.election.poll import Poll
from huanjie.model.constituencies import Constituency
from huanjie.model.days import all_after, exact_day
from huanjie.model.results import Review, Tally
from huanjie.model.vacancies import Vacancy


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
    """The deputies of a constituency: those who serve, and those who no longer do, each with the event that ended it.

    `left` resigned, moved away, died or the like; `refused` were elected and not confirmed. `unnamed` counts those who
    left and were followed by somebody elected in a by-election, and whose names no record has.
    """

    serving: tuple[Deputy, ...]
    recalled: tuple[tuple[Deputy, Poll], ...]
    left: tuple[tuple[Deputy, Vacancy], ...]
    refused: tuple[Deputy, ...]
    unnamed: int


def deputies(polls: Sequence[Poll], today: date, review: Review | None = None) -> Deputies:
    """Go through the votes up to a day; one whose day nobody knows counts once its result is recorded."""
    serving: dict[str, Deputy] = {}
    recalled: list[tuple[Deputy, Poll]] = []
    left: list[tuple[Deputy, Vacancy]] = []
    recorded = polls[0].constituency.vacancies if polls else ()
    vacancies = [vacancy for vacancy in recorded if not all_after(vacancy.day, today)]
    for poll in polls:
        if poll.days.earliest and poll.days.earliest > today:
            continue
        if not poll.of_election:
            left += _leave(serving, vacancies, poll.days.earliest)
        if poll.recall and Outcome(poll).state is State.PASSED:
            name = str(poll.recall.name)
            recalled += [(serving.pop(name), poll)] if name in serving else []
        for tally in Outcome(poll).elected:
            serving.setdefault(str(tally.name), Deputy(tally, poll))
    left += _leave(serving, vacancies, None)
    refused = [name for name in review.refused if name in serving] if review else []
    out = tuple(serving.pop(str(name)) for name in refused)
    rest = tuple(serving.values())
    return Deputies(rest, tuple(recalled), tuple(left), out, _unnamed(polls, rest))


def _leave(
    serving: dict[str, Deputy], vacancies: list[Vacancy], before: date | None
) -> Iterator[tuple[Deputy, Vacancy]]:
    """Take out whoever left before a day, or on an unknown day, or at all (no day). A vacancy takes out one person."""
    for vacancy in [*vacancies]:
        day, name = exact_day(vacancy.day), str(vacancy.name)
        if name in serving and not (before and day and day > before):
            vacancies.remove(vacancy)
            yield serving.pop(name), vacancy


def open_seats(polls: Sequence[Poll], poll: Poll, review: Review | None = None) -> int | None:
    """How many seats were vacant before a by-election; None where the seats or who was elected is not known."""
    seats = polls[0].seats.agreed
    before = [*takewhile(lambda earlier: earlier.identity != poll.identity, polls)]
    if seats is None or not Outcome(polls[0]).result_known or not poll.days.earliest:
        return None
    return max(0, seats - len(deputies(before, poll.days.earliest, review).serving))


def gone(constituency: Constituency) -> tuple[str, ...]:
    """The names of all that are recorded to have left or been recalled."""
    recalled = (recall.name for recall in constituency.recalls if recall.recalled)
    return tuple(str(name) for name in (*(vacancy.name for vacancy in constituency.vacancies), *recalled))


def _unnamed(polls: Sequence[Poll], serving: Sequence[Deputy]) -> int:
    """Those who must have left, because there would be more deputies than seats with those of the by-elections."""
    seats = polls[0].seats.agreed if polls else None
    filled = any(deputy.poll.kind is Kind.BY_ELECTION and not deputy.poll.first for deputy in serving)
    return max(0, len(serving) - seats) if filled and seats is not None else 0
