"""Which records the names in a table mean."""

import re
from collections.abc import Mapping

from huanjie.model import KINDS
from huanjie.records import Records
from huanjie.tables.kinds import Kind
from huanjie.tables.mapping import Mapping as Given
from huanjie.tables.values import refuse_cell

_OFFICE = re.compile("(?:办事处|人民政府|街道办|人大)$")


class Names:
    """Which records the names in a table mean."""

    def __init__(self, given: Given, records: Records) -> None:
        """Take what a mapping says of names, and the records they may mean."""
        self._given, self._records = given, records

    def file(self, cells: Mapping[str, str], kind: Kind) -> str:
        """The file that a row goes into. Raises RefusedError."""
        if "area" in kind.columns:
            return f"areas/{self.slug('areas', cells.get('area', ''))}.yml"
        return "bodies.yml" if "body" in kind.columns else "coverage.yml"

    def slug(self, kind: str, name: str) -> str:
        """The address of the record that a name means. Raises RefusedError."""
        noun = KINDS[kind].noun
        if not name:
            refuse_cell(f"没有写是哪个{noun}", "请补上，或者在对应表的 values 里写")
        if name in self._given.names:
            return self._given.names[name]
        shelves = {**self._records.drafts.get(kind, {}), **self._records.entries.get(kind, {})}
        bare = _OFFICE.sub("", name)
        found = [
            slug for slug, entry in shelves.items() if name in (slug, entry.heading) or _called(entry.heading, bare)
        ]
        if len(found) == 1:
            return found[0]
        right = f"请先建立它，或者在对应表的 names 里写“{name}: 编号”"
        return refuse_cell(f"没有叫“{name}”的{noun}", right)


def _called(heading: str, bare: str) -> bool:
    return bare in (heading, re.sub("(?:街道|民族乡|镇|乡)$", "", heading))
