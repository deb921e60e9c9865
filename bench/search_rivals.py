"""Our search beside the theme's (with and without jieba) and Pagefind: the same pages, the same queries, in Chromium.

    .venv/bin/python -m bench.search_rivals SITE [QUERIES.yml] [--rivals PYTHON]

SITE is a built site. PYTHON has `pagefind`, `pagefind-bin` and `jieba`; without it only the theme's search is compared.
Every query is asked by somebody who comes for the first time: bytes (compressed) and requests are what it costs then.
Recall: whether one of the expected pages is among ten; precision: the share of ten that lie where an expected one does.
"""

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from urllib.parse import quote, urlsplit

import mkdocs
import yaml
from playwright.sync_api import Browser, Page, sync_playwright
from tests.chromium import served

from bench.search import DEVELOPMENT

STOCK = Path(mkdocs.__file__).parent.parent / "material" / "templates" / "assets" / "javascripts"
INDEX = "assets/search"
# Cuts an index of the theme's into words, as its plugin does at a build.
SEGMENT = (
    "import sys, json, jieba; index = json.load(sys.stdin)\n"
    "for one in index['docs']: one.update({key: '\\u200b'.join(jieba.cut(one[key])) for key in ('title', 'text')})\n"
    "json.dump(index, sys.stdout)"
)
PAGEFIND = """async query => {
    const found = await (await (await import("/pagefind/pagefind.js")).search(query)).results.slice(0, 10);
    return (await Promise.all(found.map(one => one.data()))).map(one => one.url);
}"""
THEME = """async query => {
    const worker = new Worker("/assets/javascripts/workers/search.js");
    const ask = data => new Promise(done => {
        worker.onmessage = event => done(event.data);
        worker.postMessage(data);
    });
    await ask({type: 0, data: await (await fetch("/search_index.json")).json()});
    const found = (await ask({type: 2, data: query})).data.items;
    worker.terminate();
    return found.slice(0, 10).map(one => one[0].location.split("#")[0]);
}"""
FIRST = re.compile(r"assets/search/[^xf]")  # excerpts and filters come after the results
OURS = "() => [...document.querySelectorAll('a[data-result]')].map(one => one.href)"

Ask = Callable[[Page, str, str], list[str]]


@dataclass(frozen=True)
class Told:
    """What came of one query: addresses, and what it cost."""

    addresses: list[str]
    size: int
    requests: int
    seconds: float


def main(site: Path, queries: Path, rivals: str | None) -> None:
    """Make each index, ask every query of each, and tell the table."""
    table = yaml.safe_load(queries.read_text("utf-8"))
    sys.stdout.write("| search | recall | precision | first | bytes | requests | ms | index s | index MB |\n")
    sys.stdout.write("|---|---|---|---|---|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, root, made, ask in _searches(site, Path(folder), rivals):
            with served(root) as address:
                told = [_asked(browser, root, address, ask, str(row["q"])) for row in table]
            sys.stdout.write(f"| {name} | {_row(table, told, made, root)} |\n")
        browser.close()


def _searches(site: Path, folder: Path, rivals: str | None) -> Iterator[tuple[str, Path, float, Ask]]:
    yield "Huanjie", site, 0.0, _ours
    pages = _pages(site)
    for name, python in (("Material", None), ("Material with jieba", rivals)):
        if python or name == "Material":
            root = folder / name.replace(" ", "-")
            start = time.perf_counter()
            _theme(site, root, pages, python)
            yield name, root, time.perf_counter() - start, lambda page, _, query: list(page.evaluate(THEME, query))
    if rivals:
        root = folder / "pagefind"
        for one in pages:
            (root / one).mkdir(parents=True, exist_ok=True)
            shutil.copy(site / one / "index.html", root / one)
        start = time.perf_counter()
        command = [rivals, "-m", "pagefind", "--site", str(root), "--root-selector", "article"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # ours
        yield "Pagefind", root, time.perf_counter() - start, lambda page, _, query: list(page.evaluate(PAGEFIND, query))


def _ours(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}search/?q={quote(query)}")
    page.locator("[data-search-state=done]").wait_for(state="attached")
    return list(page.evaluate(OURS))


def _asked(browser: Browser, root: Path, address: str, ask: Ask, query: str) -> Told:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}404.html" if ask is _ours else f"{address}questions/")
    loaded: list[str] = []
    page.on("response", lambda response: loaded.append(urlsplit(response.url).path.lstrip("/")))
    start = time.perf_counter()
    found = ask(page, address, query)
    seconds = time.perf_counter() - start
    files = [root / name for name in loaded if ask is not _ours or FIRST.match(name)]
    context.close()
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())
    return Told([urlsplit(one).path.strip("/") for one in found], size, len(files), seconds)


def _row(table: list[dict[str, list[str]]], told: list[Told], made: float, root: Path) -> str:
    asked = [
        (one, [page.split("#")[0].strip("/") for page in row["first"]])
        for row, one in zip(table, told, strict=True)
        if row["first"]
    ]
    recall = mean(bool(set(one.addresses[:10]) & set(right)) for one, right in asked)
    first = mean(bool(set(one.addresses[:1]) & set(right)) for one, right in asked)
    near = mean(
        mean([any(_beside(page, good) for good in right) for page in one.addresses[:10]] or [0]) for one, right in asked
    )
    files = [file for file in root.rglob("*") if file.is_file() and re.search(r"search|lunr|pagefind", str(file))]
    size = sum(file.stat().st_size for file in files if file.name != "index.html") / 1e6
    costs = (
        median(one.size for one in told),
        median(one.requests for one in told),
        1000 * median(one.seconds for one in told),
    )
    shares = f"{recall:.2f} | {near:.2f} | {first:.2f}"
    return f"{shares} | {costs[0]:,.0f} | {costs[1]:.0f} | {costs[2]:.0f} | {made:.1f} | {size:.1f}"


def _beside(page: str, good: str) -> bool:
    return page == good or page.split("/")[:2] == good.split("/")[:2]


def _pages(site: Path) -> list[str]:
    """The addresses of the pages that our index has."""
    cards = "".join(file.read_text("utf-8") for file in (site / INDEX).glob("c*.js"))
    found = [json.loads(f'"{one}"') for one in re.findall(r'\["[^"]*","([^"]*)"', cards)]
    return sorted({one.split("#")[0] for one in found if (site / one.split("#")[0] / "index.html").is_file()})


def _theme(site: Path, root: Path, pages: list[str], python: str | None) -> None:
    """What the theme's plugin would write for these pages."""
    shutil.copytree(STOCK, root / "assets" / "javascripts")
    worker = next((root / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    worker.rename(worker.with_name("search.js"))
    docs = []
    for one in pages:
        article = re.search(r"<article.*?</article>", (site / one / "index.html").read_text("utf-8"), re.DOTALL)
        text = re.sub(r"<[^>]+>", " ", article[0]) if article else ""
        title = re.search(r"<h1[^>]*>(.*?)</h1>", article[0], re.DOTALL) if article else None
        docs.append({"location": one, "title": re.sub(r"<[^>]+>", "", title[1]) if title else one, "text": text})
    config = {
        "lang": ["zh"],
        "separator": r"[\s\u200b\-]",
        "pipeline": ["stemmer"],
        "fields": {"title": {"boost": 1000}, "text": {"boost": 1}},
    }
    index = json.dumps({"config": config, "docs": docs, "options": {"suggest": False}})
    if python:
        segmented = subprocess.run([python, "-c", SEGMENT], input=index, capture_output=True, text=True, check=True)  # noqa: S603
        index = segmented.stdout
    (root / "search_index.json").write_text(index, "utf-8")
    (root / "questions").mkdir()
    (root / "questions" / "index.html").write_text("<!doctype html><title>0</title>", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path, nargs="?", default=DEVELOPMENT)
    parser.add_argument("--rivals")
    given = parser.parse_args()
    main(given.site, given.queries, given.rivals)
