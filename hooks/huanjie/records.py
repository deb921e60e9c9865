"""A content folder -> Records: everything read, cross-references resolved, and findings on what is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from huanjie import folder
from huanjie.findings import NOTICE, WARNING, Finding, from_fault, near_misses, ordered
from huanjie.model import KINDS
from huanjie.model.base import Entry
from huanjie.model.facts import Ref
from huanjie.refusals import refusals
from huanjie.source import Fields, Items, Place, Value, read

E = TypeVar("E", bound=Entry)

REQUIRED = "election.yml"
FAULTS = {
    "R101": "提到的记录不存在。",
    "R102": "两份记录用了同一个编号。",
    "R103": "提到的记录还是草稿。",
    "R104": "草稿，不会发布。",
    "R105": "这种文件不会发布。",
}


@dataclass(frozen=True)
class Records:
    """Everything a content folder holds, by kind and slug. Drafts are checked like the rest and kept apart."""

    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    drafts: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """All published records of one kind, in the order of their files."""
        return tuple(entry for entry in self.entries.get(kind.kind, {}).values() if isinstance(entry, kind))

    def one(self, kind: type[E]) -> E:
        """The only record of its kind; raises IndexError where there is none (loading has told the editor)."""
        return self.of(kind)[0]

    def find(self, ref: Ref) -> Entry:
        """The record that a reference means; raises KeyError where there is none (loading has told the editor)."""
        return self.entries[ref.kind][ref.slug]

    @property
    def all(self) -> Iterator[Entry]:
        """All published records."""
        return (entry for kind in self.entries.values() for entry in kind.values())

    @cached_property
    def cited_by(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """For each kind and slug, the records that refer to it, each once."""
        citing: dict[tuple[str, str], dict[int, Entry]] = {}
        for entry in self.all:
            for ref in references(entry):
                citing.setdefault((ref.kind, ref.slug), {})[id(entry)] = entry
        return {target: tuple(entries.values()) for target, entries in citing.items()}


def load(content: Path) -> tuple[Records, tuple[Finding, ...]]:
    """Read a content folder; with any error among the findings the records are not to be published.

    Places carry the file's path below `content`, with `/`.
    """
    loading = _Loading(content)
    files = folder.files(content, loading.findings)
    for file in files:
        loading.file(file)
    if REQUIRED not in files:
        loading.tell("S209", Place(REQUIRED), f"缺少 {REQUIRED}", f"请在内容文件夹里建立 {REQUIRED}，写明这次选举")
    loading.check_references()
    return Records(loading.published, loading.drafts), ordered(loading.findings)


def references(value: object) -> Iterator[Ref]:
    """Every reference in a record, however deep."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from references(inner)
    elif isinstance(value, BaseModel):
        for inner in value.__dict__.values():
            yield from references(inner)


class _Loading:
    """What has been read so far of one content folder."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.findings: list[Finding] = []
        self.published: dict[str, dict[str, Entry]] = {}
        self.drafts: dict[str, dict[str, Entry]] = {}
        self._broken: set[tuple[str, str]] = set()  # kinds and slugs that exist and could not be read

    def tell(self, fault: str, at: Place, wrong: str, right: str) -> None:
        self.findings.append(Finding(at, wrong, right, fault))

    def file(self, file: str) -> None:
        """Read one file into the records of its kind."""
        kind = _kind_of(file)
        if isinstance(kind, Finding):
            self.findings.append(kind)
            return
        try:
            raw = (self.content / file).read_bytes()
        except OSError:
            self.tell("S206", Place(file), "文件读不出来", "请检查这个文件的权限，或者重新放一份")
            return
        value = read(file, raw)
        if isinstance(value, tuple):
            self.findings.extend(from_fault(fault) for fault in value)
            self._broken.add((kind.kind, _slug(file) if kind.filed == "folder" else ""))
        elif isinstance(value, Items) and kind.filed == "list":
            for inner in value:
                self._entry(kind, file, inner)
        elif isinstance(value, Fields) and kind.filed != "list":
            self._entry(kind, file, value)
        else:
            self._broken.add((kind.kind, ""))
            if isinstance(value, Items):
                right = "这个文件写一份记录：去掉行首的“- ”，一行一栏，如 title: 名称"
                self.tell("S116", value.at, "整个文件写成了列表", right)
            else:
                right = f"这个文件写多个{kind.name}：每个{kind.name}前面加“- ”，下面各行缩进两格"
                self.tell("S117", value.at, "整个文件写成了一组栏目", right)

    def _entry(self, kind: type[Entry], file: str, value: Value) -> None:
        """Build one record and put it on its shelf; the second of two with one slug is told and left out."""
        try:
            entry = kind.model_validate(value)
        except ValidationError as error:
            self.findings.extend(refusals(error, kind, value))
            slug = value.get("id", "") if isinstance(value, Fields) else ""
            self._broken.add((kind.kind, _slug(file) if kind.filed == "folder" else str(slug)))
            return
        if kind.filed == "folder":
            entry._slug = _slug(file)  # noqa: SLF001  # only the file's name knows the address
        shelf = (self.published if entry.published else self.drafts).setdefault(kind.kind, {})
        if known := shelf.get(entry.slug):
            wrong = f"编号“{entry.slug}”已经用过了，在第 {known.at.line} 行"
            self.tell("R102", entry.place_of("id"), wrong, "请换一个编号，或者删去其中一个")
            return
        shelf[entry.slug] = entry
        if not entry.published:
            at = entry.place_of("draft")
            self.findings.append(Finding(at, "这是草稿，不会发布", "要发布时删去 draft 这一行", "R104", NOTICE))

    def check_references(self) -> None:
        """Tell references to nothing and to drafts; not those to records that are there and could not be read."""
        for shelf in (*self.published.values(), *self.drafts.values()):
            for entry in shelf.values():
                for ref in references(entry):
                    known = ref.slug in self.published.get(ref.kind, {})
                    if not known and not {(ref.kind, ref.slug), (ref.kind, "")} & self._broken:
                        self._dangling(ref)

    def _dangling(self, ref: Ref) -> None:
        name = KINDS[ref.kind].name
        if ref.slug in self.drafts.get(ref.kind, {}):
            right = "请先发布它（删去 draft），或者删去这一处"
            self.tell("R103", ref.at, f"{name}“{ref.slug}”还是草稿，读者看不到", right)
            return
        known = tuple(self.published.get(ref.kind, {}))
        if near := near_misses(ref.slug, known):
            right = f"是不是{'、'.join(f'“{slug}”' for slug in near)}？"
        else:
            right = f"已有的编号：{'、'.join(known[:8])}" if known else f"现在还没有{name}的记录，请先建立"
        self.tell("R101", ref.at, f"没有编号为“{ref.slug}”的{name}", right)


def _slug(file: str) -> str:
    """The address of a record in a folder of its kind: meetings/2016/05-31.yml is 2016/05-31."""
    return file.partition("/")[2].removesuffix(".yml")


def _kind_of(file: str) -> type[Entry] | Finding:
    """Tell what kind of record a file holds from where it lies, or what is wrong with where it lies."""
    top, slash, _ = file.partition("/")
    name = file.rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    if suffix != "yml" and suffix.lower() in ("yaml", "yml"):
        return Finding(Place(file), f"扩展名是“.{suffix}”", f"请改名为 {stem}.yml", "S207")
    if suffix != "yml":
        right = "内容写在 .yml 文件里；用不着这个文件时请移出内容文件夹"
        return Finding(Place(file), "这种文件不会发布", right, "R105", WARNING)
    for kind in KINDS.values():
        if file == f"{kind.kind}.yml" if kind.filed != "folder" else top == kind.kind and slash:
            return kind
    names = [f"{kind.kind}/" if kind.filed == "folder" else f"{kind.kind}.yml" for kind in KINDS.values()]
    near = near_misses(f"{top}{slash}", names)
    hint = f"是不是“{near[0]}”？" if near else f"可以有：{'、'.join(names)}"
    return Finding(Place(file), "这个文件不属于任何一种记录", hint, "S208")
