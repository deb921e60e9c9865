"""Frames filled: every page is made, rendered, framed and written, in several processes; one that is as it was is not.

What a page says is decided by what makes it and what that is given, its frame, what it asked of the records and of the
day, and this code. Where none of these is another than at the last build, the file that stands is taken over as it is.
"""

import os
import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from huanjie.content.records import Records
from huanjie.law import Statute
from huanjie.law.pack import Article, Law, LegalRule
from huanjie.model.base import Entry
from huanjie.model.election import Election
from huanjie.pages import Data, Edition, Planned
from huanjie.search import Own, own_words
from huanjie.site import indexing
from huanjie.site.frames import Frame
from huanjie.site.page_parts import Place
from huanjie.system import disk
from huanjie.system.parallel import spread


@dataclass(frozen=True)
class Made:
    """What is known of a page that was written: of what it was made, what came of it, and its day for the sitemap.

    `source` is b"" for a page that was made when it was planned, which is written anew each time; `index` is what the
    search has of it, b"" where that leaves it out.
    """

    address: str
    source: bytes
    asked: tuple[str, ...]
    stamp: bytes
    digest: bytes
    changed: date | None
    index: bytes


@dataclass(frozen=True)
class Filling:
    """Where pages are written (`new`), where those of the last build stand (`old`), and what is known of them.

    The two may be one folder: then what is as it was is not touched at all.
    """

    edition: Edition
    place: Place
    new: Path
    old: Path
    before: Mapping[str, Made]

    def pages(self, framed: Sequence[tuple[Planned, Frame]]) -> Iterator[Made]:
        """Bring every page up to date, in order."""
        return spread(partial(self._page, framed), range(len(framed)))

    def _page(self, framed: Sequence[tuple[Planned, Frame]], number: int) -> Made:
        planned, frame = framed[number]
        source = self._source(planned, frame)
        known = self.before.get(planned.address)
        if known and source and known.source == source and self._still_stands(known):
            return known
        self.edition.records.asked.clear()
        page = planned.page
        shown = self.place.shown(page)
        html = frame.filled(shown).encode()
        asked = tuple(sorted(self.edition.records.asked))
        index = indexing.kept(page, shown.content, self._own)
        made = Made(planned.address, source, asked, self.edition.stamp(asked), _digest(html), page.changed, index)
        if not self._taken_over(made):
            self._write(made, html)
        return made

    def beside(self, one: Data) -> Made:
        """Bring a file that stands beside the pages up to date."""
        known = self.before.get(one.address)
        if known and known.source == self._shared and self._still_stands(known):
            return known
        self.edition.records.asked.clear()
        text = one.make().encode()
        asked = tuple(sorted(self.edition.records.asked))
        made = Made(one.address, self._shared, asked, self.edition.stamp(asked), _digest(text), None, b"")
        if not self._taken_over(made):
            self._write(made, text)
        return made

    def _still_stands(self, known: Made) -> bool:
        same = known.stamp == self.edition.stamp(known.asked)
        return same and (self.new == self.old or self._taken_over(known))

    def _source(self, planned: Planned, frame: Frame) -> bytes:
        """What decides the page besides the records it asks for; a record that is given counts by its file's bytes."""
        if not planned.cacheable:
            return b""
        out = BytesIO(self._shared + frame.digest)
        out.seek(0, os.SEEK_END)
        _Writer(out, self.edition.records).dump((planned.make, planned.corrections, planned.places))
        return _digest(out.getvalue())

    @cached_property
    def _own(self) -> Own:
        return own_words(self.edition.records.one(Election))

    @cached_property
    def _shared(self) -> bytes:
        """What decides every page: the law, the election itself and where the site stands."""
        edition = self.edition
        told = (edition.statute, self.place, edition.records.stamp("election.yml"))
        return _digest(repr(told).encode())

    def file(self, folder: Path, address: str) -> Path:
        """The file of an address: a page stands in a folder of its own."""
        return folder / address / "index.html" if address.endswith("/") or not address else folder / address

    def _taken_over(self, made: Made) -> bool:
        """Link the page as it stands, so that it keeps its time; False where it is another."""
        old, new = self.file(self.old, made.address), self.file(self.new, made.address)
        try:
            if _digest(old.read_bytes()) != made.digest:
                return False
        except OSError:
            return False
        if old != new:
            new.parent.mkdir(parents=True, exist_ok=True)
            disk.link(old, new)
        return True

    def _write(self, made: Made, raw: bytes) -> None:
        file = self.file(self.new, made.address)
        file.parent.mkdir(parents=True, exist_ok=True)
        if self.new != self.old:
            file.write_bytes(raw)
        else:
            ahead = file.with_name(".index")  # somebody may be reading the page that stands
            ahead.write_bytes(raw)
            disk.move(ahead, file)


class _Writer(pickle.Pickler):
    """Writes down what a page is made of: a record as what its file comes to, the pack and what all share by name."""

    def __init__(self, out: BytesIO, records: Records) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self.fast = True  # whether two equal texts are one object must not count
        self._digests = records.digests

    def persistent_id(self, value: object) -> object:
        if isinstance(value, Entry):
            return value.kind, value.slug, self._digests.get(value.at.file)
        if isinstance(value, Law | LegalRule):
            return type(value).__name__, value.id
        if isinstance(value, Article):
            return value.heading, repr(value.numbers)
        if isinstance(value, Edition | Records):
            return type(value).__name__
        return repr(value) if isinstance(value, Statute) else None


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=16).digest()
