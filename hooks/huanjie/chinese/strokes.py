"""How many strokes a surname has: lists of candidates stand in that order where local rules say so."""

from collections.abc import Mapping
from functools import cache

from huanjie.law.pack import read_pack
from huanjie.yaml_text import Fields

_TWO = 2  # characters of a double surname


@cache
def _surnames() -> Mapping[str, int]:
    value = read_pack("strokes.yml")
    return {str(name): int(str(count)) for name, count in value.items()} if isinstance(value, Fields) else {}


def strokes(name: str) -> int:
    """The strokes of the surname's first character; 0 where the table does not have it."""
    known = _surnames()
    return known.get(name[:_TWO]) or known.get(name[:1], 0)
