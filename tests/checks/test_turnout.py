"""Checks on who took part, the stated turnout, polling stations and numbers without names, each at its boundary."""

import pytest

from tests.conftest import Write
from tests.support.towns import ids, messages, town
from tests.support.votes import polled, vote, voted

MAIJI = {"in_person": "568", "by_proxy": "293"}


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"participants": "861"}, []),
        ({"participants": "860"}, ["C281"]),
        ({"participants": "862"}, ["C281"]),
        ({"participants": "unknown"}, []),
        ({}, []),
        ({"participants": "[860, 861]"}, []),  # one of the sources fits
        ({"participants": "[859, 860]"}, ["C281"]),
        ({"participants": "{value: 860, about: 八百多名}"}, []),
        ({"participants": "861", "by_proxy": "unknown"}, []),
        ({"participants": "568", "by_proxy": "unknown"}, []),
        ({"participants": "567", "by_proxy": "unknown"}, ["C281"]),  # more came than took part
        ({"participants": "860", "note": "公告就是这样写的。"}, []),
    ],
)
def test_who_came_and_who_had_others_vote_add_up(folder: Write, figures: dict[str, str], expected: list[str]) -> None:
    figures = {**MAIJI, **figures}
    assert ids(folder, polled(vote=vote(**figures))) == expected


@pytest.mark.parametrize(
    ("turnout", "figures", "expected"),
    [
        ("80%", {}, []),
        ("80.00%", {}, []),
        ("79.9%", {}, ["C282"]),
        ("80.1%", {}, ["C282"]),
        ("百分之八十", {}, []),
        ("百分之八十一", {}, ["C282"]),
        ("79.6%", {"participants": "796"}, []),
        ("80%", {"participants": "796"}, []),  # rounded
        ("79%", {"participants": "796"}, []),  # cut off
        ("78%", {"participants": "796"}, ["C282"]),
        ("{value: 81%, note: 按常住的选民算。}", {}, []),
        ("81%", {"note": "公告就是这样写的。"}, []),
        ("{value: 81%, about: 八成多}", {}, []),
        ("101%", {}, ["C282"]),
    ],
)
def test_a_stated_turnout_agrees_rounded_or_cut_off(
    folder: Write, turnout: str, figures: dict[str, str], expected: list[str]
) -> None:
    figures = {"participants": "800", **figures}
    assert ids(folder, polled(vote=vote("甲 500 yes", "乙 200", turnout=turnout, **figures))) == expected


def test_a_turnout_that_does_not_agree_is_worked_out(folder: Write) -> None:
    reported = messages(folder, polled(voters="3565", vote=vote("甲 2500 yes", turnout="98.02%", participants="3490")))
    sums = "参选率写 98.02%，参加投票 3,490 ÷ 登记选民 3,565 = 97.8962%"
    assert reported == [f"{sums}；四舍五入是 97.90%，去尾是 97.89%，请核对这三个数；另有算法的，在这个数的 note 里写明"]


def test_a_turnout_that_no_number_gives_is_worked_out(folder: Write) -> None:
    reported = messages(folder, polled(voters="3565", vote=vote("甲 2500 yes", turnout="98.02%")))
    near = "3,494 名参加是 98.01%，3,495 名是 98.04%"
    wrong = f"参选率写 98.02%，登记选民 3,565 名，没有哪个人数是这么多：{near}"
    assert reported == [f"{wrong}；请核对这两个数；另有算法的，在这个数的 note 里写明"]


def test_a_turnout_of_too_few_makes_an_election_void(folder: Write) -> None:
    reported = messages(folder, polled(vote=vote("甲 400 yes", "乙 20", turnout="45%")))
    (breach,) = [message for message in reported if "写着" in message]
    wrong = "登记选民 1000 名，参选率 45%，参加投票最多 459 名，写着 1 人当选"
    assert breach == f"{wrong}；至少要有 501 名选民参加，选举才有效（选举法（2015 年）第四十四条第一款）"


ISSUED = {"issued": "810", "returned": "798", "unreturned": "2", "participants": "810"}


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"spoilt": "10"}, []),  # exchanged ones are counted as issued
        ({"spoilt": "10", "issued": "800", "participants": "800"}, []),  # and here they are not
        ({"spoilt": "9"}, ["C280"]),
        ({"spoilt": "11"}, ["C280"]),
        ({}, []),  # some may have been exchanged
        ({"spoilt": "unknown"}, []),
        ({"issued": "800", "participants": "800"}, []),
        ({"issued": "799", "participants": "799"}, ["C280"]),  # too few by any reading
        ({"unreturned": "unknown"}, []),
        ({"returned": "unknown", "unreturned": "810"}, []),
        ({"returned": "unknown", "unreturned": "811"}, ["C280"]),
        ({"spoilt": "9", "note": "公告就是这样写的。"}, []),
    ],
)
def test_ballots_issued_come_back_or_do_not(folder: Write, figures: dict[str, str], expected: list[str]) -> None:
    figures = {**ISSUED, **figures}
    assert ids(folder, polled(vote=vote(**figures))) == expected


@pytest.mark.parametrize(
    ("issued", "spoilt", "expected"),
    [("800", "10", []), ("810", "10", []), ("809", "10", ["C249"]), ("811", "10", ["C249"]), ("810", "", ["C249"])],
)
def test_exchanged_ballots_explain_why_more_are_issued(
    folder: Write, issued: str, spoilt: str, expected: list[str]
) -> None:
    figures = {"participants": "800", "issued": issued} | ({"spoilt": spoilt} if spoilt else {})
    assert ids(folder, polled(vote=vote(**figures))) == expected


HOURS = "address: 村委会一楼, opens: 08:00, closes: 18:00"
STATIONS = f"""[
  {{id: station-1, title: 东村投票站, {HOURS}, serves: [东村]}},
  {{id: station-2, title: 西村投票站, {HOURS}, serves: [西村]}}]"""


def counted(*rows: str, **figures: str) -> dict[str, str | bytes]:
    """A constituency of two villages that voted at two stations, whose figures are these."""
    line = vote("甲 500 yes", "乙 200", **{"participants": "800", **figures})
    result = f"{line[:-1]}, stations: [{', '.join(f'{{{row}}}' for row in rows)}]}}"
    return town(voted(covers="[东村, 西村]", vote=result), localities="[东村, 西村]", stations=STATIONS)


@pytest.mark.parametrize(
    ("rows", "figures", "expected"),
    [
        (("name: 东村投票站, participants: 500", "name: 西村投票站, participants: 300"), {}, []),
        (("name: 东村投票站, participants: 500", "name: 西村投票站, participants: 301"), {}, ["C283"]),
        (("name: 东村投票站, participants: 500", "name: 西村投票站, participants: 299"), {}, ["C283"]),
        (("name: 东村投票站, participants: 500",), {}, []),  # the other station is not entered
        (("name: 东村投票站, participants: 801",), {}, ["C283"]),
        (("name: 东村投票站, participants: 800",), {}, []),
        (("name: 东村投票站, participants: 500", "name: 西村投票站, participants: unknown"), {}, []),
        (("name: 东村投票站, participants: 500", "name: 西村投票站, voters: 400"), {}, []),
        (("name: 东村投票站, voters: 600", "name: 西村投票站, voters: 400"), {}, []),
        (("name: 东村投票站, voters: 600", "name: 西村投票站, voters: 399"), {}, ["C283"]),
        (("name: 东村投票站, valid: 500", "name: 西村投票站, valid: 291"), {"valid": "790"}, ["C283"]),
        (("name: 东村投票站, valid: 500", "name: 西村投票站, valid: 291"), {"valid": "790", "note": "照写。"}, []),
        (("name: 东, station: town/station-1, participants: 500", "name: 西村投票站, participants: 299"), {}, ["C283"]),
        (("name: 村口, participants: 500", "name: 西村投票站, participants: 299"), {}, []),  # one is not entered
        (("name: 东村投票站, in_person: 300, by_proxy: 200", "name: 西村投票站, participants: 300"), {}, []),
        (("name: 东村投票站, in_person: 300, by_proxy: 201", "name: 西村投票站, participants: 300"), {}, ["C283"]),
        (("name: 东村投票站, participants: 500, in_person: 300, by_proxy: 201",), {}, ["C281"]),
        (("name: 东村投票站, returned: 500, valid: 490, invalid: 9",), {}, ["C231"]),
        (("name: 东村投票站, returned: 500, valid: 490, invalid: 9, note: 公告就是这样写的。",), {}, []),
        (("name: 东村投票站, voters: 500, participants: 501",), {}, ["C239"]),
        (("name: 东村投票站, voters: 500, participants: 500",), {}, []),
    ],
)
def test_polling_stations_add_up(
    folder: Write, rows: tuple[str, ...], figures: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, counted(*rows, **figures)) == expected


@pytest.mark.parametrize(("participants", "expected"), [("500", []), ("801", ["C283"])])
def test_stations_of_which_there_is_no_record_may_be_some_of_them(
    folder: Write, participants: str, expected: list[str]
) -> None:
    stations = f"[{{name: 东村投票站, participants: {participants}}}]"
    assert ids(folder, polled(vote=vote(participants="800", stations=stations))) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"candidates": "", "candidate_count": "2"}, []),
        ({"candidates": "", "candidate_count": "1"}, ["C220"]),
        ({"candidates": "", "candidate_count": "3"}, ["C220"]),
        ({"candidate_count": "2"}, []),
        ({"candidate_count": "3"}, ["C284"]),
        ({"candidate_count": "{value: 3, note: 一人的姓名没有公布。}"}, []),
        ({"nominee_count": "2", "nominees": "[甲, 乙]"}, []),
        ({"nominee_count": "3", "nominees": "[甲, 乙]"}, ["C284"]),
        ({"nominee_count": "2"}, []),
        ({"nominee_count": "3"}, ["C224"]),  # more than may stand, and nobody says how they were cut down
        ({"vote": vote("甲 500 yes", "乙 200", elected_count="1")}, []),
        ({"vote": vote("甲 500 yes", "乙 200", elected_count="2")}, ["C236", "C284"]),
        ({"vote": vote(elected_count="1")}, []),
        ({"vote": vote(elected_count="2")}, ["C236"]),
        ({"vote": vote(elected_count="0")}, ["C237"]),
        ({"vote": vote(elected_count="unknown")}, []),
        ({"vote": vote(elected_count="1", participants="500")}, ["C232", "C274"]),
    ],
)
def test_numbers_without_names_are_held_to_the_same_rules(
    folder: Write, lines: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, polled(**lines)) == expected


@pytest.mark.parametrize(
    ("reruns", "expected"),
    [
        ("[{seats: 1, day: 2016-07-05, elected_count: 1}]", []),
        ("[{seats: 2, day: 2016-07-05, elected_count: 1}]", ["C262"]),
        ("", ["C237"]),
    ],
)
def test_a_seat_that_a_number_leaves_open_is_filled_by_a_rerun(folder: Write, reruns: str, expected: list[str]) -> None:
    first = vote(elected_count="1", participants="800")
    assert ids(folder, polled(seats="2", candidates="[甲, 乙, 丙]", vote=first, reruns=reruns)) == expected
