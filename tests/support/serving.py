"""Starts the preview of a project, and reads its output up to a sign."""

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
    """Read the server's output up to and including the line with the sign."""
    said = ""
    for line in stream:
        said += line
        if sign in line:
            return said
    raise AssertionError(said)


@contextmanager
def started(project: Project) -> Iterator[tuple[str, IO[str]]]:
    """Run a live server of the project: its address, and its output from the first line."""
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
