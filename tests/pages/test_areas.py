"""Pages of areas, constituencies and bodies, built from an invented area: steps, candidates, the result explained."""

import re
import shutil
from pathlib import Path

import html5lib
import pytest

from tests.conftest import Project, article

pytestmark = pytest.mark.build
HERE = Path(__file__).parent
AREAS = {"chengguan": "example-area.yml", "beiguan": "example-places.yml", "nongchang": "example-farm.yml"}
BODY = """\
- id: election-committee
  title: 示例区选举委员会
  sort: 选举委员会
  level: 县级
  duties: [划分选区, 登记选民]
  members:
    - {name: 孙某, posts: 主任}
  source: report-2016-06-29
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("areas"))
    (project.content / "areas").mkdir()
    for name, example in AREAS.items():
        shutil.copy(HERE / example, project.content / "areas" / f"{name}.yml")
    (project.content / "bodies.yml").write_text(BODY, "utf-8")
    finished = project.build()
    assert finished.returncode == 0, finished.stderr
    return project.site


@pytest.mark.parametrize(
    "stated",
    [
        "应选代表2名登记选民",  # the page names its sources once
        "来源选举日报道；旁边另写了来源的除外",
        "包括东街社区、西街社区、示例中学",
        # a step with the lawful day, its sum and article, and the recorded day
        "公布选民名单2016年6月8日选举日2016年6月28日减20天=2016年6月8日，选举法（2015年）第二十七条2016年6月9日比期限晚1天",
        "候选人应有3至4名（选举法（2015年）第三十条第二款）",
        "周某（另选）20占投票人数1.3%没有当选",
        # the result as arithmetic
        "登记选民2,000名，参加投票1,500名，占75.0%：过半数，选举有效（选举法（2015年）第四十四条第一款）。",
        "参加投票的选民过半数赞成才能当选，这里至少要得751票（选举法（2015年）第四十四条第一款）。",
        "应选2名，这一次当选1名，还缺1名。",
        "代表资格要经过审查、确认和公布",
        "得票多的当选，但按收回的选票算，至少要得464票（选举法（2015年）第四十四条第五款）。",
        # a breach in neutral words, with the office's public explanation
        "比期限晚1天；最迟应在2016-06-08",
        "说明：因为示例原因晚了一天，已经延长申诉时间。",
    ],
)
def test_a_constituency_tells_its_steps_candidates_and_result(site: Path, stated: str) -> None:
    assert stated in article(site / "areas" / "chengguan" / "county-12" / "index.html")


def test_what_is_not_recorded_is_told_as_such(site: Path) -> None:
    page = article(site / "areas" / "chengguan" / "county-13" / "index.html")
    assert "登记选民没有记录" in page
    assert "还没有结果的记录。" in page


def test_an_area_leads_to_its_constituencies_and_progress_to_the_areas(site: Path) -> None:
    area = (site / "areas" / "chengguan" / "index.html").read_text("utf-8")
    assert 'href="../../areas/chengguan/county-12/"' in area
    progress = (site / "progress" / "index.html").read_text("utf-8")
    assert 'href="../areas/"' in progress
    assert 'href="../bodies/election-committee/"' in progress


def test_a_rule_of_law_shows_what_the_checks_found(site: Path) -> None:
    page = article(site / "law" / "rules" / "voter-list-published" / "index.html")
    assert "选区的名单或者选举结果公布得晚于期限：查出1处" in page
    elsewhere = article(site / "law" / "rules" / "gansu-result-published" / "index.html")  # not in force in June 2016
    assert "按这条规则核对了" not in elsewhere


def test_a_committee_shows_its_duties_and_members(site: Path) -> None:
    page = article(site / "bodies" / "election-committee" / "index.html")
    assert "划分选区" in page
    assert "孙某（主任）" in page


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("areas", "先找您住的乡镇、街道或者农场，"),
        ("areas", "农场示例农场2个村、社区和单位"),
        ("find", "按农场找示例农场"),
        ("find", "在下面按乡镇、街道、农场找"),
        ("areas/nongchang", "二队县级第21选区"),
        ("areas/nongchang", "一队北关街道县级A选区"),  # of another place, which reaches in here
        ("areas/nongchang", "和别的乡镇、街道、农场合成的选区：北关街道县级A选区"),
        ("areas/beiguan", "红旗社区县级红旗社区选区"),
        ("areas/beiguan", "B选区（工厂选区）"),
        ("areas/beiguan/county-hongqi", "北关街道县级红旗社区选区"),
        ("areas/beiguan/county-b", "北关街道县级B选区（工厂选区）"),
        ("areas/beiguan/county-jia", "北关街道县级甲选区"),
        ("areas/beiguan/county-hongqi/notices", "红旗社区选区"),
        ("candidates/beiguan", "红旗社区选区"),
        ("results/beiguan", "红旗社区选区"),
        ("ledger", "按乡镇、街道、农场看每个选区"),
        ("progress/areas", "各乡镇、街道、农场走到了哪一步"),
    ],
)
def test_places_and_constituencies_are_called_as_they_were_announced(site: Path, page: str, expected: str) -> None:
    assert expected in article(site / page / "index.html")


def test_results_sort_by_the_number_and_a_farm_has_no_congress_of_its_own(site: Path) -> None:
    results = (site / "results" / "beiguan" / "index.html").read_text("utf-8")
    rows = re.findall(r'<tr id="county-([a-z]+)"><th scope="row" data-value="(\d)">', results)
    assert rows == [("hongqi", "3"), ("b", "1"), ("a", "0"), ("jia", "2")]
    assert "农场人大" not in article(site / "areas" / "nongchang" / "index.html")
    names = (site / "find" / "places.js").read_text("utf-8")
    assert "红旗社区选区" in names
    assert "None" not in names


def test_every_page_is_well_formed(site: Path) -> None:
    for page in (*site.glob("areas/**/*.html"), *site.glob("bodies/**/*.html")):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(page.read_text("utf-8"))


def test_without_areas_there_is_no_page_of_areas(built: Path) -> None:
    assert not (built / "areas").exists()
    assert "乡镇街道查选区" not in article(built / "progress" / "index.html")
