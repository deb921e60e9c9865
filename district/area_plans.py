"""Plans of areas: the facts that are fixed before chance fills in the rest; and plans for a district of any size."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from district.chance import Chance
from huanjie.law.pack import legal_rules

COUNTY, TOWNSHIP = "县级", "乡级"
SUBDISTRICT = "街道"
PEOPLE_PER_COUNTY_SEAT = 1890
LAW = "2020"  # the version by which the seats are counted

Numbered = tuple[str, int]  # a level and the number of a constituency


@dataclass(frozen=True)
class Fixed:
    """A village, community or unit that must be there: how far down the list, how large, in how many groups."""

    name: str
    sort: str = "村"
    at: float = 0.0
    groups: int = 0
    size: float = 1.1
    alone: bool = True  # has a polling station of its own
    elsewhere: str = ""


@dataclass(frozen=True)
class Cut:
    """The border at which a constituency must end: before a locality, or after some of its groups."""

    level: str
    last: int
    before: str
    groups: int = 0


@dataclass(frozen=True)
class Plan:
    """An area before anything is drawn."""

    slug: str
    title: str
    sort: str
    population: int
    county_seats: int
    county: tuple[int, int]  # the first and the last number
    township: int = 0  # how many constituencies
    fixed: tuple[Fixed, ...] = ()
    cuts: tuple[Cut, ...] = ()
    seats: Mapping[Numbered, int] = field(default_factory=dict)
    field_size: Mapping[Numbered, tuple[int, int]] = field(default_factory=dict)  # nominees, formal candidates
    voter_list: str = ""  # its day, where it is settled
    joined: tuple[str, str] | None = None  # a locality of another area that votes here for the county: slug, name

    @property
    def stem(self) -> str:
        """The name without its sort: 云岭 of 云岭镇."""
        return self.title.removesuffix(self.sort)

    @property
    def township_seats(self) -> int:
        """The most that the law allows for the population."""
        law = legal_rules()["township-seats"].params_in(LAW)
        return int(law["base"]) + self.population // int(law["population_per_extra_seat"])

    def numbers(self, level: str) -> list[int]:
        """The numbers of the constituencies of a level."""
        first, last = self.county if level == COUNTY else (1, self.township)
        return list(range(first, last + 1))


def plans(areas: int, chance: Chance) -> Iterator[Plan]:
    """Make plans of areas like those of the example, every fourth a subdistrict, with nothing special in any."""
    first = 1
    for number in range(1, areas + 1):
        town = number % 4 != 0
        population = 100 * (chance.between(90, 280) if town else chance.between(400, 620))
        seats = population // PEOPLE_PER_COUNTY_SEAT
        last = first + seats // 2 - 1
        sort = chance.pick("镇镇乡") if town else SUBDISTRICT
        title = f"示例第{number}{sort}"
        township = chance.between(23, 28) if town else 0
        yield Plan(f"area-{number}", title, sort, population, seats, (first, last), township)
        first = last + 1
