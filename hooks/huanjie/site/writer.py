"""Pages written: each is made, rendered, framed and saved, in several processes; an unchanged page is linked instead.

A page is decided by the function that makes it and its arguments, its frame, its reads of the records and of the
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
from huanjie.model.base import Record
from huanjie.model.election import Election
from huanjie.pages import Data, Edition, PagePlan
from huanjie.search import Own, own_words
from huanjie.site import indexing
from huanjie.site.frames import Frame
from huanjie.site.page_parts import SiteInfo
from huanjie.system import disk
from huanjie.system.parallel import parallel_map


@dataclass(frozen=True)
class PageState:
    """The state of a page that was written: its sources, its reads, a digest of its bytes, and its day for the sitemap.

    `source` is b"" for a page that was made when it was planned, which is written anew each time; `index` is what the
    search has of it, b"" where that leaves it out.
    """

    address: str
    source: bytes
    reads: tuple[str, ...]
    fingerprint: bytes
    digest: bytes
    changed: date | None
    index: bytes


@dataclass(frozen=True)
class PageWriter:
    """Writes pages below `new`; those of the last build are below `old`, and their states in `before`.

    The two may be one folder: then what is as it was is not touched at all.
    """

    edition: Edition
    site_info: SiteInfo
    new: Path
    old: Path
    before: Mapping[str, PageState]

    def pages(self, framed: Sequence[tuple[PagePlan, Frame]]) -> Iterator[PageState]:
        """Bring every page up to date, in order."""
        return parallel_map(partial(self._page, framed), range(len(framed)))

    def _page(self, framed: Sequence[tuple[PagePlan, Frame]], number: int) -> PageState:
        planned, frame = framed[number]
        source = self._source(planned, frame)
        known = self.before.get(planned.address)
        if known and source and known.source == source and self._still_stands(known):
            return known
        self.edition.records.reads.clear()
        page = planned.page
        parts = self.site_info.parts(page)
        html = frame.filled(parts).encode()
        reads = tuple(sorted(self.edition.records.reads))
        index = indexing.page_entries(page, parts.content, self._own)
        state = PageState(planned.address, source, reads, self.edition.stamp(reads), _digest(html), page.changed, index)
        if not self._taken_over(state):
            self._write(state, html)
        return state

    def data_file(self, data: Data) -> PageState:
        """Bring a data file beside the pages up to date."""
        known = self.before.get(data.address)
        if known and known.source == self._shared and self._still_stands(known):
            return known
        self.edition.records.reads.clear()
        text = data.make().encode()
        reads = tuple(sorted(self.edition.records.reads))
        state = PageState(data.address, self._shared, reads, self.edition.stamp(reads), _digest(text), None, b"")
        if not self._taken_over(state):
            self._write(state, text)
        return state

    def _still_stands(self, known: PageState) -> bool:
        same = known.fingerprint == self.edition.stamp(known.reads)
        return same and (self.new == self.old or self._taken_over(known))

    def _source(self, planned: PagePlan, frame: Frame) -> bytes:
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
        """A digest of all that decides every page: the law, the election itself and the site's name and address."""
        edition = self.edition
        shared = (edition.statute, self.site_info, edition.records.fingerprint("election.yml"))
        return _digest(repr(shared).encode())

    def file(self, folder: Path, address: str) -> Path:
        """The file of an address: a page stands in a folder of its own."""
        return folder / address / "index.html" if address.endswith("/") or not address else folder / address

    def _taken_over(self, state: PageState) -> bool:
        """Link the page as it stands, so that it keeps its time; False where it is another."""
        old, new = self.file(self.old, state.address), self.file(self.new, state.address)
        try:
            if _digest(old.read_bytes()) != state.digest:
                return False
        except OSError:
            return False
        if old != new:
            new.parent.mkdir(parents=True, exist_ok=True)
            disk.link(old, new)
        return True

    def _write(self, state: PageState, raw: bytes) -> None:
        file = self.file(self.new, state.address)
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
        if isinstance(value, Record):
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
