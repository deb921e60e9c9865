"""Long texts of repeated pieces, and bounds for how the time of reading them may grow."""

from collections.abc import Callable

FIRST, SMALL, LARGE = 100, 10_000, 100_000

MOST = 15  # times as long for ten times as much; what takes the square of its time takes a hundred

NO_TIME = 0.02  # seconds for 100 KB: even the square of that is 2 s for the largest file that is read

Make = Callable[[int], str]


def over(piece: str, before: str = "", after: str = "") -> Make:
    """Make a text that repeats a piece between a beginning and an end."""
    return lambda size: f"{before}{piece * (size // len(piece))}{after}"


TEXTS = {
    "letters": over("a"),
    "letters and full stops": over("a."),
    "brackets": over("["),
    "braces": over("{"),
    "braces with letters": over("{a."),
    "references": over("{a.b} "),
    "links": over("]("),
    "links that are whole": over("[a](b)"),
    "stars": over("*a"),
    "underlines": over("_a"),
    "lines of underlines": over("_a_ "),
    "backticks": over("`a"),
    "angles": over("<a"),
    "ampersands": over("&a"),
    "backslashes": over("\\"),
    "quotes": over("\n> "),
    "lists": over("\n- a"),
    "nested lists": over("\n    - a"),
    "numbers": over("1"),
    "numbers in full width": over("９"),  # noqa: RUF001  # as typed
    "numbers in circles": over("①"),
    "numerals": over("一"),
    "tens": over("十"),
    "telephones": over("0931-"),
    "commas": over("，", "", "a" * 30),
    "clauses": over("a，"),
    "commas, and then none": lambda size: "，。" * 7 + "选" * size,
    "de": over("的话"),
    "de, and then none": lambda size: "的，" * 4 + "选" * size,
    "laws": over("选举法第"),
    "articles": over("第一"),
    "spaces": over(" ", "选", "1"),
    "blank lines": over("\n\n"),
    "traditional characters": over("選"),
    "tags": over("<nav"),
    "who spoke when": over("分别"),
    "marks of doubt": over("【?"),
}
