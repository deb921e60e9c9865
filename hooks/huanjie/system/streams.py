"""An edge: what is said arrives, whatever the encoding of the streams is, and a reader who has gone stops nothing."""

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Stream(io.FileIO):
    """A standard stream to a file or a pipe."""

    forgiven: type[OSError] = BrokenPipeError  # what may keep it from being written: nobody reads it any more

    def write(self, raw: "ReadableBuffer", /) -> int:
        """Write what somebody reads, and drop what nobody does."""
        try:
            return super().write(raw)
        except self.forgiven:
            return memoryview(raw).nbytes


class _Complaints(_Stream):
    """Standard error: where it cannot be written there is nobody left to tell, and the work goes on."""

    forgiven = OSError


def legible() -> None:
    """Have the standard streams hold Chinese: UTF-8 where their encoding has none; what they cannot hold is escaped."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if _holds_chinese(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def unbroken() -> None:
    """Have the standard streams outlive whoever reads them: `huanjie build | head -1` builds the site."""
    sys.stdout = _through(_Stream, sys.stdout)
    sys.stderr = _through(_Complaints, sys.stderr)


def _holds_chinese(encoding: str) -> bool:
    try:
        "换届".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _through(kind: type[_Stream], stream: TextIO) -> TextIO:
    """The same stream through a layer of ours; a terminal stays as it is."""
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
