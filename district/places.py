"""The villages, communities and units of an area, and the parts of them that constituencies are drawn from."""

from collections.abc import Iterator
from dataclasses import dataclass

from district.area_plans import SUBDISTRICT, Fixed, Plan
from district.chance import Chance

VILLAGE, COMMUNITY, UNIT = "村", "社区", "单位"
FIRST = "杏榆槐柏桐桑梅竹苇蒿麦荞石砚瓦窑磨井泉水柳杨椿榛韭羊鹿雁鹰燕黄白红青乌"
SECOND = "湾沟坪坡岔咀梁峪坝滩塬洼堡崖川"
SIDE = ("", "", "", "上", "下", "前", "后", "东", "西", "大", "小")
QUARTERS_FIRST = (
    *("槐荫", "书院", "柳荫", "盐市", "水磨", "粮市", "织锦", "灯市", "靴坊", "竹园", "河堤", "东园", "杏林"),
    *("梧桐", "石榴", "纱帽", "瓷器", "茶亭", "裕民", "永丰", "双槐", "桂花", "米市", "箭道", "校场", "砖窑"),
)
QUARTERS_SECOND = ("街", "巷", "里", "坊", "桥", "新村", "路")
TOWN_UNITS = ("卫生院", "中学", "中心小学", "供电所", "粮站", "机关")
STREET_UNITS = ("小学", "中学", "社区卫生服务中心", "客运站", "供热站", "纺织厂", "农贸市场", "机关")
OF_THE_TOWN = ("卫生院", "中心小学", "社区卫生服务中心", "机关")  # 云岭镇卫生院, but 云岭中学
NUMERALS = "一二三四五六七八九十"
GROUPS_OF_AVERAGE_VILLAGE, GROUPS_OF_AVERAGE_COMMUNITY = 4, 6
WITH_GROUPS = 0.85  # the size from which a village has groups


@dataclass(frozen=True)
class Locality:
    """A village, a community or a unit."""

    name: str
    sort: str
    size: float
    groups: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    alone: bool = False
    fixed: bool = False
    elsewhere: str = ""


@dataclass
class Part:
    """A group of a locality, or all of it: people of one part vote together at both levels."""

    area: str
    locality: Locality
    group: str
    weight: float
    population: int = 0
    voters: int = 0
    participants: int = 0


def localities(plan: Plan, chance: Chance) -> list[Locality]:
    """Make all of an area: first where people live, then the units."""
    street = plan.sort == SUBDISTRICT
    sort = COMMUNITY if street else VILLAGE
    homes = [one for one in plan.fixed if one.sort != UNIT]
    count = (chance.between(10, 14) if street else chance.between(16, 24)) - len(homes)
    made = [_made(name, sort, chance) for name in _names(count, street=street, chance=chance)]
    for place, one in enumerate(homes):
        made.insert(round(one.at * count) + place, _fixed(one, chance))
    return made + list(_units(plan, street=street, chance=chance))


def _names(count: int, *, street: bool, chance: Chance) -> list[str]:
    if street:
        return [
            f"{first}{chance.pick(QUARTERS_SECOND)}{COMMUNITY}" for first in chance.shuffled(QUARTERS_FIRST)[:count]
        ]
    found: dict[str, None] = {}  # a set that keeps its order
    while len(found) < count:
        found[chance.pick(SIDE) + chance.pick(FIRST) + chance.pick(SECOND) + VILLAGE] = None
    return list(found)


def _made(name: str, sort: str, chance: Chance) -> Locality:
    size = chance.share(0.7, 1.4) if sort == COMMUNITY else chance.share(0.45, 1.7)
    aliases = (f"老{name.removesuffix(sort)}",) if chance.happens(0.1) else ()
    return Locality(name, sort, size, _groups(size, sort), aliases)


def _fixed(one: Fixed, chance: Chance) -> Locality:
    groups = tuple(f"{NUMERALS[number]}组" for number in range(one.groups)) or _groups(one.size, one.sort)
    aliases = (f"{one.name.removesuffix(one.sort)}大庄",) if one.sort == VILLAGE and chance.happens(0.3) else ()
    return Locality(one.name, one.sort, one.size, groups, aliases, one.alone, fixed=True)


def _groups(size: float, sort: str) -> tuple[str, ...]:
    if sort == COMMUNITY:
        return tuple(f"第{NUMERALS[number]}网格" for number in range(round(size * GROUPS_OF_AVERAGE_COMMUNITY)))
    count = round(size * GROUPS_OF_AVERAGE_VILLAGE) if size >= WITH_GROUPS else 0
    return tuple(f"{NUMERALS[number]}组" for number in range(count))


def _units(plan: Plan, *, street: bool, chance: Chance) -> Iterator[Locality]:
    """Units are small beside a village; those whose people register where they live have nobody."""
    fixed = [one for one in plan.fixed if one.sort == UNIT]
    for one in fixed:
        yield Locality(one.name, UNIT, 0.12, fixed=True, elsewhere=one.elsewhere)
    count = (chance.between(3, 6) if street else chance.between(2, 4)) - len(fixed)
    for kind in chance.shuffled(STREET_UNITS if street else TOWN_UNITS)[: max(count, 1)]:
        name = f"{plan.title if kind in OF_THE_TOWN else plan.stem}{kind}"
        yield Locality(name, UNIT, chance.share(0.06, 0.12))


def parts(plan: Plan, all_of_it: list[Locality]) -> list[Part]:
    """Cut the localities into parts, neighbours beside each other; the units stand in the midst of a village."""
    units = [Part(plan.slug, one, "", one.size) for one in all_of_it if one.sort == UNIT and not one.elsewhere]
    around = host(all_of_it)
    found: list[Part] = []
    for one in all_of_it:
        if one.sort == UNIT:
            continue
        groups = one.groups or ("",)
        own = [Part(plan.slug, one, group, one.size / len(groups)) for group in groups]
        middle = len(own) // 2 if one is around else 0
        found += [*own[:middle], *units, *own[middle:]] if one is around else own
    return found


def host(all_of_it: list[Locality]) -> Locality:
    """The locality that the units lie in: the first large one whose borders are not settled."""
    large = [one for one in all_of_it if one.groups and not one.fixed]
    return large[len(large) // 3]
