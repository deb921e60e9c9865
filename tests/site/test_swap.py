"""A new site takes the place of the old one wherever that stands: in a link, a mount, a layer, beside other builds."""

import ctypes
import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import NoReturn

import pytest

from huanjie.site import swap
from huanjie.system import disk
from tests.conftest import Project
from tests.support.machines import apart, can_mount
from tests.support.whole_site import whole

OLD = {"index.html": "old", "assets/a.css": "old", "gone/index.html": "old", ".git/HEAD": "pages"}
NEW = {"index.html": "new", "assets/a.css": "new", "meetings/index.html": "new"}
SWAPPED = NEW | {".git/HEAD": "pages"}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site, alone in a folder."""
    site = tmp_path / "alone" / "site"
    write(site, OLD)
    return site


def build(site: Path) -> None:
    staging = swap.stage(site)
    write(staging.path, NEW)
    staging.replace(site)


def test_the_new_site_takes_the_place_of_the_old_and_only_hidden_files_stay(site: Path) -> None:
    build(site)
    assert read(site) == SWAPPED
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_first_site_is_put_where_none_was(tmp_path: Path) -> None:
    build(tmp_path / "deep" / "site")
    assert read(tmp_path / "deep") == {f"site/{name}": text for name, text in NEW.items()}


def test_a_link_goes_on_leading_to_the_folder_that_is_replaced(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "www"
    link.symlink_to(site)
    build(link)
    assert link.is_symlink()
    assert read(site) == SWAPPED
    assert sorted(path.name for path in (*tmp_path.iterdir(), *site.parent.iterdir())) == ["alone", "site", "www"]


def test_a_file_where_the_site_should_be_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(NotADirectoryError):
        swap.stage(tmp_path / "site")
    assert read(tmp_path) == {"site": "mine"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize(
    ("umask", "file", "folder"), [(0o077, 0o644, 0o755), (0o022, 0o644, 0o755), (0o002, 0o664, 0o775)]
)
def test_a_web_server_can_read_the_site_whatever_the_umask(site: Path, umask: int, file: int, folder: int) -> None:
    before = os.umask(umask)
    try:
        build(site)
    finally:
        os.umask(before)
    assert (site / "meetings" / "index.html").stat().st_mode & 0o777 == file
    assert (site / "meetings").stat().st_mode & 0o777 == folder
    assert site.stat().st_mode & 0o055 == 0o055


# ---- A site that keeps its place ----


def refusing(code: int, *folders: Path) -> Callable[[Path, Path], None]:
    """Trade as the system does where some folders cannot be moved."""
    trade = disk.trade

    def refused(first: Path, second: Path) -> None:
        if second in folders:
            raise OSError(code, os.strerror(code), str(second))
        trade(first, second)

    return refused


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM])
def test_what_cannot_be_moved_gets_the_new_content_inside(
    site: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    inode = site.stat().st_ino
    monkeypatch.setattr(disk, "trade", refusing(code, site))
    build(site)
    assert site.stat().st_ino == inode
    assert read(site) == SWAPPED
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert sorted(path.name for path in site.iterdir()) == [".git", "assets", "index.html", "meetings"]


def test_what_cannot_be_moved_inside_gets_its_content_file_by_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "trade", refusing(errno.EXDEV, site, site / "assets", site / "gone"))
    build(site)
    assert read(site) == SWAPPED


def test_all_go_back_where_an_entry_cannot_be_replaced(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, {"zzz": "old"})
    monkeypatch.setattr(disk, "trade", refusing(errno.EBUSY, site, site / "zzz"))  # the last in order
    staging = swap.stage(site)
    write(staging.path, NEW | {"zzz": "new"})
    with pytest.raises(OSError, match="busy"):
        staging.replace(site)
    staging.drop()
    assert read(site) == OLD | {"zzz": "old"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


MOUNTS = {
    "a mount point": "mkdir site volume && mount -t tmpfs none site",
    "a folder of the same file system, mounted": "mkdir site volume && mount --bind volume site",
    "a mount point where nothing else can be written": (
        "mkdir site volume && mount --bind . . && cd . && mount --bind volume site && mount -o remount,bind,ro ."
    ),
    "in a lower layer of an overlay": (
        "mkdir below above && mount -t tmpfs none above && mkdir above/upper above/work merged"
        " && cp -r content hooks mkdocs.yml below && cp -r older below/site"
        " && mount -t overlay overlay -o lowerdir=below,upperdir=above/upper,workdir=above/work merged && cd merged"
    ),
}


@pytest.mark.build
@pytest.mark.parametrize("mount", MOUNTS.values(), ids=MOUNTS)
def test_a_site_is_built_twice_into(
    project: Project, built: Path, tmp_path_factory: pytest.TempPathFactory, mount: str
) -> None:
    if not can_mount(tmp_path_factory.mktemp("mount")):
        pytest.skip("nothing can be mounted here; the same with what the system answers stands above")
    write(project.folder / "older", OLD | {"assets/huanjie.css": "old", "lost+found/of the disk": "old"})
    out = tmp_path_factory.mktemp("out") / "site"
    script = f'{mount}\n[ -e site/.git ] || cp -r "{project.folder}/older/." site\n'
    script += f"huanjie build && huanjie build && cp -r site {out}"
    finished = apart(script, project.folder)
    assert finished.returncode == 0, finished.stderr
    files = whole(out)
    assert files.pop(".git/HEAD")
    assert files.pop("lost+found/of the disk", None) or "overlay" in mount
    assert files == whole(built)
    assert sorted(path.name for path in out.glob(".*")) == [".git"]
    assert not list(project.folder.glob(".site-*"))


# ---- Systems that lack something ----


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the C library know no exchange, as that of Alpine Linux."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_: object())


def test_without_an_exchange_the_old_site_steps_aside(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_exchange(monkeypatch)
    build(site)
    assert read(site) == SWAPPED
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    staging = swap.stage(site)
    write(staging.path, NEW)
    move = disk.move

    def failing(old: Path, new: Path) -> None:
        if old == staging.path:
            raise OSError(errno.EIO, "broken")
        move(old, new)

    monkeypatch.setattr(disk, "move", failing)
    with pytest.raises(OSError, match="broken"):
        staging.replace(site)
    assert read(site) == OLD


KILLED_ASIDE = """
import ctypes, os, signal, sys
from pathlib import Path
from huanjie.system import disk
from huanjie.site import swap
ctypes.CDLL = lambda *_: object()
move = disk.move
def killed(old, new):
    if old == staging.path:
        os.kill(os.getpid(), signal.SIGTERM)
    move(old, new)
disk.move = killed
staging = swap.stage(Path(sys.argv[1]))
(staging.path / "index.html").write_text("new")
staging.replace(Path(sys.argv[1]))
"""


def test_a_site_that_had_stepped_aside_when_its_build_was_killed_comes_back_with_the_next(site: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED_ASIDE, str(site)], check=False)
    assert not site.exists()
    staging = swap.stage(site)
    assert read(site) == OLD
    staging.drop()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


LIVING = """
import sys
from pathlib import Path
from huanjie.site import swap
staging = swap.stage(Path(sys.argv[1]))
print(staging.path, flush=True)
sys.stdin.read()
"""


def test_only_the_staging_of_a_build_that_is_gone_is_cleared_away(site: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LIVING, str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        folder = Path(other.stdout.readline().strip())
        swap.stage(site).drop()
        assert folder.is_dir()
        other.kill()
        other.wait()
        swap.stage(site).drop()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_without_hard_links_a_file_is_copied_with_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("page", "utf-8")
    os.utime(old, (1_500_000_000, 1_500_000_000))

    def refused(*_: object) -> NoReturn:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    disk.link(old, new)
    assert new.read_text("utf-8") == "page"
    assert new.stat().st_mtime == 1_500_000_000
    assert new.stat().st_nlink == 1


# ---- Windows: what is open cannot be moved ----


class InUseError(PermissionError):
    """What Windows says of a file that somebody has open."""

    winerror = 32


@pytest.mark.parametrize(("times", "there"), [(0, ["site"]), (3, ["site"]), (10_000, ["new"])])
def test_a_file_that_is_open_is_waited_for_but_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, there: list[str]
) -> None:
    (tmp_path / "new").touch()
    replace, refusals = Path.replace, iter(range(times))

    def in_use(old: Path, new: Path) -> None:
        if next(refusals, None) is not None:
            raise InUseError
        replace(old, new)

    monkeypatch.setattr(Path, "replace", in_use)
    monkeypatch.setattr(disk, "_PATIENCE", 0.2)
    began = time.monotonic()
    with pytest.raises(PermissionError) if there == ["new"] else nullcontext():
        disk.move(tmp_path / "new", tmp_path / "site")
    assert time.monotonic() - began < 2
    assert [path.name for path in tmp_path.iterdir()] == there


def test_what_is_refused_elsewhere_is_not_waited_for(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(FileNotFoundError):
        disk.move(tmp_path / "none", tmp_path / "site")
    assert time.monotonic() - began < 1
