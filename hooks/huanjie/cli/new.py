"""`huanjie new`: asks for the fields that a record needs, and writes a record that passes the check."""

import sys
from argparse import REMAINDER, Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from huanjie.checks.report import excerpts
from huanjie.cli import CLEAN, FOUND, say, tell, usage_error
from huanjie.cli.parser import Parser
from huanjie.content.cache import ReadingCache
from huanjie.content.loading import load
from huanjie.content.reading import Reader
from huanjie.content.records import Records
from huanjie.desk.answers import answered
from huanjie.desk.checked_write import write_checked
from huanjie.desk.locations import Location, locate
from huanjie.desk.targets import DAY, NAME, NAMED, Target, free_name, targets, with_added_item, with_added_record
from huanjie.findings import ERROR, as_text, near_misses
from huanjie.model import KINDS
from huanjie.model.base import FieldGroup, Record
from huanjie.model.fields import FieldSpec, fields_of, filed_at
from huanjie.system.inside import NotWrittenError, read_inside
from huanjie.yaml_text import Items
from huanjie.yaml_text.editing import Plain

HELP = "新建一份记录：一栏一栏地问，也可以用 --栏名 内容 直接给出"
_OWN = ("content", "file", "in")  # what may be given beside the fields
_SHOWN = 12  # ids of other records


class _GivenUpError(Exception):
    """The record cannot be made; says why."""


def _give_up(why: str) -> NoReturn:
    raise _GivenUpError(why)


def add(parser: Parser) -> None:
    """Say what may be written."""
    kinds_help = f"哪一种记录：{'、'.join(KINDS)}；记录里的一条写 areas.localities（村）、meetings.speeches（讲话）等"
    parser.arguments.add_argument("kind", metavar="KIND", help=kinds_help)
    given_help = "栏名和内容，如 --date 2026-11-18；--content 内容文件夹；--file 文件名，不带 .yml；--in 写在哪份记录里"
    parser.arguments.add_argument("given", nargs=REMAINDER, metavar="--FIELD VALUE", help=given_help)


def run(options: Namespace) -> int:
    """Make a record of what is given and what is answered."""
    try:
        target = _target(options.kind)
        given = _pairs(target.model, options.given)
        content = Path(given.pop("content", "content"))
        if not content.is_dir():
            return usage_error(f"没有内容文件夹“{content}”，请用 --content 指明")
        name, holding = given.pop("file", ""), given.pop("in", "")
        records, findings = load(content, Reader(ReadingCache(content)))
        asking = _Asking(given, {kind: tuple(shelf) for kind, shelf in records.by_kind.items()})
        if target.field:
            location = _location(target, content, records, holding or asking.holder(target.holder))
            whole = content / location.file
        elif (whole := content / filed_at(target.holder)).exists() and target.holder.filed == "one":
            _give_up(f"已经有 {whole.as_posix()}，没有动它；请直接改它")
        if any(finding.severity == ERROR and content / finding.at.file == whole for finding in findings):
            _give_up(f"{whole.as_posix()} 里有错误，请先改好：huanjie check")
        record = asking.record(target.model)
        if target.field:
            raw = read_inside(content, location.file) or b""
            return _write_checked(
                content, location.file, raw, with_added_item(target, location, record, raw), options.kind
            )
        before = read_inside(content, file := _path(target.holder, record, content, name, asking))
        return _write_checked(content, file, before, with_added_record(target.holder, record, before), options.kind)
    except (_GivenUpError, NotWrittenError) as why:
        return tell(why) if isinstance(why, NotWrittenError) else usage_error(str(why))


def _target(name: str) -> Target:
    if name not in (known := targets()):
        near = near_misses(name, known)
        _give_up(f"没有“{name}”这种记录；" + (f"是不是“{near[0]}”？" if near else f"有：{'、'.join(KINDS)}"))
    return known[name]


def _location(target: Target, content: Path, records: Records, slug: str) -> Location:
    """The record that holds the new record."""
    known = {holder.slug: holder for holder in locate(content, target.holder, records)}
    if slug not in known:
        near = near_misses(slug, known)
        _give_up(f"没有编号为“{slug}”的{target.holder.noun}" + (f"；是不是“{near[0]}”？" if near else ""))
    location = known[slug]
    if not isinstance(location.value.get(target.field, Items([], location.value.at)), Items):
        _give_up(f"{location.file} 的 {target.field} 还不是列表，请先写成每条一行，前面加“- ”")
    return location


def _pairs(kind: type[FieldGroup], typed: list[str]) -> dict[str, str]:
    """Take --date 2026-11-18 --title … apart."""
    known = [*(field.name for field in fields_of(kind)), *_OWN]
    for name in typed[::2]:
        bare = name.removeprefix("--")
        if bare == name or bare.partition(".")[0] not in known:
            near = near_misses(bare, known)
            more = f"，是不是 --{near[0]}？" if near else f"；有：{'、'.join(known)}"
            _give_up(f"没有“{name}”这一栏{more}")
    if len(typed) % 2:
        _give_up(f"“{typed[-1]}”后面没有内容")
    return {name.removeprefix("--"): value for name, value in zip(typed[::2], typed[1::2], strict=True)}


def _read(path: str, what: str) -> str:
    say("> ")
    return sys.stdin.readline() or _give_up(f"没有写：还缺 --{path}（{what}）")


@dataclass(frozen=True)
class _Asking:
    """The fields given on the command line, and the slugs of all records by kind."""

    given: Mapping[str, str]
    known: Mapping[str, tuple[str, ...]]

    def record(self, model: type[FieldGroup], above: str = "") -> dict[str, Plain]:
        """The fields that are given, and those that are needed; a group of fields has its name before theirs."""
        record: dict[str, Plain] = {}
        either = () if any(name in self.given for name in model.either) else model.either
        for field in fields_of(model):
            path = f"{above}{field.name}"
            needed = field.required and path not in self.given and not (field.group and field.group.shorthand)
            if field.group and (needed or any(name.startswith(f"{path}.") for name in self.given)):
                inner = self.record(field.group, f"{path}.")
                record[field.name] = [inner] if field.many else inner
            elif path in self.given or field.required or (field.name in either and not any(map(record.get, either))):
                record[field.name] = self._value(model, field, path)
        return {name: value for name, value in record.items() if value}

    def _value(self, model: type[FieldGroup], field: FieldSpec, path: str) -> Plain:
        """The value of a field: the given text, else an answer, until the value is right."""
        turn = 0
        while True:
            typed = self.given[path] if path in self.given else self._answer(field, path, first=turn == 0)
            answer = answered(model, field, typed)
            wrong = answer.wrong or self._unknown(field, answer.value)
            if not wrong or (not typed.strip() and field.name in model.either[:-1]):  # another of them will do
                return answer.value
            if path in self.given:
                _give_up(f"--{path}：{wrong}")
            say(f"  {wrong}\n")
            turn += 1

    def _answer(self, field: FieldSpec, path: str, *, first: bool) -> str:
        if first:
            say(f"{path}：{field.description}\n")
            say(*(f"  {number} {choice}\n" for number, choice in enumerate(field.choices, 1)))
            if field.kind and (known := self.known.get(field.kind)):
                say(f"  已有：{'、'.join(known[-_SHOWN:])}\n")
        return _read(path, field.description)

    def holder(self, kind: type[Record]) -> str:
        """The record that holds the new record; of some kinds there is a single record."""
        if kind.filed == "one":
            return kind.kind
        say(f"in：写在哪份{kind.noun}里\n  已有：{'、'.join(self.known.get(kind.kind, ())[-_SHOWN:])}\n")
        return _read("in", f"哪份{kind.noun}").strip()

    def name(self) -> str:
        """The name of the file, where no day gives it."""
        say(f"file：文件名，{NAMED}\n")
        while not NAME.fullmatch(typed := _read("file", NAMED).strip()):
            say(f"  “{typed}”不能作文件名，{NAMED}\n")
        return typed

    def _unknown(self, field: FieldSpec, value: Plain) -> str:
        """Say which of the records that are referred to do not exist."""
        known = self.known.get(field.kind, ())
        for slug in [value] if isinstance(value, str) else value:
            if field.sort == "ref" and field.kind and slug not in known:
                near = near_misses(str(slug), known)
                return f"没有编号为“{slug}”的{KINDS[field.kind].noun}" + (f"；是不是“{near[0]}”？" if near else "")
        return ""


def _path(kind: type[Record], record: Mapping[str, Plain], content: Path, name: str, asking: _Asking) -> str:
    """Where the record goes: named by its day unless a name is given."""
    if kind.filed != "folder":
        return filed_at(kind)
    day = str(record.get(kind.dated, ""))
    slug = name or (free_name(content / kind.kind, day) if DAY.fullmatch(day) else asking.name())
    if not NAME.fullmatch(slug):
        _give_up(f"“{slug}”不能作文件名，{NAMED}")
    path = content / kind.kind / f"{slug}.yml"
    if path.exists():
        _give_up(f"已经有 {path.as_posix()}，没有动它；请用 --file 另起一个名字")
    return f"{kind.kind}/{slug}.yml"


def _write_checked(content: Path, file: str, before: bytes | None, new: bytes, kind: str) -> int:
    """Check the file and write it; what does not pass is not written."""
    errors, _ = write_checked(content, file, before, new)
    if errors:
        say(f"{as_text(errors, excerpts(content), f'{content.as_posix()}/')}\n没有写：请照上面改好再来一次。\n")
        return FOUND
    say(f"写好了 {(content / file).as_posix()}\n还可以填哪些栏：huanjie explain {kind}\n")
    return CLEAN
