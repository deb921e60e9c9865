"""The search index beside the pages: what each page adds to it was made with the page, and is kept with it."""

from collections.abc import Iterable
from pathlib import Path

from huanjie.pages import Page
from huanjie.search import SCRIPT, Own, Postings, of_page, postings, published

_PART = b"\x1d"  # between what a page adds as several documents
FOLDER = Path("assets", "search")


def kept(page: Page, html: str, own: Own) -> bytes:
    """What the search has of a page; b"" where that leaves it out."""
    return _PART.join(postings(one, own).packed() for one in of_page(page, html)) if page.searched else b""


def write(site: Path, pages: Iterable[bytes], own: Own) -> None:
    """Bring the index of a site up to date with what was kept of its pages."""
    files = published((Postings.unpacked(part) for one in pages if one for part in one.split(_PART)), own)
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        if not (folder / name).exists():  # a name tells the content
            (folder / name).write_bytes(content)
    ahead = folder / ".search"  # a preview may be reading the script that stands
    ahead.write_bytes(files[SCRIPT])
    ahead.replace(folder / SCRIPT)
    for file in folder.iterdir():
        if file.name not in files:
            file.unlink()
