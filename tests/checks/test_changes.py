"""Checks on what happened to a meeting, each at its boundary."""

import pytest

from tests.conftest import FIXTURES, Write
from tests.support.towns import ids

MEETING = (FIXTURES / "smallest" / "meetings" / "2016-05-31.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("changes: [{sort: 取消, reason: 下大雨。}]", []),
        ("changes: [{sort: 取消, reason: 下大雨。}]\nattendance: {due: 20}", []),  # who was asked to come
        ("changes: [{sort: 取消, reason: 下大雨。}]\nattendance: {present: 20}", ["M208"]),
        ("changes: [{sort: 取消, reason: 下大雨。}]\nattendance: {groups: [{name: 村干部, present: 20}]}", ["M208"]),
        ("changes: [{sort: 取消, reason: 下大雨。}]\nvenues: [{name: 礼堂, present: 20}]", ["M208"]),
        ("changes: [{sort: 取消, reason: 下大雨。}]\ndecisions: 名单", ["M208"]),
        ("changes: [{sort: 改期, reason: 下大雨。}]\nattendance: {present: 20}", []),
        ("until: 2016-05-30", ["M209"]),
        ("until: 2016-05-31", []),
        ("until: unknown", []),
        ("minutes: 2016-05-30", ["M210"]),
        ("minutes: 2016-05-31", []),
        ("venues: [{name: 甲, present: 1}, {name: 乙, present: 2}]\nattendance: {present: 3}", []),
        ("venues: [{name: 甲, present: 1}, {name: 乙, present: 2}]\nattendance: {present: 4}", ["M211"]),
        ("venues: [{name: 甲, present: 1}, 乙]\nattendance: {present: 4}", []),
        ("venues: [{name: 甲, present: 1}]\nattendance: {present: {value: 4, about: 四人左右}}", []),
        ("venues: [{name: 甲, present: {value: 1, about: 一人左右}}]\nattendance: {present: 4}", []),
        ("attendance: {present: 4}", []),
    ],
)
def test_what_is_said_of_a_meeting_can_have_happened(folder: Write, more: str, expected: list[str]) -> None:
    assert ids(folder, {"meetings/2016-05-31.yml": f"{MEETING}{more}\n"}) == expected
