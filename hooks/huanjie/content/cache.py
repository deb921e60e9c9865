"""The cache between runs: readings of content files, and results, in a file of the user's own cache folder.

It can be deleted at any time. Values are pickled, so a forged one could run code or change a number: each has a seal
under a key that only this user can read, and a value with a wrong seal (planted, damaged, of another version of the
code) is ignored. It never lies beside the content, where a stranger's archive or clone could bring it along.
SQLite makes it safe against a kill and against two builds at once.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from functools import cached_property
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import TypeVar

import pydantic
from platformdirs import user_cache_path

from huanjie.system.user_key import user_key

T = TypeVar("T")

PACKAGE = Path(__file__).parents[1]
HOME = "HUANJIE_CACHE"  # the environment variable that names another folder for it
PATIENCE = 2.0  # seconds to wait for another build that is writing
SEAL = 16  # bytes of a seal: as good as impossible to guess
UNUSED = 30 * 24 * 3600  # seconds after which the cache of a folder that nobody checks any more is deleted

_TABLES = (
    "CREATE TABLE readings (key BLOB PRIMARY KEY, value BLOB)",
    "CREATE TABLE results (name BLOB PRIMARY KEY, value BLOB)",
)
_SPOILT = (sqlite3.Error, UnicodeError)  # a damaged name in the schema cannot even be put into a message
# Errors of these that pass by themselves: another build is writing, the disk is full or read-only.
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
}


class ReadingCache:
    """The readings and results of one content folder. Where it cannot be safe, nothing is cached."""

    def __init__(self, content: Path) -> None:
        """Name the file by the content folder, this code and the Python that runs it."""
        self.home = _home(content)
        name = blake2b(os.fsencode(content.resolve()), digest_size=12).hexdigest()
        self.folder = (self.home or Path(os.devnull)) / name
        self.file = self.folder / f"readings-{_version()}.sqlite"

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Give the cached readings among some keys."""
        requested = set(keys)

        def select(base: sqlite3.Connection) -> Mapping[bytes, bytes]:
            rows = base.execute("SELECT key, value FROM readings")
            opened = ((key, self._opened(key, value)) for key, value in rows if key in requested)
            return {key: value for key, value in opened if value is not None}

        return self._read(select) or {}

    def recall(self, name: str) -> bytes | None:
        """Give the result of a name."""

        def select(base: sqlite3.Connection) -> bytes | None:
            rows = base.execute("SELECT value FROM results WHERE name = ?", (name.encode(),))
            return next((self._opened(name.encode(), value) for (value,) in rows), None)

        return self._read(select)

    def remember(self, name: str, value: bytes) -> None:
        """Store a result under a name, in place of the old one."""
        row = (name.encode(), self._sealed(name.encode(), value))
        self._write(lambda base: base.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", row))

    def put(self, new: Mapping[bytes, bytes], keys: Sequence[bytes]) -> None:
        """Store new readings, and delete all that are not among `keys`."""

        def change(base: sqlite3.Connection) -> None:
            old = {key for (key,) in base.execute("SELECT key FROM readings")} - set(keys)
            base.executemany("DELETE FROM readings WHERE key = ?", ((key,) for key in old))
            rows = ((key, self._sealed(key, value)) for key, value in new.items())
            base.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?)", rows)

        self._write(change)

    def _read(self, select: Callable[[sqlite3.Connection], T]) -> T | None:
        """Run a query; None where nothing is cached, or another build is writing."""
        with suppress(OSError):
            if not self._key or not self.file.is_file():
                return None
            try:
                with closing(self._connected()) as base:
                    _prepare(base)
                    return select(base)
            except _SPOILT as error:
                self._clear(error)
        return None

    def _write(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Make a change where possible; a damaged file is deleted, so that the next run makes it anew."""
        if not self._key:
            return
        with suppress(OSError):
            self._make_room()
            try:
                with closing(self._connected()) as base, base:
                    _prepare(base)
                    change(base)
            except _SPOILT as error:
                self._clear(error)

    def _clear(self, error: Exception) -> None:
        """Delete a damaged file; keep it where another build is writing, or the disk is full."""
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _PASSING:
            with suppress(OSError):  # another process has it open, on Windows
                self.file.unlink(missing_ok=True)

    def _make_room(self) -> None:
        """Make the folder; delete the caches of other versions of the code, and of folders long gone."""
        self.folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        long_ago = time.time() - UNUSED
        for other in self.folder.parent.glob("*/readings-*.sqlite*"):
            ours = other.parent == self.folder
            if not other.name.startswith(self.file.name) if ours else other.stat().st_mtime < long_ago:
                other.unlink(missing_ok=True)

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self.file, timeout=PATIENCE)

    @cached_property
    def _key(self) -> bytes | None:
        """The user's key; None where it could not be private."""
        return user_key() if self.home else None

    def _seal(self, name: bytes, value: bytes) -> bytes:
        """The seal of a value under its name, in this file of this version of the code."""
        seal = blake2b(key=self._key or b"", digest_size=SEAL, person=b"huanjie")
        for part in (self.file.name.encode(), name):
            seal.update(len(part).to_bytes(8, "big") + part)
        seal.update(value)
        return seal.digest()

    def _sealed(self, name: bytes, value: bytes) -> bytes:
        return self._seal(name, value) + value

    def _opened(self, name: bytes, sealed: object) -> bytes | None:
        """A value without its seal; None where that is wrong."""
        if not isinstance(sealed, bytes):
            return None
        seal, value = sealed[:SEAL], sealed[SEAL:]
        return value if compare_digest(seal, self._seal(name, value)) else None


def _home(content: Path) -> Path | None:
    """The user's folder for caches; None where there is none, or where it would lie among the records."""
    try:
        home = Path(os.environ.get(HOME) or user_cache_path("huanjie"))
    except RuntimeError:  # a user without a home, as in some containers
        return None
    return None if home.resolve().is_relative_to(content.resolve()) else home


def _prepare(base: sqlite3.Connection) -> None:
    base.text_factory = bytes
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA synchronous = OFF")  # a power cut may damage it: the seals show that, and it is made anew
    for table in _TABLES:
        base.execute(table.replace("TABLE", "TABLE IF NOT EXISTS", 1))
    planned = {table.encode() for table in _TABLES}
    if {sql for (sql,) in base.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")} != planned:
        message = "not a file of ours"  # a view or a trigger that somebody planted could run for ever
        raise sqlite3.DatabaseError(message)


def _version() -> str:
    """A digest of everything that decides a pickled reading: this package's files, Python, pydantic."""
    digest = blake2b(f"{sys.version} {pydantic.VERSION}".encode(), digest_size=12)
    for path in sorted(path for path in PACKAGE.rglob("*.*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.read_bytes())
    return digest.hexdigest()
