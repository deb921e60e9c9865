"""The special cases of 示例区, a function for each, named for it; those of counting votes are in `district.ballots`."""

from collections.abc import Mapping

from district.area_plans import COUNTY, TOWNSHIP
from district.areas import Area
from district.ballots import (
    county_8_had_a_primary,
    county_20_is_one_seat_short,
    county_35_one_withdrew,
    heishui_12_left_a_seat_open,
    shaping_told_three_together,
    shiqiao_7_had_a_tie,
)
from district.chance import Chance
from district.wards import Ward
from district.yaml import Node, Record, Row

NOT_YET = ("result_list", "workers", "most_mandates")  # what a postponed vote does not have
NEW_DAY = "2026-11-25"
POSTPONED: Record = {
    "decided_on": "2026-11-15",
    "by": "区选举委员会",
    "reason": "11 月 14 日、15 日山洪冲断了后坡的桥，桥两边的选民过不去，票箱也送不过去。",
    "until": NEW_DAY,
}
MEETINGS = (
    ("dongguan", 8, "2026-11-12", "19:00", "东关街道办事处三楼会议室", "2026-11-12-dongguan-8"),
    ("baiyang", 78, "2026-11-14", "14:00", "上河村三组打谷场", "2026-11-14-baiyang-78"),
    ("liyuan", 109, "2026-11-16", "10:20", "梨园乡政府礼堂", "2026-11-16-liyuan-109"),
)


def special(areas: Mapping[str, Area], seed: int) -> None:
    """Apply every special case."""
    chance = Chance(seed, "plots")
    county_8_had_a_primary(areas["dongguan"].ward(COUNTY, 8), chance)
    county_20_is_one_seat_short(areas["xiguan"].ward(COUNTY, 20), chance)
    county_35_one_withdrew(areas["nanhu"].ward(COUNTY, 35), chance)
    county_65_posted_on_the_last_day(areas["qingshi"].ward(COUNTY, 65))
    baiyang_corrected_a_border(areas["baiyang"])
    shiqiao_7_had_a_tie(areas["shiqiao"].ward(TOWNSHIP, 7), chance)
    county_95_joins_two_townships(areas["shuangquan"].ward(COUNTY, 95))
    shaping_told_three_together(areas["shaping"])
    county_103_posted_late(areas["changchuan"].ward(COUNTY, 103))
    songpo_postponed(areas["songpo"])
    liyuan_sends_a_box_round(areas["liyuan"])
    heishui_12_left_a_seat_open(areas["heishui"].ward(TOWNSHIP, 12), chance)
    heishui_113_votes_two_days(areas["heishui"])
    yunling_reviewed_its_deputies(areas["yunling"])
    wenmiao_moved_its_ramp(areas["dongguan"])
    candidates_met_voters(areas)


def county_65_posted_on_the_last_day(ward: Ward) -> None:
    """The voter list appears on the last day of its term."""
    note = "名单 10 月 29 日贴出：有三户人家刚从外乡迁来，补登、核对完，正好是期限的最后一天。"
    ward.record["voter_list"] = "2026-10-29"
    ward.notes.append(note)


def county_103_posted_late(ward: Ward) -> None:
    """The voter list is two days late; the record says why."""
    reason = (
        "10 月 27 日晚上镇里的打印机坏了，等零件等到 29 日，才把名单送到区里去印，31 日早上贴出，晚了两天。"
        "申诉的期限从 31 日贴出那天算起；镇里派六名干部上门，请行动不便的人核对。"
    )
    ward.record |= {"voter_list": "2026-10-31", "waivers": [{"id": "C210", "reason": reason}]}


def baiyang_corrected_a_border(area: Area) -> None:
    """A group of a village was published in the wrong constituency."""
    correction = (
        "9 月 25 日公布的选区划分表把上河村三组写在第 77 选区，写错了；10 月 12 日更正：上河村三组属于第 78 选区。"
    )
    area.ward(COUNTY, 77).notes.append(f"{correction}一组、二组没有变，仍在第 77 选区。")
    area.ward(COUNTY, 78).notes.append(f"{correction}三组的选民在第 78 选区登记、投票。")


def county_95_joins_two_townships(ward: Ward) -> None:
    """Voters of a village across the border vote here for the district congress only."""
    ward.notes.append("沙坪镇的沙沟村和泉头村相邻，选区人大代表时合成这个选区。选镇人大代表时，沙沟村仍在沙坪镇投票。")


def songpo_postponed(area: Area) -> None:
    """The flood took the bridge to two villages: every constituency that they are in votes a week later."""
    cut_off = {"后坡村", "石磨村"}
    late = [ward for ward in area.wards if cut_off & {part.locality.name for part in ward.run.parts}]
    for ward in late:
        ward.record = {key: value for key, value in ward.record.items() if key not in NOT_YET}
        decided = POSTPONED if ward.run.level == COUNTY else POSTPONED | {"by": "松坡乡选举委员会"}
        ward.record |= {"polling_day": NEW_DAY, "postponed": decided}
        ward.count = None
    (county,) = (ward for ward in late if ward.run.level == COUNTY)
    others = "选区里别的村路没有断，乡人大代表照常在 11 月 18 日选；区人大代表全选区一起，11 月 25 日投。"
    county.record["postponed"] = POSTPONED | {"note": others}
    for station in area.stations:
        if cut_off & {*_served(station)}:
            station.pop("boxes", None)


def liyuan_sends_a_box_round(area: Area) -> None:
    """A mobile box stops at five places in the village and its neighbours."""
    station = area.stations[1]
    before, beside = _served(area.stations[0])[-1], _served(station)[-1]
    stops = (
        ("08:30", "09:00", "梨树湾村头道沟口"),
        ("09:40", "10:20", "梨树湾村三道沟打谷场"),
        ("11:10", "11:50", f"{before}卫生室门口"),
        ("13:40", "14:20", f"{beside}老村委会院里"),
        ("15:20", "16:00", f"{beside}河滩边的住户家里"),
    )
    route = [Row({"place": place, "arrives": arrives, "leaves": leaves}) for arrives, leaves, place in stops]
    who = "报了名的行动不便的老人和病人，还有沟里路难走的几户。临时走不动的，11 月 18 日 12:00 以前打投票站电话。"
    box: Record = {"name": "1 号流动票箱", "who": who, "scrutineers": 2, "tellers": 1, "route": route}
    station |= {"phone": "0000-5550299", "boxes": [box]}


def wenmiao_moved_its_ramp(area: Area) -> None:
    """The station has a ramp now; a story of the site is about it."""
    (station,) = (ward for ward in area.stations if "文庙社区" in _served(ward))
    station["address"] = "文庙社区活动室，一楼"
    station["access"] = "正门有两级台阶；轮椅走侧门，没有台阶，门槛垫了斜木。里面有一张矮的写票桌。"


def candidates_met_voters(areas: Mapping[str, Area]) -> None:
    """Three meetings of candidates with voters have minutes of their own."""
    for slug, number, day, begins, place, minutes in MEETINGS:
        met = Row({"day": day, "begins": begins, "place": place, "meeting": minutes})
        areas[slug].ward(COUNTY, number).record["candidates_meetings"] = [met]


def _served(station: Record) -> list[str]:
    served: Node = station["serves"]
    return [str(name) for name in served] if isinstance(served, list) else []


def heishui_113_votes_two_days(area: Area) -> None:
    """Herders live far apart, so the constituency votes on two days."""
    ward = area.ward(COUNTY, 113)
    ward.record |= {"polling_until": "2026-11-19", "result_list": "2026-11-20"}
    ward.notes.append("牧户住得散，最远的到投票站要走半天，所以投两天：11 月 18 日和 19 日。")


def yunling_reviewed_its_deputies(area: Area) -> None:
    """The first township confirms its deputies."""
    by = "云岭镇人民代表大会主席团"
    area.more["review"] = Row({"day": "2026-11-23", "by": by, "confirmed": area.plan.township_seats})
