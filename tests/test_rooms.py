"""The graph of the rooms, what only the edges may do, and who imports whom; read from the source itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

PACKAGE = ROOT / "hooks" / "huanjie"
ROOMS = yaml.safe_load((ROOT / "docs" / "rooms.yml").read_text("utf-8"))
TOP = ("__main__",)  # picks the command, and belongs to no room
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions; names taken from a package count as its modules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if name.startswith("huanjie.")}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def edge(path: Path) -> bool:
    """Whether a module may do what only the edges may: its whole room, or it alone."""
    edges = ROOMS.get(room(path), {}).get("edge")
    within = ".".join(path.relative_to(PACKAGE).with_suffix("").parts[1:])
    return room(path) in TOP or edges is True or within in (edges or ())


def test_every_module_belongs_to_a_room() -> None:
    assert {room(path) for path in MODULES} == {*ROOMS, *TOP}


def test_rooms_are_listed_from_the_ground_up() -> None:
    """No room imports one that is listed after it, so there is no circle."""
    names = [*ROOMS]
    assert all(set(ROOMS[name].get("imports", ())) <= set(names[:place]) for place, name in enumerate(names))


def test_contributors_read_the_same_table() -> None:
    rows = (
        f"| `{name}` | {room['does']} | {', '.join(room.get('imports', ())) or 'none'} |"
        for name, room in ROOMS.items()
    )
    assert "\n".join(rows) in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_imports_the_rooms_it_says_and_no_others(name: str) -> None:
    imports = set().union(*(rooms_imported(path) for path in MODULES if room(path) == name)) - {name}
    assert imports == set(ROOMS[name].get("imports", ()))


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) != "site"], ids=name_of)
def test_only_site_imports_mkdocs(path: Path) -> None:
    assert not [name for name in imported(path) if re.match(r"mkdocs|material|properdocs", name)]


@pytest.mark.parametrize("path", [path for path in MODULES if not edge(path)], ids=name_of)
def test_only_the_edges_write_print_log_or_read_the_clock_environment_and_network(path: Path) -> None:
    forbidden = re.compile(
        r"\bprint\(|\bsys\.std|logging|\.today\(\)|\.now\(|\btime\.|os\.environ|getenv|urllib(?!\.parse)|socket|subprocess"
        r"|write_text|write_bytes|\.mkdir\(|\.unlink\(|open\("
    )
    assert not forbidden.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) == "cli"], ids=name_of)
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
    assert (asks and not edge(path), reads) == (False, ["datetime.now("] if name_of(path) == "system/clock.py" else [])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_say_what_is_inside(path: Path) -> None:
    assert not re.search(r"util|helper|common|misc|manager", path.stem)


def test_the_hook_only_hands_the_events_on() -> None:
    tree = ast.parse((ROOT / "hooks" / "main.py").read_text("utf-8"))
    kinds = [type(node) for node in tree.body]
    assert kinds == [ast.Expr, ast.ImportFrom, ast.Assign]  # docstring, import, __all__


def test_no_test_file_imports_another() -> None:
    """Two that need the same take it from `tests/support`, so that a test file can be moved, run and read alone."""
    files = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tools").glob("*.py"), *(ROOT / "bench").glob("*.py")]
    assert [name for path in files for name in imported(path) if re.match(r"tests\.(?:\w+\.)*test_", name)] == []
