"""What stands in a record file, as a table would say it; and where the record of a row stands there."""

from collections.abc import Container, Iterator, Mapping
from itertools import count

from huanjie.imports.tables.kinds import Step
from huanjie.imports.tables.target import Key
from huanjie.model import numbering
from huanjie.model.base import Record
from huanjie.yaml_text import Fields, Items, Value
from huanjie.yaml_text.editing import Path, Plain

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


def standing(there: Value | None, step: Step) -> dict[Key, Path]:
    """Where each record stands below its list, by its key; of two with one key the first."""
    if not step.keys:
        return {} if there is None else {(): ()}
    keys = ("id",) if step.keys == ("body",) else step.keys
    places: dict[Key, Path] = {}
    for at, one in enumerate(there if isinstance(there, Items) else []):
        own = tuple(one.get(name) for name in keys) if isinstance(one, Fields) else (one,)
        if all(isinstance(part, str) for part in own):
            places.setdefault(tuple(map(str, own)), (at,))
    return {**_by_name(there, step), **places}


def _by_name(there: Value | None, step: Step) -> dict[Key, Path]:
    """Where each constituency stands by its name: tables call one so that has no number, and at times one that has."""
    places: dict[Key, Path] = {}
    if step.model.either:
        for at, one in enumerate(there if isinstance(there, Items) else []):
            level, name = (one.get("level"), one.get("name")) if isinstance(one, Fields) else (None, None)
            if isinstance(level, str) and isinstance(name, str):
                places.setdefault((str(level), numbering.short(name)), (at,))
    return places


def new_id(step: Step, whole: Mapping[str, Plain], known: Container[str]) -> dict[str, Plain]:
    """Give a new record the id that it needs and has not: by the prefix, or as a constituency is spelt."""
    number, name = (str(whole.get(field, "")) for field in ("number", "name"))
    if "id" in whole or not (step.prefix or step.model.either) or (step.model.either and numbering.address(number)):
        return {}
    if step.prefix:
        return {"id": next(free(step.prefix, known))}
    spelt = numbering.suggested_id(number or name)
    return {"id": next(free(spelt, known)) if spelt in known else spelt}


def found(there: Value | None, path: Path) -> Value:
    """Give the record that stands there."""
    return there[path[0]] if path and isinstance(there, Items) else there  # type: ignore[return-value, index]  # see there


def ids(there: Value | None) -> set[str]:
    """The ids that a list has already."""
    several = there if isinstance(there, Items) else []
    return {str(one["id"]) for one in several if isinstance(one, Fields) and "id" in one}


def free(prefix: str, known: Container[str]) -> Iterator[str]:
    """Ids that begin so and are not known, one after the other."""
    return (name for number in count(1) if (name := f"{prefix}-{number}") not in known)
