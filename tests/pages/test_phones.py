"""Public telephone numbers in prose dial at a tap: as offices type them, in no other number, link or quoted text."""

import re

import pytest
from markupsafe import Markup

from huanjie.pages.shared.phones import dialling, public_numbers
from huanjie.pages.shared.rendering import render
from tests.support.example import CONTENT, TODAY, checked, pages_of, shown

OFFICES = ("09388210000", "09388210001", "4008100000")


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("请打0938-8210000问", ["09388210000"]),
        ("0938-8210000、0938－821 0001", ["09388210000", "09388210001"]),  # noqa: RUF001  # as it is typed in offices
        ("（0938）8210000", ["09388210000"]),
        ("09388210000转801", ["09388210000"]),
        ("+86 938 8210000", ["+869388210000"]),
        ("张三家 0938-8210009", []),  # no office has it
        ("+86-0938-8210000", []),  # no telephone takes it
        ("010-12345678", []),  # no local number begins with 1
        ("手机139 0000 0000", []),  # whose it is, only its owner can say
        ("400-810-0009", ["4008100009"]),  # no private person has such a number
        ("400-810-0000", ["4008100000"]),
        ("打12380", ["12380"]),
        ("举报电话：12388", ["12388"]),
        ("12380 举报平台", ["12380"]),
        ("急救电话是120", ["120"]),
        ("登记选民12380名，发出选票12000张", []),
        ("从120人中选出", []),
        ("2016-05-31，〔2016〕0123号", []),  # noqa: RUF001
        ("620502199001011234", []),  # no piece of a longer number
        ("编号0938-82100001234", []),
        ('<a href="tel:12380" title="打12380">打12380</a>', []),
        ('<span title="0938-8210000">电话</span>', []),
        ("<code>0938-8210000</code>", []),
    ],
)
def test_a_number_to_dial_is_told_from_other_numbers(text: str, dialled: list[str]) -> None:
    html = dialling(Markup(text), OFFICES)  # noqa: S704  # the table's own
    assert re.findall('<a href="tel:([^"]*)">', html) == dialled
    assert Markup(html).striptags() == Markup(text).striptags()  # noqa: S704


def test_a_number_in_a_decision_dials_and_one_in_a_posted_notice_is_left_as_it_is_posted() -> None:
    pages = pages_of(CONTENT, TODAY)
    numbers = public_numbers(checked(CONTENT).records)
    supervision = render(pages["meetings/2026-10-28-supervision/"], dials=numbers)
    assert '<a href="tel:00005550110">0000-5550110</a>' in supervision
    assert "tel:" not in shown(pages["areas/xiguan/county-20/notices/"])
