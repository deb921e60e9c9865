"""Atomic writes, for all commands: whole or not at all, and never over a newer file.

The new bytes go into a hidden file beside the old one, are flushed to the disk, and take its name in one step: a kill
at any moment leaves the old bytes or the new ones.
"""

import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from huanjie.system.inside import NotWrittenError, Opened, opened

_OLD = 60.0  # seconds; a hidden file lives for milliseconds, so an older one was left by a kill
# Seconds: on Windows a program that has the file open, such as a virus scanner, mostly lets go of it soon.
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)


class NewerError(NotWrittenError):
    """Another program wrote, made or removed the file in the meantime."""

    def __init__(self, file: str, before: bytes | None) -> None:
        """Say what happened to a file that had the bytes `before`, or that did not exist (None)."""
        newer = f"{file} 刚才在别处改过，没有写；请看过以后再来一次"
        super().__init__(f"已经有 {file}，没有动它" if before is None else newer)


def write_atomically(root: Path, file: str, new: bytes, before: bytes | None) -> None:
    """Replace a file below `root` that has the bytes `before`, or make it (None).

    Raises NewerError where the file has changed, and NotWrittenError.
    """
    with opened(root, file, make=True) as place:
        assert place  # noqa: S101  # it was made
        _clear(place)
        ahead = place.beside()
        try:
            _fill(ahead, new, place.status())
            if place.read() != before:
                raise NewerError(file, before)
            (_claim if before is None else _rename)(ahead, place)
        except FileExistsError as error:
            raise NewerError(file, None) from error
        finally:
            ahead.remove()
        if place.folder is not None:
            os.fsync(place.folder)  # the new name is on the disk too


def _fill(ahead: Opened, new: bytes, old: os.stat_result | None) -> None:
    """Write the bytes to the disk, with the mode of the old file, and its owner where we may."""
    with os.fdopen(ahead.open(os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
        file.write(new)
        file.flush()
        if old and sys.platform != "win32":
            if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
                with suppress(PermissionError):  # who may write in a folder may not give files away
                    os.fchown(file.fileno(), old.st_uid, old.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(old.st_mode))
        os.fsync(file.fileno())


def _rename(ahead: Opened, place: Opened) -> None:
    """Replace the old file; where another program has it open, wait for at most two seconds."""
    for pause in _PAUSES:
        try:
            os.replace(ahead.name, place.name, src_dir_fd=ahead.folder, dst_dir_fd=place.folder)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(ahead.name, place.name, src_dir_fd=ahead.folder, dst_dir_fd=place.folder)


def _claim(ahead: Opened, place: Opened) -> None:
    """Take a free name; raises FileExistsError."""
    try:
        os.link(ahead.name, place.name, src_dir_fd=ahead.folder, dst_dir_fd=place.folder)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as that of a USB stick
        os.close(place.open(os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        _rename(ahead, place)


def _clear(place: Opened) -> None:
    """Remove the hidden files that writers left in this folder when they were killed."""
    for hidden in place.left():
        if (status := hidden.status()) and time.time() - status.st_mtime > _OLD:
            hidden.remove()
