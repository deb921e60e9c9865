"""The values inside a record, however deep."""

from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T")


def leaves(value: object, *kinds: type[T]) -> list[T]:
    """Every value of some kinds in a record, however deep, in order: its references, all text that was typed."""
    leaves: list[T] = []
    ahead = [value]
    while ahead:
        inner = ahead.pop()
        if isinstance(inner, kinds):
            leaves.append(inner)
        elif isinstance(inner, tuple):
            gaps = getattr(inner, "gaps", ())  # a fact without a value has a source and a note too
            ahead += reversed((*inner, *gaps))
        elif isinstance(inner, BaseModel):
            ahead += reversed(inner.__dict__.values())
    return leaves
