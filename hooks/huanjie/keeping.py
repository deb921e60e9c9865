"""What is kept between runs, in one file that can be deleted at any time: readings of content files, and results.

SQLite makes it safe against a kill and against two builds at once. What another version of this code kept is another
file, so nothing outlives the code that made it.
"""

import sqlite3
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

import pydantic

PACKAGE = Path(__file__).parent
FOLDER = ".huanjie-cache"
PATIENCE = 2.0  # seconds to wait for another build that is writing


class Keeping:
    """Readings and results in a file beside the content folder. Where it cannot be used, nothing is kept."""

    def __init__(self, content: Path) -> None:
        """Name the file by this code and the Python that runs it."""
        self.folder = content.absolute().parent / FOLDER
        self.file = self.folder / f"readings-{_version()}.sqlite"

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Give those that are kept."""
        if not self.file.is_file():
            return {}
        try:
            with closing(self._opened()) as base:
                asked = set(keys)
                return {key: value for key, value in base.execute("SELECT key, value FROM readings") if key in asked}
        except sqlite3.OperationalError:  # another build is writing
            return {}
        except sqlite3.DatabaseError:  # spoilt: the next run makes it anew
            self.file.unlink(missing_ok=True)
            return {}

    def recall(self, name: str) -> bytes | None:
        """Give what is remembered under a name."""
        if not self.file.is_file():
            return None
        with suppress(sqlite3.Error), closing(self._opened()) as base:
            for (value,) in base.execute("SELECT value FROM results WHERE name = ?", (name,)):
                return bytes(value)
        return None

    def remember(self, name: str, value: bytes) -> None:
        """Remember something under a name, in place of what was."""
        with suppress(sqlite3.Error, OSError):
            self._make_room()
            with closing(self._opened()) as base, base:
                base.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", (name, value))

    def put(self, new: Mapping[bytes, bytes], keys: Sequence[bytes]) -> None:
        """Keep new ones, and forget all that are not among `keys`."""
        with suppress(sqlite3.Error, OSError):
            self._make_room()
            with closing(self._opened()) as base, base:
                old = {key for (key,) in base.execute("SELECT key FROM readings")} - set(keys)
                base.executemany("DELETE FROM readings WHERE key = ?", ((key,) for key in old))
                base.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?)", new.items())

    def _make_room(self) -> None:
        """Make the folder, and clear away what other versions of the code kept."""
        self.folder.mkdir(exist_ok=True)
        for other in self.folder.glob("readings-*.sqlite*"):
            if not other.name.startswith(self.file.name):
                other.unlink()

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.file, timeout=PATIENCE)
        base.execute("PRAGMA synchronous = OFF")  # a kill cannot spoil it, only a power cut, and then it is made anew
        base.execute("CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, value BLOB)")
        base.execute("CREATE TABLE IF NOT EXISTS results (name TEXT PRIMARY KEY, value BLOB)")
        return base


def _version() -> str:
    """A digest of this package's files, and of what else decides what is read and pickled."""
    digest = blake2b(f"{sys.version} {pydantic.VERSION}".encode(), digest_size=12)
    for path in sorted(path for path in PACKAGE.rglob("*.*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.read_bytes())
    return digest.hexdigest()
