"""The edition: all that a build shows, and what pages read of it besides the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import Self

from huanjie.checks.report import Report
from huanjie.content.records import Records
from huanjie.findings import Finding
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.election import Election
from huanjie.pages.shared.place_words import place_words

# Among what was asked for: the day of the edition, and whether a day was over on it (`<2026-11-18`).
TODAY, PAST = "today", "<"
PLACES = "places"  # and the words for the kinds of places that there are
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Edition:
    """All that a build shows: the records, the law that applies, the findings, and the day it is made for.

    Reading the day leaves a trace in `records.reads`: a page that never reads it is the same on another day, and a page
    that only asks whether a day is past is the same until it is. So read `today` only where `past` does not serve.
    """

    records: Records
    statute: Statute
    all_findings: tuple[Finding, ...]
    _today: date

    @classmethod
    def of(cls, report: Report, day: date | None = None) -> Self:
        """Make an edition of a report without errors, as of its day or another."""
        known = report.as_of(day or report.today)
        return cls(known.records, Statute.of(known.records.one(Election), known.today), known.findings, known.today)

    @property
    def today(self) -> date:
        """The day it is made for."""
        self.records.reads.add(TODAY)
        return self._today

    def past(self, day: date) -> bool:
        """Whether a day is over."""
        self.records.reads.add(f"{PAST}{day}")
        return day < self._today

    def reached(self, day: date) -> bool:
        """Whether a day has begun: it is today, or past."""
        return self.past(day - ONE_DAY)

    @property
    def places(self) -> str:
        """The kinds of place in words: 乡镇、街道."""
        self.records.reads.add(PLACES)
        return self._places

    @cached_property
    def _places(self) -> str:
        return place_words(area for area in self.records.by_kind.get(Area.kind, {}).values() if isinstance(area, Area))

    @property
    def fixed(self) -> bool:
        """Whether the site shows its day for good: the election says so, and no other day was asked for."""
        named = self.records.one(Election).shown_as_of
        return named is not None and named.exact == self.today

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in all files."""
        self.records.reads.add("?")
        return self.all_findings

    def findings_in(self, file: str) -> tuple[Finding, ...]:
        """The findings in a file."""
        self.records.reads.add(f"?{file}")
        return self._findings_in_files.get(file, ())

    @cached_property
    def _findings_in_files(self) -> Mapping[str, tuple[Finding, ...]]:
        files: dict[str, tuple[Finding, ...]] = {"": self.all_findings}
        for finding in self.all_findings:
            files[finding.at.file] = (*files.get(finding.at.file, ()), finding)
        return files

    def stamp(self, reads: Iterable[str]) -> bytes:
        """Digest the answers to `reads`: the same bytes as long as every answer is the same, in the same order."""
        return blake2b(b"".join(map(self._stamp, reads)), digest_size=16).digest()

    def _stamp(self, read: str) -> bytes:
        if read == PLACES:
            return self._places.encode()
        if read == TODAY:
            return self._today.isoformat().encode()
        if read.startswith(PAST):
            return b"past" if date.fromisoformat(read.removeprefix(PAST)) < self._today else b""
        return self._findings_stamp(read[1:]) if read.startswith("?") else self.records.fingerprint(read)

    def _findings_stamp(self, file: str) -> bytes:
        return blake2b(repr(self._findings_in_files.get(file, ())).encode(), digest_size=16).digest()
