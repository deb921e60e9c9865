"""Plain values -> YAML as editors write it: a field a line, short lists in brackets, quotes where needed."""

import re
from collections.abc import Mapping, Sequence

from huanjie.yaml_text import Items, read

Plain = str | Sequence["Plain"] | Mapping[str, "Plain"]

STEP = 2  # the spaces of one level, as in every record
_LONGEST = 60  # characters of a list in brackets; a longer one may not fit on a line of an editor's window
_ORDINARY = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][-./0-9A-Za-z\u4e00-\u9fff、，。；（）“”《》·]*")  # nearly all
# A raw return would be read as a new line, a surrogate is no character of a file; the reader refuses their escapes.
_NEVER_RAW = re.compile("[\r\ud800-\udfff]")


def flow(value: Plain) -> str:
    """Write a value on one line, valid anywhere."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"
    return f"[{', '.join(map(flow, value))}]"


def pair(key: str, value: Plain, indent: int) -> str:
    """Write a field with its key in column `indent`; its first line without the spaces."""
    if isinstance(value, str):
        lines = value.split("\n")
        stripped = all(line == line.strip() for line in lines) and lines[0] and lines[-1]
        if len(lines) > 1 and stripped and not _NEVER_RAW.search(value):
            space = "\n" + " " * (indent + STEP)
            return f"{key}: |-{''.join(space + line if line else chr(10) for line in lines)}"
        return f"{key}: {flow(value)}"
    if isinstance(value, Mapping):
        return f"{key}:{_below(indent + STEP)}{fields(value, indent + STEP)}"
    if all(isinstance(item, str) for item in value) and len(line := flow(value)) <= _LONGEST:
        return f"{key}: {line}"
    return f"{key}:" + "".join(f"{_below(indent + STEP)}{_short(inner, indent + STEP)}" for inner in value)


def fields(value: Mapping[str, Plain], indent: int) -> str:
    """Write a mapping, a field a line."""
    return _below(indent).join(pair(key, inner, indent) for key, inner in value.items())


def item(value: Plain, indent: int) -> str:
    """Write an item of a list with its dash in column `indent`."""
    if isinstance(value, Mapping):
        return f"- {fields(value, indent + STEP)}"
    return f"- {flow(value)}"


def _short(value: Plain, indent: int) -> str:
    """Write an item on one line where it is short, as records do."""
    line = flow(value)
    return f"- {line}" if len(line) <= _LONGEST else item(value, indent)


def _below(indent: int) -> str:
    return "\n" + " " * indent


def _text(value: str) -> str:
    """Write a text, without quotes where it is read back the same, on a line of its own and in brackets."""
    if _ORDINARY.fullmatch(value):
        return value
    if "\n" in value or _NEVER_RAW.search(value):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        escaped = _NEVER_RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)
        return f'"{escaped}"'
    if _reads_as(value, value):
        return value
    return "'" + value.replace("'", "''") + "'" if set(value) & set('\\"') else f'"{value}"'


def _reads_as(typed: str, meant: str) -> bool:
    """Whether YAML reads a typed text as the one meant: as an item, in brackets and in braces."""
    value = read("", f"- {typed}\n- [{typed}, {typed}]\n- {{a: {typed}, b: {typed}}}\n".encode())
    return isinstance(value, Items) and value == [meant, [meant, meant], {"a": meant, "b": meant}]
