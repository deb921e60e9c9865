"""Checks on citations: one without its year, in a record of a day on which another version was in force."""

import pytest

from tests.conftest import Write
from tests.support.towns import ids, messages

TOLD = (
    "“选举法第二十八条”没有写年份：{day} 施行的是 2020 年版，那里是“公布选民名单”；"
    "这次选举适用 2015 年版，这里是“对选民名单有意见怎么办”；"
    "指前一条的，请写“2015 年选举法第二十七条”；指后一条的，请写“2015 年选举法第二十八条”"
)


def meeting(summary: str, day: str = "2021-05-31") -> dict[str, str | bytes]:
    """Write a meeting of a day; the election of the tests is of June 2016."""
    lines = f"title: 示例区座谈会\ndate: {day}\nsort: 其他会议\nsummary: {summary}\nsource: report\nthemes: progress\n"
    return {f"meetings/{day}.yml": lines}


@pytest.mark.parametrize(
    ("summary", "day", "expected"),
    [
        ("照选举法第二十八条办。", "2020-10-18", ["L213"]),  # the first day of the new version
        ("照选举法第二十八条办。", "2020-10-17", []),
        ("照选举法第二十八条办。", "2014-05-31", []),  # the pack has no version of that day
        ("照选举法第二十八条办。", "2021", []),  # known by its year alone
        ("照选举法第一条办。", "2021-05-31", []),  # the same article in both
        ("照选举法第三条办。", "2021-05-31", ["L213"]),
        ("照选举法第六十条办。", "2021-05-31", ["L207"]),  # of 2015 has none
        ("照 2015 年选举法第二十七条办。", "2021-05-31", []),  # what the message says to write
        ("照 2015 年选举法第二十八条办。", "2021-05-31", []),
        ("照 2010 年选举法第二十八条办。", "2021-05-31", []),  # a year, if one of no version
        ("照选举法第二十八条和同法第二十九条办。", "2021-05-31", ["L213"]),
        ("照刑法第二百五十六条办。", "2021-05-31", []),  # one version all along
    ],
)
def test_a_citation_without_its_year_is_told_where_it_may_mean_two_articles(
    folder: Write, summary: str, day: str, expected: list[str]
) -> None:
    assert ids(folder, meeting(summary, day)) == expected


def test_both_articles_are_named_and_how_to_write_either(folder: Write) -> None:
    assert messages(folder, meeting("照选举法第二十八条办。")) == [TOLD.format(day="2021-05-31")]


def test_the_cure_of_an_old_number_is_no_citation_without_its_year(folder: Write) -> None:
    (message,) = messages(folder, meeting("照 2020 年选举法第二十八条办。"))
    assert message.endswith("请改成“2015 年选举法第二十七条”")
