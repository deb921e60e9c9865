"""YAML text -> the same text with some values changed: comments, order and every other byte stay as they are.

Programs change files of editors by it. Places are those of the values that were read; paths lead from the top of the
file, such as `("constituencies", 3, "seats")`. Changes are collected and made at once, so each place and path refers to
the file as it was read; a new list is added together with its items.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property

import yaml

from huanjie.yaml_text import Place
from huanjie.yaml_text.writing import Plain, fields, flow, item, pair

__all__ = ["Editing", "Path", "Plain", "fields", "item"]

Path = tuple[str | int, ...]
_MARK = b"\xef\xbb\xbf"  # Notepad's mark of UTF-8
_NEWLINE = re.compile(r"\r\n|\r|\n")
_SPACES = re.compile(" *")


class Editing:
    """The changes to a file. Methods with a path need a file that the reader accepts."""

    def __init__(self, raw: bytes) -> None:
        """Take the bytes of a file; raises UnicodeDecodeError where they are not UTF-8."""
        self._mark = _MARK if raw.startswith(_MARK) else b""
        self._text = raw.removeprefix(_MARK).decode()
        self._starts = [0, *(newline.end() for newline in _NEWLINE.finditer(self._text))]
        self._newline = newline[0] if (newline := _NEWLINE.search(self._text)) else "\n"
        self._changes: list[tuple[int, int, int, str]] = []

    def replace(self, at: Place, new: str) -> None:
        """Replace the characters at a place; a place of length 0 goes to the end of its line."""
        start = self._offset(at.line - 1, at.column - 1)
        self._splice(start, start + at.length if at.length else self._line_end(start), new)

    def drop(self, line: int) -> None:
        """Remove a whole line."""
        start = self._offset(line - 1, 0)
        self._splice(start, self._next_line(start), "")

    def put(self, path: Path, value: Plain, order: Sequence[str] = ()) -> None:
        """Change the value of a field, or add the field at its place in `order`."""
        holder, key = self._holder(path[:-1]), path[-1]
        if (old := _within(holder, key)) is None:
            self._add(holder, str(key), value, order)
        elif old.value == "":  # nothing after the colon
            self._splice(self._start(old), self._start(old), f" {flow(value)}")
        elif isinstance(key, str) and self._alone(old) and not holder.flow_style:
            colon = self._text.rindex(":", 0, self._start(old)) + 1
            self._splice(colon, self._end(old), pair(key, value, holder.start_mark.column).removeprefix(f"{key}:"))
        else:
            self._splice(self._start(old), self._end(old), flow(value))

    def append(self, path: Path, value: Plain) -> None:
        """Add an item to a list, in the style of the last item."""
        self.relist(path, (), (value,))

    def relist(self, path: Path, gone: Collection[int], new: Sequence[Plain]) -> None:
        """Remove items of a list by their numbers, and add others at its end; the rest is not touched."""
        holder = self._holder(path)
        remaining = [number for number in range(len(holder.value)) if number not in gone]
        indent = holder.start_mark.column
        if not remaining:
            below = f"\n{' ' * indent}"
            whole = flow(new) if holder.flow_style else below.join(item(value, indent) for value in new) or "[]"
            self._splice(self._start(holder), self._end(holder), whole)
            return
        for number in sorted(gone):
            self._cut(holder, number, first=remaining[0])
        last = holder.value[-1 if holder.flow_style else remaining[-1]]
        inline = not isinstance(last, yaml.CollectionNode) or last.flow_style
        for value in new:
            written = flow(value) if inline else item(value, indent).removeprefix("- ")
            if holder.flow_style:
                self._splice(self._end(last), self._end(last), f", {written}")
            else:
                self._add_below(last, f"- {written}", indent)

    def remove(self, path: Path) -> None:
        """Remove a field or an item; it must not be the only one of its mapping or list."""
        holder, step = self._holder(path[:-1]), path[-1]
        if isinstance(step, int):
            self.relist(path[:-1], (step,), ())
            return
        names = [key.value for key, _ in holder.value]
        key, value = holder.value[names.index(step)]
        start, end = self._start(key), self._end(value)
        if holder.flow_style and key is holder.value[-1][0]:
            self._splice(self._end(holder.value[-2][1]), end, "")
        elif holder.flow_style:
            self._splice(start, self._start(holder.value[names.index(step) + 1][0]), "")
        elif key is holder.value[0][0]:  # the dash of a list may be before it
            self._splice(start, _SPACES.match(self._text, self._next_line(end)).end(), "")  # type: ignore[union-attr]  # matches none, too
        else:
            self._cut_lines(key, value)

    def done(self) -> bytes:
        """Give the file with all changes made."""
        parts: list[str] = []
        last = 0
        for start, end, _, new in sorted(self._changes, key=lambda change: change[:3]):
            if start < last:
                message = f"two changes at character {start}"
                raise ValueError(message)
            parts += (self._text[last:start], new.replace("\n", self._newline))
            last = end
        return self._mark + "".join((*parts, self._text[last:])).encode()

    def _splice(self, start: int, end: int, new: str, depth: int = 0) -> None:
        self._changes.append((start, end, -depth, new))

    @cached_property
    def _root(self) -> yaml.Node:
        """The file as libyaml's nodes, which know where they end."""
        root = yaml.compose(_NEWLINE.sub("\n", self._text), Loader=yaml.CSafeLoader)
        return root or yaml.MappingNode("", [])

    def _holder(self, path: Path) -> yaml.CollectionNode:
        node: yaml.Node | None = self._root
        for step in path:
            node = _within(node, step) if isinstance(node, yaml.CollectionNode) else None
        if not isinstance(node, yaml.CollectionNode):
            raise KeyError(path)
        return node

    def _add(self, holder: yaml.CollectionNode, key: str, value: Plain, order: Sequence[str]) -> None:
        if holder.flow_style:
            self._add_in_brackets(holder, f"{key}: {flow(value)}")
            return
        indent = holder.start_mark.column
        before = order[: order.index(key)] if key in order else [name.value for name, _ in holder.value]
        above = [inner for name, inner in holder.value if name.value in before]
        if above:
            self._add_below(above[-1], pair(key, value, indent), indent)
        else:
            first = self._start(holder)
            self._splice(first, first, f"{pair(key, value, indent)}\n{' ' * indent}")

    def _add_below(self, above: yaml.Node, written: str, indent: int) -> None:
        """Add lines below a value; of two additions at the same place the deeper comes first."""
        end = self._line_end(self._end(above))
        self._splice(end, end, f"\n{' ' * indent}{written}", indent)

    def _cut(self, holder: yaml.CollectionNode, number: int, first: int) -> None:
        """Remove an item; in brackets with the comma before it, or after it where no earlier item stays."""
        node = holder.value[number]
        if not holder.flow_style:
            self._cut_lines(node)
        elif number < first:
            self._splice(self._start(node), self._start(holder.value[number + 1]), "")
        else:
            self._splice(self._end(holder.value[number - 1]), self._end(node), "")

    def _cut_lines(self, first: yaml.Node, last: yaml.Node | None = None) -> None:
        """Remove whole lines with the newline before them: lines that are added below begin with their own."""
        line = bisect_right(self._starts, self._start(first)) - 1
        above = self._line_end(self._starts[line - 1]) if line else 0
        end = self._end(last or first)
        self._splice(above, self._line_end(end) if line else self._next_line(end), "")

    def _add_in_brackets(self, holder: yaml.CollectionNode, written: str) -> None:
        end = self._end(holder.value[-1][1]) if holder.value else self._start(holder) + 1
        self._splice(end, end, f", {written}" if holder.value else written)

    def _offset(self, line: int, column: int) -> int:
        return min(self._starts[min(line, len(self._starts) - 1)] + column, len(self._text))

    def _line_end(self, offset: int) -> int:
        newline = _NEWLINE.search(self._text, offset)
        return newline.start() if newline else len(self._text)

    def _next_line(self, offset: int) -> int:
        newline = _NEWLINE.search(self._text, offset)
        return newline.end() if newline else len(self._text)

    def _alone(self, value: yaml.Node) -> bool:
        """Whether a value has no comment, neither between the colon and it nor behind it on its last line."""
        start, end = self._start(value), self._end(value)
        return self._text[:start].rstrip().endswith(":") and not self._text[end : self._line_end(end)].strip()

    def _start(self, node: yaml.Node) -> int:
        return self._offset(node.start_mark.line, node.start_mark.column)

    def _end(self, node: yaml.Node) -> int:
        """The offset after the last character of a value; libyaml ends block values where the next value begins."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            return self._end(node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1])
        end = self._offset(node.end_mark.line, node.end_mark.column)
        return len(self._text[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end


def _within(holder: yaml.CollectionNode, step: str | int) -> yaml.Node | None:
    if isinstance(holder, yaml.SequenceNode) and isinstance(step, int):
        return holder.value[step] if step < len(holder.value) else None
    return next((value for key, value in holder.value if key.value == step), None)
