"""The speed of builds: `python -m bench.run [SIZE …]`, the same records built by Huanjie and other generators.

Every row is run several times, the tools in turn; the table has the medians. It writes bench/results/latest.md,
latest.json and latest.svg, and the table in the README. Takes about half an hour on two cores; at 100,000 records only
Huanjie is run, and once.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from bench.chart import svg
from bench.sites import MOST_FOR_RIVALS, ROOT, Left, Run, Site

RESULTS = ROOT / "bench" / "results"
README = ROOT / "README.md"
SIZES = (200, 2_000, 10_000, 100_000)
TIMES = 3
COLD = "Huanjie, cold"
_TABLE = re.compile(r"(?<=<!-- bench -->\n).*?(?=<!-- /bench -->)", re.DOTALL)


@dataclass(frozen=True)
class Row:
    """The medians of one tool at one size, what it left behind, and the share of each stage in percent."""

    tool: str
    records: int
    wall: float
    cpu: float
    memory: float
    left: Left
    shares: dict[str, float]


def rows(sizes: Sequence[int], times: int, rivals: Path | None) -> list[Row]:
    """Measure every tool at every size, the tools in turn."""
    measured = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT) as folder:
            site = Site(Path(folder), size, rivals)
            runs: dict[str, list[Run]] = {tool: [] for tool in site.tools}
            repeats = times if size <= MOST_FOR_RIVALS else 1
            for turn in range(repeats):
                for tool, run in site.tools.items():
                    runs[tool].append(run())
                    sys.stderr.write(f"{size:>7,}  {turn + 1}/{repeats}  {tool:<28} {runs[tool][-1].wall:8.2f} s\n")
            measured += [_row(tool, size, made, site) for tool, made in runs.items()]
    return measured


def _row(tool: str, size: int, runs: Sequence[Run], site: Site) -> Row:
    wall, cpu, memory = (statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "memory"))
    middle = min(runs, key=lambda run: abs(run.wall - wall))
    return Row(tool, size, wall, cpu, memory, site.left(tool), middle.shares)


def table(measured: Sequence[Row]) -> str:
    """Write the rows as Markdown: seconds of the wall by size; the rest at the largest size that a tool was run at."""
    sizes = sorted({row.records for row in measured})
    heads = [f"{size:,}" for size in sizes]
    lines = [_line("seconds", *heads, "CPU", "memory", "pages/s", "site", "a record's page"), _rule(len(sizes) + 6)]
    for tool in dict.fromkeys(row.tool for row in measured):
        own = {row.records: row for row in measured if row.tool == tool}
        last = own[max(own)]
        left = last.left
        sized = (f"{left.pages / last.wall:,.0f}", f"{left.megabytes:.0f} MB", f"{left.page / 1024:.1f} KB")
        seconds = [f"{own[size].wall:.2f}" if size in own else "" for size in sizes]
        lines.append(
            _line(tool, *seconds, f"{last.cpu:.1f}", f"{last.memory:.0f} MB", *(sized if left.pages else ("",) * 3))
        )
    return "".join(lines)


def shares(measured: Sequence[Row]) -> str:
    """Write the shares of a cold build's time in percent, by size, as Markdown."""
    cold = [row for row in measured if row.tool == COLD]
    head = _line("share of a cold build", *(f"{row.records:,}" for row in cold)) + _rule(len(cold) + 1)
    lines = (_line(stage, *(f"{row.shares.get(stage, 0):.0f} %" for row in cold)) for stage in cold[-1].shares)
    return head + "".join(lines)


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _rule(columns: int) -> str:
    return "|---" * columns + "|\n"


def conditions(rivals: Path | None) -> str:
    """Describe where it was measured: the machine, the versions, the commit."""
    git = shutil.which("git") or "git"
    command = [git, "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # as above
    names = ["mkdocs", "mkdocs-material", "pydantic", "pyyaml", "jinja2"]
    versions = [f"{name} {version(name)}" for name in names]
    if rivals:
        versions += [f"{name} {_version_of(rivals, name)}" for name in ("hugo", "zensical")]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}; "
        f"{', '.join(versions)}; commit {commit.stdout.strip() or 'unknown'}; medians of runs in turn. CPU, memory (of "
        "the largest process), pages per second and sizes at the largest number of records; "
        "a record's page compressed.\n"
    )


def _version_of(rivals: Path, name: str) -> str:
    command = [str(rivals / "python"), "-c", f"from importlib.metadata import version; print(version('{name}'))"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # as above
    return printed.stdout.strip()


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="how many records")
    parser.add_argument("--times", type=int, default=TIMES, help="how often each is run")
    parser.add_argument("--rivals", type=Path, help="the bin folder with hugo and zensical; left out: only Huanjie")
    given = parser.parse_args()
    measured = rows(given.sizes, given.times, given.rivals.absolute() if given.rivals else None)
    RESULTS.mkdir(exist_ok=True)
    text = f"{table(measured)}\n{shares(measured)}\n{conditions(given.rivals)}"
    (RESULTS / "latest.md").write_text(text, "utf-8")
    (RESULTS / "latest.json").write_text(json.dumps([asdict(row) for row in measured], indent=1) + "\n", "utf-8")
    (RESULTS / "latest.svg").write_text(svg(measured), "utf-8")
    README.write_text(_TABLE.sub(lambda _: text, README.read_text("utf-8")), "utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
