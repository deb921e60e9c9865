"""The files that a command works on: paths as typed -> content folders and the requested paths in each."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from huanjie.content import loading

Requested = dict[Path, list[str]]  # for each content folder the paths below it, "" for all of it


class NoContentError(Exception):
    """A path that does not exist, or that lies in no content folder; says so to the editor."""


def requested(paths: Iterable[Path]) -> Requested:
    """Find the content folders of some paths; of `content` where there are none. Raises NoContentError."""
    folders: Requested = {}
    for path in tuple(paths) or (Path("content"),):
        content = content_of(path)
        if content is None:
            why = f"“{path}”不在内容文件夹里：往上找不到 {loading.REQUIRED}" if path.exists() else f"没有“{path}”"
            raise NoContentError(why)
        inside = as_called(content, path.absolute().relative_to(content.absolute()))
        folders.setdefault(content, []).append("" if inside == "." else inside)
    return folders


def as_called(content: Path, inside: Path) -> str:
    """A path below the content folder by the names on the disk: Windows and macOS open Meetings/ for meetings/ too."""
    called: list[str] = []
    for part in inside.parts:
        above = content.joinpath(*called)
        names = {path.name for path in above.iterdir()} if above.is_dir() else set()
        same = (name for name in sorted(names) if name.lower() == part.lower())
        called.append(part if part in names else next(same, part))
    return "/".join(called) or "."


def content_of(path: Path) -> Path | None:
    """The content folder that a path is or lies in; a folder called content is one even without election.yml."""
    if path.is_dir() and ((path / loading.REQUIRED).exists() or path.name == "content"):
        return path
    if not path.exists() and not path.is_symlink():
        return None
    above = (*path.parents, *path.absolute().parents)  # the latter for who stands inside the content folder
    return next((folder for folder in above if (folder / loading.REQUIRED).exists()), None)


def is_requested(file: str, below: Sequence[str]) -> bool:
    """Whether a file is among those that are meant."""
    return any(path in ("", file) or file.startswith(f"{path}/") for path in below)
