"""The search index beside the pages: what each page adds to it was made with the page, and is kept with it."""

from collections.abc import Iterable
from pathlib import Path

from huanjie.search import SCRIPT, Postings, published

FOLDER = Path("assets", "search")


def write(site: Path, kept: Iterable[bytes]) -> None:
    """Bring the index of a site up to date; b"" stands for a page that search leaves out."""
    files = published(Postings.unpacked(one) for one in kept if one)
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
