"""What stands in a record file, as a table would say it; and where the record of a row stands there."""

from collections.abc import Mapping

from huanjie.editing import Path, Plain
from huanjie.model.base import Record
from huanjie.source import Fields, Items, Value
from huanjie.tables.kinds import Step
from huanjie.tables.wanted import Key

BETWEEN = "|"  # those of a list, which have commas of their own


def plain(value: Value) -> Plain:
    """Give a value without its places."""
    if isinstance(value, Fields):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, Items) else str(value)


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
    """What a record says in a field, by each source."""
    several = old if isinstance(old, Items) else [] if old is None else [old]
    return [text_of(plain(one)) for one in several]


def ordered(model: type[Record], values: Mapping[str, Plain]) -> dict[str, Plain]:
    """Put fields into the order of the model."""
    return {name: values[name] for name in model.model_fields if name in values}


def find(there: Value | None, step: Step, key: Key) -> Path | None:
    """Where the record with a key stands below its list; None where there is none."""
    if not step.keys:
        return None if there is None else ()
    keys = ("id",) if step.keys == ("body",) else step.keys
    for at, one in enumerate(there if isinstance(there, Items) else []):
        own = tuple(one.get(name) for name in keys) if isinstance(one, Fields) else (one,)
        if own == key:
            return (at,)
    return None


def found(there: Value | None, path: Path) -> Value:
    """Give the record that `find` found."""
    return there[path[0]] if path and isinstance(there, Items) else there  # type: ignore[return-value, index]  # see there


def ids(there: Value | None, new: list[Plain]) -> set[str]:
    """The ids that a list has already."""
    known = (
        {str(one["id"]) for one in there if isinstance(one, Fields) and "id" in one}
        if isinstance(there, Items)
        else set()
    )
    return known | {str(one["id"]) for one in new if isinstance(one, Mapping) and "id" in one}
