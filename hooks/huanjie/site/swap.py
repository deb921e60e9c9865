"""A new site takes the place of the old one in a single step, so that a build killed at any moment leaves a whole site.

The site is staged in a folder beside the target. Linux and macOS can exchange two folders atomically; elsewhere the old
one steps aside for the moment of a rename. A staging folder is locked while its build lives; those of builds that were
killed are cleared away by the next.
"""

import ctypes
import fcntl
import os
import shutil
import sys
import tempfile
from pathlib import Path

_AT_FDCWD = -100  # <fcntl.h>: paths are relative to the working directory
_RENAME_EXCHANGE = 2  # <linux/fs.h>, and RENAME_SWAP of <sys/stdio.h> on macOS


class Staging:
    """A locked folder in which a site grows."""

    def __init__(self, path: Path) -> None:
        """Lock the folder for the life of this process."""
        self.path = path
        self._lock: int | None = os.open(path, os.O_RDONLY)
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def replace(self, target: Path) -> None:
        """Become `target`; of what stood there only hidden files stay, as MkDocs itself does (.git, .nojekyll)."""
        self.path.chmod(0o755)  # made private by mkdtemp
        if target.is_dir():
            for hidden in target.glob(".*"):
                copy = shutil.copytree if hidden.is_dir() else shutil.copy2
                copy(hidden, self.path / hidden.name)
        if os.path.lexists(target):
            _exchange(self.path, target)
        else:
            self.path.rename(target)
        self.drop()

    def drop(self) -> None:
        """Remove the folder, or what took its place, and let go of the lock."""
        if self.path.is_symlink():
            self.path.unlink()
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def stage(target: Path) -> Staging:
    """Make a staging folder beside `target` and clear away those of builds that were killed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}-new-"
    for left in target.parent.glob(f"{prefix}*"):
        if _abandoned(left):
            shutil.rmtree(left, ignore_errors=True)
    return Staging(Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent)))


def _abandoned(path: Path) -> bool:
    """Whether no living process holds the folder's lock."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders in one step where the system can; else the other steps aside first."""
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        failed = libc.renamex_np(os.fsencode(one), os.fsencode(other), _RENAME_EXCHANGE)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    else:
        failed = -1
    if failed:
        aside = one.with_name(f"{one.name}-old")
        other.rename(aside)
        one.rename(other)
        aside.rename(one)
