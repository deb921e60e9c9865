"""A file put in place on trial: it stays if the records pass the check with it, and is taken back if they do not."""

from pathlib import Path

from huanjie import checking, clock
from huanjie.checking import Report
from huanjie.commands import put
from huanjie.findings import ERROR, Finding
from huanjie.keeping import Keeping


def tried(content: Path, file: str, new: bytes) -> tuple[list[Finding], Report]:
    """Put a file in place and give the errors that it brings, here or elsewhere; with any, the old file is back."""
    path = content / file
    before = path.read_bytes() if path.exists() else None
    put(path, new)
    report = _checked(content)
    errors = [one for one in report.findings if one.severity == ERROR]
    if not errors:
        return [], report
    if before is None:
        path.unlink()
    else:
        put(path, before)
    known = _checked(content).findings
    brought = [one for one in errors if one.at.file == file or one not in known]
    if not brought:  # others were there before
        put(path, new)
    return brought, report


def _checked(content: Path) -> Report:
    return checking.check(content, clock.today(), Keeping(content))
