"""How a run ends: the status of every kind, one sentence and never a traceback, and the old site whole."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from huanjie import cli
from tests.conftest import ROOT, Project, Write
from tests.support.machines import apart, can_mount
from tests.support.whole_site import whole

UNTOUCHED = "网站没有重新生成，原来的网站没有动。"
OLD = {"index.html": "old", "assets/huanjie.css": "old"}  # by its style a site of ours is known
SHELL = ("bash", "-c")

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits, devices and signals")


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """Let what is started hear Ctrl+C, also where the tests run in the background of a script, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def huanjie(folder: Path, *typed: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "huanjie", *typed],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def shell(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in which `huanjie` is the command."""
    whole_script = f'huanjie() {{ "{sys.executable}" -m huanjie "$@"; }}\n{script}'
    return subprocess.run(
        [*SHELL, whole_script], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.fixture
def place(folder: Write) -> Path:
    """A folder with records that are right, in content/, and records that are wrong, in wrong/."""
    content = folder({})
    wrong = content.with_name("wrong")
    shutil.copytree(content, wrong)
    (wrong / "meetings" / "2016-05-31.yml").write_text("title: 𠮷\n", "utf-8")
    return content.parent


def with_old_site(project: Project) -> Project:
    for name, text in OLD.items():
        (project.site / name).parent.mkdir(parents=True, exist_ok=True)
        (project.site / name).write_text(text, "utf-8")
    return project


def is_as_it_was(project: Project) -> bool:
    """Whether the old site is whole, and nothing was left beside it."""
    there = {name: (project.site / name).read_text("utf-8") for name in whole(project.site)}
    return there == OLD and not list(project.folder.glob(".site-*"))


# ---- 0, 1, 2 ----


@pytest.mark.parametrize(
    ("typed", "status", "sign"),
    [
        (["check"], cli.CLEAN, "没有发现问题"),
        (["explain", "M103"], cli.CLEAN, "M103"),
        (["--help"], cli.CLEAN, "用法"),
        (["check", "wrong"], cli.FOUND, "错误"),
        (["chekc"], cli.WRONG_USE, "用法"),
        (["check", "nowhere"], cli.WRONG_USE, "没有“nowhere”"),
        (["build", "--config", "nowhere.yml"], cli.WRONG_USE, "没有配置文件"),
        (["build", "--config", "broken.yml"], cli.WRONG_USE, "broken.yml 用不了"),
        (["import", "text", "nowhere.txt"], cli.WRONG_USE, "没有“nowhere.txt”"),
        (["import", "table", "nowhere.xlsx"], cli.WRONG_USE, "没有“nowhere.xlsx”"),
    ],
)
def test_right_wrong_records_and_wrong_use_are_told_apart(
    place: Path, typed: list[str], status: int, sign: str
) -> None:
    (place / "broken.yml").write_text("site_name: [", "utf-8")
    finished = huanjie(place, *typed)
    assert (finished.returncode, "Traceback" in finished.stderr) == (status, False), finished.stderr
    assert sign in finished.stdout + finished.stderr


@pytest.mark.build
def test_a_build_of_wrong_records_ends_as_their_check_does(project: Project) -> None:
    (project.content / "election.yml").write_text("area: 甲\n", "utf-8")
    finished = with_old_site(project).build()
    assert finished.returncode == huanjie(project.folder, "check").returncode == cli.FOUND
    assert finished.stderr.endswith("有错误，网站没有重新生成，原来的网站没有动。\n")
    assert is_as_it_was(project)


# ---- 3: the system could not ----

FULL = "mount -t tmpfs -o size={} none small && cp -rP content hooks mkdocs.yml site small"
READ_ONLY = "mount --bind . small && mount -o remount,bind,ro small"


@posix
@pytest.mark.build
@pytest.mark.parametrize(
    ("script", "cause"),
    [
        ("ulimit -f 40; huanjie build", "文件超过了系统允许的大小"),  # no file may be larger than 40 KB
    ],
)
def test_a_build_that_the_system_does_not_let_be_says_why_in_a_sentence(
    project: Project, script: str, cause: str
) -> None:
    finished = shell(with_old_site(project).folder, script)
    assert finished.returncode == cli.COULD_NOT, finished.stderr
    last = finished.stderr.splitlines()[-1]
    assert cause in last
    assert last.endswith(UNTOUCHED)
    assert "Traceback" not in finished.stderr
    assert is_as_it_was(project)


@pytest.mark.build
@pytest.mark.parametrize(
    ("mount", "cause"),
    [
        (FULL.format("1m"), "磁盘满了"),
        (FULL.format("4m"), "磁盘满了"),
        (FULL.format("8m"), "磁盘满了"),
        (READ_ONLY, "所在的磁盘是只读的"),
    ],
    ids=["1 MB", "4 MB", "8 MB", "read-only"],
)
def test_a_disk_that_is_full_or_read_only_leaves_the_old_site_whole(
    project: Project, tmp_path_factory: pytest.TempPathFactory, mount: str, cause: str
) -> None:
    if not can_mount(tmp_path_factory.mktemp("mount")):
        pytest.skip("nothing can be mounted here; a limit on files does the same above")
    (with_old_site(project).folder / "small").mkdir()
    script = f"{mount}; cd small; huanjie build && exit; status=$?; ls -A; cat site/index.html; exit $status"
    finished = apart(script, project.folder)
    assert finished.returncode == cli.COULD_NOT, finished.stderr
    last = finished.stderr.splitlines()[-1]
    assert cause in last
    assert last.endswith(UNTOUCHED)
    assert "Traceback" not in finished.stderr
    assert ".site-" not in finished.stdout
    assert finished.stdout.endswith("old")


@posix
@pytest.mark.parametrize(
    ("script", "status", "cause"),
    [
        ("huanjie check > /dev/full", cli.COULD_NOT, "磁盘满了"),
        ("huanjie check 2> /dev/full", cli.CLEAN, ""),
        ("ulimit -f 0; huanjie schema --write made", cli.COULD_NOT, "文件超过了系统允许的大小"),
    ],
)
def test_what_cannot_be_written_is_told_by_every_command(place: Path, script: str, status: int, cause: str) -> None:
    finished = shell(place, script)
    assert (finished.returncode, "Traceback" in finished.stderr) == (status, False), finished.stderr
    assert cause in finished.stderr


@posix
def test_a_draft_that_does_not_fit_leaves_no_half_of_it(place: Path) -> None:
    report = place / "report.txt"
    report.write_bytes((ROOT / "tests" / "imports" / "reports" / "broadcast.txt").read_bytes())
    before = sorted(place.rglob("*"))
    finished = shell(place, "ulimit -f 1; huanjie import text report.txt")
    assert finished.returncode == cli.COULD_NOT, finished.stderr
    assert sorted(place.rglob("*")) == before


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else has."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_is_taken_is_told_by_the_desk_and_one_that_is_none_is_wrong_use(place: Path, taken: int) -> None:
    program = place / "desk" / "node_modules" / "decap-cms" / "dist" / "decap-cms.js"
    program.parent.mkdir(parents=True)
    program.touch()
    finished = huanjie(place, "desk", "--port", str(taken))
    assert finished.returncode == cli.COULD_NOT
    assert f"端口 {taken} 用不了" in finished.stderr
    assert huanjie(place, "desk", "--port", "99999").returncode == cli.WRONG_USE


@pytest.mark.build
def test_a_port_that_is_taken_is_told_by_the_preview_before_it_builds(project: Project, taken: int) -> None:
    finished = project.run("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{taken}")
    assert finished.returncode
    assert f"端口 {taken} 用不了" in finished.stderr
    assert "Traceback" not in finished.stderr


# ---- 4: a fault of this program ----

FAULTY = """
import sys
from huanjie.cli import check
from huanjie.__main__ import run
def broken(options):
    raise KeyError("秘密")
check.run = broken
sys.argv = ["huanjie", "check"]
run()
"""


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_fault_of_this_program_is_one_sentence_and_tells_where_it_happened(tmp_path: Path, debug: str) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", FAULTY],
        env=os.environ | {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "HUANJIE_DEBUG": debug},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == cli.OUR_FAULT
    assert "程序自己出了错（KeyError），不是记录写错了" in finished.stderr.splitlines()[-1]
    assert ("Traceback" in finished.stderr) == bool(debug)
    written = [path.read_text("utf-8") for path in tmp_path.glob("huanjie-*.txt")]
    assert len(written) == (not debug)
    assert all("KeyError: '秘密'" in text for text in written)


# ---- 130: Ctrl+C ----


@posix
@pytest.mark.build
@pytest.mark.parametrize("files", [0, 1, 30, 200])
def test_ctrl_c_ends_a_build_in_a_sentence_and_removes_what_it_built(project: Project, files: int) -> None:
    with_old_site(project)
    with subprocess.Popen(
        [sys.executable, "-m", "huanjie", "build"],
        cwd=project.folder,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as building:
        while building.poll() is None and sum(1 for _ in project.folder.glob(".site-new-*/**/*")) < files:
            pass
        os.killpg(building.pid, signal.SIGINT)  # as a terminal does: its workers get it, too
        complaint = building.communicate()[1]
    if files:
        assert building.returncode == cli.INTERRUPTED
        assert complaint.endswith(f"\nhuanjie: 已经停下。{UNTOUCHED}\n")
        assert "Traceback" not in complaint
    assert is_as_it_was(project)


@posix
def test_ctrl_c_ends_a_question_in_a_sentence(place: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "huanjie", "new", "meetings"],
        cwd=place,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as asking:
        assert asking.stdout is not None
        asking.stdout.read(1)
        asking.send_signal(signal.SIGINT)
        complaint = asking.communicate()[1]
    assert (asking.returncode, complaint) == (cli.INTERRUPTED, "\nhuanjie: 已经停下。\n")


# ---- Streams ----


@posix
@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("huanjie check wrong", cli.FOUND),
        ("huanjie check", cli.CLEAN),
        ("huanjie schema", cli.CLEAN),
    ],
)
def test_a_reader_who_has_gone_does_not_change_how_a_run_ends(place: Path, script: str, status: int) -> None:
    finished = shell(place, f"{script} | true; exit ${{PIPESTATUS[0]}}")
    assert (finished.returncode, finished.stderr) == (status, "")


@posix
@pytest.mark.build
def test_a_build_goes_on_when_nobody_reads_what_it_says(project: Project) -> None:
    for script in ("huanjie build 2>&1 | true; exit ${PIPESTATUS[0]}", "huanjie build > /dev/full"):
        finished = shell(with_old_site(project).folder, script)
        assert finished.returncode == cli.CLEAN, finished.stderr
        assert len(whole(project.site)) > len(OLD)
    assert finished.stderr.endswith("huanjie: 网站已经生成，只是这个消息写不出去：磁盘满了。\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "gbk"])
def test_what_is_said_arrives_in_every_encoding(place: Path, encoding: str) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "huanjie", "check", "wrong"],
        cwd=place,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert finished.returncode == cli.FOUND
    output = finished.stdout.decode("gbk" if encoding == "gbk" else "utf-8")
    assert re.search(r"\d 个错误", output)
    assert ("\\U00020bb7" if encoding == "gbk" else "𠮷") in output


@pytest.mark.build
def test_a_build_in_the_plainest_locale_ends_as_in_any_other(project: Project, built: Path) -> None:
    finished = project.build(PYTHONIOENCODING="ascii", LANG="C", LC_ALL="C")
    assert finished.returncode == cli.CLEAN, finished.stderr
    assert whole(project.site) == whole(built)


# ---- What is written of it ----


def test_the_readme_tells_every_status() -> None:
    rows = re.findall(r"^\| (\d+) \| ", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    names = ("CLEAN", "FOUND", "WRONG_USE", "COULD_NOT", "OUR_FAULT", "INTERRUPTED")
    assert [int(row) for row in rows] == [getattr(cli, name) for name in names]
