"""Later votes of 示例区: a void one held anew, a rerun that failed, by-elections, recalls.

Most of them are held in the months after the day that the example shows: they are recorded, and no page shows them yet.
"""

from collections.abc import Mapping
from dataclasses import replace

from district.area_plans import COUNTY, TOWNSHIP
from district.areas import Area
from district.chance import Chance
from district.votes import Count, count, counted
from district.wards import Ward
from district.yaml import Node, Record, Row
from huanjie.model.results import ByElection, Recall

ORDER = tuple(dict.fromkeys(("day", "seats", "announced", "replaces", "reason", *ByElection.model_fields)))
TOO_FEW = 0.47  # of the voters


def later(areas: Mapping[str, Area], seed: int) -> None:
    """Hold every later vote, by chance of its own: what was drawn for the first votes stays as it is."""
    chance = Chance(seed, "later")
    liuhe_9_was_void(areas["liuhe"].ward(TOWNSHIP, 9), chance)
    county_20_failed_again(areas["xiguan"].ward(COUNTY, 20), chance)
    county_95_votes_two_days(areas["shuangquan"].ward(COUNTY, 95))
    yunling_22_moved_away(areas["yunling"].ward(TOWNSHIP, 22), chance)
    baiyang_8_was_recalled(areas["baiyang"].ward(TOWNSHIP, 8), chance)
    county_46_resigned(areas["beita"].ward(COUNTY, 46), chance)
    county_90_was_not_recalled(areas["zaolin"].ward(COUNTY, 90))


def liuhe_9_was_void(ward: Ward, chance: Chance) -> None:
    """Too few come to the first vote; all is held anew three days later, and the same person wins."""
    winner, loser = _most_first(ward)
    came = round(ward.voters * TOO_FEW)
    votes = {winner: round(came * 0.6), loser: round(came * 0.3)}
    ballot = {name: votes[name] for name in ward.stand.names}
    ward.count = replace(counted(ballot, 1, (came, came, came - 3), chance), elected=())
    ward.anew = count({winner: 0.68, loser: 0.24}, ward.stand.names, 1, round(ward.voters * 0.79), chance)
    ward.record["reruns"] = [_held("2026-11-21", 1, ward.anew, {"result_list": "2026-11-22"})]
    ward.outcome = "那天供电所的人外出抢修，学校有统考，许多人走不开。11 月 21 日是星期六，候选人不变，重新选举。"


def county_20_failed_again(ward: Ward, chance: Chance) -> None:
    """Neither of the two candidates has a third of the ballots: many wrote in somebody else."""
    second, third = [name for name in _most_first(ward) if name not in _elected(ward)][:2]
    again = count({second: 0.31, third: 0.27}, (second, third), 1, round(ward.voters * 0.55), chance)
    note = (
        "两名候选人的得票都不到选票的三分之一，没有人当选，这个名额空着。许多选民在选票上另选了别人，分散在五十多人身上。"
        "选举法没有写这时是不是再另行选举；区选举委员会还没有定。"
    )
    more: Record = {"result_list": "2026-11-27", "note": note}
    ward.record["reruns"] = [_held("2026-11-26", 1, replace(again, others=again.valid // 4), more)]


def county_95_votes_two_days(ward: Ward) -> None:
    """Its voters live on both sides of a border."""
    ward.record |= {"polling_until": "2026-11-19", "result_list": "2026-11-20"}
    ward.notes.append("两个村隔着一道沟，沟里常有水，所以选区人大代表投两天：11 月 18 日和 19 日。")


def yunling_22_moved_away(ward: Ward, chance: Chance) -> None:
    """A by-election without competition: one seat, one candidate."""
    (former,) = _elected(ward)
    held = count({"周丽云": 0.86}, ["周丽云"], 1, round(ward.voters * 0.71), chance)
    ward.record["vacancies"] = [_vacancy(former, "调离或者迁出", "2027-02")]
    reason = f"{former} 2027 年 2 月把户口迁到外县，代表资格自行终止。"
    more: Record = {"announced": "2027-04-01", "replaces": [former], "reason": reason, "result_list": "2027-04-11"}
    ward.record["by_elections"] = [_held("2027-04-11", 1, held, more)]


def baiyang_8_was_recalled(ward: Ward, chance: Chance) -> None:
    """A recall that passes, and the by-election that fills the seat."""
    (former,) = _elected(ward)
    loser = next(name for name in ward.stand.names if name != former)
    recall: Record = {"day": "2027-05-16", "name": former, "signatories": 46, "voters": ward.voters - 3}
    ward.record["recalls"] = [_recall(recall | {"votes": round(ward.voters * 0.61), "recalled": "yes"})]
    held = count({"郑海燕": 0.58, loser: 0.37}, ["郑海燕", loser], 1, round(ward.voters * 0.77), chance)
    reason = f"{former} 2027 年 5 月 16 日被罢免。"
    more: Record = {"announced": "2027-06-14", "replaces": [former], "reason": reason, "result_list": "2027-06-27"}
    ward.record["by_elections"] = [_held("2027-06-27", 1, held, more)]


def county_46_resigned(ward: Ward, chance: Chance) -> None:
    """A by-election with two candidates after somebody resigned."""
    former = _elected(ward)[-1]
    loser = next(name for name in ward.stand.names if name not in _elected(ward))
    held = count({loser: 0.56, "杜文斌": 0.38}, ["杜文斌", loser], 1, round(ward.voters * 0.63), chance)
    ward.record["vacancies"] = [_vacancy(former, "辞职", "2027-10-20", accepted_by="区人大常委会")]
    reason = f"{former}因病辞职，2027 年 10 月 20 日区人大常委会接受。"
    more: Record = {"announced": "2027-11-15", "replaces": [former], "reason": reason, "result_list": "2027-11-29"}
    ward.record["by_elections"] = [_held("2027-11-28", 1, held, more)]


def county_90_was_not_recalled(ward: Ward) -> None:
    """A recall that fails: a majority of those who came, but not of all voters."""
    recall: Record = {"day": "2027-09-12", "name": _elected(ward)[0], "signatories": 63, "voters": ward.voters - 21}
    ward.record["recalls"] = [_recall(recall | {"votes": round(ward.voters * 0.43)})]


def _elected(ward: Ward) -> tuple[str, ...]:
    return ward.count.elected if ward.count else ()


def _most_first(ward: Ward) -> list[str]:
    votes = ward.count.votes if ward.count else {}
    return sorted(votes, key=lambda name: -votes[name])


def _held(day: str, seats: int, figures: Count, more: Record) -> Record:
    """Write a vote, its fields in the order of the record."""
    candidates: list[Node] = [*figures.votes]
    whole = figures.record() | more | {"day": day, "seats": seats, "candidates": candidates}
    return {name: whole[name] for name in ORDER if name in whole}


def _vacancy(name: str, reason: str, day: str, **more: str) -> Row:
    return Row({"name": name, "reason": reason, "day": day, **more})


def _recall(whole: Record) -> Record:
    return {name: whole[name] for name in Recall.model_fields if name in whole}
