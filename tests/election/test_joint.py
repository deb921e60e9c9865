"""Results announced for several constituencies at once, each check at its boundary; by-elections; pages and duties."""

from datetime import date

import pytest

from huanjie.checks.report import check_folder
from huanjie.election.duties import duties
from huanjie.law import Statute
from huanjie.model.election import Election
from tests.conftest import Write
from tests.support.pages import rendered, text
from tests.support.towns import LISTS, constituency, election, ids, town
from tests.support.votes import voted

Files = dict[str, str | bytes]
BOTH = "[town/county-1, town/county-2]"
DAY = date(2018, 8, 1)


def joined(*parts: str, constituencies: str = BOTH, **figures: str) -> Files:
    """Two constituencies whose results were published together."""
    lines = ", ".join(f"{name}: {figure}" for name, figure in figures.items())
    records = parts or (constituency(1, seats="1", voters="1000"), constituency(2, seats="2", voters="900"))
    return town(*records, joint_results=f"[{{constituencies: {constituencies}, {lines}}}]")


def figures_of(name: str, own: str = "500") -> str:
    return f"{{participants: 800, returned: 800, tallies: [{{name: {name}, votes: {own}, elected: yes}}]}}"


OWN = (
    voted(1, candidates="[甲, 乙]", vote=figures_of("甲")),
    voted(2, candidates="[丙, 丁]", vote=figures_of("丙")),
)
BY_ELECTION = "[{day: 2018-06-20, announced: 2018-06-01, seats: 1, reason: 调离。%s}]"


def held(number: int, more: str = "") -> str:
    return constituency(number, seats="1", voters="1000", note="还没有结果。", by_elections=BY_ELECTION % more)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (joined(elected="3", names="[甲, 乙, 丙]"), []),
        (joined(elected="3", names="[甲, 乙]"), ["C292"]),
        (joined(elected="3", names="[甲, 乙]", note="一人没有写名字。"), []),
        (joined(names="[甲, 乙]"), []),
        (joined(issued="1800", returned="1800"), []),
        (joined(issued="1800", returned="1801"), ["C292"]),
        (joined(returned="1800", valid="1790", invalid="10"), []),
        (joined(returned="1800", valid="1790", invalid="9"), ["C292"]),
        (joined(returned="1800", valid="1790"), []),
        (joined(constituencies="town/county-1", elected="1"), ["C291"]),
        (joined(*OWN, participants="1600", elected="2"), []),  # each has its own, and they agree
        (joined(*OWN, participants="1601", elected="2"), ["C290"]),
        (joined(*OWN, participants="1600", elected="1"), ["C290"]),
        (joined(*OWN, participants="1601", note="含一名迟到的选民。"), []),
        (joined(held(1), held(2), by_election="2018-06-20", elected="2"), []),
        (joined(held(1), held(2), by_election="2018-06-20", elected="3"), ["C253"]),
        (joined(held(1), held(2), by_election="2018-06-21", elected="2"), ["C272", "C272", "C291", "C291"]),
    ],
)
def test_joint_results_agree_with_themselves_and_their_parts(folder: Write, files: Files, expected: list[str]) -> None:
    assert sorted(ids(folder, files)) == expected


def test_a_by_election_published_with_others_owes_nothing_more(folder: Write) -> None:
    lists = {name: day.replace("2016", "2017") for name, day in LISTS.items()}
    record = constituency(1, **lists, by_elections=BY_ELECTION % "")
    files = joined(record, constituency(2), by_election="2018-06-20", published="2018-06-22")
    content = folder({**election(more="province: gansu\n", year=2017), **files})
    records = check_folder(content, DAY).records
    owed = duties(records, Statute.of(records.one(Election), DAY), DAY)
    own = {duty.name: duty for duty in owed if duty.constituency.number == "1"}
    assert (own["补选结果"].state, own["补选结果"].spare) == ("done", 1)
    assert own["选举结果"].state == "unrecorded"  # a by-election is no result of the term


def test_every_page_of_a_shared_result_tells_its_figures_and_names(folder: Write) -> None:
    north = town(held(3), name="north")
    shared = "[town/county-1, north/county-3]"
    joint = (
        f"[{{constituencies: {shared}, published: 2016-06-30, participants: 1500, issued: 1510, names: [甲, 乙]}},"
        f" {{constituencies: {shared}, published: 2018-06-21, by_election: 2018-06-20, names: [丙, 丁]}}]"
    )
    written = folder(town(held(1), joint_results=joint) | north)
    for address in ("areas/town/county-1/", "areas/north/county-3/"):
        page = text(rendered("constituencies", written, DAY, [address])[address])
        assert "参加投票1,500名，发出选票1,510张，当选2名：甲、乙（没有写明各在哪个选区）。" in page
        assert "的2018年6月20日补选结果合在一起公布（2018年6月21日）：参加投票没有记录，当选2名：丙、丁" in page
        sheet = text(rendered("sheets", written, DAY, [f"{address}notices/"])[f"{address}notices/"])
        assert "参加投票1500名" in sheet.replace(",", "")
        assert "当选代表2名：甲、乙。" in sheet
        assert "当选代表2名：丙、丁。" in sheet
        poster = text(rendered("posters", written, DAY, [f"{address}poster/"])[f"{address}poster/"])
        assert "当选代表2名：甲、乙。" in poster
    results = text(rendered("results", written, DAY, ["results/north/"])["results/north/"])
    assert "1个选区，1个有了结果" in results
    assert "当选2名：甲、乙" in results
    assert "2个选区里，2个已经公布结果" in text(rendered("home", written, DAY, [""])[""])
