"""The election of the term after all its votes: who is elected, and whether anything is left to decide."""

from collections.abc import Sequence

from huanjie.election.outcome import Outcome, State
from huanjie.election.poll import Poll
from huanjie.model.results import Tally


def standing(polls: Sequence[Poll]) -> State:
    """The state of the election of the term after all of its votes that were counted."""
    counted = [poll for poll in polls if poll.of_election and poll.counted]
    if not counted:
        return State.AHEAD
    last, seats = Outcome(counted[-1]), polls[0].seats.agreed
    if last.state is State.TIED or (last.state is State.VOID and counted[-1].whole):
        return last.state
    chosen = number_elected(polls)
    if seats is None or not (chosen or last.result_known):
        return State.UNKNOWN
    return State.SHORT if chosen < seats else State.COMPLETE


def whole_vote(polls: Sequence[Poll]) -> Poll:
    """The vote that the election of the term rests on: the first, or the one that was held anew after void ones."""
    whole = [poll for poll in polls if poll.whole]
    return next((poll for poll in reversed(whole) if poll.counted), whole[0])


def elected(polls: Sequence[Poll]) -> tuple[Tally, ...]:
    """Those recorded as elected in the votes of the term, in the order of the votes; nobody by a void one.

    Somebody marked in a vote and again in the one that followed it counts once.
    """
    people: dict[str, Tally] = {}
    for poll in polls:
        if poll.of_election:
            for tally in Outcome(poll).elected:
                people.setdefault(str(tally.name), tally)
    return tuple(people.values())


def number_elected(polls: Sequence[Poll]) -> int:
    """The number recorded as elected in the votes of the term, with those of whom only the number is known."""
    return len(elected(polls)) + sum(Outcome(poll).unnamed for poll in polls if poll.of_election)


def known_number(polls: Sequence[Poll]) -> int | None:
    """The number recorded as elected; None where a vote was counted and nobody knows who was elected."""
    number = number_elected(polls)
    counted = [poll for poll in polls if poll.of_election and poll.counted]
    return number if number or not counted or Outcome(counted[-1]).known else None
