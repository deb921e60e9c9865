"""A file -> a reading: its records and findings, without any look at other files.

So readings can be made in several processes, and cached: a reading depends on the file's name, its bytes and this code.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from huanjie.content.files import kind_of, list_files, slug_of
from huanjie.content.model_errors import refusals
from huanjie.content.records import references
from huanjie.findings import Finding, from_fault
from huanjie.model.base import Record
from huanjie.system.parallel import parallel_map
from huanjie.yaml_text import Fields, Items, Place, Value, read

File = tuple[str, bytes | None]  # its name below the content folder, and its bytes; None where they cannot be read


@dataclass(frozen=True)
class Reading:
    """The records of a file in their order, its findings, and kinds and slugs of the records that could not be read."""

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    broken: tuple[tuple[type[Record], str], ...] = ()


class Cache(Protocol):
    """A cache of readings by key, and of results by name."""

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Give the cached readings among some keys."""

    def put(self, new: Mapping[bytes, bytes], keys: Sequence[bytes]) -> None:
        """Store new readings; those that are not among `keys` may be deleted."""

    def recall(self, name: str) -> bytes | None:
        """Give the result of a name."""

    def remember(self, name: str, value: bytes) -> None:
        """Store a result under a name, in place of the old one."""


class Reader:
    """Reads files, and none twice: it has its own readings in memory, and those of earlier runs in a cache."""

    def __init__(self, cache: Cache | None = None, unsaved: Mapping[str, bytes] | None = None) -> None:
        """Begin with a cache; files that are not saved yet are read as if they lay in the folder."""
        self._cache = cache
        self._unsaved = unsaved or {}
        self._read: dict[bytes, Reading] = {}

    def readings(self, content: Path, files: Sequence[str]) -> Iterator[tuple[bytes, Reading]]:
        """Read every file, in order, each with the digest of its name and bytes; new ones in several processes."""
        by_key = {_key(file, raw): (file, raw) for file in files for raw in [self._bytes(content, file)]}
        self._read = {key: reading for key, reading in self._read.items() if key in by_key}
        ahead = {key: file for key, file in by_key.items() if key not in self._read}
        if self._cache is None:
            self._read |= zip(ahead, parallel_map(reading, [*ahead.values()]), strict=True)
        elif ahead:
            self._read |= self._through(self._cache, ahead, [*by_key])
        return ((key, self._read[key]) for key in by_key)

    def files(self, content: Path, findings: list[Finding]) -> tuple[str, ...]:
        """List the paths of all files, also of those that are not saved yet; see `list_files`."""
        saved = list_files(content, findings)
        new = self._unsaved.keys() - {*saved}
        return tuple(sorted((*saved, *new), key=lambda file: file.split("/"))) if new else saved

    def _bytes(self, content: Path, file: str) -> bytes | None:
        return self._unsaved[file] if file in self._unsaved else _bytes(content / file)

    def reading(self, content: Path, file: str) -> tuple[bytes, Reading]:
        """Read one file as it is now."""
        raw = self._bytes(content, file)
        key = _key(file, raw)
        if key not in self._read:
            self._read[key] = reading((file, raw))
        return key, self._read[key]

    @staticmethod
    def _through(cache: Cache, ahead: Mapping[bytes, File], keys: Sequence[bytes]) -> Iterator[tuple[bytes, Reading]]:
        """Take readings from the cache, read the other files, and cache these too."""
        cached = cache.get([*ahead])
        missing = {key: file for key, file in ahead.items() if key not in cached}
        _make_ready(missing.values())
        coming = parallel_map(_pickled, [*missing.values()])
        new: dict[bytes, bytes] = {}
        for key in ahead:
            if key in missing:  # unpickled while the others are still being read
                new[key] = next(coming)
            yield key, pickle.loads(cached.get(key) or new[key])  # noqa: S301  # our own, made by this very code
        if new:
            cache.put(new, keys)


def fingerprint(content: Path, files: Sequence[str], more: str) -> bytes:
    """A digest of all files together, and of whatever else decides their findings."""
    keys = (_key(file, _bytes(content / file)) for file in files)
    return blake2b(b"".join(keys) + more.encode(), digest_size=16).digest()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _key(file: str, raw: bytes | None) -> bytes:
    return blake2b(file.encode() + b"\0" + (b"" if raw is None else b"\0" + raw), digest_size=16).digest()


def _make_ready(files: Iterable[File]) -> None:
    """Build the validators for some files before processes are copied, so that it is done once."""
    for kind in {kind_of(name) for name, _ in files}:
        if not isinstance(kind, Finding):
            kind.model_rebuild()


def _pickled(file: File) -> bytes:
    return pickle.dumps(reading(file), pickle.HIGHEST_PROTOCOL)


def reading(file: File) -> Reading:
    """Read one file by its name and bytes."""
    name, raw = file
    kind = kind_of(name)
    if isinstance(kind, Finding):
        return Reading(findings=(kind,))
    if raw is None:
        wrong, right = "文件读不出来", "请检查这个文件的权限，或者重新放一份"
        return Reading(findings=(Finding(Place(name), wrong, right, "S206"),))
    value = read(name, raw)
    own = slug_of(name) if kind.filed == "folder" else ""
    if isinstance(value, tuple):
        return Reading(findings=tuple(map(from_fault, value)), broken=((kind, own),))
    if isinstance(value, Items) != (kind.filed == "list"):
        return Reading(findings=(_misshaped(kind, value),), broken=((kind, ""),))
    items = value if isinstance(value, Items) else [value]
    doubts = Reading(findings=tuple(map(from_fault, value.doubts)))
    return _joined([doubts, *(_record(kind, own, item) for item in items)])


def _misshaped(kind: type[Record], value: Items | Fields) -> Finding:
    if isinstance(value, Items):
        right = "这个文件写一份记录：去掉行首的“- ”，一行一栏，如 title: 名称"
        return Finding(value.at, "整个文件写成了列表", right, "S116")
    right = f"这个文件写多个{kind.noun}：每个{kind.noun}前面加“- ”，下面各行缩进两格"
    return Finding(value.at, "整个文件写成了一组栏目", right, "S117")


def _record(kind: type[Record], own: str, value: Value) -> Reading:
    """Build a record; `own` is its address where it has a file of its own."""
    try:
        record = kind.model_validate(value)
    except ValidationError as error:
        refused = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
        slug = str(value["id"]) if isinstance(value, Fields) and "id" in value and "id" not in refused else ""
        return Reading(findings=tuple(refusals(error, kind, value)), broken=((kind, own or slug),))
    record._slug = own  # noqa: SLF001  # see above
    references(record)  # found here, where several processes work, and cached with the record
    return Reading(records=(record,))


def _joined(readings: Sequence[Reading]) -> Reading:
    return Reading(
        tuple(record for reading in readings for record in reading.records),
        tuple(finding for reading in readings for finding in reading.findings),
        tuple(broken for reading in readings for broken in reading.broken),
    )
