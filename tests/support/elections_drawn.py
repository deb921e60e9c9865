"""The two thousand elections of the generator, written into folders and checked once for all tests."""

import atexit
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from district.elections.generate import SETTINGS, elections
from district.elections.records import Constituency, Setting
from district.elections.stages import FAMILY, GIVEN
from district.elections.yaml import files
from huanjie.checks.report import Report, check

EACH = (334, 334, 333, 333, 333, 333)
SOMEBODY = re.compile(f"[{FAMILY}][{GIVEN}]{{2}}")
MANY = sum(EACH)  # two thousand


@cache
def drawn() -> dict[str, list[Constituency]]:
    """Every election, by the name of its setting."""
    return {setting.name: [*elections(setting, many)] for setting, many in zip(SETTINGS, EACH, strict=True)}


def written(folder: Path, setting: Setting, constituencies: Iterable[Constituency]) -> Path:
    """Write a content folder with some constituencies of an election."""
    for name, text in files(setting, constituencies).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@dataclass(frozen=True)
class Checked:
    """The folders of all elections, and what is found in them."""

    folders: dict[str, Path]
    reports: dict[str, Report]


def told_of(report: Report) -> dict[str, Counter[tuple[str, str]]]:
    """Count the findings of each area by id and message, with all names of people made the same."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for finding in report.findings:
        counts[Path(finding.at.file).stem][finding.id, SOMEBODY.sub("某", finding.message)] += 1
    return counts


@cache
def checked() -> Checked:
    """Every election, written into a folder for each setting, and checked there."""
    folder = Path(mkdtemp(prefix="huanjie-elections-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folders = {setting.name: written(folder / setting.name, setting, drawn()[setting.name]) for setting in SETTINGS}
    return Checked(folders, {setting.name: check(folders[setting.name], setting.today) for setting in SETTINGS})
