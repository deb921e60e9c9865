"""What is in a record, however deep."""

from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T")


def leaves(value: object, *kinds: type[T]) -> list[T]:
    """Every value of some kinds in a record, however deep, in order: its references, all text that was typed."""
    found: list[T] = []
    ahead = [value]
    while ahead:
        one = ahead.pop()
        if isinstance(one, kinds):
            found.append(one)
        elif isinstance(one, tuple):
            ahead += reversed((*one, *getattr(one, "gaps", ())))  # a fact without a value has a source and a note too
        elif isinstance(one, BaseModel):
            ahead += reversed(one.__dict__.values())
    return found
