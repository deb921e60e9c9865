"""The cells of a table, and a file -> the file with just the changes of the table.

A merge of three: the table, the record, and the table at the last import. Where only the table changed, the record
follows; where only the record changed, it stays as the editor wrote it; where both did, a refusal says so.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from huanjie.imports.tables.kinds import Kind
from huanjie.imports.tables.records import BETWEEN, ids, new_id, ordered, paths, plain, record_at, text_of, typed
from huanjie.imports.tables.target import Key, Node
from huanjie.imports.tables.values import same
from huanjie.model.base import FieldGroup
from huanjie.yaml_text import Fields, Items, Place, Value, read
from huanjie.yaml_text.editing import Editing, Path, Plain, item

CellKey = tuple[str, str, str]  # file, record, field
Cells = dict[CellKey, str]  # the text of a table for each field


@dataclass
class Merged:
    """The merge of one file: its new bytes, and what to report."""

    raw: bytes
    cells: Cells = field(default_factory=dict)
    refused: list[tuple[tuple[str, int], str]] = field(default_factory=list)  # the row of the table, and why
    kept: list[str] = field(default_factory=list)  # fields that an editor changed by hand, and that stay so


def merged(file: str, raw: bytes, node: Node, kind: Kind, last: Mapping[CellKey, str]) -> Merged:
    """Merge a table into a file that has no errors; an empty file becomes a list."""
    value = read(file, raw) if raw else Items([], Place(file))
    merging = _Merging(file, raw, kind, last)
    if not isinstance(value, tuple):
        merging.records((), value, 0, node, "")
    return merging.done()


class _Place(NamedTuple):
    """The place of a field: its path in the file, its record's model, the key of its cell, the row of the table."""

    path: Path
    model: type[FieldGroup]
    key: CellKey
    row: tuple[str, int]

    def same(self, text: str, other: str) -> bool:
        """Whether two texts mean the same in this field."""
        return same(self.model, self.key[2], text, other)


class _Merging:
    """Merges a table into one file."""

    def __init__(self, file: str, raw: bytes, kind: Kind, last: Mapping[CellKey, str]) -> None:
        self.file, self.kind, self.last = file, kind, last
        self.editing, self.result = Editing(raw), Merged(raw)

    def done(self) -> Merged:
        """Give the file with the changes."""
        if self.result.raw:
            self.result.raw = self.editing.done()
        return self.result

    def records(self, path: Path, holder: Value, level: int, node: Node, trail: str) -> None:
        """Merge the records of one level: change those in the file, add those that are not."""
        step = self.kind.steps[level]
        inside = (*path, step.name) if step.name else path
        old = holder.get(step.name) if step.name and isinstance(holder, Fields) else holder
        new: list[Plain] = []
        places, known = paths(old, step), ids(old)
        for key, inner in node.inner.get(step.name, {}).items():
            name = " ".join((*([trail] if trail else []), *(key or [step.name])))
            if (at := places.get(key)) is not None:
                self._record((*inside, *at), record_at(old, at), level, inner, name)
            elif (whole := self._whole(inner, level, key, name, known)) is not None:
                new.append(whole)
                known.add(str(whole.get("id")))
        if new:
            self._add(inside, old, level, new)

    def _add(self, path: Path, old: Value | None, level: int, new: list[Plain]) -> None:
        step = self.kind.steps[level]
        if not self.result.raw:
            self.result.raw = "".join(f"{item(record, 0)}\n" for record in new).encode()
            self.editing = Editing(self.result.raw)
        elif isinstance(old, Items):
            self.editing.relist(path, (), new)
        else:
            order = tuple((self.kind.steps[level - 1].model if level else self.kind.top).model_fields)
            before = [old] if old is not None and step.keys else []
            self.editing.put(path, [*map(plain, before), *new] if step.keys else new[0], order)

    def _record(self, path: Path, old: Value, level: int, node: Node, trail: str) -> None:
        """Change a record, and the records in it."""
        step = self.kind.steps[level]
        self._note_cells(trail, node)
        if not isinstance(old, Fields):  # a record that is written as its bare name
            if node.values.keys() - step.keys:
                self.editing.put(path, ordered(step.model, {step.keys[0]: plain(old), **node.values}))
            return
        for name, value in ordered(step.model, node.values).items():
            if name not in step.keys:
                self._field(_Place((*path, name), step.model, (self.file, trail, name), node.row), old.get(name), value)
        if level + 1 < len(self.kind.steps):
            self.records(path, old, level + 1, node, trail)

    def _field(self, at: _Place, old: Value | None, value: Plain) -> None:
        text, last, stated = text_of(value), self.last.get(at.key), typed(old)
        if old is None and last != text:
            self.editing.put(at.path, value, tuple(at.model.model_fields))
        elif old is None:
            self._keep(at, "记录里删去了")
        elif not isinstance(value, str):
            self._list(at, old, {text_of(item): item for item in value})  # a list, see `value_of`
        elif any(at.same(earlier, text) for earlier in stated):
            return
        elif len(stated) > 1:
            self._refuse(at, f"表里是“{text}”，记录里几个来源说法不同（{'、'.join(stated)}）")
        elif last is None or at.same(last, stated[0]):
            self.editing.put((*at.path, "value") if isinstance(old, Fields) else at.path, value)
        elif last == text:
            self._keep(at, f"记录里手改成了“{stated[0]}”")
        else:
            self._refuse(at, f"表里从“{last}”改成“{text}”，记录里手改成了“{stated[0]}”")

    def _list(self, at: _Place, old: Value, table: Mapping[str, Plain]) -> None:
        """Remove items that left the table, add its new ones; an item that an editor added or removed stays so."""
        last = {*self.last.get(at.key, "").split(BETWEEN)}
        current = [text_of(plain(item)) for item in (old if isinstance(old, Items) else [old])]
        gone = {number for number, text in enumerate(current) if text in last and text not in table}
        new = [item for text, item in table.items() if text not in current and text not in last]
        if own := [text for text in current if text not in table and text not in last]:
            self._keep(at, f"记录里还有“{'、'.join(own)}”，表里没有")
        if own := [text for text in table if text not in current and text in last]:
            self._keep(at, f"记录里删去了“{'、'.join(own)}”")
        if not isinstance(old, Items) and (gone or new):
            self.editing.put(at.path, [*([] if gone else [plain(old)]), *new])
        elif gone or new:
            self.editing.relist(at.path, gone, new)

    def _whole(self, node: Node, level: int, key: Key, trail: str, known: AbstractSet[str]) -> dict[str, Plain] | None:
        """Write a new record; None where it cannot be one, or where an editor has deleted it since the last import."""
        step = self.kind.steps[level]
        if any(deeper.keys for deeper in self.kind.steps[level + 1 :]) and step.keys:
            self.result.refused.append((node.row, f"记录里没有“{trail}”；请先用另一张表收进来，或者核对编号"))
            return None
        if any((self.file, trail, name) in self.last for name in node.values):
            self.result.kept.append(f"{self.file}：{trail}：记录里删去了")
            return None
        by_name = "number" in step.model.either and "number" not in node.values
        keys = {name: own for name, own in zip(step.keys, key, strict=True) if not (by_name and name == "number")}
        whole: dict[str, Plain] = {**keys, **node.values}
        whole |= new_id(step, whole, known)
        for deeper in self.kind.steps[level + 1 : level + 2]:
            inner = node.inner.get(deeper.name, {})
            records = [
                self._whole(record, level + 1, name, f"{trail} {' '.join(name)}", frozenset())
                for name, record in inner.items()
            ]
            whole |= {deeper.name: [record for record in records if record]} if any(records) else {}
        if missing := [
            name for name, field in step.model.model_fields.items() if field.is_required() and name not in whole
        ]:
            needed = "、".join(f"{name}（{step.model.model_fields[name].description}）" for name in missing)
            self.result.refused.append((node.row, f"新记录“{trail}”缺少 {needed}"))
            return None
        self._note_cells(trail, node)
        return ordered(step.model, whole)

    def _note_cells(self, trail: str, node: Node) -> None:
        self.result.cells |= {(self.file, trail, name): text_of(value) for name, value in node.values.items()}

    def _keep(self, at: _Place, why: str) -> None:
        self.result.kept.append(f"{'：'.join(at.key)}：{why}；没有动")

    def _refuse(self, at: _Place, why: str) -> None:
        """Report a change that is not made; the cells of the last import stay, so that it is reported again."""
        self.result.cells.pop(at.key)
        self.result.cells |= {at.key: self.last[at.key]} if at.key in self.last else {}
        self.result.refused.append((at.row, f"{'：'.join(at.key)}：{why}；没有动，请核对后改记录"))
