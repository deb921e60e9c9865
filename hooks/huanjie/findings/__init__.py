"""Findings: what is wrong, where, and what would be right; as text, as JSON, and as annotations of a CI run.

The reader's faults, the model's refusals and the checks all become findings.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from functools import cache

from huanjie.findings import escaping
from huanjie.yaml_text import Fault, Fix, Place


class Severity(IntEnum):
    """The severity of a finding; see the table on the page "How we check"."""

    NOTICE = 1
    BREACH = 2
    WARNING = 3
    ERROR = 4

    @property
    def word(self) -> str:
        """The word that people read."""
        return {"NOTICE": "提示", "BREACH": "与法律不符", "WARNING": "警告", "ERROR": "错误"}[self.name]


# Faults of the reader, the model and the loading that are not errors; every other one is.
FAULT_SEVERITY = {"S121": Severity.WARNING, "R104": Severity.NOTICE, "R105": Severity.WARNING}
NOTICE, BREACH, WARNING, ERROR = Severity.NOTICE, Severity.BREACH, Severity.WARNING, Severity.ERROR


@dataclass(frozen=True)
class Finding:
    """A finding for an editor. A check yields it without id and severity: those are the check's own."""

    at: Place
    wrong: str
    right: str
    id: str = ""
    severity: Severity = ERROR
    fixes: tuple[Fix, ...] = ()  # the changes that put it right, where they can be computed
    rest: int = 0  # the number of findings that it sums up; 0 for a single finding

    @property
    def message(self) -> str:
        """One line: what is wrong; what would be right."""
        return escaping.line(f"{self.wrong}；{self.right}")

    @property
    def count(self) -> int:
        """The number of findings that this one counts as."""
        return self.rest or 1

    @property
    def file(self) -> str:
        """The name of the file, to be shown."""
        return escaping.line(self.at.file)


def from_fault(fault: Fault) -> Finding:
    """Make a finding of a fault of the reader."""
    severity = FAULT_SEVERITY.get(fault.id, ERROR)
    return Finding(fault.at, fault.wrong, fault.right, fault.id, severity, fault.fixes)


_LONGEST = 200  # characters of a name; the search takes the square of them


def near_misses(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give up to three known names that the typed one probably means, the likeliest first."""
    if len(typed) > _LONGEST:
        return ()
    return tuple(get_close_matches(typed, list(known), n=3, cutoff=0.6))


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by place, then id; equal findings count once."""
    return tuple(sorted(set(findings), key=lambda finding: (finding.at.file, finding.at, finding.id, finding.wrong)))


MOST = 10  # findings of one kind in one file that are shown one by one


def summed(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give the first ten of each kind in each file, then one that counts the rest: these have one cause."""
    every = tuple(findings)
    counts = Counter((finding.at.file, finding.id) for finding in every)
    seen: Counter[tuple[str, str]] = Counter()
    for finding in every:
        kind = finding.at.file, finding.id
        seen[kind] += 1
        if seen[kind] <= MOST:
            yield finding
        elif seen[kind] == MOST + 1:
            rest = counts[kind] - MOST
            wrong = f"另有 {rest:,} 处同样的问题（{finding.id}），都在这个文件里"
            yield Finding(finding.at, wrong, "改好上面的再看", finding.id, finding.severity, rest=rest)


Lines = Callable[[str], list[str]]  # the lines of a file, by the name its places carry; empty when it cannot be shown


def as_text(findings: Iterable[Finding], lines: Lines, root: str = "") -> str:
    """Write findings for people, each with its line and a caret under the place."""
    read = cache(lines)  # a file may have hundreds of findings
    return escaping.lines("\n".join(_block(finding, read(finding.at.file), root) for finding in summed(findings)))


def _block(finding: Finding, lines: list[str], root: str) -> str:
    _, line, column, length = finding.at
    where = f"{escaping.line(root)}{finding.file}:{line}:{column}"
    head = f"{where}: {finding.severity.word} {finding.id} {finding.message}"
    text = lines[line - 1] if 0 < line <= len(lines) and not finding.rest else ""
    start = max(0, column - 1 - _SHOWN // 2) if len(text) > _SHOWN else 0
    part = text[start : start + _SHOWN].replace("\t", " ")
    if not part.strip():
        return head
    visible = "".join(char if char.isprintable() else "�" for char in part)
    before = visible[: column - 1 - start]
    marked = visible[column - 1 - start :][: length or None].rstrip()
    number = f"{line:>5} | "
    excerpt = f"{head}\n{number}{visible}\n{' ' * 5} | {' ' * width(before)}{'^' * max(1, width(marked))}"
    fixed = _fixed(finding, text)
    return f"{excerpt}\n 改成 | {fixed}" if fixed and len(fixed) <= _SHOWN else excerpt


def _fixed(finding: Finding, text: str) -> str:
    """The corrected line, to paste; "" where more than that line changes."""
    if len(finding.fixes) != 1 or (fix := finding.fixes[0]).new is None or fix.at.line != finding.at.line:
        return ""
    start = fix.at.column - 1
    end = start + fix.at.length if fix.at.length else len(text)
    line = f"{text[:start]}{fix.new}{text[end:]}"
    return line if line.isprintable() else ""


_SHOWN = 100  # characters of a line; prose stands in lines of thousands


def width(text: str) -> int:
    """The columns of a text in a terminal: Chinese characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def as_json(findings: Iterable[Finding], root: str = "") -> str:
    """Write findings for programs: an array of objects, lines and columns from 1; the counts add up to all findings."""
    return escaping.as_json(
        [
            {
                "id": finding.id,
                "severity": finding.severity.name.lower(),
                "file": f"{root}{finding.at.file}",
                "line": finding.at.line,
                "column": finding.at.column,
                "length": finding.at.length,
                "wrong": finding.wrong,
                "right": finding.right,
                "cures": [  # the public name of `fixes`
                    {"line": at.line, "column": at.column, "length": at.length, "new": new} for at, new in finding.fixes
                ],
                "count": finding.count,
            }
            for finding in summed(findings)
        ]
    )


def as_github(findings: Iterable[Finding], root: str = "") -> str:
    """Write findings as workflow commands, so that they stand beside the changed line on GitHub and Gitea."""
    level = {ERROR: "error", WARNING: "warning", BREACH: "notice", NOTICE: "notice"}
    return "\n".join(
        f"::{level[finding.severity]} file={_escaped(escaping.line(root) + finding.file, ':,')},line={finding.at.line},"
        f"col={finding.at.column},title={finding.severity.word} {finding.id}::{_escaped(finding.message)}"
        for finding in summed(findings)
    )


def _escaped(text: str, more: str = "") -> str:
    """Escape as workflow commands want it: percent always, colon and comma in properties; there is one line only."""
    for char in "%" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def summary(findings: Iterable[Finding]) -> str:
    """Count findings in one line: 2 个错误，1 个警告."""
    counts: dict[Severity, int] = {}
    for finding in findings:
        counts[finding.severity] = counts.get(finding.severity, 0) + 1
    return "，".join(f"{counts[severity]} 个{severity.word}" for severity in sorted(counts, reverse=True))
