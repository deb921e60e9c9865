"""Which encoding bytes have: told where it is certain, never wrongly, and nothing is written anew where it is not."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import accumulate
from random import Random

import pytest
from opencc import OpenCC

from huanjie.__main__ import main
from huanjie.chinese.encodings import certain, likeliest
from huanjie.cli import CLEAN
from huanjie.content.reading import reading
from huanjie.yaml_text import utf8
from tests.conftest import ROOT, Write

FILES = [*ROOT.glob("hooks/huanjie/law/**/*.yml"), *ROOT.glob("examples/shili/content/**/*.yml")]
LINES = [line for path in sorted(FILES) for line in path.read_text("utf-8").split("\n") if re.search("[一-龥]", line)]
PURE = re.sub("[\x00-\x7f]", "", "".join(LINES))
FORMS: dict[str, Callable[[str], str]] = {
    "simplified": str,
    "Taiwan": OpenCC("s2tw").convert,
    "Hong Kong": OpenCC("s2hk").convert,
}
SAMPLES = 200
SIZES = (20, 25, 30, 40, 60, 100, 200, 500, 1000, 2000)


def samples(form: str, encoding: str, *, pure: bool) -> list[str]:
    """Pieces of 20 to 2,000 characters that the encoding can write: Chinese alone, or lines of records."""
    chance = Random(f"{form} {encoding}")  # noqa: S311  # the same every time is what is wanted
    pieces = []
    for size in (chance.choice(SIZES) for _ in range(SAMPLES)):
        start = chance.randrange(len(PURE) - size)
        piece = PURE[start : start + size] if pure else _lines(chance.randrange(len(LINES) - size), size)
        pieces.append(FORMS[form](piece).encode(encoding, "ignore").decode(encoding))
    return pieces


def _lines(first: int, size: int) -> str:
    """As many lines as it takes to have so many Chinese characters."""
    sizes = accumulate(len(re.findall("[^\x00-\x7f]", line)) for line in LINES[first:])
    return "\n".join(LINES[first : first + next(number for number, reached in enumerate(sizes, 1) if reached >= size)])


@pytest.mark.parametrize("pure", [True, False], ids=["Chinese", "records"])
@pytest.mark.parametrize(
    ("form", "encoding"),
    [
        *((form, encoding) for form in ("simplified", "Taiwan") for encoding in ("gbk", "gb18030", "utf-8")),
        *((form, encoding) for form in ("simplified", "Taiwan") for encoding in ("utf-16", "utf-16-le", "utf-16-be")),
        ("Taiwan", "cp950"),
        ("Taiwan", "big5"),
        ("Hong Kong", "big5hkscs"),
    ],
)
def test_an_encoding_is_never_told_wrongly_and_nearly_always_told(form: str, encoding: str, *, pure: bool) -> None:
    ends: Counter[str] = Counter()
    for text in samples(form, encoding, pure=pure):
        told = certain(text.encode(encoding))
        ends["not sure" if told is None else "right" if told.text == text else "wrong"] += 1
    assert ends["wrong"] == 0
    assert ends["right"] >= SAMPLES * 0.98, ends


@pytest.mark.parametrize(("form", "encoding"), [("simplified", "gbk"), ("Taiwan", "gbk"), ("Taiwan", "cp950")])
def test_a_line_with_a_few_characters_is_left_alone_or_written_anew_as_it_was(form: str, encoding: str) -> None:
    ends: Counter[str] = Counter()
    for line in Random(form).sample(LINES, 1000):  # noqa: S311  # as above
        text = FORMS[form](line).encode(encoding, "ignore").decode(encoding)
        raw = text.encode(encoding)
        new = utf8(raw)
        ends["not sure" if new == raw else "right" if new.decode() == text else "wrong"] += 1
    assert ends["wrong"] == 0
    assert ends["right"] >= 300, ends


JAPANESE = "選挙人名簿に登録されている者は、投票することができます。東京都千代田区、カタカナ、データ。"
OTHERS = {
    "cp932": JAPANESE,
    "euc_jp": JAPANESE,
    "euc_kr": "선거인명부에 등재된 사람은 투표할 수 있습니다 선거관리위원회는 매년 명부를 작성한다 서울특별시",
    "cp1251": "Избирательная комиссия объявляет результаты выборов депутатов районного совета",
    "koi8-r": "Избирательная комиссия объявляет результаты выборов депутатов районного совета",
    "cp1252": "Les électeurs inscrits peuvent voter à la mairie, résultats proclamés à côté du théâtre",
    "cp1253": "Οι ψηφοφόροι που είναι εγγεγραμμένοι στον εκλογικό κατάλογο",  # noqa: RUF001
}


@pytest.mark.parametrize(("encoding", "text"), OTHERS.items(), ids=OTHERS)
def test_what_is_no_chinese_is_never_taken_for_it(encoding: str, text: str) -> None:
    chance = Random(encoding)  # noqa: S311  # as above
    for _ in range(SAMPLES):
        start = chance.randrange(len(text) - 20)
        raw = f"title: {text[start : start + chance.choice((12, 20, 40, 80))]}\n".encode(encoding, "ignore")
        told = certain(raw)
        assert told is None or told.encoding == "utf-8", (raw, told)


def test_noise_is_no_text() -> None:
    chance = Random(2026)  # noqa: S311  # as above
    for _ in range(SAMPLES):
        size = chance.choice((10, 40, 200, 2000))
        assert certain(b"\xff" + chance.randbytes(size)) is None
        assert certain(bytes(chance.randrange(0xA1, 0xFF) for _ in range(size))) is None


def test_a_draft_and_a_record_are_read_in_one_encoding() -> None:
    for text in samples("Taiwan", "cp950", pure=True):
        assert likeliest(text.encode("cp950")).text == text


TRADITIONAL = (
    "title: 示例區選舉委員會第一次會議\ndate: 2016-06-02\nsort: 推進會\n"
    "summary: 研究選民登記和選區劃分，決定選民名單的公布日期。\nsource: report\nthemes: progress\n"
)


def test_a_big5_file_is_written_anew_as_the_characters_that_it_has(folder: Write) -> None:
    content = folder({})
    path = content / "meetings" / "b.yml"
    path.write_bytes(TRADITIONAL.encode("big5"))
    (told,) = reading(("meetings/b.yml", path.read_bytes())).findings
    assert (told.id, "文件编码是 Big5" in told.wrong) == ("S101", True)
    assert main(["fix", str(content), "--write"]) == CLEAN
    assert path.read_text("utf-8") == TRADITIONAL


@pytest.mark.parametrize(
    ("raw", "wrong"),
    [
        ("title: 會議\n".encode("big5"), "这里的字节不是文字"),  # two characters prove nothing
        ("name: 樓\n".encode("gbk"), "这里的字节不是文字"),
        (f"title: {JAPANESE}\n".encode("cp932"), "文件编码不是 UTF-8；可能是 Shift-JIS（日文），拿不准"),
        ("title: 研究选民登记和选区划分的会议".encode()[:-1] + b"\n", "这里的字节坏了，读不出是什么字；文件其余部分"),
        (TRADITIONAL.encode("big5")[:-80] + b"\xff" + TRADITIONAL.encode("big5")[-80:], "这里的字节不是文字"),
    ],
)
def test_where_it_is_not_certain_nothing_is_written_anew(raw: bytes, wrong: str) -> None:
    (told,) = reading(("meetings/b.yml", raw)).findings
    assert told.id == "S101"
    assert told.wrong.startswith(wrong)
    assert not told.fixes
    assert utf8(raw) == raw
