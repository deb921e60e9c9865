"""Plain values -> YAML as the project's own records are written: block style, one line for what is small."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Node: TypeAlias = str | int | Sequence["Node"] | Mapping[str, "Node"]
Record: TypeAlias = dict[str, Node]

MOST_ON_A_LINE = 60  # characters of a list in brackets; a Chinese one is twice as wide
NOT_PLAIN = re.compile(r": |:$| #|^[-?!&*|>%@`'\"\[{#]")
NOT_PLAIN_IN_BRACKETS = re.compile(r"[,\[\]{}]")


class Row(dict[str, Node]):
    """A small record that is written on one line: {name: 张某, votes: 512}."""


def document(comments: Sequence[str], record: Mapping[str, Node]) -> str:
    """Write a whole file, with an empty line before each long list."""
    lines = [f"# {comment}" for comment in comments]
    for key, value in record.items():
        field = list(_field(key, value))
        lines += ["", *field] if len(field) > 1 else field
    return "\n".join(lines) + "\n"


def _field(key: str, value: Node) -> Iterator[str]:
    if (short := _short(value)) is not None:
        yield f"{key}: {short}"
        return
    yield f"{key}:"
    yield from (f"  {line}" for line in _block(value))


def _block(value: Node) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _field(key, inner)
    elif isinstance(value, Sequence):
        for element in value:
            short = _short(element)
            first, *others = [short] if short is not None else _block(element)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)


def _short(value: Node) -> str | None:
    """Write a value on one line; None where it does not fit."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{value}"' if NOT_PLAIN.search(value) else value
    if isinstance(value, Row):
        return _in_brackets(value)
    if isinstance(value, Mapping) or not all(isinstance(element, str) for element in value):
        return None
    written = _in_brackets(value)
    return written if len(written) <= MOST_ON_A_LINE else None


def _in_brackets(value: Node) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_in_brackets(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(_in_brackets(element) for element in value) + "]"
    text = str(value)
    return f'"{text}"' if NOT_PLAIN.search(text) or NOT_PLAIN_IN_BRACKETS.search(text) else text
