"""Special cases of counting in 示例区: a seat short, a tie, a primary, a withdrawal, a joint result of three."""

from collections.abc import Sequence
from dataclasses import replace

from district.area_plans import TOWNSHIP
from district.areas import Area
from district.chance import Chance
from district.votes import count, counted, usual
from district.wards import Ward
from district.yaml import Record, Row
from huanjie.model.results import Rerun

PRIMARY = (0.46, 0.41, 0.37, 0.29, 0.22, 0.14)  # of those who took part in it
TWO_PASS = (0.74, 0.61, 0.44, 0.33, 0.21)  # of the valid ballots


def _two_pass(ward: Ward, chance: Chance) -> list[str]:
    """Give two of five candidates a majority, and list all five from most votes to fewest."""
    names = ward.stand.names
    shares = dict(zip(chance.shuffled(names), TWO_PASS, strict=True))
    ward.count = count(shares, names, ward.run.seats, ward.participants, chance)
    return list(shares)


def county_20_is_one_seat_short(ward: Ward, chance: Chance) -> None:
    """A rerun is called for the open seat; the two candidates with most votes after the elected run again."""
    most_first = _two_pass(ward, chance)
    ward.record["reruns"] = [{"day": "2026-11-26", "seats": 1, "candidates": most_first[2:4]}]
    ward.outcome = "两人得票过半数，还缺 1 名。11 月 26 日另行选举，没有当选的人里得票最多的两名作候选人。"


def heishui_12_left_a_seat_open(ward: Ward, chance: Chance) -> None:
    """The committee sets no day for the rerun."""
    _two_pass(ward, chance)
    ward.outcome = "两人得票过半数，还缺 1 名。乡选举委员会决定这个名额先空着，哪天另行选举还没有定。"


def shiqiao_7_had_a_tie(ward: Ward, chance: Chance) -> None:
    """Two candidates with a majority have equal votes for the second seat; only they run in the second vote."""
    first, second, third = chance.shuffled(ward.stand.names)
    came = ward.participants
    valid = came - 5
    equal = came // 2 + 9
    votes = {first: round(valid * 0.73), second: equal, third: equal}
    ballot = {name: votes[name] for name in ward.stand.names}
    ward.count = replace(counted(ballot, ward.run.seats, (came, came - 1, valid), chance), elected=(first,))
    again = count({second: 0.53, third: 0.43}, _ballot(ward, second, third), 1, round(came * 0.94), chance)
    held: Record = {"day": "2026-11-22", "result_list": "2026-11-22", "candidates": list(again.votes)}
    ward.record |= {"result_list": "2026-11-19", "reruns": [_in_order(held | again.record() | {"seats": 1})]}
    ward.outcome = f"{second}、{third}各得 {equal} 票，都过了半数，只剩一个名额。11 月 22 日在两人中再次投票。"


def _ballot(ward: Ward, *names: str) -> list[str]:
    return [name for name in ward.stand.names if name in names]


def _in_order(rerun: Record) -> Record:
    return {name: rerun[name] for name in ("day", "seats", *Rerun.model_fields) if name in rerun}


def county_8_had_a_primary(ward: Ward, chance: Chance) -> None:
    """The voters' groups did not agree: six went into the primary, four came out, in the order of the votes."""
    standing = ward.stand
    left_out = [name for name in standing.nominees if name not in standing.names]
    most_first = chance.shuffled(standing.names) + left_out
    standing.candidates.sort(key=lambda candidate: most_first.index(str(candidate["name"])))
    voters = sum(part.voters for part in ward.run.parts)
    came = round(voters * 0.52)
    ward.record["primary"] = {
        "day": "2026-11-08",
        "participants": came,
        "tallies": _tallies(most_first, came),
    }
    ward.count = usual(standing.names, ward.run.seats, ward.participants, chance)
    ward.consultation = (
        "六名初步候选人，各选民小组意见不能较为一致，11 月 8 日预选，得票多的四名作正式候选人，按得票多少排列。"
    )


def _tallies(most_first: Sequence[str], came: int) -> list[Row]:
    return [Row({"name": name, "votes": round(came * share)}) for name, share in zip(most_first, PRIMARY, strict=True)]


def county_35_one_withdrew(ward: Ward, chance: Chance) -> None:
    """A candidate withdraws, remains in the published list and leaves the ballot."""
    gone = ward.stand.candidates[1]
    gone["withdrew"] = Row({"day": "2026-11-13", "reason": "调到外地工作，本人书面提出不再参选。"})
    names = [name for name in ward.stand.names if name != gone["name"]]
    ward.count = usual(names, ward.run.seats, ward.participants, chance)


def shaping_told_three_together(area: Area) -> None:
    """The township publishes a joint result of three constituencies, without the figures of each."""
    three = [area.ward(TOWNSHIP, number) for number in (21, 22, 23)]
    for ward in three:
        ward.count = None
    area.more["joint_results"] = [
        {
            "constituencies": [ward.reference for ward in three],
            "published": "2026-11-20",
            "participants": sum(ward.participants for ward in three),
            "elected": sum(ward.run.seats for ward in three),
            "note": "第 21、22、23 选区在同一个投票站计票，镇里把结果合成一张公告；各选区的数还没有分开公布。",
        }
    ]
