"""A file checked as if it lay in its place already, and put there only if the records pass the check with it."""

from collections.abc import Mapping
from pathlib import Path

from huanjie.checks.report import Report, check_records
from huanjie.content.cache import Keeping
from huanjie.content.loading import load
from huanjie.content.reading import Reader
from huanjie.findings import ERROR, Finding
from huanjie.system import clock
from huanjie.system.inside import NotWrittenError
from huanjie.system.writing import write_atomically
from huanjie.yaml_text import MAX_BYTES


def tried(content: Path, file: str, before: bytes | None, new: bytes) -> tuple[list[Finding], Report]:
    """Write a file in place of what it was, or give the errors that it would bring, here or elsewhere.

    Raises NotWrittenError.
    """
    if len(new) > MAX_BYTES:
        why = f"{file} 会有 {len(new) / 1_000_000:.1f} MB，超过 {MAX_BYTES / 1_000_000:.0f} MB；请分成几个文件"
        raise NotWrittenError(why)
    report = _checked(content, {file: new})
    errors = [one for one in report.findings if one.severity == ERROR]
    if errors:  # others were there before
        known = _checked(content, {}).findings
        errors = [one for one in errors if one.at.file == file or one not in known]
    if not errors:
        write_atomically(content, file, new, before)
    return errors, report


def _checked(content: Path, unsaved: Mapping[str, bytes]) -> Report:
    return check_records(content, clock.today(), *load(content, Reader(Keeping(content), unsaved)))
