"""The preview's hold on the inside of MkDocs' server, which has no other way in; no MkDocs 1 follows 1.6.1."""

import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer, log

from huanjie.site.failures import CouldNotError
from huanjie.system.loopback import HEADERS, LOCAL, LocalHandler

Respond = Callable[..., Any]  # as WSGI has it
App = Callable[[dict[str, Any], Respond], Iterable[bytes]]


def free(host: str, port: int) -> None:
    """Raise CouldNotError where nothing can be served at an address: better said before a build than after it."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as why:
        other = f"请先关掉它，或者换一个：mkdocs serve --dev-addr {host}:{port + 1}"
        message = f"预览开不了：端口 {port} 用不了，多半已经有程序在用（比如另一个预览）；{other}"
        raise CouldNotError(message) from why


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


def whole(body: Iterable[bytes]) -> list[bytes]:
    """All that an app answers, and its file closed."""
    pieces = [*body]
    if isinstance(body, FileWrapper):
        body.close()
    return pieces


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


class _Visitor(LocalHandler, WSGIRequestHandler):
    """A request to the preview, which shows drafts: refused before MkDocs sees it, or answered by its app."""

    def __init__(self, hosts: frozenset[str], *request: Any) -> None:  # noqa: ANN401  # the server's own
        self.hosts = hosts
        super().__init__(*request)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002  # the base's
        """Log only requests for missing files and those that failed, as MkDocs does."""
        if str(code) not in {"200", "302"}:
            log.warning('"%s" code %s', self.requestline, code)

    def log_message(self, *_: object) -> None:
        """Say nothing else of requests."""


def guard(server: LiveReloadServer, host: str) -> None:
    """Have a server that listens on `host` answer only who names that or this machine, and keep off others."""
    server.RequestHandlerClass = partial(_Visitor, LOCAL | {host.lower()})
    app = server.application
    assert app  # noqa: S101  # it was set before

    def guarded(environ: dict[str, Any], respond: Respond) -> Iterable[bytes]:
        body = app(environ, lambda status, headers, *more: respond(status, [*headers, *HEADERS], *more))
        return whole(body)[:0] if environ["REQUEST_METHOD"] == "HEAD" else body

    server.set_app(guarded)
