"""Vacancies and votes called off, each at its boundary: known on a day, who serves, what a by-election may fill."""

from datetime import date

import pytest

from huanjie.checks.report import check_folder
from huanjie.election.agenda import coming_votes
from huanjie.election.deputies import deputies, open_seats
from huanjie.election.duties import duties
from huanjie.election.outcome import Outcome, State
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from tests.conftest import Write
from tests.support.pages import rendered, text
from tests.support.polls import polls
from tests.support.towns import LISTS, constituency, election, ids, town
from tests.support.votes import polled, vote, voted

RESIGNED = "[{name: 甲, reason: 辞职, day: 2018-03-05, accepted_by: 区人大常委会, announced: 2018-03-08}]"
DIED = "[{name: 甲, reason: 去世, day: 2018-03-05}]"
CAME = vote("丙 500 yes", "丁 200", participants="800", returned="800", valid="790", invalid="10")


def filled(more: str = "reason: 甲调离。", came: str = CAME, day: str = "2018-06-20") -> str:
    """Write a by-election that was held, with other lines."""
    figures = came.strip("{}")
    return f"[{{day: {day}, announced: 2018-06-01, result_list: 2018-06-21, seats: 1, {more}, {figures}}}]"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"vacancies": RESIGNED}, []),
        ({"vacancies": "[{name: 丙, reason: 去世, day: 2018-03-05}]"}, ["C285"]),
        ({"vacancies": "[{name: 丙, reason: 去世, day: 2018-03-05}]", "note": "丙是上一届选出的。"}, []),
        ({"vacancies": "[{name: 甲, reason: 去世, day: 2016-06-28}]"}, []),
        ({"vacancies": "[{name: 甲, reason: 去世, day: 2016-06-27}]"}, ["C285"]),
        ({"vacancies": "[{name: 甲, reason: 去世, day: unknown}]"}, []),
        ({"vacancies": DIED, "by_elections": filled()}, []),
        ({"by_elections": filled()}, []),  # nobody recorded who left
        ({"vacancies": DIED, "by_elections": filled(day="2018-03-01")}, ["C286"]),  # nothing was vacant yet
        ({"vacancies": DIED, "by_elections": filled("note: 增加名额。, reason: 增加名额。", day="2018-03-01")}, []),
        ({"vacancies": DIED, "by_elections": filled("replaces: 甲")}, []),
        ({"vacancies": DIED, "by_elections": filled("replaces: 申")}, ["C288"]),
        ({"by_elections": filled("replaces: 甲")}, ["C288"]),
        ({"by_elections": filled("replaces: 甲, reason: 甲调离。")}, []),
        ({"by_elections": filled("candidates: [丙, 丁]")}, ["C288"]),
    ],
)
def test_vacancies_fit_who_was_elected_and_what_followed(
    folder: Write, lines: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, polled(**lines)) == expected


@pytest.mark.parametrize(
    ("level", "body", "expected"),
    [
        ("县级", "区人大常委会", []),
        ("县级", "示例区人民代表大会常务委员会", []),
        ("县级", "区选举委员会", ["C287"]),
        ("乡级", "示例镇人民代表大会", []),
        ("乡级", "示例镇人大", []),
        ("乡级", "示例镇人大主席团", ["C287"]),
        ("乡级", "区人大常委会", ["C287"]),
    ],
)
def test_a_resignation_is_accepted_by_the_body_of_the_level(
    folder: Write, level: str, body: str, expected: list[str]
) -> None:
    vacancies = f"[{{name: 甲, reason: 辞职, day: 2018-03-05, accepted_by: {body}}}]"
    assert ids(folder, town(voted(1, level, vacancies=vacancies))) == expected


AGAIN = {"vacancies": DIED.replace("去世", "辞职"), "by_elections": filled(came=CAME.replace("丙", "甲"))}
FOLLOWED = {"vacancies": "[{name: 丙, reason: 辞职, day: 2019-01-05}]", "by_elections": filled()}
UNDATED = {"vacancies": "[{name: 甲, reason: 辞职, day: unknown}]", "by_elections": filled()}
FILLED = {"vacancies": DIED, "by_elections": filled()}
LONG_AFTER = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        ({"vacancies": DIED}, date(2018, 3, 4), ("甲", "", None)),
        ({"vacancies": DIED}, date(2018, 3, 5), ("", "甲", None)),
        (FILLED, date(2018, 6, 19), ("", "甲", 1)),
        (FILLED, date(2018, 6, 20), ("丙", "甲", 1)),
        (FOLLOWED, LONG_AFTER, ("甲", "丙", 0)),  # who resigned was elected in the by-election
        (AGAIN, LONG_AFTER, ("甲", "甲", 1)),  # who resigned and was elected again serves
        (UNDATED, LONG_AFTER, ("丙", "甲", 1)),
    ],
)
def test_who_serves_on_a_day(
    folder: Write, lines: dict[str, str], today: date, expected: tuple[str, str, int | None]
) -> None:
    held = polls(folder, **lines)
    now = deputies(held, today)
    vacant = open_seats(held, held[1]) if len(held) > 1 else None
    assert (
        "".join(deputy.name for deputy in now.serving),
        "".join(deputy.name for deputy, _ in now.left),
        vacant,
    ) == expected


@pytest.mark.parametrize(("today", "known"), [(date(2018, 3, 7), 0), (date(2018, 3, 8), 1)])
def test_a_vacancy_is_told_once_it_was_announced(folder: Write, today: date, known: int) -> None:
    records = check_folder(folder(polled(vacancies=RESIGNED)), today).as_of(today).records
    assert len(records.of(Constituency)[0].vacancies) == known


@pytest.mark.parametrize(
    ("voters", "registered", "participants", "state"),
    [
        ("1000", "1000", "499", State.VOID),
        ("1000", "1000", "500", State.COMPLETE),  # exactly half: the province's words contradict themselves
        ("1000", "1000", "501", State.COMPLETE),
        ("", "1000", "499", State.COMPLETE),  # how many were registered when it was held is not recorded
        ("990", "1000", "499", State.COMPLETE),  # enough by one count, too few by the other
        ("1100", "1000", "499", State.VOID),
    ],
)
def test_a_by_election_is_void_for_its_own_voters_alone(
    folder: Write, voters: str, registered: str, participants: str, state: State
) -> None:
    came = vote("丙 300 yes", participants=participants, returned=participants)
    own = f"reason: 甲调离。{f', voters: {voters}' if voters else ''}"
    gansu, held = election(more="province: gansu\n"), filled(own, came, "2018-08-20")
    (_, by_election) = polls(folder, gansu, voters=registered, by_elections=held)
    assert Outcome(by_election).state is state


OFF = "cancelled: {decided_on: %s, by: 区人大常委会, reason: 候选人退出。}"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (OFF % "2018-06-19", []),
        (OFF % "2018-06-20", []),
        (OFF % "2018-06-21", ["C289"]),
        (OFF % "unknown", []),
        (f"{OFF % '2018-06-19'}, participants: 800", ["C289"]),
    ],
)
def test_a_vote_that_was_called_off_was_not_held(folder: Write, more: str, expected: list[str]) -> None:
    election = f"[{{day: 2018-06-20, announced: 2018-06-01, seats: 1, reason: 甲调离。, {more}}}]"
    assert ids(folder, polled(by_elections=election)) == expected


def test_a_vote_that_was_called_off_is_neither_to_come_nor_owed(folder: Write) -> None:
    off = OFF % "2018-06-10"
    election = f"[{{day: 2018-06-20, announced: 2018-06-01, seats: 1, replaces: 甲, {off}}}]"
    content = folder(polled(vacancies=RESIGNED, by_elections=election))
    for today, known in ((date(2018, 6, 9), True), (date(2018, 6, 10), False)):
        records = check_folder(content, today).as_of(today).records
        statute = Statute.of(records.one(Election), today)
        assert bool([*coming_votes(records, statute, today)]) is known
        assert ("补选结果" in {duty.name for duty in duties(records, statute, today)}) is False
    page = text(rendered("constituencies", content, date(2018, 7, 1))["areas/town/county-1/"])
    assert "甲2018年3月5日辞职，区人大常委会接受，2018年3月8日公告（选举法（2015年）第五十四条第二款）。" in page
    assert "补选（取消了）" in page
    assert "现在的代表记录里没有在任的代表" in page
    assert "补选1名代表。" not in page
    assert "原定2018年6月20日的补选取消了。2018年6月10日，区人大常委会决定取消，原因：候选人退出。" in page
    assert "原因：甲辞职。" in page


def test_a_cancelled_rerun_is_no_vote_that_was_held(folder: Write) -> None:
    off = "{decided_on: 2017-07-01, by: 区选举委员会, reason: 候选人退出。}"
    lines = {name: day.replace("2016", "2017") for name, day in LISTS.items()}
    lines |= {"seats": "2", "voters": "1000", "candidates": "[甲, 乙, 丙]", "result_list": "2017-07-09"}
    lines["vote"] = vote("甲 500 yes", "乙 300", participants="800", returned="800")
    lines["reruns"] = f"[{{seats: 1, day: 2017-07-05, cancelled: {off}}}]"
    gansu = election(more="province: gansu\n", year=2017)
    assert {"C210", "C237"} <= set(ids(folder, town(constituency(**lines)), gansu, today=date(2017, 8, 1)))
