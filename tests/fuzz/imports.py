"""What offices have, and editors take over: spreadsheets and reports."""

import io
import random
import shutil
import zipfile
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

from huanjie.__main__ import main
from tests.conftest import FIXTURES, ROOT
from tests.fuzz.mutations import mutated
from tests.fuzz.target import Attempt, WrongError
from tests.support.spreadsheets import MAPPING, TOWNS, ods, xlsx

_ROWS: list[Sequence[object]] = [
    ["乡镇", "选区编号", "所含村组", "代表名额", "登记选民数", "公布日期"],
    *([list(TOWNS)[n % 4], f"第{n}选区", f"{n}村、西村（一、二组）", 2, 1000 + n, "2016-06-01"] for n in range(1, 30)),
]


@cache
def spreadsheets() -> tuple[bytes, ...]:
    """Tables in every form that is read."""
    lines = ["\t".join(map(str, row)) for row in _ROWS]
    files = (file for file in sorted((ROOT / "tests" / "imports" / "tables").iterdir()) if file.is_file())
    return (
        *(file.read_bytes() for file in files),
        xlsx({"选区": _ROWS}, merged=["A2:A4"], hidden=["B", "3"]),
        ods(f'<table:table table:name="表">{"<table:table-row>{}</table:table-row>" * 5}</table:table>'),
        "\n".join(lines).replace("\t", ",").encode(),
        "\n".join(lines).encode("utf-16"),
        "\n".join(lines).replace("\t", ";").encode("gb18030"),
    )


@cache
def reports() -> tuple[bytes, ...]:
    """Reports that offices published, as they are and in other encodings in which they are pasted."""
    plain = tuple(file.read_bytes() for file in sorted((ROOT / "tests" / "imports" / "reports").glob("*.txt")))
    texts = [raw.decode("utf-8", "replace") for raw in plain[:4]]
    return (*plain, *(text.encode(name, "replace") for text in texts for name in ("gb18030", "utf-16", "big5")))


def any_spreadsheet(dice: random.Random) -> bytes:
    """A table with something wrong with it; of a packed one, with something wrong inside, or it would not open."""
    raw = dice.choice(spreadsheets())
    packed = zipfile.is_zipfile(io.BytesIO(raw)) and dice.random() < 0.8  # most of them
    return _mutated_inside(raw, dice) if packed else mutated(raw, spreadsheets(), dice)


def _mutated_inside(raw: bytes, dice: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as whole, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        chosen = dice.choice(whole.namelist())
        for name in whole.namelist():
            part = whole.read(name)
            written = zipfile.ZipInfo(name)  # of no day: the same bytes each time
            packed.writestr(written, mutated(part, [part], dice) if name == chosen else part)
    return made.getvalue()


def any_report(dice: random.Random) -> bytes:
    """A report with something wrong with it."""
    return mutated(dice.choice(reports()), reports(), dice)


def table(folder: Path) -> Attempt:
    """A table is imported: guessed at, or as a mapping says."""
    content, file = folder / "content", folder / "table.xlsx"
    shutil.copytree(FIXTURES / "smallest", content)
    (folder / "mapping.yml").write_text(MAPPING, "utf-8")

    def attempt(case: bytes) -> None:
        file.write_bytes(case)
        _run("import", "table", str(file), "--content", str(content))
        _run("import", "table", str(file), "--content", str(content), "--map", str(folder / "mapping.yml"))

    return attempt


def text(folder: Path) -> Attempt:
    """A report becomes a draft."""
    file = folder / "report.txt"

    def attempt(case: bytes) -> None:
        file.write_bytes(case)
        _run("import", "text", str(file), "--content", str(folder), "--print")

    return attempt


def _run(*arguments: str) -> None:
    """Run a command; raises what it raises, and where it ends as no command may."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        status = main(arguments)
    if status not in (0, 1, 2):
        raise WrongError(status)
