"""A whole area: its places, its people, its constituencies at both levels, its stations; and its record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from district.area_plans import COUNTY, SUBDISTRICT, TOWNSHIP, Plan
from district.chance import Chance
from district.delimitation import Run, draw, settle
from district.names import Names
from district.places import Locality, Part, localities, parts
from district.stations import stations
from district.wards import Days, Ward, ward
from district.yaml import Node, Record, Row
from huanjie.model.areas import Area as Model

TERM = 10
STATIONS_PER_AREA = 24  # at most, so that no two areas share a telephone number
VOTER_LISTS, CANDIDATES_LISTS = ("2026-10-27", "2026-10-28"), ("2026-11-09", "2026-11-10")
ORDER = tuple(Model.model_fields)


@dataclass
class Land:
    """An area before the election: where people live, and the constituencies of its lowest level."""

    plan: Plan
    localities: list[Locality]
    parts: list[Part]
    lowest: list[Run]


@dataclass
class Area:
    """An area after the election."""

    plan: Plan
    wards: list[Ward]
    stations: list[Record]
    record: Record
    more: Record = field(default_factory=dict)

    def ward(self, level: str, number: int) -> Ward:
        """Find a constituency by its level and number."""
        return next(ward for ward in self.wards if (ward.run.level, ward.run.number) == (level, number))

    def written(self) -> Record:
        """Give the whole record, in the order of the model's fields."""
        wards = [ward.written() for ward in self.wards]
        whole = self.record | {"stations": self.stations, "constituencies": wards} | self.more
        return {name: whole[name] for name in ORDER if name in whole}


def lay_out(plan: Plan, seed: int) -> Land:
    """Make the places of an area and let people live there."""
    chance = Chance(seed, plan.slug, "places")
    places = localities(plan, chance)
    all_parts = parts(plan, places)
    lowest = draw(plan, COUNTY if plan.sort == SUBDISTRICT else TOWNSHIP, all_parts, chance)
    settle(plan, lowest, chance)
    return Land(plan, places, all_parts, lowest)


def hold(home: Land, lands: Mapping[str, Land], names: Names, seed: int, place: int) -> Area:
    """Hold the election in an area."""
    plan = home.plan
    chance = Chance(seed, plan.slug, "election")
    days = Days(plan.voter_list or chance.pick(VOTER_LISTS), chance.pick(CANDIDATES_LISTS))
    wards = [ward(plan, run, days, names, chance) for run in _runs(home, lands, chance)]
    record: Record = {
        "title": plan.title,
        "sort": plan.sort,
        "population": plan.population,
        "voters": sum(part.voters for part in home.parts),
        "source": ["constituency-table", "voter-table"],
        "localities": [_locality(locality) for locality in home.localities],
    }
    if plan.township:
        record |= {"seats": plan.township_seats, "term": TERM}
    return Area(plan, wards, stations(plan, home.localities, place * STATIONS_PER_AREA, chance), record)


def _runs(home: Land, lands: Mapping[str, Land], chance: Chance) -> list[Run]:
    """The constituencies of the county level, then those of the township."""
    if home.plan.sort == SUBDISTRICT:
        return home.lowest
    away = [
        other.plan.joined[1] for other in lands.values() if other.plan.joined and other.plan.joined[0] == home.plan.slug
    ]
    voting = [part for part in home.parts if part.locality.name not in away]
    if home.plan.joined:
        slug, name = home.plan.joined
        voting += [part for part in lands[slug].parts if part.locality.name == name]
    return draw(home.plan, COUNTY, voting, chance) + home.lowest


def _locality(locality: Locality) -> Row:
    fields: dict[str, Node] = {"name": locality.name, "sort": locality.sort}
    lists: dict[str, Sequence[str]] = {"aliases": locality.aliases, "groups": locality.groups}
    fields |= {key: value for key, value in lists.items() if value}
    return Row(fields | ({"elsewhere": locality.elsewhere} if locality.elsewhere else {}))
