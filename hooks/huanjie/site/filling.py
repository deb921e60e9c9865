"""Frames filled: every page that MkDocs did not render itself is rendered, framed and written, in several processes."""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from huanjie.pages import Page
from huanjie.pool import spread
from huanjie.site.frames import Frame
from huanjie.site.shown import Place


def fill(pages: Sequence[tuple[Page, Frame]], place: Place, new: Path, old: Path) -> Iterator[bool]:
    """Write each page in its frame below `new`; tell of each whether it is not as it was below `old`.

    A page that has not changed is linked to the file that stood there, so that it keeps its time and takes no room.
    """
    for folder in {new / page.address for page, _ in pages}:
        folder.mkdir(parents=True, exist_ok=True)
    return spread(partial(_write, pages, place, new, old), range(len(pages)))


def _write(pages: Sequence[tuple[Page, Frame]], place: Place, new: Path, old: Path, number: int) -> bool:
    page, frame = pages[number]
    html = frame.filled(place.shown(page)).encode()
    name = f"{page.address}index.html"
    if _holds(old / name, html):
        os.link(old / name, new / name)
        return False
    (new / name).write_bytes(html)
    return True


def _holds(file: Path, html: bytes) -> bool:
    try:
        return file.read_bytes() == html
    except OSError:
        return False
