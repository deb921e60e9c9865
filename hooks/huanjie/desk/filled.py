"""A record -> the values of its form; and a filled form -> the record's file with just these changes.

A form has one shape for each field: a field that takes several values is a list, a group of fields is a group. A record
may state the same in a shorter form (`chair: 张三`). So only a field whose meaning changed is written.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import get_args

from huanjie.model.base import FieldGroup, Record
from huanjie.model.facts import Fact
from huanjie.model.fields import FieldSpec, fields_of
from huanjie.model.values import Flag
from huanjie.yaml_text import Fields, Items, Text, Value
from huanjie.yaml_text.editing import Editing, Path, Plain

_is_yes = get_args(Flag)[1].func


def is_fact(field: FieldSpec) -> bool:
    """Whether one control shows the value together with its source: as a text, as fields, or as a list of these."""
    return field.fact or bool(field.group and issubclass(field.group, Fact))


def is_listed(field: FieldSpec) -> bool:
    """Whether the form shows a list; a group of fields that may be left out is a list of at most one."""
    return field.many or bool(field.group and not field.required)


def form_fields(model: type[FieldGroup]) -> tuple[FieldSpec, ...]:
    """The fields that a form has: records filed within others have forms of their own, or one would have thousands."""
    return tuple(field for field in fields_of(model) if not (field.group and issubclass(field.group, Record)))


def plain(value: Value) -> Plain:
    """A value without its places."""
    if isinstance(value, Text):
        return value.strip()
    if isinstance(value, Items):
        return [plain(item) for item in value]
    return {str(name): plain(inner) for name, inner in value.items()}


def as_form(model: type[FieldGroup], value: Value) -> dict[str, Plain]:
    """A record as its form shows it; the model must have taken it."""
    if isinstance(value, Text):
        return {model.shorthand: value.strip()}
    if isinstance(value, Items):
        message = f"a list where {model.__name__} is one"
        raise TypeError(message)
    return {field.name: _field_as_form(field, value[field.name]) for field in form_fields(model) if field.name in value}


def _field_as_form(field: FieldSpec, value: Value) -> Plain:
    if is_listed(field):
        return [_item_as_form(field, item) for item in (value if isinstance(value, Items) else [value])]
    return _item_as_form(field, value)


def _item_as_form(field: FieldSpec, value: Value) -> Plain:
    if field.group and not is_fact(field):
        return as_form(field.group, value)
    if field.sort == "flag":
        return "yes" if _is_yes(value) else "no"
    return plain(value)


def as_record(model: type[FieldGroup], filled: Mapping[str, Plain]) -> dict[str, Plain]:
    """The record that a form states, as records are written: nothing empty, and short where it may be."""
    stated = {field.name: _stated(field, filled.get(field.name, "")) for field in form_fields(model)}
    return {name: value for name, value in stated.items() if value}


def _stated(field: FieldSpec, filled: Plain) -> Plain:
    """The value that a filled field states; "" where it was left empty."""
    if not is_listed(field) or not isinstance(filled, list):
        return _stated_item(field, filled)
    items = [item for item in (_stated_item(field, inner) for inner in filled) if item]
    return items[0] if len(items) == 1 and (field.alone or not field.many) else items or ""


def _stated_item(field: FieldSpec, filled: Plain) -> Plain:
    if is_fact(field):
        return _fact(filled)
    if field.group and isinstance(filled, Mapping):
        record = as_record(field.group, filled)
        return record[field.group.shorthand] if [*record] == [field.group.shorthand] else record
    return filled.strip() if isinstance(filled, str) else filled


def _fact(filled: Plain) -> Plain:
    """A value with its source and notes; the bare value where there are none."""
    if isinstance(filled, Mapping):
        fact = {name: text.strip() for name, text in filled.items() if isinstance(text, str) and text.strip()}
        return fact["value"] if [*fact] == ["value"] else fact
    if isinstance(filled, str):
        return filled.strip()
    facts = [fact for fact in map(_fact, filled) if fact]
    return facts[0] if len(facts) == 1 else facts


class LossError(Exception):
    """What was filled in cannot be written without losing a comment; says which."""


def changed(raw: bytes, path: Path, model: type[FieldGroup], old: Fields, filled: Mapping[str, Plain]) -> bytes:
    """The file with what was filled in for the record at a path; raises LossError before a comment would be lost."""
    editing = Editing(raw)
    moved = _Changes(editing).record(path, model, old, filled)
    new = editing.done()
    if moved and (lost := _comments(raw) - _comments(new)):
        raise LossError(next(iter(lost)))
    return new


def _comments(raw: bytes) -> Counter[str]:
    lines = (line.partition("#") for line in raw.decode().splitlines())
    return Counter(comment.strip() for before, mark, comment in lines if mark and before[-1:] in ("", " "))


class _Changes:
    """The changes that a form makes; each method tells whether items were moved, so that comments may be lost."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def record(self, path: Path, model: type[FieldGroup], old: Fields, filled: Mapping[str, Plain]) -> bool:
        was, moved = as_form(model, old), False
        for field in form_fields(model):
            new, inside = _stated(field, filled.get(field.name, "")), (*path, field.name)
            if new == _stated(field, was.get(field.name, "")):
                continue
            if field.name not in old:
                self._editing.put(inside, new, [spec.name for spec in fields_of(model)])
            elif not new:
                self._editing.remove(inside)
            else:
                moved |= self._field(inside, field, old[field.name], filled[field.name])
        return moved

    def _field(self, path: Path, field: FieldSpec, old: Value, filled: Plain) -> bool:
        """Change a field that has a value before and after."""
        if not is_listed(field) or not isinstance(filled, list):
            return self._item(path, field, old, filled)
        if isinstance(old, Items):
            return self._list(path, field, old, filled)
        new = [item for item in filled if _stated_item(field, item)]
        if len(new) == 1:
            return self._item(path, field, old, new[0])
        self._editing.put(path, [plain(old) if _same(field, old, item) else _stated_item(field, item) for item in new])
        return isinstance(old, Fields)

    def _item(self, path: Path, field: FieldSpec, old: Value, filled: Plain) -> bool:
        if field.group and not is_fact(field) and isinstance(old, Fields) and isinstance(filled, Mapping):
            return self.record(path, field.group, old, filled)
        self._editing.put(path, _stated_item(field, filled))
        return not isinstance(old, Text)

    def _list(self, path: Path, field: FieldSpec, old: Items, filled: Sequence[Plain]) -> bool:
        """Change a list item by item as far as it has the same order, and write the rest of it anew."""
        new = [item for item in filled if _stated_item(field, item)]
        was = [_stated_item(field, _item_as_form(field, item)) for item in old]
        now = [_stated_item(field, item) for item in new]
        typed = {repr(item): plain(value) for item, value in zip(was, old, strict=True)}
        gone: list[int] = []
        moved = False
        for tag, start, end, first, last in SequenceMatcher(None, [*map(repr, was)], [*map(repr, now)]).get_opcodes():
            for number, place in () if tag == "equal" else zip_longest(range(start, end), range(first, last)):
                if number is None:  # the list grew here: the rest of it is written anew, in its order
                    gone += range(end, len(old))
                    self._editing.relist(path, gone, [typed.get(repr(item), item) for item in now[place:]])
                    return moved or end < len(old)
                if place is None:
                    gone.append(number)
                else:
                    moved |= self._item((*path, number), field, old[number], new[place])
        if gone:
            self._editing.relist(path, gone, ())
        return moved


def _same(field: FieldSpec, old: Value, filled: Plain) -> bool:
    return _stated_item(field, _item_as_form(field, old)) == _stated_item(field, filled)
