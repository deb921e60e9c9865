"""An edge: standard streams that hold Chinese in any encoding, and go on without a reader."""

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Stream(io.FileIO):
    """A standard stream to a file or a pipe."""

    forgiven: type[OSError] = BrokenPipeError  # the reader is gone

    def write(self, raw: "ReadableBuffer", /) -> int:
        """Write the bytes, or drop them where nobody reads them."""
        try:
            return super().write(raw)
        except self.forgiven:
            return memoryview(raw).nbytes


class _Complaints(_Stream):
    """Standard error: where it cannot be written, the work goes on without it."""

    forgiven = OSError


def legible() -> None:
    """Let the standard streams hold Chinese: UTF-8 where their encoding has none; other characters are escaped."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if _holds_chinese(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def unbroken() -> None:
    """Let the standard streams outlive their readers: `huanjie build | head -1` builds the site."""
    sys.stdout = _through(_Stream, sys.stdout)
    sys.stderr = _through(_Complaints, sys.stderr)


def _holds_chinese(encoding: str) -> bool:
    try:
        "换届".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _through(kind: type[_Stream], stream: TextIO) -> TextIO:
    """The stream through a layer of ours; a terminal stays as it is."""
    if not isinstance(stream, io.TextIOWrapper) or stream.isatty():
        return stream
    raw = io.BufferedWriter(kind(stream.fileno(), "wb", closefd=False))
    return io.TextIOWrapper(
        raw,
        stream.encoding,
        stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
