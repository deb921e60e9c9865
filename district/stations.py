"""Polling stations of an area: where they are, how one gets in, whom they serve, and the boxes that set out there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from district.area_plans import SUBDISTRICT, Plan
from district.chance import Chance
from district.places import COMMUNITY, UNIT, Locality, host
from district.yaml import Record, Row

OPENS, CLOSES = "08:00", "18:00"
ROOMS = ("一楼会议室", "文化室", "便民大厅", "院内平房", "党员活动室", "老年活动室", "一楼大厅", "图书室")
ACCESS = (
    "门口有坡道，轮椅可以进。",
    "一楼，没有台阶，轮椅可以进。",
    "有两级台阶，工作人员可以扶。",
    "院门口有一段砂石路，轮椅可以从东侧小门进。",
    "有三级台阶，门口备了一把轮椅和一块木坡板。",
    "车可以开到门口，门槛已经拆平。",
    "门口台阶陡，旁边的卫生室开了平路，写票在那里也行。",
    "大门朝南，坡道在西侧，扶手只有一边。",
    "进门平，里面有高低两种写票台，备有老花镜。",
    "院子里冬天结冰，已经撒了炉灰，请走中间。",
    "门宽 90 厘米，轮椅能过；有事请按门口的铃。",
    "二楼，没有电梯；上不去的，工作人员在一楼设写票处。",
)
BOX_FOR = (
    "卧床的病人和行动不便的老人。",
    "住得离投票站远、来不了的选民。",
    "养老院里行动不便的老人，和在家卧床的选民。",
    "住在沟里、路不好走的几户选民。",
)
STOPS = ("卫生室门口", "文化广场", "小卖部门口", "老村委会院里", "打谷场", "岔路口", "互助老人院")
TIMES = ("08:40", "09:10", "10:00", "10:30", "11:20", "11:50", "14:20", "14:50", "15:40", "16:10")
PHONES = range(300, 1000)  # 0000-5550xxx: no such number can be called


@dataclass(frozen=True)
class _Served:
    """The people that a station serves, and the building that it is in."""

    home: Locality
    names: tuple[str, ...]
    part: tuple[str, ...] = ()
    building: str = "村委会"

    @property
    def title(self) -> str:
        """The home, with the first and the last of its groups where it has two stations."""
        return f"{self.home.name}{f'{self.part[0]}至{self.part[-1]}' if self.part else ''}投票站"


def stations(plan: Plan, all_of_it: Sequence[Locality], first_phone: int, chance: Chance) -> list[Record]:
    """Make the stations of an area, in the order of its villages."""
    all_served = list(_served(list(all_of_it), chance))
    access = chance.shuffled(ACCESS)  # in turn, so that no two neighbours are told the same
    made = [
        _station(number, served, access[number % len(access)], chance)
        | _phone(first_phone + number, chance)
        | _serves(served)
        for number, served in enumerate(all_served, 1)
    ]
    if plan.sort != SUBDISTRICT:
        for place in chance.shuffled(range(len(made)))[: chance.between(1, 2)]:
            made[place]["boxes"] = [box(chance.pick(BOX_FOR), all_served[place].names, chance.between(3, 5), chance)]
    return made


def _served(all_of_it: list[Locality], chance: Chance) -> Iterator[_Served]:
    """Give a village or two a station, with the units that lie there; divide a very large village between two."""
    units = [locality.name for locality in all_of_it if locality.sort == UNIT and not locality.elsewhere]
    around, divided = host(all_of_it), _divided(all_of_it, chance)
    homes = [locality for locality in all_of_it if locality.sort != UNIT]
    while homes:
        home = homes.pop(0)
        office = "居委会" if home.sort == COMMUNITY else "村委会"
        if home is divided:
            middle = len(home.groups) // 2
            yield _Served(home, (home.name,), home.groups[:middle], office)
            yield _Served(home, (home.name,), home.groups[middle:], "小学")
            continue
        names = [home.name, *(units if home is around else ())]
        fits = homes and not home.alone and not homes[0].fixed and homes[0] not in (divided, around)
        if fits and (home.fixed or chance.happens(0.5)):
            names.append(homes.pop(0).name)
        yield _Served(home, tuple(names), building=office)


def _divided(all_of_it: Sequence[Locality], chance: Chance) -> Locality | None:
    """The largest village is sometimes too large for one station."""
    around = host(list(all_of_it))
    large = [locality for locality in all_of_it if locality.groups and not locality.fixed and locality is not around]
    return max(large, key=lambda locality: locality.size) if chance.happens(0.5) else None


def _station(number: int, served: _Served, access: str, chance: Chance) -> Record:
    return {
        "id": f"station-{number}",
        "title": served.title,
        "address": f"{served.home.name}{served.building}{chance.pick(ROOMS)}",
        "opens": OPENS,
        "closes": CLOSES,
        "access": access,
    }


def _phone(number: int, chance: Chance) -> Record:
    return {"phone": f"0000-5550{PHONES[number % len(PHONES)]}"} if chance.happens(0.6) else {}


def _serves(served: _Served) -> Record:
    part = served.part
    return {"serves": [Row({"name": served.home.name, "part": part})] if part else list(served.names)}


def box(who: str, around: Sequence[str], stops: int, chance: Chance) -> Record:
    """A mobile box that goes round; those who go along are two who watch and one who counts."""
    places = chance.shuffled([f"{name}{stop}" for name in around for stop in STOPS])[:stops]
    times = zip(TIMES[::2], TIMES[1::2], strict=True)
    return {
        "name": "1 号流动票箱",
        "who": who,
        "scrutineers": 2,
        "tellers": 1,
        "route": [
            Row({"place": place, "arrives": arrives, "leaves": leaves})
            for place, (arrives, leaves) in zip(places, times, strict=False)
        ],
    }
