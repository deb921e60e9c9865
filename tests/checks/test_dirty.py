"""Text that was damaged on its way into a record is reported, and nothing else is."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from huanjie.checks.dirty import garbled, spelled
from huanjie.checks.report import check_folder
from huanjie.imports.reports.cleaning import clean
from huanjie.imports.reports.decoding import decode
from tests.conftest import ROOT, Write
from tests.support.reports import REPORTS

TODAY = date(2026, 11, 30)
OWN = {"W211", "W212", "W213", "W214"}
SENTENCE = "选举委员会召开会议，部署选民登记工作。"
READ_WRONGLY = {
    "UTF-8 as Latin-1": SENTENCE.encode().decode("latin-1"),
    "UTF-8 as Windows-1252": "选民登记".encode()[:6].decode("cp1252", "replace"),
    "GBK as Latin-1": "选民登记".encode("gbk").decode("latin-1"),
    "Big5 as Latin-1": "選民登記".encode("big5").decode("latin-1"),
    "UTF-8 as GBK": SENTENCE.encode().decode("gb18030", "replace"),
    "UTF-8 as GBK, two characters": "选民".encode().decode("gbk"),
}
TEXTS = [
    *((text, "W211") for text in READ_WRONGLY.values()),
    *((f"今天{piece}召开会议。", "W211") for piece in READ_WRONGLY.values()),
    *(
        (f"今天{piece}召开会议。", "W211")
        for piece in ("\ufffd", "\ue123", "锟斤拷", "烫烫烫", "ï¿½", "å·ž", "Ã©", "\U000f1234")
    ),
    ("会议于年月日召开。", "W212"),
    ("会议于 年 月 日召开。".replace("于 ", "于"), "W212"),
    ("2016年月日开会。", "W212"),
    ("第选区选出代表。", "W212"),
    ("第 届代表大会。", "W212"),
    ("到会共人，发言。", "W212"),
    ("参加投票的占%。", "W212"),
    ("今天召开huiyi部署工作。", "W213"),
    ("召开（huì）会议。", "W213"),
    ("会huì议。", "W213"),
    ("召开xuanjugongzuo会议。", "W213"),
]
CLEAN = [
    SENTENCE,
    "名单上写明姓名、出生年月日。",
    "第三选区、第十届、第 12 条，共 40 人，占 85.3%。",
    "用手机上的App查名单，用wifi上网，看LED屏，看ppt，扫二维码，拨打热线电话。",
    "买买提·艾力，A4纸，B超室，5G信号，N95口罩。",
    "café、naïve、Über 是外文。",
    "省略号……破折号——书名号《》引号“”。",
    "共计票两遍，共有人来问；第一次、第二次；占比多少。",
    "👨‍👩‍👧 一家人投票 ❤️",
    "涓涓细流，不分缁素。",
    "拼音字母 b、p、m 不在此列；按姓氏笔画排列。",
]


MEETING = "title: {}\ndate: 2016-06-02\nsort: 推进会\nsummary: {}\nsource: report\nthemes: progress\n"


def damage(folder: Write, texts: Iterable[str]) -> dict[str, list[str]]:
    """The ids of damage found in each text, as the summary of a meeting."""
    files = {f"meetings/m-{number}.yml": text for number, text in enumerate(texts)}
    content = folder({file: MEETING.format("会", f'"{text}"') for file, text in files.items()})
    reported: dict[str, list[str]] = {text: [] for text in files.values()}
    for finding in check_folder(content, TODAY).findings:
        if finding.id in OWN:
            reported[files[finding.at.file]].append(finding.id)
    return reported


def test_damage_is_told(folder: Write) -> None:
    seen = {
        "".join(char if char.isprintable() or char >= "\ue000" else "\u00b7" for char in text): n for text, n in TEXTS
    }
    assert damage(folder, seen) == {text: [name] for text, name in seen.items()}


def test_what_is_right_is_not_told(folder: Write) -> None:
    assert damage(folder, CLEAN) == {text: [] for text in CLEAN}


def test_a_text_without_a_word_is_told(folder: Write) -> None:
    signs = ["“”", "——", "……", "《》"]
    assert damage(folder, signs) == {sign: ["W214"] for sign in signs}


@pytest.mark.parametrize("content", ["content", "examples/shili/content"])
def test_neither_site_has_such_damage(content: str) -> None:
    assert [finding for finding in check_folder(ROOT / content, TODAY).findings if finding.id in OWN] == []


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_report_that_was_read_well_has_none(path: Path) -> None:
    report = clean(decode(path.read_bytes()))
    for line in report.text.split("\n"):
        if not set(line) & report.holes.keys():
            assert (garbled(line), spelled(line)) == ("", "")


@pytest.mark.parametrize("find", [garbled, spelled])
@pytest.mark.parametrize("piece", ["é", "涓", "a", "字a", "字(a", "字xi", "年 ", "\ufffd字", "Ã", "第 ", "\u00b0"])
def test_the_time_grows_with_the_length_alone(find: Callable[[str], str], piece: str) -> None:
    begun = perf_counter()
    find(piece * 100_000)
    assert perf_counter() - begun < 2
