"""Checks on links that are typed in prose: the site answers for where they lead."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import ERROR, WARNING, Finding
from huanjie.law import Statute
from huanjie.law.pack import laws
from huanjie.law.references import filled
from huanjie.model.coverage import Coverage
from huanjie.model.links import Link, links
from huanjie.model.sources import Source
from huanjie.yaml_text import Text, shorten


@check("S305", ERROR)
def link_to_an_unknown_host(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """文字里的链接指到了没有登记的网站。

    读者信得过本站，就会点本站给的链接。链接指到哪里，要能在来源里查到；打错一个字母，就可能是别人的网站。
    错：text: 见[通告](https://www.example.org/1.html)，sources.yml 里没有这个网站的网址
    对：先在 sources.yml 里写一个来源，address: https://www.example.org/1.html
    """
    known = _hosts(records)
    for text, link in _typed(records, statute):
        if link.host and link.host not in known:
            wrong = f"链接“{shorten(link.label)}”指到 {shorten(link.host, 60)}，来源里没有这个网站"
            yield Finding(text.at, wrong, "请先把这份材料写进 sources.yml（address 写网址）；不是要链接的，请去掉网址")


@check("S306", WARNING)
def link_that_leads_nowhere(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """文字里的链接写得不对，读者看到的是方括号和地址。

    链接写成 [文字](地址)。地址是本站的网页，从首页算起，末尾有斜线；或者是以 https:// 开头的网址。别的写法照原样显示。
    错：见[怎样委托](/questions/proxy)
    对：见[怎样委托](questions/proxy/)
    """
    for text, link in _typed(records, statute):
        if set(link.address) & set(":/.") and not link.leads_somewhere:
            wrong = f"链接“{shorten(link.label)}”的地址“{shorten(link.address)}”读者点不开，会照原样显示"
            yield Finding(text.at, wrong, "本站的网页写成 questions/proxy/ 这样，别处的写完整的网址 https://…")


def _typed(records: Records, statute: Statute) -> Iterator[tuple[Text, Link]]:
    """The links in all texts, as pages have them: with the numbers of rules of law filled in."""
    texts = (text for _, texts in records.texts for text in texts)
    return ((text, link) for text in texts for link in links(filled(text, statute)))


def _hosts(records: Records) -> set[str]:
    """The hosts that sources, the publicity plan and the pack of law name."""
    stated = [
        *(address.value for source in records.of(Source) for address in source.address),
        *(task.address for task in records.of(Coverage) if task.address),
        *(str(law.official) for law in laws().values()),
    ]
    return {host for address in stated if (host := urlsplit(address).hostname)}
