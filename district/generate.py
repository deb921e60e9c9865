"""A district from a seed: 示例区 of the example site with its special cases, or one of any size without any."""

from collections.abc import Iterator

from district.area_plans import Plan, plans
from district.areas import Area, hold, lay_out
from district.chance import Chance
from district.later_votes import later
from district.names import Names
from district.shili import AREAS
from district.special_cases import special
from district.yaml import document

SEED = 2026
INVENTED = "这里的乡镇、村、社区、单位、人名和数字都是虚构的，只作演示。"
DO_NOT_EDIT = "本文件由程序生成，请不要直接改；命令是："


def shili() -> list[Area]:
    """Make 示例区 with its special cases."""
    areas = held(AREAS, SEED)
    named = {area.plan.slug: area for area in areas}
    special(named, SEED)
    later(named, SEED)
    return areas


def held(of: tuple[Plan, ...], seed: int) -> list[Area]:
    """Hold an election without special cases."""
    lands = {plan.slug: lay_out(plan, seed) for plan in of}
    names = Names(Chance(seed, "names"))
    return [hold(home, lands, names, seed, place) for place, home in enumerate(lands.values())]


def district(areas: int, seed: int) -> Iterator[tuple[str, str]]:
    """Make a district of `areas` areas: the name and the text of each file."""
    yield from files(held(tuple(plans(areas, Chance(seed, "plans"))), seed), f"--areas {areas} --seed {seed}")


def files(areas: list[Area], options: str) -> Iterator[tuple[str, str]]:
    """Write each area: the name and the text of its file."""
    for area in areas:
        comments = (f"{DO_NOT_EDIT}python -m district {options}", INVENTED)
        yield f"{area.plan.slug}.yml", document(comments, area.written())


def example() -> Iterator[tuple[str, str]]:
    """Write the areas of the example site."""
    return files(shili(), "--out examples/shili/content/areas")
