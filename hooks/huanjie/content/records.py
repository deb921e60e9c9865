"""Records: everything that a content folder holds, by kind and address, as the public knows it on a day.

`reads` notes each record that somebody reads. What was made of these records is made again only when the `fingerprint`
of one of the reads has changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Self, TypeVar

from huanjie.model.base import Record, Voting
from huanjie.model.facts import Ref
from huanjie.model.leaves import leaves
from huanjie.yaml_text import Text

E = TypeVar("E", bound=Record)
Shelves = Mapping[str, Mapping[str, Record]]  # by kind and slug
NAME = 70  # characters; nothing is called by so many


@dataclass(frozen=True)
class Records:
    """Everything a content folder holds, by kind and slug. Drafts are checked like the rest and kept apart.

    `digests` has a digest for each file: of its bytes, and as of a day of what was public of its records then. `reads`
    has what was read since it was last emptied: files; all records of a kind (`meetings/*`); a record that is missing
    (`!meetings/x`); the records that refer to another (`@meetings/x`).
    """

    by_kind: Shelves = field(default_factory=dict)
    drafts: Shelves = field(default_factory=dict)
    digests: Mapping[str, bytes] = field(default_factory=dict)
    reads: set[str] = field(default_factory=set, compare=False)

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """All published records of one kind, in the order of their files."""
        self.reads.add(f"{kind.kind}/*")
        return self._of.get(kind.kind, ())  # type: ignore[return-value]  # a kind's shelf holds its records

    @cached_property
    def _of(self) -> Mapping[str, tuple[Record, ...]]:
        return {kind: tuple(shelf.values()) for kind, shelf in self.by_kind.items()}

    def one(self, kind: type[E]) -> E:
        """The only record of its kind; raises IndexError where there is none (loading has told the editor)."""
        return self.of(kind)[0]

    def get(self, kind: type[E], slug: str) -> E:
        """The record of a kind at an address; raises KeyError where there is none."""
        record = self._read(kind.kind, slug)
        if not isinstance(record, kind):
            raise KeyError(slug)
        return record

    def find(self, ref: Ref) -> Record:
        """The record that a reference means; raises KeyError where there is none (loading has told the editor)."""
        return self._read(ref.kind, ref.slug)

    def _read(self, kind: str, slug: str) -> Record:
        record = self.by_kind[kind][slug]
        self.reads.add(record.at.file)
        return record

    def __contains__(self, ref: Ref) -> bool:
        """Whether the record that a reference means may be shown."""
        known = ref.slug in self.by_kind.get(ref.kind, {})
        if not known:
            self.reads.add(f"!{ref.kind}/{ref.slug}")
        return known

    def as_of(self, today: date, voting: Voting) -> Self:
        """The records as the public knew them on a day on which votes may still go on."""
        shelves = self._public(self.all, today, voting)
        changed = [*_identities(shelves)] != [*_identities(self.by_kind)]
        return type(self)(shelves, digests=_digests(self.digests, self.all, shelves)) if changed else self

    def edited(self, file: str, digest: bytes, records: Iterable[Record], today: date, voting: Voting) -> Self | None:
        """Replace the records of one file as of a day; None where the file holds other records than it did."""
        public = tuple(record for record in records if record.public)
        new = self._public(public, today, voting)
        names = {(kind, slug) for kind, shelf in new.items() for slug in shelf}
        if names != {(record.kind, record.slug) for record in self.all if record.at.file == file}:
            return None
        shelves = {kind: {**shelf, **new.get(kind, {})} for kind, shelf in self.by_kind.items()}
        return type(self)(shelves, self.drafts, {**self.digests, **_digests({file: digest}, public, new)})

    def _public(self, records: Iterable[Record], today: date, voting: Voting) -> dict[str, dict[str, Record]]:
        """Shelve some records as the public knew them on a day."""
        shelves: dict[str, dict[str, Record]] = {}
        for record in records:
            if record.filed != "within" and (public := record.as_of(today, voting)):
                tuple(shelve(public, shelves))
        return shelves

    def resolve(self, refs: Iterable[Ref]) -> tuple[Record, ...]:
        """The records that references mean, without those that were not public on the day."""
        return tuple(self.find(ref) for ref in refs if ref in self)

    @property
    def all(self) -> Iterator[Record]:
        """All published records."""
        self.reads.add("*")
        return (record for kind in self.by_kind.values() for record in kind.values())

    @cached_property
    def texts(self) -> tuple[tuple[Record, tuple[Text, ...]], ...]:
        """Each record with all text that was typed in it; those within another record are a part of it."""
        return tuple((record, texts(record)) for record in self.all if record.filed != "within")

    @cached_property
    def prose(self) -> tuple[tuple[Record, Text], ...]:
        """Each text that is more than a name or a title, with the record it was typed in."""
        return tuple(
            (record, text) for record, texts in self.texts for text in texts if "。" in text or len(text) > NAME
        )

    def citing(self, record: Record) -> tuple[Record, ...]:
        """The records that refer to an entry, each once."""
        self.reads.add(f"@{record.kind}/{record.slug}")
        return self._citing.get((record.kind, record.slug), ())

    @cached_property
    def _citing(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        citing: dict[tuple[str, str], dict[int, Record]] = {}
        for shelf in self.by_kind.values():
            for record in shelf.values():
                for ref in references(record):
                    citing.setdefault((ref.kind, ref.slug), {})[id(record)] = record
        return {target: tuple(records.values()) for target, records in citing.items()}

    def fingerprint(self, read: str) -> bytes:
        """A digest of the answer to one of the `reads`: the same bytes as long as the answer is the same."""
        if read not in self._fingerprints:
            self._fingerprints[read] = blake2b(b"".join(self._answers(read)), digest_size=16).digest()
        return self._fingerprints[read]

    @cached_property
    def _fingerprints(self) -> dict[str, bytes]:
        return {}

    def _answers(self, read: str) -> Iterator[bytes]:
        kind, _, slug = read.lstrip("!@").partition("/")
        if read == "*":
            yield from (self.fingerprint(f"{kind}/*") for kind in self.by_kind)
        elif read.startswith("!"):
            yield b"known" if slug in self.by_kind.get(kind, {}) else b""
        elif read.startswith("@"):
            yield from map(self._state, self._citing.get((kind, slug), ()))
        elif slug == "*":
            yield from map(self._state, self.by_kind.get(kind, {}).values())
        else:
            yield self.digests.get(read, b"")

    def _state(self, record: Record) -> bytes:
        return f"{record.slug}\n".encode() + self.digests.get(record.at.file, b"")


def _digests(digests: Mapping[str, bytes], records: Iterable[Record], shelves: Shelves) -> Mapping[str, bytes]:
    """Change the digests of files of which some records are public in part or not at all on a day."""
    changed = dict(digests)
    for record in records:
        public = shelves.get(record.kind, {}).get(record.slug)
        if record.filed != "within" and public is not record:
            state = changed.get(record.at.file, b"") + f"{record.slug} {public!r}".encode()
            changed[record.at.file] = blake2b(state, digest_size=16).digest()
    return changed


def references(record: Record) -> tuple[Ref, ...]:
    """Every reference in a record, however deep."""
    return _leaves(record)[0]


def texts(record: Record) -> tuple[Text, ...]:
    """All text that was typed in a record, however deep."""
    return _leaves(record)[1]


def _leaves(record: Record) -> tuple[tuple[Ref, ...], tuple[Text, ...]]:
    """The references and texts in a record. Each record is walked through once, and keeps them for the next call."""
    if record._leaves is None:  # noqa: SLF001  # see above
        inside: list[Ref | Text] = leaves(record, Ref, Text)
        refs = tuple(leaf for leaf in inside if isinstance(leaf, Ref))
        record._leaves = (refs, tuple(leaf for leaf in inside if isinstance(leaf, Text)))  # noqa: SLF001
    return record._leaves  # noqa: SLF001


def _identities(shelves: Shelves) -> Iterator[int]:
    """Each record by its identity: comparing contents would cost as much as reading them."""
    return (id(shelves[kind][slug]) for kind in sorted(shelves) for slug in sorted(shelves[kind]))


def shelve(record: Record, shelves: dict[str, dict[str, Record]]) -> Iterator[Record]:
    """Put a record, and those filed within it, on the shelves of their kinds; give those whose address was taken."""
    shelves.setdefault(record.kind, {})[record.slug] = record
    for short, inner in record.within:
        inner._slug = f"{record.slug}/{short}"  # noqa: SLF001  # only the record around it knows the address
        if shelves.setdefault(inner.kind, {}).setdefault(inner.slug, inner) is not inner:
            yield inner
