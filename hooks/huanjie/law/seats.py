"""How many deputies a congress may have: base plus additions for population, with the cap; shown as a sum."""

from dataclasses import dataclass
from fractions import Fraction

from huanjie.law.pack import legal_rules
from huanjie.law.statute import Cited, Statute

SEAT_RULES = {"county": "county-seats", "township": "township-seats"}


@dataclass(frozen=True)
class Seats:
    """The range that the law allows for a population, the sum that gives its upper end, and the article."""

    least: int
    most: int
    sum: str
    cited: Cited
    note: str = ""


def seats(statute: Statute, level: str, population: int) -> Seats:
    """Derive the range of seats; raises KeyError for a level without a congress of its own, or where no law is known.

    The law sets no rounding and does not say which population counts; increments are permissive, so `most` is a limit.
    """
    rule = legal_rules()[SEAT_RULES[level]]
    cited = statute.cite(rule)
    if cited is None:
        raise KeyError(level)
    params = statute.params(str(rule.id))
    base, step, cap = params["base"], params["population_per_extra_seat"], params["cap"]
    extra = population // step
    computed = base + extra
    most = min(computed, cap)
    total = f"{base} + {population:,} ÷ {step:,}（取整 {extra}）= {computed}"
    note = f"超过上限，按 {cap} 名" if computed > cap else ""
    few = params["below_base_allowed_under_population"]
    least = base
    if population < few:
        least, note = 1, f"人口不足 {few:,}，可以少于 {base} 名"
    return Seats(least, most, total + (f"；{note}" if note else ""), cited, str(rule.note or ""))


def with_addition(statute: Statute, most: int) -> int:
    """The limit with the additional five per cent (extra-five-percent); a part of a seat is no seat."""
    share = Fraction(str(statute.params("extra-five-percent")["share"]))
    return most + int(most * share)
