"""The order of the stages, and what only the edges may do; read from the source itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "hooks" / "huanjie"
# The order is the design: a module imports only from those before it (and from its own stage).
STAGES = (
    "pool",
    "disk",
    "streams",
    "system_errors",
    "escaping",
    "hanzi",
    "source",
    "model",
    "findings",
    "refusals",
    "folder",
    "records",
    "editing",
    "reading",
    "curing",
    "loading",
    "law",
    "election",
    "tables",
    "rules",
    "forms",
    "drafts",
    "checking",
    "clock",
    "user_key",
    "keeping",
    "loopback",
    "pages",
    "comparing",
    "search",
    "site",
    "commands",
    "__main__",
)
EDGES = ("user_key", "disk", "streams", "clock", "keeping", "loopback", "site", "commands", "__main__")
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions; names taken from a package count as its modules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stages_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if name.startswith("huanjie.")}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_every_module_belongs_to_a_stage() -> None:
    assert {stage(path) for path in MODULES} == set(STAGES)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_earlier_stages(path: Path) -> None:
    allowed = STAGES[: STAGES.index(stage(path)) + 1]
    assert stages_imported(path) <= set(allowed)


@pytest.mark.parametrize("path", [path for path in MODULES if stage(path) != "site"], ids=name_of)
def test_only_site_imports_mkdocs(path: Path) -> None:
    assert not [name for name in imported(path) if re.match(r"mkdocs|material|properdocs", name)]


@pytest.mark.parametrize("path", [path for path in MODULES if stage(path) not in EDGES], ids=name_of)
def test_only_the_edges_write_print_log_or_read_the_clock_environment_and_network(path: Path) -> None:
    forbidden = re.compile(
        r"\bprint\(|\bsys\.std|logging|\.today\(\)|\.now\(|\btime\.|os\.environ|getenv|urllib(?!\.parse)|socket|subprocess"
        r"|write_text|write_bytes|\.mkdir\(|\.unlink\(|open\("
    )
    assert not forbidden.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", [path for path in MODULES if stage(path) == "commands"], ids=name_of)
def test_commands_tell_only_through_what_spells_out_the_unseen(path: Path) -> None:
    own = {"__init__.py": 3, "parser.py": 1}  # `say`, `hand_over`, `complain`; and the usage, in which nothing is typed
    assert len(re.findall(r"sys\.std(?:out|err)\.write|\bprint\(", path.read_text("utf-8"))) == own.get(path.name, 0)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_day_comes_from_the_clock_and_only_the_edges_ask_for_it(path: Path) -> None:
    """Another clock would be the machine's, which may stand in another zone than China."""
    asks = "huanjie.system.clock" in imported(path)
    reads = re.findall(
        r"date\.today\(|datetime\.(?:now|today|utcnow)\(|fromtimestamp|localtime", path.read_text("utf-8")
    )
    assert (asks and stage(path) not in EDGES, reads) == (False, ["datetime.now("] if stage(path) == "clock" else [])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_short_and_names_say_what_is_inside(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 215, "one subject a file: 200 lines, a reader's loop a few more"
    assert not re.search(r"util|helper|common|misc|manager", path.stem)


def test_the_hook_only_hands_the_events_on() -> None:
    tree = ast.parse((ROOT / "hooks" / "main.py").read_text("utf-8"))
    kinds = [type(node) for node in tree.body]
    assert kinds == [ast.Expr, ast.ImportFrom, ast.Assign]  # docstring, import, __all__
