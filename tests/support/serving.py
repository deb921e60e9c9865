"""A preview that is served."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from tests.conftest import Project


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def read_until(stream: IO[str], sign: str) -> str:
    """Give what the server says up to and including the line with the sign."""
    said = ""
    for line in stream:
        said += line
        if sign in line:
            return said
    raise AssertionError(said)


@contextmanager
def started(project: Project) -> Iterator[tuple[str, IO[str]]]:
    """A live server of the project from its first word: its address, and what it says."""
    address = f"127.0.0.1:{free_port()}"
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project.folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        try:
            yield f"http://{address}/", process.stderr
        finally:
            process.kill()
