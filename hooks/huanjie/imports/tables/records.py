"""The values of a record file as a table would have them, and the paths of its records by the keys of rows."""

from collections.abc import Container, Iterator, Mapping
from itertools import count

from huanjie.imports.tables.kinds import Step
from huanjie.imports.tables.target import Key
from huanjie.model import numbering
from huanjie.model.base import FieldGroup
from huanjie.yaml_text import Fields, Items, Value
from huanjie.yaml_text.editing import Path, Plain

BETWEEN = "|"  # the items of a list, which have commas of their own


def plain(value: Value) -> Plain:
    """Give a value without its places."""
    if isinstance(value, Fields):
        return {str(key): plain(inner) for key, inner in value.items()}
    return [plain(item) for item in value] if isinstance(value, Items) else str(value)


def text_of(value: Plain) -> str:
    """Write a value as one text."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        part = value.get("part")
        return f"{value.get('name', value.get('value', ''))}" + (
            f"（{text_of(part).replace(BETWEEN, '、')}）" if part else ""
        )
    return BETWEEN.join(map(text_of, value))


def typed(old: Value | None) -> list[str]:
    """The texts of a field of a record, one for each source."""
    facts = old if isinstance(old, Items) else [] if old is None else [old]
    return [text_of(plain(fact)) for fact in facts]


def ordered(model: type[FieldGroup], values: Mapping[str, Plain]) -> dict[str, Plain]:
    """Put fields into the order of the model."""
    return {name: values[name] for name in model.model_fields if name in values}


def paths(records: Value | None, step: Step) -> dict[Key, Path]:
    """The path of each record below its list, by its key; of two records with the same key the first."""
    if not step.keys:
        return {} if records is None else {(): ()}
    keys = ("id",) if step.keys == ("body",) else step.keys
    by_key: dict[Key, Path] = {}
    for at, record in enumerate(records if isinstance(records, Items) else []):
        own = tuple(record.get(name) for name in keys) if isinstance(record, Fields) else (record,)
        if all(isinstance(part, str) for part in own):
            by_key.setdefault(tuple(map(str, own)), (at,))
    return {**_by_name(records, step), **by_key}


def _by_name(records: Value | None, step: Step) -> dict[Key, Path]:
    """The path of each constituency by its name: tables use it where there is no number, and at times beside one."""
    by_name: dict[Key, Path] = {}
    if step.model.either:
        for at, record in enumerate(records if isinstance(records, Items) else []):
            level, name = (record.get("level"), record.get("name")) if isinstance(record, Fields) else (None, None)
            if isinstance(level, str) and isinstance(name, str):
                by_name.setdefault((str(level), numbering.short(name)), (at,))
    return by_name


def new_id(step: Step, whole: Mapping[str, Plain], known: Container[str]) -> dict[str, Plain]:
    """Give a new record an id where it needs one: by the prefix, or as a constituency's name is spelt."""
    number, name = (str(whole.get(field, "")) for field in ("number", "name"))
    if "id" in whole or not (step.prefix or step.model.either) or (step.model.either and numbering.address(number)):
        return {}
    if step.prefix:
        return {"id": next(free(step.prefix, known))}
    spelt = numbering.suggested_id(number or name)
    return {"id": next(free(spelt, known)) if spelt in known else spelt}


def record_at(records: Value | None, path: Path) -> Value:
    """Give the record at one of the `paths`."""
    return records[path[0]] if path and isinstance(records, Items) else records  # type: ignore[return-value, index]


def ids(records: Value | None) -> set[str]:
    """The ids in a list of records."""
    items = records if isinstance(records, Items) else []
    return {str(record["id"]) for record in items if isinstance(record, Fields) and "id" in record}


def free(prefix: str, known: Container[str]) -> Iterator[str]:
    """New ids with a prefix, without end."""
    return (name for number in count(1) if (name := f"{prefix}-{number}") not in known)
