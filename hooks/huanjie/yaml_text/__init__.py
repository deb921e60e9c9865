"""YAML text -> plain values that remember their file, line and column.

A file is a tree of three kinds of value: `Text` (every scalar, exactly as typed), `Items` (a list) and `Fields` (a
mapping). The rest of YAML (anchors, tags, several documents, ...) only surprises editors, so it is refused, each with
its own fault.
"""

from huanjie.yaml_text.characters import utf8
from huanjie.yaml_text.reader import read
from huanjie.yaml_text.values import FAULTS, MAX_BYTES, Fault, Fields, Fix, Items, Place, Span, Text, Value, shorten

__all__ = [
    "FAULTS",
    "MAX_BYTES",
    "Fault",
    "Fields",
    "Fix",
    "Items",
    "Place",
    "Span",
    "Text",
    "Value",
    "read",
    "shorten",
    "utf8",
]
