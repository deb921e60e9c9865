"""Constituencies drawn along the list of parts, with about the same number of people for each seat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from district.area_plans import COUNTY, Cut, Plan
from district.chance import Chance
from district.places import COMMUNITY, UNIT, Part

MOST_SEATS = 3
USUAL_SEATS = 2
DIVIDING = 0.08  # of a seat's people: how much further away a border may lie that divides no village


@dataclass
class Run:
    """A constituency as drawn: its level, number, seats and parts."""

    level: str
    number: int
    seats: int
    parts: list[Part] = field(default_factory=list)


def seats(plan: Plan, level: str, chance: Chance) -> list[int]:
    """Give each constituency its seats, so that they add up, and the plan's own seats do not change."""
    numbers = plan.numbers(level)
    settled = {number: plan.seats[level, number] for number in numbers if (level, number) in plan.seats}
    given = {number: settled.get(number, USUAL_SEATS) for number in numbers}
    free = [number for number in numbers if number not in settled]
    total = plan.county_seats if level == COUNTY else plan.township_seats
    while missing := total - sum(given.values()):
        step = 1 if missing > 0 else -1
        number = chance.pick(free)
        if 1 <= given[number] + step <= MOST_SEATS:
            given[number] += step
    for _ in range(len(free) // 6):  # else most would have the same
        more, fewer = chance.pick(free), chance.pick(free)
        if more != fewer and given[more] < MOST_SEATS and given[fewer] > 1:
            given[more] += 1
            given[fewer] -= 1
    return [given[number] for number in numbers]


def draw(plan: Plan, level: str, parts: Sequence[Part], chance: Chance) -> list[Run]:
    """Draw the constituencies of a level; by population where it is known, else by weight."""
    numbers, given = plan.numbers(level), seats(plan, level, chance)
    ends = {0: 0, len(numbers): len(parts)}
    ends |= {cut.last - numbers[0] + 1: _place(parts, cut) for cut in plan.cuts if cut.level == level}
    borders = [0]
    for (first, begin), (last, end) in pairwise(sorted(ends.items())):
        borders += [begin + border for border in _borders(parts[begin:end], given[first:last])] + [end]
    return [
        Run(level, number, count, list(parts[begin:end]))
        for number, count, (begin, end) in zip(numbers, given, pairwise(borders), strict=True)
    ]


def _place(parts: Sequence[Part], cut: Cut) -> int:
    return next(place for place, part in enumerate(parts) if part.locality.name == cut.before) + cut.groups


def _borders(parts: Sequence[Part], given: Sequence[int]) -> list[int]:
    """The borders inside a stretch: each as near as can be to its share, rather between two villages than in one."""
    before = [0.0, *accumulate(part.population or part.weight for part in parts)]
    one_seat = before[-1] / sum(given)
    borders = [0]
    for left, reached in zip(range(len(given) - 1, 0, -1), accumulate(given), strict=False):

        def distance(place: int, wanted: float = reached * one_seat) -> float:
            divides = parts[place - 1].locality is parts[place].locality
            return abs(before[place] - wanted) + divides * DIVIDING * one_seat

        borders.append(min(range(borders[-1] + 1, len(parts) - left + 1), key=distance))
    return borders[1:]


def settle(plan: Plan, runs: Sequence[Run], chance: Chance) -> None:
    """Let as many people live in each part as makes the seats weigh about the same; register them; let them vote."""
    people = apportion(plan.population, [run.seats * chance.share(0.95, 1.06) for run in runs])
    for run, count in zip(runs, people, strict=True):
        living = apportion(count, [part.weight for part in run.parts])
        for part, population in zip(run.parts, living, strict=True):
            part.population = population
    registered = chance.share(0.765, 0.777)
    turnout: dict[str, float] = {}
    for part in (part for run in runs for part in run.parts):
        coming = turnout.setdefault(part.locality.name, _turnout(part, chance))
        part.voters = round(part.population * (registered + chance.share(-0.006, 0.006)))
        part.participants = round(part.voters * min(coming + chance.share(-0.02, 0.02), 0.93))


def _turnout(part: Part, chance: Chance) -> float:
    by_sort: Mapping[str, tuple[float, float]] = {COMMUNITY: (0.61, 0.8), UNIT: (0.75, 0.9)}
    return chance.share(*by_sort.get(part.locality.sort, (0.76, 0.92)))


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Part a number by weights so that the parts add up to it."""
    whole = sum(weights)
    reached = [round(total * weight / whole) for weight in accumulate(weights)]
    return [last - first for first, last in pairwise([0, *reached])]
