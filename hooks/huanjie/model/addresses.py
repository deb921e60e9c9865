"""Addresses that a page links to: web pages and mail, and the reasons why some cannot be trusted.

A link must lead where its text says. So an address is parsed as browsers parse it, and refused where browsers, mail
programs and people read it differently: a user before the host, letters that look like others, an IP address written
as one number, a line end in percent signs. Every check is linear in the length.
"""

import re
from collections.abc import Callable
from ipaddress import AddressValueError, IPv4Address
from typing import Annotated, NamedTuple
from unicodedata import category
from urllib.parse import unquote, urlsplit

from pydantic import PlainValidator

from huanjie.model.base import refuse
from huanjie.model.values import line
from huanjie.yaml_text import Text, Value, shorten

LONGEST = 1000  # characters; an address of a notice with a Chinese title in percent signs has about 300
_SCHEMES = ("http", "https")
_LABEL = re.compile("(?!-)[a-z0-9-]{1,63}(?<!-)")
_HAN_LABEL = re.compile("(?!-)[\u4e00-\u9fff0-9-]{1,63}(?<!-)")
_TOP = re.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,59}|[\u4e00-\u9fff]{2,63}")
_NUMBER = re.compile("0x[0-9a-f]*|[0-9]+")  # as browsers read the last part of an IP address
_LONGEST_HOST = 253
_PORT = re.compile("[1-9][0-9]{0,4}")
_LAST_PORT = 65_535
_FIRST_FREE_PORT = 1024
_LOW_PORTS = {80, 443, *range(81, 91)}  # what offices use below it; most others are not opened by browsers
_BAD_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_NOT_BARE = set('"<>\\^`{|}')  # browsers write these with percent signs when an address is copied
_LOCAL = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*")
_LONGEST_LOCAL = 64
_DIALLED = re.compile(r"\+?[0-9](?:-?[0-9]){2,19}")


class Doubt(NamedTuple):
    """A reason not to trust an address, and what would be right."""

    wrong: str
    right: str


_COPY = "请从浏览器的地址栏复制"
_WHOLE = f"{_COPY}，以 https:// 或 http:// 开头；不详写 unknown"
_HOST = "请写网站的名字，如 www.example.gov.cn"
_MAIL = "请写成一个邮箱，如 xuanban@example.gov.cn；没有就删去这一行"


def safe_address(text: str) -> bool:
    """Whether a page may link to an address: of the web, `mailto:` with only a mail address, or `tel:`."""
    scheme, _, rest = text.partition(":")
    if scheme == "tel":
        return bool(_DIALLED.fullmatch(rest))
    return not (doubt_of_mail(rest) if scheme == "mailto" else doubt_of_web(text))


def doubt_of_web(text: str) -> Doubt | None:
    """Say why an address of the web cannot be trusted; None where it can."""
    if doubt := _doubt_of_characters(text):
        return doubt
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets around what is no IPv6 address
        return Doubt("网站名读不懂", _HOST)
    if parts.scheme not in _SCHEMES or not text.startswith(f"{parts.scheme}://") or not parts.netloc:
        return Doubt("不是完整的网址", _WHOLE)
    if "@" in parts.netloc:
        right = "请删去 // 后面到 @ 为止的部分，并核对真正的网站是哪一个"
        return Doubt("里有“@”，打开的是 @ 后面的网站，不是前面的", right)
    if "[" in parts.netloc:
        return Doubt("的网站名是 IP 地址", _HOST)
    host, colon, port = parts.netloc.partition(":")
    return (_doubt_of_port(port) if colon else None) or _doubt_of_host(host.lower()) or _doubt_of_percents(text)


def doubt_of_mail(text: str) -> Doubt | None:
    """Say why a mail address cannot be trusted; None where it can."""
    local, _, host = text.partition("@")
    if not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL or not host:
        return Doubt("不是电子邮箱", _MAIL)
    if not host.isascii() or _is_number(host) or _doubt_of_host(host.lower()):
        return Doubt("的 @ 后面不是邮箱所在的网站", _MAIL)
    return None


def _doubt_of_characters(text: str) -> Doubt | None:
    if len(text) > LONGEST:
        return Doubt(f"有 {len(text):,} 个字符，超过 {LONGEST:,} 个", "请用这一页较短的网址；没有就写 unknown")
    for character in text:
        if character.isspace() or not character.isprintable():
            return Doubt("里有空格或者看不见的字符", f"请把它删去；没有多打的，{_COPY}")
        if character in _NOT_BARE:
            return Doubt(f"里不能有“{character}”", f"{_COPY}，浏览器会把它写成 % 和数字")
        if not character.isascii() and not character.isalnum():
            return Doubt(f"里不能有“{character}”", f"标点是多打的，请删去；是网址的一部分，{_COPY}")
    return None


def _doubt_of_port(port: str) -> Doubt | None:
    if not _PORT.fullmatch(port) or int(port) > _LAST_PORT:
        return Doubt(f"的端口“{shorten(port)}”不对", "冒号后面写 1 到 65535 的数，如 :8080；没有端口就删去冒号")
    if int(port) < _FIRST_FREE_PORT and int(port) not in _LOW_PORTS:
        return Doubt(f"的端口“{port}”不是网页用的，浏览器打不开", f"请核对端口；{_COPY}")
    return None


def _doubt_of_host(host: str) -> Doubt | None:
    """Say why the name of a host, in lower case, cannot be trusted."""
    if host.endswith("."):
        return Doubt("的网站名后面多了一个点", "请删去这个点")
    if _is_number(host):
        return _doubt_of_ip(host)
    labels = host.split(".")
    if len(host) > _LONGEST_HOST or len(labels) == 1 or not all(labels):
        return Doubt("的网站名不完整", _HOST)
    doubt = next(filter(None, map(_doubt_of_label, labels)), None)
    return doubt or (None if _TOP.fullmatch(labels[-1]) else Doubt("的网站名不完整", _HOST))


def _is_number(host: str) -> bool:
    """Whether browsers read a host as an IP address: they do where its last part is a number."""
    return bool(_NUMBER.fullmatch(host.rpartition(".")[2]))


def _doubt_of_ip(host: str) -> Doubt | None:
    try:
        address = IPv4Address(host)
    except AddressValueError:
        return Doubt("的网站名是变了形的 IP 地址", _HOST)
    right = "请写群众能打开的网址；没有就写 unknown"
    return None if address.is_global else Doubt("只在内部的网络里能打开", right)


def _doubt_of_label(label: str) -> Doubt | None:
    """Accept a part of a host in ASCII or in Chinese; punycode is decoded first."""
    decoded = label
    if label.startswith("xn--"):
        try:
            decoded = label[4:].encode().decode("punycode")
        except UnicodeError:
            decoded = ""
        if decoded.isascii() or decoded.encode("punycode").decode() != label[4:]:
            return Doubt(f"的网站名里“{shorten(label)}”读不出来", _HOST)
    if (_LABEL if decoded.isascii() else _HAN_LABEL).fullmatch(decoded):
        return None
    wrong = f"的网站名里“{shorten(label)}”有别的文字或者标点，看起来像一个网站，打开的可能是另一个"
    return Doubt(wrong, "网站名只用英文字母、数字和连字符，或者只用汉字；请核对真正的网址")


def _doubt_of_percents(text: str) -> Doubt | None:
    """Check the characters that percent signs encode, also where they are encoded twice."""
    if _BAD_PERCENT.search(text):
        return Doubt("的“%”后面不是两位数字或字母", _COPY)
    if any(category(character) in ("Cc", "Cf", "Zl", "Zp") for character in unquote(unquote(text))):
        return Doubt("里藏着换行或者看不见的字符（写成了 % 和数字）", f"请把它删去，或者{_COPY[1:]}")
    return None


def _trusted(doubt_of: Callable[[str], Doubt | None], value: Value) -> Text:
    text = line(value)
    if doubt := doubt_of(text):
        refuse("M111", f"“{shorten(text)}”{doubt.wrong}", doubt.right)
    return text


def _address(value: Value) -> Text:
    return _trusted(doubt_of_web, value)


def _mail(value: Value) -> Text:
    return _trusted(doubt_of_mail, value)


Address = Annotated[Text, PlainValidator(_address)]
Mail = Annotated[Text, PlainValidator(_mail)]
