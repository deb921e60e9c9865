"""A vote of a constituency, held or to come: its kind, its days, the law of its own day, and what is recorded of it."""

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
    """One vote.

    `seats` and `voters` are what is at stake and who may vote, as sources state them; `record` is what is recorded of
    the vote, None for a first vote without a result. `number` is its place in the list that it is recorded in, from 1.
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
        """Whether everything is elected in it: it opens the election, or is held anew after a void vote."""
        return self.first or self.kind.whole

    @property
    def of_election(self) -> bool:
        """Whether it belongs to the election of the records, and not to what happens after that during the term."""
        return self.first or self.kind.of_term

    @property
    def completes_by_election(self) -> bool:
        """Whether it opens or completes a by-election that is all that the records are of."""
        return self.of_election and self.law.by_election

    @property
    def ballots(self) -> Vote | None:
        """What is recorded of an election; None for a recall, or without a record."""
        return self.record if isinstance(self.record, Vote) else None

    @property
    def recall(self) -> Recall | None:
        """What is recorded of a recall; None for an election."""
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
        """Who stands: the formal candidates of a first vote, those recorded with a later one."""
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
        """Why the vote was called off; None for one that was not."""
        return self.record.cancelled if isinstance(self.record, Rerun) else None

    @property
    def own_voters(self) -> bool:
        """Whether the voters are those of the vote's own time, and not of the election of the term."""
        return not isinstance(self.record, ByElection) or bool(self.record.voters)

    @property
    def reason(self) -> str:
        """Why a by-election is held, as recorded; "" where nothing is, or the vote is none."""
        if self.first:
            return str(self.constituency.reason or "")
        return str(self.record.reason or "") if isinstance(self.record, ByElection) else ""

    @property
    def identity(self) -> str:
        """What tells it from the constituency's other votes: rerun-2, by-election-1; "result" for the first vote."""
        if self.first:
            return "result"
        return f"{self.kind.slug if not self.kind.of_term else Kind.RERUN.slug}-{self.number}"

    @property
    def at(self) -> Place:
        """Where it is recorded, or where the constituency is."""
        return self.record.at if self.record else self.constituency.at

    def to_come(self, today: date) -> bool:
        """Whether it is still to be held on a day, or no day is set and nothing counted; never one called off."""
        if self.cancelled:
            return False
        if self.days.begins:
            return not self.counted and not self.days.over(today)
        return not self.counted
