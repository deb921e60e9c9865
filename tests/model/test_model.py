"""What can be written down: days, times, counts, facts and the short forms of records."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from huanjie import model
from huanjie.content.loading import load
from huanjie.content.records import references
from huanjie.imports.tables.mapping import Mapping
from huanjie.model import KINDS
from huanjie.model.articles import ArticleText
from huanjie.model.base import FAULTS, FieldGroup
from huanjie.model.clocks import clock
from huanjie.model.days import Day, day
from huanjie.model.election import Election
from huanjie.model.facts import Facts, Gap, Ref
from huanjie.model.meetings import Meeting
from huanjie.model.nominations import Candidate
from huanjie.model.people import Person
from huanjie.model.values import Count, Flag, Line, Prose, Slug
from huanjie.yaml_text import Fields, Items, Place, Text, Value, read
from tests.conftest import Write

MEETING = "meetings/2016-05-31.yml"


def typed(text: str, file: str = "a.yml") -> Text:
    return Text(text, Place(file, 1, 1, len(text)))


def full_width(text: str) -> str:
    """What a Chinese input method types for digits and points."""
    return "".join(chr(ord(char) + 0xFEE0) for char in text)


def taken_or_told(make: Callable[[], object]) -> tuple[object, str, str]:
    """What was made; or else the id and the fix of the only thing refused."""
    try:
        return make(), "", ""
    except PydanticCustomError as error:
        return None, error.type, (error.context or {})["right"]
    except ValidationError as error:
        (detail,) = error.errors()
        return None, detail["type"], detail["ctx"]["right"]


def refusal(make: Callable[[], object]) -> tuple[str, str, str]:
    """The id, what is wrong and what would be right of the only thing refused."""
    with pytest.raises((PydanticCustomError, ValidationError)) as raised:
        make()
    if isinstance(raised.value, ValidationError):
        (detail,) = raised.value.errors()
        return detail["type"], detail["ctx"]["wrong"], detail["ctx"]["right"]
    assert isinstance(raised.value, PydanticCustomError)
    context = raised.value.context or {}
    return raised.value.type, context["wrong"], context["right"]


# ---- Days ----


@pytest.mark.parametrize(
    ("text", "meant", "exact"),
    [
        ("2016-05-31", Day(2016, 5, 31), date(2016, 5, 31)),
        ("2016-05", Day(2016, 5), None),
        ("2016", Day(2016), None),
        ("unknown-05-31", Day(0, 5, 31), None),
        ("unknown-02-29", Day(0, 2, 29), None),  # some year has it
        ("2016-02-29", Day(2016, 2, 29), date(2016, 2, 29)),
        ("1949-01-01", Day(1949, 1, 1), date(1949, 1, 1)),
        ("2100-12-31", Day(2100, 12, 31), date(2100, 12, 31)),
        (" 2016-05-31 ", Day(2016, 5, 31), date(2016, 5, 31)),
    ],
)
def test_a_day_says_how_exact_it_is(text: str, meant: Day, exact: date | None) -> None:
    assert day(typed(text)) == meant
    assert day(typed(text)).exact == exact
    assert str(meant) == text.strip()


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("2016.5.31", "2016-05-31"),
        ("2016/5/31", "2016-05-31"),
        ("2016-5-31", "2016-05-31"),
        ("16.5.31", "2016-05-31"),
        ("98年5月31日", "1998-05-31"),
        ("2016年5月31日", "2016-05-31"),
        ("2016 年 5 月 31 日", "2016-05-31"),
        ("2016年5月31号", "2016-05-31"),
        ("2016年5月31日（星期二）", "2016-05-31"),
        ("2016年5月31日上午", "2016-05-31"),
        ("二〇一六年五月三十一日", "2016-05-31"),
        ("二零一六年十月二十一日", "2016-10-21"),
        (full_width("2016.5.31"), "2016-05-31"),
        ("2016—05—31", "2016-05-31"),
        ("“2016-05-31”", "2016-05-31"),
        ("20160531", "2016-05-31"),
        ("2016/5/31 0:00", "2016-05-31"),  # pasted from a spreadsheet
        ("2016-05-31T09:00:00", "2016-05-31"),
        ("2016年5月", "2016-05"),
        ("2016.5", "2016-05"),
    ],
)
def test_a_day_as_offices_write_it_is_told_the_form_to_type(text: str, fix: str) -> None:
    assert refusal(lambda: day(typed(text))) == ("M103", f"日期“{text}”的写法不对", f"请写成 {fix}")
    assert str(day(typed(fix))) == fix


@pytest.mark.parametrize("text", ["5月31日", "5.31", "五月三十一日", "5 月 31 日"])
def test_a_day_without_a_year_takes_it_from_the_name_of_the_file(text: str) -> None:
    wrong = f"日期“{text}”没有年份"
    unknown = '年份不详时写 "unknown-05-31"'
    named = refusal(lambda: day(typed(text, "meetings/2016-05-31.yml")))
    assert named == ("M103", wrong, f"请写成 2016-05-31，{unknown}")
    for file in ("election.yml", "meetings/2016-06-01.yml"):
        told = refusal(lambda: day(typed(text, file)))  # noqa: B023  # called at once
        assert told == ("M103", wrong, f"请写成 年份-05-31，如 2016-05-31；{unknown}")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2016-02-30", "日期“2016-02-30”不存在：这个月只有 29 天"),
        ("2015-02-29", "日期“2015-02-29”不存在：这个月只有 28 天"),
        ("unknown-02-30", "日期“unknown-02-30”不存在：这个月只有 29 天"),
        ("2016-5-32", "日期“2016-5-32”不存在：这个月只有 31 天"),
        ("6月31日", "日期“6月31日”不存在：这个月只有 30 天"),
        ("2016-00-10", "日期“2016-00-10”没有这个月"),
        ("2016-13", "日期“2016-13”没有这个月"),
        ("2016年13月", "日期“2016年13月”没有这个月"),
        ("2016-05-00", "日期“2016-05-00”不存在：这个月没有 0 日"),
        ("1948-12-31", "日期“1948-12-31”的年份不像真的"),
        ("2101-01-01", "日期“2101-01-01”的年份不像真的"),
        ("0000-01-01", "日期“0000-01-01”的年份不像真的"),
        ("unknown-05", "日期“unknown-05”没有年份"),
        ("六月底", "日期“六月底”读不懂"),
        ("不详", "日期“不详”读不懂"),
    ],
)
def test_a_day_that_is_none_is_never_repaired_into_another(text: str, wrong: str) -> None:
    name, told, right = refusal(lambda: day(typed(text)))
    assert (name, told) == ("M103", wrong)
    assert re.search(r"年份|2016-05", right)


@given(st.dates(date(1949, 1, 1), date(2100, 12, 31)))
def test_every_day_is_written_as_it_is_read(one: date) -> None:
    assert day(typed(one.isoformat())).exact == one
    assert str(day(typed(one.isoformat()))) == one.isoformat()


def test_days_are_in_the_order_of_the_calendar() -> None:
    first = date(2016, 1, 1)
    several = [day(typed((first + timedelta(number)).isoformat())) for number in range(366)]
    assert sorted(several) == several


CALENDAR = "0123456789-./年月日号 上午时点分半：:一二十〇unknown“”（）周"


@given(st.text(CALENDAR, max_size=16) | st.text(max_size=30))
def test_any_text_is_a_day_or_told_a_form_that_is_one(text: str) -> None:
    taken, name, right = taken_or_told(lambda: day(typed(text)))
    assert name in ("", "M103", "M104")
    assert taken is None or str(taken) == text.strip()
    if found := re.match(r"请写成 (\d{4}(?:-\d\d)+)(?=$|，)", right):
        day(typed(found[1]))


# ---- Times of day ----


@pytest.mark.parametrize("text", ["00:00", "09:00", "23:59"])
def test_a_time_of_day_is_written_as_it_is_read(text: str) -> None:
    assert str(clock(typed(text))) == text


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("9:00", "09:00"),
        ("9：00", "09:00"),
        (full_width("9") + ":00", "09:00"),
        ("9点", "09:00"),
        ("9时30分", "09:30"),
        ("上午九点", "09:00"),
        ("上午9点半", "09:30"),
        ("下午两点半", "14:30"),
        ("下午2:30", "14:30"),
        ("下午14:30", "14:30"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("晚上十一点", "23:00"),
        ("十二点整", "12:00"),
    ],
)
def test_a_time_as_people_say_it_is_told_the_form_to_type(text: str, fix: str) -> None:
    assert refusal(lambda: clock(typed(text))) == ("M107", f"时间“{text}”的写法不对", f"请写成 {fix}")
    assert str(clock(typed(fix))) == fix


@pytest.mark.parametrize("text", ["24:00", "09:60", "25点", "晚上12点", "11:30-09:00", "上午"])
def test_a_time_that_could_be_another_is_not_guessed(text: str) -> None:
    wrong, right = f"时间“{text}”读不懂", "请用 24 小时制写成 时:分，如 09:00 或 14:30"
    assert refusal(lambda: clock(typed(text))) == ("M107", wrong, right)


@given(st.text(CALENDAR, max_size=12) | st.text(max_size=30))
def test_any_text_is_a_time_or_told_a_form_that_is_one(text: str) -> None:
    taken, name, right = taken_or_told(lambda: clock(typed(text)))
    assert name in ("", "M107", "M104")
    assert taken is None or str(taken) == text.strip()
    if found := re.fullmatch(r"请写成 (\d\d:\d\d)", right):
        clock(typed(found[1]))


# ---- Plain values ----


def take(kind: Any, value: Value) -> Any:  # noqa: ANN401  # any annotation, any value
    return TypeAdapter(kind, config={"arbitrary_types_allowed": True}).validate_python(value)


@given(st.integers(0, 9_999_999_999))
def test_every_count_is_written_as_it_is_read(number: int) -> None:
    assert take(Count, typed(str(number))) == number


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("501,924", "“501,924”不是纯数字", "请写成 501924，不带单位、逗号和空格"),
        ("501,924人", "“501,924人”不是纯数字", "请写成 501924，不带单位、逗号和空格"),
        ("501，924", "“501，924”不是纯数字", "请写成 501924，不带单位、逗号和空格"),
        ("501 924", "“501 924”不是纯数字", "请写成 501924，不带单位、逗号和空格"),
        (full_width("206"), f"“{full_width('206')}”不是纯数字", "请写成 206，不带单位、逗号和空格"),
        ("007", "“007”不是纯数字", "请写成 7，不带单位、逗号和空格"),
        ("222名", "“222名”不是纯数字", "请写成 222，不带单位、逗号和空格"),
        ("50.2万人", "“50.2万人”不是纯数字", "请写成完整的数；只知道约数时写 502000，并在 about 里照来源写“50.2万人”"),
        ("约500人", "“约500人”不是纯数字", "请写成完整的数；只知道约数时写 500，并在 about 里照来源写“约500人”"),
        ("500多", "“500多”不是纯数字", "请写成完整的数；只知道约数时写 500，并在 about 里照来源写“500多”"),
        ("10000000000", "“10000000000”比全国人口还多", None),  # one digit over the limit above
        ("9" * 400 + "万", f"“{'9' * 24}…”不是数", None),
        ("1.5", "“1.5”不是数", "请写阿拉伯数字，如 120；不详写 unknown，不要写 0"),
        ("-5", "“-5”不是数", "请写阿拉伯数字，如 120；不详写 unknown，不要写 0"),
        ("二十", "“二十”不是数", "请写阿拉伯数字，如 120；不详写 unknown，不要写 0"),
        ("1,2", "“1,2”不是数", "请写阿拉伯数字，如 120；不详写 unknown，不要写 0"),
    ],
)
def test_a_count_as_offices_write_it_is_told_the_form_to_type(text: str, wrong: str, right: str | None) -> None:
    name, told, fix = refusal(lambda: take(Count, typed(text)))
    assert (name, told) == ("M105", wrong)
    assert right in (None, fix)


YEAR = "请写年份，如 1985；不详就删去这一行"


@pytest.mark.parametrize(
    ("model", "field", "text", "wrong", "right"),
    [
        (Candidate, "born", "unknown", "“unknown”不是数", YEAR),
        (Candidate, "born", "", "这一栏是空的", YEAR),
        (Mapping, "year", "unknown", "“unknown”不是数", "请写数，如 3；不写就删去这一行"),
        (Candidate, "born", "1985年", "“1985年”不是数", YEAR),
        (ArticleText, "number", "unknown", "“unknown”不是数", "请写第几条，如 28"),
    ],
)
def test_a_number_that_cannot_be_unknown_is_told_what_to_write_instead(
    model: type[FieldGroup], field: str, text: str, wrong: str, right: str
) -> None:
    info = model.model_fields[field]
    name, told, fix = refusal(lambda: take(Annotated[info.annotation, *info.metadata, ""], typed(text)))
    assert (name, told, fix) == ("M105" if text else "M104", wrong, right)


@given(st.text("0123456789,，.万亿人名约多 -", max_size=30) | st.text(max_size=30))
def test_any_text_is_a_count_or_is_told(text: str) -> None:
    taken, name, _ = taken_or_told(lambda: take(Count, typed(text)))
    assert name in ("", "M104", "M105")
    assert taken is None or str(taken) == text.strip()


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        (Line, " 一  二 ", "一 二"),
        (Prose, "一\n二\n", "一\n二\n"),
        (Slug, "report-2016-05-31", "report-2016-05-31"),
        (Flag, "yes", True),
        (Flag, "是", True),
        (Flag, "False", False),
        (Flag, "否", False),
    ],
)
def test_plain_values_are_taken(kind: Any, text: str, meant: object) -> None:  # noqa: ANN401  # any annotation
    assert take(kind, typed(text)) == meant


NOWHERE = Place("a.yml")
EMPTY = ("M104", "这一栏是空的", "请填写内容；没有这一项时删去这一行，不详时写 unknown")


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        (Line, typed(""), EMPTY),
        (Line, typed("null"), EMPTY),
        (Prose, typed("~"), EMPTY),
        (Line, typed("一\n二"), ("M104", "“一 二”有好几行", "这一栏只写一行；可以写几条时，每条一行，前面写“- ”")),
        (Line, typed("-一"), ("M104", "“-一”以“-”开头", "列表请写成“- 内容”：半角连字符加一个空格")),
        (Prose, Items([], NOWHERE), ("M104", "这里应是一段文字，写成了列表", "请去掉“- ”或者方括号，写成一段文字")),
        (Prose, Fields({}, NOWHERE), ("M104", "这里应是一段文字，写成了一组栏目", "以 { 开头的文字请放进半角双引号")),
        (
            Prose,
            Fields({"一是": typed("二")}, NOWHERE),
            ("M104", "这里应是一段文字，写成了一组栏目", "内容里有“一是: ”这样的冒号时，请把整段放进半角双引号"),
        ),
        (
            Slug,
            typed("Report_2016"),
            ("M108", "编号“Report_2016”里有不能用的字符", "只用小写英文字母、数字和连字符，如 report-2016"),
        ),
        (
            Slug,
            typed("报道"),
            ("M108", "编号“报道”里有不能用的字符", "只用小写英文字母、数字和连字符，如 report-2016-05-31"),
        ),
        (Flag, typed("草稿"), ("M109", "“草稿”不是是或否", "请写 yes（是）或 no（否）")),
    ],
)
def test_plain_values_are_refused_with_a_cure(kind: Any, value: Value, told: tuple[str, str, str]) -> None:  # noqa: ANN401
    assert refusal(lambda: take(kind, value)) == told


# ---- Facts ----


def facts(text: str) -> Facts[int]:
    """What a record that says `value: ...` states."""
    value = read("a.yml", f"value: {text}\n".encode())
    assert isinstance(value, Fields)
    taken: Facts[int] = take(Facts[Count], value["value"])
    return taken


UNKNOWN, UNREADABLE = Gap.UNKNOWN, Gap.UNREADABLE


@pytest.mark.parametrize(
    ("text", "values", "gaps", "disagree"),
    [
        ("20", (20,), (), False),
        ("{value: 20, source: report, note: 照录}", (20,), (), False),
        ("[20, 21]", (20, 21), (), True),
        ("[20, {value: 20, source: report}]", (20,), (), False),  # two sources that agree
        ("[{value: 21}, {value: 20}, {value: 21}]", (21, 20), (), True),
        ("unknown", (), (UNKNOWN,), False),
        ("unreadable", (), (UNREADABLE,), False),
        ("{value: unknown, note: 没有写}", (), (UNKNOWN,), False),
        ("[20, unknown]", (20,), (UNKNOWN,), False),  # one source is silent, the other is not contradicted
        ("0", (0,), (), False),  # nought is a statement, not a gap
    ],
)
def test_facts_are_the_values_stated_and_why_others_are_missing(
    text: str, values: tuple[int, ...], gaps: tuple[Gap, ...], *, disagree: bool
) -> None:
    stated = facts(text)
    assert stated.values == values
    assert tuple(gap.value for gap in stated.gaps) == gaps
    assert stated.disagree is disagree
    assert {fact.value for fact in stated} == {*values}


def test_a_fact_knows_its_source_its_notes_and_where_its_value_was_typed() -> None:
    first, second = facts("[20, {value: 21, source: report, note: 照录, inferred: 由此推定}]")
    assert (first.at, first.typed, first.source, first.note) == (Place("a.yml", 1, 9, 2), "20", None, None)
    assert (second.at, second.typed) == (Place("a.yml", 1, 21, 2), "21")
    assert second.source == Ref("sources", "report", Place("a.yml", 1, 33, 6))
    assert (second.note, second.inferred) == ("照录", "由此推定")


def test_a_list_of_nothing_states_nothing_and_is_refused() -> None:
    assert refusal(lambda: facts("[]")) == EMPTY


# ---- Records ----


def record(kind: type[FieldGroup], text: str) -> FieldGroup:
    value = read("a.yml", text.encode())
    assert isinstance(value, Fields)
    return kind.model_validate(next(iter(value.values())))


@pytest.mark.parametrize("text", ["chair: 张三\n", "chair: {name: 张三}\n", "chair:\n  name: 张三\n"])
def test_a_person_may_be_only_a_name(text: str) -> None:
    person = record(Person, text)
    assert isinstance(person, Person)
    assert (person.name, person.posts) == ("张三", ())


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("chair: {name: 张三, posts: 区长}", ["区长"]),
        ("chair: {name: 张三, posts: [区委副书记, 区长]}", ["区委副书记", "区长"]),
        ("chair: {name: 张三, posts: [{value: 区长, note: 没有写全}, unknown]}", ["区长", Gap.UNKNOWN]),
    ],
)
def test_a_person_holds_one_post_or_several(text: str, posts: list[object]) -> None:
    person = record(Person, text)
    assert isinstance(person, Person)
    assert [post.value for post in person.posts] == posts


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("chair: 张三、李四", "“张三、李四”像是几个人的姓名", "请一人一条，如 [张三, 李四]"),
        ("chair: 张三，李四，王五", "“张三，李四，王五”像是几个人的姓名", "请一人一条，如 [张三, 李四, 王五]"),
        ("chair:\n  张三\n  李四", "“张三 李四”写了好几行，像是几个人的姓名", "请一人一条，每条前面写“- ”"),
    ],
)
def test_several_people_are_not_one_name(text: str, wrong: str, right: str) -> None:
    assert refusal(lambda: record(Person, text)) == ("M111", wrong, right)


@pytest.mark.parametrize("name", ["张三", "阿不都·买买提", "张某某"])
def test_a_name_is_taken_as_it_is_written(name: str) -> None:
    person = record(Person, f"chair: {name}")
    assert isinstance(person, Person)
    assert person.name == name


def test_points_are_numbered_in_the_order_and_nesting_of_the_source(folder: Write) -> None:
    content = folder({})
    meeting = content / MEETING
    speeches = "speeches:\n  - speaker: 张三\n    points:\n      - 一\n      - title: 二\n        points: [甲, 乙]\n"
    meeting.write_text(meeting.read_text("utf-8") + speeches, "utf-8")
    (loaded,) = load(content)[0].of(Meeting)
    assert [(name, point.text or point.title) for name, point in loaded.points if hasattr(point, "text")] == [
        ("speech-1-1", "一"),
        ("speech-1-2", "二"),
        ("speech-1-2-1", "甲"),
        ("speech-1-2-2", "乙"),
    ]


def test_references_are_found_however_deep(folder: Write) -> None:
    (election,) = load(folder({}))[0].of(Election)
    assert [(ref.kind, ref.slug) for ref in references(election)] == [("sources", "report"), ("sources", "bulletin")]


def test_records_are_frozen(folder: Write) -> None:
    (election,) = load(folder({}))[0].of(Election)
    with pytest.raises(ValidationError):
        election.title = typed("另一次")  # type: ignore[misc]  # mypy knows it too


def fields() -> list[tuple[str, str, str]]:
    """Every field of every record with its description."""
    found: dict[type[FieldGroup], None] = {}
    waiting: list[type[FieldGroup]] = [*KINDS.values()]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found[kind] = None
            waiting += [one for one in FieldGroup.__subclasses__() if one.__module__ == kind.__module__]
    return [
        (kind.__name__, name, field.description or "") for kind in found for name, field in kind.model_fields.items()
    ]


@pytest.mark.parametrize(("kind", "name", "description"), fields())
def test_every_field_says_in_one_sentence_what_goes_there(kind: str, name: str, description: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]", description), f"{kind}.{name}"


def test_every_id_has_a_sentence() -> None:
    assert all(sentence.endswith("。") for sentence in FAULTS.values())
    package = Path(model.__file__).parents[1]
    code = "".join(
        path.read_text("utf-8") for path in (*package.glob("model/*.py"), package / "content" / "model_errors.py")
    )
    assert [name for name in FAULTS if code.count(f'"{name}"') < len(("sentence", "use"))] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unknown", ("M103", "“unknown”不是日期")),
        ("unreadable", ("M103", "“unreadable”不是日期")),
        ("", ("M104", "这一栏是空的")),
    ],
)
def test_the_day_that_a_site_is_shown_for_cannot_be_unknown(text: str, told: tuple[str, str]) -> None:
    info = Election.model_fields["shown_as_of"]
    right = "请写日期，如 2026-11-24；按今天的情况显示的，删去这一行"
    assert refusal(lambda: take(Annotated[info.annotation, *info.metadata, ""], typed(text))) == (*told, right)
