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
    """Make the localities of an area: villages or communities first, then units."""
    street = plan.sort == SUBDISTRICT
    sort = COMMUNITY if street else VILLAGE
    homes = [fixed for fixed in plan.fixed if fixed.sort != UNIT]
    count = (chance.between(10, 14) if street else chance.between(16, 24)) - len(homes)
    made = [_made(name, sort, chance) for name in _names(count, street=street, chance=chance)]
    for place, home in enumerate(homes):
        made.insert(round(home.at * count) + place, _fixed(home, chance))
    return made + list(_units(plan, street=street, chance=chance))


def _names(count: int, *, street: bool, chance: Chance) -> list[str]:
    if street:
        return [
            f"{first}{chance.pick(QUARTERS_SECOND)}{COMMUNITY}" for first in chance.shuffled(QUARTERS_FIRST)[:count]
        ]
    villages: dict[str, None] = {}  # a set that keeps its order
    while len(villages) < count:
        villages[chance.pick(SIDE) + chance.pick(FIRST) + chance.pick(SECOND) + VILLAGE] = None
    return list(villages)


def _made(name: str, sort: str, chance: Chance) -> Locality:
    size = chance.share(0.7, 1.4) if sort == COMMUNITY else chance.share(0.45, 1.7)
    aliases = (f"老{name.removesuffix(sort)}",) if chance.happens(0.1) else ()
    return Locality(name, sort, size, _groups(size, sort), aliases)


def _fixed(fixed: Fixed, chance: Chance) -> Locality:
    groups = tuple(f"{NUMERALS[number]}组" for number in range(fixed.groups)) or _groups(fixed.size, fixed.sort)
    aliases = (f"{fixed.name.removesuffix(fixed.sort)}大庄",) if fixed.sort == VILLAGE and chance.happens(0.3) else ()
    return Locality(fixed.name, fixed.sort, fixed.size, groups, aliases, fixed.alone, fixed=True)


def _groups(size: float, sort: str) -> tuple[str, ...]:
    if sort == COMMUNITY:
        return tuple(f"第{NUMERALS[number]}网格" for number in range(round(size * GROUPS_OF_AVERAGE_COMMUNITY)))
    count = round(size * GROUPS_OF_AVERAGE_VILLAGE) if size >= WITH_GROUPS else 0
    return tuple(f"{NUMERALS[number]}组" for number in range(count))


def _units(plan: Plan, *, street: bool, chance: Chance) -> Iterator[Locality]:
    """Make the units, small beside a village; a unit whose people register at home has no voters."""
    fixed = [unit for unit in plan.fixed if unit.sort == UNIT]
    for unit in fixed:
        yield Locality(unit.name, UNIT, 0.12, fixed=True, elsewhere=unit.elsewhere)
    count = (chance.between(3, 6) if street else chance.between(2, 4)) - len(fixed)
    for kind in chance.shuffled(STREET_UNITS if street else TOWN_UNITS)[: max(count, 1)]:
        name = f"{plan.title if kind in OF_THE_TOWN else plan.stem}{kind}"
        yield Locality(name, UNIT, chance.share(0.06, 0.12))


def parts(plan: Plan, all_of_it: list[Locality]) -> list[Part]:
    """Cut the localities into parts, neighbours beside each other; the units lie within a village."""
    units = [
        Part(plan.slug, locality, "", locality.size)
        for locality in all_of_it
        if locality.sort == UNIT and not locality.elsewhere
    ]
    around = host(all_of_it)
    in_order: list[Part] = []
    for locality in all_of_it:
        if locality.sort == UNIT:
            continue
        groups = locality.groups or ("",)
        own = [Part(plan.slug, locality, group, locality.size / len(groups)) for group in groups]
        middle = len(own) // 2 if locality is around else 0
        in_order += [*own[:middle], *units, *own[middle:]] if locality is around else own
    return in_order


def host(all_of_it: list[Locality]) -> Locality:
    """The locality that the units lie in: the first large one whose borders are not settled."""
    large = [locality for locality in all_of_it if locality.groups and not locality.fixed]
    return large[len(large) // 3]
