"""Text as it is compared: what people write in several ways becomes one. The reader's script does the same to a query.

`fold` here and `fold` in `search.js` are held to the same results by a test.
"""

import re
import unicodedata
from functools import cache

from huanjie.hanzi import traditional

HAN = "\u3400-\u9fff"
_FIGURES = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_COUNTED = "名人天日月年条款项票组届次个岁倍号级时点分"
_SPOKEN = re.compile(rf"(第?)([零〇一二三四五六七八九十百千两]+)([{_COUNTED}]?)")
_NOT_ONE = "统唯同专单万"  # before 一: 统一组织 is not "统" and one group

# Patterns with what stands for them, those of the first before numerals are read. The reader's script has them from the
# index. What must not stand before is asked after the first characters: at every place of a text it takes ten times as
# long; `_ahead` makes of it what browsers know.
SIGNS = (
    (r"[《》〈〉「」『』“”\u2018\u2019\"'\u200b-\u200f\ufeff]", ""),
    (r"(\d),(?=\d{3}(?!\d))", "$1"),
    (rf"([{HAN}])\s+(?=\d)|(\d)\s+(?=[{HAN}])", "$1$2"),
)
_DAY = r"[-/.](0?[1-9]|[12]\d|3[01])(?![\d\-/.%万亿倍元米公])"
NUMBERS = (
    (r"百分之(\d+)", "$1%"),
    (r"([1-4])(?<![\d\-/.].)/([2-5])(?![\d\-/.日号])", "$2分之$1"),
    *((rf"分之{number}(?!\d)", f"分之{_FIGURES[number]}") for number in range(1, 5)),
    (r"(\d)(?:[个名位](?:选民|人(?!大))|名|位|个(?=代表))", "$1人"),
    (r"(\d)(?<![\d.].)千", "$1000"),
    (r"(\d)点钟?(?!票)", "$1时"),
    (r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?!\d)", "$1年$2月$3日"),
    (r"(0[1-9]|1[0-2])(?<![\d\-/.a-z]..)" + _DAY, "$1月$2日"),
    (r"([1-9])(?<![\d\-/.a-z].)" + _DAY, "$1月$2日"),
    (r"0(?<![\d].)(?=\d[年月日])", ""),
    (r"(月\d{1,2})号", "$1日"),
    (r"(\d)天", "$1日"),
    (r"(\d日)之?前", "$1以前"),
)
# What readers say, and the word of the law for it.
SYNONYMS = (
    ("监票员", "监票人"),
    ("[计数点]票员", "计票人"),
    ("投票卡|选民本", "选民证"),
    ("花名册", "选民名单"),
    ("参军|入伍|服兵役|服役", "当兵"),
    ("蹲(?:监狱|大牢|号子)|劳改|犯人|囚犯", "坐牢"),
    ("神经病|疯子|精神失常|精神障碍", "精神病"),
    ("弃票|空?白票|空票", "弃权"),
    ("空缺", "出缺"),
    ("递补|补缺", "补选"),
    ("撤换|换掉|赶下台", "罢免"),
    ("离职", "辞职"),
    ("薪水|薪酬|报酬|工钱", "工资"),
    ("划片区?|划分选区", "选区划分"),
    ("片区", "选区"),
    ("聋哑人?", "残疾人"),
    ("盲人|瞎子|失明|眼瞎", "眼睛看不见"),
    ("瘸子|瘸腿|走不动|腿脚不(?:好|灵|方便)", "腿脚不便"),
    ("暂住|居住证|租住|借住", "租房"),
    ("死了|死人|死亡|过世|逝世|病故", "去世"),
    ("竞选|拉选票", "拉票"),
    ("恐吓|吓唬", "威胁"),
    ("平票|同票|得票(?:数?相[同等]|一样)|票数相[同等]|票一样多", "票数一样"),
    ("唱票|开票|记票", "计票"),
    ("[后侯]选人|候选[任入]", "候选人"),
    ("予选", "预选"),
    ("第?[2二]次投票|重投|再投[1一]次", "再次投票"),
    ("告状", "举报"),
    ("(?:几年|多久)(?:选|换)[1一]?次|几年[1一]届|[选干当管]几年", "任期"),
    ("早上|早晨|清早", "上午"),
    ("投票点|投票所|投票地点|投票的地方|投票地方", "投票站"),
    ("选民卡|选举证|投票证", "选民证"),
    ("代替投票|代为投票|替人投票|帮人投票|替别人投|帮别人投|代别人投|代投票|代投", "委托投票"),
    ("票箱上门|上门投票|移动票箱|流动投票箱", "流动票箱"),
    ("家里人|家属|亲戚", "亲属"),
    ("作弊|舞弊", "造假"),
    ("留学|海外", "国外"),
    ("武警|退伍|复员", "当兵"),
    ("投诉", "举报"),
    ("不记名|匿名投票", "无记名"),
    ("强迫|逼着", "威胁"),
    ("(?:流动人口|外来人口|农?民工|打工者)", "外地打工"),
    ("外出务工|外出打工|在外打工|在外务工|外地务工|外省打工|外省务工", "外地打工"),
    ("重新选举|重选", "另行选举"),
    ("重新数(?:一遍|票)|重数|重新点票|重新清点", "重新计票"),
    ("数票|点票|清点选票", "计票"),
    ("不会写字|不认字|不认识字|文盲", "不识字"),
    ("帮忙写|代笔|代填|替写", "代写"),
    ("红包|礼品|礼物|米和油|油和米|米面油|米油|烟酒", "财物"),
    ("贿选|买选票|买票|收买选票", "贿赂选民"),
    ("检举|揭发|告发", "举报"),
    ("选举日期|投票日期|投票日|选举的日子|选举那天|投票那天|哪天投票|哪天选举|几号投票|几号选举", "选举日"),
    ("选举日(?:是哪[天日]|是几号|是什么时候|哪[天日]|几号)", "选举日"),
    ("选民榜|选民登记名单|选民名册", "选民名单"),
    ("(?:什么时候|几时|何时|哪一天)(?:投票|选举)|(?:投票|选举)是?(?:什么时候|几时|何时)", "选举日"),
    ("(?:满|够)?(?:\\d+|几|多少|多大)(?:周?岁|年纪)|多大(?=可以|能|才)|岁数|年纪", "年龄"),
    ("填错|涂错|画错", "写错"),
    ("选举办(?!法)|换届办", "选举委员会办公室"),
    ("(?:罢黜|撤换代表|罢掉)", "罢免"),
    ("候选者|参选人", "候选人"),
    ("选委会", "选举委员会"),
    ("人民代表大会", "人大"),
    ("人民代表", "人大代表"),
    ("wechat|weixin|qq", "微信"),
    ("e-?mail|电子邮箱|电邮", "邮件"),
    ("(?:[打画]个?)?(?:[√✓✔☑○◯\\u00d7✕✗✘]|[打画](?:x|o|[勾钩叉圈]))", "记号"),
    ("(?:不到|不足|没到|未到)(?:一半|半数)|(?:不|没有?|未)(?:过|超过)(?:一半|半数?)", "不过半数"),
    ("超?过(?:一半|半数?)|(?:一半|半数)以上", "过半数"),
    ("常务委员会", "常委会"),
    ("手机号码?|联系电话|电话号码|联系方式", "电话"),
    ("残废人", "残疾人"),
    ("没满|未满|不满", "不够"),
)


Own = tuple[tuple[str, str], ...]  # the editors' words: what people say here, and the word for it


Patterns = tuple[tuple[str, str], ...]


def _patterns(own: Own) -> tuple[Patterns, Patterns]:
    """All patterns with what stands for them, the words of the editors before ours."""
    return SIGNS, (*NUMBERS, *((re.escape(said), word) for said, word in own), *SYNONYMS)


def for_browsers(own: Own = ()) -> list[list[tuple[str, str]]]:
    """All patterns, as the reader's script needs them."""
    return [[_ahead(*one) for one in several] for several in _patterns(own)]


def _ahead(pattern: str, stands: str) -> tuple[str, str]:
    """A pattern that does not look back, which browsers of 2022 cannot: what stands before is taken along."""
    before = re.search(r"\(\?<!\[(.*?)\]\.+\)", pattern)
    if not before:
        return pattern, stands
    later = re.sub(r"\$(\d)", lambda group: f"${int(group[1]) + 1}", stands)
    return f"(^|[^{before[1]}]){pattern.replace(before[0], '')}", f"$1{later}"


@cache
def _compiled(own: Own) -> list[list[tuple[re.Pattern[str], str]]]:
    return [
        [(re.compile(pattern), re.sub(r"\$(\d)", r"\\g<\1>", stands)) for pattern, stands in several]
        for several in _patterns(own)
    ]


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, traditional()))}]")


def fold(text: str, own: Own = ()) -> str:
    """Give the text as it is compared."""
    signs, words = _compiled(own)
    text = unicodedata.normalize("NFKC", text).lower()
    if _traditional().search(text):  # nearly no text: this takes a tenth of the time
        text = text.translate(traditional())
    for pattern, stands in signs:
        text = pattern.sub(stands, text)
    text = _SPOKEN.sub(_spoken, text)
    for pattern, stands in words:
        text = pattern.sub(stands, text)
    return text


def _spoken(found: re.Match[str]) -> str:
    ordinal, numeral, counted = found.groups()
    before = found.string[found.start() - 1 : found.start()]
    alone = len(numeral) == 1 and not ordinal
    if (alone and not counted) or (numeral == "一" and before and before in _NOT_ONE):
        return found[0]
    value = _value(numeral, counted=bool(ordinal or counted))
    return found[0] if value is None else f"{ordinal}{value}{counted}"


def _value(numeral: str, *, counted: bool) -> str | None:
    """Read a numeral: 二十八, 一百零二, 两, 二〇二六; None for what is none, such as the 三五 of 三五成群."""
    numeral = numeral.replace("〇", "零").replace("两", "二")
    if not any(unit in numeral for unit in _UNITS):
        certain = len(numeral) >= 4 or (counted and len(numeral) == 1)  # noqa: PLR2004  # a year
        return "".join(str(_FIGURES.index(one)) for one in numeral) if certain else None
    total, digit, last = 0, "", 10_000
    for one in numeral:
        size = _UNITS.get(one, 1)
        if size == 1:
            if digit not in ("", "零"):
                return None
            digit = one
        elif size >= last or (not digit and (total or size > 10)):  # noqa: PLR2004  # 十 alone is 10, 百 is none
            return None
        else:
            total, digit, last = total + size * _FIGURES.index(digit or "一"), "", size
    return str(total + (_FIGURES.index(digit) if digit else 0))
