"""What Windows and macOS lack or do otherwise, tried on this machine: modules, processes, links, names, line ends."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from huanjie.__main__ import main
from huanjie.cli import CLEAN, FOUND, places
from huanjie.system.errors import sentence
from tests.conftest import ROOT, Project, Write
from tests.support.machines import PRETENDING, apart, can_mount
from tests.support.whole_site import whole

PACKAGE = ROOT / "hooks" / "huanjie"
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_NO_NAME = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?|.*[<>:\"|?*\\\x00-\x1f].*|.*[. ]", re.IGNORECASE
)
_LONGEST = 120  # of 259 characters: the rest is for where somebody keeps the folder

IMPORTS = """
import sys
for name in () if sys.platform == "win32" else ("fcntl", "resource", "termios", "pwd", "grp", "msvcrt", "winreg"):
    sys.modules[name] = None
sys.path.insert(0, sys.argv[1])
from importlib import import_module
from pathlib import Path
for path in Path(sys.argv[1], "huanjie").rglob("*.py"):
    import_module(".".join(path.relative_to(sys.argv[1]).with_suffix("").parts).removesuffix(".__init__"))
"""


def test_every_module_is_imported_without_what_only_some_systems_have() -> None:
    subprocess.run([sys.executable, "-c", IMPORTS, str(PACKAGE.parent)], check=True)


@pytest.mark.build
@pytest.mark.skipif(sys.platform != "linux", reason="a real one is at hand")
def test_a_system_without_fcntl_fork_links_and_exchange_builds_the_same_site_again_and_again(
    project: Project, built: Path
) -> None:
    for _ in range(2):
        finished = subprocess.run(
            [sys.executable, str(PRETENDING), "build"],
            cwd=project.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert finished.returncode == CLEAN, finished.stderr
        assert whole(project.site) == whole(built)
        assert not list(project.folder.glob(".site-*"))


@pytest.mark.build
def test_a_container_without_shared_memory_builds_in_one_process(
    project: Project, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if not can_mount(tmp_path_factory.mktemp("mount")):
        pytest.skip("nothing can be mounted here")
    finished = apart("mount -t tmpfs -o ro none /dev/shm && huanjie build", project.folder)
    assert finished.returncode == CLEAN, finished.stderr
    assert whole(project.site) == whole(built)


# ---- Line ends ----


@pytest.mark.build
def test_records_with_the_line_ends_of_windows_give_the_same_site(project: Project, built: Path) -> None:
    for path in (project.folder / "mkdocs.yml", *project.content.rglob("*.yml")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert project.build().returncode == CLEAN
    assert whole(project.site) == whole(built)


def test_a_command_that_changes_a_record_keeps_its_line_ends(folder: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    content = folder({})
    meeting = content / "meetings" / "2016-05-31.yml"
    good = meeting.read_bytes().replace(b"\n", b"\r\n")
    meeting.write_bytes(good.replace(b"2016-05-31\r", b"2016.5.31\r", 1))
    monkeypatch.chdir(content.parent)
    assert main(["fix", "--write"]) == CLEAN
    assert meeting.read_bytes() == good
    sources = content / "sources.yml"
    before = sources.read_bytes().replace(b"\n", b"\r\n")
    sources.write_bytes(before)
    given = {"id": "b", "label": "乙报道", "title": "乙", "published_on": "2016-06-01", "summary": "乙说的。"}
    assert main(["new", "sources", *(word for name, said in given.items() for word in (f"--{name}", said))]) == CLEAN
    after = sources.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_are_written_as_bytes_and_read_as_utf_8(path: Path) -> None:
    """Text that Python writes by itself has the system's encoding, and on Windows other line ends."""
    code = path.read_text("utf-8")
    assert "write_text" not in code
    assert not re.findall(r"read_text\((?!\"utf-8|'utf-8)", code)
    assert not re.findall(r"\.open\(\)|\bopen\([^)]*\"[rwax]t?\"(?!, encoding)", code)


in_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this copy of the code is not in git")


@in_git
def test_git_gives_every_system_the_same_bytes() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--eol"],  # noqa: S607  # whichever git there is
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for line in listed.stdout.splitlines():
        assert re.search(r"attr/(text=auto eol=lf|-text)\s", line), line
        assert not re.match(r"i/(crlf|mixed)", line), line


# ---- Names ----


def assert_windows_holds(paths: list[str]) -> None:
    """Names that Windows can hold, and that stay apart where capitals do not count."""
    assert [path for path in paths if any(_NO_NAME.fullmatch(part) for part in path.split("/"))] == []
    assert [path for path in paths if len(path) > _LONGEST] == []
    assert len({path.lower() for path in paths}) == len(paths)


@pytest.mark.build
def test_every_file_of_a_site_has_a_name_that_windows_can_hold(built: Path) -> None:
    assert_windows_holds([*whole(built)])


@in_git
def test_every_file_of_the_repository_has_a_name_that_windows_can_hold() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607  # as above
    assert_windows_holds(listed.stdout.decode().strip("\0").split("\0"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("meetings/2016-05-31.yml", "meetings/2016-05-31.yml"),
        ("Meetings/2016-05-31.YML", "meetings/2016-05-31.yml"),
        ("MEETINGS", "meetings"),
        ("meetings/none.yml", "meetings/none.yml"),
        (".", "."),
    ],
)
def test_a_path_is_taken_as_it_is_called_where_capitals_do_not_count(folder: Write, typed: str, meant: str) -> None:
    assert places.as_called(folder({}), Path(typed)) == meant


def test_a_file_that_is_asked_for_is_checked_by_the_name_it_has(
    folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = folder({"meetings/2016-05-31.yml": "title: 会\n"})
    monkeypatch.chdir(content.parent)
    assert main(["check", str(Path("content", "meetings", "2016-05-31.yml"))]) == FOUND
    assert capsys.readouterr().out.startswith("content/meetings/2016-05-31.yml:")


# ---- What Windows says ----


class ByWindowsError(OSError):
    """An error with the number that Windows gives it."""

    def __init__(self, number: int, path: str) -> None:
        """Make one as Python does: its own number is that of "no permission" or "no such file"."""
        super().__init__(13 if number in (5, 32) else 2, "english", path)
        self.winerror = number


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ByWindowsError(32, "site"), "读写“site”没有做成：它正被别的程序打开。请关上正在用它的程序，再来一次。"),
        (ByWindowsError(5, "site"), "读写“site”没有做成：它正被别的程序打开。请关上正在用它的程序，再来一次。"),
        (ByWindowsError(3, "s" * 300), "名字或者路径太长，系统存不下"),
        (ByWindowsError(206, "site"), "名字或者路径太长，系统存不下"),
        (ByWindowsError(3, "site"), "找不到它"),
        (PermissionError(13, "Permission denied", "site"), "没有权限"),
        (OSError(99, "Cannot assign"), "系统报告“Cannot assign”"),
    ],
)
def test_what_windows_calls_otherwise_is_said_in_the_same_sentences(error: OSError, said: str) -> None:
    assert said in sentence(error)
