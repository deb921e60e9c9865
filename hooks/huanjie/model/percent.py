"""Percentages with as many decimals as their sources give: 98.02 is not 98.0."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator

from huanjie.model.base import refuse
from huanjie.model.days import arabic
from huanjie.model.values import line
from huanjie.yaml_text import Value, shorten

_WIDE = str.maketrans("０１２３４５６７８９．％﹪", "0123456789.%%")  # noqa: RUF001  # what offices really type
_NUMBER = r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,6})?)"
_SHARE = re.compile(_NUMBER + "(?P<sign>%?)")
_NEARLY = re.compile(f"(?:大?约|近|接近|超过|逾|达到?)?{_NUMBER}%?(?:以上|左右|多)?")
_SPOKEN = re.compile(r"百分之(?P<share>百|[0-9.]+|[零〇一二三四五六七八九十]+(?:点[零〇一二三四五六七八九]+)?)")
_RIGHT = "请写成 98.02% 这样；来源给了几位小数就写几位，不详写 unknown"


def percent(value: Value) -> Decimal:
    """Read a percentage: 98.02%, 98.02 or 百分之九十八点零二; raises M118 with the fix."""
    text = line(value)
    plain = _SPOKEN.sub(_written, text.translate(_WIDE).replace(" ", ""))
    if share := _SHARE.fullmatch(plain):
        number = Decimal(share["number"])
        if number > 1 or not number or share["sign"]:
            return number
        if number == 1:
            refuse("M118", f"“{shorten(text)}”看不出是 1% 还是 100%", "请写上百分号，如 100%")
        meant = f"{number.scaleb(2):f}"
        refuse("M118", f"“{shorten(text)}”像是还没有乘 100 的比例", f"请写成 {meant}，就是百分之几的那个数", meant)
    if about := _NEARLY.fullmatch(plain):
        right = f"只知道约数时，value 写 {about['number']}，并在 about 里照来源写“{shorten(text)}”"
        refuse("M118", f"“{shorten(text)}”不是准确的百分比", right, f"{{value: {about['number']}, about: {text}}}")
    return refuse("M118", f"“{shorten(text)}”不是百分比", _RIGHT)


def _written(spoken: re.Match[str]) -> str:
    """Write 百分之九十八点零二 as 98.02%."""
    share = spoken["share"]
    return "100%" if share == "百" else f"{arabic(share).replace('点', '.')}%"


Percent = Annotated[Decimal, PlainValidator(percent)]
