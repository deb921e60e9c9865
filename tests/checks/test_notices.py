"""Checks on notices as of a day on which not all of them had been posted."""

from datetime import date

from huanjie.checks.report import check_folder
from tests.conftest import Write
from tests.support.towns import TODAY

NOTICE = "title: 关于选民登记的公告\nissuer: 示例区选举委员会\ntext: 请登记。\nposted_on: "


def test_a_notice_that_replaces_one_still_to_come_is_told_once_both_are_posted(folder: Write) -> None:
    content = folder(
        {
            "notices/a.yml": f"{NOTICE}2016-05-01\nreplaces: b\n",
            "notices/b.yml": f"{NOTICE}2016-05-10\n",
        }
    )
    report = check_folder(content, TODAY)
    assert [finding.id for finding in report.findings] == ["N202"]
    assert "N202" not in [finding.id for finding in report.as_of(date(2016, 5, 5)).findings]
