"""Write a file only if the records pass the check with it."""

from collections.abc import Mapping
from pathlib import Path

from huanjie.checks.report import Report, check_records
from huanjie.content.cache import ReadingCache
from huanjie.content.loading import load
from huanjie.content.reading import Reader
from huanjie.findings import ERROR, Finding
from huanjie.system import clock
from huanjie.system.inside import NotWrittenError
from huanjie.system.writing import write_atomically
from huanjie.yaml_text import MAX_BYTES


def write_checked(content: Path, file: str, before: bytes | None, new: bytes) -> tuple[list[Finding], Report]:
    """Replace the bytes `before` of a file, or give the errors that the new bytes would bring, in it or elsewhere.

    Raises NotWrittenError.
    """
    if len(new) > MAX_BYTES:
        why = f"{file} 会有 {len(new) / 1_000_000:.1f} MB，超过 {MAX_BYTES / 1_000_000:.0f} MB；请分成几个文件"
        raise NotWrittenError(why)
    report = _checked(content, {file: new})
    errors = [finding for finding in report.findings if finding.severity == ERROR]
    if errors:  # those elsewhere may be older
        earlier = _checked(content, {}).findings
        errors = [error for error in errors if error.at.file == file or error not in earlier]
    if not errors:
        write_atomically(content, file, new, before)
    return errors, report


def _checked(content: Path, unsaved: Mapping[str, bytes]) -> Report:
    return check_records(content, clock.today(), *load(content, Reader(ReadingCache(content), unsaved)))
