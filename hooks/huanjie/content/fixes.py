"""A broken file -> the same file with all put right that can be computed; comments, order and other bytes stay."""

from collections.abc import Iterable, Sequence

from huanjie.content.reading import reading
from huanjie.findings import Finding
from huanjie.yaml_text import utf8
from huanjie.yaml_text.editing import Editing

_ROUNDS = 100  # libyaml stops at the first slip of the syntax, so each may take a round


def cured(file: str, raw: bytes, told: Sequence[Finding] = ()) -> bytes:
    """Make the changes that findings propose, again and again until there is nothing more to propose.

    `told` is what only a look at the whole folder finds in the file. A change after which the same is still found at
    the same place is not made.
    """
    raw = utf8(raw)
    futile: set[Finding] = set()
    found = (*reading((file, raw)).findings, *told)
    for _ in range(_ROUNDS):
        hopeful = _apart(finding for finding in found if finding.cures and finding not in futile)
        if not hopeful:
            break
        better = _changed(raw, hopeful)
        now = reading((file, better)).findings
        left = {(one.id, one.wrong, one.at) for one in now}
        # What the model would have is no cure where the line is wrong in another way then, and nobody knows a cure.
        stuck = {one.at.line for one in now if not one.cures}
        failed = {
            one
            for one in hopeful
            if (one.id, one.wrong, one.at) in left or (one.id[0] == "M" and one.at.line in stuck - _lines(found, one))
        }
        futile |= failed
        if not failed:
            raw, found = better, now
    return raw


def _lines(findings: Iterable[Finding], but: Finding) -> set[int]:
    """The lines on which something else is found."""
    return {one.at.line for one in findings if one != but}


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Those that change different lines: of two on one line the second waits for the next round."""
    lines: set[int] = set()
    chosen = []
    for finding in findings:
        own = {cure.at.line for cure in finding.cures}
        if lines.isdisjoint(own):
            lines |= own
            chosen.append(finding)
    return chosen


def _changed(raw: bytes, findings: Iterable[Finding]) -> bytes:
    editing = Editing(raw)
    for cure in (cure for finding in findings for cure in finding.cures):
        if cure.new is None:
            editing.drop(cure.at.line)
        else:
            editing.replace(cure.at, cure.new)
    return editing.done()
