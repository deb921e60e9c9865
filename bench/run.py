"""How fast: `python -m bench.run [SIZE …]`, the same records built by Huanjie and by what people would use instead.

Every row is run several times, the tools in turn; the table has the medians. What is written: bench/results/latest.md,
latest.json and latest.svg. Takes about 20 minutes for 200, 2,000 and 10,000 records on two cores.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from bench.drawn import svg
from bench.meetings import frame, meetings
from bench.rivals import hugo, markdown

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "bench" / "results"
SIZES = (200, 2_000, 10_000)
MOST_FOR_RIVALS = 10_000  # beyond that a run of theirs takes a quarter of an hour and more
TIMES = 3
CONFIG = """site_name: 量快慢
docs_dir: content
site_dir: site
hooks: [hooks/main.py]
theme: {name: material, language: zh, font: false, favicon: assets/huanjie.svg, features: [navigation.tabs]}
plugins: []
nav: [index.md, progress/index.md, meetings/index.md, themes/index.md, sources/index.md, law/index.md, about/index.md]
"""


@dataclass(frozen=True)
class Run:
    """One measured command: wall and CPU seconds, peak memory of its largest process (MB)."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Row:
    """The medians of one tool at one size, and what it left behind: pages and megabytes."""

    tool: str
    records: int
    wall: float
    cpu: float
    memory: float
    pages: int
    megabytes: float


def measured(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=told)  # noqa: S603  # commands of this file
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status:
            told.seek(0)
            raise subprocess.CalledProcessError(status, command, told.read())
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Site:
    """The same records as a site of each tool, in a folder of its own."""

    def __init__(self, folder: Path, records: int, rivals: Path | None) -> None:
        """Write the records once for all."""
        self.records = records
        self.ours, self.theirs, self.data = (folder / name for name in ("huanjie", "markdown", "hugo"))
        for name, text in (*frame(), *meetings(records)):
            path = self.ours / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (self.ours / "mkdocs.yml").write_text(CONFIG, "utf-8")
        (self.ours / "hooks").symlink_to(ROOT / "hooks")
        self.tools: dict[str, Callable[[], Run]] = {
            "check, cold": self._check_cold,
            "check, warm": lambda: self._huanjie("check"),
            "Huanjie, cold": self._cold,
            "Huanjie, nothing changed": lambda: self._huanjie("build"),
            "Huanjie, one record changed": self._changed,
        }
        if rivals and records <= MOST_FOR_RIVALS:
            markdown(self.ours / "content", self.theirs)
            hugo(self.ours / "content", self.data)
            self.tools |= {
                "Hugo": lambda: self._rival([str(rivals / "hugo"), "--quiet"], self.data, "public"),
                "MkDocs + Material": lambda: self._rival(
                    [sys.executable, "-m", "mkdocs", "build", "-q"], self.theirs, "site"
                ),
                "Zensical": lambda: self._rival([str(rivals / "zensical"), "build", "--clean"], self.theirs, "site"),
            }

    def left(self, tool: str) -> tuple[int, float]:
        """The pages and the megabytes that a tool left behind."""
        sites = {"Hugo": self.data / "public", "MkDocs + Material": self.theirs / "site"}
        site = sites.get(tool, self.theirs / "site" if tool == "Zensical" else self.ours / "site")
        files = [path for path in site.rglob("*") if path.is_file()]
        return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files) / 1e6

    def _huanjie(self, command: str) -> Run:
        return measured([sys.executable, "-m", "huanjie", command], self.ours)

    def _check_cold(self) -> Run:
        shutil.rmtree(self.ours / ".huanjie-cache", ignore_errors=True)
        return self._huanjie("check")

    def _cold(self) -> Run:
        for name in ("site", ".huanjie-cache"):
            shutil.rmtree(self.ours / name, ignore_errors=True)
        return self._huanjie("build")

    def _changed(self) -> Run:
        file = next((self.ours / "content" / "meetings").rglob("*.yml"))
        text = file.read_text("utf-8")
        file.write_text(text.replace("summary: ", "summary: 又"), "utf-8")
        return self._huanjie("build")

    @staticmethod
    def _rival(command: Sequence[str], folder: Path, site: str) -> Run:
        shutil.rmtree(folder / site, ignore_errors=True)
        return measured(command, folder)


def rows(sizes: Sequence[int], times: int, rivals: Path | None) -> list[Row]:
    """Measure every tool at every size, the tools in turn."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT) as folder:
            site = Site(Path(folder), size, rivals)
            runs: dict[str, list[Run]] = {tool: [] for tool in site.tools}
            for turn in range(times):
                for tool, run in site.tools.items():
                    runs[tool].append(run())
                    sys.stderr.write(f"{size:>7,}  {turn + 1}/{times}  {tool:<28} {runs[tool][-1].wall:8.2f} s\n")
            found += [_row(tool, size, several, site) for tool, several in runs.items()]
    return found


def _row(tool: str, size: int, runs: Sequence[Run], site: Site) -> Row:
    wall, cpu, memory = (statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "memory"))
    return Row(tool, size, wall, cpu, memory, *(site.left(tool) if not tool.startswith("check") else (0, 0.0)))


def table(found: Sequence[Row]) -> str:
    """The rows as Markdown: seconds of the wall, and the peak memory at the largest size that a tool was run at."""
    sizes = sorted({row.records for row in found})
    lines = [
        "| seconds | " + " | ".join(f"{size:,}" for size in sizes) + " | CPU | peak memory | size |",
        "|---" * (len(sizes) + 4) + "|",
    ]
    for tool in dict.fromkeys(row.tool for row in found):
        own = {row.records: row for row in found if row.tool == tool}
        last = own[max(own)]
        cells = [f"{own[size].wall:.2f}" if size in own else "" for size in sizes]
        left = f"{last.megabytes:.0f} MB" if last.megabytes else ""
        lines.append(f"| {tool} | {' | '.join(cells)} | {last.cpu:.1f} | {last.memory:.0f} MB | {left} |")
    return "\n".join(lines) + "\n"


def conditions(rivals: Path | None) -> str:
    """On what it was measured: the machine, the versions, the commit."""
    git = shutil.which("git") or "git"
    asked = [git, "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # as above
    names = ["mkdocs", "mkdocs-material", "pydantic", "pyyaml", "jinja2"]
    told = [f"{name} {version(name)}" for name in names]
    if rivals:
        told += [f"{name} {_version_of(rivals, name)}" for name in ("hugo", "zensical")]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}; "
        f"{', '.join(told)}; "
        f"commit {commit.stdout.strip() or 'unknown'}; median of runs in turn, on a machine that may be busy.\n"
    )


def _version_of(rivals: Path, name: str) -> str:
    asked = [str(rivals / "python"), "-c", f"from importlib.metadata import version; print(version('{name}'))"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603  # as above
    return told.stdout.strip()


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="how many records")
    parser.add_argument("--times", type=int, default=TIMES, help="how often each is run")
    parser.add_argument("--rivals", type=Path, help="the bin folder with hugo and zensical; left out: only Huanjie")
    given = parser.parse_args()
    found = rows(given.sizes, given.times, given.rivals.absolute() if given.rivals else None)
    RESULTS.mkdir(exist_ok=True)
    told = f"{table(found)}\n{conditions(given.rivals)}"
    (RESULTS / "latest.md").write_text(told, "utf-8")
    (RESULTS / "latest.json").write_text(json.dumps([asdict(row) for row in found], indent=1) + "\n", "utf-8")
    (RESULTS / "latest.svg").write_text(svg(found), "utf-8")
    sys.stdout.write(told)


if __name__ == "__main__":
    main()
