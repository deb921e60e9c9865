"""Pictures of every kind of page of both sites, to be looked at: `python -m tools.shots [FOLDER]`.

Of each template the longest page is taken, so that a new kind of page is in the pictures without being listed here; on
a phone and a desktop, in light and dark; of the example also what opens at a tap, which no page shows by itself.
`index.html` in the folder shows them all, side by side.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, FloatRect

from huanjie.checks.report import check_folder
from huanjie.pages import Edition, every_page
from huanjie.pages.shared.rendering import render
from tests.conftest import ROOT, Project
from tests.support import example_site
from tests.support.chromium import DESKTOP, PHONE, launched, reading, served
from tests.support.example import CONTENT

TODAY = date(2026, 11, 24)  # the pictures of two days differ only where the site does
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TALLEST = 6000  # pixels; what lies below is more of the same
# What opens on the example at a tap: on which page, and on what; the drawer is for phones only.
OPENING = {
    "drawer": ("progress/", ".md-header .hj-menu"),
    "term": ("areas/xiguan/county-20/", ".hj-term"),
    "fold": ("areas/xiguan/county-20/", "summary"),
    "kinds": ("search/?q=选民证", "summary"),
}


def main(folder: Path) -> None:
    """Build both sites, take the pictures, write the page that shows them."""
    rmtree(folder, ignore_errors=True)
    taken: list[Path] = []
    with TemporaryDirectory() as scratch, launched() as browser:
        for name, content, built in sites(Path(scratch)):
            with served(built) as site:
                for address in (*kinds(content), "404.html"):
                    taken += pictures(browser, site, address, folder / name)
                if content == CONTENT:
                    taken += opened(browser, site, folder / name)
    (folder / "index.html").write_text(contact_sheet([path.relative_to(folder) for path in taken]), "utf-8")
    sys.stdout.write(f"{len(taken)} pictures: {folder / 'index.html'}\n")


def sites(scratch: Path) -> Iterator[tuple[str, Path, Path]]:
    """Build the two sites: the name of each, its content, and where it stands."""
    (scratch / "example").mkdir()
    yield "example", CONTENT, example_site.build(scratch / "example")
    project = Project(scratch / "real")
    built = project.build()
    if built.returncode:
        raise SystemExit(built.stderr)
    yield "real", ROOT / "content", project.site


def kinds(content: Path) -> list[str]:
    """The address of the longest page of each template."""
    longest: dict[str, tuple[int, str]] = {}
    for page in every_page(Edition.of(check_folder(content, TODAY))):
        size = (len(render(page)), page.address)
        longest[page.template] = max(longest.get(page.template, size), size)
    return [address for _, address in longest.values()]


def pictures(browser: Browser, site: str, address: str, folder: Path) -> Iterator[Path]:
    """Take the four pictures of a page."""
    folder.mkdir(parents=True, exist_ok=True)
    for width in (PHONE, DESKTOP):
        with reading(browser, site, width=width) as reader:
            reader.open(address)
            reader.settle()
            height = min(reader.sees("document.documentElement.scrollHeight"), TALLEST)
            for scheme in SCHEMES:
                reader.page.emulate_media(color_scheme=scheme)
                path = folder / f"{address.strip('/').replace('/', '_') or 'home'}-{width}-{scheme}.jpg"
                clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
                reader.page.screenshot(path=path, type="jpeg", quality=80, full_page=True, clip=clip)
                yield path


def opened(browser: Browser, site: str, folder: Path) -> Iterator[Path]:
    """Take the pictures of what opens at a tap, as the screen then shows it."""
    for what, (address, tapped) in OPENING.items():
        for width in (PHONE, DESKTOP):
            with reading(browser, site, width=width) as reader:
                reader.open(address)
                reader.settle()
                if not (way := reader.page.locator(tapped).first).is_visible():
                    continue
                way.click()
                for scheme in SCHEMES:
                    reader.page.emulate_media(color_scheme=scheme)
                    path = folder / f"open_{what}-{width}-{scheme}.jpg"
                    reader.page.screenshot(path=path, type="jpeg", quality=80)
                    yield path


def contact_sheet(taken: Sequence[Path]) -> str:
    """Write the page that has all pictures, the four of a page in a row."""
    figures = (
        f'<figure><a href="{escape(str(path))}"><img src="{escape(str(path))}" alt="" loading="lazy" width="300"></a>'
        f"<figcaption>{escape(str(path))}</figcaption></figure>\n"
        for path in taken
    )
    style = "body{display:grid;grid-template-columns:repeat(4,1fr);font:14px sans-serif}img{max-width:100%}"
    return f"<!doctype html><meta charset=utf-8><title>Huanjie</title><style>{style}</style>\n{''.join(figures)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "shots")
