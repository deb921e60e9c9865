"""Words explained: each rests on law in force, with its numbers; each is marked once on a page, and in no link."""

import re
from datetime import date

import pytest
from markupsafe import Markup

from huanjie.law.glossary import named, terms
from huanjie.law.pack import legal_rules
from huanjie.law.references import references, resolve
from huanjie.law.statute import Statute
from huanjie.pages.law.glossary import Words
from tests.support.example import CONTENT, TODAY, pages_of, shown

IN_2016, IN_2026 = Statute(date(2016, 6, 28)), Statute(date(2026, 11, 18))


def test_there_are_words_enough_and_no_two_have_one_name() -> None:
    names = [str(name) for term in terms().values() for name in (term.name, *term.also)]
    assert len(terms()) >= 40
    assert len(names) == len(set(names))


@pytest.mark.parametrize("statute", [IN_2016, IN_2026], ids=["2016", "2026"])
def test_every_word_rests_on_an_article_in_force_and_every_number_is_its(statute: Statute) -> None:
    for term in terms().values():
        assert [rule for rule in term.rules if rule not in legal_rules()] == [], term.id
        assert term.cited(statute), term.id
        for reference in references(str(term.says)):
            assert resolve(statute, reference), reference.typed
            assert reference.rule in term.rules, term.id  # a number is cited where it is said


def test_no_number_and_no_article_is_typed() -> None:
    for term in terms().values():
        typed = re.sub(r"\{[^}]*\}|百分之几", "", str(term.says))
        assert not re.search(r"\d|第[^一].*条|[二三四五六七八九十百]+(?:日|天|人|年|名|月|分之)", typed), term.id


def test_a_number_follows_the_version() -> None:
    assert "20 日以前" in terms()["voter-list"].meaning(IN_2026)


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>先预选，再预选。</p>", [("primary", "预选")]),  # once
        ("<p>选民资格案件</p>", [("voter-suit", "选民资格案件")]),  # not 选民资格
        ('<p><a href="x" title="预选">预选</a>以后</p>', []),  # no link inside a link
        ('<p title="预选">投票</p>', []),  # nor inside a tag
        ("<p>另选别人，就是另选他人</p>", [("write-in", "另选别人")]),  # another name is the same word
        ("<p>人大代表和选民</p>", []),  # on every page, so on none
        ("", []),
    ],
)
def test_the_first_of_each_word_in_prose_is_marked(html: str, marked: list[tuple[str, str]]) -> None:
    words = Words()
    done = words.mark(Markup(html))  # noqa: S704  # the table's own
    result = re.findall(r'<a class="hj-term" id="said-[^"]+" href="#term-([^"]+)">([^<]+)</a>', done)
    assert result == marked
    assert [*words.used] == [term for term, _ in marked]


def test_a_word_is_marked_once_on_a_page_and_explained_at_its_foot() -> None:
    words = Words()
    first, second = words.mark(Markup("<p>预选</p>")), words.mark(Markup("<p>预选</p>"))
    assert ("hj-term" in first, "hj-term" in second) == (True, False)
    html = shown(pages_of(CONTENT, TODAY)["areas/xiguan/county-20/"])
    leads = re.findall(r'href="#(term-[^"]+)"', html)
    assert leads
    assert leads == list(dict.fromkeys(leads))
    assert re.findall(r'<div id="(term-[^"]+)"', html) == leads
    assert re.findall(r'href="#(said-[^"]+)"', html) == re.findall(r'id="(said-[^"]+)"', html)


def test_nothing_is_marked_in_a_notice_as_it_is_posted() -> None:
    notice = shown(pages_of(CONTENT, TODAY)["areas/xiguan/county-20/notices/"])
    assert [name for name in named() if name in notice]
    assert "hj-term" not in notice


def test_the_page_of_words_has_them_all_with_their_articles() -> None:
    html = shown(pages_of(CONTENT, TODAY)["glossary/"])
    for term in terms().values():
        assert f'<div id="{term.id}">' in html
        assert all(cited.text in html for cited in term.cited(IN_2026))
