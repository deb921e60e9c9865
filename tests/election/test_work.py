"""The state of work on a day: known once the day has come, each check at its boundary, and on the pages."""

from datetime import date

import pytest

from tests.conftest import Write
from tests.support.pages import rendered, text
from tests.support.towns import ELECTION, constituency, ids, town

Files = dict[str, str | bytes]
FIRST = "day: 2016-06-05, what: 选民登记, of: 村, completed: 76, total: 81"


def done(*reports: str) -> Files:
    return {"election.yml": f"{ELECTION}work_done:\n" + "".join(f"  - {{{report}}}\n" for report in reports)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (done(FIRST), []),
        (done(FIRST.replace("76", "81")), []),
        (done(FIRST.replace("76", "82")), ["E220"]),
        (done(FIRST.replace("76", "unknown")), []),
        (done(FIRST.replace("81", "[81, 82]")), []),
        (done(FIRST, FIRST.replace("06-05", "06-08")), []),
        (done(FIRST, FIRST.replace("06-05", "06-08").replace("76", "75")), ["E221"]),
        (done(FIRST.replace("06-05", "06-08").replace("76", "75"), FIRST), ["E221"]),  # in whichever order
        (done(FIRST, FIRST.replace("06-05", "06-08").replace("76", "75") + ", note: 前一次多报了。"), []),
        (done(FIRST, FIRST.replace("06-05", "06-08").replace("76", "75").replace("选民登记", "发选民证")), []),
        (done(FIRST, FIRST.replace("06-05", "06-08").replace("76", "75").replace("of: 村", "of: 社区")), []),
    ],
)
def test_work_grows_and_is_not_more_than_there_is(folder: Write, files: Files, expected: list[str]) -> None:
    assert ids(folder, files) == expected


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("of: 选区, completed: 1, total: 2", []),
        ("of: 选区, completed: 1, total: 3", ["E222"]),
        ("of: 选区, completed: 1, total: 3, note: 一个没有录入。", []),
        ("of: 选区, completed: 1, total: unknown", []),
        ("of: 村, completed: 1, total: 2", ["E222"]),
        ("of: 村和社区, completed: 1, total: 2", []),
        ("of: 单位, completed: 1, total: 2", []),  # none is recorded
        ("of: 选民小组, completed: 1, total: 9", []),  # records have none
    ],
)
def test_the_whole_is_compared_with_what_is_recorded(folder: Write, work: str, expected: list[str]) -> None:
    constituencies = [constituency(number, covers=f"[{name}]") for number, name in ((1, "东村"), (2, "西社区"))]
    places = "[东村, {name: 西社区, sort: 社区}]"
    files = town(*constituencies, localities=places, work_done=f"[{{day: 2016-06-05, what: 登记, {work}}}]")
    assert ids(folder, files) == expected


def test_the_pages_tell_the_newest_first_and_nothing_before_its_day(folder: Write) -> None:
    later = FIRST.replace("06-05", "06-08").replace("76", "81")
    own = town(constituency(), work_done="[{day: 2016-06-07, what: 选民登记, of: 选区, completed: 1, total: 1}]")
    content = folder(done(FIRST, later) | own)
    page = text(rendered("progress", content, date(2016, 6, 8))["progress/"])
    assert "2016年6月8日选民登记81个村" in page
    assert page.index("2016年6月8日选民登记") < page.index("2016年6月5日选民登记76个村")
    assert "2016年6月8日选民登记" not in text(rendered("progress", content, date(2016, 6, 7))["progress/"])
    for subject, address in (("by_area", "progress/areas/town/"), ("areas", "areas/town/")):
        assert "2016年6月7日选民登记1个选区" in text(rendered(subject, content, date(2016, 6, 8), [address])[address])
        assert "选民登记1个" not in text(rendered(subject, content, date(2016, 6, 6), [address])[address])
