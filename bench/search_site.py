"""The search index of the invented district, written into a folder, with its size and the time that it took.

.venv/bin/python -m bench.search_site FOLDER
"""

import gzip
import shutil
import sys
import time
from datetime import date
from pathlib import Path

from huanjie.checks.report import check_folder
from huanjie.pages import Edition, every_page
from huanjie.pages.shared.rendering import render
from huanjie.search import Indexed, assemble, of_page, postings

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "examples" / "shili" / "content"
TODAY = date(2026, 11, 24)


def pages() -> list[Indexed]:
    """Index all pages of the district that can be searched."""
    edition = Edition.of(check_folder(CONTENT, TODAY), TODAY)
    return [indexed for page in every_page(edition) if page.searched for indexed in of_page(page, render(page))]


def write(folder: Path, searched: list[Indexed]) -> None:
    """Write the index into a folder; print its size and the time that it took."""
    start = time.perf_counter()
    parts = [postings(page) for page in searched]
    middle = time.perf_counter()
    files = assemble(parts)
    end = time.perf_counter()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    size = sum(map(len, files.values()))
    small = sum(len(gzip.compress(content)) for content in files.values())
    sys.stdout.write(
        f"{len(searched)} pages: postings {middle - start:.2f} s, assembly {end - middle:.2f} s; {len(files)} files, "
        f"{size / len(searched):.0f} bytes a page ({small / len(searched):.0f} compressed), "
        f"manifest {len(gzip.compress(files['manifest.js']))} compressed\n"
    )
    families = sorted({name[0] for name in files if name != "manifest.js"})
    for family in families:
        own = [content for name, content in files.items() if name[0] == family and name != "manifest.js"]
        zipped = sorted(len(gzip.compress(content)) for content in own)
        sys.stdout.write(
            f"  {family}: {len(own)} files, {sum(map(len, own))} bytes, compressed to {zipped[-1]} at most\n"
        )


if __name__ == "__main__":
    write(Path(sys.argv[1]), pages())
