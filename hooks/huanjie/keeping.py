"""What is kept between runs, in one file that can be deleted at any time: the readings of content files.

SQLite makes it safe against a kill and against two builds at once. What another version of this code read is another
file, so no reading outlives the code that made it.
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
    """Readings in a file beside the content folder. Where it cannot be read or written, nothing is kept."""

    def __init__(self, content: Path) -> None:
        """Name the file by this code and the Python that runs it."""
        self.folder = content.absolute().parent / FOLDER
        self.file = self.folder / f"readings-{_version()}.sqlite"

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Give those that are kept."""
        if not self.file.is_file():
            return {}
        try:
            with closing(sqlite3.connect(self.file, timeout=PATIENCE)) as base:
                if len(keys) == 1:
                    return dict(base.execute("SELECT key, value FROM readings WHERE key = ?", tuple(keys)))
                asked = set(keys)
                return {key: value for key, value in base.execute("SELECT key, value FROM readings") if key in asked}
        except sqlite3.OperationalError:  # another build is writing
            return {}
        except sqlite3.DatabaseError:  # spoilt: the next run makes it anew
            self.file.unlink(missing_ok=True)
            return {}

    def add(self, key: bytes, value: bytes) -> None:
        """Keep one more, until something else is kept anew."""
        if self.file.is_file():
            with suppress(sqlite3.Error), closing(sqlite3.connect(self.file, timeout=PATIENCE)) as base, base:
                base.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, value))

    def put(self, new: Mapping[bytes, bytes], keys: Sequence[bytes]) -> None:
        """Keep new ones, and forget all that are not among `keys` and what other versions of the code kept."""
        with suppress(sqlite3.Error, OSError):
            self.folder.mkdir(exist_ok=True)
            for other in self.folder.glob("readings-*.sqlite*"):
                if not other.name.startswith(self.file.name):
                    other.unlink()
            with closing(sqlite3.connect(self.file, timeout=PATIENCE)) as base, base:
                base.execute("CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
                old = {key for (key,) in base.execute("SELECT key FROM readings")} - set(keys)
                base.executemany("DELETE FROM readings WHERE key = ?", ((key,) for key in old))
                base.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?)", new.items())


def _version() -> str:
    """A digest of this package's code and data, and of what else decides how a record is read and pickled."""
    digest = blake2b(f"{sys.version} {pydantic.VERSION}".encode(), digest_size=12)
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.yml")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()
