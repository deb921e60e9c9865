"""Each check at its boundary: what it says on either side. Its text and place are in fixtures/."""

import re
from datetime import date

import pytest

from huanjie.checks.report import check_folder
from tests.conftest import FIXTURES, Write

TODAY = date(2026, 11, 24)
MEETING = "meetings/2016-05-31.yml"
SMALLEST = {
    path: (FIXTURES / "smallest" / path).read_text("utf-8") for path in (MEETING, "election.yml", "sources.yml")
}
POLICY = "title: 宣传方案\nsort: 方案\nsummary: 宣传换届选举。\nsource: report\n"


def ids(folder: Write, files: dict[str, str]) -> list[str]:
    return [finding.id for finding in check_folder(folder({**files}), TODAY).findings]


def totals(*lines: str) -> dict[str, str]:
    """The election with other totals."""
    before, _, _ = SMALLEST["election.yml"].partition("totals:\n")
    return {"election.yml": f"{before}totals:\n" + "".join(f"  - {line}\n" for line in lines)}


def meeting(more: str, **lines: str) -> dict[str, str]:
    """The meeting with more fields, or other lines."""
    text = SMALLEST[MEETING]
    for name, value in lines.items():
        text = re.sub(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
    return {MEETING: text + more}


WHOLE, TOWNS = "{of: 选区, value: 120}", "{of: 选区, area: 乡镇, value: 77}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((WHOLE, TOWNS, "{of: 选区, area: 街道, value: 43}"), []),
        ((WHOLE, TOWNS, "{of: 选区, area: 街道, value: 42}"), ["E201"]),
        ((WHOLE, TOWNS, "{of: 选区, area: 街道, value: 44}"), ["E201"]),
        ((WHOLE, TOWNS), []),  # only one kind of area: no sum
        ((WHOLE, TOWNS, "{of: 选区, area: 街道, value: unknown}"), []),  # a gap has no sum
        ((TOWNS, "{of: 选区, area: 街道, value: 42}"), []),  # no total to compare with
        ((WHOLE, TOWNS, "{of: 登记选民, area: 街道, value: 42}"), []),  # other things are not added
    ],
)
def test_the_parts_add_up_to_the_total(folder: Write, lines: tuple[str, ...], expected: list[str]) -> None:
    assert ids(folder, totals(*lines)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{of: 选区, value: [120, 121]}", ["E202"]),
        ("{of: 选区, value: [120, 121], note: 没有解释}", []),
        ("{of: 选区, value: [120, {value: 120, source: report}]}", []),  # they agree
        ("{of: 选区, value: [120, unknown]}", []),
    ],
)
def test_sources_that_disagree_are_explained(folder: Write, line: str, expected: list[str]) -> None:
    assert ids(folder, totals(line)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((WHOLE, WHOLE), ["E203"]),
        ((WHOLE, WHOLE, WHOLE), ["E203", "E203"]),
        ((WHOLE, TOWNS), []),
        (("{of: 登记选民, level: 县级, value: 9}", "{of: 登记选民, value: 9}"), []),
    ],
)
def test_a_total_is_given_once(folder: Write, lines: tuple[str, ...], expected: list[str]) -> None:
    assert ids(folder, totals(*lines)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{of: 代表, level: 县级, value: 20}", []),
        ("{of: 代表, level: 乡级, value: 20}", ["E204"]),  # no such congress is elected
        ("{of: 代表, value: 20}", ["E204"]),
        ("{of: 登记选民, value: 20}", []),
    ],
)
def test_a_total_of_deputies_says_of_which_congress(folder: Write, line: str, expected: list[str]) -> None:
    assert ids(folder, totals(line)) == expected


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        ("{due: 20, present: 19}", []),
        ("{due: 20, present: 20}", []),  # everybody came
        ("{due: 20, present: 21}", ["M201"]),
        ("{due: [20, 30], present: 21}", []),  # one of the sources allows it
        ("{due: unknown, present: 21}", []),
        ("{present: 21}", []),
        ("{posts: {name: 院长, due: 1, present: 2}, groups: {name: 书记, due: 1, present: 2}}", ["M201", "M201"]),
    ],
)
def test_no_more_are_present_than_due(folder: Write, attendance: str, expected: list[str]) -> None:
    assert ids(folder, meeting(f"attendance: {attendance}\n")) == expected


@pytest.mark.parametrize(
    ("sort", "level", "due", "expected"),
    [
        ("预备会议", "县级", "20", []),
        ("预备会议", "县级", "19", ["M202"]),
        ("代表大会会议", "县级", "21", ["M202"]),
        ("代表大会会议", "县级", "[20, 21]", ["M202"]),
        ("预备会议", "乡级", "21", []),  # the total of that level is not recorded
        ("预备会议", "县级", "unknown", []),
        ("推进会", "县级", "21", []),  # no session of the congress
    ],
)
def test_all_deputies_are_due_at_a_session(folder: Write, sort: str, level: str, due: str, expected: list[str]) -> None:
    assert ids(folder, meeting(f"level: {level}\nattendance: {{due: {due}}}\n", sort=sort)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2016-05-31", []),
        ("2016-05-30", ["M204"]),
        ("2016-06-01", ["M204"]),
        ("[2016-05-30, 2016-05-31]", []),  # one of the sources has it
        ("2016-05", []),  # not exact: nothing to compare
        ("unknown-05-30", []),
        ("unknown", []),
    ],
)
def test_the_name_of_the_file_has_the_day_of_the_meeting(folder: Write, day: str, expected: list[str]) -> None:
    assert ids(folder, meeting("", date=day)) == expected


@pytest.mark.parametrize(
    ("day", "attendance", "expected"),
    [
        ("2026-11-23", "present: 20", []),
        ("2026-11-24", "present: 20", []),  # today
        ("2026-11-25", "present: 20", ["M205"]),
        ("2026-11-25", "due: 20", []),  # due is known before
        ("2026-12", "present: 20", []),
    ],
)
def test_nobody_is_present_before_the_day(folder: Write, day: str, attendance: str, expected: list[str]) -> None:
    held = meeting(f"attendance: {{{attendance}}}\n", date=day)[MEETING]
    assert ids(folder, {"meetings/next.yml": held}) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("[舒某, 王某]", []),
        ("[舒某, 王某, 舒某]", ["M206"]),
        ("[舒某, {name: 舒某, posts: 区长}]", []),  # the post tells them apart
        ("[unknown, unknown]", ["M206"]),
    ],
)
def test_a_name_is_on_the_list_once(folder: Write, people: str, expected: list[str]) -> None:
    assert ids(folder, meeting(f"attendance: {{people: {people}}}\n")) == expected


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("{text: 公布, due: 2026-11-23}", ["M207"]),
        ("{text: 公布, due: 2026-11-24}", []),  # the day itself is still in time
        ("{text: 公布, due: 2026-11-25}", []),
        ("{text: 公布, due: 2026-11-23, outcome: 办完}", []),
        ("{text: 公布, due: 2026-10}", []),
        ("{text: 公布, due: unknown}", []),
        ("公布", []),
    ],
)
def test_a_decision_past_its_day_has_an_outcome(folder: Write, decision: str, expected: list[str]) -> None:
    assert ids(folder, meeting(f"decisions:\n  - {decision}\n")) == expected


@pytest.mark.parametrize(
    ("effective", "expected"),
    [("2016-05-19", ["P201"]), ("2016-05-20", []), ("2016-05-21", []), ("2016-05", []), ("unknown", [])],
)
def test_a_policy_is_in_force_no_sooner_than_issued(folder: Write, effective: str, expected: list[str]) -> None:
    assert ids(folder, {"policies/plan.yml": f"{POLICY}issued_on: 2016-05-20\neffective_on: {effective}\n"}) == expected


@pytest.mark.parametrize(("replaced", "expected"), [("plan", ["P202"]), ("old", []), ("[old, plan]", ["P202"])])
def test_a_policy_replaces_another(folder: Write, replaced: str, expected: list[str]) -> None:
    files = {"policies/plan.yml": f"{POLICY}replaces: {replaced}\n", "policies/old.yml": POLICY}
    assert ids(folder, files) == expected


@pytest.mark.parametrize(
    ("retrieved", "expected"),
    [("2016-06-28", ["S302"]), ("2016-06-29", []), ("2016-06-30", []), ("2016-06", []), ("unknown", [])],
)
def test_a_source_is_retrieved_no_sooner_than_published(folder: Write, retrieved: str, expected: list[str]) -> None:
    assert ids(folder, {"sources.yml": f"{SMALLEST['sources.yml']}  retrieved_on: {retrieved}\n"}) == expected


@pytest.mark.parametrize(
    ("cited", "expected"), [("", ["S301"]), ("place: {value: 礼堂, source: minutes}\n", []), ("source: minutes\n", [])]
)
def test_every_source_is_cited(folder: Write, cited: str, expected: list[str]) -> None:
    sources = f"{SMALLEST['sources.yml']}- {{id: minutes, label: 记录, summary: 会议记录。}}\n"
    text = (
        meeting(cited)[MEETING] if not cited.startswith("source") else meeting("", source="[report, minutes]")[MEETING]
    )
    assert ids(folder, {"sources.yml": sources, MEETING: text}) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["M203", "S303"]),
        ("speeches:\n  - {speaker: 张三, points: [{text: 一, themes: progress}]}\n", ["M203"]),  # its page is not empty
        ("themes: progress\n", []),
    ],
)
def test_every_meeting_has_a_theme_and_every_theme_a_record(folder: Write, more: str, expected: list[str]) -> None:
    bare = SMALLEST[MEETING].replace("themes: progress\n", "")
    assert ids(folder, {MEETING: bare + more}) == expected


def test_a_meeting_without_theme_is_told_which_themes_there_are(folder: Write) -> None:
    reported = check_folder(folder({MEETING: SMALLEST[MEETING].replace("themes: progress\n", "")}), TODAY).findings
    (theme,) = (finding for finding in reported if finding.id == "M203")
    assert theme.right == "请加一行 themes: […]，写主题的编号，可以有几个；有：progress（工作进展）"


def test_rules_are_not_asked_of_records_that_could_not_all_be_read(folder: Write) -> None:
    files = {**meeting("attendance: {due: 20, present: 21}\n"), "meetings/a.yml": "title\n"}
    assert ids(folder, files) == ["S116"]


def steps(event: str, day: str) -> dict[str, str]:
    """The election with one step on another day."""
    text = SMALLEST["election.yml"]
    if f"event: {event}," in text:
        return {"election.yml": re.sub(rf"(event: {event}, day: )[0-9-]+", rf"\g<1>{day}", text)}
    return {"election.yml": text.replace("steps:\n", f"steps:\n  - {{event: {event}, day: {day}}}\n")}


@pytest.mark.parametrize(
    ("event", "day", "expected"),
    [
        ("voter-list-published", "2016-06-07", []),  # 21 days before: a day to spare
        ("voter-list-published", "2016-06-08", ["L202"]),  # 20: the very day
        ("voter-list-published", "2016-06-09", ["L201"]),  # 19: a day late
        ("voter-list-published", "2016-06", []),  # not known to the day
        ("voter-list-published", "unknown", []),  # a gap in the record is not a breach
        ("nominees-published", "2016-06-12", []),
        ("nominees-published", "2016-06-13", ["L202"]),
        ("nominees-published", "2016-06-14", ["L201"]),
        ("formal-candidates-published", "2016-06-20", []),
        ("formal-candidates-published", "2016-06-21", ["L202"]),
        ("formal-candidates-published", "2016-06-22", ["L201"]),
        ("voter-suit-judged", "2016-06-27", []),  # before polling day, with no other reading
        ("voter-suit-judged", "2016-06-28", ["L201"]),
        ("candidate-introduction", "2016-06-27", []),
        ("candidate-introduction", "2016-06-28", ["L201"]),  # not on polling day
        ("objection-filed", "2016-06-05", []),  # counts from the list of 1 June
        ("objection-filed", "2016-06-06", ["L202"]),
        ("objection-filed", "2016-06-07", ["L201"]),
    ],
)
def test_every_dated_step_is_held_to_its_deadline(folder: Write, event: str, day: str, expected: list[str]) -> None:
    assert ids(folder, steps(event, day)) == expected


@pytest.mark.parametrize(
    ("posted", "expected"),
    [("2016-06-15", ["L201"]), ("2016-06-16", ["L201", "L209"])],  # 8 days later is 23 June, the last day for court
)
def test_a_late_list_squeezes_objections(folder: Write, posted: str, expected: list[str]) -> None:
    assert ids(folder, steps("voter-list-published", posted)) == expected


def test_a_breach_never_stops_a_build_and_says_day_days_and_article(folder: Write) -> None:
    report = check_folder(folder({**steps("voter-list-published", "2016-06-09")}), TODAY)
    assert not report.refused
    (breach,) = report.findings
    assert breach.message == (
        "公布选民名单“2016-06-09”，比期限晚 1 天；最迟应在 2016-06-08"
        "（选举日 2016年6月28日 减 20 天 = 2016年6月8日，选举法（2015 年）第二十七条）"
    )
