"""What commands write is there whole or not at all, where it is meant to be, and over nothing that is newer."""

import os
import signal
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from select import select

import pytest

from huanjie.__main__ import main
from huanjie.cli import CLEAN, WRONG_USE
from huanjie.desk.checked_write import write_checked
from huanjie.system.inside import NotWrittenError, read_inside
from huanjie.system.writing import NewerError, write_atomically
from tests.conftest import Write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    (root / "notices").mkdir(parents=True)
    (root / "notices" / "a.yml").write_bytes(b"old")
    return root


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("file", "before"),
    [("notices/a.yml", b"old"), ("notices/b.yml", None), ("new/deeper/b.yml", None), ("b.yml", None)],
)
def test_a_file_is_written_and_nothing_beside_it(root: Path, file: str, before: bytes | None) -> None:
    was = everything(root)
    write_atomically(root, file, b"new", before)
    assert everything(root) == was | {file: b"new"}


@pytest.mark.parametrize("before", [None, b"older", b""])
def test_what_somebody_wrote_in_the_meantime_stays(root: Path, before: bytes | None) -> None:
    was = everything(root)
    with pytest.raises(NewerError, match=r"notices/a\.yml"):
        write_atomically(root, "notices/a.yml", b"new", before)
    with pytest.raises(NewerError):
        write_atomically(root, "notices/gone.yml", b"new", b"was there")
    assert everything(root) == was


def test_mode_and_owner_stay_and_a_new_file_has_those_of_others(root: Path) -> None:
    path = root / "notices" / "a.yml"
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 1234, 2345)
    was = path.stat()
    write_atomically(root, "notices/a.yml", b"new", b"old")
    now = path.stat()
    assert (now.st_mode, now.st_uid, now.st_gid) == (was.st_mode, was.st_uid, was.st_gid)
    (root / "other.yml").touch()
    write_atomically(root, "b.yml", b"new", None)
    assert (root / "b.yml").stat().st_mode == (root / "other.yml").stat().st_mode
    assert stat.S_IMODE((root / "b.yml").stat().st_mode) & 0o111 == 0


def test_a_link_to_a_file_inside_goes_on_being_one(root: Path) -> None:
    (root / "b.yml").symlink_to("notices/a.yml")
    write_atomically(root, "b.yml", b"new", b"old")
    assert (root / "b.yml").is_symlink()
    assert (root / "notices" / "a.yml").read_bytes() == b"new"


def test_the_content_folder_itself_may_be_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    write_atomically(tmp_path / "link", "notices/a.yml", b"new", b"old")
    assert read_inside(root, "notices/a.yml") == b"new"


@pytest.mark.parametrize(
    "file", ["out/a.yml", "out/b.yml", "inward/a.yml", "file.yml", "gone.yml", "pipe.yml", "folder.yml"]
)
def test_nothing_is_read_or_written_through_a_link_or_something_that_is_no_file(
    root: Path, tmp_path: Path, file: str
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "a.yml").write_bytes(b"away")
    (root / "out").symlink_to(away)
    (root / "inward").symlink_to("notices")
    (root / "file.yml").symlink_to(away / "a.yml")
    (root / "gone.yml").symlink_to(away / "made.yml")
    (root / "folder.yml").mkdir()
    os.mkfifo(root / "pipe.yml")
    was = everything(tmp_path / "away"), everything(root)
    for before in (None, b"away", b"old"):
        with pytest.raises(NotWrittenError):
            write_atomically(root, file, b"new", before)
    if file != "out/b.yml":
        with pytest.raises(NotWrittenError):
            read_inside(root, file)
    assert (everything(tmp_path / "away"), everything(root)) == was


@pytest.mark.parametrize(
    "file", ["", "..", "../a.yml", "a//b", "/etc/passwd", "a/../b", "a\\b", "c:a.yml", "a\0b", "./a.yml"]
)
def test_only_names_below_the_folder_are_taken(root: Path, file: str) -> None:
    with pytest.raises(NotWrittenError):
        write_atomically(root, file, b"new", None)
    with pytest.raises(NotWrittenError):
        read_inside(root, file)


SWAPPING = """
import ctypes, os, sys
folder, link = map(os.fsencode, sys.argv[1:])
exchange = ctypes.CDLL(None).renameat2
while not exchange(-100, folder, -100, link, 2):
    pass
"""


def test_a_folder_that_becomes_a_link_while_it_is_written_into_leads_nowhere(root: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (root / "link").symlink_to(away)
    written = 0
    with subprocess.Popen([sys.executable, "-c", SWAPPING, root / "notices", root / "link"]) as swapping:
        try:
            for number in range(1000):
                with suppress(NotWrittenError):
                    write_atomically(root, f"notices/{number}.yml", b"new", None)
                    written += 1
        finally:
            swapping.kill()
    assert everything(away) == {}
    assert 0 < written < 1000


def test_a_file_that_another_program_holds_is_replaced_when_it_lets_go(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only Windows holds files so; `os.replace` says here what it would say there."""
    real, refusals = os.replace, [PermissionError(13, "held")] * 3

    def replace(old: str, new: str, *, src_dir_fd: int, dst_dir_fd: int) -> None:
        if refusals:
            raise refusals.pop()
        real(old, new, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)

    monkeypatch.setattr(os, "replace", replace)
    write_atomically(root, "notices/a.yml", b"new", b"old")
    assert everything(root) == {"notices/a.yml": b"new"}
    refusals += [PermissionError(13, "held")] * 100
    with pytest.raises(NotWrittenError, match="关上正在用它的程序"):
        write_atomically(root, "notices/a.yml", b"newer", b"new")
    assert everything(root) == {"notices/a.yml": b"new"}


def test_without_hard_links_a_new_file_is_made_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object, **__: object) -> None:
        raise PermissionError(1, "no hard links here")

    monkeypatch.setattr(os, "link", link)
    write_atomically(root, "b.yml", b"new", None)
    with pytest.raises(NewerError):
        write_atomically(root, "b.yml", b"newer", None)
    assert everything(root) == {"notices/a.yml": b"old", "b.yml": b"new"}


def test_hidden_files_that_a_kill_left_are_cleared_away_and_not_those_of_a_writer_at_work(root: Path) -> None:
    left, fresh, other = (root / "notices" / name for name in (".huanjie-1-left", ".huanjie-2-fresh", ".hidden"))
    for path in (left, fresh, other):
        path.touch()
    long_ago = time.time() - 3600
    os.utime(left, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))
    write_atomically(root, "notices/a.yml", b"new", b"old")
    assert [path.exists() for path in (left, fresh, other)] == [False, True, True]


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(root: Path) -> None:
    with pytest.raises(NotWrittenError, match="读写不了"):
        write_atomically(root, f"notices/{'a' * 300}.yml", b"new", None)
    assert everything(root) == {"notices/a.yml": b"old"}


# ---- A record is never wrong, at no moment ----------------------------------

MEETING = "title: 推进会\ndate: 2016-06-02\nsort: 推进会\nsummary: 走到了哪一步。\nsource: report\nthemes: progress\n"
FILE = "meetings/2016-06-02.yml"


def test_a_record_that_would_be_wrong_is_never_in_its_place(folder: Write) -> None:
    content = folder({FILE: MEETING})
    inode = (content / FILE).stat().st_ino
    errors, _ = write_checked(content, FILE, MEETING.encode(), MEETING.replace("2016-06-02", "5月31日").encode())
    assert [error.id for error in errors] == ["M103"]
    assert ((content / FILE).stat().st_ino, (content / FILE).read_text("utf-8")) == (inode, MEETING)
    errors, _ = write_checked(content, "meetings/new.yml", None, b"title: a\n")
    assert errors
    assert not (content / "meetings/new.yml").exists()
    errors, _ = write_checked(content, "meetings/new.yml", None, MEETING.encode())
    assert not errors
    assert (content / "meetings/new.yml").read_text("utf-8") == MEETING


SAVING = """
import os, sys
from pathlib import Path
from huanjie.desk.checked_write import write_checked
from huanjie.system.writing import write_atomically
content, file = Path(sys.argv[1]), sys.argv[2]

def save(checked, first):
    for number in range(first, 10**6):
        before = (content / file).read_bytes()
        title = "一" * (number % 300 + 1) if not checked or number % 3 else ""  # without a title it must not be saved
        new = f"title: {title}\\n".encode() + before.split(b"\\n", 1)[1]
        write_checked(content, file, before, new) if checked else write_atomically(content, file, new, before)

for line in sys.stdin:
    how, first = line.split()
    process = os.fork()
    if not process:
        save(how == "checked", int(first))
    print(process, flush=True)
    os.waitpid(process, 0)
    print("dead", flush=True)
"""


@pytest.mark.build
@pytest.mark.parametrize(("how", "longest"), [("checked", 0.4), ("unchecked", 0.05)])
def test_a_saving_process_that_is_killed_leaves_the_old_record_or_the_new_one(
    folder: Write, how: str, longest: float
) -> None:
    content = folder({FILE: MEETING})
    names = everything(content).keys()
    rest = MEETING.partition("\n")[2]
    good = {f"title: {'一' * length}\n{rest}" for length in range(1, 301)} | {MEETING}
    chance = Random(2026)  # noqa: S311  # the same every time is what is wanted
    seen = set()
    command = [sys.executable, "-c", SAVING, str(content), FILE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as nursery:
        assert nursery.stdin
        assert nursery.stdout
        for turn in range(100):
            nursery.stdin.write(f"{how} {turn * 7}\n")
            process = int(nursery.stdout.readline())
            select([nursery.stdout], [], [], chance.uniform(0, longest))
            os.kill(process, signal.SIGKILL)
            nursery.stdout.readline()
            seen.add((content / FILE).read_text("utf-8"))
        nursery.stdin.close()
    assert seen <= good
    assert len(seen) > 10  # they were killed at many moments
    assert main(["check", str(content)]) == CLEAN
    assert {name for name in everything(content) if not Path(name).name.startswith(".")} == names


# ---- Commands ---------------------------------------------------------------


def test_no_command_writes_through_a_link(folder: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, away = folder({}), tmp_path / "away"
    (content / "meetings").rename(away)
    was = everything(away)
    (content / "meetings").symlink_to(away)
    report = tmp_path / "report.txt"
    report.write_text("2016年5月31日，示例区召开换届选举动员会。张三主持会议。\n", "utf-8")
    assert main(["import", "text", str(report), "--content", str(content)]) == WRONG_USE
    assert "链接" in capsys.readouterr().err
    assert everything(away) == was
