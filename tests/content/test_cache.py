"""What is kept between runs never changes what is found, and can be spoilt or deleted at any time."""

import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from platformdirs import user_state_path

from district.chance import Chance
from huanjie.checks.report import cached_findings, check_folder
from huanjie.content import cache
from huanjie.content.cache import ReadingCache
from huanjie.findings import Finding
from tests.conftest import Project

TODAY = date(2026, 11, 24)


def found(content: Path) -> tuple[Finding, ...]:
    return cached_findings(content, TODAY, ReadingCache(content))


def spoil(project: Project) -> None:
    meeting = project.content / "meetings" / "2016-10-21.yml"
    meeting.write_text(meeting.read_text("utf-8").replace("present: 206", "present: 260"), "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        spoil,
        lambda project: (project.content / "meetings" / "2016-10-21.yml").rename(
            project.content / "meetings" / "a.yaml"
        ),
        lambda project: (project.content / "bodies.yml").write_text("- id: no\n", "utf-8"),
        lambda project: (project.content / "policies" / "publicity-plan.yml").unlink(),
        lambda project: (project.content / "meetings" / "bad name.yml").write_text("title: x\n", "utf-8"),
    ],
)
def test_what_is_found_after_a_change_is_what_a_first_look_finds(
    project: Project, change: Callable[[Project], object]
) -> None:
    before = found(project.content)
    assert found(project.content) == before == check_folder(project.content, TODAY).findings
    change(project)
    after = found(project.content)
    assert found(project.content) == after == check_folder(project.content, TODAY).findings
    assert after != before


def test_another_day_is_asked_anew(project: Project) -> None:
    held = date(2016, 10, 20)
    found(project.content)
    assert (
        cached_findings(project.content, held, ReadingCache(project.content))
        == check_folder(project.content, held).findings
    )


@pytest.mark.parametrize("spoilt", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_spoilt_file_is_as_good_as_none(project: Project, spoilt: bytes) -> None:
    expected = found(project.content)
    ReadingCache(project.content).file.write_bytes(spoilt)
    assert found(project.content) == expected
    assert found(project.content) == expected
    with closing(sqlite3.connect(ReadingCache(project.content).file)) as base:
        assert base.execute("SELECT count(*) FROM readings").fetchone()[0] > 0


def rewrite(content: Path, change: Callable[[bytes], bytes]) -> None:
    """Change every value that is kept, as somebody would who can write the file and knows no key."""
    with closing(sqlite3.connect(ReadingCache(content).file)) as base, base:
        for table, name in (("readings", "key"), ("results", "name")):
            for key, value in base.execute(f"SELECT {name}, value FROM {table}").fetchall():  # noqa: S608  # names of ours
                base.execute(f"UPDATE {table} SET value = ? WHERE {name} = ?", (change(value), key))  # noqa: S608


class Planted:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, trace: Path) -> None:
        """Name the file."""
        self.trace = trace

    def __reduce__(self) -> tuple[Callable[..., object], tuple[Path]]:
        """What unpickling calls."""
        return Path.touch, (self.trace,)


@pytest.mark.parametrize("sealed", [True, False])
def test_code_that_a_stranger_plants_never_runs(project: Project, tmp_path: Path, *, sealed: bool) -> None:
    expected = found(project.content)
    trace = tmp_path / "it-ran"
    planted = pickle.dumps(Planted(trace))
    rewrite(project.content, lambda value: value[: cache.SEAL if sealed else 0] + planted)
    spoil(project)  # so that what was found is not simply remembered
    assert {finding.id for finding in found(project.content)} > {finding.id for finding in expected}
    assert project.build().returncode == 0
    assert not trace.exists()


def test_a_number_that_a_stranger_changes_is_never_published(project: Project) -> None:
    assert project.build().returncode == 0
    before = tree(project.site)
    number = b"501924"
    assert any(number in raw for raw in before.values())
    rewrite(project.content, lambda value: value.replace(number, b"501925"))
    assert project.build().returncode == 0
    assert tree(project.site) == before


def test_a_value_counts_only_under_its_name_and_for_the_code_that_made_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = ReadingCache(project.content)
    kept.remember("first", b"1")
    kept.remember("second", b"2")
    with closing(sqlite3.connect(kept.file)) as base, base:
        base.execute("UPDATE results SET value = (SELECT value FROM results WHERE name = ?)", (b"first",))
    assert (kept.recall("first"), kept.recall("second")) == (b"1", None)
    monkeypatch.setattr(cache, "_version", lambda: "another")
    other = ReadingCache(project.content)
    kept.file.rename(other.file)
    assert other.recall("first") is None


def test_nothing_is_kept_beside_the_content(project: Project) -> None:
    before = {*project.folder.rglob("*")}
    found(project.content)
    assert {*project.folder.rglob("*")} == before
    assert ReadingCache(project.content).file.is_file()


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o606])
def test_a_key_that_others_can_read_is_replaced(project: Project, mode: int) -> None:
    kept = ReadingCache(project.content)
    kept.remember("name", b"1")
    key = user_state_path("huanjie") / "cache-key"
    before = key.read_bytes()
    key.chmod(mode)
    later = ReadingCache(project.content)
    assert later.recall("name") is None
    assert key.read_bytes() != before
    assert key.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("key", [b"", b"short", b"x" * 33])
def test_a_key_that_is_none_is_replaced(project: Project, key: bytes) -> None:
    file = user_state_path("huanjie") / "cache-key"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(key)
    file.chmod(0o600)
    ReadingCache(project.content).remember("name", b"1")
    assert ReadingCache(project.content).recall("name") == b"1"


def test_without_a_place_for_a_key_nothing_is_kept_and_all_is_found(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert found(project.content) == check_folder(project.content, TODAY).findings
    assert not ReadingCache(project.content).file.exists()


@pytest.mark.parametrize(
    "planted",
    [
        (
            "DROP TABLE results; CREATE VIEW results AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 "
            "FROM t) SELECT CAST('found' AS BLOB) name, zeroblob(10) value FROM t WHERE n < 0"
        ),
        (
            "CREATE TRIGGER endless BEFORE INSERT ON results BEGIN WITH RECURSIVE t(n) AS "
            "(SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t; END"
        ),
        "DROP TABLE readings; CREATE TABLE readings (key BLOB, value BLOB, more BLOB)",
    ],
)
def test_a_file_of_another_shape_is_cleared_away(project: Project, planted: str) -> None:
    expected = found(project.content)
    with closing(sqlite3.connect(ReadingCache(project.content).file)) as base, base:
        base.executescript(planted)
    spoil(project)
    assert {finding.id for finding in found(project.content)} > {finding.id for finding in expected}
    ReadingCache(project.content).remember("name", b"1")
    assert ReadingCache(project.content).recall("name") == b"1"


def test_nothing_is_kept_among_the_records(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUANJIE_CACHE", str(project.content / "cache"))
    before = {*project.content.rglob("*")}
    found(project.content)
    assert {*project.content.rglob("*")} == before


FLIPS = 1000


def damaged(whole: bytes, chance: Chance) -> bytes:
    """The bytes with 1 to 50 bits flipped."""
    raw = bytearray(whole)
    for _ in range(chance.between(1, 50)):
        raw[chance.between(0, len(raw) - 1)] ^= 1 << chance.between(0, 7)
    return bytes(raw)


@pytest.mark.build
def test_a_damaged_file_gives_what_a_first_look_gives(project: Project) -> None:
    """Of 1,000 damaged files, each with 1 to 50 flipped bits, none ends a run or changes a byte, and each is healed."""
    spoil(project)
    expected = pickle.dumps(found(project.content))
    kept = ReadingCache(project.content)
    made = pickle.dumps({"page": "x" * 5000})
    kept.remember("made", made)
    whole = kept.file.read_bytes()
    for seed in range(FLIPS):
        kept.file.write_bytes(damaged(whole, Chance(seed)))
        assert kept.recall("made") in (made, None), seed
        assert pickle.dumps(found(project.content)) == expected, seed
        kept.remember("made", made)
        kept.remember("made", made)  # where the first only found that the file is spoilt
        assert kept.recall("made") == made, seed


@pytest.mark.build
def test_a_build_from_damaged_files_is_a_build_from_nothing(project: Project) -> None:
    """The same for whole builds, with bits flipped in what is kept and in the search index that stands."""
    assert project.build().returncode == 0
    expected = tree(project.site)
    file = ReadingCache(project.content).file
    for seed in range(8):
        chance = Chance(seed)
        for path in (file, *chance.shuffled(sorted((project.site / "assets" / "search").iterdir()))[:5]):
            whole = path.read_bytes()
            path.unlink()  # the file may be linked from elsewhere
            path.write_bytes(damaged(whole, chance))
        finished = project.build()
        assert (finished.returncode, "Traceback" in finished.stderr) == (0, False), seed
        assert tree(project.site) == expected, seed


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_at_once_do_not_disturb_each_other(project: Project) -> None:
    expected = found(project.content)
    with closing(sqlite3.connect(ReadingCache(project.content).file)) as other:
        other.execute("BEGIN IMMEDIATE")  # another build is writing
        spoil(project)
        assert {finding.id for finding in found(project.content)} > {finding.id for finding in expected}


def test_what_an_older_version_of_the_code_kept_is_removed(project: Project) -> None:
    kept = ReadingCache(project.content)
    kept.folder.mkdir(parents=True)
    old = kept.folder / "readings-0123456789ab.sqlite"
    old.write_bytes(b"")
    found(project.content)
    assert (old.exists(), kept.file.exists()) == (False, True)


@pytest.mark.parametrize("name", ["a.py", "a.yml", "a.html", "reader/a.js", "a.css", "a.xml", "a.svg"])
def test_whatever_the_package_has_decides_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(cache, "PACKAGE", tmp_path)
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("1", "utf-8")
    before = ReadingCache(tmp_path).file
    file.write_text("2", "utf-8")
    assert ReadingCache(tmp_path).file != before


def test_a_run_that_is_killed_leaves_what_the_next_can_use(project: Project) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "huanjie", "check"], cwd=project.folder, stdout=subprocess.DEVNULL
    )
    process.kill()
    process.wait()
    assert found(project.content) == check_folder(project.content, TODAY).findings
