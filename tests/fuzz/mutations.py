"""Bytes that are nearly right: what offices have, cut, doubled, joined and sprinkled with what breaks readers."""

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

MOST = 1_000_000  # bytes of a case
_LONG = (10, 100, 1_000, 10_000, 100_000, MOST)

# What has a meaning of its own to somebody on the way (YAML, Markdown, HTML, CSV, shells, Unicode, the search): a JSON
# text on each line, in which a byte that is no UTF-8 is half a character.
TOKENS: tuple[bytes, ...] = tuple(
    json.loads(line).encode("utf-8", "surrogateescape")
    for line in Path(__file__).with_name("tokens.txt").read_text("utf-8").splitlines()
)


def mutated(raw: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    """The bytes with one to six things wrong with them."""
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        raw = dice.choice(_CHANGES)(raw, others, dice)[:MOST]
    return raw


def _piece(raw: bytes, dice: random.Random) -> tuple[int, int]:
    """Where a piece begins and ends: a few bytes, a line, or most of it."""
    start = dice.randrange(len(raw) + 1)
    if dice.random() < 0.5:  # half of them are whole lines
        start = raw.rfind(b"\n", 0, start) + 1
        end = raw.find(b"\n", start) + 1
        return start, end or len(raw)
    return start, min(len(raw), start + dice.choice((1, 2, 8, 64, 1024)))


def _flipped(raw: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    if not raw:
        return raw
    at = dice.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << dice.randrange(8)]) + raw[at + 1 :]


def _cut(raw: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    start, end = _piece(raw, dice)
    return raw[:start] if dice.random() < 0.2 else raw[:start] + raw[end:]  # now and then all the rest


def _doubled(raw: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    start, end = _piece(raw, dice)
    times = dice.choice((1, 1, 2, 10, 1_000))
    return raw[:end] + (raw[start:end] * times)[:MOST] + raw[end:]


def _joined(raw: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    other = dice.choice(others)
    (start, _), (first, last) = _piece(raw, dice), _piece(other, dice)
    return raw[:start] + (other[first:] if dice.random() < 0.3 else other[first:last]) + raw[start:]  # as above


def _sprinkled(raw: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    start, end = _piece(raw, dice)
    return raw[:start] + dice.choice(TOKENS) + raw[dice.choice((start, end)) :]


def _run(raw: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    """A token, or two, or a piece of what is there, over and over."""
    start, end = _piece(raw, dice)
    token = dice.choice((dice.choice(TOKENS), dice.choice(TOKENS) + dice.choice(TOKENS), raw[start:end][:100] or b"a"))
    return raw[:start] + token * (dice.choices(_LONG, (9, 9, 9, 6, 2, 1))[0] // len(token)) + raw[start:]


def _nested(raw: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    """Something in something in something."""
    start, end = _piece(raw, dice)
    opens, closes = dice.choice(
        ((b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"(", b")"), (b"**", b"**"), (b"> ", b""))
    )
    depth = dice.choice((5, 19, 20, 21, 100, 3_000))
    return raw[:start] + opens * depth + raw[start:end] + closes * depth + raw[end:]


def _random(raw: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    start, end = _piece(raw, dice)
    return raw[:start] + dice.randbytes(min(end - start, 64)) + raw[end:]


_Change = Callable[[bytes, Sequence[bytes], random.Random], bytes]
_CHANGES: tuple[_Change, ...] = (_flipped, _cut, _doubled, _joined, _sprinkled, _sprinkled, _run, _nested, _random)
