"""Rows -> the target of an import: a tree of records for each file, and the rows that are skipped."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from huanjie.content.records import Records
from huanjie.imports.tables.kinds import PARTS, Kind, Step
from huanjie.imports.tables.mapping import Mapping as TableMapping
from huanjie.imports.tables.names import Names
from huanjie.imports.tables.rows import Row, Skipped
from huanjie.imports.tables.values import BLANK, RefusedError, refuse_cell, sort_of, value_of
from huanjie.model import numbering
from huanjie.yaml_text.editing import Plain

Key = tuple[str, ...]
_BETWEEN = re.compile(r"\s*(?:-+|—+|–|~|～|至|到)\s*")  # noqa: RUF001  # 8:00-18:00 in every way it is typed
_OTHERS = re.compile("另选|其他人|其它人|别的人")
_REFERS = {"theme": "themes", "policy": "policies"}


@dataclass
class Node:
    """The values of a table for one record, and for the records in it by list and key."""

    values: dict[str, Plain] = field(default_factory=dict)
    inner: dict[str, dict[Key, "Node"]] = field(default_factory=dict)
    row: tuple[str, int] = ("", 0)  # the sheet and the first row that has it


@dataclass
class Target:
    """The records of a whole table, by file; and the rows that are skipped."""

    files: dict[str, Node] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    taken: int = 0
    unknown: list[str] = field(default_factory=list)  # names that mean no record


def target_of(rows: Iterable[Row], mapping: TableMapping, records: Records) -> Target:
    """Gather the rows of a table into records."""
    reading = _Reading(mapping, records)
    keyed = [(row, reading.keys(row)) for row in map(_others_apart, rows)]
    reading.owners = {(row.sheet, row.number): keys for row, keys in keyed if keys}
    for row, keys in keyed:
        if keys:
            reading.take(row, keys)
    reading.result.skipped.sort(key=lambda skipped: (skipped.sheet, skipped.number))
    return reading.result


class _Reading:
    """Reads rows into the records they are about."""

    def __init__(self, mapping: TableMapping, records: Records) -> None:
        self.mapping, self.kind, self.result = mapping, mapping.kind, Target()
        self.owners: Mapping[tuple[str, int], tuple[str, tuple[Key, ...]]] = {}
        self._names = Names(mapping, records)
        self.result.unknown = self._names.unknown

    def keys(self, row: Row) -> tuple[str, tuple[Key, ...]] | None:
        """The file of a row, and its key on each level; None where the row lacks one, and is skipped."""
        own = {
            key: text for key, text in row.cells.items() if text and (key in row.at or key not in self.mapping.values)
        }
        cells = {**self.mapping.values, **own}  # values for every row go before titles and the sheet's name
        try:
            file = self._names.file(cells, self.kind)
            keys = tuple(tuple(self._key(step, key, cells) for key in step.keys) for step in self.kind.steps)
        except RefusedError as refused:
            self._refuse(row, str(refused))
            return None
        return file, keys

    def _key(self, step: Step, key: str, cells: Mapping[str, str]) -> str:
        if key == "body":
            return self._names.slug("bodies", cells.get(key, ""))
        if step.model.either and key == "number" and (name := self._name_instead(cells)):
            return numbering.short(name)
        value = value_of(step.model, key, cells.get(key, ""))
        if value is None and key in self.kind.needed:
            refuse_cell(f"没有写{_noun(self.kind, key)}", "请补上")
        return str(value or "")

    def _name_instead(self, cells: Mapping[str, str]) -> str:
        """The name of a constituency that has no number; "" where there is a number, or neither."""
        cell = cells.get("number", "")
        named = cells.get("name", "") if self.kind.by_name else ""
        if cell in BLANK or not numbering.is_name(cell):
            return named if cell in BLANK else ""
        if named and numbering.short(named) != numbering.short(cell):
            refuse_cell(f"编号一栏写着名称“{cell}”，名称一栏写“{named}”", "请核对")
        return cell

    def take(self, row: Row, place: tuple[str, tuple[Key, ...]]) -> None:
        """Take the values of a row, all or none."""
        file, keys = place
        try:
            values = self._values(row, place)
            nodes = self._nodes(file, keys, row)
            for (level, name), value in values.items():
                _agree(nodes[level], name, value, row)
        except RefusedError as refused:
            self._refuse(row, str(refused))
            return
        for (level, name), value in values.items():
            _add(nodes[level], name, value)
        self._keep(file, keys, nodes)
        self.result.taken += 1

    def _values(self, row: Row, place: tuple[str, tuple[Key, ...]]) -> dict[tuple[int, str], Plain]:
        """Every value of a row, by the level of its record and its name. Raises RefusedError."""
        values: dict[tuple[int, str], Plain] = {}
        wrong: list[str] = []
        for column in self.kind.columns:
            text = row.cells.get(column, "") if column in row.at else self.mapping.values.get(column, "")
            for name, cell in self._fields(column, text):
                level = self.kind.step_of(name)
                if level is None or not self._has_record(place, level):
                    continue
                try:
                    value = self._value(name, cell)
                    if value is not None:
                        self._alone(row, column, name, place[1][: level + 1])
                        known = values.get((level, name))
                        values[level, name] = [*known, *value] if isinstance(known, list) else value
                except RefusedError as refused:
                    where = f"{row.at[column]} 格（{_noun(self.kind, name)}）" if column in row.at else ""
                    wrong.append(f"{where}{refused}")
        if wrong:
            raise RefusedError(*"。".join(wrong).rsplit("；", 1))
        return values

    def _fields(self, column: str, text: str) -> Iterable[tuple[str, str]]:
        """Split a cell among the fields of its column; a name in the column of numbers is a name."""
        if column == "number" and self._name_instead({"number": text}):
            return [("name", text)] if self.kind.by_name else []
        return _split(column, text)

    def _has_record(self, place: tuple[str, tuple[Key, ...]], level: int) -> bool:
        """Whether the row has a record on that level: a row of sums for a constituency names no candidate."""
        return all(place[1][level]) or not self.kind.steps[level].keys

    def _value(self, name: str, cell: str) -> Plain | None:
        value = value_of(self.kind.steps[self.kind.step_of(name) or 0].model, name, cell, self.mapping.year)
        return self._names.slug(_REFERS[name], value) if name in _REFERS and isinstance(value, str) else value

    def _alone(self, row: Row, column: str, name: str, own: tuple[Key, ...]) -> None:
        """Refuse a figure whose cell is merged over several records: it is that of all together."""
        others = {
            self.owners[row.sheet, number][1][: len(own)]
            for number in row.shares.get(column, ())
            if (row.sheet, number) in self.owners
        }
        if len(others) > 1 and sort_of(self.kind.steps[len(own) - 1].model, name) is int:
            refuse_cell("和别的行合并了，是几份记录共有的数", "请取消合并，逐行写")

    def _nodes(self, file: str, keys: tuple[Key, ...], row: Row) -> list[Node]:
        """The record of a row on each level; new ones are not in the tree yet."""
        node = self.result.files.get(file, Node())
        nodes = []
        for step, key in zip(self.kind.steps, keys, strict=True):
            node = node.inner.get(step.name, {}).get(key) or Node(row=(row.sheet, row.number))
            nodes.append(node)
        return nodes

    def _keep(self, file: str, keys: tuple[Key, ...], nodes: list[Node]) -> None:
        node = self.result.files.setdefault(file, Node())
        for step, key, inner in zip(self.kind.steps, keys, nodes, strict=True):
            if step.keys and not all(key):
                return
            node = node.inner.setdefault(step.name, {}).setdefault(key, inner)

    def _refuse(self, row: Row, why: str) -> None:
        self.result.skipped.append(Skipped(row.sheet, row.number, why, refused=True))


def _others_apart(row: Row) -> Row:
    """Turn a row of votes for others than the candidates into a figure of the vote."""
    if "votes" not in row.cells or not _OTHERS.match(row.cells.get("name", "")):
        return row
    cells = {**row.cells, "name": "", "votes": "", "others": row.cells["votes"]}
    return replace(row, cells=cells, at={**row.at, "others": row.at["votes"]})


def _agree(node: Node, name: str, value: Plain, row: Row) -> None:
    """Refuse a row that contradicts an earlier row on the same record."""
    known = node.values.get(name)
    if isinstance(known, str) and isinstance(value, str) and known != value:
        refuse_cell(f"{row.at.get(name, name)} 格写“{value}”，同一份记录在第 {node.row[1]} 行写“{known}”", "请核对")


def _add(node: Node, name: str, value: Plain) -> None:
    known = node.values.get(name, [])
    if isinstance(value, list) and isinstance(known, list):
        value = [*known, *(item for item in value if item not in known)]
    node.values[name] = value


def _split(column: str, text: str) -> Iterable[tuple[str, str]]:
    """Split a cell among the fields of its column."""
    fields = PARTS.get(column, (column,))
    return zip(fields, _BETWEEN.split(text, maxsplit=1) if len(fields) > 1 else [text], strict=False)


def _noun(kind: Kind, column: str) -> str:
    return re.split("[，；。：]", kind.described(column))[0]
