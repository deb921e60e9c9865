"""A content folder -> the files that may be opened, and the kind of record in each. Nothing is opened here.

Only regular files below the folder are taken: a pipe would hang the build, a link could publish what lies outside.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from huanjie.findings import WARNING, Finding, near_misses
from huanjie.model import KINDS
from huanjie.model.base import Record
from huanjie.yaml_text import MAX_BYTES, Place, shorten
from huanjie.yaml_text.names import LONGEST_NAME, wrong_name

# Where records lie: a file below the content folder, or a folder with a file for each.
PLACES = {
    f"{kind.kind}/" if kind.filed == "folder" else f"{kind.kind}.yml": kind
    for kind in KINDS.values()
    if kind.filed != "within"
}
# A page that MkDocs cannot read: without our hook it would publish every record, and so it stops instead.
GUARD = "only-huanjie.md"
NOT_OPENED = {"S201", "S202", "S203", "S205", "S206", "S207", "S208"}


def list_files(content: Path, findings: list[Finding]) -> tuple[str, ...]:
    """Give the path of every file below `content`, with `/`, sorted; add findings on files that must not be opened.

    Names that begin with a dot (.git, .DS_Store) and the guard are passed over.
    """
    files = tuple(_walk(content, "", findings))
    findings.extend(_same_but_for_case(files))
    return files


def _walk(content: Path, below: str, findings: list[Finding]) -> Iterator[str]:
    try:
        with os.scandir(content / below) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        findings.append(Finding(Place(below), "文件夹打不开", "请检查这个文件夹的权限", "S206"))
        return
    for entry in inside:
        path = f"{below}{entry.name}"
        if entry.name.startswith(".") or path == GUARD:
            continue
        if refused := _bad_name(entry.name, path) or _bad_kind(content, entry, path):
            findings.append(refused)
        elif entry.is_dir():
            yield from _walk(content, f"{path}/", findings)
        else:
            yield path


def _bad_name(name: str, path: str) -> Finding | None:
    doubt = wrong_name(name, path)
    if not doubt:
        return None
    printable = path.encode("utf-8", "replace").decode()  # a name that is no UTF-8 must not break the message
    own = printable.rpartition("/")[2]
    wrong, right = doubt
    called = own if len(own) <= LONGEST_NAME else shorten(own, LONGEST_NAME)
    return Finding(Place(printable), f"名字“{called}”{wrong}", right, "S203")


def _bad_kind(content: Path, entry: "os.DirEntry[str]", path: str) -> Finding | None:
    if entry.is_symlink():
        target, root = Path(os.path.realpath(entry.path)), os.path.realpath(content)
        inside = target.is_file() and target.is_relative_to(root)
        if not inside or any(part.startswith(".") for part in target.relative_to(root).parts):
            wrong = "这个链接指到了内容文件夹外面，指向的不是文件，或者是隐藏的文件"
            return Finding(Place(path), wrong, "请把文件本身放进来，不要用链接", "S202")
    info = entry.stat()
    if stat.S_ISDIR(info.st_mode):
        return None
    if not stat.S_ISREG(info.st_mode):
        return Finding(Place(path), "这不是普通文件（是管道或设备）", "请把它移出内容文件夹", "S201")
    if info.st_size > MAX_BYTES:
        wrong = f"文件有 {info.st_size / 1_000_000:.1f} MB，超过 {MAX_BYTES / 1_000_000:.0f} MB"
        return Finding(Place(path), wrong, "请分成几个文件，或者移出内容文件夹", "S205")
    return None


def _same_but_for_case(paths: Iterable[str]) -> Iterator[Finding]:
    """Find names that differ only in case: they are one file on Windows and on a Mac."""
    first: dict[str, str] = {}
    for file in paths:
        parts = file.split("/")
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth])
            known = first.setdefault(path.lower(), path)
            if known != path:
                yield Finding(Place(file), f"“{path}”和“{known}”只差大小写", "请给其中一个改名", "S204")
                break


def slug_of(file: str) -> str:
    """The address of a record in a folder of its kind: meetings/2016/05-31.yml is 2016/05-31."""
    return file.partition("/")[2].rpartition(".")[0]


def kind_meant(file: str) -> type[Record] | None:
    """Tell what kind of record a file was probably meant to hold, from a name that is not quite right."""
    top, slash, _ = file.partition("/")
    where = f"{top}/" if slash else f"{top.partition('.')[0]}.yml"
    near = near_misses(where.lower(), PLACES)
    return PLACES[near[0]] if near else None


def kind_of(file: str) -> type[Record] | Finding:
    """Tell what kind of record a file holds from where it lies, or what is wrong with where it lies."""
    name = file.rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    if suffix != "yml" and suffix.lower() in ("yaml", "yml"):
        return Finding(Place(file), f"扩展名是“.{suffix}”", f"请改名为 {stem}.yml", "S207")
    if suffix != "yml":
        right = "内容写在 .yml 文件里；用不着这个文件时请移出内容文件夹"
        return Finding(Place(file), "这种文件不会发布", right, "R105", WARNING)
    top, slash, _ = file.partition("/")
    if kind := PLACES.get(f"{top}{slash}"):
        return kind
    meant = kind_meant(file)
    near = [where for where, kind in PLACES.items() if kind is meant]
    hint = f"是不是“{near[0]}”？" if near else f"可以有：{'、'.join(PLACES)}"
    return Finding(Place(file), "这个文件不属于任何一种记录", hint, "S208")
