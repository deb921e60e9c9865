"""The costs of a reader's first search on a large site, in Chromium: requests, bytes and time.

    .venv/bin/python -m bench.search_costs FOLDER [QUERIES.yml] [--areas 215]

With `--areas` the site is made in FOLDER first: the invented district with so many areas more, 215 for 10,000 pages
that are searched. Requests and bytes (compressed) of all that the search loads: until the results stand, and until what
is seen of them has its excerpts and the filters are there. Time from the key to the results: first, and once more.
"""

import argparse
import gzip
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, sync_playwright

from bench.search import DEVELOPMENT, ROOT
from tests.support.chromium import served

BUDGET = (6, 40_000)
TIMES = (100, 30)  # milliseconds: first, and once more
SHARES = (0.5, 0.75, 0.9, 1)
EXAMPLE = ROOT / "examples" / "shili"
TYPED = """query => new Promise(done => {
    const list = document.querySelector("[data-hj-list]"), box = document.querySelector("main input[type=search]");
    const start = performance.now();
    new MutationObserver((_, watch) => {
        if (list.dataset.searchState !== "done") return;
        watch.disconnect();
        done(performance.now() - start);
    }).observe(list, {attributes: true});
    box.value = query;
    box.dispatchEvent(new Event("input"));
})"""


def make(folder: Path, areas: int) -> None:
    """Make the site: the invented district with `areas` more areas."""
    shutil.copytree(EXAMPLE / "content", folder / "content")
    config = (EXAMPLE / "mkdocs.yml").read_text("utf-8").replace("../../", f"{ROOT}/")
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    district = ["district", "--out", str(folder / "content" / "areas"), "--areas", str(areas)]
    for command in (district, ["huanjie", "build", "--config", str(folder / "mkdocs.yml")]):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)  # noqa: S603  # our own


def costs(browser: Browser, site: Path, address: str, query: str) -> tuple[list[int], list[int], list[float]]:
    """Ask as somebody who comes for the first time: requests, bytes, and milliseconds, each first and in the end."""

    @cache
    def weight(name: str) -> int:
        return len(gzip.compress((site / name).read_bytes(), 9))

    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        loaded: list[str] = []
        page.on("response", lambda response: loaded.append(urlsplit(response.url).path.lstrip("/")))
        page.goto(f"{address}search/")
        page.get_by_role("main").get_by_role("searchbox").focus()
        page.wait_for_function("() => window.huanjieSearch")
        first = page.evaluate(TYPED, query)
        sooner = [name for name in loaded if name.startswith("assets/search/")]
        page.wait_for_load_state("networkidle")
        later = [name for name in loaded if name.startswith("assets/search/")]
        again = page.evaluate(TYPED, query)
    return [len(sooner), len(later)], [sum(map(weight, names)) for names in (sooner, later)], [first, again]


def main() -> None:
    """Print how requests, bytes and times are spread over the queries."""
    parser = argparse.ArgumentParser(prog="python -m bench.search_costs", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("queries", type=Path, nargs="?", default=DEVELOPMENT)
    parser.add_argument("--areas", type=int, help="make the site first")
    given = parser.parse_args()
    if given.areas:
        make(given.folder, given.areas)
    table = yaml.safe_load(given.queries.read_text("utf-8"))
    site = given.folder / "site"
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        measured = [costs(browser, site, address, str(row["q"])) for row in table]
        browser.close()
    names = ("requests", "requests with excerpts", "bytes", "bytes with excerpts", "ms", "ms once more")
    for name, values in zip(
        names, zip(*([*cost[0], *cost[1], *cost[2]] for cost in measured), strict=True), strict=True
    ):
        spread = (sorted(values)[int((len(values) - 1) * share)] for share in SHARES)
        sys.stdout.write(f"{name}: {', '.join(f'{value:,.0f}' for value in spread)} (50, 75, 90, 100 %)\n")
    cheap = sum(cost[0][0] <= BUDGET[0] and cost[1][0] < BUDGET[1] for cost in measured)
    fast = sum(cost[2][0] < TIMES[0] and cost[2][1] < TIMES[1] for cost in measured)
    sys.stdout.write(f"within {BUDGET[0]} requests and {BUDGET[1]:,} bytes: {cheap / len(measured):.1%}\n")
    sys.stdout.write(f"within {TIMES[0]} ms, and {TIMES[1]} once more: {fast / len(measured):.1%}\n")


if __name__ == "__main__":
    main()
