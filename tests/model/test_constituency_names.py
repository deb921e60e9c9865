"""Constituencies as offices call them: by figures, letters or characters, or by a name alone."""

import pytest

from huanjie.checks.report import check_folder
from huanjie.content.records import Records
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.numbering import places
from tests.conftest import Write
from tests.support.towns import TODAY, ids, messages, town

WITHOUT = "没有编号、编号不详的，删去 number 这一行，写 name（公布的名称）和 id（网址里用的英文，如 hongqilu）"
SHORT = "编号只写数、字母或者一两个汉字，如 12、A、甲、东-1；公布的是名称的，写在 name 里，删去 number 这一行"
ASCII = "只用小写英文字母、数字和连字符，定了以后不改）"
ODD = "里有不是编号的字或者符号；请写成"


def called(*lines: str, level: str = "县级") -> str:
    """Write a constituency that is called so, whose lists were published in time."""
    days = ("voter_list: 2016-06-01", "nominees_list: 2016-06-10", "candidates_list: 2016-06-20")
    first, *rest = (*lines, f"level: {level}", *days)
    return "".join([f"  - {first}\n", *(f"    {line}\n" for line in rest)])


def records_of(folder: Write, *files: dict[str, str | bytes]) -> Records:
    """Read a folder in which nothing is wrong."""
    report = check_folder(folder({path: text for several in files for path, text in several.items()}), TODAY)
    assert report.findings == ()
    return report.records


@pytest.mark.parametrize(
    ("lines", "slug", "heading"),
    [
        (["number: 12"], "county-12", "县级第 12 选区"),
        (["number: 12", "name: 城关第一选区"], "county-12", "县级第 12 选区（城关第一选区）"),
        (["number: A"], "county-a", "县级 A 选区"),
        (["number: b2", "name: 城关"], "county-b2", "县级 b2 选区（城关）"),
        (["number: 3-1"], "county-3-1", "县级第 3-1 选区"),
        (["number: 甲", "id: jia"], "county-jia", "县级甲选区"),
        (["number: 东-1", "id: dong-1"], "county-dong-1", "县级东-1选区"),
        (["number: A", "id: first"], "county-first", "县级 A 选区"),
        (["name: 红旗路社区选区", "id: hongqilu"], "county-hongqilu", "县级红旗路社区选区"),
        (["name: 红旗路社区", "id: hongqilu"], "county-hongqilu", "县级红旗路社区选区"),
    ],
)
def test_a_constituency_is_called_and_filed_as_it_was_announced(
    folder: Write, lines: list[str], slug: str, heading: str
) -> None:
    (found,) = records_of(folder, town(called(*lines))).of(Constituency)
    assert (found.slug, found.heading) == (f"town/{slug}", heading)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["number: unknown"], f"“unknown”不是编号；{WITHOUT}"),
        (["number: unreadable"], f"“unreadable”不是编号；{WITHOUT}"),
        (["number:"], f"这一栏是空的；{WITHOUT}"),
        (["number: ~"], f"这一栏是空的；{WITHOUT}"),
        (["number: 不详"], f"“不详”不是编号；{WITHOUT}"),
        (["number: 无"], f"“无”不是编号；{WITHOUT}"),
        (["number: 红旗路社区选区"], f"“红旗路社区选区”不是编号；{SHORT}"),
        (["number: 1.5万"], f"“1.5万”不是编号；{SHORT}"),
        (["number: 3/1"], f"“3/1”不是编号；{SHORT}"),
        (["number: 第选区"], f"“第选区”不是编号；{SHORT}"),
        (["number: 1234567890123"], f"“1234567890123”不是编号；{SHORT}"),
        (["number: 十二"], "“十二”没有用阿拉伯数字；请写阿拉伯数字，如 12"),
        (["number: 第十二选区"], "“第十二选区”没有用阿拉伯数字；请写阿拉伯数字，如 12"),
        (["number: 12号"], f"“12号”{ODD} 12"),
        (["number: 第12选区"], f"“第12选区”{ODD} 12"),
        (["number: 012"], f"“012”{ODD} 12"),
        (["number: 1,012"], f"“1,012”{ODD} 1012"),
        (["number: Ａ"], f"“Ａ”{ODD} A"),  # noqa: RUF001  # full-width, as offices type it
        (["number: 3—1"], f"“3—1”{ODD} 3-1"),
        (["number: 甲选区"], f"“甲选区”{ODD} 甲"),
        (["number: 甲"], "编号“甲”不能写进网址；请加一行 id: jia（" + ASCII),
        (
            ["name: 红旗路社区选区"],
            "没有编号的选区，网址里要有一个 id；请加一行 id: hongqilushequ（" + ASCII,
        ),
        (
            ["seats: 2"],
            "这个选区没有写编号；请写 number，如 number: 12；没有编号的，写 name（公布的名称）和 id",
        ),
    ],
)
def test_what_cannot_be_a_number_or_an_address_is_told_what_to_write(
    folder: Write, lines: list[str], message: str
) -> None:
    assert messages(folder, town(called(*lines))) == [message]


@pytest.mark.parametrize(
    "lines", [["name: 红旗路社区选区", "id: hongqilu"], ["number: 甲", "id: jia"], ["number: 1012"]]
)
def test_the_cure_that_a_finding_names_works(folder: Write, lines: list[str]) -> None:
    assert ids(folder, town(called(*lines))) == []


def test_numbers_sort_by_size_letters_and_stems_in_order_and_names_come_last(folder: Write) -> None:
    named = [["name: 红旗路社区", "id: hongqilu"], ["name: 道北", "id: daobei"]]
    lettered = [["number: 丙", "id: bing"], ["number: 甲", "id: jia"], ["number: B"], ["number: AA"], ["number: a2"]]
    numbered = [["number: 100"], ["number: 3-1"], ["number: 12"], ["number: 3"]]
    area = records_of(folder, town(*(called(*lines) for lines in [*named, *lettered, *numbered]))).get(Area, "town")
    ordered = sorted(area.constituencies, key=lambda one: one.order)
    assert [one.short_slug.removeprefix("county-") for one in ordered] == [
        *("3", "3-1", "12", "100", "a2", "b", "aa", "jia", "bing", "hongqilu", "daobei"),
    ]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (["100", "12"], [100, 12]),  # as they are, so that a table of figures alone stays as it was
        (["B", None, "A", "2"], [2, 3, 1, 0]),
        ([None, None], [0, 1]),
        (["甲", "丁", "乙", "丙"], [0, 3, 1, 2]),
    ],
)
def test_a_table_is_sorted_by_the_number(numbers: list[str | None], found: list[int]) -> None:
    assert places(numbers) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (["number: A"], ["number: B"], []),
        (["number: A"], ["number: A", "id: other"], ["C204"]),
        (["number: A"], ["number: a", "id: other"], ["C204"]),
        (["number: 甲", "id: jia"], ["number: 甲", "id: jia-2"], ["C204"]),
        (["number: 12"], ["name: 机关选区", "id: jiguan"], []),
        (["name: 机关选区", "id: jiguan"], ["name: 学校选区", "id: xuexiao"], []),
        (["name: 机关选区", "id: jiguan"], ["name: 机关选区", "id: jiguan-2"], ["C204"]),
        (["name: 机关选区", "id: jiguan"], ["name: 机关", "id: jiguan-2"], ["C204"]),  # called alike on every page
        (["number: 1", "name: 机关选区"], ["number: 2", "name: 机关选区"], []),  # told apart by their numbers
        (["name: 机关选区", "id: jiguan"], ["name: 学校选区", "id: jiguan"], ["R102"]),
        (["number: A"], ["number: a"], ["R102"]),
    ],
)
def test_two_constituencies_that_cannot_be_told_apart_are_told(
    folder: Write, first: list[str], second: list[str], found: list[str]
) -> None:
    assert ids(folder, town(called(*first), called(*second))) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["number: 12"], ["C204"]),  # figures go through the whole county
        (["number: A"], []),  # letters begin again in each area, as names do
        (["number: 甲", "id: jia"], []),
        (["name: 机关选区", "id: jiguan"], []),
    ],
)
def test_letters_and_names_are_compared_within_an_area(folder: Write, lines: list[str], found: list[str]) -> None:
    assert ids(folder, town(called(*lines)), town(called(*lines), name="other")) == found
