"""Records with something wrong with them: read alone, checked and shown among others, and built to a whole site."""

import random
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from huanjie.checks.report import check_records
from huanjie.content.fixes import fixed
from huanjie.content.loading import load
from huanjie.content.reading import Reader, reading
from huanjie.findings import as_text
from huanjie.pages import Edition, plan
from huanjie.pages.shared.rendering import render
from huanjie.search import of_page, postings
from tests.conftest import FIXTURES, ROOT
from tests.fuzz.mutations import mutated
from tests.fuzz.target import Attempt, WrongError
from tests.support.example import TODAY

EXAMPLE = ROOT / "examples" / "shili" / "content"


@cache
def corpus() -> tuple[tuple[str, bytes], ...]:
    """Every record of both sites and of the fixtures, with its name below its content folder."""
    folders = (ROOT / "content", EXAMPLE, *sorted(one for one in FIXTURES.iterdir() if one.is_dir()))
    return tuple(
        (file.relative_to(folder).as_posix(), file.read_bytes())
        for folder in folders
        for file in sorted(folder.rglob("*.yml"))
    )


def any_record(dice: random.Random) -> bytes:
    """A line with the name of a record, and what stands in it now."""
    name, raw = dice.choice(corpus())
    return _named(name, mutated(raw, [other for _, other in corpus()], dice))


def record_of_the_example(dice: random.Random) -> bytes:
    """The same of a record that stands among others."""
    file = dice.choice(sorted(EXAMPLE.rglob("*.yml")))
    others = [other for _, other in corpus()]
    return _named(file.relative_to(EXAMPLE).as_posix(), mutated(file.read_bytes(), others, dice))


def _named(name: str, raw: bytes) -> bytes:
    return f"{name}\n".encode() + raw


def _parts(case: bytes) -> tuple[str, bytes]:
    name, _, raw = case.partition(b"\n")
    return name.decode(), raw


def read(_: Path) -> Attempt:
    """A file is read, and what was found in it is shown."""

    def attempt(case: bytes) -> None:
        name, raw = _parts(case)
        as_text(reading((name, raw)).findings, lambda _: raw.decode("utf-8", "replace").split("\n"))

    return attempt


def fix(_: Path) -> Attempt:
    """A file is put right as far as that is known."""

    def attempt(case: bytes) -> None:
        name, raw = _parts(case)
        fixed(name, raw)

    return attempt


def show(folder: Path) -> Attempt:
    """A record stands among those of the example; all is checked, and its pages and those above it are made."""
    content, reader = folder / "content", Reader()
    shutil.copytree(EXAMPLE, content)

    def attempt(case: bytes) -> None:
        name, raw = _parts(case)
        before = (content / name).read_bytes()
        (content / name).write_bytes(raw)
        report = check_records(content, TODAY, *load(content, reader))
        (content / name).write_bytes(before)
        report.text("")
        own = f"{name.removesuffix('.yml')}/"
        for planned in () if report.refused else plan(Edition.of(report)):
            if planned.address.startswith(own) or planned.address.count("/") < 2:  # the pages of the sections
                page = planned.page
                for indexed in of_page(page, render(page)):
                    postings(indexed)

    attempt(_named("election.yml", (content / "election.yml").read_bytes()))  # all is read once outside the limits
    return attempt


def build(folder: Path) -> Attempt:
    """A whole site is built, or the old one stays."""
    shutil.copytree(FIXTURES / "smallest", folder / "content")
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")

    def attempt(case: bytes) -> None:
        name, raw = _parts(case)
        file = folder / "content" / name
        before = file.read_bytes() if file.exists() else None
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
        built = subprocess.run([sys.executable, "-m", "huanjie", "build"], cwd=folder, capture_output=True, check=False)
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
        if built.returncode not in (0, 1) or b"Traceback" in built.stderr:
            raise WrongError(built.stderr.decode("utf-8", "replace")[-2000:])

    return attempt
