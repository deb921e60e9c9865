"""A vote of a constituency, held or to come: its kind, its days, the law of its own day, and its record."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from huanjie.election.calendar import VotingDays
from huanjie.election.kinds import Kind
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.people import Name
from huanjie.model.results import ByElection, Recall, Rerun, Tally, Vote
from huanjie.model.vacancies import Cancellation
from huanjie.yaml_text import Place


@dataclass(frozen=True, eq=False)
class Poll:
    """A vote.

    `seats`: the number to be filled, and `voters`: those registered, as sources state them; `record`: what is recorded
    of the vote, None for a first vote without a result. `number`: its place in the list of the record, from 1.
    `after`: the vote that made this one necessary, where anything is recorded of it; `open_seats`: how many seats were
    open before it, where that is certain; `settled`: whether the kind is certain, and not only likely. `first`: whether
    it opens the election of the records, which may itself be a by-election.
    """

    constituency: Constituency
    kind: Kind
    days: VotingDays
    law: Statute
    seats: Facts[int]
    voters: Facts[int]
    record: Vote | Recall | None
    number: int = 1
    after: Self | None = None
    open_seats: int | None = None
    settled: bool = True
    first: bool = False

    @property
    def whole(self) -> bool:
        """Whether all seats are filled in it: it opens the election, or is held anew after a void vote."""
        return self.first or self.kind.whole

    @property
    def of_election(self) -> bool:
        """Whether it belongs to the election of the records, and not to the term that follows."""
        return self.first or self.kind.of_term

    @property
    def completes_by_election(self) -> bool:
        """Whether it opens or completes a by-election that is all that the records are of."""
        return self.of_election and self.law.by_election

    @property
    def ballots(self) -> Vote | None:
        """The record of an election; None for a recall, or without a record."""
        return self.record if isinstance(self.record, Vote) else None

    @property
    def recall(self) -> Recall | None:
        """The record of a recall; None for an election."""
        return self.record if isinstance(self.record, Recall) else None

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """The votes of each person."""
        return self.ballots.tallies if self.ballots else ()

    @property
    def counted(self) -> bool:
        """Whether any figure of the vote is recorded."""
        if self.recall:
            return bool(self.recall.votes or self.recall.votes.gaps or self.recall.recalled)
        return self.ballots is not None and self.ballots.counted

    @property
    def candidates(self) -> tuple[Name, ...]:
        """The names on the ballot: the formal candidates of a first vote, those recorded with a later one."""
        if self.first:
            return tuple(candidate.name for candidate in self.constituency.standing)
        return self.record.candidates if isinstance(self.record, Rerun) else ()

    @property
    def published(self) -> Facts[Day]:
        """The day on which the result was published."""
        if self.first:
            return self.constituency.result_list
        return self.record.result_list if isinstance(self.record, Rerun) else NONE_STATED

    @property
    def announced(self) -> Facts[Day]:
        """The day on which a by-election was announced."""
        if self.first:
            return self.constituency.announced
        return self.record.announced if isinstance(self.record, ByElection) else NONE_STATED

    @property
    def cancelled(self) -> Cancellation | None:
        """The cancellation of the vote; None where it was not called off."""
        return self.record.cancelled if isinstance(self.record, Rerun) else None

    @property
    def own_voters(self) -> bool:
        """Whether the voters are those of the vote's own time, and not of the election of the term."""
        return not isinstance(self.record, ByElection) or bool(self.record.voters)

    @property
    def reason(self) -> str:
        """The recorded reason for a by-election; "" where there is none, or the vote is no by-election."""
        if self.first:
            return str(self.constituency.reason or "")
        return str(self.record.reason or "") if isinstance(self.record, ByElection) else ""

    @property
    def identity(self) -> str:
        """Its name among the constituency's votes: rerun-2, by-election-1; "result" for the first vote."""
        if self.first:
            return "result"
        return f"{self.kind.slug if not self.kind.of_term else Kind.RERUN.slug}-{self.number}"

    @property
    def at(self) -> Place:
        """The place of its record, or of the constituency."""
        return self.record.at if self.record else self.constituency.at

    def to_come(self, today: date) -> bool:
        """Whether it is still to be held on a day, or no day is set and nothing counted; never one called off."""
        if self.cancelled:
            return False
        if self.days.begins:
            return not self.counted and not self.days.over(today)
        return not self.counted
