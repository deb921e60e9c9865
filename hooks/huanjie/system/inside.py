"""Open files below a folder, and never outside it: a link on the way must not lead out.

Folders are opened one within the other, so that none can become a link in between. Windows cannot do that: there the
real path is compared right before a file is opened.
"""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from huanjie.system.errors import cause

LEFT: Final = ".huanjie-"  # the first letters of a hidden file that is to replace another
_STEPWISE: Final = {os.open, os.mkdir, os.rename, os.link, os.stat, os.unlink} <= os.supports_dir_fd
_LINKED = "通过链接（快捷方式）指到了内容文件夹外面，没有读写；请把文件和文件夹本身放进来，不要用链接"
_TRY = "请核对名字和权限，看看磁盘是不是满了，关上正在用它的程序"


class NotWrittenError(Exception):
    """A file could not be read or written; says why, and nothing was changed."""


class FailedError(NotWrittenError):
    """The system could not read or write the file."""


def _refuse(why: str) -> NoReturn:
    raise NotWrittenError(why)


@dataclass(frozen=True)
class Opened:
    """A file by its open folder and its name there; by its whole path where `folder` is None."""

    folder: int | None
    name: str

    def beside(self) -> "Opened":
        """A hidden file in the same folder that nobody else writes."""
        return self._sibling(f"{LEFT}{os.getpid()}-{secrets.token_hex(4)}")

    def left(self) -> Iterator["Opened"]:
        """The hidden files of writers in the same folder."""
        folder = Path(self.name).parent if self.folder is None else self.folder
        names = os.listdir(folder)  # noqa: PTH208  # it may be open
        return (self._sibling(name) for name in names if name.startswith(LEFT))

    def _sibling(self, name: str) -> "Opened":
        return Opened(self.folder, str(Path(self.name).with_name(name)) if self.folder is None else name)

    def open(self, flags: int) -> int:
        """Open the file; it gets the mode that new files have."""
        return os.open(self.name, flags | getattr(os, "O_BINARY", 0), 0o666, dir_fd=self.folder)

    def status(self) -> os.stat_result | None:
        """The status of the file, None where there is none."""
        try:
            return os.stat(self.name, dir_fd=self.folder, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def read(self) -> bytes | None:
        """The bytes of the file, None where there is none; raises OSError for anything but an ordinary file."""
        try:
            handle = self.open(os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        except FileNotFoundError:
            return None
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(errno.ELOOP, _LINKED)
            return file.read()

    def remove(self) -> None:
        """Remove the file, if it is there."""
        with suppress(FileNotFoundError):
            os.unlink(self.name, dir_fd=self.folder)


def read_inside(root: Path, file: str) -> bytes | None:
    """Give the bytes of a file below a folder, None where there is none; raises NotWrittenError."""
    with opened(root, file, make=False) as place:
        return place.read() if place else None


@contextmanager
def opened(root: Path, file: str, *, make: bool) -> Iterator[Opened | None]:
    """Open the folder of a file, and make it where `make` says so; else None where there is none.

    Raises NotWrittenError, also for errors of the system in the caller's block.
    """
    handles: list[int] = []
    try:
        real = os.path.realpath(root)
        *above, name = _steps(real, file)
        yield (_stepwise if _STEPWISE else _at_once)(real, above, name, handles, make=make)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENOTDIR}:
            _refuse(f"{file} {_LINKED}")
        why = f"{file} 读写不了：{cause(error)}；{_TRY}"
        raise FailedError(why) from error
    finally:
        for handle in handles:
            os.close(handle)


def _steps(real: str, file: str) -> list[str]:
    """The folders and the name on the way to a file; those of its target where it is a link inside the root."""
    steps = file.split("/")
    if any(step in {"", ".", ".."} or set(step) & set("\\:\0") for step in steps):
        _refuse(f"“{file!a}”不是内容文件夹里的文件")
    path = Path(real, *steps)
    if not path.is_symlink():
        return steps
    target = Path(os.path.realpath(path))
    if not target.is_relative_to(real) or not target.is_file():
        _refuse(f"{file} {_LINKED}")
    return target.relative_to(real).as_posix().split("/")


def _stepwise(real: str, above: list[str], name: str, handles: list[int], *, make: bool) -> Opened | None:
    """Open the folders one within the other; none may be a link."""
    flags = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handles.append(os.open(real, flags))
    for step in above:
        if make:
            with suppress(FileExistsError):
                os.mkdir(step, dir_fd=handles[-1])
        try:
            handles.append(os.open(step, flags, dir_fd=handles[-1]))
        except FileNotFoundError:
            return None
    return Opened(handles[-1], name)


def _at_once(real: str, above: list[str], name: str, _: list[int], *, make: bool) -> Opened | None:
    """Take the folder by its path, if that is its real path."""
    folder = Path(real, *above)
    if os.path.realpath(folder) != str(folder):
        raise OSError(errno.ELOOP, _LINKED)
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    return Opened(None, str(folder / name)) if folder.is_dir() else None
