"""Records: everything that a content folder holds, by kind and address, as the public knows it on a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Self, TypeVar

from huanjie.model.base import Entry, Record, leaves
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.facts import Ref
from huanjie.source import Text

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Records:
    """Everything a content folder holds, by kind and slug. Drafts are checked like the rest and kept apart."""

    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    drafts: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """All published records of one kind, in the order of their files."""
        return tuple(entry for entry in self.entries.get(kind.kind, {}).values() if isinstance(entry, kind))

    def one(self, kind: type[E]) -> E:
        """The only record of its kind; raises IndexError where there is none (loading has told the editor)."""
        return self.of(kind)[0]

    def get(self, kind: type[E], slug: str) -> E:
        """The record of a kind at an address; raises KeyError where there is none."""
        entry = self.entries[kind.kind][slug]
        if not isinstance(entry, kind):
            raise KeyError(slug)
        return entry

    def find(self, ref: Ref) -> Entry:
        """The record that a reference means; raises KeyError where there is none (loading has told the editor)."""
        return self.entries[ref.kind][ref.slug]

    def __contains__(self, ref: Ref) -> bool:
        """Whether the record that a reference means may be shown."""
        return ref.slug in self.entries.get(ref.kind, {})

    def as_of(self, today: date) -> Self:
        """The records as the public knew them on a day."""
        election = self.one(Election)
        last = exact_day(election.polling_until or election.polling_day)
        shelves: dict[str, dict[str, Entry]] = {}
        for entry in self.all:
            if entry.filed != "within" and (known := entry.as_of(today, last)):
                tuple(shelve(known, shelves))
        return type(self)(shelves) if [*_identities(shelves)] != [*_identities(self.entries)] else self

    def found(self, refs: Iterable[Ref]) -> tuple[Entry, ...]:
        """The records that references mean, without those that were not public on the day."""
        return tuple(self.find(ref) for ref in refs if ref in self)

    @property
    def all(self) -> Iterator[Entry]:
        """All published records."""
        return (entry for kind in self.entries.values() for entry in kind.values())

    @cached_property
    def texts(self) -> tuple[tuple[Entry, tuple[Text, ...]], ...]:
        """Each record with all text that was typed in it; those within another record are a part of it."""
        return tuple((entry, tuple(leaves(entry, Text))) for entry in self.all if entry.filed != "within")

    @cached_property
    def cites(self) -> Mapping[tuple[str, str], tuple[Ref, ...]]:
        """For each kind and slug, every reference in the record: looked up by many pages, so walked through once."""
        return {(entry.kind, entry.slug): tuple(references(entry)) for entry in self.all}

    @cached_property
    def cited_by(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """For each kind and slug, the records that refer to it, each once."""
        citing: dict[tuple[str, str], dict[tuple[str, str], Entry]] = {}
        for source, refs in self.cites.items():
            for ref in refs:
                citing.setdefault((ref.kind, ref.slug), {})[source] = self.entries[source[0]][source[1]]
        return {target: tuple(entries.values()) for target, entries in citing.items()}


def _identities(shelves: Mapping[str, Mapping[str, Entry]]) -> Iterator[int]:
    """Each record by what it is, not by what it says: comparing contents would cost as much as reading them."""
    return (id(shelves[kind][slug]) for kind in sorted(shelves) for slug in sorted(shelves[kind]))


def shelve(entry: Entry, shelves: dict[str, dict[str, Entry]]) -> Iterator[Entry]:
    """Put a record, and those filed within it, on the shelves of their kinds; give those whose address was taken."""
    shelves.setdefault(entry.kind, {})[entry.slug] = entry
    for short, inner in entry.within:
        inner._slug = f"{entry.slug}/{short}"  # noqa: SLF001  # only the record around it knows the address
        if shelves.setdefault(inner.kind, {}).setdefault(inner.slug, inner) is not inner:
            yield inner


def references(record: Record) -> list[Ref]:
    """Every reference in a record, however deep."""
    return leaves(record, Ref)
