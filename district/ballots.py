"""What is special in the votes of 示例区: a seat short, a tie, a primary, a withdrawal, a result told for three."""

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


def _two_pass(one: Ward, chance: Chance) -> list[str]:
    """Give two of five candidates a majority, and tell all by their votes."""
    names = one.stand.names
    shares = dict(zip(chance.shuffled(names), TWO_PASS, strict=True))
    one.count = count(shares, names, one.run.seats, one.participants, chance)
    return list(shares)


def county_20_is_one_seat_short(one: Ward, chance: Chance) -> None:
    """The two with most votes among those not elected stand again."""
    most_first = _two_pass(one, chance)
    one.record["reruns"] = [{"day": "2026-11-26", "seats": 1, "candidates": most_first[2:4]}]
    one.outcome = "两人得票过半数，还缺 1 名。11 月 26 日另行选举，没有当选的人里得票最多的两名作候选人。"


def heishui_12_left_a_seat_open(one: Ward, chance: Chance) -> None:
    """No day is set for the rerun."""
    _two_pass(one, chance)
    one.outcome = "两人得票过半数，还缺 1 名。乡选举委员会决定这个名额先空着，哪天另行选举还没有定。"


def shiqiao_7_had_a_tie(one: Ward, chance: Chance) -> None:
    """Two with a majority have the same votes for the second seat; they alone stand in the second vote."""
    first, second, third = chance.shuffled(one.stand.names)
    came = one.participants
    valid = came - 5
    equal = came // 2 + 9
    votes = {first: round(valid * 0.73), second: equal, third: equal}
    ballot = {name: votes[name] for name in one.stand.names}
    one.count = replace(counted(ballot, one.run.seats, (came, came - 1, valid), chance), elected=(first,))
    again = count({second: 0.53, third: 0.43}, _ballot(one, second, third), 1, round(came * 0.94), chance)
    held: Record = {"day": "2026-11-22", "result_list": "2026-11-22", "candidates": list(again.votes)}
    one.record |= {"result_list": "2026-11-19", "reruns": [_in_order(held | again.record() | {"seats": 1})]}
    one.outcome = f"{second}、{third}各得 {equal} 票，都过了半数，只剩一个名额。11 月 22 日在两人中再次投票。"


def _ballot(one: Ward, *names: str) -> list[str]:
    return [name for name in one.stand.names if name in names]


def _in_order(rerun: Record) -> Record:
    return {name: rerun[name] for name in ("day", "seats", *Rerun.model_fields) if name in rerun}


def county_8_had_a_primary(one: Ward, chance: Chance) -> None:
    """The voters' groups did not agree: six went into the primary, four came out, in the order of the votes."""
    standing = one.stand
    left_out = [name for name in standing.nominees if name not in standing.names]
    most_first = chance.shuffled(standing.names) + left_out
    standing.candidates.sort(key=lambda candidate: most_first.index(str(candidate["name"])))
    voters = sum(part.voters for part in one.run.parts)
    came = round(voters * 0.52)
    one.record["primary"] = {
        "day": "2026-11-08",
        "participants": came,
        "tallies": _tallies(most_first, came),
    }
    one.count = usual(standing.names, one.run.seats, one.participants, chance)
    one.consultation = (
        "六名初步候选人，各选民小组意见不能较为一致，11 月 8 日预选，得票多的四名作正式候选人，按得票多少排列。"
    )


def _tallies(most_first: Sequence[str], came: int) -> list[Row]:
    return [Row({"name": name, "votes": round(came * share)}) for name, share in zip(most_first, PRIMARY, strict=True)]


def county_35_one_withdrew(one: Ward, chance: Chance) -> None:
    """Whoever withdrew stays in the list and is not on the ballot."""
    gone = one.stand.candidates[1]
    gone["withdrew"] = Row({"day": "2026-11-13", "reason": "调到外地工作，本人书面提出不再参选。"})
    names = [name for name in one.stand.names if name != gone["name"]]
    one.count = usual(names, one.run.seats, one.participants, chance)


def shaping_told_three_together(area: Area) -> None:
    """One result for three constituencies; nobody can tell the figures of each."""
    three = [area.ward(TOWNSHIP, number) for number in (21, 22, 23)]
    for one in three:
        one.count = None
    area.more["joint_results"] = [
        {
            "constituencies": [one.reference for one in three],
            "published": "2026-11-20",
            "participants": sum(one.participants for one in three),
            "elected": sum(one.run.seats for one in three),
            "note": "第 21、22、23 选区在同一个投票站计票，镇里把结果合成一张公告；各选区的数还没有分开公布。",
        }
    ]
