"""A file with faults -> the file with every fix that can be computed; comments, order and other bytes stay."""

from collections.abc import Iterable, Sequence

from huanjie.content.reading import reading
from huanjie.findings import Finding
from huanjie.yaml_text import utf8
from huanjie.yaml_text.editing import Editing

_ROUNDS = 100  # libyaml stops at the first slip of the syntax, so each may take a round


def fixed(file: str, raw: bytes, reported: Sequence[Finding] = ()) -> bytes:
    """Make the changes that findings propose, again and again until there is nothing more to propose.

    `reported` are findings in the file from a check of the whole folder. A change is not made where the same finding
    stays at the same place after it.
    """
    raw = utf8(raw)
    futile: set[Finding] = set()
    current = (*reading((file, raw)).findings, *reported)
    for _ in range(_ROUNDS):
        hopeful = _apart(finding for finding in current if finding.fixes and finding not in futile)
        if not hopeful:
            break
        better = _changed(raw, hopeful)
        now = reading((file, better)).findings
        left = {(finding.id, finding.wrong, finding.at) for finding in now}
        # The model's fix is dropped where its line then has another fault without a fix.
        stuck = {finding.at.line for finding in now if not finding.fixes}
        failed = {
            finding
            for finding in hopeful
            if (finding.id, finding.wrong, finding.at) in left
            or (finding.id[0] == "M" and finding.at.line in stuck - _lines(current, finding))
        }
        futile |= failed
        if not failed:
            raw, current = better, now
    return raw


def _lines(findings: Iterable[Finding], but: Finding) -> set[int]:
    """The lines of all findings but one."""
    return {finding.at.line for finding in findings if finding != but}


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that change different lines: of two on one line the second waits for the next round."""
    lines: set[int] = set()
    chosen = []
    for finding in findings:
        own = {fix.at.line for fix in finding.fixes}
        if lines.isdisjoint(own):
            lines |= own
            chosen.append(finding)
    return chosen


def _changed(raw: bytes, findings: Iterable[Finding]) -> bytes:
    editing = Editing(raw)
    for fix in (fix for finding in findings for fix in finding.fixes):
        if fix.new is None:
            editing.drop(fix.at.line)
        else:
            editing.replace(fix.at, fix.new)
    return editing.done()
