"""The two levels of congresses that voters elect directly."""

from enum import StrEnum
from typing import Annotated

from huanjie.model.values import OneOf, choose
from huanjie.yaml_text import Value


class Level(StrEnum):
    """A level of congresses, by its Chinese name."""

    COUNTY = "县级"
    TOWNSHIP = "乡级"

    @property
    def slug(self) -> str:
        """Its word in addresses, and in the rules of the law."""
        return self.name.lower()


_NAMES = tuple(level.value for level in Level)


def _level(value: Value) -> Level:
    return Level(choose(value, _NAMES))


TypedLevel = Annotated[Level, OneOf(_level, choices=_NAMES)]
