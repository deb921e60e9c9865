"""The records for the forms in a browser: list, open and save them; a file is written only if the check passes."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from huanjie.content.cache import ReadingCache
from huanjie.content.files import list_files
from huanjie.content.loading import load
from huanjie.content.reading import Reader
from huanjie.content.records import Records
from huanjie.desk.checked_write import write_checked
from huanjie.desk.filled import LossError, as_form, as_record, changed
from huanjie.desk.form_config import address
from huanjie.desk.locations import Location, address_of, file_of, locate, path_of, short_of
from huanjie.desk.requests import Form
from huanjie.desk.targets import DAY, NAME, NAMED, Target, free_name, targets, with_added_item, with_added_record
from huanjie.findings import ERROR, Finding, summed
from huanjie.model import KINDS
from huanjie.model.base import Record
from huanjie.model.fields import fields_of, holder_of
from huanjie.system.inside import NotWrittenError, read_inside
from huanjie.yaml_text.editing import Plain

_LONGEST = 100  # characters of a name: it is a part of the address
_OF_THE_NEW = ("S301", "S303")  # nothing refers to a source or a theme that was made just now


class RefusedError(Exception):
    """The request cannot be carried out; says why, to the editor."""


class MissingError(Exception):
    """There is no such record."""


def _refuse(why: str) -> NoReturn:
    raise RefusedError(why)


class FormBackend:
    """A content folder behind the forms, by the forms' paths: `sources/ID.yml` is a record of `sources.yml`."""

    def __init__(self, content: Path) -> None:
        """Take the folder."""
        self._content = content
        self._last: tuple[object, tuple[Records, tuple[Finding, ...]]] | None = None
        self.remarks: list[str] = []  # findings in the file that was saved last
        self._opened: dict[str, str] = {}  # the state that each open form shows, or has saved

    def records(self, name: str) -> list[tuple[str, Form]]:
        """All records of a kind with their paths, the newest first."""
        kind, (records, findings) = _kind(name), self._loaded()
        wrong = {finding.at.file for finding in findings if _unreadable(finding)}
        forms = [
            (path_of(kind, at), _stub(kind, at) if at.file in wrong else _form(kind, at, records))
            for at in locate(self._content, kind, records)
        ]
        return sorted(forms, key=lambda form: str(form[1]["_called"]), reverse=True) if kind.dated else forms

    def record(self, path: str) -> Form:
        """One record; raises MissingError, and RefusedError where a form could not show it."""
        kind, slug = _kind_and_slug(path)
        records, findings = self._loaded()
        file = file_of(kind, slug)
        wrong = [finding for finding in findings if finding.at.file == file and _unreadable(finding)]
        if wrong:
            _refuse(f"{file} 第 {wrong[0].at.line} 行有错误，请先在文件里改好：{wrong[0].message}")
        if kind.filed == "one" and not os.path.lexists(self._content / file):
            return {}
        form = _form(kind, self._location(kind, slug), records)
        number = f"form-{len(self._opened)}"
        self._opened[number] = str(form["_opened"])
        return form | {"_opened": number}

    def name(self, name: str, filled: Form) -> str:
        """The name for the file of a new record, from its day."""
        kind = _kind(name)
        if kind.filed == "within":
            short = short_of(kind, filled)
            return short if NAME.fullmatch(short) else _refuse(_wanting(kind))
        day = as_record(kind, filled).get(kind.dated, "")
        day = day.get("value", "") if isinstance(day, dict) else day
        if not isinstance(day, str) or not DAY.fullmatch(day):
            _refuse(f"日期不确切，请在“文件名”里起一个名字，{NAMED}")
        return free_name(self._content / kind.kind, day)

    def keep(self, path: str, filled: Form, *, new: bool) -> None:
        """Write what was filled in; raises RefusedError, with nothing changed, where the check would not pass."""
        kind, slug = _kind_and_slug(path)
        if address_of(kind, filled, slug) != slug:
            _refuse("这个编号、文件名已经有了，请另起一个" if new else "编号和文件名是网页的地址，存了以后不改")
        file = file_of(kind, slug)
        try:
            if new or (kind.filed == "one" and read_inside(self._content, file) is None):
                before, raw = self._added(kind, slug, filled)
            else:
                before, raw = self._changed(kind, slug, filled)
            errors, report = write_checked(self._content, file, before, raw)
        except NotWrittenError as why:
            _refuse(f"没有存：{why}")
        if errors:
            _refuse("没有存：" + "\n".join(error.message for error in summed(errors)))
        own = (finding for finding in report.findings if finding.at.file == file)
        worth_saying = (finding for finding in own if not (new and finding.id in _OF_THE_NEW))
        self.remarks = [f"{finding.severity.word}：{finding.message}" for finding in summed(worth_saying)]
        self._opened[str(filled.get("_opened"))] = _state(as_form(kind, self._location(kind, slug).value))

    def _changed(self, kind: type[Record], slug: str, filled: Form) -> tuple[bytes, bytes]:
        """The file as it is, and with what was filled in."""
        try:
            location = self._location(kind, slug)
        except MissingError:
            _refuse("这份记录已经不在了，没有存")
        if self._opened.get(str(filled.get("_opened"))) != _state(as_form(kind, location.value)):
            _refuse("这份记录打开以后在别处改过，没有存。请重新打开再改")
        raw = read_inside(self._content, location.file) or b""
        try:
            return raw, changed(raw, location.path, kind, location.value, filled)
        except LossError as lost:
            _refuse(f"没有存：这样改，文件里的说明“# {lost}”会丢。请在文件 {location.file} 里改这一处")

    def _added(self, kind: type[Record], slug: str, filled: Form) -> tuple[bytes | None, bytes]:
        """The file as it is, None where there is none, and with a new record."""
        record = as_record(kind, filled)
        if kind.filed == "within":
            return self._added_within(targets()[kind.kind], slug.rpartition("/")[0], record)
        usable = kind.filed != "folder" or (NAME.fullmatch(slug) and len(slug) <= _LONGEST)
        before = read_inside(self._content, file_of(kind, slug)) if usable else None
        if not usable or (kind.filed == "folder" and before is not None):
            _refuse(f"“{slug}”不能作文件名：已经有了，或者不合写法；{NAMED}")
        if kind.filed == "one" and before is not None:
            _refuse(f"{kind.noun}已经有了，请打开它来改")
        return before, with_added_record(kind, record, before)

    def _added_within(self, target: Target, slug: str, record: Mapping[str, Plain]) -> tuple[bytes, bytes]:
        try:
            location = self._location(target.holder, slug)
        except MissingError:
            _refuse(f"没有“{slug}”这个{target.holder.noun}")
        raw = read_inside(self._content, location.file) or b""
        return raw, with_added_item(target, location, record, raw)

    def _location(self, kind: type[Record], slug: str) -> Location:
        for location in locate(self._content, kind, self._loaded()[0]):
            if location.slug == slug:
                return location
        raise MissingError(slug)

    def _loaded(self) -> tuple[Records, tuple[Finding, ...]]:
        """Load the folder, again only when a file has changed: opening a form needs it a dozen times."""
        files = [self._content / file for file in list_files(self._content, [])]
        state = tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files)
        if self._last is None or self._last[0] != state:
            self._last = state, load(self._content, Reader(ReadingCache(self._content)))
        return self._last[1]


def _unreadable(finding: Finding) -> bool:
    """Whether the reader or the model could not take a file: then no form can show its records."""
    return finding.severity == ERROR and finding.id[0] in "SM"


def _stub(kind: type[Record], location: Location) -> Form:
    return {address(kind): location.slug, "_called": f"{location.slug}（有错误，请先在文件里改好）"}


def _form(kind: type[Record], location: Location, records: Records) -> Form:
    """A record as its form shows it."""
    record = next((other for other in records.of(kind) if kind.filed == "one" or other.slug == location.slug), None)
    form = as_form(kind, location.value)
    day = form.get(kind.dated, "")
    name = record.heading if record else f"{form['title']}（草稿）"
    number = f"（{location.slug}）" if kind.filed == "list" else ""  # tells records of the same name apart
    called = [day if isinstance(day, str) else "", f"{name}{number}"]
    place: Form = {"_file": location.slug} if kind.filed == "folder" else {}
    if kind.filed == "within":
        above, _, short = location.slug.rpartition("/")
        called = [holder.heading for holder in records.of(holder_of(kind)[0]) if holder.slug == above] + called
        place = {"_within": above, "_file": short}
    return {**place, **form, "_called": " ".join(filter(None, called)), "_opened": _state(form)}


def _wanting(kind: type[Record]) -> str:
    """Say what a record lacks for an address within another."""
    own = next((field for field in fields_of(kind) if field.name == "id" and not field.required), None)
    return "编号等必填的还没有填好" + (f"；编号不是数和字母的、没有编号的，请填“{own.title}”" if own else "")


def _state(form: Mapping[str, Plain]) -> str:
    return hashlib.sha256(json.dumps(form, ensure_ascii=False).encode()).hexdigest()[:16]


def _kind(name: str) -> type[Record]:
    return KINDS.get(name) or _refuse(f"没有“{name}”这一种记录")


def _kind_and_slug(path: str) -> tuple[type[Record], str]:
    """The kind and the address in a path of the forms."""
    name, _, slug = path.removesuffix(".yml").partition("/")
    return _kind(name), slug or name
