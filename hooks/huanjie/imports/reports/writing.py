"""Fields -> YAML as an editor would write it: comments above, text on one line, quotes only where YAML wants them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from huanjie.yaml_text.writing import flow

Tree = dict[str, object]  # a key that begins with # is a comment, and its value the lines of it

# Texts that records refuse: a list without its space, and YAML's words for nothing.
_BULLET = re.compile(r"^(?:[—· ]|-(?=[^\s\d-]))+")
_NO_VALUE = re.compile(r"^(?:~|null|Null|NULL)$")
_INDENT = "  "


def written(fields: Tree, view: Callable[[str], str], apart: Sequence[str] = ()) -> str:
    """Write a record, each text as `view` gives it; empty fields are left out.

    Those `apart` have an empty line above.
    """
    lines = _fields({name: _viewed(value, view) for name, value in fields.items()}, "")
    return "".join(f"\n{line}\n" if line.rstrip(":") in apart else f"{line}\n" for line in lines)


def _viewed(tree: object, view: Callable[[str], str]) -> object:
    if isinstance(tree, Mapping):
        return {name: _viewed(value, view) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_viewed(value, view) for value in tree]
    return view(str(tree))


def values(tree: object) -> Iterator[str]:
    """Every text in the fields, without the comments."""
    if isinstance(tree, Mapping):
        for name, value in tree.items():
            yield from () if name.startswith("#") else values(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from values(value)
    else:
        yield str(tree)


def _fields(fields: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, inside in fields.items():
        value = inside[0] if isinstance(inside, list) and [*map(type, inside)] == [str] else inside
        if name.startswith("#"):
            yield from (f"{indent}# {line}" if line else "" for line in str(value).split("\n") if value)
        elif isinstance(value, Mapping | list):
            inner = list(_inside(value, indent + _INDENT))
            yield from (f"{indent}{name}:", *inner) if inner else ()
        elif str(value).strip():
            yield f"{indent}{name}: {scalar(str(value))}"


def _inside(value: Mapping[str, object] | list[object], indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _fields(value, indent)
        return
    for item in value:
        lines = _fields(item, indent + _INDENT) if isinstance(item, Mapping) else [scalar(str(item))]
        first, *more = [*lines] or [""]
        yield from (f"{indent}- {first.lstrip()}", *more) if first else ()


def scalar(text: str) -> str:
    """Write a text as records do, without a bullet before it; YAML's words for nothing are put in quotes."""
    return flow(_NO_VALUE.sub(r"“\g<0>”", _BULLET.sub("", " ".join(text.split()))))
