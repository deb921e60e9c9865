"""The same records as a site of each tool, and each of its commands measured."""

import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bench.rivals import hugo, markdown
from district.meetings import frame, meetings
from huanjie.content.cache import ReadingCache

ROOT = Path(__file__).parent.parent
PREVIEWED = "Huanjie, an edit in the preview"
MOST_FOR_RIVALS = 10_000  # beyond that a run of theirs takes a quarter of an hour and more
CONFIG = """site_name: 量快慢
docs_dir: content
site_dir: site
hooks: [hooks/main.py]
theme: {name: material, language: zh, font: false, favicon: assets/huanjie.svg, features: [navigation.tabs]}
plugins: []
nav: [index.md, progress/index.md, meetings/index.md, themes/index.md, sources/index.md, law/index.md, about/index.md]
"""

_STAGE = re.compile(r"^ *[\d.]+ 秒 +([\d.]+)%  ([^（\n]+)", re.MULTILINE)  # a line of `build --timing`


@dataclass(frozen=True)
class Run:
    """One measured command: wall and CPU seconds, peak memory of its largest process (MB), and its output."""

    wall: float
    cpu: float
    memory: float
    output: str

    @property
    def shares(self) -> dict[str, float]:
        """The share of each stage in percent, where the command prints it."""
        return {name: float(share) for share, name in _STAGE.findall(self.output) if name != "合计"}


@dataclass(frozen=True)
class Left:
    """The site that a tool left behind: pages, megabytes, and the bytes of a record's page, compressed."""

    pages: int = 0
    megabytes: float = 0
    page: int = 0


def measured(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)  # noqa: S603  # commands of this file
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        output.seek(0)
        text = output.read().decode()
    if status:
        raise subprocess.CalledProcessError(status, command, text)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _read(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310  # a server of our own
        whole: bytes = answer.read()
        return whole.decode()


class Site:
    """The same records as a site of each tool, in a folder of its own."""

    def __init__(self, folder: Path, records: int, rivals: Path | None) -> None:
        """Write the records once for all."""
        self.records = records
        self.ours, self.theirs, self.data = (folder / name for name in ("huanjie", "markdown", "hugo"))
        self._write()
        self.tools: dict[str, Callable[[], Run]] = {
            "check, cold": self._check_cold,
            "check, warm": lambda: self._huanjie("check"),
            "Huanjie, cold": self._cold,
            "Huanjie, nothing changed": self._build,
            "Huanjie, one record changed": self._changed,
            PREVIEWED: self._previewed,
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

    def _write(self) -> None:
        for name, text in (*frame(), *meetings(self.records)):
            path = self.ours / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (self.ours / "mkdocs.yml").write_text(CONFIG, "utf-8")
        (self.ours / "hooks").symlink_to(ROOT / "hooks")

    def left(self, tool: str) -> Left:
        """Weigh the site that a tool left behind."""
        if tool.startswith("check") or tool == PREVIEWED:  # nothing that a second of theirs made
            return Left()
        theirs = self.theirs / "site"
        site = {"Hugo": self.data / "public", "MkDocs + Material": theirs, "Zensical": theirs}.get(
            tool, self.ours / "site"
        )
        files = [path for path in site.rglob("*") if path.is_file()]
        record = self._record.relative_to(self.ours / "content").with_suffix("")
        page = len(gzip.compress((site / record / "index.html").read_bytes(), mtime=0))
        megabytes = sum(path.stat().st_size for path in files) / 1e6
        return Left(sum(path.suffix == ".html" for path in files), megabytes, page)

    @property
    def _record(self) -> Path:
        return min((self.ours / "content" / "meetings").rglob("*.yml"))

    def _build(self) -> Run:
        return self._huanjie("build", "--timing")

    def _huanjie(self, *command: str) -> Run:
        return measured([sys.executable, "-m", "huanjie", *command], self.ours)

    def _check_cold(self) -> Run:
        shutil.rmtree(ReadingCache(self.ours / "content").folder, ignore_errors=True)
        return self._huanjie("check")

    def _cold(self) -> Run:
        for folder in (self.ours / "site", ReadingCache(self.ours / "content").folder):
            shutil.rmtree(folder, ignore_errors=True)
        return self._build()

    def _changed(self) -> Run:
        self._edit()
        return self._build()

    def _edit(self) -> str:
        """Change the summary of a record; give how it begins now."""
        text = self._record.read_text("utf-8").replace("summary: ", "summary: 又")
        self._record.write_text(text, "utf-8")
        return text.partition("summary: ")[2][:20].split("\n")[0]

    def _previewed(self) -> Run:
        """From saving a record to its page, as the server of `make serve` gives it; CPU and memory are the server's."""
        address = f"127.0.0.1:{_free_port()}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
        with subprocess.Popen(command, cwd=self.ours, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603  # as above
            assert server.stderr is not None  # noqa: S101  # it is a pipe
            any("Serving on" in line for line in server.stderr)
            page = f"http://{address}/{self._record.relative_to(self.ours / 'content').with_suffix('')}/"
            _read(page)
            start = time.perf_counter()
            begins = self._edit()
            while begins not in _read(page):
                time.sleep(0.01)
            wall = time.perf_counter() - start
            server.kill()
            usage = os.wait4(server.pid, 0)[2]
            server.returncode = 0
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, "")

    @staticmethod
    def _rival(command: Sequence[str], folder: Path, site: str) -> Run:
        shutil.rmtree(folder / site, ignore_errors=True)
        return measured(command, folder)
