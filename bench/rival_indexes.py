"""The pages of a built site as indexes of the searches that ours is measured beside: the theme's, and Pagefind's."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import mkdocs

STOCK = Path(mkdocs.__file__).parent.parent / "material" / "templates" / "assets" / "javascripts"
INDEX = "assets/search"
# Cuts an index of the theme's into words, as its plugin does at a build.
SEGMENT = (
    "import sys, json, jieba; index = json.load(sys.stdin)\n"
    "for one in index['docs']: one.update({key: '\\u200b'.join(jieba.cut(one[key])) for key in ('title', 'text')})\n"
    "json.dump(index, sys.stdout)"
)


def pages_of(site: Path) -> list[str]:
    """List the addresses of the pages that our index has."""
    cards = "".join(file.read_text("utf-8") for file in (site / INDEX).glob("c*.js"))
    named = (json.loads(f'"{address}"').split("#")[0] for address in re.findall(r'\["[^"]*","([^"]*)"', cards))
    return sorted({address for address in named if (site / address / "index.html").is_file()})


def theme_index(site: Path, root: Path, pages: list[str], python: str | None) -> None:
    """Write the files that the theme's plugin would write for these pages."""
    shutil.copytree(STOCK, root / "assets" / "javascripts")
    worker = next((root / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    worker.rename(worker.with_name("search.js"))
    config = {
        "lang": ["zh"],
        "separator": r"[\s\u200b\-]",
        "pipeline": ["stemmer"],
        "fields": {"title": {"boost": 1000}, "text": {"boost": 1}},
    }
    index = json.dumps(
        {"config": config, "docs": [_document(site, address) for address in pages], "options": {"suggest": False}}
    )
    if python:
        segmented = subprocess.run([python, "-c", SEGMENT], input=index, capture_output=True, text=True, check=True)  # noqa: S603
        index = segmented.stdout
    (root / "search_index.json").write_text(index, "utf-8")
    (root / "questions").mkdir()
    (root / "questions" / "index.html").write_text("<!doctype html><title>0</title>", "utf-8")


def _document(site: Path, address: str) -> dict[str, str]:
    article = re.search(r"<article.*?</article>", (site / address / "index.html").read_text("utf-8"), re.DOTALL)
    text = re.sub(r"<[^>]+>", " ", article[0]) if article else ""
    title = re.search(r"<h1[^>]*>(.*?)</h1>", article[0], re.DOTALL) if article else None
    return {"location": address, "title": re.sub(r"<[^>]+>", "", title[1]) if title else address, "text": text}


def copy_pages(site: Path, root: Path, pages: list[str]) -> None:
    """Copy these pages of the site to a folder, and nothing else of it."""
    for address in pages:
        (root / address).mkdir(parents=True, exist_ok=True)
        shutil.copy(site / address / "index.html", root / address)


def pagefind_index(root: Path, python: str) -> None:
    """Let Pagefind write its index of the pages in a folder."""
    command = [python, "-m", "pagefind", "--site", str(root), "--root-selector", "article"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # ours
