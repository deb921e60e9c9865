"""Names of people, all invented, no two alike; and their order by strokes."""

from district.chance import Chance
from huanjie.chinese import strokes

# Common ones, in no order; the officials of the example have others (see its bodies), so nobody is mistaken for one.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐马郭何林罗郑宋唐许韩冯曹曾肖田董袁"
    "潘于蒋蔡余杜叶苏魏吕丁任沈卢姜崔钟谭陆汪范金石廖贾夏付方"
    "白邹熊秦邱薛闫段雷侯龙史陶黎顾毛郝龚邵万钱严覃武戴"
)
COMMON = "王李张刘陈杨赵"  # as usual; these three times as often
MEN = ("建永国志文春学长玉万成双保兴福金德世存继树宏家有根旭景", "军林平民生才山贵海田银祥顺虎龙斌明亮全峰义科元喜伟")
WOMEN = ("秀玉春桂小晓雪月红海亚淑改巧彩翠美文莉双引香粉素", "兰英梅花霞琴芳玲娟莲萍燕娥珍红丽霜云叶菊转蓉凤")
SHORT = ("斌军涛鹏磊旭亮林峰伟旺", "娟霞艳燕玲萍梅蓉芳婷")
TWO_CHARACTERS = 0.15  # the share of names that have only two
KNOWN = ("刘德华", "张海迪", "李玉刚", "李双江", "王德顺", "王海涛", "李春平", "王宏伟", "李文海", "张文海")


class Names:
    """Gives names that nobody has yet."""

    def __init__(self, chance: Chance) -> None:
        """Begin with those of people whom everybody knows, so that nobody here is called like them."""
        self._chance = chance
        self._given = set(KNOWN)
        self.posts: set[str] = set()  # that only one person can have, and somebody has
        self._surnames = SURNAMES + COMMON * 2

    def next(self) -> tuple[str, str]:
        """Give a name and its sex."""
        while True:
            woman = self._chance.happens(0.4)
            name = self._chance.pick(self._surnames) + self._own(woman=woman)
            if name not in self._given and name[0] not in name[1:]:
                self._given.add(name)
                return name, "女" if woman else "男"

    def _own(self, *, woman: bool) -> str:
        if self._chance.happens(TWO_CHARACTERS):
            return self._chance.pick(SHORT[woman])
        firsts, seconds = WOMEN if woman else MEN
        first = self._chance.pick(firsts)
        return first + self._chance.pick(seconds.replace(first, ""))


def by_strokes(name: str) -> tuple[int, str]:
    """Sort key: the strokes of the surname; those of one surname stay together."""
    return strokes(name), name
