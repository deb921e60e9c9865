"""References to the numbers of law in prose: which are found, what each means in each version, how it is written."""

from datetime import date

import pytest

from huanjie.law.pack import legal_rules
from huanjie.law.references import filled, named, references, resolve
from huanjie.law.statute import Statute

IN_2016, IN_2021, IN_2026 = Statute(date(2016, 6, 28)), Statute(date(2021, 9, 28)), Statute(date(2026, 11, 18))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不超过 {proxy-limit.count} 人", [("proxy-limit", "count")]),
        ("{a.b}{c.d}", [("a", "b"), ("c", "d")]),
        (
            "{public-security-penalty.serious.fine_max_yuan}",
            [("public-security-penalty", "serious.fine_max_yuan")],
        ),
        ("{ proxy-limit.count }", [("proxy-limit", "count")]),  # spaces do no harm
        ("{Proxy_limit.count}", [("Proxy_limit", "count")]),  # a slip, which Q204 tells of
        ("{proxy-limit}", []),
        ("{proxy-limit.}", []),
        ("{.count}", []),
        ("{proxy-limit..count}", []),
        ("{proxy-limit.人数}", []),
        ("{proxy-limit.count", []),
        ("{{proxy-limit.count}}", [("proxy-limit", "count")]),
        ("集合 {甲, 乙}", []),
        ("{}", []),
        ("", []),
    ],
)
def test_a_reference_is_a_rule_and_a_name_in_braces(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.rule, each.param) for each in references(text)] == expected


def test_a_reference_knows_where_it_stands() -> None:
    text = "每人最多 {proxy-limit.count} 人"
    (only,) = references(text)
    assert (text[only.start : only.end], only.typed) == ("{proxy-limit.count}", "{proxy-limit.count}")


@pytest.mark.parametrize(
    ("statute", "reference", "meant"),
    [
        (IN_2016, "{proxy-limit.count}", "3"),
        (IN_2016, "{county-seats.base}", "120"),
        (IN_2021, "{county-seats.base}", "140"),  # the number follows the version
        (IN_2016, "{county-seats.population_per_extra_seat}", "5,000"),
        (IN_2016, "{public-security-penalty.serious.fine_max_yuan}", "500"),
        (IN_2026, "{public-security-penalty.serious.fine_max_yuan}", "1,000"),
        (IN_2026, "{public-security-penalty.serious.detention_days.0}", "5"),
        (IN_2026, "{public-security-penalty.serious.detention_days.1}", "10"),
        (IN_2026, "{public-security-penalty.serious.detention_days.2}", None),
        (IN_2026, "{public-security-penalty.serious.detention_days}", None),  # a list is no number
        (IN_2026, "{public-security-penalty.serious}", None),
        (IN_2021, "{candidate-ratio.extra_min_share}", "1/3"),
        (IN_2021, "{compact-minority-30-percent.share}", "30%"),
        (IN_2021, "{directly-elected-levels.several.0}", "不设区的市"),
        (IN_2021, "{candidate-ratio.max}", None),  # a formula
        (IN_2021, "{political-rights.value}", None),  # English, for programs
        (IN_2021, "{party-leadership-principle.value}", None),  # neither number nor word
        (IN_2016, "{party-leadership-principle.value}", None),  # not in force
        (IN_2021, "{proxy-limit.cout}", None),
        (IN_2021, "{proxy-limit.count.0}", None),
        (IN_2021, "{proxy.count}", None),
        (IN_2021, "{gansu-mobile-box-staff.tellers_min}", None),  # the law of another province
        (Statute(date(2021, 9, 28), "gansu"), "{gansu-mobile-box-staff.tellers_min}", "1"),
        (Statute(date(2010, 1, 1)), "{proxy-limit.count}", "3"),  # of the first version known: pages say that it is
    ],
)
def test_a_reference_means_the_number_of_the_version_in_force(
    statute: Statute, reference: str, meant: str | None
) -> None:
    assert [resolve(statute, each) for each in references(reference)] == [meant]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("不超过 {proxy-limit.count} 人", "不超过 3 人"),
        ("{county-seats.base}，{proxy-limit.count}。", "140，3。"),
        ("{proxy-limit.cout} 和 {proxy-limit.count}", "{proxy-limit.cout} 和 3"),
        ("{甲} 没有引用", "{甲} 没有引用"),
        ("", ""),
    ],
)
def test_a_filled_text_reads_as_prose(text: str, read: str) -> None:
    assert filled(text, IN_2021) == read


@pytest.mark.parametrize("name", ["base", "population_per_extra_seat", "cap_applies_above_population"])
def test_numbers_are_written_as_the_answers_of_the_rules_write_them(name: str) -> None:
    assert named(IN_2021, "county-seats")[name] in IN_2021.answer(legal_rules()["county-seats"])
