"""The pages of the kinds that not every election has: none without records, and all of them well-formed and linked."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import FIXTURES
from tests.support.pages import AREA, BODIES, edition, made, rendered, texts

SUBJECTS = ("questions", "discipline", "coverage", "stories", "notices", "corrections", "structure", "bodies")
AMONG = {"questions": ("questions/", "questions/proxy/", "questions/when-the-list-is-posted/", "questions/topics/9/")}


@pytest.mark.parametrize("subject", SUBJECTS[1:])  # questions come with the pack
def test_without_records_there_is_no_page(subject: str) -> None:
    assert list(made(subject, edition(FIXTURES / "smallest"))) == []


def test_a_folder_with_every_kind_makes_all_these_pages(every_kind: Path) -> None:
    assert set(rendered("questions", every_kind, among=AMONG["questions"])) == set(AMONG["questions"])
    assert {subject: sorted(rendered(subject, every_kind)) for subject in SUBJECTS[1:]} == {
        "discipline": ["discipline/"],
        "coverage": ["coverage/"],
        "stories": ["stories/", "stories/bridge/", "stories/years/2016/"],
        "notices": ["notices/", "notices/polling-day/"],
        "corrections": ["corrections/"],
        "structure": ["structure/"],
        "bodies": ["bodies/", "bodies/committee/", "bodies/office/"],
    }


def test_ids_are_unique_headings_skip_no_level_and_nothing_is_styled_in_place(every_kind: Path) -> None:
    for subject in SUBJECTS:
        for address, page in rendered(subject, every_kind, among=AMONG.get(subject, ())).items():
            ids = [element.get("id") for element in page.iter() if element.get("id")]
            assert len(ids) == len(set(ids)), address
            levels = [int(str(element.tag)[1]) for element in page.iter() if element.tag in ("h1", "h2", "h3", "h4")]
            assert levels[0] == 1, address
            assert all(now <= before + 1 for before, now in pairwise(levels)), address
            assert [element for element in page.iter() if element.get("style")] == []


def test_every_cell_of_a_table_names_its_column_for_phones(every_kind: Path) -> None:
    for subject in SUBJECTS:
        for page in rendered(subject, every_kind, among=AMONG.get(subject, ())).values():
            for table in page.findall(".//table"):
                columns = texts(table, "./thead/tr/th")[1:]
                for row in table.findall("./tbody/tr"):
                    assert [cell.get("data-label") for cell in row.findall("td")] == columns


@pytest.fixture
def every_kind(tmp_path: Path) -> Path:
    """A content folder with at least one record of each of these kinds."""
    content = tmp_path / "content"
    shutil.copytree(FIXTURES / "smallest", content)
    files = {
        "areas/shili.yml": AREA,
        "bodies.yml": BODIES,
        "questions/proxy.yml": "title: 能不能请人代投？\ntopic: 委托和流动票箱\nshort: 能。\nlocal: yes\n",
        "discipline.yml": "summary: 依法选举。\nsource: report\nchannels: [{title: 举报电话, how: 12380}]\n",
        "coverage.yml": "- {id: task-1, title: 怎样登记, theme: progress, unit: 区融媒体中心, due: 2016-06-01, "
        "channel: 报纸, published: 2016-05-30}\n",
        "stories/bridge.yml": "title: 桥断了\nsummary: 怎样送票。\npublished: 2016-07-01\npassages: 绕路。\n"
        "source: report\n",
        "notices/polling-day.yml": "title: 选举日公告\nissuer: 选举委员会\nposted_on: 2016-06-02\ntext: 六月投票。\n",
        "corrections.yml": "- {id: one, day: 2016-07-02, record: areas/shili, was: 甲, now: 乙, reason: 打错了}\n",
        "structure.yml": "- {id: sex, level: 县级, by: 性别, total: 20, parts: [{name: 男, count: 12}, "
        "{name: 女, count: 8}], published: 2016-07-01, source: report}\n",
    }
    for name, typed in files.items():
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(typed, "utf-8")
    return content
