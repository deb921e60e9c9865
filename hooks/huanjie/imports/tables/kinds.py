"""The kinds of table that can be imported: the headings of their columns, and the record of a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import PlainValidator

from huanjie.model.areas import Area, Locality
from huanjie.model.base import FieldGroup
from huanjie.model.bodies import Body, Member
from huanjie.model.constituencies import Constituency
from huanjie.model.coverage import Coverage
from huanjie.model.nominations import Candidate
from huanjie.model.results import StationCount, Tally, Vote
from huanjie.model.stations import Station
from huanjie.model.vacancies import Vacancy
from huanjie.model.values import Line, Several
from huanjie.yaml_text import Fields, Items, Value, read

HERE = Path(__file__).parent
SPECIAL = {  # columns that no field is called like
    "area": "哪个乡镇、街道，写名称",
    "body": "哪个机构，写名称",
    "hours": "几点到几点投票，如 8:00 至 18:00",
    "own_posts": "本人的其他职务，和 posts 写在一起",
}
NAMED_ABOVE = ("area", "body")  # what may stand in the titles or in the sheet's name, once for all rows
PARTS = {"hours": ("opens", "closes"), "own_posts": ("posts",)}  # columns that hold several fields


@dataclass(frozen=True)
class Step:
    """One level on the way from the top of a file to the record of a row: the list, its records, what tells them apart.

    Without `keys` it is no list but the one record of that name; `prefix` is how new ids begin.
    """

    name: str
    model: type[FieldGroup]
    keys: tuple[str, ...] = ()
    prefix: str = ""


_CONSTITUENCY = Step("constituencies", Constituency, ("level", "number"))
_STEPS: dict[str, tuple[Step, ...]] = {
    "constituencies": (_CONSTITUENCY,),
    "localities": (Step("localities", Locality, ("name",)),),
    "stations": (Step("stations", Station, ("title",), "station"),),
    "candidates": (_CONSTITUENCY, Step("candidates", Candidate, ("name",))),
    "results": (_CONSTITUENCY, Step("vote", Vote), Step("tallies", Tally, ("name",))),
    "vacancies": (_CONSTITUENCY, Step("vacancies", Vacancy, ("name",))),
    "station-counts": (_CONSTITUENCY, Step("vote", Vote), Step("stations", StationCount, ("name",))),
    "bodies": (Step("", Body, ("body",)), Step("members", Member, ("name",))),
    "coverage": (Step("", Coverage, ("title",), "task"),),
}


@dataclass(frozen=True)
class Kind:
    """A kind of table: its columns with the words of their headings, and the way to the record of a row."""

    name: str
    noun: str
    columns: Mapping[str, tuple[str, ...]]
    steps: tuple[Step, ...]

    @property
    def surely(self) -> str:
        """The column without which a table is of another kind, though it has the same figures; "" for most kinds."""
        return "name" if self.name == "station-counts" else ""

    @property
    def top(self) -> type[FieldGroup]:
        """The type of record at the top of a file that takes rows."""
        return Area if "area" in self.columns else self.steps[0].model

    @property
    def by_name(self) -> bool:
        """Whether a row may name its record where that has no number."""
        return bool(self.steps[0].model.either) and self.step_of("name") == 0

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which no row can be filed."""
        keys = (key for step in self.steps[: 1 if self.name == "results" else None] for key in step.keys)
        return (*(("area",) if "area" in self.columns else ()), *keys)

    def step_of(self, column: str) -> int | None:
        """The level whose record has a field of this name, the innermost first; None for a column of another sort."""
        levels = range(len(self.steps) - 1, -1, -1)
        return next((level for level in levels if column in self.steps[level].model.model_fields), None)

    def described(self, column: str) -> str:
        """The description of a column: its field's."""
        level = self.step_of(column)
        if column in SPECIAL or level is None:
            return SPECIAL[column]
        return str(self.steps[level].model.model_fields[column].description)


def _words(value: object) -> dict[str, Value]:
    return {str(key): inner for key, inner in value.items()} if isinstance(value, Fields) else {}


class _Headings(FieldGroup):
    """One kind of table in columns.yml."""

    table: Line
    noun: Line
    columns: Annotated[Mapping[str, Several[Line]], PlainValidator(_words)]


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of table, by name."""
    pack = read("columns.yml", (HERE / "columns.yml").read_bytes())
    headings = [_Headings.model_validate(table) for table in pack] if isinstance(pack, Items) else []
    return {
        heading.table: Kind(
            heading.table,
            heading.noun,
            {column: tuple(words) for column, words in heading.columns.items()},
            _STEPS[heading.table],
        )
        for heading in headings
    }


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The words in cells of some columns, each with the word of a record."""
    pack = read("words.yml", (HERE / "words.yml").read_bytes())
    return {
        column: {key: str(word) for key, word in _words(meanings).items()} for column, meanings in _words(pack).items()
    }
