"""The numbers of constituencies as offices announce them: figures, letters or characters; or a name in their place."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated

from pydantic import PlainValidator

from huanjie.chinese import readings
from huanjie.model.base import refuse
from huanjie.model.values import line, refuse_empty
from huanjie.yaml_text import Text, Value, shorten
from huanjie.yaml_text.names import LONGEST_NAME

Order = tuple[tuple[int, int, str], ...]
LONGEST = 12  # characters of a number; a longer text is a name
_HAN = re.compile("[\u4e00-\u9fff]")
_MOST_HAN = 2  # 甲, 城关-3; 红旗路社区 is a name
_NUMBER = re.compile("[0-9A-Za-z\u4e00-\u9fff]+(?:-[0-9A-Za-z\u4e00-\u9fff]+)*")
_NAME = re.compile(r"[^\s,，、;；。：:]{3,30}选区")  # not a remark about constituencies
_NOTHING = re.compile("unknown|unreadable|none|null|nil|n-?a|不详|未知|没有|暂无|不明|待定|未定|无|空", re.IGNORECASE)
_NUMERAL = re.compile("[〇零一二三四五六七八九十百两]+")
_AROUND = re.compile(r"[第号#()\s]|选区")
_DASH = re.compile("[—–－‐_~～]+")  # noqa: RUF001  # as spreadsheets and Word have it
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WITHOUT = "没有编号、编号不详的，删去 number 这一行，写 name（公布的名称）和 id（网址里用的英文，如 hongqilu）"
_SHORT = "编号只写数、字母或者一两个汉字，如 12、A、甲、东-1；公布的是名称的，写在 name 里，删去 number 这一行"


def _number(value: Value) -> Text:
    refuse_empty(value, _WITHOUT)
    text = line(value)
    if _NOTHING.fullmatch(text):
        refuse("M105", f"“{text}”不是编号", _WITHOUT)
    plain = bare(text)
    if _NUMERAL.fullmatch(plain):
        refuse("M105", f"“{shorten(text)}”没有用阿拉伯数字", "请写阿拉伯数字，如 12")
    if not is_number(plain):
        refuse("M105", f"“{shorten(text)}”不是编号", _SHORT)
    if plain != text:
        refuse("M105", f"“{shorten(text)}”里有不是编号的字或者符号", f"请写成 {plain}", plain)
    return text


def bare(text: str) -> str:
    """A number without the words around it: 第１２选区 is 12, 3—1 is 3-1, 1,012 is 1012."""
    plain = _DASH.sub("-", _AROUND.sub("", unicodedata.normalize("NFKC", text)))
    plain = plain.replace(",", "") if re.fullmatch("[0-9]{1,3}(?:,[0-9]{3})+", plain) else plain
    return plain.lstrip("0") or "0" if plain.isdecimal() else plain


def is_number(text: str) -> bool:
    """Whether a text can be the number of a constituency; a longer one, or one in Chinese, is a name."""
    fits = len(text) <= LONGEST and len(_HAN.findall(text)) <= _MOST_HAN
    return fits and bool(_NUMBER.fullmatch(text)) and not _NOTHING.fullmatch(text)


def is_name(text: str) -> bool:
    """Whether a text in the place of a number is a name: 红旗路社区选区."""
    return bool(_NAME.fullmatch(text)) and not is_number(bare(text)) and not _NUMERAL.fullmatch(bare(text))


def short(name: str) -> str:
    """Give the distinctive part of a name: 红旗路社区 and 红旗路社区选区 are the same."""
    return name.removesuffix("选区")


def label(number: str | None, name: str | None) -> str:
    """Call a constituency by its number, or by its name where it has none."""
    if number is None:
        return f"{short(name or '')}选区"
    if number[0].isdecimal():
        return f"第 {number} 选区"
    return f"{number} 选区" if number.isascii() else f"{number}选区"


def order(number: str | None) -> Order:
    """Sort by size, then by letters, then by characters in the order of the stems; without a number last."""
    if number is None:
        return ((3, 0, ""),)
    return tuple(map(_rank, re.findall("[0-9]+|[A-Za-z]+|[^-]", number)))


def _rank(piece: str) -> tuple[int, int, str]:
    if piece.isdecimal():
        return 0, int(piece), ""
    if piece.isascii():
        return 1, len(piece), piece.upper()
    return 2, _STEMS.find(piece) % (len(_STEMS) + 1), ""  # other characters come after the stems, in the record's order


def places(numbers: Iterable[str | None]) -> list[int]:
    """Give keys to sort by: the numbers themselves, or their ranks where some have letters or are missing."""
    given = list(numbers)
    if all(number and number.isdecimal() for number in given):
        return [int(number or 0) for number in given]
    ordered = sorted(range(len(given)), key=lambda at: order(given[at]))
    return [ordered.index(at) for at in range(len(given))]


def address(number: str | None) -> str:
    """Give the part of an address that follows from a number; "" where none follows."""
    return number.lower() if number and number.isascii() else ""


def suggested_id(text: str) -> str:
    """Spell a number or a name as an id may be: 红旗路社区选区 is hongqilushequ."""
    sounds = (readings().get(character, (character,))[0] for character in short(text))
    return re.sub("[^a-z0-9]+", "-", "".join(sounds).lower()).strip("-")[: LONGEST_NAME // 2].strip("-")


ConstituencyNumber = Annotated[Text, PlainValidator(_number)]
