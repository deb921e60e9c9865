"""Patterns of what people write in different ways, each with the single form in which it is compared."""

import re
from functools import cache
from pathlib import Path

import yaml

HAN = "\u3400-\u9fff"
Own = tuple[tuple[str, str], ...]  # the editors' words: what people say here, and the word for it
Patterns = tuple[tuple[str, str], ...]

# Patterns with what stands for them, those of the first before numerals are read. The reader's script has them from the
# index. What must not stand before is asked after the first characters: at every place of a text it takes ten times as
# long; `_ahead` makes of it what browsers know.
SIGNS = (
    (r"[《》〈〉「」『』“”\u2018\u2019\"'\u200b-\u200f\ufeff]", ""),
    (r"(\d),(?=\d{3}(?!\d))", "$1"),
    (rf"([{HAN}])\s+(?=\d)|(\d)\s+(?=[{HAN}])", "$1$2"),
)
_DAY = r"[-/.](0?[1-9]|[12]\d|3[01])(?![\d\-/.%万亿倍元米公])"
NUMBERS = (
    (r"百分之(\d+)", "$1%"),
    (r"([1-4])(?<![\d\-/.].)/([2-5])(?![\d\-/.日号])", "$2分之$1"),
    *((rf"分之{number}(?!\d)", f"分之{figure}") for number, figure in enumerate("一二三四", 1)),
    (r"(\d)(?:[个名位](?:选民|人(?!大))|名|位|个(?=代表))", "$1人"),
    (r"(\d)(?<![\d.].)千", "$1000"),
    (r"(\d)点钟?(?!票)", "$1时"),
    (r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?!\d)", "$1年$2月$3日"),
    (r"(0[1-9]|1[0-2])(?<![\d\-/.a-z]..)" + _DAY, "$1月$2日"),
    (r"([1-9])(?<![\d\-/.a-z].)" + _DAY, "$1月$2日"),
    (r"0(?<![\d].)(?=\d[年月日])", ""),
    (r"(月\d{1,2})号", "$1日"),
    (r"(\d)天", "$1日"),
    (r"(\d日)之?前|提前(\d+日)", "$1$2以前"),
)


@cache
def _synonyms() -> Patterns:
    """Residents' expressions as patterns, each with the word of the law or of our pages."""
    table = yaml.safe_load((Path(__file__).parents[1] / "data" / "synonyms.yml").read_text("utf-8"))
    return tuple((pattern, word) for record in table for word, pattern in record.items())


def patterns(own: Own) -> tuple[Patterns, Patterns]:
    """All patterns with their replacements, the words of the editors before ours."""
    return SIGNS, (*NUMBERS, *((re.escape(phrase), word) for phrase, word in own), *_synonyms())


def for_browsers(own: Own = ()) -> list[list[tuple[str, str]]]:
    """All patterns, as the reader's script needs them."""
    return [[_ahead(*pattern) for pattern in group] for group in patterns(own)]


def _ahead(pattern: str, stands: str) -> tuple[str, str]:
    """Rewrite a pattern that looks back, which browsers of 2022 cannot: it takes the character before along."""
    before = re.search(r"\(\?<!\[(.*?)\]\.+\)", pattern)
    if not before:
        return pattern, stands
    later = re.sub(r"\$(\d)", lambda group: f"${int(group[1]) + 1}", stands)
    return f"(^|[^{before[1]}]){pattern.replace(before[0], '')}", f"$1{later}"
