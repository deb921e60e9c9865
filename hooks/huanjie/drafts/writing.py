"""Fields -> YAML as an editor would write it: comments above, text on one line, quotes only where YAML wants them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

Tree = dict[str, object]  # a key that begins with # is a comment, and its value the lines of it

_PLAIN = re.compile(r"[^\s#\-?:,\[\]{}&*!|>'\"%@`=~](?:(?!: | #)[^\n])*")
_INDENT = "  "


def written(fields: Tree, apart: Sequence[str] = ()) -> str:
    """Write a record; a field with nothing in it is left out, and those `apart` have an empty line above."""
    return "".join(f"\n{line}\n" if line.rstrip(":") in apart else f"{line}\n" for line in _fields(fields, ""))


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
    for name, value in fields.items():
        if not value:
            continue
        if name.startswith("#"):
            yield from (f"{indent}# {line}" if line else "" for line in str(value).split("\n"))
        elif isinstance(value, Mapping):
            inner = list(_fields(value, indent + _INDENT))
            yield from (f"{indent}{name}:", *inner) if inner else ()
        elif isinstance(value, list) and (len(value) > 1 or isinstance(value[0], Mapping)):
            yield f"{indent}{name}:"
            for one in value:
                yield from _listed(one, indent + _INDENT)
        else:
            yield f"{indent}{name}: {scalar(str(value[0] if isinstance(value, list) else value))}"


def _listed(one: object, indent: str) -> Iterator[str]:
    if not isinstance(one, Mapping):
        yield f"{indent}- {scalar(str(one))}"
        return
    first, *more = _fields(one, indent + _INDENT)
    yield f"{indent}- {first.lstrip()}"
    yield from more


def scalar(text: str) -> str:
    """Write a text plainly where YAML reads the same text back, else in double quotes."""
    text = " ".join(text.split())
    try:
        plain = _PLAIN.fullmatch(text) and yaml.load(f"k: {text}", yaml.CBaseLoader) == {"k": text}  # noqa: S506  # strings
    except yaml.YAMLError:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)
