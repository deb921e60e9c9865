"""Findings as people, programs and a CI run see them."""

import gc
import json
from dataclasses import replace
from time import process_time

import pytest

from huanjie.content.reading import reading
from huanjie.findings import (
    BREACH,
    ERROR,
    NOTICE,
    WARNING,
    Finding,
    Severity,
    as_github,
    as_json,
    as_text,
    near_misses,
    ordered,
    summary,
    summed,
    width,
)
from huanjie.pages.shared.rendering import render_part
from huanjie.yaml_text import Fix, Place


def finding(at: Place, name: str = "M103", severity: Severity = ERROR) -> Finding:
    return Finding(at, "日期“5月”不对", "请写成 2016-05", name, severity)


def excerpt(line: str, column: int, length: int) -> list[str]:
    """The two lines under the message."""
    return as_text([finding(Place("a.yml", 1, column, length))], lambda _: [line]).split("\n")[1:]


@pytest.mark.parametrize(
    ("line", "column", "length", "shown"),
    [
        ("date: 5", 7, 1, ["date: 5", "      ^"]),
        ("日期: 五月", 5, 2, ["日期: 五月", "      ^^^^"]),  # two columns for a Chinese character
        ("a: é五", 4, 3, ["a: é五", "   ^^^"]),  # none for a combining accent
        ("a: 五月", 4, 0, ["a: 五月", "   ^^^^"]),  # no length: to the end of the line
        ("a: 五月   ", 4, 0, ["a: 五月   ", "   ^^^^"]),
        ("a:", 3, 0, ["a:", "  ^"]),  # right after the end
        ("a:\tb", 4, 1, ["a: b", "   ^"]),  # a tab is shown as one space, so that the caret fits
        ("a: x\0y", 5, 1, ["a: x�y", "    ^"]),
        ("a: x\u202ey", 5, 1, ["a: x�y", "    ^"]),  # never let the text turn the terminal round
        ("a: " + "字" * 200, 101, 1, [f"{'字' * 100}", f"{'  ' * 50}^^"]),  # a window of a long line
        ("a: " + "b" * 200, 4, 0, [f"a: {'b' * 97}", f"   {'^' * 97}"]),
    ],
)
def test_the_caret_stands_under_what_is_meant(line: str, column: int, length: int, shown: list[str]) -> None:
    assert excerpt(line, column, length) == [f"    1 | {shown[0]}", f"      | {shown[1]}"]


@pytest.mark.parametrize(
    ("lines", "line"),
    [([], 1), (["a: 1"], 2), (["a: 1", ""], 2), (["a: 1", "   "], 2), (["a: 1"], 0)],
    ids=["no such file", "after the end", "empty line", "blank line", "no line"],
)
def test_without_a_line_to_show_the_message_stands_alone(lines: list[str], line: int) -> None:
    told = as_text([finding(Place("a.yml", line))], lambda _: lines, "content/")
    assert told == f"content/a.yml:{line}:1: 错误 M103 日期“5月”不对；请写成 2016-05"


def test_the_last_line_is_shown_without_a_newline_too() -> None:
    assert as_text([finding(Place("a.yml", 2, 4, 1))], lambda _: ["a: 1", "b: 2"]).split("\n")[1:] == [
        "    2 | b: 2",
        "      |    ^",
    ]


@pytest.mark.parametrize(
    ("fixes", "shown"),
    [
        ([Fix(Place("a.yml", 1, 4, 2), "2016-05")], ["改成 | a: 2016-05  # 五月"]),
        ([Fix(Place("a.yml", 1, 1, 0), "b: 1")], ["改成 | b: 1"]),  # no length: to the end of the line
        ([Fix(Place("a.yml", 1), None)], []),  # the line goes
        ([Fix(Place("a.yml", 1, 1, 1), "b"), Fix(Place("a.yml", 1, 4, 2), "2")], []),  # more than one change
    ],
)
def test_the_line_is_shown_as_it_would_be_right(fixes: list[Fix], shown: list[str]) -> None:
    one = replace(finding(Place("a.yml", 1, 4, 2)), fixes=tuple(fixes))
    told = as_text([one], lambda _: ["a: 五月  # 五月"]).split("\n")[3:]
    assert [line.strip() for line in told] == shown


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("ab", 2), ("五月", 4), ("（", 2), ("e\u0301", 1), ("“", 1)])
def test_width_is_what_a_terminal_gives(text: str, columns: int) -> None:
    assert width(text) == columns


def test_json_is_an_array_of_objects() -> None:
    at = Place("a.yml", 2, 7, 4)
    told = as_json([replace(finding(at, severity=WARNING), fixes=(Fix(at, "2016-05"),))], "content/")
    assert json.loads(told) == [
        {
            "id": "M103",
            "severity": "warning",
            "file": "content/a.yml",
            "line": 2,
            "column": 7,
            "length": 4,
            "wrong": "日期“5月”不对",
            "right": "请写成 2016-05",
            "cures": [{"line": 2, "column": 7, "length": 4, "new": "2016-05"}],
            "count": 1,
        }
    ]
    assert as_json([]) == "[]"


@pytest.mark.parametrize(
    ("severity", "level", "word"),
    [
        (ERROR, "error", "错误"),
        (WARNING, "warning", "警告"),
        (BREACH, "notice", "与法律不符"),
        (NOTICE, "notice", "提示"),
    ],
)
def test_github_annotates_the_line(severity: Severity, level: str, word: str) -> None:
    told = as_github([finding(Place("a.yml", 2, 7, 4), severity=severity)], "content/")
    assert told == f"::{level} file=content/a.yml,line=2,col=7,title={word} M103::日期“5月”不对；请写成 2016-05"


def test_github_escapes_what_would_end_a_command() -> None:
    told = as_github([Finding(Place("a:b,c.yml"), "50%\r\n::error::", "x,y:z", "M103")])
    assert told == "::error file=a%3Ab%2Cc.yml,line=1,col=1,title=错误 M103::50%25\\r\\n::error::；x,y:z"


def test_findings_are_in_order_of_place_then_id_and_each_is_told_once() -> None:
    first, second, third, fourth = (
        finding(Place("a.yml", 2, 9)),
        finding(Place("a.yml", 10, 1), "M101"),
        finding(Place("a.yml", 10, 1), "M102"),
        finding(Place("b.yml", 1, 1)),
    )
    assert ordered([fourth, third, first, second, third]) == (first, second, third, fourth)


def test_the_summary_counts_the_heaviest_first() -> None:
    several = [finding(Place("a.yml"), severity=severity) for severity in (NOTICE, ERROR, WARNING, BREACH, ERROR)]
    assert summary(several) == "2 个错误，1 个警告，1 个与法律不符，1 个提示"
    assert summary([]) == ""


@pytest.mark.parametrize(
    ("typed", "near"),
    [("titel", ("title",)), ("seat", ("seats",)), ("zzz", ()), ("", ()), ("place", ("place",))],
)
def test_near_misses_are_the_names_probably_meant(typed: str, near: tuple[str, ...]) -> None:
    assert near_misses(typed, ["title", "seats", "place"]) == near


def many(count: int, name: str = "M101", file: str = "a.yml") -> list[Finding]:
    return [finding(Place(file, line), name) for line in range(1, count + 1)]


@pytest.mark.parametrize(("count", "rest"), [(1, 0), (10, 0), (11, 1), (20_000, 19_990)])
def test_findings_of_one_kind_in_one_file_are_summed_up_after_ten(count: int, rest: int) -> None:
    told = [*summed(many(count))]
    assert [one.at.line for one in told] == [*range(1, min(count, 11) + 1)]
    assert [one.rest for one in told] == [0] * min(count, 10) + [rest] * (rest > 0)
    assert sum(one.count for one in told) == count


def test_what_is_summed_up_stands_among_the_others_in_their_order() -> None:
    several = [*many(12), finding(Place("a.yml", 11), "M102"), *many(11, file="b.yml"), finding(Place("b.yml", 99))]
    told = [(one.at.file, one.at.line, one.id, one.rest) for one in summed(ordered(several))]
    assert told == [
        *(("a.yml", line, "M101", 0) for line in range(1, 11)),
        ("a.yml", 11, "M101", 2),
        ("a.yml", 11, "M102", 0),
        *(("b.yml", line, "M101", 0) for line in range(1, 11)),
        ("b.yml", 11, "M101", 1),
        ("b.yml", 99, "M103", 0),
    ]


def test_every_form_sums_up() -> None:
    several, last = many(20_000), "另有 19,990 处同样的问题（M101），都在这个文件里；改好上面的再看"
    lines = ["x: 1"] * 20_000
    text = as_text(several, lambda _: lines, "content/").split("\n")
    assert len(text) == 10 * 3 + 1
    assert text[-1] == f"content/a.yml:11:1: 错误 M101 {last}"
    assert as_github(several).split("\n")[10:] == [f"::error file=a.yml,line=11,col=1,title=错误 M101::{last}"]
    told = json.loads(as_json(several))
    assert (len(told), told[-1]["count"], sum(one["count"] for one in told)) == (11, 19_990, 20_000)
    assert summary(several) == "20000 个错误"


def test_a_preview_sums_up_too() -> None:
    page = render_part(
        "shared/preview_panel.html", errors=[*summed(many(20_000)), *many(30, "M103")], here=(), links={}
    )
    assert "另有 19,990 处同样的问题" in page
    assert page.count("<li>") == 20
    assert "还有 21 个错误" in page


@pytest.mark.parametrize(
    "key", ["key{}x: 甲\n", "时间{}: 甲\n", "titl{}: 甲\n", '"{}\\n": 甲\n', "- {}\n", "{}: 甲\nb: 1\n"]
)
def test_thousands_of_findings_in_one_file_take_time_in_proportion(key: str) -> None:
    def seconds(count: int) -> float:
        gc.collect()  # what other tests left is not looked through while this one is measured
        text = "".join(key.format(number) for number in range(count))
        raw = text.encode() if key.startswith("-") else f"title: 示例\n{text}".encode()
        start = process_time()
        told = reading((f"meetings/{count}.yml", raw)).findings
        as_text(told, lambda _: text.split("\n"))
        as_json(told)
        as_github(told)
        return process_time() - start

    seconds(100)  # what is built once
    few, many = (min(seconds(count) for _ in range(2)) for count in (2_000, 20_000))
    assert many < 15 * few + 0.5
    assert many < 10
