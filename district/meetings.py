"""Records for the benchmarks: meetings of about 1.5 KB, a file each, in a small election that they belong to."""

from collections.abc import Iterator
from datetime import date, timedelta

from district.chance import Chance
from district.names import Names
from district.yaml import Record, document

SORTS = ("动员会", "推进会", "培训会", "选举委员会会议", "联席会议", "其他会议")
THEMES = ("importance", "congress", "policy", "discipline", "progress", "experience")
POSTS = ("区人大常委会主任", "区委组织部部长", "区选举委员会秘书长", "区民政局局长", "区公安局副局长", "乡镇人大主席")
PLACES = ("区会议中心一楼", "镇政府三楼会议室", "街道办事处二楼", "区人大机关四楼", "村委会大院", "社区活动室")
ABOUT = ("选民登记", "选民名单", "投票站的布置", "流动票箱", "提名推荐", "计票", "宣传", "纪律", "外出选民", "经费")
SAID = (
    "{about}从下周开始，各选区每天下班以前报一次数，报不上来的说明哪里卡住了，办公室第二天上午派人去看。",
    "去年摸底的时候，{about}有两处没有做到位：一处是名单抄错，一处是通知晚了三天，这次要有人专门核对。",
    "{about}要让不识字的老人也听得懂，能当面说的当面说，能念的念一遍，不要只贴一张纸在墙上。",
    "关于{about}，群众问得最多的是找谁、到哪里、带什么，答复写在一张纸上，各投票站都放一份。",
    "{about}的材料统一印，{day}日以前送到各乡镇，缺的当天补，不要等到最后一天才发现不够。",
    "谁负责{about}，谁的电话就写在公示栏上，打不通的，由区选举委员会办公室接过来办。",
)
DECIDED = ("{about}的人手由各乡镇自己抽调", "{about}每周二通报一次", "{about}的样表重新印", "{about}另外开会研究")
EPOCH = date(2016, 1, 1)


def meetings(count: int, seed: int = 2026) -> Iterator[tuple[str, str]]:
    """Write meetings: the path below the content folder and the text of each; a seed always gives the same bytes."""
    chance, names = Chance(seed, "meetings"), Names(Chance(seed, "speakers"))
    people = [names.next()[0] for _ in range(400)]
    for number in range(count):
        day = EPOCH + timedelta(days=number * 3300 // max(count, 1))
        yield f"meetings/{day.year}/{day.isoformat()}-{number:06}.yml", document((), _meeting(chance, people, day))


def _meeting(chance: Chance, people: list[str], day: date) -> Record:
    about = chance.pick(ABOUT)
    present = chance.between(20, 200)
    return {
        "title": f"{chance.pick(PLACES)}{about}工作会",
        "date": day.isoformat(),
        "sort": chance.pick(SORTS),
        "summary": _sentence(chance, about),
        "source": "report",
        "themes": [chance.pick(THEMES)],
        "place": chance.pick(PLACES),
        "chair": [_person(chance, people)],
        "speeches": [
            {
                "speaker": _person(chance, people),
                "points": [_point(chance, topic) for topic in chance.shuffled(ABOUT)[:4]],
            }
        ],
        "attendance": {
            "due": present + chance.between(0, 5),
            "present": present,
            "people": [_person(chance, people) for _ in range(4)],
        },
        "decisions": [{"text": chance.pick(DECIDED).format(about=about), "owner": ["区选举委员会办公室"]}],
    }


def _point(chance: Chance, topic: str) -> Record:
    return {"title": f"把{topic}做实", "text": _sentence(chance, topic)}


def _sentence(chance: Chance, about: str) -> str:
    return chance.pick(SAID).format(about=about, day=chance.between(2, 28))


def _person(chance: Chance, people: list[str]) -> Record:
    return {"name": chance.pick(people), "posts": [chance.pick(POSTS)]}


def frame(area: str = "示例区") -> Iterator[tuple[str, str]]:
    """Write the records that meetings refer to: the election, the themes, a source."""
    yield (
        "election.yml",
        f"""title: {area} 2026 年换届选举
area: {area}
region: 示例省示例市
summary: 用来量快慢的一次选举，内容全是虚构的。
source: report
invented: yes
congresses:
  - {{level: 县级, name: {area}人民代表大会, short: 区人大}}
polling_day: 2026-11-18
""",
    )
    yield (
        "sources.yml",
        "- {id: report, label: 报道, title: 报道, publisher: 示例, published_on: 2026-01-01, summary: 虚构的。}\n",
    )
    themes = "".join(
        f"- {{id: {theme}, title: 主题 {theme}, question: 这个主题讲什么, summary: 汇集有关的记录。}}\n"
        for theme in THEMES
    )
    yield "themes.yml", themes
