"""The base of every record: pydantic, frozen, without unknown keys, with the place where each field was typed.

Records are built from the values of `yaml_text` and know nothing of files. A validator that refuses a value calls
`refuse`, whose first argument is the permanent id of the finding.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator
from pydantic_core import PydanticCustomError

from huanjie.yaml_text import Fields, Items, Place, Span, Text, Value

T = TypeVar("T")
Filed = Literal["one", "list", "folder", "within"]

# Ids of the model's refusals. Each is permanent; the sentence is on the page "How we check".
FAULTS = {
    "M101": "没有这一栏。",
    "M102": "必填的一栏没有填。",
    "M103": "日期读不懂、不完整，或者不存在。",
    "M104": "该填一段文字的地方写成了别的样子，或者空着。",
    "M105": "数写法不对：要写阿拉伯数字，不带单位。",
    "M106": "不在可选的几种里。",
    "M107": "时间写法不对。",
    "M108": "编号写法不对：只用小写英文字母、数字和连字符。",
    "M109": "是或否的一栏写了别的内容。",
    "M110": "该写成一组栏目（栏名: 内容）的地方写成了别的样子。",
    "M111": "内容不能用在这一栏。",
    "M112": "样板里的话还没有换成内容。",
    "M118": "百分比写法不对：要写成 98.02% 这样。",
}


def refuse(fault: str, wrong: str, right: str, fix: str | Sequence[str] | Span = "") -> NoReturn:
    """Refuse a value: the finding's id, what is wrong as it was typed, what would be right.

    `fix` is the text to type instead, where that is certain: a text without quotes, several for a list, or a span.
    """
    raise PydanticCustomError(fault, "{wrong}", {"wrong": wrong, "right": right, "fix": fix})


class FieldGroup(BaseModel):
    """A mapping of a content file: frozen, without unknown keys, with its place."""

    # Built when a first record is read: most runs read the few files that have changed.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    either: ClassVar[tuple[str, ...]] = ()  # fields of which at least one is required, preferably the first
    shorthand: ClassVar[str] = ""  # the one field that a plain text stands for, so `chair: 张三` is a person too
    __slots__ = ("_at", "_names", "_places")  # pydantic's private attributes cost a tenth of the reading (measured)
    if TYPE_CHECKING:
        _at: Place
        _names: tuple[str, ...]  # of the fields that were typed, in their order; shared by records with the same names
        _places: tuple[Place, ...]  # of these fields

    @model_validator(mode="wrap")
    @classmethod
    def _typed(cls, value: Value, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(value, Text) and cls.shorthand:
            name, _, rest = value.partition(" ")
            if name in cls.model_fields and rest:
                refuse("M110", f"“{name}”后面没有冒号", f"请写成 {name}: …", f"{name}: {rest}")
            value = Fields({Text(cls.shorthand, value.at): value}, value.at)
        if isinstance(value, Text) and not value.strip():
            refuse("M104", "这一条是空的", f"请写成一行一栏，如 {next(iter(cls.model_fields))}: …；用不着时删去这一行")
        if not isinstance(value, Fields):
            refuse(
                "M110",
                f"这里应是一组栏目，写成了{_kind(value)}",
                f"请写成一行一栏，如 {next(iter(cls.model_fields))}: …",
            )
        record = handler(value)
        record.keep_places(value)
        return record

    def keep_places(self, value: Fields) -> None:
        """Keep the places of the fields, but not the typed values: these would double the size of a record."""
        self._restore(value.at, tuple(map(str, value)), tuple(inner.at for inner in value.values()))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the parts: a class that was made for one type of fact cannot be imported, its generic class can."""
        kind = self.__pydantic_generic_metadata__["origin"] or type(self)
        return _restored, (kind, self.__dict__, self.__pydantic_private__, *self._kept())

    def _kept(self) -> tuple[object, ...]:
        """The slots beside the fields, in the order of `_restore`."""
        return self._at, self._names, self._places

    def _restore(self, at: Any, names: Any, places: Any) -> None:  # noqa: ANN401  # as `_kept` gives it
        _keep(self, "_at", at)
        _keep(self, "_names", _shared.setdefault(names, names))
        _keep(self, "_places", places)

    @property
    def at(self) -> Place:
        """The place where the record begins."""
        return self._at

    def showing(self, **shown: object) -> Self:
        """The record with other values in some fields; itself where they are the same."""
        same = all(getattr(self, name) == value for name, value in shown.items())
        if same:
            return self
        other = self.model_copy(update=shown)
        other._restore(*self._kept())  # noqa: SLF001  # its own class
        return other

    def place_of(self, name: str) -> Place:
        """The place of a field's value; that of the record where the field is left out."""
        return self._places[self._names.index(name)] if name in self._names else self._at


_keep = object.__setattr__  # a record is frozen for everybody else
# What is the same for many records is kept once: of 10,000 meetings, this and the next took a quarter (measured).
_shared: dict[tuple[str, ...], tuple[str, ...]] = {}
_filled: dict[type[FieldGroup], set[str]] = {}


def _restored(kind: type[FieldGroup], values: dict[str, Any], private: dict[str, Any] | None, *kept: Any) -> FieldGroup:  # noqa: ANN401  # as `_kept` gives it
    """Make a record from its parts, which were validated when it was read."""
    record = kind.__new__(kind)
    _keep(record, "__dict__", values)
    _keep(record, "__pydantic_private__", private)
    _keep(record, "__pydantic_fields_set__", _filled.get(kind) or _filled.setdefault(kind, set(values)))
    _keep(record, "__pydantic_extra__", None)
    record._restore(*kept)  # noqa: SLF001  # its own class
    return record


# Whether the first vote of a constituency may still go on, or with None that of the whole election.
Voting = Callable[["Record | None"], bool]


class Record(FieldGroup):
    """A record of a kind of its own, with an address.

    `kind` is the folder or file below the content folder, `filed` how its records lie there: "one" (the file is the
    record), "list" (the file is a list of records, each with an `id`), "folder" (a file each, named by its address) or
    "within" (in a record of another kind, whose address comes before its own: a constituency in its area).
    """

    kind: ClassVar[str]
    filed: ClassVar[Filed]
    noun: ClassVar[str]  # the editors' word for a record of this kind
    dated: ClassVar[str] = ""  # the field with its day, for lists in the order of time; "" where it has none
    on_one_page: ClassVar[bool] = False  # all records of the kind are on one page, each under its address
    gist: ClassVar[str] = "summary"  # the field that sums it up in a sentence or two
    __slots__ = ("_leaves", "_slug")
    if TYPE_CHECKING:
        _slug: str
        _leaves: tuple[tuple[Any, ...], tuple[Text, ...]] | None  # references and texts, once they were collected

    def _kept(self) -> tuple[object, ...]:
        return *super()._kept(), self._slug, self._leaves

    def _restore(self, at: Any, names: Any, places: Any, slug: Any = "", inside: Any = None) -> None:  # noqa: ANN401  # as above
        super()._restore(at, names, places)
        _keep(self, "_slug", slug)
        _keep(self, "_leaves", inside)

    def showing(self, **shown: object) -> Self:
        """The record with other values in some fields; its references and texts are collected anew."""
        other = super().showing(**shown)
        if other is not self:
            other._leaves = None  # noqa: SLF001  # its own class
        return other

    @property
    def slug(self) -> str:
        """The record's address in its kind, used by references: its id in a list, else the name of its file."""
        return str(getattr(self, "id", "")) if self.filed == "list" else self._slug

    @property
    def heading(self) -> str:
        """The name of the record on pages: its title, unless the kind says otherwise."""
        return str(getattr(self, "title", ""))

    @property
    def points(self) -> Iterator[tuple[str, FieldGroup]]:
        """The points in the record, each with its id on the record's page."""
        return iter(())

    @property
    def within(self) -> "Iterator[tuple[str, Record]]":
        """The records filed within this one, each with its address below this one's."""
        return iter(())

    @property
    def public(self) -> bool:
        """Whether the public may see it."""
        return not getattr(self, "draft", False)

    def as_of(self, today: date, voting: Voting) -> Self | None:  # noqa: ARG002  # kinds that have days ask
        """The record as the public knew it on a day; None where it did not know it yet.

        `voting` tells whether a vote may still go on: nothing that came out of it is shown before it is over.
        """
        return self


def kinds() -> dict[str, type[Record]]:
    """All kinds of record by name, once every module of the model is imported."""
    return {kind.kind: kind for kind in sorted(Record.__subclasses__(), key=lambda kind: kind.kind)}


def _kind(value: Value) -> str:
    return {Text: "一段文字", Items: "列表", Fields: "一组栏目"}[type(value)]
