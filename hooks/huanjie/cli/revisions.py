"""A content folder as a version of git has it, put into a folder of its own.

Git's own objects are read, not an archive of them: what the version says in `.gitattributes` could leave records out of
that, or write other things into them. Nothing of the repository is run, and no other repository is asked.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple, NoReturn

from huanjie.yaml_text import MAX_BYTES

MOST_FILES = 200_000
MOST_BYTES = 500_000_000  # of all files that are written
_PIECE = 1_000_000  # bytes of the list of files that are read at a time
_MOST_HOLLOW = 100_000_000  # how long a file is made whose bytes nobody will look at
_LINK, _MODULE = "120000", "160000"
_ENTRY = re.compile(rb"(\d{6}) \w+ ([0-9a-f]{40,64}) +(\d+|-)\t(.+)", re.DOTALL)
# A repository can name programs to run, other objects to show and others to fetch from; here none of them is used.
_SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "safe.bareRepository=explicit")
_KEPT = ("GIT_CONFIG", "GIT_CEILING", "GIT_DISCOVERY")  # where a repository may lie, and whose it may be
_ADDED = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}


class NoRevisionError(LookupError):
    """There is no such version, or it cannot be read; the message says why."""


class _Entry(NamedTuple):
    """A file of a version: its sort, its object and how long that is, and where it lies below the content folder."""

    mode: str
    name: str
    size: int
    path: str


def is_revision(named: str) -> bool:
    """Whether git has a version of this name, here."""
    return not named.startswith("-") and bool(shutil.which("git")) and _run(*_verified(f"{named}^{{commit}}"))[0] == 0


def unpacked(named: str, content: Path, folder: Path) -> list[str]:
    """Write the content folder of a version below `folder`; give its submodules, which are no part of it.

    Raises NoRevisionError.
    """
    entries = [*_entries(named, _tree(named, content))]
    try:
        for path in {_inside(folder, entry.path).parent for entry in entries}:
            path.mkdir(parents=True, exist_ok=True)  # before there is a link that a file could go through
        for entry, raw in _with_bytes(named, [entry for entry in entries if entry.mode not in (_LINK, _MODULE)]):
            with _inside(folder, entry.path).open("xb") as file:
                file.write(raw)
                file.truncate(min(entry.size, _MOST_HOLLOW))
        for entry, raw in _with_bytes(named, [entry for entry in entries if entry.mode == _LINK]):
            _inside(folder, entry.path).symlink_to(os.fsdecode(raw))
    except (OSError, ValueError) as error:
        _refuse(f"“{named}”里的文件在这台电脑上放不下来：{error}")
    return [entry.path for entry in entries if entry.mode == _MODULE]


def _refuse(why: str) -> NoReturn:
    raise NoRevisionError(why)


def _inside(folder: Path, path: str) -> Path:
    """Where a file of a version is put; a name that this system takes for more than a name is refused."""
    parts = path.split("/")
    if any(not part or Path(part).name != part for part in parts):
        wrong = f"名字“{path}”不能用"
        raise ValueError(wrong)
    return folder.joinpath(*parts)


def _tree(named: str, content: Path) -> str:
    """The object that is the content folder of a version."""
    if named.startswith("-"):  # git would take it for an option
        _refuse(f"“{named}”不能作版本的名字：以 - 开头")
    if not shutil.which("git"):
        _refuse(f"“{named}”不是文件夹；要和 git 的版本比较，请先装 git")
    failed, commit, complaint = _run(*_verified(f"{named}^{{commit}}"))
    if "ambiguous" in complaint:
        _refuse(f"git 里叫“{named}”的不止一个（分支、标签）；请写全，如 refs/heads/{named}")
    inside = Path(os.path.relpath(content)).as_posix()
    failed, name, _ = (1, "", "") if failed else _run(*_verified(f"{commit}:./{inside}"))
    failed, tree, _ = (1, "", "") if failed else _run(*_verified(f"{name}^{{tree}}"))
    if failed:
        _refuse(f"“{named}”不是文件夹，也不是有 {content} 的 git 版本")
    return tree


def _verified(name: str) -> Sequence[str]:
    return "rev-parse", "--verify", "--end-of-options", name


def _entries(named: str, tree: str) -> Iterator[_Entry]:
    """Every file of a version below its content folder; names that begin with a dot are passed over, as everywhere."""
    pieces: list[bytes] = []
    with _begun(None, "ls-tree", "-r", "-z", "-l", "--full-tree", tree) as git:
        for piece in iter(partial(_out(git).read, _PIECE), b""):
            pieces.append(piece)
            if sum(part.count(b"\0") for part in pieces) > MOST_FILES:  # a few objects can make a list without an end
                git.kill()
                break
    rows = b"".join(pieces).split(b"\0")[:-1]
    matches = [_ENTRY.fullmatch(row) for row in rows]
    sizes = (int(match[3]) for match in matches if match and match[3] != b"-")
    whole = sum(size for size in sizes if size <= MAX_BYTES)
    if len(rows) > MOST_FILES or whole > MOST_BYTES:
        _refuse(f"“{named}”里的文件太多或者太大，没有比较：最多 {MOST_FILES:,} 个，共 {MOST_BYTES // 10**6} MB")
    if git.returncode or None in matches:
        _refuse(f"“{named}”在这台电脑上不全，请先把它取全（git fetch）")
    for match in filter(None, matches):
        mode, name, size, path = (os.fsdecode(part) for part in match.groups())
        if not any(part.startswith(".") for part in path.split("/")):
            yield _Entry(mode, name, 0 if size == "-" else int(size), path)


def _with_bytes(named: str, entries: Sequence[_Entry]) -> Iterator[tuple[_Entry, bytes]]:
    """Files with their bytes; with none where there are more than a record may have."""
    short = [entry for entry in entries if entry.size <= MAX_BYTES]
    yield from ((entry, b"") for entry in entries if entry.size > MAX_BYTES)
    with TemporaryFile() as names:
        names.write("".join(f"{entry.name}\n" for entry in short).encode())
        names.seek(0)
        with _begun(names, "cat-file", "--batch", "--buffer") as git:
            for entry in short:
                if _out(git).readline() != f"{entry.name} blob {entry.size}\n".encode():
                    git.kill()
                    _refuse(f"“{named}”在这台电脑上不全，请先把它取全（git fetch）")
                yield entry, _out(git).read(entry.size)
                _out(git).read(1)


def _words(arguments: Iterable[str]) -> list[str]:
    return ["git", "--no-pager", *(word for setting in _SETTINGS for word in ("-c", setting)), *arguments]


def _environment() -> dict[str, str]:
    """Our own without what would have git look elsewhere, or do anything beside."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return own | _ADDED


def _run(*arguments: str) -> tuple[int, str, str]:
    """Run git to its end; give its exit status, its output and its complaints."""
    git = subprocess.run(  # noqa: S603  # a list of words: no shell takes one for something else
        _words(arguments), env=_environment(), capture_output=True, text=True, errors="replace", check=False
    )
    return git.returncode, git.stdout.strip(), git.stderr


def _begun(given: IO[bytes] | None, *arguments: str) -> subprocess.Popen[bytes]:
    """Begin a run of git whose answer is read piece by piece."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603  # as above
        _words(arguments), env=_environment(), stdin=given or quiet, stdout=subprocess.PIPE, stderr=quiet
    )


def _out(git: subprocess.Popen[bytes]) -> IO[bytes]:
    """The answer of git, which is a pipe."""
    return git.stdout or BytesIO()
