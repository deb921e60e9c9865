"""Our search beside the theme's (with and without jieba) and Pagefind: the same pages, the same queries, in Chromium.

    .venv/bin/python -m bench.search_rivals SITE [QUERIES.yml] [--rivals PYTHON]

SITE is a built site. PYTHON has what the group `bench` of pyproject.toml has; without it only the theme's search is
compared. Every query is asked by somebody who comes for the first time: bytes (compressed) and requests are what it
costs then. Of the theme's search, which always loads all, only the first few are asked so.
Recall: whether one of the expected pages is among ten; first: whether one is first; precision: how many of the first
three are expected, of as many as could be; nothing: whether nothing is found where nothing is expected.
"""

import argparse
import gzip
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean, median
from urllib.parse import quote, urlsplit

import yaml
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.rival_indexes import copy_pages, pagefind_index, pages_of, theme_index
from bench.search import APART, DEVELOPMENT
from tests.support.chromium import served

RESULT = Path(__file__).parent / "results" / "search.md"
PAGEFIND = """async query => {
    const found = await (await (await import("/pagefind/pagefind.js")).search(query)).results.slice(0, 10);
    return (await Promise.all(found.map(one => one.data()))).map(one => one.url);
}"""
THEME = """async query => {
    const begins = !window.worker;
    window.worker = window.worker || new Worker("/assets/javascripts/workers/search.js");
    const ask = data => new Promise(done => {
        worker.onmessage = event => done(event.data);
        worker.postMessage(data);
    });
    if (begins) await ask({type: 0, data: await (await fetch("/search_index.json")).json()});
    const found = (await ask({type: 2, data: query})).data.items;
    return found.slice(0, 10).map(one => one[0].location.split("#")[0]);
}"""
FEW = 5  # queries of the theme's search that are asked by somebody who comes for the first time
FIRST = re.compile(r"assets/search/[^xf]")  # excerpts and filters come after the results
OURS = "() => [...document.querySelectorAll('a[data-result]')].map(one => one.href)"

Ask = Callable[[Page, str, str], list[str]]


@dataclass(frozen=True)
class Answer:
    """What came of one query: addresses, and what it cost."""

    addresses: list[str]
    size: int
    requests: int
    seconds: float


def main(site: Path, queries: Path, rivals: str | None) -> None:
    """Make each index, ask every query of each, and write the table."""
    table = yaml.safe_load(queries.read_text("utf-8"))
    head = "| search | first | recall | precision | nothing | bytes | requests | ms | index s | index MB |"
    lines = [head, "|---" * 10 + "|"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, root, made, ask in _searches(site, Path(folder), rivals):
            with served(root) as address:
                answers = _all(browser, root, address, ask, [str(row["q"]) for row in table])
            lines.append(f"| {name} | {_row(table, answers, made, root)} |")
            sys.stderr.write(f"{lines[-1]}\n")
        browser.close()
    conditions = (
        f"{len(pages_of(site)):,} pages, {len(table)} queries of {queries.name}; bytes, requests and ms are medians."
    )
    RESULT.write_text("\n".join((*lines, "", conditions, "")), "utf-8")


def _searches(site: Path, folder: Path, rivals: str | None) -> Iterator[tuple[str, Path, float | None, Ask]]:
    yield "Huanjie", site, None, _ours  # its index is made with the site
    pages = pages_of(site)
    for name, python in (("Material", None), ("Material with jieba", rivals)):
        if python or name == "Material":
            root = folder / name.replace(" ", "-")
            start = time.perf_counter()
            theme_index(site, root, pages, python)
            yield name, root, time.perf_counter() - start, _theirs
    if rivals:
        root = folder / "pagefind"
        copy_pages(site, root, pages)
        start = time.perf_counter()
        pagefind_index(root, rivals)
        yield "Pagefind", root, time.perf_counter() - start, lambda page, _, query: list(page.evaluate(PAGEFIND, query))


def _ours(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}search/?q={quote(query)}")
    page.locator("[data-search-state=done]").wait_for(state="attached")
    return list(page.evaluate(OURS))


def _theirs(page: Page, _: str, query: str) -> list[str]:
    return list(page.evaluate(THEME, query))


def _all(browser: Browser, root: Path, address: str, ask: Ask, queries: list[str]) -> list[Answer]:
    fresh = FEW if ask is _theirs else len(queries)
    answers = [_answered(browser, root, address, ask, query) for query in queries[:fresh]]
    with browser.new_context() as context:
        page = _come(context, address, ask)
        return answers + [replace(answers[0], addresses=_paths(ask(page, address, query))) for query in queries[fresh:]]


def _answered(browser: Browser, root: Path, address: str, ask: Ask, query: str) -> Answer:
    with browser.new_context() as context:
        page = _come(context, address, ask)
        loaded: list[str] = []
        page.on("response", lambda response: loaded.append(urlsplit(response.url).path.lstrip("/")))
        start = time.perf_counter()
        addresses = ask(page, address, query)
        seconds = time.perf_counter() - start
    files = [root / name for name in loaded if ask is not _ours or FIRST.match(name)]
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())
    return Answer(_paths(addresses), size, len(files), seconds)


def _come(context: BrowserContext, address: str, ask: Ask) -> Page:
    page = context.new_page()
    page.goto(f"{address}404.html" if ask is _ours else f"{address}questions/")
    return page


def _paths(addresses: list[str]) -> list[str]:
    return [urlsplit(address).path.strip("/") for address in addresses]


def _row(table: list[dict[str, list[str]]], answers: list[Answer], made: float | None, root: Path) -> str:
    expected = [
        (answer, [page.split("#")[0].strip("/") for page in row["first"]])
        for row, answer in zip(table, answers, strict=True)
        if row["first"]
    ]
    recall, first = (
        mean(bool(set(answer.addresses[:most]) & set(right)) for answer, right in expected) for most in (10, 1)
    )
    near = mean(len(set(answer.addresses[:3]) & set(right)) / min(3, len(set(right))) for answer, right in expected)
    others = [answer.addresses[:1] for row, answer in zip(table, answers, strict=True) if not row["first"]]
    none = mean(not first or f"{first[0]}/" in APART for first in others)
    files = [file for file in root.rglob("*") if file.is_file() and re.search(r"search|lunr|pagefind", str(file))]
    size = sum(file.stat().st_size for file in files if file.name != "index.html") / 1e6
    costs = (
        median(answer.size for answer in answers),
        median(answer.requests for answer in answers),
        1000 * median(answer.seconds for answer in answers),
    )
    index = "with the site" if made is None else f"{made:.1f}"
    shares = f"{first:.2f} | {recall:.2f} | {near:.2f} | {none:.2f}"
    return f"{shares} | {costs[0]:,.0f} | {costs[1]:.0f} | {costs[2]:.0f} | {index} | {size:.1f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path, nargs="?", default=DEVELOPMENT)
    parser.add_argument("--rivals")
    given = parser.parse_args()
    main(given.site, given.queries, given.rivals)
