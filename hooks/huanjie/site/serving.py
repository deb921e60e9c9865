"""What the preview asks of MkDocs' server, which has no other way in: MkDocs 1.6.1 is the last of its line."""

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.livereload import LiveReloadServer


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
