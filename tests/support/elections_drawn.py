"""The two thousand elections of the generator, written into folders and checked once for all tests that use them."""

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
from huanjie.checks.report import Report, check_folder

EACH = (334, 334, 333, 333, 333, 333)
SOMEBODY = re.compile(f"[{FAMILY}][{GIVEN}]{{2}}")
MANY = sum(EACH)  # two thousand


@cache
def drawn() -> dict[str, list[Constituency]]:
    """Every election, by the name of its setting."""
    return {setting.name: [*elections(setting, many)] for setting, many in zip(SETTINGS, EACH, strict=True)}


def written(folder: Path, setting: Setting, drawn_there: Iterable[Constituency]) -> Path:
    """A content folder with some constituencies of one election."""
    for name, text in files(setting, drawn_there).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@dataclass(frozen=True)
class Checked:
    """The folders of all elections, and the reports on them."""

    folders: dict[str, Path]
    reports: dict[str, Report]


def findings_by_area(report: Report) -> dict[str, Counter[tuple[str, str]]]:
    """The findings of each area, counted by id and message, in which all people have the same name."""
    by_area: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for finding in report.findings:
        by_area[Path(finding.at.file).stem][finding.id, SOMEBODY.sub("某", finding.message)] += 1
    return by_area


@cache
def checked() -> Checked:
    """Every election, written into a folder for each setting, and checked there."""
    folder = Path(mkdtemp(prefix="huanjie-elections-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folders = {setting.name: written(folder / setting.name, setting, drawn()[setting.name]) for setting in SETTINGS}
    return Checked(folders, {setting.name: check_folder(folders[setting.name], setting.today) for setting in SETTINGS})
