"""Which records the names in a table mean."""

import re
from collections.abc import Mapping

from huanjie.model import KINDS
from huanjie.records import Records
from huanjie.tables.kinds import Kind
from huanjie.tables.mapping import Mapping as Given
from huanjie.tables.values import refuse_cell

_OFFICE = re.compile("(?:办事处|人民政府|街道办|人大)$")
_KIND = re.compile("(?:街道|民族乡|镇|乡)$")  # people leave it out


class Names:
    """Which records the names in a table mean."""

    def __init__(self, given: Given, records: Records) -> None:
        """Take what a mapping says of names, and the records they may mean."""
        self._given, self._records = given, records
        self.unknown: list[str] = []  # names that mean no record

    def file(self, cells: Mapping[str, str], kind: Kind) -> str:
        """The file that a row goes into. Raises RefusedError."""
        if "area" in kind.columns:
            return f"areas/{self.slug('areas', cells.get('area', ''))}.yml"
        return "bodies.yml" if "body" in kind.columns else "coverage.yml"

    def slug(self, kind: str, name: str) -> str:
        """The address of the record that a name means; of lines, the first that names one. Raises RefusedError."""
        noun, given = KINDS[kind].noun, self._given.names
        shelves = {**self._records.drafts.get(kind, {}), **self._records.entries.get(kind, {})}
        headings = {slug: entry.heading for slug, entry in shelves.items()}
        lines = name.split("\n")
        for line in lines:
            bare = _OFFICE.sub("", line)
            found = [slug for slug, title in headings.items() if line == slug or bare in (title, _KIND.sub("", title))]
            around = [slug for slug, title in headings.items() if title in line or (len(line) > 1 and line in title)]
            if line in given:
                return given[line]
            if len(several := found or around) == 1:
                return several[0]
        known = "、".join([*headings.values()][:8])
        right = f"请在对应表的 names 里写“{lines[0]}: 编号”" + (f"；现在有：{known}" if known else "")
        if not name:
            return refuse_cell(f"没有写是哪个{noun}", "请补上，或者在对应表的 values 里写")
        self.unknown += [lines[0]] if lines[0] not in self.unknown else []
        if len(lines) > 1:
            return refuse_cell(f"从“{lines[0]}”看不出是哪个{noun}", f"{right}；每一行都一样的在 values 里写")
        return refuse_cell(f"没有叫“{name}”的{noun}", right)
