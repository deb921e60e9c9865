"""The search index beside the pages: its entries of a page are made with the page, and saved with it."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from huanjie.pages import Page
from huanjie.search import SCRIPT, Own, Postings, intact, of_page, postings, published
from huanjie.system import disk
from huanjie.system.parallel import parallel_map

_PART = b"\x1d"  # between what a page adds as several documents
FOLDER = Path("assets", "search")


def page_entries(page: Page, html: str, own: Own) -> bytes:
    """The entries of a page in the index; b"" for a page that the search leaves out."""
    return _PART.join(postings(indexed, own).packed() for indexed in of_page(page, html)) if page.searched else b""


def write(site: Path, old: Path, pages: Sequence[bytes], own: Own, before: bytes) -> bytes:
    """Bring the index of a site up to date with the entries of its pages; give digests of its entries and its files.

    `before` is that of the last build: where nothing is another, the index in the `old` site is taken over as it is.
    """
    digest = blake2b(repr(own).encode(), digest_size=16)
    for entries in pages:
        digest.update(entries + b"\0")
    made_of = digest.digest()
    if before != made_of + _state(old) or not _taken_over(old / FOLDER, site / FOLDER):
        unpacked = (Postings.unpacked(part) for entries in pages if entries for part in entries.split(_PART))
        _write(site / FOLDER, published(unpacked, own, parallel_map))
    return made_of + _state(site)


def _state(site: Path) -> bytes:
    """A digest of the index of a site: its script names all other files. A killed build may have left another."""
    script = site / FOLDER / SCRIPT
    return blake2b(script.read_bytes(), digest_size=16).digest() if script.is_file() else b""


def _taken_over(old: Path, new: Path) -> bool:
    """Link the files as they stand; False where one of them is damaged, or there are none."""
    if not (old / SCRIPT).is_file():
        return False
    files = [*old.iterdir()]
    if not all(file.name == SCRIPT or _intact(file) for file in files):
        return False
    if old != new:
        new.mkdir(parents=True, exist_ok=True)
        for file in files:
            disk.link(file, new / file.name)
    return True


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there = {file.name for file in folder.iterdir() if _intact(file)}
    for name in files.keys() - there - {SCRIPT}:
        (folder / name).write_bytes(files[name])
    ahead = folder / ".search"  # a preview may be reading the script that stands
    ahead.write_bytes(files[SCRIPT])
    disk.move(ahead, folder / SCRIPT)
    for file in folder.iterdir():
        if file.name not in files:
            file.unlink(missing_ok=True)


def _intact(file: Path) -> bool:
    """Whether a file of the index holds what its name says."""
    return file.is_file() and intact(file.name, file.read_bytes())
