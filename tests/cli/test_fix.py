"""`huanjie fix`: broken records become the good ones that they were."""

from collections.abc import Iterator
from itertools import count, islice
from random import Random

import pytest

from huanjie.__main__ import main
from huanjie.cli import CLEAN, FOUND, WRONG_USE
from huanjie.content.fixes import fixed
from huanjie.content.reading import reading
from huanjie.yaml_text import read
from tests.conftest import ROOT, Write
from tests.support.slips import SLIPS

EXAMPLE = ROOT / "examples" / "shili" / "content"
GOOD = sorted(
    path.relative_to(EXAMPLE).as_posix()
    for folder in ("meetings", "policies", "stories", "questions", "notices")
    for path in (EXAMPLE / folder).glob("*.yml")
)


def broken() -> Iterator[tuple[str, str, bytes, bytes, int]]:
    """Slip, file, bytes as meant, broken bytes, line of the slip: the same hundred every time."""
    chance = Random(2026)  # noqa: S311  # the same every time is what is wanted
    names = list(SLIPS)
    for turn in count():
        name, file = names[turn % len(names)], chance.choice(GOOD)
        good = (EXAMPLE / file).read_text("utf-8").split("\n")
        if slipped := SLIPS[name](good, chance):
            lines, line, meant = slipped
            raw = lines if isinstance(lines, bytes) else "\n".join(lines).encode()
            yield name, file, "\n".join(meant or good).encode(), raw, line


HUNDRED = list(islice(broken(), 100))


def test_each_of_a_hundred_slips_is_told_on_its_line_and_nine_in_ten_are_cured() -> None:
    missed = []
    restored = 0
    for name, file, good, bad, line in HUNDRED:
        if line not in {finding.at.line for finding in reading((file, bad)).findings}:
            missed.append((name, file, line))
        restored += read(file, fixed(file, bad)) == read(file, good)
    assert missed == []
    assert restored >= 98


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("date：26.11.18", "date: 2026-11-18"),
        ("date: 45979", "date: 2025-11-18"),  # a spreadsheet's own count of days
        ("日期: 二〇二六年十一月十八日", "date: 2026-11-18"),
        ("sessions: [{begins: 下午2点半}]", "sessions: [{begins: 14:30}]"),
        ("attendance: {present: 501,924人}", "attendance: {present: 501,924人}"),  # two things, in braces
        ("attendance:\n  present: 501,924人", "attendance:\n  present: 501924"),
        ("attendance:\n  present: 50.19万", "attendance:\n  present: {value: 501900, about: 50.19万}"),
        ("attendance:\n  people: 张三、李四", "attendance:\n  people: [张三, 李四]"),
        ("attendance:\n  people:\n    - 张三、李四", "attendance:\n  people:\n    - 张三\n    - 李四"),
        ("chair: 王 五", "chair: 王五"),
        ("chair: 区委书记王五", "chair: {name: 王五, posts: 区委书记}"),
        ("chair: 王五（区委书记）", "chair: {name: 王五, posts: 区委书记}"),
        ("chair: 王五，副主任", "chair: {name: 王五, posts: 副主任}"),
        ("chair: 王五，马主任", "chair: [王五, 马主任]"),  # two people
        ("date: 2026年11月1日至5日", "date: 2026-11-01\nuntil: 2026-11-05"),
        ("date: 2026.11.1-11.5\nuntil: 2026-11-05", "date: 2026-11-01\nuntil: 2026-11-05"),
        ("date: 2026.11.1-11.5\nuntil: 2026-11-06", "date: 2026.11.1-11.5\nuntil: 2026-11-06"),  # which is it
        ("announced: 2026-11-01至05", "announced: 2026-11-01至05"),  # no field for the end
        ("sessions: [{begins: 9-17时}]", "sessions: [{begins: 09:00, ends: 17:00}]"),
        ("sessions:\n  - begins: 上午9时至11时半", "sessions:\n  - begins: 09:00\n    ends: 11:30"),
        ("attendance:\n  posts:\n    - 区法院院长\n    - 区法院院长", "attendance:\n  posts:\n    - 区法院院长"),
        ("attendance:\n  people: [王五, 王五]", "attendance:\n  people: [王五, 王五]"),  # namesakes
        (
            "attendance:\n  people:\n    1\t张三\t副主任\n    2\t李四\t委员",
            "attendance:\n  people:\n    - {name: 张三, posts: 副主任}\n    - {name: 李四, posts: 委员}",
        ),
        ('place: "三楼\nheld: 现场\nnote: 见"公告"', 'place: "三楼"\nheld: 现场\nnote: 见"公告"'),
        ("attendance:\n  people: 张三 李四 王五", "attendance:\n  people: [张三, 李四, 王五]"),
        ("attendance:\n  people: 买买提 艾力", "attendance:\n  people: 买买提 艾力"),  # one
        ("speeches:\n  - speaker: 张三、李四", "speeches:\n  - speaker: 张三、李四"),  # one speaks at a time
        ("points: [说了]", "points: [说了]"),  # no field of a meeting, and none is like it
        ("chair: 区委书记助理", "chair: 区委书记助理"),  # no name in it
        ("place: 三楼 #2 会议室  # 东边", 'place: "三楼 #2 会议室"  # 东边'),
        ("held: 现场\nheld: 现场  # 又一次", "held: 现场"),
        ("held: 现场\nheld: 视频", "held: 现场\nheld: 视频"),  # nobody knows which
        ("sort: 推进", "sort: 推进会"),
    ],
)
def test_only_what_is_certain_changes(broken: str, right: str) -> None:
    before = "# 会议\r\ntitle: 会  # 名称\r\n"
    wanted = before + right.replace("\n", "\r\n") + "\r\n"
    made = fixed("meetings/a.yml", (before + broken.replace("\n", "\r\n") + "\r\n").encode())
    assert made.decode() == wanted


def test_a_file_is_written_only_when_that_is_asked_for(folder: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = folder({"meetings/b.yml": MEETING})
    path = content / "meetings" / "b.yml"
    assert main(["fix", str(content)]) == FOUND
    output = capsys.readouterr().out
    assert "-date：2016年6月2日\n+date: 2016-06-02\n" in output
    assert path.read_text("utf-8") == MEETING
    assert main(["fix", str(path), "--write"]) == CLEAN
    assert path.read_text("utf-8") == MEETING.replace("：2016年6月2日", ": 2016-06-02").replace("reprot", "report")
    assert main(["check", str(content)]) == CLEAN
    assert main(["fix", str(content / "no.yml")]) == WRONG_USE


MEETING = "title: 会\ndate：2016年6月2日\nsort: 推进会\nsummary: 开会。\nsource: reprot  # 报道\nthemes: progress\n"
