"""An edge: file operations that differ between systems. Locks, links, exchanges, and files that are open elsewhere.

Linux, macOS and Windows each lack something, and so do file systems; callers need not know what.
"""

import ctypes
import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100  # <fcntl.h>: paths are relative to the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE of <linux/fs.h>, RENAME_SWAP of <sys/stdio.h> on macOS
_PATIENCE = 2.0  # seconds; a program that reads a file (a virus scanner, a web server) closes it sooner
_PAUSE = 0.05
_IN_USE = (5, 32, 33)  # ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION of <winerror.h>


class Lock:
    """A lock on a file for the life of this process; `held` is False where another process holds it.

    It is False, too, on file systems without locks: there the end of a process cannot be noticed.
    """

    def __init__(self, path: Path) -> None:
        """Make the file where there is none, and lock it."""
        self.path = path
        self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self.held = _locked(self._handle)

    def release(self) -> None:
        """Unlock the file and remove it; on Windows only a closed file can be removed."""
        if self.leave():
            with suppress(PermissionError):  # on Windows, while another build tries the lock; its next try succeeds
                self.path.unlink(missing_ok=True)

    def leave(self) -> bool:
        """Unlock the file; give whether it was locked until now."""
        if self._handle is None:
            return False
        os.close(self._handle)
        self._handle = None
        return True


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # only Windows has it

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # Windows has none

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def link(old: Path, new: Path) -> None:
    """Link a file to a second place, without a copy; copy it where the file system has no links."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def move(old: Path, new: Path) -> None:
    """Move a file or a folder over an old file. On Windows, wait for a program that has it open."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            old.replace(new)
        except OSError as refused:
            if getattr(refused, "winerror", None) not in _IN_USE or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def trade(path: Path, other: Path) -> None:
    """Exchange two paths, in one step where the system can; one of them may be empty."""
    if not os.path.lexists(other):
        move(path, other)
    elif not os.path.lexists(path):
        move(other, path)
    elif not _exchanged(path, other):
        aside = aside_of(path)
        move(other, aside)
        try:
            move(path, other)
        except OSError:
            move(aside, other)
            raise
        move(aside, path)


def aside_of(path: Path) -> Path:
    """A temporary path for the other one, while `path` takes its place."""
    return path.with_name(f"{path.name}.old")


def _exchanged(path: Path, other: Path) -> bool:
    """Exchange two paths in one step; False where the system or the file system cannot."""
    if os.name == "nt":
        return False
    libc, paths = ctypes.CDLL(None), (os.fsencode(path), os.fsencode(other))
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _EXCHANGE) == 0)
    return hasattr(libc, "renamex_np") and bool(libc.renamex_np(*paths, _EXCHANGE) == 0)
