"""The invented district in examples/shili: what is found in it, what it shows on a day, what goes unnoticed."""

import random
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from huanjie.checks.report import check_folder
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from tests.support.example import CONTENT, KINDS, TODAY, changes, checked, pages_of, shown

PUT_IN = {  # what the example shows on purpose: a late list, one to the very day, an open seat, an overdue task
    ("areas/changchuan.yml", "C210"),
    ("areas/qingshi.yml", "C211"),
    ("areas/heishui.yml", "C237"),
    ("coverage.yml", "V201"),
}
FEW = ("changchuan", "qingshi", "shuangquan", "shaping")  # areas enough for a change, and soon checked


def test_nothing_is_found_but_what_was_put_in() -> None:
    findings = checked(CONTENT).findings
    assert sorted((finding.at.file, finding.id) for finding in findings) == sorted(PUT_IN)


def test_it_is_a_whole_election() -> None:
    records = checked(CONTENT).records
    levels = [str(one.level) for one in records.of(Constituency)]
    assert (levels.count("县级") >= 110, levels.count("乡级") >= 300) == (True, True)
    areas = records.of(Area)
    assert (len([area for area in areas if area.sort == "街道"]), len(areas)) == (4, 16)
    assert sum(area.population.agreed or 0 for area in areas) == 420_000
    least = {"meetings": 20, "policies": 15, "questions": 60, "stories": 12, "coverage": 40, "corrections": 8}
    assert [kind for kind, count in least.items() if len(records.by_kind[kind]) < count] == []


@pytest.mark.build
def test_what_came_out_of_the_vote_changes_nothing_on_the_site_as_of_the_days_before(tmp_path: Path) -> None:
    """The pages as of 2026-11-10 are the same whether the results are recorded, or others, or none."""
    unvoted = tmp_path / "content"
    shutil.copytree(CONTENT, unvoted)
    for file in (unvoted / "areas").iterdir():
        file.write_text(without_results(file.read_text("utf-8")), "utf-8")
    before = date(2026, 11, 10)
    made, without = pages_of(CONTENT, before), pages_of(unvoted, before)
    assert made.keys() == without.keys()
    assert [address for address, page in made.items() if shown(page) != shown(without[address])] == []
    telling = re.compile("得票过半数|还缺 . 名|票数相等，|合在一起公布")  # notes of an outcome belong to the vote
    pages = {address: shown(page) for address, page in made.items() if address.startswith("areas/")}
    assert [address for address, html in pages.items() if telling.search(html)] == []


def without_results(text: str) -> str:
    """Blank everything that a vote brought, line by line, so that all else stays where it is."""
    lines, inside = [], None
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        if (
            inside is not None
            and line.strip()
            and indent <= inside
            and not (indent == inside and line.strip()[0] == "-")
        ):
            inside = None
        begins = re.match(
            r" *(?:vote|reruns|by_elections|recalls|joint_results|review|workers|result_list|most_mandates):", line
        )
        if inside is None and begins:
            inside = indent
        lines.append("" if inside is not None else line)
    return "\n".join(lines)


@pytest.mark.build
@pytest.mark.parametrize(
    ("day", "address", "there", "hidden"),
    [
        (date(2026, 11, 10), "", '选举日是2026年11月18日<span class="hj-left" data-hj-day="2026-11-18"', "投票已经在"),
        (date(2026, 11, 18), "", "今天是选举日，上午8时开始投票。", "投票率"),
        (date(2026, 11, 24), "", "西关街道第 20 选区另行选举", "今天是选举日"),
        (date(2026, 11, 10), "areas/xiguan/county-20/", "正式候选人名单已经公布", "参加投票的选民"),
        (date(2026, 11, 1), "areas/xiguan/county-20/", "还没有正式候选人的记录。", "初步候选人："),
        (date(2026, 11, 24), "areas/xiguan/county-20/", "当选 2 名，还缺 1 名，2026年11月26日另行选举", "选满了"),
        (date(2026, 11, 12), "areas/nanhu/county-35/", "正式候选人", "不再参选"),
        (date(2026, 11, 14), "areas/nanhu/county-35/", "不再参选", "没有正式候选人"),
        (date(2026, 11, 14), "areas/songpo/county-106/", "2026年11月18日", "推迟"),
        (date(2026, 11, 16), "areas/songpo/county-106/", "投票推迟到2026年11月25日", "结果还没有记录"),
        (date(2026, 11, 21), "areas/shiqiao/township-7/", "再次投票", "选满了。"),
        (date(2026, 11, 24), "", "413 个已经公布结果，其中 2 个没有选满；3 个推迟投票", "今天是选举日"),
        (date(2026, 11, 24), "progress/", '演练会</a><span class="hj-mark">取消</span>', "还没有会议的记录"),
        # a notice says what was so on the day it was posted
        (date(2026, 11, 24), "areas/shiqiao/township-7/notices/", "李成银、赵艳票数相等", "当选代表 2 名"),
        (date(2026, 11, 24), "areas/songpo/county-106/notices/", "最迟2026年11月13日", "最迟2026年11月20日"),
        (date(2026, 11, 24), "areas/yunling/township-1/", "确认代表资格有效", "当选还不是最后确认"),
        (date(2026, 11, 22), "areas/yunling/township-1/", "当选还不是最后确认", "确认代表资格有效"),
    ],
)
def test_the_site_is_as_of_a_day(day: date, address: str, there: str, hidden: str) -> None:
    html = shown(pages_of(CONTENT, day)[address])
    assert (there in html, hidden in html) == (True, False)


@pytest.mark.build
@pytest.mark.parametrize(
    "day", [date(2026, 8, 15), date(2026, 9, 2), date(2026, 10, 12), date(2026, 11, 20), date(2028, 6, 1)]
)
def test_every_page_can_be_shown_as_of_any_day(day: date) -> None:
    assert all(map(shown, pages_of(CONTENT, day).values()))


def smaller(folder: Path) -> Path:
    """Make a content folder of a few areas, which is checked in a fraction of a second."""
    content = folder / "content"
    (content / "areas").mkdir(parents=True)
    for name in FEW:
        shutil.copy2(CONTENT / "areas" / f"{name}.yml", content / "areas")
    for name in ("sources.yml", "themes.yml"):
        shutil.copy2(CONTENT / name, content)
    election = (CONTENT / "election.yml").read_text("utf-8").partition("\ntotals:")[0]
    (content / "election.yml").write_text(re.sub(r"    (?:population|seats|army_seats): \d+\n", "", election), "utf-8")
    return content


@pytest.mark.build  # not for its build, for its half minute
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_one_record_is_noticed(kind: str, tmp_path: Path) -> None:
    """Of twenty changes of a kind, chosen by a seed, hardly one goes unnoticed."""
    content = smaller(tmp_path)
    usual = {(one.at.file, one.id, one.wrong) for one in check_folder(content, TODAY).findings}
    file = content / "areas" / "shuangquan.yml"
    text = file.read_text("utf-8")
    lines = text.split("\n")
    unnoticed = []
    for change in changes(lines, kind, 20, random.Random(20261118)):  # noqa: S311  # repeatable, not secret
        kept = [*lines[: change.line], *([] if change.now is None else [change.now]), *lines[change.line + 1 :]]
        file.write_text("\n".join(kept), "utf-8")
        found = {(one.at.file, one.id, one.wrong) for one in check_folder(content, TODAY).findings}
        if not found - usual:
            unnoticed.append(change)
    assert len(unnoticed) <= 1, unnoticed
