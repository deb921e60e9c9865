"""Checks on words: whether a resident of seventy can read what an editor wrote, and whether it is fair to candidates.

They look at whole sentences, not at names and titles; never at the official texts of articles.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import NOTICE, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.articles import ArticleText
from huanjie.model.base import Record
from huanjie.model.discipline import Discipline
from huanjie.model.notices import Notice
from huanjie.model.questions import Question
from huanjie.yaml_text import Fields, Text, read, shorten

LONGEST = 70  # characters of a sentence; the longest in this project's own texts, read by people of seventy
PAUSES = 6  # commas of a sentence
LINKS = 3  # 的 in one part of a sentence
_LONG = re.compile(rf"[^。！？；\n]{{{LONGEST + 1},}}")
# Each is tried only where a sentence, or a part of it, begins: tried at every character, a long text takes hours.
_MANY_PAUSES = re.compile(rf"(?<![^。！？；\n])(?:[^。！？；\n，]*+，){{{PAUSES + 1}}}[^。！？；\n，]*")
_NESTED = re.compile(
    rf"(?<![^。！？；，、：\n的])(?:[^。！？；，、：\n的]*+的(?!话|时候)){{{LINKS + 1}}}[^。！？；，、：\n]*"
)
_FOREIGN = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]+)*")
_NOT_WORDS = re.compile(r"\{[^{}]*\}|https?://[!-~]+|\]\([^)\]]*\)|`[^`]*`|(?<![\w.+-])[\w.+-]++@[\w.-]+", re.ASCII)
_SENTENCE = re.compile(r"[^。！？；\n]+")
Kinds = tuple[type[Record], ...]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """The lists of words, each word with a better one, "" where the editor has to find it."""
    file = Path(__file__).with_name("plain-words.yml")
    lists = read(file.name, file.read_bytes())
    assert isinstance(lists, Fields)  # noqa: S101  # our own file
    by_name = {}
    for name, words in lists.items():
        pairs = words.items() if isinstance(words, Fields) else ((word, "") for word in words)
        by_name[str(name)] = {str(word): str(instead) for word, instead in pairs}
    return by_name


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of the words of a list; not where they are quoted, or explained in brackets right after."""
    words = sorted(_words()[name], key=len, reverse=True)
    return re.compile("|".join(rf"{re.escape(word)}(?![”」（])" for word in words))


def _prose(records: Records, but: Kinds = ()) -> Iterator[Text]:
    """Every text of whole sentences."""
    return (text for record, text in records.prose if not isinstance(record, (ArticleText, *but)))


def _match(pattern: re.Pattern[str], text: Text) -> re.Match[str] | None:
    """The first match of a pattern in the words of a text: not in numbers of the law, nor in addresses."""
    return pattern.search(text) and pattern.search(_NOT_WORDS.sub("1", text))  # most texts have no match at all


def _matching(texts: Iterable[Text], pattern: re.Pattern[str], wrong: str, right: str) -> Iterator[Finding]:
    """A finding for the first match of a pattern in each text."""
    for text in texts:
        if match := _match(pattern, text):
            yield Finding(text.at, f"“{shorten(match[0].strip())}”{wrong}", right)


@check("W201", NOTICE)
def long_sentence(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """句子太长。

    一口气读不完的句子，读到后面就忘了前面；手机上一句话占满一屏，更难读。
    错：一句七十多个字，中间没有句号
    对：拆成两三句，一句说一件事
    """
    right = "请拆成几句，一句说一件事；照抄的原话可以不改"
    return _matching(_prose(records), _LONG, f"这一句超过 {LONGEST} 个字", right)


@check("W202", NOTICE)
def nested_clauses(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一句话里套的话太多。

    逗号一个接一个，或者“的”套着“的”，要读好几遍才明白谁做什么。
    错：由乡选举委员会的负责人员的助手的名字
    对：乡选举委员会负责人的助手，名字是……
    """
    right = "请拆开说：谁，做什么，什么时候；照抄的原话可以不改"
    pauses = (text for text in _prose(records) if text.count("，") > PAUSES)  # few texts, for the pattern is slow
    yield from _matching(pauses, _MANY_PAUSES, f"这一句有 {PAUSES} 个以上的逗号", right)
    links = (text for text in _prose(records) if text.count("的") > LINKS)
    yield from _matching(links, _NESTED, f"这一处连着用了 {LINKS} 个以上的“的”", right)


@check("W203", NOTICE)
def stiff_word(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """用了公文里的词，没有解释。

    办公室里天天用的词，群众不一定懂。换成平常的话，意思一点不少。公告照公文的写法，不在此列。
    错：逾期不予办理。
    对：过了期限就不办了。
    """
    for text in _prose(records, but=(Notice,)):
        if match := _match(_pattern("stiff"), text):
            yield Finding(
                text.at, f"“{match[0]}”不好懂", f"可以说“{_words()['stiff'][match[0]]}”，或者在后面用括号解释"
            )


@check("W204", NOTICE)
def foreign_word(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """夹了外文。

    许多老人不认识外文字母，读到这里就卡住了，念给别人听也念不出来。
    错：请下载 APP 报名。
    对：请用手机程序报名。
    """
    return _matching(_prose(records), _FOREIGN, "是外文", "请换成中文的说法")


@check("W205", NOTICE)
def empty_phrase(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写了套话。

    套话放在哪里都对，所以等于没说。群众想知道的是：谁，哪天，做了什么，结果怎样。
    错：各乡镇高度重视，精心组织，取得实效。
    对：各乡镇在 9 月 10 日以前都开了会，定了每个村谁来登记。
    """
    right = "请说清楚谁、哪天、做了什么；照抄的原话可以不改"
    return _matching(_prose(records, but=(Notice,)), _pattern("empty"), "是套话", right)


@check("W206", NOTICE, "no-interference")
def word_for_or_against_a_candidate(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """说候选人的话带了褒贬。

    网站替候选人说好话或者坏话，就影响了选民自己拿主意。只写经历和事实，每个候选人写得一样长。
    错：introduction: 他热心公益，口碑很好。
    对：introduction: 2016 年起当村民小组长，管着村里的水渠。
    """
    pattern = _pattern("partial")
    for text in _prose(records, but=(Question, Discipline)):
        match = _match(pattern, text)
        if match and (text.at.file.startswith(f"{Area.kind}/") or _of_a_candidate(text, pattern)):
            yield Finding(text.at, f"“{match[0]}”带了褒贬", "请只写经历和做过的事，让选民自己看")


def _of_a_candidate(words: str, pattern: re.Pattern[str]) -> bool:
    """Whether a sentence that mentions candidates has such a word."""
    return any("候选人" in sentence and pattern.search(sentence) for sentence in _SENTENCE.findall(words))
