"""The outcome of a vote: void and why, complete, seats open, tied, a recall passed or failed, or not known.

Those elected by the sums and those recorded as elected may differ; both are here, and whether they agree.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from huanjie.election.counting import Reading, readings
from huanjie.election.kinds import Kind
from huanjie.election.poll import Poll
from huanjie.election.validity import (
    LOCAL_QUORUM,
    Void,
    ballots_in_bounds,
    enough_for_recall,
    enough_voters,
    enough_voters_in_by_election,
    quorum_rule,
)
from huanjie.model.results import Tally


class State(Enum):
    """The state of a vote."""

    AHEAD = "ahead"  # nothing is counted
    VOID = "void"
    COMPLETE = "complete"
    SHORT = "short"
    TIED = "tied"
    PASSED = "passed"  # a recall
    FAILED = "failed"
    DISPUTED = "disputed"  # a recall that is marked as passed against its sum, or not marked although enough agreed
    UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False)
class Outcome:
    """The outcome of a vote."""

    poll: Poll

    @cached_property
    def enough_voters(self) -> bool | None:
        """Whether enough voters took part; None where that is not known, or the law does not ask for it."""
        return enough_voters(self.poll)

    @cached_property
    def ballots_in_bounds(self) -> bool | None:
        """Whether the ballots are no more than those who took part."""
        return ballots_in_bounds(self.poll)

    @cached_property
    def enough_for_recall(self) -> bool | None:
        """Whether enough voters agreed to a recall; None where that cannot be known."""
        return enough_for_recall(self.poll)

    @property
    def void(self) -> tuple[Void, ...]:
        """The reasons for which the vote is void for certain; none where it is valid, or nobody can know.

        A by-election during the term is void only by its own voters: how many there are when it is held may not be
        recorded. Where it is all that the records are of, they are its own.
        """
        local = quorum_rule(self.poll) == LOCAL_QUORUM
        turnout = enough_voters_in_by_election(self.poll) if local else self.enough_voters if self.poll.whole else None
        reasons = ((turnout, Void.FEW_VOTERS), (self.ballots_in_bounds, Void.MANY_BALLOTS))
        return tuple(reason for satisfied, reason in reasons if satisfied is False)

    @property
    def recorded(self) -> tuple[Tally, ...]:
        """Those recorded as elected, whatever the sums are."""
        return tuple(tally for tally in self.poll.tallies if tally.elected)

    @property
    def elected(self) -> tuple[Tally, ...]:
        """Those recorded as elected in a vote that counts: nobody is elected in a void one."""
        return () if self.void else self.recorded

    @property
    def recorded_number(self) -> int:
        """The number recorded as elected, whatever the sums are: of names, or a number stated if that is higher."""
        stated = self.poll.ballots.elected_count.agreed if self.poll.ballots else None
        return max(len(self.recorded), stated or 0)

    @property
    def number(self) -> int:
        """The number recorded as elected in a vote that counts, with those without a name."""
        return 0 if self.void else self.recorded_number

    @property
    def unnamed(self) -> int:
        """The number of those elected whose names no record has."""
        return self.number - len(self.elected)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Those elected by the sums, by every reading; none where it cannot be known, or the vote is void."""
        return () if self.void else readings(self.poll)

    @property
    def by_sums(self) -> tuple[Tally, ...] | None:
        """Those elected by the sums; None where that cannot be known, or readings of the law differ."""
        if self.void:
            return ()
        elected = [reading.elected for reading in self.readings]
        return elected[0] if elected and all(people == elected[0] for people in elected) else None

    @property
    def disputed(self) -> tuple[Reading, ...]:
        """The readings of the law, where they elect different people."""
        results = {tuple(id(tally) for tally in reading.elected) for reading in self.readings}
        return self.readings if len(results) > 1 else ()

    @property
    def tied(self) -> tuple[Tally, ...]:
        """Those whose equal votes leave open who has the last seat, by every reading."""
        equal = [reading.tied for reading in self.readings]
        return equal[0] if equal and all(people == equal[0] for people in equal) else ()

    @property
    def agrees(self) -> bool | None:
        """Whether those recorded as elected are those who are elected by the sums; None where that cannot be known."""
        if self.by_sums is None:
            return None
        return {id(tally) for tally in self.by_sums} == {id(tally) for tally in self.recorded}

    @property
    def short(self) -> int | None:
        """The number of seats that the vote left open; None where that cannot be known."""
        seats = self.poll.seats.agreed
        if seats is None or not self.known:
            return None
        return max(0, seats - self.number)

    @property
    def known(self) -> bool:
        """Whether it is known how many were elected, and that nobody was in a void vote."""
        return bool(self.void) or self.result_known

    @property
    def result_known(self) -> bool:
        """Whether it is known how many were elected: somebody is recorded, or the votes show that nobody was."""
        counted = self.poll.ballots is not None and self.poll.ballots.elected_count.agreed is not None
        votes = bool(self.poll.tallies) and all(tally.votes for tally in self.poll.tallies)
        return bool(self.recorded) or counted or votes

    @property
    def missing(self) -> tuple[str, ...]:
        """The figures without which it cannot be known whether the vote is valid and who is elected."""
        vote = self.poll.ballots
        if vote is None:
            return ()
        needed = {"voters": self.poll.voters, "participants": vote.participants, "returned": vote.returned}
        open_questions = {
            "voters": self.enough_voters,
            "participants": self.enough_voters,
            "returned": self.ballots_in_bounds,
        }
        names = [name for name, facts in needed.items() if open_questions[name] is None and facts.agreed is None]
        names = [name for name in names if name != "voters" or quorum_rule(self.poll)]
        if any(tally.votes.agreed is None for tally in self.poll.tallies):
            names.append("votes")
        return (*names, *(("seats",) if self.poll.seats.agreed is None else ()))

    @property
    def state(self) -> State:
        """The state of the vote."""
        if self.poll.kind is Kind.RECALL:
            return self._recall_state
        if not self.poll.counted:
            return State.AHEAD
        if self.void:
            return State.VOID
        if self.tied:
            return State.TIED
        if self.short is None:
            return State.UNKNOWN
        return State.SHORT if self.short else State.COMPLETE

    @property
    def _recall_state(self) -> State:
        marked = bool(self.poll.recall and self.poll.recall.recalled)
        if not self.poll.counted:
            return State.AHEAD
        if self.enough_for_recall is None:
            return State.PASSED if marked else State.UNKNOWN
        if self.enough_for_recall is not marked:
            return State.DISPUTED
        return State.PASSED if marked else State.FAILED
