"""The user's key, which nobody else can read: a seal under it shows that this user wrote a cached value."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

KEY = 32  # bytes


def user_key() -> bytes | None:
    """Give the key, and make it where there is none; None where it could not be private."""
    with suppress(OSError, RuntimeError):  # the second where the user has no home at all
        file = user_state_path("huanjie") / "cache-key"
        return _private(file) or _new_key(file)
    return None


def _private(file: Path) -> bytes | None:
    """The key in a file that only this user can read; None where others can, or it has no key."""
    if not file.is_file():
        return None
    info = file.lstat()
    if hasattr(os, "geteuid") and (info.st_uid != os.geteuid() or info.st_mode & (stat.S_IRWXG | stat.S_IRWXO)):
        return None
    key = file.read_bytes()
    return key if len(key) == KEY else None


def _new_key(file: Path) -> bytes:
    """Make a key; of two processes that do so at once the later wins, and the other's cached values are lost."""
    file.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    key, ahead = secrets.token_bytes(KEY), file.with_name(f".{file.name}-{os.getpid()}")
    handle = os.open(ahead, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(key)
    ahead.replace(file)
    return key
