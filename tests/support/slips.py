"""All slips of editors' fingers that tests make, by name; those of several lines are defined here."""

import re
from datetime import date, timedelta
from itertools import takewhile
from random import Random

from tests.support.slip import Broken, Lines, Slip, in_the_text, on_a_line, pick
from tests.support.slips_in_values import deeper, from_a_page, typed_count, typed_day, typed_time, typo

FIELD = re.compile(r"(?P<head>(?: *- )?(?P<indent> *))(?P<key>[a-z_]+): (?P<value>[^\s\"'|>\[{#].*)")
TOP = re.compile(r"^[a-z_]+: [^\s\"'|>\[{#].*")
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


def _pasted_twice(lines: Lines, chance: Random) -> Broken | None:
    if not (picked := pick(lines, chance, TOP)):
        return None
    number = picked[0]
    return Broken([*lines[: number + 1], lines[number], *lines[number + 1 :]], number + 2)


def _in_gbk(lines: Lines, chance: Random) -> Broken | None:  # noqa: ARG001  # nothing to choose
    text = "\n".join(lines)
    return Broken(text.encode("gb18030"), next(number for number, line in enumerate(lines, 1) if not line.isascii()))


def _in_utf16(lines: Lines, chance: Random) -> Broken | None:  # noqa: ARG001  # nothing to choose
    return Broken("\n".join(lines).encode("utf-16"), 1)


def _days_in_one(lines: Lines, chance: Random) -> Broken | None:
    """The first and the last day of a meeting in the field of the first."""
    if any(line.startswith("until:") for line in lines) or not (picked := pick(lines, chance, DATE)):
        return None
    number, match = picked
    first = date(*map(int, match.groups()))
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
    (hour, minute), (till, past) = (map(int, match.group("hour", "minute")) for match in (begins, ends))
    half, later = ("上午" if at < 12 else "下午" for at in (hour, till))
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
    """An item of a list with all that is below it, pasted a second time under itself."""
    if not (picked := pick(lines, chance, ITEM)):
        return None
    number, match = picked
    deeper = takewhile(lambda line: not line or line.startswith(f"{match['indent']}  "), lines[number + 1 :])
    end = number + 1 + sum(1 for _ in deeper)
    end -= not lines[end - 1]  # the file's last newline is no line of it
    return Broken([*lines[:end], *lines[number:end], *lines[end:]], end + 1)


def _post_at_the_name(lines: Lines, chance: Random) -> Broken | None:
    """A person's post in the field of the name."""
    if not (picked := pick(lines, chance, PERSON)):
        return None
    number, match = picked
    name, post = match["name"], match["post"]
    typed = chance.choice([f"{post}{name}", f"{post} {name}", f"{name}（{post}）", f"{name} {post}", f"{name}，{post}"])
    return Broken([*lines[:number], f"{match['head']}{typed}", *lines[number + 1 :]], number + 1)


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


SLIPS: dict[str, Slip] = {
    "typo in a key": on_a_line(FIELD, typo),
    "full-width colon": on_a_line(FIELD, lambda match, _: f"{match['head']}{match['key']}：{match['value']}"),
    "no space after the colon": on_a_line(FIELD, lambda match, _: f"{match['head']}{match['key']}:{match['value']}"),
    "wide space after the colon": on_a_line(
        FIELD, lambda match, _: f"{match['head']}{match['key']}:\u3000{match['value']}"
    ),
    "no colon": on_a_line(FIELD, lambda match, _: f"{match['head']}{match['key']} {match['value']}"),
    "wide space before the key": on_a_line(re.compile("^  (?=[a-z])"), lambda _, __: "\u3000"),
    "too deep": on_a_line(TOP, deeper),
    "not deep enough": on_a_line(re.compile("^    (?=[a-z_]+:)"), lambda _, __: "   "),
    "tab": on_a_line(re.compile("^  (?=[a-z-])"), lambda _, __: "\t"),
    "dash without a space": on_a_line(re.compile("^( *)- "), lambda match, _: f"{match[1]}-"),
    "dash from Word": on_a_line(re.compile("^( *)- "), lambda match, _: f"{match[1]}– "),  # noqa: RUF001  # on purpose
    "colon in the text": in_the_text("主题: 有关情况"),
    "hash in the text": in_the_text(" #2 号"),
    "key in Chinese": on_a_line(re.compile("^(?:date|place|source)(?=: )"), lambda match, _: CHINESE[match[0]]),
    "comma in brackets": on_a_line(re.compile(r"(?<=people: \[)([^\s,]+), "), lambda match, _: f"{match[1]}、"),
    "bracket left open": on_a_line(re.compile(r"\]$"), lambda _, __: ""),
    "quote left open": on_a_line(TOP, lambda match, _: re.sub(": ", ': "', match[0], count=1)),
    "day": on_a_line(DAY, typed_day),
    "time": on_a_line(TIME, typed_time),
    "count": on_a_line(COUNT, typed_count),
    "days in one": _days_in_one,
    "times in one": _times_in_one,
    "name with spaces": on_a_line(NAME, lambda match, chance: chance.choice([" ", "\u3000"]).join(match[0])),
    "post at the name": _post_at_the_name,
    "rows of a table": _rows,
    "pasted twice": _pasted_twice,
    "item pasted twice": _item_twice,
    "GBK": _in_gbk,
    "UTF-16": _in_utf16,
    "from a web page": on_a_line(FIELD, from_a_page),
}
