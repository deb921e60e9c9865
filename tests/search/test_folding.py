"""What people write in several ways is one for the search; the same in Python and in the reader's script."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

import pytest

from huanjie.chinese import daily
from huanjie.search.index.folding import fold
from huanjie.search.index.normalization import for_browsers
from huanjie.search.index.sounds import table
from huanjie.search.index.terms import name_terms, terms
from tests.conftest import ROOT

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="needs node")

ALIKE = [
    ("20日", "二十日", "20天", "２０日", "20 日", "二十天"),
    ("第28条", "第二十八条", "第 28 条", "第２８条"),
    ("选举法第28条", "《选举法》第二十八条", "選舉法第二十八條"),
    ("2026年11月18日", "2026-11-18", "2026/11/18", "二〇二六年十一月十八日", "2026.11.18", "2026年11月18号"),
    ("11月18日", "11-18", "十一月十八日", "11月18号", "11/18", "11.18"),
    ("2026年5月2日", "2026年05月02日", "2026-05-02"),
    ("15%", "百分之十五"),
    ("三分之一", "1/3", "3分之1"),
    ("上午8时", "早上八点", "早上8点钟"),
    ("20日以前", "20日前", "二十天之前", "提前20天"),
    ("5000人", "五千人", "5千人", "5000名选民"),
    ("选票画圈", "选票打√", "选票画○", "选票打勾"),
    ("142名", "一百四十二名"),
    ("102条", "一百零二条"),
    ("2名代表", "两名代表", "二名代表"),
    ("2866人", "2,866人", "2，866 人"),
    ("选民证", "选民卡", "選民證", "“选民证”"),
    ("投票站", "投票点"),
    ("委托投票", "代投", "代替投票"),
    ("wifi abc", "\uff37\uff49\uff26\uff49 ABC"),
]
UNLIKE = [
    ("统一组织", "统1组织"),
    ("千人", "1000人"),
    ("三五成群", "35成群"),
    ("万一", "万1"),
    ("0000-5550110", "0000"),
]
ODD = ["", "🙂票", "a" * 500, "(.*)+[", "一二三四五六七", "十十", "百", "第零条", "\t\n选 民\u200b证", "13-45", "1.2.3"]


def in_node(texts: Sequence[object], mode: str = "fold") -> list[Any]:
    """Fold by the reader's script, or ask it how characters sound."""
    command = ["node", str(ROOT / "bench" / "search_node.js"), json.dumps(for_browsers()), mode]
    lines = "".join(f"{json.dumps(text)}\n" for text in texts)
    answered = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in answered.stdout.splitlines()]


@pytest.mark.parametrize("wordings", ALIKE, ids=lambda wordings: wordings[0])
def test_what_means_the_same_is_compared_as_the_same(wordings: tuple[str, ...]) -> None:
    assert {fold(wording) for wording in wordings} == {fold(wordings[0])}


@pytest.mark.parametrize(("wording", "other"), UNLIKE)
def test_what_only_looks_like_a_numeral_stays(wording: str, other: str) -> None:
    assert fold(wording) == wording != other


@needs_node
def test_the_script_of_the_reader_folds_as_the_build_does() -> None:
    texts = [
        *(wording for wordings in ALIKE for wording in wordings if not set("選舉條證") & set(wording)),
        *sum(UNLIKE, ()),
        *ODD,
    ]
    assert in_node(texts) == [fold(text) for text in texts]


@needs_node
def test_characters_sound_to_the_script_of_the_reader_as_to_the_build() -> None:
    (heard,) = in_node([table()], "sounds")
    assert heard == {character: syllable for syllable, characters in daily().items() for character in characters}


def test_terms_are_pairs_words_and_numbers_with_what_they_count() -> None:
    assert terms("选民证 abc 第28条") == {"选民", "民证", "选民证", "abc", "28", "28条"}
    assert "11月18" in terms("11月18日")


def test_names_are_found_by_sound_by_initials_and_around_a_wrong_character() -> None:
    keys = name_terms("长川镇")
    assert {"'chang'chuan", "'zhang'chuan", "`cc", "`cz", "_长镇", "长"} <= keys
