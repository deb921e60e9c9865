"""A percentage as sources write it: what is taken, with which decimals, and what is refused with which fix."""

import pytest
from pydantic_core import PydanticCustomError

from huanjie.model.percent import percent
from huanjie.yaml_text import Place, Text


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("98.02%", "98.02"),
        ("98.02", "98.02"),
        ("98.020%", "98.020"),  # one decimal more is stated more exactly
        ("98", "98"),
        ("98.02 ％", "98.02"),  # noqa: RUF001  # what offices really type
        ("９８．０２％", "98.02"),  # noqa: RUF001  # as above
        ("百分之九十八点零二", "98.02"),
        ("百分之九十八", "98"),
        ("百分之十点五", "10.5"),
        ("百分之98.5", "98.5"),
        ("百分之百", "100"),
        ("100%", "100"),
        ("101%", "101"),  # a rule says that it cannot be
        ("0.98%", "0.98"),
        ("0", "0"),
    ],
)
def test_a_percentage_keeps_its_decimals(typed: str, taken: str) -> None:
    assert str(percent(Text(typed, Place("")))) == taken


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("0.9802", "98.02"),  # what a spreadsheet has behind 98.02%
        ("0.9", "90"),
        ("1", ""),  # 1 % or 100 %
        ("1.0", ""),
        ("约98%", "{value: 98, about: 约98%}"),
        ("超过 98.5%", "{value: 98.5, about: 超过 98.5%}"),
        ("98%以上", "{value: 98, about: 98%以上}"),
        ("九成", ""),
        ("98.1.2", ""),
        ("1000%", ""),
        ("-5%", ""),
    ],
)
def test_what_is_no_exact_percentage_is_refused_with_what_would_be_right(typed: str, fix: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        percent(Text(typed, Place("")))
    assert (refused.value.type, (refused.value.context or {})["fix"]) == ("M118", fix)
