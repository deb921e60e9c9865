"""The whole build through `huanjie build`: what stands on the site, what never may, and that the old site is safe."""

import re
import subprocess
import sys
from multiprocessing import Event, Process
from multiprocessing.synchronize import Event as EventType
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from huanjie.site import swap
from tests.conftest import Project, article, elements
from tests.support.whole_site import whole

pytestmark = pytest.mark.build


# ---- What stands on the site ----


@pytest.mark.parametrize(
    "stated",
    [
        "登记选民501,924名来源：选举日报道",
        "选区120个来源：选举日报道",
        "其中乡镇77个来源：选举日报道",
        "其中街道43个来源：选举日报道",
        "区人大代表各来源不一致：222名（选举产生的代表）来源：选举日报道240名（第一次会议预备会议应到的代表）来源：预备会议报道",
        "两份材料都没有说明差别从哪里来",
        "乡镇人大代表908名来源：选举日报道",
        "2016年6月28日来源：选举日报道",
        "选举日报道没有说明：投票率、选票数、各选区的选举结果、候选人。",
        "第8届来源：选举日报道",
    ],
)
def test_every_figure_of_2016_stands_with_its_source(built: Path, stated: str) -> None:
    assert stated in article(built / "progress" / "index.html")


def test_the_home_page_shows_what_when_how_many_and_from_where(built: Path) -> None:
    home = article(built / "index.html")
    for stated in ("秦州区人民代表大会的代表", "2016年6月28日", "501,924名", "222名", "240名", "908名", "206名"):
        assert stated in home
    assert home.count("来源：选举日报道") >= 6


def test_an_inferred_year_says_how_it_was_inferred(built: Path) -> None:
    meeting = article(built / "meetings" / "2016-05-31" / "index.html")
    assert "2016年5月31日推定来源：推进会报道怎样推定的：原稿只写“5月31日”，没有写年份。" in meeting
    assert "原稿此处无法辨认：“优化代表结构”和“是一线的工人”之间" in meeting


def test_each_theme_gathers_what_belongs_to_it(built: Path) -> None:
    discipline = article(built / "themes" / "discipline" / "index.html")
    assert "12380" in discipline
    assert "《镜鉴——衡阳、南充违反换届纪律案件警示录》" in discipline
    for theme in ("importance", "congress", "policy", "progress", "experience"):
        assert "还没有记录属于这个主题" not in article(built / "themes" / theme / "index.html")


def test_links_are_relative_and_nothing_is_loaded_from_another_host(built: Path) -> None:
    for page in built.rglob("*.html"):
        links = re.findall(r"(?:href|src)=[\"']?([^\"' >]+)", page.read_text("utf-8"))
        outside = {link for link in links if re.match(r"/|https?:|//", link)}
        assert outside <= {"https://flk.npc.gov.cn/"}, page  # the official texts of law, as a link to follow


def test_the_edit_link_opens_the_record(project: Project) -> None:
    project.build(HUANJIE_REPO_URL="https://git.example/office/site")
    page = (project.site / "meetings" / "2016-05-31" / "index.html").read_text("utf-8")
    assert 'href="https://git.example/office/site/edit/main/content/meetings/2016-05-31.yml"' in page


def test_the_sitemap_takes_its_days_from_the_records(project: Project) -> None:
    project.build(HUANJIE_SITE_URL="https://example.org/huanjie/")
    sitemap = (project.site / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://example.org/huanjie/meetings/2016-10-21/</loc><lastmod>2016-10-21</lastmod>" in sitemap
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {"2016-06-29", "2016-10-21"}


# ---- What never may stand there ----


def test_records_drafts_and_templates_never_appear(project: Project) -> None:
    meeting = project.content / "meetings" / "2016-05-31.yml"
    draft = meeting.with_name("2016-06-01.yml")
    draft.write_text(meeting.read_text("utf-8").replace("推进会\n", "秘密草稿会\n", 1) + "draft: yes\n", "utf-8")
    (project.content / "notes.md").write_text("# 编辑的笔记 {{ config }}", "utf-8")
    finished = project.build()
    assert finished.returncode == 0
    assert "R104" in finished.stderr
    names = [path.name for path in project.site.rglob("*")]
    assert not [name for name in names if re.search(r"\.(yml|yaml|md|py|j2)$", name)]
    for path in project.site.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".json", ".xml"):
            text = path.read_text("utf-8")
            assert not re.search(r"\{%|\{\{|秘密草稿会|编辑的笔记", text), path


PAYLOAD = (
    "<script>alert(1)</script></title><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} [点](javascript:alert(1)) ${x}"
)


def spoiled(value: Any) -> Any:  # noqa: ANN401  # any YAML value
    """The same record with the attack in every text that is prose or a line; ids, dates, numbers kept."""
    if isinstance(value, dict):
        return {key: inner if key in KEPT else spoiled(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [spoiled(inner) for inner in value]
    return PAYLOAD if re.search(r"[\u4e00-\u9fff]", value) else value


KEPT = {"sort", "level", "area", "of", "half", "id", "source", "themes", "policies", "replaces"}


def test_an_injected_script_link_or_template_is_shown_as_text(project: Project, built: Path) -> None:
    import yaml  # noqa: PLC0415  # the tests' own plain reading of our records

    for path in project.content.rglob("*.yml"):
        record = spoiled(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader))  # noqa: S506  # texts only
        if path.name == "election.yml":
            record["area"] = PAYLOAD
        path.write_text(yaml.dump(record, allow_unicode=True), "utf-8")
    assert project.build().returncode == 0
    for page in project.site.rglob("index.html"):
        honest = elements(built / page.relative_to(project.site))
        attacked = elements(page)
        assert scripts(attacked) == scripts(honest), page
        assert not [element for element in attacked if element.tag == "img"], page
        for element in attacked:
            for name, value in element.attrib.items():
                assert not name.startswith("on"), page
                assert not (name in ("href", "src") and value.lower().strip().startswith("javascript:")), page
        heading = "".join("".join(element.itertext()) for element in attacked if element.tag == "h1")
        if page.parent.parent.name in ("meetings", "policies", "sources", "themes"):
            assert "<script>alert(1)</script>" in heading
            assert "{{ 7*7 }}" in heading


def scripts(elements_of_page: list[Element]) -> list[tuple[str, str]]:
    """Each script by its address and the text that stands in the page."""
    return [
        (element.get("src", ""), "".join(element.itertext())) for element in elements_of_page if element.tag == "script"
    ]


# ---- The old site is safe ----


def test_a_wrong_record_stops_the_build_and_the_old_site_stays_byte_for_byte(project: Project) -> None:
    assert project.build().returncode == 0
    before = whole(project.site)
    meeting = project.content / "meetings" / "2016-05-31.yml"
    meeting.write_text(re.sub(r"date:\n.*\n.*\n", "date: 5月31日\n", meeting.read_text("utf-8")), "utf-8")

    message = '日期“5月31日”没有年份；请写成 2016-05-31，年份不详时写 "unknown-05-31"'
    checked = project.run("huanjie", "check")
    assert checked.returncode == 1
    assert f"content/meetings/2016-05-31.yml:2:7: 错误 M103 {message}" in checked.stdout

    stopped = project.build()
    assert stopped.returncode == 1
    assert message in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert whole(project.site) == before
    assert not list(project.folder.glob(".site-new-*"))


def test_two_builds_of_one_tree_give_the_same_bytes(project: Project, built: Path) -> None:
    assert project.build(PYTHONHASHSEED="7", TZ="America/Los_Angeles").returncode == 0
    assert whole(project.site) == whole(built)


def test_properdocs_builds_the_same_site(project: Project, built: Path) -> None:
    finished = project.run("properdocs", "build")
    assert finished.returncode == 0, finished.stderr
    assert whole(project.site) == whole(built)


@pytest.mark.parametrize("files", [0, 1, 20, 60])
def test_a_killed_build_leaves_the_old_site_whole_and_the_next_build_clears_up(project: Project, files: int) -> None:
    assert project.build().returncode == 0
    before = whole(project.site)
    building = subprocess.Popen([sys.executable, "-m", "huanjie", "build"], cwd=project.folder, stderr=subprocess.PIPE)
    while building.poll() is None and len(staged(project)) <= files:
        pass
    building.kill()
    building.communicate()
    assert whole(project.site) == before
    assert project.build().returncode == 0
    assert whole(project.site) == before
    assert not list(project.folder.glob(".site-new-*"))


def staged(project: Project) -> list[Path]:
    """The files of the site that is being built; none where it has just been put in place."""
    return [path for new in project.folder.glob(".site-new-*") for path in (new, *new.rglob("*"))]


def _look(site: Path, started: EventType, stop: EventType, missing: EventType) -> None:
    started.set()
    while not stop.is_set():
        if not (site / "index.html").exists():
            missing.set()


def test_a_reader_never_finds_the_site_missing_while_a_new_one_takes_its_place(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("0", "utf-8")
    started, stop, missing = Event(), Event(), Event()
    reader = Process(target=_look, args=(site, started, stop, missing))
    reader.start()
    started.wait()
    for number in range(300):
        staging = swap.stage(site)
        (staging.path / "index.html").write_text(str(number), "utf-8")
        staging.replace(site)
    stop.set()
    reader.join()
    assert not missing.is_set()
    assert (site / "index.html").read_text("utf-8") == "299"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_hidden_files_beside_the_site_stay(project: Project) -> None:
    (project.site / ".git").mkdir(parents=True)
    (project.site / ".git" / "HEAD").write_text("ref: refs/heads/pages", "utf-8")
    (project.site / ".nojekyll").touch()
    (project.site / "old.html").touch()
    (project.site / "assets").mkdir()
    (project.site / "assets" / "huanjie.css").touch()  # an earlier site
    assert project.build().returncode == 0
    assert (project.site / ".git" / "HEAD").read_text("utf-8") == "ref: refs/heads/pages"
    assert (project.site / ".nojekyll").exists()
    assert not (project.site / "old.html").exists()


@pytest.mark.parametrize(
    ("config", "status"),
    [("missing.yml", 2), ("broken.yml", 2), ("nowhere.yml", 2)],
)
def test_a_wrong_configuration_is_told_without_a_traceback(project: Project, config: str, status: int) -> None:
    (project.folder / "broken.yml").write_text("site_name: [", "utf-8")
    (project.folder / "nowhere.yml").write_text("site_name: 甲\ndocs_dir: nowhere\n", "utf-8")
    finished = project.run("huanjie", "build", "--config", config)
    assert finished.returncode == status
    assert finished.stderr
    assert "Traceback" not in finished.stderr


def test_strict_refuses_warnings(project: Project) -> None:
    (project.content / "notes.md").touch()
    assert project.run("huanjie", "build", "--strict").returncode == 1
    assert not project.site.exists()
    assert project.build().returncode == 0


def test_a_missing_address_leads_to_search_and_sections_where_the_site_knows_its_own(project: Project) -> None:
    assert project.build(HUANJIE_SITE_URL="https://example.org/huanjie/").returncode == 0
    page = (project.site / "404.html").read_text("utf-8")
    assert 'action="https://example.org/huanjie/search/"' in page
    assert 'href="https://example.org/huanjie/progress/"' in page
    assert project.build().returncode == 0
    assert "href=" not in (project.site / "404.html").read_text("utf-8")


def test_no_script_and_no_style_stands_inside_a_page(built: Path) -> None:
    for path in built.rglob("*.html"):
        page = path.read_text("utf-8")
        assert not re.search(
            r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/)|<style|\sstyle=|\son[a-z]+=\"", page
        ), path
