"""A record as a form shows it, and what was filled in -> the record's file with just that changed.

A form has one shape for each field: what may be several is a list, a group of fields is a group. A record may say the
same shorter (`chair: 张三`). So only a field whose meaning changed is written; all else stays as it was typed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import get_args

from huanjie.model.base import Entry, Record
from huanjie.model.facts import Fact
from huanjie.model.fields import FieldSpec, fields_of
from huanjie.model.values import Flag
from huanjie.yaml_text import Fields, Items, Text, Value
from huanjie.yaml_text.editing import Editing, Path, Plain

_is_yes = get_args(Flag)[1].func


def is_fact(field: FieldSpec) -> bool:
    """Whether one control shows the value together with its source: as a text, as fields, or as a list of these."""
    return field.fact or bool(field.record and issubclass(field.record, Fact))


def is_listed(field: FieldSpec) -> bool:
    """Whether the form shows a list; so does a group of fields that may be left out, as a list of one at most."""
    return field.many or bool(field.record and not field.required)


def form_fields(model: type[Record]) -> tuple[FieldSpec, ...]:
    """The fields that a form has: records filed within others have forms of their own, or one would have thousands."""
    return tuple(field for field in fields_of(model) if not (field.record and issubclass(field.record, Entry)))


def plain(value: Value) -> Plain:
    """A value without its places."""
    if isinstance(value, Text):
        return value.strip()
    if isinstance(value, Items):
        return [plain(one) for one in value]
    return {str(name): plain(one) for name, one in value.items()}


def shown(model: type[Record], value: Value) -> dict[str, Plain]:
    """A record as its form shows it; the model must have taken it."""
    if isinstance(value, Text):
        return {model.shorthand: value.strip()}
    if isinstance(value, Items):
        message = f"a list where {model.__name__} is one"
        raise TypeError(message)
    return {field.name: _shown(field, value[field.name]) for field in form_fields(model) if field.name in value}


def _shown(field: FieldSpec, value: Value) -> Plain:
    if is_listed(field):
        return [_one(field, one) for one in (value if isinstance(value, Items) else [value])]
    return _one(field, value)


def _one(field: FieldSpec, value: Value) -> Plain:
    if field.record and not is_fact(field):
        return shown(field.record, value)
    if field.sort == "flag":
        return "yes" if _is_yes(value) else "no"
    return plain(value)


def meant(model: type[Record], filled: Mapping[str, Plain]) -> dict[str, Plain]:
    """The record that a form states, as records are written: nothing empty, and short where it may be."""
    stated = {field.name: _meant(field, filled.get(field.name, "")) for field in form_fields(model)}
    return {name: value for name, value in stated.items() if value}


def _meant(field: FieldSpec, filled: Plain) -> Plain:
    """What a field states; "" where it was left empty."""
    if not is_listed(field) or not isinstance(filled, list):
        return _meant_one(field, filled)
    several = [one for one in (_meant_one(field, one) for one in filled) if one]
    return several[0] if len(several) == 1 and (field.alone or not field.many) else several or ""


def _meant_one(field: FieldSpec, filled: Plain) -> Plain:
    if is_fact(field):
        return _fact(filled)
    if field.record and isinstance(filled, Mapping):
        record = meant(field.record, filled)
        return record[field.record.shorthand] if [*record] == [field.record.shorthand] else record
    return filled.strip() if isinstance(filled, str) else filled


def _fact(filled: Plain) -> Plain:
    """A value and its source; just the value where nothing else is said of it."""
    if isinstance(filled, Mapping):
        said = {name: one.strip() for name, one in filled.items() if isinstance(one, str) and one.strip()}
        return said["value"] if [*said] == ["value"] else said
    if isinstance(filled, str):
        return filled.strip()
    several = [one for one in map(_fact, filled) if one]
    return several[0] if len(several) == 1 else several


class LossError(Exception):
    """What was filled in cannot be written without losing a comment; says which."""


def changed(raw: bytes, path: Path, model: type[Record], old: Fields, filled: Mapping[str, Plain]) -> bytes:
    """The file with what was filled in for the record at a path; raises LossError before a comment would be lost."""
    editing = Editing(raw)
    moved = _Changes(editing).record(path, model, old, filled)
    new = editing.done()
    if moved and (lost := _comments(raw) - _comments(new)):
        raise LossError(next(iter(lost)))
    return new


def _comments(raw: bytes) -> Counter[str]:
    lines = (line.partition("#") for line in raw.decode().splitlines())
    return Counter(said.strip() for before, mark, said in lines if mark and before[-1:] in ("", " "))


class _Changes:
    """The changes that a form makes; each method tells whether things were moved, so that comments may be lost."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def record(self, path: Path, model: type[Record], old: Fields, filled: Mapping[str, Plain]) -> bool:
        was, moved = shown(model, old), False
        for field in form_fields(model):
            new, inside = _meant(field, filled.get(field.name, "")), (*path, field.name)
            if new == _meant(field, was.get(field.name, "")):
                continue
            if field.name not in old:
                self._editing.put(inside, new, [one.name for one in fields_of(model)])
            elif not new:
                self._editing.remove(inside)
            else:
                moved |= self._field(inside, field, old[field.name], filled[field.name])
        return moved

    def _field(self, path: Path, field: FieldSpec, old: Value, filled: Plain) -> bool:
        """Change a field that is there and goes on being there."""
        if not is_listed(field) or not isinstance(filled, list):
            return self._one(path, field, old, filled)
        if isinstance(old, Items):
            return self._list(path, field, old, filled)
        stated = [one for one in filled if _meant_one(field, one)]
        if len(stated) == 1:
            return self._one(path, field, old, stated[0])
        self._editing.put(path, [plain(old) if _same(field, old, one) else _meant_one(field, one) for one in stated])
        return isinstance(old, Fields)

    def _one(self, path: Path, field: FieldSpec, old: Value, filled: Plain) -> bool:
        if field.record and not is_fact(field) and isinstance(old, Fields) and isinstance(filled, Mapping):
            return self.record(path, field.record, old, filled)
        self._editing.put(path, _meant_one(field, filled))
        return not isinstance(old, Text)

    def _list(self, path: Path, field: FieldSpec, old: Items, filled: Sequence[Plain]) -> bool:
        """Change a list one by one as far as it has the same order, and write the rest of it anew."""
        stated = [one for one in filled if _meant_one(field, one)]
        was, now = [_meant_one(field, _one(field, one)) for one in old], [_meant_one(field, one) for one in stated]
        typed = {repr(one): plain(value) for one, value in zip(was, old, strict=True)}
        gone: list[int] = []
        moved = False
        for what, start, end, first, last in SequenceMatcher(None, [*map(repr, was)], [*map(repr, now)]).get_opcodes():
            for number, place in () if what == "equal" else zip_longest(range(start, end), range(first, last)):
                if number is None:  # one more than there were: from here on all is written anew, in its order
                    gone += range(end, len(old))
                    self._editing.relist(path, gone, [typed.get(repr(one), one) for one in now[place:]])
                    return moved or end < len(old)
                if place is None:
                    gone.append(number)
                else:
                    moved |= self._one((*path, number), field, old[number], stated[place])
        if gone:
            self._editing.relist(path, gone, ())
        return moved


def _same(field: FieldSpec, old: Value, filled: Plain) -> bool:
    return _meant_one(field, _one(field, old)) == _meant_one(field, filled)
