"""The counts of polling stations beside those of their constituency: their sums, and whether a station is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huanjie.content.records import Records
from huanjie.election.figures import Bounds, own_voters, stated, took_part
from huanjie.election.places import stations_of
from huanjie.election.poll import Poll
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import Facts
from huanjie.model.results import StationCount, Vote

FIELDS = ("voters", "participants", "in_person", "by_proxy", "issued", "returned", "valid", "invalid")


@dataclass(frozen=True)
class Added:
    """A figure of the constituency beside the sum of its stations' figures, and whether all stations have one."""

    field: str
    whole: Bounds
    stations: Bounds
    facts: Facts[int]
    complete: bool

    @property
    def agrees(self) -> bool:
        """Whether the stations do not come to more, nor to less where all of them are added."""
        most, least = self.whole.most, self.stations.least
        too_many = most is not None and least > most
        too_few = self.complete and self.stations.most is not None and self.stations.most < self.whole.least
        return not too_many and not too_few


def added(records: Records, poll: Poll) -> Iterator[Added]:
    """Each figure that the vote and a station have."""
    vote = poll.ballots
    if vote is None or not vote.stations:
        return
    every = all_counted(records, poll.constituency, vote)
    for field in FIELDS:
        whole = _of(poll, vote, field)
        parts = [bounds for count in vote.stations if (bounds := _counted(count, field))]
        facts = next((facts for count in vote.stations if (facts := getattr(count, field))), None)
        if whole and parts and facts:
            yield Added(field, whole, _sum(parts), facts, every and len(parts) == len(vote.stations))


def all_counted(records: Records, constituency: Constituency, vote: Vote) -> bool:
    """Whether every polling station of a constituency has its figures; a station may serve others beside it."""
    refs = {str(count.station.slug) for count in vote.stations if count.station}
    names = {str(count.name) for count in vote.stations}
    stations = stations_of(records, constituency)
    return bool(stations) and all(station.slug in refs or str(station.title) in names for station in stations)


def _of(poll: Poll, vote: Vote, field: str) -> Bounds | None:
    if field == "voters":
        return stated(own_voters(poll))
    return took_part(vote) if field == "participants" else stated(getattr(vote, field))


def _counted(count: StationCount, field: str) -> Bounds | None:
    return took_part(count) if field == "participants" else stated(getattr(count, field))


def _sum(parts: Sequence[Bounds]) -> Bounds:
    most = [bounds.most for bounds in parts]
    return Bounds(sum(bounds.least for bounds in parts), None if None in most else sum(filter(None, most)))
