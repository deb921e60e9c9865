"""A content folder -> Records: everything read, cross-references resolved, and findings on what is wrong."""

import re
from collections.abc import Sequence
from pathlib import Path

from huanjie.content.files import NOT_OPENED, PLACES, kind_meant, slug_of
from huanjie.content.reading import Reader, Reading
from huanjie.content.records import Records, references, shelve
from huanjie.findings import FAULT_SEVERITY, Finding, near_misses, ordered
from huanjie.model import KINDS
from huanjie.model.base import Record
from huanjie.model.facts import Ref
from huanjie.model.marks import marks
from huanjie.yaml_text import Fix, Place, shorten
from huanjie.yaml_text.typos import slip_of

REQUIRED = "election.yml"
_MOST_COMPARED = 20_000  # names compared in the search for near misses, about half a second
FAULTS = {
    "R101": "提到的记录不存在。",
    "R102": "两份记录用了同一个编号。",
    "R103": "提到的记录还是草稿。",
    "R104": "草稿，不会发布。",
    "R105": "这种文件不会发布。",
}


def load(content: Path, reader: Reader | None = None) -> tuple[Records, tuple[Finding, ...]]:
    """Load a content folder; with an error among the findings the records must not be published.

    Places have the file's path below `content`, with `/`. `reader` has the readings of earlier runs.
    """
    loading = _Loading()
    reader = reader or Reader()
    files = reader.files(content, loading.findings)
    digests: dict[str, bytes] = {}
    for file, (digest, reading) in zip(files, reader.readings(content, files), strict=True):
        digests[file] = digest
        loading.take(reading)
    loading.check_places()
    loading.check_references()
    return Records(loading.published, loading.drafts, digests), ordered(loading.findings)


class _Loading:
    """The records and findings of a content folder, file by file."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.published: dict[str, dict[str, Record]] = {}
        self.drafts: dict[str, dict[str, Record]] = {}
        self._broken: set[tuple[str, str]] = set()  # kinds and slugs that exist and could not be read
        self._headings: dict[str, dict[str, tuple[str, ...]]] = {}  # by kind, the slugs of the records called so
        self._compared = 0  # names compared in the search for near misses

    def tell(self, fault: str, at: Place, wrong: str, right: str) -> None:
        self.findings.append(Finding(at, wrong, right, fault))

    def take(self, reading: Reading) -> None:
        """Add the records of a file; the second of two records with the same slug is reported and left out."""
        self.findings.extend(reading.findings)
        for kind, slug in reading.broken:
            self._broke(kind, slug)
        for record in reading.records:
            self._record(record)

    def _record(self, record: Record) -> None:
        shelves = self.published if record.public else self.drafts
        if known := shelves.setdefault(record.kind, {}).get(record.slug):
            wrong = f"编号“{shorten(record.slug)}”已经用过了，在第 {known.at.line} 行"
            self.tell("R102", record.place_of("id"), wrong, "请换一个编号，或者删去其中一个")
            return
        for second in shelve(record, shelves):
            wrong = f"编号“{shorten(second.slug.rpartition('/')[2])}”在这份记录里已经用过了"
            self.tell("R102", second.at, wrong, "请换一个编号，或者删去其中一个")
        if not record.public:
            at, right = record.place_of("draft"), "要发布时删去 draft 这一行"
            self.findings.append(Finding(at, "这是草稿，不会发布", right, "R104", FAULT_SEVERITY["R104"]))

    def _broke(self, kind: type[Record], slug: str) -> None:
        """Remember a record that could not be read, and that the records within it are not known either."""
        self._broken.add((kind.kind, slug))
        if kind.within is not Record.within:
            self._broken |= {(inner.kind, "") for inner in KINDS.values() if inner.filed == "within"}

    def check_places(self) -> None:
        """Report a missing required file; one with a wrong name, or that must not be opened, is reported already."""
        for finding in self.findings:
            if finding.id in NOT_OPENED and (kind := kind_meant(finding.at.file)):
                named = finding.at.file.startswith(f"{kind.kind}/") and finding.id != "S203"
                self._broke(kind, slug_of(finding.at.file) if named else "")
        kind = PLACES[REQUIRED]
        if kind.kind not in self.published and (kind.kind, "") not in self._broken:
            self.tell("S209", Place(REQUIRED), f"缺少 {REQUIRED}", f"请在内容文件夹里建立 {REQUIRED}，写明这次选举")

    def check_references(self) -> None:
        """Report references to nothing and to drafts, but not to records that could not be read."""
        for shelves, citing in ((self.published, True), (self.drafts, False)):
            for record in (record for shelf in shelves.values() for record in shelf.values()):
                for ref in references(record):
                    known = ref.slug in self.published.get(ref.kind, {})
                    # A draft may cite a draft, or have a mark in place of a slug that is not known yet.
                    drafted = not citing and (ref.slug in self.drafts.get(ref.kind, {}) or marks(ref.slug))
                    if not known and not drafted and not {(ref.kind, ref.slug), (ref.kind, "")} & self._broken:
                        self._dangling(ref)

    def _dangling(self, ref: Ref) -> None:
        typed = shorten(ref.slug)
        if ref.kind not in KINDS:
            near = near_misses(ref.kind, KINDS)
            right = f"是不是 {near[0]}/…？" if near else f"请写成 种类/编号，种类有：{'、'.join(KINDS)}"
            self.tell("R101", ref.at, f"没有“{shorten(ref.kind)}”这种记录", right)
            return
        name = KINDS[ref.kind].noun
        if ref.slug in self.drafts.get(ref.kind, {}):
            right = "请先发布它（删去 draft），或者删去这一处"
            self.tell("R103", ref.at, f"{name}“{typed}”还是草稿，读者看不到", right)
            return
        known = tuple(self.published.get(ref.kind, {}))
        slugs = [part for part in re.split(r"[，、,;；\s]+", ref.slug) if part]
        called = self._called(ref)
        fixes: tuple[Fix, ...] = ()
        if len(slugs) > 1 and not {*slugs}.isdisjoint(known):
            right = f"几个编号请写成 [{shorten(', '.join(slugs), 60)}]"
            if ref.at.length == len(ref.slug) and {*slugs} <= {*known}:
                fixes = (Fix(ref.at, f"[{', '.join(slugs)}]"),)
        elif near := called or self._near_misses(ref.slug, known):
            right = f"是不是{'、'.join(f'“{slug}”' for slug in near)}？"
            # Dates and numbers of other records are alike too: only a slip of the finger is put right.
            meant = near[0] if called and len(called) == 1 else slip_of(ref.slug, near)
            if meant and ref.at.length == len(ref.slug):
                fixes = (Fix(ref.at, meant),)
        else:
            right = f"已有的编号：{'、'.join(known[:8])}" if known else f"现在还没有{name}的记录，请先建立"
        self.findings.append(Finding(ref.at, f"没有编号为“{typed}”的{name}", right, "R101", fixes=fixes))

    def _called(self, ref: Ref) -> tuple[str, ...]:
        """The slugs of the records whose heading was typed in place of a slug."""
        if ref.slug.isascii():
            return ()
        if ref.kind not in self._headings:  # made once: thousands may be looked up
            slugs = self._headings[ref.kind] = {}
            for slug, record in self.published.get(ref.kind, {}).items():
                slugs[record.heading] = (*slugs.get(record.heading, ()), slug)
        return self._headings[ref.kind].get(ref.slug, ())

    def _near_misses(self, typed: str, known: Sequence[str]) -> tuple[str, ...]:
        """Search for near misses until it takes half a second: thousands of wrong references have one cause."""
        self._compared += len(known)
        return near_misses(typed, known) if self._compared <= _MOST_COMPARED else ()
