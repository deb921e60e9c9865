"""A content folder -> a report: the records and every finding, from the reader's faults to the rules.

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

FOUND = "found"  # the name under which a run keeps what it found


@dataclass(frozen=True)
class Report:
    """What one look at a content folder gave: all its records, and what is wrong with them on a day."""

    content: Path
    today: date
    records: Records
    findings: tuple[Finding, ...]

    def as_of(self, day: date) -> Self:
        """The report as the public knew the records on a day: nothing that came later, and what was found of the rest.

        Raises IndexError where the election could not be read (then the report is refused).
        """
        records = self.records.as_of(day, still_voting(self.records.one(Election), day))
        if records is self.records and day == self.today:
            return self
        known = [finding for finding in self.findings if finding.id not in checks.RULES]
        found = checks.findings(records, Statute.of(records.one(Election), day), day)
        return replace(self, today=day, records=records, findings=findings.ordered((*known, *found)))

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
        told = findings.as_text(self.findings, excerpts(self.content), root)
        return f"{told}\n{findings.summary(self.findings)}\n"


def excerpts(content: Path) -> Lines:
    """Whatever shows a line of a file asks here: only those of records are shown.

    What the walk tells and leaves shut, such as a link to a file elsewhere, is not opened for an excerpt either.
    """
    walked = cache(lambda: frozenset(list_files(content, [])))

    def lines(file: str) -> list[str]:
        target = Path(os.path.realpath(content / file))  # of a link within the folder; what lies there is a record too
        names = (file, os.path.relpath(target, os.path.realpath(content)).replace(os.sep, "/"))
        if not walked().issuperset(names) or any(isinstance(kind_of(name), Finding) for name in names):
            return []
        return target.read_text("utf-8-sig", "replace").split("\n")

    return lines


def check(content: Path, today: date, cache: Cache | None = None) -> Report:
    """Read and check a content folder as of today, or of the day that the election itself names (`shown_as_of`).

    Rules are asked only of records that could all be read. `cache` has the readings of earlier runs.
    """
    return judged(content, today, *load(content, Reader(cache)))


def told(content: Path, today: date, cache: Cache) -> tuple[Finding, ...]:
    """All that is found in a content folder; from the last run where no file has changed since, on the same day."""
    walked: list[Finding] = []
    key = fingerprint(content, list_files(content, walked), f"{today} {walked}")
    earlier = cache.recall(FOUND)
    was, found = pickle.loads(earlier) if earlier else (b"", ())  # noqa: S301  # our own, made by this very code
    if was != key:
        found = check(content, today, cache).findings
        cache.remember(FOUND, pickle.dumps((key, found), pickle.HIGHEST_PROTOCOL))
    return found


def judged(content: Path, today: date, records: Records, found: tuple[Finding, ...]) -> Report:
    """Ask the rules of what was read, unless something could not be."""
    if not any(finding.severity == ERROR for finding in found):
        named = records.one(Election).shown_as_of
        today = named.exact or today if named else today
        statute = Statute.of(records.one(Election), today)
        found = findings.ordered((*found, *checks.findings(records, statute, today)))
    # Whatever knows what is twice says more than that it is.
    told = {one.at[:2] for one in found if one.id != "S121"}
    found = tuple(one for one in found if one.id != "S121" or one.at[:2] not in told)
    return Report(content, today, records, found)
