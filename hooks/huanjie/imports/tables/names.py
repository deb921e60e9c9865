"""Which records the names in a table mean."""

import re
from collections.abc import Mapping

from huanjie.content.records import Records
from huanjie.imports.tables.kinds import Kind
from huanjie.imports.tables.mapping import Mapping as TableMapping
from huanjie.imports.tables.values import refuse_cell
from huanjie.model import KINDS

_OFFICE = re.compile("(?:办事处|人民政府|街道办|人大)$")
_ABOVE = "省市县区州旗"  # a township's name follows that of what it belongs to
_SHORTENED = ("themes", "policies")  # long titles, of which people write a part
_KIND = re.compile("(?:街道|民族乡|镇|乡)$")  # people leave it out


class Names:
    """Which records the names in a table mean."""

    def __init__(self, mapping: TableMapping, records: Records) -> None:
        """Begin with the names in a mapping, and the records that names may mean."""
        self._mapping, self._records = mapping, records
        self.unknown: list[str] = []  # names that mean no record

    def file(self, cells: Mapping[str, str], kind: Kind) -> str:
        """The file that a row goes into. Raises RefusedError."""
        if "area" in kind.columns:
            return f"areas/{self.slug('areas', cells.get('area', ''))}.yml"
        return "bodies.yml" if "body" in kind.columns else "coverage.yml"

    def slug(self, kind: str, name: str) -> str:
        """The address of the record that a name means; of lines, the first that means one. Raises RefusedError."""
        noun, headings = KINDS[kind].noun, self._headings(kind)
        lines = name.split("\n")
        for line in lines:
            if known := self._mapping.names.get(line) or _meant(kind, line, headings):
                return known
        examples = "、".join([*headings.values()][:8])
        right = f"请在对应表的 names 里写“{lines[0]}: 编号”" + (f"；现在有：{examples}" if examples else "")
        if not name:
            return refuse_cell(f"没有写是哪个{noun}", "请补上，或者在对应表的 values 里写")
        self.unknown += [lines[0]] if lines[0] not in self.unknown else []
        if len(lines) > 1:
            return refuse_cell(f"从“{lines[0]}”看不出是哪个{noun}", f"{right}；每一行都一样的在 values 里写")
        return refuse_cell(f"没有叫“{name}”的{noun}", right)

    def _headings(self, kind: str) -> dict[str, str]:
        shelves = {**self._records.drafts.get(kind, {}), **self._records.by_kind.get(kind, {})}
        return {slug: record.heading for slug, record in shelves.items()}


def _meant(kind: str, line: str, headings: Mapping[str, str]) -> str | None:
    """The only record of that name; else the only one whose name is in the line, or the line in its name."""
    bare = _OFFICE.sub("", line)
    exact = [slug for slug, title in headings.items() if line == slug or bare in (title, _KIND.sub("", title))]
    within = {title: slug for slug, title in headings.items() if _stands_in(title, line)}
    longest = [slug for title, slug in within.items() if not any(title in other != title for other in within)]
    around = [slug for slug, title in headings.items() if kind in _SHORTENED and len(line) > 1 and line in title]
    slugs = exact or longest or around
    return slugs[0] if len(slugs) == 1 else None


def _stands_in(title: str, line: str) -> bool:
    """Whether a line names a record: 示例区白杨镇选区表 names 白杨镇, 上白杨镇 is another."""
    before, _, _ = line.partition(title)
    return title in line and (not before or before[-1] in _ABOVE or not "\u4e00" <= before[-1] <= "\u9fff")
