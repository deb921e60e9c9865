"""Stated totals beside the sums of constituencies, and beside each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from huanjie.content.records import Records
from huanjie.election.figures import number_taking_part
from huanjie.election.poll import Poll
from huanjie.election.term import whole_vote
from huanjie.election.turnout import Turnout, compared
from huanjie.election.votes import votes
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.results import Vote
from huanjie.model.totals import RESULTS, AreaTotal, Total

T = TypeVar("T", Total, AreaTotal)
K = TypeVar("K")
_OF_VOTE: Mapping[str, Callable[[Vote], int | None]] = {
    "参加投票选民": number_taking_part,
    "发出选票": lambda vote: vote.issued.agreed,
    "收回选票": lambda vote: vote.returned.agreed,
    "有效票": lambda vote: vote.valid.agreed,
    "无效票": lambda vote: vote.invalid.agreed,
}
TURNOUT = "参加投票选民"  # the total that a stated turnout is recorded with
ADDED = ("初步候选人", "正式候选人", *_OF_VOTE)  # the totals that constituencies may be added up to


def parts(records: Records, statute: Statute, of: str, constituencies: Iterable[Constituency]) -> list[int | None]:
    """The count of each constituency; of its votes that of the one which the election of the term rests on."""
    if of == "初步候选人":
        return [constituency.nominated for constituency in constituencies]
    if of == "正式候选人":
        return [constituency.listed for constituency in constituencies]
    return [_of_vote(of, whole_vote(votes(records, statute, constituency))) for constituency in constituencies]


def _of_vote(of: str, poll: Poll) -> int | None:
    return _OF_VOTE[of](poll.ballots) if poll.ballots else None


@dataclass(frozen=True)
class Group:
    """The totals of one level and one kind of area, or of one area, by what they count."""

    totals: Mapping[str, Total | AreaTotal]
    voters: Facts[int]

    def value(self, of: str) -> Facts[int]:
        """The stated number of what a total counts; nothing where there is no such total."""
        total = self.totals.get(of)
        return total.value if total else NONE_STATED

    @property
    def turnout(self) -> Facts[Decimal]:
        """The stated turnout."""
        total = self.totals.get(TURNOUT)
        return total.turnout if total else NONE_STATED

    @property
    def turnouts(self) -> Iterator[Turnout]:
        """Each stated turnout beside the figures; none while the voters are not known."""
        fields = {"participants": "参加投票选民", "issued": "发出选票", "returned": "收回选票"}
        known = {field: number for field, of in fields.items() if (number := self.value(of).agreed) is not None}
        if voters := self.voters.agreed:
            compared_facts = (compared(fact, voters, known) for fact in self.turnout if not fact.about)
            yield from filter(None, compared_facts)


def groups_of_election(election: Election) -> Iterator[Group]:
    """The totals of each level and kind of area; a level below the county's may have fewer voters than the county."""
    voters = [total for total in election.totals if total.of == "登记选民"]
    for (level, area), totals in _grouped(election.totals, lambda total: (total.level, total.area)):
        everywhere = (total for total in voters if (total.level, total.area) == (None, area))
        own = totals.get("登记选民") or (next(everywhere, None) if level != "乡级" else None)
        yield Group(totals, own.value if own else NONE_STATED)


def groups_of_area(area: Area) -> Iterator[Group]:
    """The totals of each level in an area; staff of some units elect the county's congress alone."""
    for level, totals in _grouped(area.totals, lambda total: total.level):
        yield Group(totals, area.voters if level == "县级" else NONE_STATED)


def _grouped(totals: Sequence[T], key: Callable[[T], K]) -> Iterator[tuple[K, dict[str, T]]]:
    """Totals with the same key, each thing counted once: the first."""
    groups: dict[K, dict[str, T]] = {}
    for total in totals:
        groups.setdefault(key(total), {}).setdefault(str(total.of), total)
    yield from groups.items()


def results_known(records: Records) -> bool:
    """Whether any result of the vote is known: of a constituency, an area, or the whole."""
    areas = records.of(Area)
    return (
        any(constituency.vote for area in areas for constituency in area.constituencies)
        or any(area.joint_results or any(total.of in RESULTS for total in area.totals) for area in areas)
        or any(total.of in RESULTS for total in records.one(Election).totals)
    )
