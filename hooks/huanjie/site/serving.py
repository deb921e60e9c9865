"""What the preview asks of MkDocs' server, which has no other way in: MkDocs 1.6.1 is the last of its line."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.livereload import LiveReloadServer

from huanjie.site.failures import CouldNotError


def free(host: str, port: int) -> None:
    """Raise CouldNotError where nothing can be served at an address: better said before a build than after it."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as why:
        other = f"请先关掉它，或者换一个：mkdocs serve --dev-addr {host}:{port + 1}"
        told = f"预览开不了：端口 {port} 用不了，多半已经有程序在用（比如另一个预览）；{other}"
        raise CouldNotError(told) from why


class OvertakenError(Exception):
    """A file has changed while a round of the preview was under way."""


def overtaken(server: LiveReloadServer) -> None:
    """Raise OvertakenError where a file has changed since the round began."""
    if server._want_rebuild:  # noqa: SLF001  # see above
        raise OvertakenError


def once_more(server: LiveReloadServer) -> None:
    """Have the server go on with the rest when it has told the browsers to look."""
    with server._rebuild_cond:  # noqa: SLF001  # see above
        server._want_rebuild = True  # noqa: SLF001
        server._rebuild_cond.notify_all()  # noqa: SLF001


@contextmanager
def answering(server: LiveReloadServer) -> Iterator[None]:
    """Have the server answer meanwhile: pages are replaced one by one, and nobody has to wait for the others."""
    with server._epoch_cond:  # noqa: SLF001  # see above
        epoch, server._wanted_epoch = server._wanted_epoch, server._visible_epoch  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001
    try:
        yield
    finally:
        server._wanted_epoch = epoch  # noqa: SLF001
