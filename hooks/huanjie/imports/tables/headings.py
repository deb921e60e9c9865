"""A sheet -> its layout, the heading and the columns: by the words of columns.yml, or by a mapping."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from huanjie.imports.tables.kinds import Kind
from huanjie.imports.tables.sheets import Sheet

_DEEPEST, _TALLEST = 12, 3  # rows of titles above a heading, rows of a heading
_WIDEST = 200  # columns; what lies beyond was never meant to be one
_LEAST = 0.5  # of a heading that a word must make up; less is another thing (参加投票选民数 is not 选民数)
_ASIDE = re.compile(r"[（(][^（）()]*[)）]|[\s:：、,，/／*＊.．·]")  # noqa: RUF001  # what offices type
_OTHER_YEAR = re.compile("上届|上一届|上次|去年|原有|增减|比上")
_PLAIN_LEAF = re.compile("合计|小计|总计|总数|人数|计|数|票数|本届|日期|时间|名称|")
_LETTER = re.compile("[A-Z]{1,2}")
SLASH = " / "


@dataclass(frozen=True)
class Layout:
    """Rows of the heading and the first of the content, from 0; the heading of each column; the columns found."""

    heading: range
    first: int
    labels: tuple[str, ...]
    columns: Mapping[str, int]
    missing: tuple[str, ...] = ()  # headings that a mapping names and the sheet has not
    score: float = 0.0


def letter(column: int) -> str:
    """The letter of a column in a spreadsheet."""
    return (letter(column // 26 - 1) if column > 25 else "") + chr(ord("A") + column % 26)  # noqa: PLR2004  # letters


def laid_out(sheet: Sheet, kind: Kind) -> Layout:
    """Find the heading that has most of the columns of a kind of table."""
    layouts = [_guessed(sheet, kind, rows) for rows in _headings(sheet)]
    best = max(layouts, key=lambda layout: (layout.score, -len(layout.heading)))
    while _goes_on(sheet, kind, best):
        best = _guessed(sheet, kind, range(best.heading.start, best.first + 1))
    return best


def laid_out_as(sheet: Sheet, kind: Kind, columns: Mapping[str, str], first: int | None) -> Layout:
    """Find the heading that has the columns which a mapping names, by heading or by letter."""
    guessed = laid_out(sheet, kind)
    layouts = [_named(sheet, columns, rows) for rows in _headings(sheet)]
    best = max(layouts, key=lambda layout: (layout.score, -len(layout.heading)))
    if not best.score:  # nothing but letters
        best = Layout(guessed.heading, guessed.first, guessed.labels, best.columns, best.missing)
    return best if first is None else Layout(best.heading, first, best.labels, best.columns, best.missing)


def _headings(sheet: Sheet) -> Iterator[range]:
    """Every run of rows that may be the heading; none that would cut a cell merged over several rows."""
    spans = {(span[0], span[2]) for span in sheet.merged.values() if span[0] < span[2] < span[0] + _TALLEST}
    for top in range(min(_DEEPEST, len(sheet.rows))):
        for bottom in range(top, min(top + _TALLEST, len(sheet.rows))):
            if not any(first < top <= last or top <= first <= bottom < last for first, last in spans):
                yield range(top, bottom + 1)


def _goes_on(sheet: Sheet, kind: Kind, layout: Layout) -> bool:
    """Whether the row below a heading parts its groups (上届, 本届): words only, nothing where rows have their keys."""
    if len(layout.heading) >= _TALLEST or layout.first >= len(sheet.rows):
        return False
    below = sheet.rows[layout.first]
    keys = [layout.columns[key] for key in kind.needed if key in layout.columns]
    words = [text for text in below if text]
    empty = not any(below[key] for key in keys if key < len(below))
    return bool(keys) and empty and len(words) > 1 and not any(re.search(r"\d", text) for text in words)


def _labels(sheet: Sheet, rows: range) -> tuple[str, ...]:
    """The heading of each column: the different texts of its cells, from top to bottom."""
    labels: list[str] = []
    above = [""] * len(rows)  # the last text in each row: a group of columns has its name once
    for column in range(min(sheet.width, _WIDEST)):
        cells = [sheet.rows[row][column] if column < len(sheet.rows[row]) else "" for row in rows]
        for at, cell in enumerate(cells):
            parted = not any(cells[: at + 1]) and any(cells[at + 1 :])
            above[at] = above[at] if parted else cell
        labels.append(SLASH.join(dict.fromkeys(" ".join(cell.split()) for cell in above if cell)))
    return tuple(labels)


def _guessed(sheet: Sheet, kind: Kind, rows: range) -> Layout:
    labels = _labels(sheet, rows)
    visible = [number for number in range(len(labels)) if labels[number] and number not in sheet.hidden.columns]
    chances = sorted(
        (
            (*fit, -number, column)
            for column, words in kind.columns.items()
            for number in visible
            if (fit := _fit(words, labels[number]))
        ),
        reverse=True,
    )
    columns: dict[str, int] = {}
    score = 0.0
    for share, _, at, column in chances:
        if column not in columns and -at not in columns.values():
            columns[column] = -at
            score += share
    return Layout(rows, rows.stop, labels, columns, score=score)


def _named(sheet: Sheet, columns: Mapping[str, str], rows: range) -> Layout:
    labels = _labels(sheet, rows)
    numbers = {_bare(label): number for number, label in reversed([*enumerate(labels)])}
    letters = {letter(number): number for number in range(len(labels))}
    guesses = {column: numbers.get(_bare(label), letters.get(label)) for column, label in columns.items()}
    missing = tuple(label for column, label in columns.items() if guesses[column] is None)
    known = {column: number for column, number in guesses.items() if number is not None}
    named = sum(_bare(columns[column]) == _bare(labels[number]) for column, number in known.items())
    return Layout(rows, rows.stop, labels, known, missing, named)


def _bare(text: str) -> str:
    return _ASIDE.sub("", text)


def _fit(words: tuple[str, ...], label: str) -> tuple[float, int] | None:
    """The share of a heading that the best of some words makes up, and the length of the word."""
    parts = [bare for part in label.split(SLASH) if (bare := _bare(part) or part)]
    if not parts or _OTHER_YEAR.search(label):
        return None
    leaf, joined = parts[-1], "".join(parts)
    best = (0.0, 0)
    for word in words:
        at = joined.rfind(word)
        if word in leaf:
            best = max(best, (len(word) / len(leaf), len(word)))
        elif at >= 0 and (at + len(word) > len(joined) - len(leaf) or _PLAIN_LEAF.fullmatch(leaf)):
            best = max(best, (len(word) / len(joined), len(word)))
    return best if best[0] >= _LEAST else None
