"""Facts: values with their sources; references to other records; reasons why a value is missing."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Generic, Self, TypeVar, get_args

from pydantic import Field, GetCoreSchemaHandler, PlainValidator, WrapValidator
from pydantic_core import CoreSchema, core_schema

from huanjie.model.base import FieldGroup
from huanjie.model.values import Line, Prose, as_items, line
from huanjie.yaml_text import Fields, Items, Place, Text, Value

T = TypeVar("T")


@dataclass(frozen=True)
class Ref:
    """A reference to another record: the kind it must be of and the slug as typed."""

    kind: str
    slug: str
    at: Place

    @classmethod
    def to(cls, kind: str) -> "RefTo":
        """Make the validator of a field that refers to records of one kind."""

        def check(value: Value) -> "Ref":
            text = line(value)
            return cls(kind, str(text), text.at)

        return RefTo(check, kind=kind)

    @classmethod
    def to_any(cls) -> "RefTo":
        """Make the validator of a field that refers to a record of any kind: meetings/2016-05-31."""

        def check(value: Value) -> "Ref":
            text = line(value)
            kind, _, slug = text.removesuffix(".yml").partition("/")
            return cls(kind, slug, text.at)

        return RefTo(check)


@dataclass(frozen=True)
class RefTo(PlainValidator):
    """The validator of a field that refers to records of a kind; "" of any kind."""

    kind: str = ""


class Gap(Enum):
    """The reason why a fact has no value. Pages never show 0 or a blank for it."""

    UNKNOWN = "unknown"  # no source states it
    UNREADABLE = "unreadable"  # the source states it, and cannot be read


def _or_gap(value: Value, handler: Any) -> Any:  # noqa: ANN401  # pydantic's own signature for a wrap validator
    if isinstance(value, Text) and value in ("unknown", "unreadable"):
        return Gap(str(value))
    return handler(value)


OrGap = WrapValidator(_or_gap)  # the field may also say `unknown` or `unreadable`


class Fact(FieldGroup, Generic[T]):
    """A statement: a value, its source, and what a reader should know about it."""

    value: Annotated[T, OrGap] = Field(description="内容；不详写 unknown，原稿无法辨认写 unreadable")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(
        None, description="出自哪个来源，写来源的编号；不写就用整份记录的来源"
    )
    note: Prose | None = Field(None, description="读者需要知道的说明")
    inferred: Prose | None = Field(None, description="来源没有直接写明、由我们推定时，写怎样推定的")
    about: Line | None = Field(None, description="来源只给了约数时，照来源的写法，如 近千人；value 写大约的数")
    __slots__ = ("_typed_value",)
    if TYPE_CHECKING:
        _typed_value: str

    def keep_places(self, value: Fields) -> None:
        """Keep the value as it was typed, too."""
        super().keep_places(value)
        object.__setattr__(self, "_typed_value", str(value["value"]))

    def _kept(self) -> tuple[object, ...]:
        return *super()._kept(), self._typed_value

    def _restore(self, at: Any, names: Any, places: Any, typed: Any = "") -> None:  # noqa: ANN401  # as `_kept` gives it
        super()._restore(at, names, places)
        object.__setattr__(self, "_typed_value", typed)

    @property
    def typed(self) -> str:
        """The value as it was typed."""
        return self._typed_value

    @property
    def at(self) -> Place:
        """Where the value was typed."""
        return self.place_of("value")


class Facts(tuple[Fact[T], ...]):  # noqa: SLOT001  # a tuple with slots cannot have an attribute of its own
    """All statements of a field: a tuple of the facts that have a value.

    A field that is left out has no fact at all; `unknown` and `unreadable` are in `gaps`. Where facts have different
    values, the sources disagree, and pages show each.
    """

    gaps: tuple[Fact[Gap], ...] = ()

    def __repr__(self) -> str:
        """Include the gaps: digests of records are made of this text."""
        return f"{super().__repr__()} {self.gaps}"

    @property
    def values(self) -> tuple[T, ...]:
        """The different values stated, in the order of the record."""
        return tuple(dict.fromkeys(fact.value for fact in self))

    @property
    def agreed(self) -> T | None:
        """The exact value on which all sources agree; None where there is none, or they differ, or it is rounded."""
        if len(self) == 1:  # nearly always, and checks ask a hundred thousand times
            return None if self[0].about else self[0].value
        return self.values[0] if len(self.values) == 1 and not any(fact.about for fact in self) else None

    @property
    def disagree(self) -> bool:
        """Whether the sources give different values."""
        return len(self.values) > 1

    @classmethod
    def of(cls, facts: tuple[Fact[Any], ...]) -> Self:
        """Separate the facts with a value from the gaps."""
        stated = cls(fact for fact in facts if not isinstance(fact.value, Gap))
        stated.gaps = tuple(fact for fact in facts if isinstance(fact.value, Gap))
        return stated

    @classmethod
    def __get_pydantic_core_schema__(cls, annotation: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Accept the plain value, a fact, or a list of facts."""
        (inner,) = get_args(annotation)
        facts = handler.generate_schema(tuple[Fact[inner], ...])  # type: ignore[valid-type]  # built from data
        listed = core_schema.no_info_before_validator_function(_as_facts, facts)
        return core_schema.no_info_after_validator_function(cls.of, listed)


def _as_facts(value: Value) -> Items:
    return Items([_as_fact(fact) for fact in as_items(value)], value.at)


def _as_fact(value: Value) -> Value:
    return value if isinstance(value, Fields) else Fields({Text("value", value.at): value}, value.at)


NONE_STATED: Facts[Any] = Facts()
