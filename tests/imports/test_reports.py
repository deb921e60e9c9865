"""Pasted reports become draft meeting records: everything right, every doubtful place marked, nothing dropped."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.imports.reports import NoReportError, draft
from huanjie.imports.reports.cleaning import clean
from huanjie.imports.reports.decoding import decode
from huanjie.imports.reports.people import People, Person, people
from huanjie.model.marks import marks
from tests.support import reports

SAMPLES = [reports.raw(name) for name in reports.NAMES]
# What a sentence is held together by once names, posts, days and titles are taken out of it.
GLUE = set("一二三四五六七八九十第年月日时分点半人名至共还就并作了的在以由对关于上中要是等他她有与")
GLUE |= set(
    "负责会议主持召开举行出席参加列席强调要求指出说提讲话明确决定听取汇报方式具体意见应实到员发言先后首其次最来源作者记本讯通布间计"
)


def said(raw: str) -> list[str]:
    """All marks in a draft of a report."""
    return [why for line in draft(raw.encode()).text.split("\n") if line[:1] != "#" for why in marks(line)]


@pytest.mark.parametrize("name", reports.NAMES)
def test_a_draft_says_what_a_record_made_by_hand_says(name: str, tmp_path: Path) -> None:
    made = reports.meeting(draft(reports.raw(name)).text, tmp_path)
    assert reports.pairs(made) == reports.expected(name, tmp_path)


@pytest.mark.parametrize("name", reports.NAMES)
def test_everything_a_report_says_is_in_the_draft_but_for_what_holds_its_sentences_together(name: str) -> None:
    raw = reports.raw(name)
    kept = re.sub(r"[^\u3400-\u9fff0-9\n]", "", draft(raw).text)
    for clause in re.split(r"[^\u3400-\u9fff]+", clean(decode(raw)).text):
        pairs = [clause[at : at + 2] in kept for at in range(-1, len(clause))]
        missing = {one for at, one in enumerate(clause) if not (pairs[at] or pairs[at + 1])}
        assert missing <= GLUE, clause


def test_both_unreadable_places_of_the_damaged_report_are_marked() -> None:
    text = draft(reports.raw("damaged")).text
    unreadable = [why for line in text.split("\n") if line[:1] != "#" for why in marks(line) if why.startswith("读到")]
    assert [why.split("，")[0] for why in unreadable] == ["读到“;鶎哟硖貏e”", "读到“。ㄇ刂輩^”"]


def test_the_words_of_the_page_that_the_draft_does_not_know_are_told_at_its_end() -> None:
    _, _, left = draft(reports.raw("township")).text.partition("# 原文里还有这些话")
    assert left.split("\n")[1:-1] == ["# 本网讯 近日，"]


REPORT = "6月8日，示例区召开换届选举工作推进会。会议由区人大常委会主任谷正山主持。"


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (REPORT + "区委书记程立新强调，一是认真，三是准时。", "编号从一到三，中间可能缺了，或者另起了一组"),
        (REPORT + "区委书记程立新提出三点要求：一是认真，二是准时。", "原文说有3点，这里读到2点"),
        (REPORT + "区委书记程立新讲话。二是准时。", "这一条编号是二，前面的没有找到"),
        (REPORT + "会议强调，要准时。", "没有认出讲话人"),
        (REPORT + "区委书记强调，要准时。", "没有认出姓名"),
        (REPORT + "区委常委、宣传部韦振东强调，要准时。", "“宣传部”只写了单位，没有写职务"),
        (REPORT + "霍志强参加会议。", "没有写职务"),
        (REPORT + "区委书记程立新、贺长明参加会议。", "原文的“区委书记”写在程立新前面，是不是也指贺长明"),
        (REPORT.replace("8日", "□日"), "没有找到会议日期"),
        (REPORT.replace("示例区", "昨天，示例区"), "原文写“昨天”，日期读的是“6月8日”，可能要前推一天"),
        ("今天下午开了个会。", "没有找到会议名称"),
        (REPORT.replace("谷正山", "谷锟斤拷山"), "读到“锟斤拷”，读不出是什么字，请看原件"),
    ],
)
def test_a_doubtful_place_is_marked_with_the_reason(report: str, why: str) -> None:
    assert why in said(report)
    assert why not in said(REPORT)


@pytest.mark.parametrize(
    "says",
    [
        "讲话，要求：",
        "讲话，强调：",
        "讲话，指出，",
        "讲话时强调，",
        "讲话要求，",
        "作了讲话，要求：",
        "作了重要讲话。",
        "发表讲话，要求：",
        "在讲话中指出，",
        "讲话，并提出要求：",
        "讲话。",
    ],
)
def test_who_speaks_with_post_and_name_has_what_follows(says: str, tmp_path: Path) -> None:
    report = f"{REPORT}区选举委员会主任李秀兰{says}一是完成登记；二是逐户打电话核对。"
    (speech,) = reports.meeting(draft(report.encode()).text, tmp_path).speeches
    assert (str(speech.speaker.name), [str(one.text) for one in speech.points]) == (
        "李秀兰",
        ["完成登记", "逐户打电话核对。"],
    )


def test_what_is_asked_in_a_speech_without_numbers_is_in_it(tmp_path: Path) -> None:
    report = f"{REPORT}区选举委员会主任李秀兰讲话，要求登记不漏一户。"
    (speech,) = reports.meeting(draft(report.encode()).text, tmp_path).speeches
    assert [str(one.text) for one in speech.points] == ["登记不漏一户。"]


@pytest.mark.parametrize(
    ("decided", "text", "owner"),
    [
        ("每周一报一次进度，由选举办负责。", "每周一报一次进度。", ["选举办"]),
        ("每周一报一次进度，由选举办、民政局负责落实。", "每周一报一次进度。", ["选举办", "民政局"]),
        ("每周一报一次进度，由选举办和民政局共同负责。", "每周一报一次进度。", ["选举办", "民政局"]),
        ("登记由和平街道负责。", "登记由和平街道负责。", ["和平街道"]),
        ("各村张榜。", "各村张榜。", []),
        ("由主要负责同志签字。", "由主要负责同志签字。", []),
    ],
)
def test_who_is_to_do_what_was_decided_is_its_owner(decided: str, text: str, owner: list[str], tmp_path: Path) -> None:
    (decision,) = reports.meeting(draft(f"{REPORT}会议决定{decided}".encode()).text, tmp_path).decisions
    assert (str(decision.text), [*map(str, decision.owner)]) == (text, owner)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize(
    ("right", "wrong"), [("utf-8", "utf-8"), ("utf-8", "latin-1"), ("gbk", "latin-1"), ("gbk", "cp1252")]
)
def test_a_report_is_the_same_in_every_encoding_and_after_every_wrong_one(
    encoding: str, right: str, wrong: str
) -> None:
    pasted = REPORT.encode(right).decode(wrong)
    assert draft(pasted.encode(encoding)) == draft(REPORT.encode())


def test_of_a_report_that_lost_bytes_in_the_wrong_encoding_only_the_characters_hit_are_lost() -> None:
    whole = decode(reports.raw("deploy")).replace("\n", "")
    found = decode(whole.encode().decode("gbk", "replace").encode())
    kept = "".join(re.escape(part) + ".{0,3}?" for part in re.split("\ufffd+", found))
    assert re.fullmatch(kept, whole)
    assert len(whole) * 0.75 < len(found.replace("\ufffd", ""))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("市委常委、区委书记雷鸣", People([Person("雷鸣", ("市委常委", "区委书记"))])),
        ("区法院院长、区检察院检察长", People(posts=["区法院院长", "区检察院检察长"])),
        ("各乡镇党委书记、人大主席", People(groups=["各乡镇党委书记、人大主席"])),
        ("副区长尹素兰、蒲国平", People([Person("尹素兰", ("副区长",)), Person("蒲国平", ("副区长",))])),
        ("区委副书记阿依古丽·买买提", People([Person("阿依古丽·买买提", ("区委副书记",))])),
        ("副主任欧阳春", People([Person("欧阳春", ("副主任",))])),
        ("各部门要保障经费", People()),
        ("选民名单公布以后", People()),
        ("", People()),
    ],
)
def test_people_posts_and_batches_are_told_apart(text: str, named: People) -> None:
    assert people(text) == named


@pytest.mark.parametrize(
    "odd",
    [
        "6月8日，示例区召开-第二次会议。",  # a dash in front, which a list has
        "区委书记程立新强调，一是~，二是null。",
        "区委书记程立新强调，一是\u00a0，二是。",
        '区委书记程立新强调，{\ufffd"颺\ufffd: #}',
        "各村村主任共06人参加会议。",
        "各村村主任约三十人参加会议。",
        "发布时间：6026-12-08\n6月8日，示例区召开会议。",
        "2月30日，示例区召开会议。",
        "发布时间：2027-01-05\n2月29日，示例区召开会议。",
        "\ue000\uf8ff锟斤拷\x00会",
        "🗳️ 区委书记程立新强调，要准时。\u202e\u2028",
    ],
)
def test_odd_texts_become_drafts_that_can_be_checked(odd: str, tmp_path: Path) -> None:
    assert reports.meeting(draft(odd.encode()).text, tmp_path).draft


@pytest.mark.parametrize(
    ("published", "held", "day"),
    [
        ("2026-10-14", "10月12日", "2026-10-12"),
        ("2027-01-05", "12月30日", "2026-12-30"),  # the last such day before
        ("2027-01-05", "2月29日", "unknown-02-29"),  # 2026 has none
        ("不详", "10月12日", "unknown-10-12"),
        ("2027-01-05", "2026年10月12日", "2026-10-12"),
        ("2027-01-05", "二〇二六年十月十二日", "2026-10-12"),
        ("2027-01-05", "近日", "unknown"),
    ],
)
def test_a_missing_year_is_inferred_from_the_day_of_publication_and_said_to_be(
    published: str, held: str, day: str
) -> None:
    made = draft(f"来源：石里发布 发布时间：{published}\n{held}，示例区召开推进会。".encode())
    assert made.slug == day
    assert ("inferred: " in made.text) == (held in ("10月12日", "12月30日") and day != "unknown-10-12")


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A report with pieces cut out, doubled, put elsewhere or replaced by any bytes."""
    raw = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 400)))
        piece = draw(st.sampled_from((b"", raw[start:end] * 2, raw[end : end + 40])) | st.binary(max_size=20))
        raw = raw[:start] + piece + raw[end:]
    return raw


@given(raw=spoilt() | st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_become_a_draft_that_can_be_checked_or_are_refused(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        text = draft(raw).text
    except NoReportError:
        return
    assert reports.meeting(text, tmp_path_factory.mktemp("content")).draft


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("選民什么时候投票，怎么投", "选民什么时候投票，怎么投"),  # half of it was simplified already
        ("乾燥的天氣，乾坤", "干燥的天气，乾坤"),
        ("皇后在後面，里長在裡面", "皇后在后面，里长在里面"),
        ("著名的著作，看著選票", "著名的著作，看着选票"),
        ("週六復查複印的選票", "周六复查复印的选票"),
    ],
)
def test_traditional_characters_are_turned_by_the_phrase(traditional: str, simplified: str) -> None:
    assert clean(traditional).text == simplified
