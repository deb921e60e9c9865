"""Documents are held to what they say: examples are run; commands, links, files and tests that they name exist."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from huanjie.__main__ import COMMANDS
from huanjie.checks import CHECKS
from huanjie.content.loading import load
from huanjie.desk.reference import FAULTS
from huanjie.model import KINDS
from tests.conftest import ROOT, Project, Write
from tests.support.blanks import filled

BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(document: str) -> list[tuple[str, str | None, str]]:
    """The fenced blocks of a document: language, the file it is meant for, text."""
    text = (ROOT / document).read_text("utf-8")
    return [(block["language"], block["file"], block["text"]) for block in BLOCK.finditer(text)]


def put(document: str, folder: Path) -> list[str]:
    """Write every block that names a file where it says."""
    written = []
    for _, file, text in blocks(document):
        if file:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            written.append(file)
    return written


@pytest.mark.build
def test_a_new_kind_of_record_takes_just_the_files_that_its_guide_shows(project: Project) -> None:
    (project.folder / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", project.folder / "hooks")
    assert len(put("docs/new-kind.md", project.folder)) == 5

    finished = project.run("huanjie", "build", PYTHONPATH=str(project.folder / "hooks"))
    assert finished.returncode == 0, finished.stderr
    page = (project.site / "rehearsals" / "2016-06-20" / "index.html").read_text("utf-8")
    assert "请各位工作人员把领票、写票、投票走一遍。" in page
    assert "2016年6月20日" in page

    rehearsal = project.content / "rehearsals" / "2016-06-20.yml"
    rehearsal.write_text(rehearsal.read_text("utf-8").replace("2016-06-20", "2061-06-20"), "utf-8")
    printed = project.run("huanjie", "check", PYTHONPATH=str(project.folder / "hooks")).stdout
    assert "content/rehearsals/2016-06-20.yml:2:10: 警告 Y201 演练的日期“2061-06-20”在选举日以后" in printed


def test_the_records_in_the_editors_guide_pass_every_check(project: Project) -> None:
    assert put("docs/editors.md", project.folder) == [
        "content/meetings/2016-06-02.yml",
        "content/stories/proxy.yml",
        "content/areas/shili.yml",
        "投票站.csv",
        "imports/stations.yml",
    ]
    finished = project.run("huanjie", "check", "--strict")
    assert finished.returncode == 0
    assert re.findall(r" (?:错误|警告|与法律不符|提示) [A-Z]", finished.stdout) == []


@pytest.mark.parametrize("mapped", [True, False])
def test_the_table_in_the_editors_guide_is_imported_with_and_without_its_mapping(
    project: Project, *, mapped: bool
) -> None:
    put("docs/editors.md", project.folder)
    if not mapped:
        (project.folder / "imports" / "stations.yml").unlink()
    imported = project.run("huanjie", "import", "table", "投票站.csv", "--write")
    assert imported.returncode == 0
    assert "收了 2 行" in imported.stdout
    area = (project.content / "areas" / "shili.yml").read_text("utf-8")
    assert "  - id: station-2\n    title: 南关投票站\n" in area
    assert project.run("huanjie", "check").returncode == 0


@pytest.mark.build
def test_an_official_text_stands_beside_the_article_as_the_law_guide_shows(project: Project) -> None:
    assert put("docs/law.md", project.folder) == ["content/articles/electoral-law-2015-27.yml"]
    finished = project.run("huanjie", "build", "--strict")
    assert finished.returncode == 0, finished.stderr
    page = (project.site / "law" / "electoral-law" / "2020" / "28" / "index.html").read_text("utf-8")
    assert "从国家法律法规数据库照录这一条的原文" in page


def test_the_pieces_of_yaml_in_the_editors_guide_are_read_as_it_says(project: Project) -> None:
    pieces = [text for language, file, text in blocks("docs/editors.md") if language == "yaml" and not file]
    due, differing, inferred = (text for text in pieces if "reason:" not in text)  # which is of another election
    meeting = project.content / "meetings" / "2016-10-21.yml"
    text = meeting.read_text("utf-8").replace("  due: 240\n", indented(due))
    meeting.write_text(text.replace("date: 2016-10-21\n", inferred.replace("05-31", "10-21")), "utf-8")
    election = project.content / "election.yml"
    election.write_text(election.read_text("utf-8").replace("    value: 908\n", indented(indented(differing))), "utf-8")
    finished = project.run("huanjie", "check")
    assert finished.returncode == 0
    assert re.findall(r"(?:错误|警告|提示) [A-Z]\d+", finished.stdout) == [
        "提示 E202"
    ]  # the differing figures want a note


@pytest.mark.build
def test_the_first_record_is_made_with_the_commands_of_the_editors_guide_alone(project: Project) -> None:
    for step in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "before"]):
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *step]
        subprocess.run(git, cwd=project.folder, check=True)
    (source,) = [text for language, _, text in blocks("docs/editors.md") if language == "yml"]
    sources = project.content / "sources.yml"
    sources.write_text(sources.read_text("utf-8") + source, "utf-8")
    printed = ""
    for line in "".join(text for language, _, text in blocks("docs/editors.md") if language == "sh").splitlines():
        command, _, file = line.partition(" > ")
        finished = project.run(*command.split())
        assert finished.returncode == 0, finished.stdout + finished.stderr
        printed = finished.stdout
        if file:  # and fill the blanks, as the guide says
            (project.folder / file).write_text(filled(printed, KINDS["meetings"]), "utf-8")
    assert "（meetings/2016-06-03/）" in printed.partition("## 新的网页")[2]


def test_every_id_and_command_that_the_editors_guide_names_exists() -> None:
    guide = (ROOT / "docs" / "editors.md").read_text("utf-8")
    assert {*re.findall(r"\b[A-Z]\d{3}\b", guide)} <= {*CHECKS, *FAULTS}
    assert {*re.findall(r"huanjie ([a-z]+)\b", guide)} <= {*COMMANDS}


@pytest.mark.parametrize(
    ("wrong", "id_"),
    [
        ("title：动员会", "S106"),
        ("title:动员会", "S107"),
        ("attendance:\n\tdue: 240", "S105"),
        ("日期: 2016-05-31", "M101"),
        ("dat: 2016-05-31", "M101"),
        ("date: 5月31日", "M103"),
        ("date: 2016年6月3日至5日", "M103"),
        ("attendance: {due: 240人}", "M105"),
        ("attendance: {due: 50.19万}", "M105"),
        ("sessions: [{begins: 上午9时}]", "M107"),
        ("sessions: [{begins: 9-17时}]", "M107"),
        ("chair: 张三、李四", "M111"),
        ("chair: 张 三", "M111"),
        ("chair: 区委书记张三", "M111"),
        ("source: 选举日报道", "R101"),
    ],
)
def test_a_common_mistake_has_the_id_that_the_editors_guide_gives(wrong: str, id_: str, folder: Write) -> None:
    good = {"title": "会", "date": "2016-05-31", "sort": "动员会", "summary": "说了事。", "source": "report"}
    name = re.split("[:：]", wrong)[0]
    others = {key: value for key, value in good.items() if key not in (name, {"日期": "date", "dat": "date"}.get(name))}
    record = "".join(f"{key}: {value}\n" for key, value in others.items())
    findings = load(folder({"meetings/2016-05-31.yml": f"{record}{wrong}\n"}))[1]
    assert id_ in {finding.id for finding in findings}
    row = next(row for row in (ROOT / "docs" / "editors.md").read_text("utf-8").splitlines() if f"| {id_} |" in row)
    typed = "Tab" if "\t" in wrong else re.split("[{\\n]", wrong)[-1].rstrip("}]")
    assert typed in row


def indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def test_what_the_readme_shows_is_what_the_commands_print(project: Project) -> None:
    meeting = project.content / "meetings" / "2016-05-31.yml"
    meeting.write_text(re.sub(r"date:\n.*\n.*\n", "date: 5月31日\n", meeting.read_text("utf-8")), "utf-8")
    consoles = [text for language, _, text in blocks("README.md") if language == "console"]
    assert len(consoles) == 2
    for console in consoles:
        command, _, expected = console.partition("\n")
        assert project.run(*command.removeprefix("$ ").split()).stdout == expected


def test_every_command_that_the_readme_names_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"\bmake (\w+)", readme)) - {"and"}
    assert targets >= {"site", "test", "serve", "check", "lint", "quick", "lock"}
    assert not [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)]


@pytest.mark.parametrize(
    "command", ["check", "build", "diff", "due", "explain", "fix", "import", "law", "new", "schema"]
)
def test_every_command_explains_itself_in_chinese(command: str) -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "huanjie", command, "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(r"[\u4e00-\u9fff]{4}", printed)


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "bench/README.md",
        "docs/build.md",
        "docs/decisions.md",
        "docs/editors.md",
        "docs/fields.md",
        "docs/findings.md",
        "docs/law.md",
        "docs/new-kind.md",
        "docs/publish.md",
        "CHANGELOG.md",
    ],
)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", re.sub("`[^`]*`", "", text)):
        assert ((ROOT / document).parent / target).exists(), target


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "bench/README.md",
        "docs/build.md",
        "docs/decisions.md",
        "docs/law.md",
    ],
)
def test_files_that_a_document_names_exist(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    package = ROOT / "hooks" / "huanjie"
    folders = (ROOT, package, package / "law" / "data")
    named = re.findall(r"`((?:[a-z_.-]+/)+[a-z_-]+\.(?:py|yml|md|js))`", text)
    assert [name for name in named if not any((folder / name).exists() for folder in folders)] == []
    tests = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    assert {*re.findall(r"`(?:\w+/)*(test_\w+)`", text)} <= tests


def test_contributors_read_their_page_in_one_go() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()) <= 150


def test_the_readme_shows_the_newest_measurements() -> None:
    newest = (ROOT / "bench" / "results" / "latest.md").read_text("utf-8")
    assert f"<!-- bench -->\n{newest}<!-- /bench -->" in (ROOT / "README.md").read_text("utf-8")
