"""What editors' fingers do to good records: a slip takes a file's lines and a seeded chance, and gives broken ones."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import takewhile
from random import Random
from typing import NamedTuple

Lines = list[str]


class Broken(NamedTuple):
    """A broken file, the line on which the finding must stand, and the lines that were meant where those are others."""

    lines: Lines | bytes
    line: int
    meant: Lines | None = None


Slip = Callable[[Lines, Random], Broken | None]

FIELD = re.compile(r"(?P<head>(?: *- )?(?P<indent> *))(?P<key>[a-z_]+): (?P<value>[^\s\"'|>\[{#].*)")
TOP = re.compile(r"^[a-z_]+: [^\s\"'|>\[{#].*")
WORDS = re.compile(r"^(?:title|summary): [^\s\"'|>\[{#].*")
DAY = re.compile(r"(?:^|(?<= ))(?:[a-z_]+: )(\d{4})-(\d\d)-(\d\d)$")
TIME = re.compile(r"(?:begins|ends|opens|closes): (\d\d):(\d\d)$")
COUNT = re.compile(r"(?:due|present|voters|population): (\d+)$")
CHINESE = {"date": "日期", "place": "地点", "source": "来源"}
DATE = re.compile(r"^date: (\d{4})-(\d\d)-(\d\d)$")
BEGINS = re.compile(r"(?P<head> *(?:- )?(?:begins|opens): )(?P<hour>\d\d):(?P<minute>\d\d)")
ENDS = re.compile(r" *(?:ends|closes): (?P<hour>\d\d):(?P<minute>\d\d)")
ITEM = re.compile(r"^(?P<indent> *)- (?:[a-z_]+: .+|.{8,})$")
PERSON = re.compile(r"(?P<head> *- )\{name: (?P<name>[\u4e00-\u9fff]{2,3}), posts: (?P<post>[\u4e00-\u9fff]+)\}")
NAME = re.compile(r"(?<=name: )[\u4e00-\u9fff]{2,3}(?=$|, posts)|(?<=chair: )[\u4e00-\u9fff]{2,3}$")
DIGITS = "〇一二三四五六七八九"


def _chosen(lines: Lines, chance: Random, pattern: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
    prose = {number for number, line in enumerate(lines) if re.search(r": [|>]", line)}
    ends = min(prose, default=len(lines))  # below it is prose, in which nothing is a slip
    hits = [(number, found) for number, line in enumerate(lines[:ends]) if (found := pattern.search(line))]
    return chance.choice(hits) if hits else None


def _on_a_line(pattern: re.Pattern[str], change: Callable[[re.Match[str], Random], str]) -> Slip:
    """A slip on one line that has the pattern."""

    def slip(lines: Lines, chance: Random) -> Broken | None:
        if not (chosen := _chosen(lines, chance, pattern)):
            return None
        number, found = chosen
        line = lines[number]
        new = line[: found.start()] + change(found, chance) + line[found.end() :]
        return Broken([*lines[:number], new, *lines[number + 1 :]], number + 1)

    return slip


def _in_the_text(more: str) -> Slip:
    """A sign in a text that needs quotes then."""

    def slip(lines: Lines, chance: Random) -> Broken | None:
        if not (chosen := _chosen(lines, chance, WORDS)):
            return None
        number, found = chosen
        key, _, value = found[0].partition(": ")
        broken, meant = (
            [*lines[:number], one, *lines[number + 1 :]] for one in (f"{key}: {value}{more}", f'{key}: "{value}{more}"')
        )
        return Broken(broken, number + 1, meant)

    return slip


def _typo(found: re.Match[str], chance: Random) -> str:
    key = found["key"]
    at = chance.randrange(1, len(key))
    slipped = chance.choice([key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key.capitalize(), key.upper()])
    return f"{found['head']}{slipped}: {found['value']}"


def _typed_day(found: re.Match[str], chance: Random) -> str:
    year, month, dom = map(int, found.groups())
    han = "".join(DIGITS[int(digit)] for digit in str(year))
    ways = [
        f"{year}年{month}月{dom}日",
        f"{year}.{month}.{dom}",
        f"{year % 100}.{month}.{dom}",
        f"{year}/{month}/{dom}",
        f"{year}{month:02}{dom:02}",
        f"{han}年{_han(month)}月{_han(dom)}日",
        f"{year}－{month:02}－{dom:02}",  # noqa: RUF001  # a full-width hyphen
        f"{year}年{month}月{dom}号",
        f"{year}年{month}月{dom}日（星期三）",
        str((date(year, month, dom) - date(1899, 12, 30)).days),  # as a spreadsheet counts days
    ]
    return found[0][: found.start(1) - found.start()] + chance.choice(ways)


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def _typed_time(found: re.Match[str], chance: Random) -> str:
    hour, minute = map(int, found.groups())
    half = "上午" if hour < 12 else "下午"
    ways = [f"{half}{(hour - 1) % 12 + 1}时{minute:02}分", f"{hour}点{minute}分", f"{hour}：{minute:02}"]
    return found[0][: found.start(1) - found.start()] + chance.choice(ways)


def _typed_count(found: re.Match[str], chance: Random) -> str:
    wide = found[1].translate(str.maketrans("0123456789", "０１２３４５６７８９"))  # noqa: RUF001  # on purpose
    ways = [f"{found[1]}人", f"{int(found[1]):,}人", wide, f"{found[1]} 名"]
    return found[0][: found.start(1) - found.start()] + chance.choice(ways)


def _deeper(found: re.Match[str], chance: Random) -> str:
    return " " * chance.choice([1, 2, 3]) + found[0]


def _pasted_twice(lines: Lines, chance: Random) -> Broken | None:
    if not (chosen := _chosen(lines, chance, TOP)):
        return None
    number = chosen[0]
    return Broken([*lines[: number + 1], lines[number], *lines[number + 1 :]], number + 2)


def _in_gbk(lines: Lines, chance: Random) -> Broken | None:  # noqa: ARG001  # nothing to choose
    text = "\n".join(lines)
    return Broken(text.encode("gb18030"), next(number for number, line in enumerate(lines, 1) if not line.isascii()))


def _in_utf16(lines: Lines, chance: Random) -> Broken | None:  # noqa: ARG001  # nothing to choose
    return Broken("\n".join(lines).encode("utf-16"), 1)


def _days_in_one(lines: Lines, chance: Random) -> Broken | None:
    """The first and the last day of a meeting in the field of the first."""
    if any(line.startswith("until:") for line in lines) or not (chosen := _chosen(lines, chance, DATE)):
        return None
    number, found = chosen
    first = date(*map(int, found.groups()))
    last = first + timedelta(chance.randrange(1, 6))
    ways = [
        f"{first}至{last:%m-%d}",
        f"{first} 到 {last}",
        f"{first}～{last}",
        f"{_chinese(first)}—{_chinese(last)}",
        f"{_chinese(first)}至{last.month}月{last.day}日",
        f"{first.year}.{first.month}.{first.day}-{last.month}.{last.day}",
        f"{first:%Y%m%d}-{last:%Y%m%d}",
    ]
    if first.month == last.month:
        ways += [f"{_chinese(first)}至{last.day}日", f"{first}至{last.day:02}", f"{_chinese(first)[:-1]}-{last.day}日"]
    broken, meant = (
        [*lines[:number], *these, *lines[number + 1 :]]
        for these in ([f"date: {chance.choice(ways)}"], [f"date: {first}", f"until: {last}"])
    )
    return Broken(broken, number + 1, meant)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _times_in_one(lines: Lines, chance: Random) -> Broken | None:
    """Beginning and end of a session in the field of the beginning."""
    pairs = [
        (number, begins, ends)
        for number in range(len(lines) - 1)
        if (begins := BEGINS.fullmatch(lines[number])) and (ends := ENDS.fullmatch(lines[number + 1]))
    ]
    if not pairs:
        return None
    number, begins, ends = chance.choice(pairs)
    (hour, minute), (till, past) = (map(int, found.group("hour", "minute")) for found in (begins, ends))
    half, later = ("上午" if one < 12 else "下午" for one in (hour, till))
    ways = [
        f"{hour}:{minute:02}-{till}:{past:02}",
        f"{hour:02}:{minute:02}至{till:02}:{past:02}",
        f"{hour}：{minute:02}—{till}：{past:02}",
        f"{hour}点{minute:02}到{till}点{past:02}",
        f"{half}{(hour - 1) % 12 + 1}时{minute:02}分至{later}{(till - 1) % 12 + 1}时{past:02}分",
        *([f"{hour}-{till}时", f"{hour}时～{till}时"] if minute == past == 0 else []),
    ]
    return Broken([*lines[:number], f"{begins['head']}{chance.choice(ways)}", *lines[number + 2 :]], number + 1)


def _item_twice(lines: Lines, chance: Random) -> Broken | None:
    """One of a list with all that is below it, pasted a second time under itself."""
    if not (chosen := _chosen(lines, chance, ITEM)):
        return None
    number, found = chosen
    deeper = takewhile(lambda line: not line or line.startswith(f"{found['indent']}  "), lines[number + 1 :])
    end = number + 1 + sum(1 for _ in deeper)
    end -= not lines[end - 1]  # the file's last newline is no line of it
    return Broken([*lines[:end], *lines[number:end], *lines[end:]], end + 1)


def _post_at_the_name(lines: Lines, chance: Random) -> Broken | None:
    """A person's post in the field of the name."""
    if not (chosen := _chosen(lines, chance, PERSON)):
        return None
    number, found = chosen
    name, post = found["name"], found["post"]
    typed = chance.choice([f"{post}{name}", f"{post} {name}", f"{name}（{post}）", f"{name} {post}", f"{name}，{post}"])
    return Broken([*lines[:number], f"{found['head']}{typed}", *lines[number + 1 :]], number + 1)


def _rows(lines: Lines, chance: Random) -> Broken | None:
    """People as they are copied from two columns of a spreadsheet."""
    fields = [number for number, line in enumerate(lines) if line.endswith("people:")]
    tables = []
    for number in fields:
        ahead = map(PERSON.fullmatch, lines[number + 1 :])
        if len(rows := [row for row in takewhile(bool, ahead) if row]) > 1:
            tables.append((number, rows))
    if not tables:
        return None
    number, rows = chance.choice(tables)
    head = chance.choice([rows[0]["head"], rows[0]["head"].replace("- ", "")])
    pasted = [f"{head}{row['name']}\t{row['post']}" for row in rows]
    return Broken([*lines[: number + 1], *pasted, *lines[number + 1 + len(rows) :]], number + 2)


def _from_a_page(found: re.Match[str], chance: Random) -> str:
    """An invisible character, as web pages have them."""
    at = chance.randrange(len(found["value"]) + 1)
    value = f"{found['value'][:at]}\u200b{found['value'][at:]}"
    return f"{found['head']}{found['key']}: {value}"


SLIPS: dict[str, Slip] = {
    "typo in a key": _on_a_line(FIELD, _typo),
    "full-width colon": _on_a_line(FIELD, lambda found, _: f"{found['head']}{found['key']}：{found['value']}"),
    "no space after the colon": _on_a_line(FIELD, lambda found, _: f"{found['head']}{found['key']}:{found['value']}"),
    "wide space after the colon": _on_a_line(
        FIELD, lambda found, _: f"{found['head']}{found['key']}:\u3000{found['value']}"
    ),
    "no colon": _on_a_line(FIELD, lambda found, _: f"{found['head']}{found['key']} {found['value']}"),
    "wide space before the key": _on_a_line(re.compile("^  (?=[a-z])"), lambda _, __: "\u3000"),
    "too deep": _on_a_line(TOP, _deeper),
    "not deep enough": _on_a_line(re.compile("^    (?=[a-z_]+:)"), lambda _, __: "   "),
    "tab": _on_a_line(re.compile("^  (?=[a-z-])"), lambda _, __: "\t"),
    "dash without a space": _on_a_line(re.compile("^( *)- "), lambda found, _: f"{found[1]}-"),
    "dash from Word": _on_a_line(re.compile("^( *)- "), lambda found, _: f"{found[1]}– "),  # noqa: RUF001  # on purpose
    "colon in the text": _in_the_text("主题: 有关情况"),
    "hash in the text": _in_the_text(" #2 号"),
    "key in Chinese": _on_a_line(re.compile("^(?:date|place|source)(?=: )"), lambda found, _: CHINESE[found[0]]),
    "comma in brackets": _on_a_line(re.compile(r"(?<=people: \[)([^\s,]+), "), lambda found, _: f"{found[1]}、"),
    "bracket left open": _on_a_line(re.compile(r"\]$"), lambda _, __: ""),
    "quote left open": _on_a_line(TOP, lambda found, _: re.sub(": ", ': "', found[0], count=1)),
    "day": _on_a_line(DAY, _typed_day),
    "time": _on_a_line(TIME, _typed_time),
    "count": _on_a_line(COUNT, _typed_count),
    "days in one": _days_in_one,
    "times in one": _times_in_one,
    "name with spaces": _on_a_line(NAME, lambda found, chance: chance.choice([" ", "\u3000"]).join(found[0])),
    "post at the name": _post_at_the_name,
    "rows of a table": _rows,
    "pasted twice": _pasted_twice,
    "item pasted twice": _item_twice,
    "GBK": _in_gbk,
    "UTF-16": _in_utf16,
    "from a web page": _on_a_line(FIELD, _from_a_page),
}
