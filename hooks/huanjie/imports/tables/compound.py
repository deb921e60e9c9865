"""The hidden rows and columns of an xls file: its stream is taken out of the compound file, and read by records.

Only what is needed of [MS-CFB] and [MS-XLS]; whatever does not fit raises ValueError, IndexError or struct.error.
"""

from collections.abc import Iterator
from struct import unpack_from

SIGN = b"\xd0\xcf\x11\xe0"  # what a compound file begins with
_FREE = 0xFFFFFFF0  # sector numbers from here on mean none
_SMALL = 4096  # streams below this lie in the small sectors
_COLUMNS, _ROW, _SHEET, _BEGINS, _ENDS = 0x007D, 0x0208, 0x0085, 0x0809, 0x000A
_HIDDEN_COLUMN, _HIDDEN_ROW = 0x0001, 0x0020
_MOST_COLUMNS = 256
# What holds a value, each beginning with its row and column: texts, numbers, truths, formulas.
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})


def hidden(raw: bytes, number: int) -> tuple[frozenset[int], frozenset[int]]:
    """The hidden rows and columns of a sheet, from 0."""
    book = _book(raw)
    starts = [unpack_from("<I", body)[0] for kind, body in _records(book, 0) if kind == _SHEET]
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, body in _records(book, starts[number]):
        if kind == _ROW and unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
            rows.add(unpack_from("<H", body)[0])
        elif kind == _COLUMNS and unpack_from("<H", body, 8)[0] & _HIDDEN_COLUMN:
            first, last = unpack_from("<HH", body)
            columns.update(range(first, min(last + 1, _MOST_COLUMNS)))
    return frozenset(rows), frozenset(columns)


def room(raw: bytes) -> int:
    """How many cells the largest sheet has up to its last row and column."""
    book = _book(raw)
    starts = [unpack_from("<I", body)[0] for kind, body in _records(book, 0) if kind == _SHEET]
    return max((_room(book, start) for start in starts), default=0)


def _room(book: bytes, start: int) -> int:
    cells = [unpack_from("<HH", body) for kind, body in _records(book, start) if kind in _CELLS]
    return (1 + max(row for row, _ in cells)) * (1 + max(column for _, column in cells)) if cells else 0


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream, without those of parts embedded in it, such as a chart."""
    depth = 0
    while at + 4 <= len(book):
        kind, size = unpack_from("<HH", book, at)
        depth += (kind == _BEGINS) - (kind == _ENDS)
        if not depth:
            return
        if depth == 1:
            yield kind, book[at + 4 : at + 4 + size]
        at += 4 + size


def _book(raw: bytes) -> bytes:
    """The stream of the workbook."""
    size, small_size = 1 << unpack_from("<H", raw, 30)[0], 1 << unpack_from("<H", raw, 32)[0]
    sectors = [raw[at : at + size] for at in range(size, len(raw), size)]
    table = _numbers(b"".join(sectors[sector] for sector in _table_sectors(raw, sectors, size)))
    folder = b"".join(sectors[sector] for sector in _chain(table, unpack_from("<I", raw, 48)[0]))
    records = [folder[at : at + 128] for at in range(0, len(folder), 128)]
    names = {
        record[: max(0, unpack_from("<H", record, 64)[0] - 2)].decode("utf-16-le", "replace"): record
        for record in records
    }
    record = names.get("Workbook") or names.get("Book")
    if record is None:
        raise ValueError(sorted(names))
    start, length = unpack_from("<II", record, 116)
    if length >= _SMALL:
        return b"".join(sectors[sector] for sector in _chain(table, start))[:length]
    within = b"".join(sectors[sector] for sector in _chain(table, unpack_from("<I", records[0], 116)[0]))
    small = _numbers(b"".join(sectors[sector] for sector in _chain(table, unpack_from("<I", raw, 60)[0])))
    return b"".join(within[sector * small_size :][:small_size] for sector in _chain(small, start))[:length]


def _table_sectors(raw: bytes, sectors: list[bytes], size: int) -> list[int]:
    """The sectors that hold the table of sectors: 109 are named in the header, further ones in sectors of their own."""
    numbers = [number for number in _numbers(raw[76:512]) if number < _FREE]
    more = unpack_from("<I", raw, 68)[0]
    for _ in range(len(sectors)):
        if more >= _FREE:
            break
        *named, more = _numbers(sectors[more][:size])
        numbers += [number for number in named if number < _FREE]
    return [*dict.fromkeys(numbers)]


def _chain(table: tuple[int, ...], at: int) -> Iterator[int]:
    """The sectors of a stream, in order, each once: a broken file may lead round in a circle."""
    seen: set[int] = set()
    while at < _FREE and at not in seen:
        yield at
        seen.add(at)
        at = table[at]


def _numbers(raw: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(raw) // 4}I", raw)
