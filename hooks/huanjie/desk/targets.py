"""The targets of a new record: a file of its own, a list of records, or a list in another record."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from huanjie.desk.locations import Location
from huanjie.model import KINDS
from huanjie.model.base import FieldGroup, Record
from huanjie.model.fields import fields_of, holder_of, own_kinds
from huanjie.yaml_text.editing import Editing, Plain, fields, item
from huanjie.yaml_text.names import NEW_NAME

NAME, DAY = NEW_NAME, re.compile(r"\d{4}-\d\d-\d\d")
NAMED = "只用小写英文字母、数字和连字符，不超过 76 个，不用 con、nul 这样的名字，如 voter-list"


@dataclass(frozen=True)
class Target:
    """A type of record to fill in, and the kind whose files hold it: in a field there, or as a record itself ("")."""

    model: type[FieldGroup]
    holder: type[Record]
    field: str = ""


def targets() -> dict[str, Target]:
    """Every target by its name: a kind, or a list within a kind, such as areas.localities."""
    kinds = {
        kind.kind: Target(kind, *(holder_of(kind) if kind.filed == "within" else (kind,))) for kind in KINDS.values()
    }
    lists = {
        f"{kind.kind}.{field.name}": Target(field.group, kind, field.name)
        for kind in own_kinds()
        for field in fields_of(kind)
        if field.many and field.group and field.group not in KINDS.values()
    }
    return kinds | lists


def with_added_record(holder: type[Record], record: Mapping[str, Plain], before: bytes | None) -> bytes:
    """The file with a new record: alone in a new file, or at the end of its list."""
    if before is None:
        return f"{item(record, 0) if holder.filed == 'list' else fields(record, 0)}\n".encode()
    editing = Editing(before)
    editing.append((), record)
    return editing.done()


def with_added_item(target: Target, location: Location, record: Mapping[str, Plain], before: bytes) -> bytes:
    """The file with a new item at the end of a list of a record."""
    editing, path = Editing(before), (*location.path, target.field)
    if target.field not in location.value:
        editing.put(path, [record], [field.name for field in fields_of(target.holder)])
    else:
        editing.append(path, record)
    return editing.done()


def free_name(folder: Path, day: str) -> str:
    """The first name for the day that no file has: 2026-11-18, 2026-11-18-2, …"""
    names: Iterable[str] = (day if number == 1 else f"{day}-{number}" for number in count(1))
    return next(name for name in names if not (folder / f"{name}.yml").exists())
