"""Addresses: those that offices really have are taken, those that lead elsewhere than they say are refused."""

import re
from time import perf_counter

import pytest

from huanjie.content.reading import reading
from huanjie.model.addresses import LONGEST, doubt_of_mail, doubt_of_web, safe_address

GOOD = [
    "https://www.gov.cn/",
    "http://www.gov.cn",
    "https://www.gov.cn/zhengce/content/2016-05/31/content_5078541.htm",
    "http://www.npc.gov.cn/npc/c30834/202010/9d0a9d6e3f0b4b5c8a6d7e8f9a0b1c2d.shtml",
    "http://www.tianshui.gov.cn/art/2016/6/29/art_1_13579.html",
    "http://www.qinzhouqu.gov.cn/html/2016/tzgg_0531/1234.html?id=12&page=3",
    "https://zwfw.gansu.gov.cn/guide?code=11620500MB1559&areaCode=620502",
    "https://www.gansu.gov.cn/gsszf/c100002/c100010/202111/1892345.shtml#content",
    "https://www.shili.example/xuanju/%E9%80%89%E6%B0%91%E5%90%8D%E5%8D%95.html",
    "https://www.shili.example/%D1%A1%C3%F1/1.htm",  # GBK in percent signs
    "https://www.shili.example/选民名单/2016.html",
    "http://www.shili.example:80/a",
    "https://www.shili.example:443/a",
    "http://www.shili.example:8080/portal/index.jsp;jsessionid=1A2B",
    "http://www.shili.example:81/",
    "http://61.178.20.10/info/1001.htm",
    "http://61.178.20.10:9080/",
    "https://mp.weixin.qq.com/s?__biz=MzA3NTQ1&mid=2650&idx=1&sn=a1b2c3#rd",
    "https://mp.weixin.qq.com/s/AbC-_123",
    "https://weibo.com/u/@shili",  # behind the host an @ says nothing
    "https://www.shili.example/search?q=a+b&from=(1)&x=~y!*'",
    "https://www.shili.example/a,b;c=1/",
    "http://天水市人民政府.政务",
    "http://xn--fiqs8s/".replace("//", "//a."),
    "https://www.xn--55qx5d.cn/",  # 公司.cn
    "https://HTTP.Shili.Example/",
    "https://a-b.c1.shili.example/",
    "https://www.shili.example/?next=https%3A%2F%2Fwww.gov.cn%2F",
    f"https://www.shili.example/{'a' * 900}",
]
BAD = {
    "https://www.gov.cn@evil.example/": "里有“@”",
    "https://user:password@www.gov.cn/": "里有“@”",
    "https://www.gov.cn:443@evil.example/": "里有“@”",
    "https://www.gov.cn%2F@evil.example/": "里有“@”",
    "https://@www.gov.cn/": "里有“@”",
    "https://www.g\u043ev.cn/": "有别的文字",  # a Cyrillic o
    "https://\u0430\u0440\u0440\u04cf\u0435.com/": "有别的文字",  # all Cyrillic
    "https://www.xn--80ak6aa92e.com/": "有别的文字",  # the same in punycode
    "https://www.xn--gv-nmc.cn/": "有别的文字",
    "https://www.xn--abc.cn/": "有别的文字",
    "https://www.xn--a-.cn/": "读不出来",
    "https://www.\uff47\uff4f\uff56.cn/": "有别的文字",
    "https://www.gov。cn/": "里不能有“。”",
    "https://www.gov.cn\uff0fa.evil.example/": "里不能有“\uff0f”",
    "https://gov\u4e36cn.example/": "有别的文字",
    "https://www.gov.cn/a%0d%0aSet-Cookie:x": "藏着换行",
    "https://www.gov.cn/a%0A": "藏着换行",
    "https://www.gov.cn/a%00.html": "藏着换行",
    "https://www.gov.cn/a%250a": "藏着换行",
    "https://www.gov.cn/a%7f": "藏着换行",
    "https://www.gov.cn/%E2%80%AEgpj.exe": "藏着换行",
    "https://www.gov.cn/%": "“%”后面",
    "https://www.gov.cn/%zz": "“%”后面",
    "https://www.gov.cn/a b": "空格",
    "https://www.gov.cn/a\u00a0b": "空格",
    "https://www.gov.cn/a\u200bb": "看不见",
    "https://www.gov.cn/a\u202eb": "看不见",
    "https://www.gov.cn/a\x01b": "看不见",
    "https:\\\\www.gov.cn\\": "里不能有“\\”",
    "https://www.gov.cn\\@evil.example/": "里不能有“\\”",
    'https://www.gov.cn/"onclick=': '里不能有“"”',
    "https://www.gov.cn/<script>": "里不能有“<”",
    "https://www.gov.cn/a.html。": "里不能有“。”",
    "https://www.gov.cn/a.html，": "里不能有“，”",
    f"https://www.gov.cn/{'a' * LONGEST}": "超过 1,000 个",
    "javascript:alert(1)": "不是完整的网址",
    "JaVaScRiPt://www.gov.cn/%0aalert(1)": "不是完整的网址",
    "data:text/html,a": "不是完整的网址",
    "vbscript:a": "不是完整的网址",
    "file:///etc/passwd": "不是完整的网址",
    "ftp://www.gov.cn/": "不是完整的网址",
    "//www.gov.cn/": "不是完整的网址",
    "www.gov.cn": "不是完整的网址",
    "/a": "不是完整的网址",
    "https:/www.gov.cn/": "不是完整的网址",
    "https:www.gov.cn": "不是完整的网址",
    "https:///www.gov.cn/": "不是完整的网址",
    "http:///": "不是完整的网址",
    "http://": "不是完整的网址",
    "https://?a": "不是完整的网址",
    "HTTPS://www.gov.cn/": "不是完整的网址",
    "https://localhost/": "的网站名不完整",
    "https://www..gov.cn/": "的网站名不完整",
    "https://.gov.cn/": "的网站名不完整",
    "https://www.gov.c/": "的网站名不完整",
    f"https://{'a.' * 140}cn/": "的网站名不完整",
    "https://www.gov.cn./": "多了一个点",
    "https://-www.gov.cn/": "有别的文字或者标点",
    "https://www_a.gov.cn/": "有别的文字或者标点",
    f"https://{'a' * 64}.gov.cn/": "有别的文字或者标点",
    "https://%77ww.gov.cn/": "有别的文字或者标点",
    "https://www.gov.cn:/": "的端口“”不对",
    "https://www.gov.cn:0/": "的端口",
    "https://www.gov.cn:080/": "的端口",
    "https://www.gov.cn:65536/": "的端口",
    "https://www.gov.cn:\uff18\uff10/": "的端口",
    "https://www.gov.cn:80:80/": "的端口",
    "https://www.gov.cn:22/": "不是网页用的",
    "http://3232235777/": "变了形",
    "http://0xC0A80101/": "变了形",
    "http://0300.0250.1.1/": "变了形",
    "http://0x7f.1/": "变了形",
    "http://127.1/": "变了形",
    "http://61.178.20.010/": "变了形",
    "http://256.1.1.1/": "变了形",
    "http://127.0.0.1/": "内部的网络",
    "http://192.168.1.1/": "内部的网络",
    "http://10.0.0.5:8080/": "内部的网络",
    "http://[::1]/": "是 IP 地址",
    "http://[::1/": "网站名读不懂",
}


@pytest.mark.parametrize("text", GOOD)
def test_an_address_that_offices_have_is_taken(text: str) -> None:
    assert doubt_of_web(text) is None
    assert safe_address(text)


@pytest.mark.parametrize(("text", "wrong"), BAD.items(), ids=[repr(text[:40]) for text in BAD])
def test_an_address_that_may_lead_elsewhere_is_refused(text: str, wrong: str) -> None:
    doubt = doubt_of_web(text)
    assert doubt is not None
    assert wrong in doubt.wrong
    assert re.search("请|只用|删去|写", doubt.right)
    assert not safe_address(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("xuanban@shili.example", True),
        ("xuan_ban-1+a.b@mail.qzq.gov.cn", True),
        ("12345@qq.com", True),
        ("a@xn--fiq228c.xn--fiqs8s", True),
        ("没有", False),
        ("unknown", False),
        ("xuanban", False),
        ("@shili.example", False),
        ("xuanban@", False),
        ("xuanban@localhost", False),
        ("xuanban@shili.example.", False),
        ("xuanban@61.178.20.10", False),
        ("xuanban@[61.178.20.10]", False),
        ("xuan ban@shili.example", False),
        ("xuanban\uff20shili.example", False),
        ("xuanban@shili.example@evil.example", False),
        ("a@shili.example,b@shili.example", False),
        ("a@shili.example?bcc=b@evil.example", False),
        ("a%0d%0abcc:b@shili.example", False),
        ("选办@shili.example", False),
        ("a@sh\u0456li.example", False),
        ("a@中文.中国", False),
        (".a@shili.example", False),
        ("a..b@shili.example", False),
        ('"a b"@shili.example', False),
        (f"{'a' * 65}@shili.example", False),
        ("mailto:a@shili.example", False),
        ("xuanban#shili.example", False),
    ],
)
def test_a_mail_address_is_one_address_and_no_more(text: str, *, good: bool) -> None:
    assert (doubt_of_mail(text) is None) is good
    assert safe_address(f"mailto:{text}") is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("tel:12380", True),
        ("tel:0938-8213456", True),
        ("tel:+86-938-8213456", True),
        ("tel:", False),
        ("tel:1;phone-context=a", False),
        ("tel:--", False),
        ("tel:*#06#", False),
        ("TEL:12380", False),
        ("a/b/", False),
        ("", False),
    ],
)
def test_a_number_to_dial_has_digits_alone(text: str, *, good: bool) -> None:
    assert safe_address(text) is good


@pytest.mark.parametrize("piece", ["%25", "a.", "@", "xn--a.", "-", "http://", "[", "1.", "%", "../"])
def test_the_time_grows_with_the_length_alone(piece: str) -> None:
    text = f"https://{piece * 100_000}"
    begun = perf_counter()
    safe_address(text)
    safe_address(f"mailto:{piece * 100_000}@a.cn")
    safe_address(f"tel:{piece * 100_000}")
    assert perf_counter() - begun < 1


SOURCE = "id: a\n  label: 报道\n  summary: 报道了会议。\n  address: "
BODY = "id: a\n  title: 选举委员会\n  sort: 选举委员会\n  level: 县级\n  source: report\n  contact:\n    mail: "


@pytest.mark.parametrize(
    ("file", "text", "wrong"),
    [
        ("sources.yml", f"- {SOURCE}https://www.gov.cn@evil.example/\n", "“https://www.gov.cn@evil.…”里有“@”"),
        ("bodies.yml", f"- {BODY}选办\n", "“选办”不是电子邮箱"),
        ("bodies.yml", f"- {BODY}xuanban@shili.example\n", ""),
    ],
)
def test_a_record_with_such_an_address_is_refused(file: str, text: str, wrong: str) -> None:
    found = reading((file, text.encode())).findings
    assert [one.id for one in found] == (["M111"] if wrong else [])
    assert all(one.wrong.startswith(wrong) for one in found)
