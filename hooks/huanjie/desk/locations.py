"""The locations of the records that forms show: the file, the path in it, the address that a form gives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from huanjie.content.files import kind_of, list_files, slug_of
from huanjie.content.records import Records
from huanjie.desk.filled import as_record
from huanjie.desk.form_config import address
from huanjie.model.base import Record
from huanjie.model.fields import fields_of, filed_at, holder_of
from huanjie.system.inside import read_inside
from huanjie.yaml_text import Fields, Items, read
from huanjie.yaml_text.editing import Path as YamlPath
from huanjie.yaml_text.editing import Plain


@dataclass(frozen=True)
class Location:
    """A record, its address, its file, and its path in the file."""

    slug: str
    file: str
    path: YamlPath
    value: Fields


_read = lru_cache(10_000)(read)  # a township's file takes a fifth of a second, and every list asks for all of them


def locate(content: Path, kind: type[Record], records: Records) -> Iterator[Location]:
    """Locate every record of a kind; of records within others, those that could be read."""
    holder, field = list_of(kind)
    slugs = {record.at: record.slug for record in records.of(kind)}
    for file in list_files(content, []):
        if kind_of(file) is not holder:
            continue
        value = _read(file, read_inside(content, file) or b"")
        if isinstance(value, Fields) and holder is kind:
            yield Location(slug_of(file) or kind.kind, file, (), value)
            continue
        listed = value.get(field) if isinstance(value, Fields) else value
        for number, item in enumerate(listed if isinstance(listed, Items) else ()):
            if isinstance(item, Fields) and (slug := item.get("id") if holder is kind else slugs.get(item.at)):
                yield Location(str(slug), file, (field, number) if field else (number,), item)


def list_of(kind: type[Record]) -> tuple[type[Record], str]:
    """The kind whose files hold the records of a kind, and the field there; "" where the record is the file."""
    return holder_of(kind) if kind.filed == "within" else (kind, "")


def file_of(kind: type[Record], slug: str) -> str:
    """The file in which a record of a kind lies."""
    holder, _ = list_of(kind)
    return filed_at(holder).replace("*", slug.rpartition("/")[0] if kind.filed == "within" else slug)


def path_of(kind: type[Record], location: Location) -> str:
    """The path by which the forms call a record."""
    return location.file if kind.filed in ("one", "folder") else f"{kind.kind}/{location.slug}.yml"


def short_of(kind: type[Record], filled: Mapping[str, Plain]) -> str:
    """The address that a record gets within another, as a constituency of its number; "" while that is missing.

    Nothing is checked here: errors in other fields are reported when the record is saved.
    """
    typed: dict[str, Any] = {name: text for name, text in as_record(kind, filled).items() if isinstance(text, str)}
    holder, field = holder_of(kind)
    empty: dict[str, Any] = {spec.name: () for spec in fields_of(holder) if spec.many}
    try:
        return next(
            short for short, _ in holder.model_construct(**empty | {field: (kind.model_construct(**typed),)}).within
        )
    except (AttributeError, ValueError):  # a field is missing, or the level is none
        return ""


def address_of(kind: type[Record], filled: Mapping[str, Plain], slug: str) -> Plain:
    """The address that a form gives its record."""
    if kind.filed == "within":
        return f"{filled.get('_within')}/{short_of(kind, filled)}"
    return filled.get(address(kind), slug)
