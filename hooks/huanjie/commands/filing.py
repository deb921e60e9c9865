"""The records as forms in a browser list, open and keep them; a file is written only if the check passes."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from huanjie import folder
from huanjie.commands.new import DAY, NAME, NAMED, free
from huanjie.commands.trying import tried
from huanjie.editing import Editing, Plain, fields, item
from huanjie.editing import Path as Within
from huanjie.findings import ERROR
from huanjie.forms import filed_at, own_kinds
from huanjie.forms.filled import LossError, changed, meant, plain, shown
from huanjie.forms.web import address
from huanjie.keeping import Keeping
from huanjie.loading import load
from huanjie.model.base import Entry
from huanjie.reading import Reader
from huanjie.records import Records
from huanjie.source import Fields, read

Form = dict[str, Plain]


class RefusedError(Exception):
    """What was asked for cannot be done; says why, to the editor."""


class MissingError(Exception):
    """There is no such record."""


def _refuse(why: str) -> NoReturn:
    raise RefusedError(why)


@dataclass(frozen=True)
class _Found:
    """A record where it lies: its address, its file, and where it stands in that."""

    slug: str
    file: str
    within: Within
    value: Fields


class Filing:
    """A content folder behind the forms, by the forms' paths: `sources/ID.yml` is an entry of `sources.yml`."""

    def __init__(self, content: Path) -> None:
        """Take the folder."""
        self._content = content
        self.told: list[str] = []  # what the check said of the file that was kept last
        self._after: dict[str, str] = {}  # what each state became by saving, for whoever goes on in the same form

    def entries(self, name: str) -> list[tuple[str, Form]]:
        """All records of a kind with their paths, the newest first."""
        kind, records = _kind(name), self._records()
        forms = [(self._path(kind, one), self._form(kind, one, records)) for one in self._found(kind)]
        return sorted(forms, key=lambda form: str(form[1]["_called"]), reverse=True) if kind.dated else forms

    def entry(self, path: str) -> Form:
        """One record; raises MissingError, and RefusedError where a form could not show it."""
        kind, slug = _meant(path)
        file = filed_at(kind) if kind.filed != "folder" else path
        records, findings = load(self._content, Reader(Keeping(self._content)))
        wrong = [one for one in findings if one.at.file == file and one.severity == ERROR and one.id[0] in "SM"]
        if wrong:
            _refuse(f"{file} 第 {wrong[0].at.line} 行有错误，请先在文件里改好：{wrong[0].message}")
        if kind.filed == "one" and not (self._content / file).exists():
            return {}
        return self._form(kind, self._one(kind, slug), records)

    def name(self, name: str, filled: Form) -> str:
        """The name for the file of a new record, from its day."""
        kind = _kind(name)
        day = meant(kind, filled).get(kind.dated, "")
        day = day.get("value", "") if isinstance(day, dict) else day
        if not isinstance(day, str) or not DAY.fullmatch(day):
            _refuse(f"日期不确切，请在“文件名”里起一个名字，{NAMED}")
        return free(self._content / kind.kind, day)

    def keep(self, path: str, filled: Form, *, new: bool) -> None:
        """Write what was filled in; raises RefusedError, with nothing changed, where the check would not pass."""
        kind, slug = _meant(path)
        if filled.get(address(kind), slug) != slug:
            taken = f"“{filled[address(kind)]}”已经有了，请另起一个"
            _refuse(taken if new else "编号和文件名是网页的地址，存了以后不改")
        try:
            found = None if new else self._one(kind, slug)
        except MissingError:  # the one file of a kind that has none yet
            found = None
        file, raw = self._changed(kind, found, filled) if found else self._added(kind, slug, filled)
        errors, report = tried(self._content, file, raw)
        if errors:
            _refuse("没有存：" + "\n".join(one.message for one in errors))
        self.told = [f"{one.severity.word}：{one.message}" for one in report.findings if one.at.file == file]
        self._after[str(filled.get("_opened"))] = _state(shown(kind, self._one(kind, slug).value))

    def _changed(self, kind: type[Entry], found: _Found, filled: Form) -> tuple[str, bytes]:
        opened, now = str(filled.get("_opened")), _state(shown(kind, found.value))
        while opened in self._after and opened != now:
            opened = self._after[opened]
        if opened != now:
            _refuse("这份记录打开以后在别处改过，没有存。请重新打开再改")
        raw = (self._content / found.file).read_bytes()
        try:
            return found.file, changed(raw, found.within, kind, found.value, filled)
        except LossError as lost:
            _refuse(f"没有存：这样改，文件里的说明“# {lost}”会丢。请在文件 {found.file} 里改这一处")

    def _added(self, kind: type[Entry], slug: str, filled: Form) -> tuple[str, bytes]:
        record, file = meant(kind, filled), filed_at(kind).replace("*.yml", f"{slug}.yml")
        path = self._content / file
        if kind.filed == "list" and path.exists():
            editing = Editing(path.read_bytes())
            editing.append((), record)
            return file, editing.done()
        if path.exists() or not NAME.fullmatch(slug):
            _refuse(f"“{slug}”不能作文件名：已经有了，或者不合写法；{NAMED}")
        return file, f"{item(record, 0) if kind.filed == 'list' else fields(record, 0)}\n".encode()

    def _found(self, kind: type[Entry]) -> Iterator[_Found]:
        for file in folder.files(self._content, []):
            if folder.kind_of(file) is not kind:
                continue
            value = read(file, (self._content / file).read_bytes())
            if isinstance(value, Fields):
                yield _Found(folder.slug_of(file) or kind.kind, file, (), value)
            elif isinstance(value, list):
                each = ((number, one) for number, one in enumerate(value) if isinstance(one, Fields))
                yield from (_Found(str(one.get("id")), file, (number,), one) for number, one in each)

    def _one(self, kind: type[Entry], slug: str) -> _Found:
        for found in self._found(kind):
            if found.slug == slug:
                return found
        raise MissingError(slug)

    def _records(self) -> Records:
        return load(self._content, Reader(Keeping(self._content)))[0]

    def _path(self, kind: type[Entry], found: _Found) -> str:
        return f"{kind.kind}/{found.slug}.yml" if kind.filed == "list" else found.file

    def _form(self, kind: type[Entry], found: _Found, records: Records) -> Form:
        record = next((one for one in records.of(kind) if kind.filed == "one" or one.slug == found.slug), None)
        if record is None:
            return {address(kind): found.slug, "_called": f"{found.slug}（有错误，请先在文件里改好）"}
        day = plain(found.value[kind.dated]) if kind.dated in found.value else ""
        called = f"{day} {record.heading}" if isinstance(day, str) else record.heading
        form = shown(kind, found.value)
        named = {"_file": found.slug} if kind.filed == "folder" else {}
        return {**named, **form, "_called": called.strip(), "_opened": _state(form)}


def _state(form: Mapping[str, Plain]) -> str:
    return hashlib.sha256(json.dumps(form, ensure_ascii=False).encode()).hexdigest()[:16]


def _kind(name: str) -> type[Entry]:
    return next((kind for kind in own_kinds() if kind.kind == name), None) or _refuse(f"没有“{name}”这一种记录")


def _meant(path: str) -> tuple[type[Entry], str]:
    """The kind and the address that a path of the forms means."""
    name, _, slug = path.removesuffix(".yml").partition("/")
    return _kind(name), slug or name
