"""A content folder -> a report: the records and every finding, from the reader's faults to those of the checks.

`huanjie check` and the build use the same report, so what one lets pass the other publishes.
"""

import os
import pickle
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

from huanjie import checks, findings
from huanjie.content.files import kind_of, list_files
from huanjie.content.loading import load
from huanjie.content.reading import Cache, Reader, fingerprint
from huanjie.content.records import Records
from huanjie.election.calendar import still_voting
from huanjie.findings import ERROR, WARNING, Finding, Lines
from huanjie.law import Statute
from huanjie.model.election import Election

CACHED = "found"  # the name under which a run saves its findings


@dataclass(frozen=True)
class Report:
    """All records of a content folder, and what is wrong with them on a day."""

    content: Path
    today: date
    records: Records
    findings: tuple[Finding, ...]

    def as_of(self, day: date) -> Self:
        """The report on the records as the public knew them on a day, without anything that came later.

        Raises IndexError where the election could not be read (then the report is refused).
        """
        records = self.records.as_of(day, still_voting(self.records.one(Election), day))
        if records is self.records and day == self.today:
            return self
        of_reading = [finding for finding in self.findings if finding.id not in checks.CHECKS]
        of_checks = checks.findings(records, Statute.of(records.one(Election), day), day)
        return replace(self, today=day, records=records, findings=findings.ordered((*of_reading, *of_checks)))

    @property
    def refused(self) -> bool:
        """Whether anything is wrong enough that nothing may be published."""
        return any(finding.severity == ERROR for finding in self.findings)

    @property
    def fails_strictly(self) -> bool:
        """Whether `--strict` refuses it: warnings count as errors."""
        return any(finding.severity >= WARNING for finding in self.findings)

    def text(self, root: str) -> str:
        """All findings for people, with a line that counts them."""
        if not self.findings:
            return ""
        text = findings.as_text(self.findings, excerpts(self.content), root)
        return f"{text}\n{findings.summary(self.findings)}\n"


def excerpts(content: Path) -> Lines:
    """Give the lines of a file for an excerpt: those of records only.

    A file that the walk refuses to open, such as a link to a file elsewhere, is not opened for an excerpt either.
    """
    walked = cache(lambda: frozenset(list_files(content, [])))

    def lines(file: str) -> list[str]:
        target = Path(os.path.realpath(content / file))  # of a link within the folder; its target is a record too
        names = (file, os.path.relpath(target, os.path.realpath(content)).replace(os.sep, "/"))
        if not walked().issuperset(names) or any(isinstance(kind_of(name), Finding) for name in names):
            return []
        return target.read_text("utf-8-sig", "replace").split("\n")

    return lines


def check_folder(content: Path, today: date, readings: Cache | None = None) -> Report:
    """Read and check a content folder as of today, or of the day that the election itself names (`shown_as_of`).

    Checks run only where all records could be read. `readings` has those of earlier runs.
    """
    return check_records(content, today, *load(content, Reader(readings)))


def cached_findings(content: Path, today: date, readings: Cache) -> tuple[Finding, ...]:
    """All findings of a content folder; from the last run where no file has changed since, on the same day."""
    walked: list[Finding] = []
    key = fingerprint(content, list_files(content, walked), f"{today} {walked}")
    saved = readings.recall(CACHED)
    saved_key, result = pickle.loads(saved) if saved else (b"", ())  # noqa: S301  # our own, made by this very code
    if saved_key != key:
        result = check_folder(content, today, readings).findings
        readings.remember(CACHED, pickle.dumps((key, result), pickle.HIGHEST_PROTOCOL))
    return result


def check_records(content: Path, today: date, records: Records, faults: tuple[Finding, ...]) -> Report:
    """Run the checks over records, unless one of the `faults` of their reading is an error."""
    if any(fault.severity == ERROR for fault in faults):
        return Report(content, today, records, _without_duplicates(faults))
    election = records.one(Election)
    today = (election.shown_as_of and election.shown_as_of.exact) or today
    of_checks = checks.findings(records, Statute.of(election, today), today)
    return Report(content, today, records, _without_duplicates(findings.ordered((*faults, *of_checks))))


def _without_duplicates(every: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Leave out S121 (a list has the same entry twice) where another finding on the line says more."""
    lines = {finding.at[:2] for finding in every if finding.id != "S121"}
    return tuple(finding for finding in every if finding.id != "S121" or finding.at[:2] not in lines)
