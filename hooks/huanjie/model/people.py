"""People in records: a name and the posts held, each post with what the source left out."""

import re
from typing import Annotated, ClassVar

from pydantic import Field, PlainValidator

from huanjie.model.base import FieldGroup, refuse
from huanjie.model.facts import Fact, OrGap
from huanjie.model.marks import unmarked
from huanjie.model.values import Line, Prose, Several, line
from huanjie.yaml_text import Text, Value, shorten

_SPACED = re.compile(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,2}")  # 张 三, as printed lists have it
_ROW = re.compile(r"[\u4e00-\u9fff]{2,3}(?: [\u4e00-\u9fff]{2,3}){2,}")  # two parts may be one name
_OFFICE = "(?:书记|主任|主席|部长|[局县区镇乡院站所科组校]长|检察长|秘书长)"
_NAME = r"(?!委员|助理|同志|代表|秘书|科员)(?P<name>[\u4e00-\u9fff]{2,3})"
# 张三 王主任 are two people, so a post of three characters behind a name is one only where it is 副主任.
_BEHIND = rf"(?P<post>副?(?:{_OFFICE}|委员|负责人)|[\u4e00-\u9fff]{{2,}}(?:{_OFFICE}|委员|负责人))"
_POST_AND_NAME = (
    re.compile(rf"(?P<post>[\u4e00-\u9fff]*{_OFFICE}) ?{_NAME}"),
    re.compile(rf"{_NAME} ?[（(，, ] ?{_BEHIND}[）)]?"),
)


def _bare_name(value: Value) -> Text:
    text = line(value)
    if _SPACED.fullmatch(text):
        refuse("M111", f"姓名“{text}”中间有空格", f"请写成 {text.replace(' ', '')}", text.replace(" ", ""))
    return text


def _name(value: Value) -> Text:
    text = _bare_name(value)
    if not text.at.length and re.fullmatch(r"\S{2,4}(?: \S{2,4})+", text):  # a list without its dashes
        refuse("M111", f"“{shorten(text)}”写了好几行，像是几个人的姓名", "请一人一条，每条前面写“- ”")
    if match := next(filter(None, (form.fullmatch(text) for form in _POST_AND_NAME)), None):
        post, name = match["post"], match["name"]
        right = f"请分开写：name: {name}，posts: {post}"
        refuse("M111", f"“{shorten(text)}”像是把职务和姓名写在了一起", right, f"{{name: {name}, posts: {post}}}")
    if _ROW.fullmatch(text):
        refuse("M111", f"“{shorten(text)}”像是几个人的姓名", "请一人一条，如 [张三, 李四]", text.split(" "))
    if len(names := [name.strip() for name in re.split("[、，,；;]", unmarked(text)) if name.strip()]) > 1:
        refuse("M111", f"“{shorten(text)}”像是几个人的姓名", f"请一人一条，如 [{shorten(', '.join(names))}]", names)
    return text


Name = Annotated[Text, PlainValidator(_bare_name)]  # a name alone, as of candidates


class Post(Fact[Line]):
    """一个职务。"""

    shorthand: ClassVar[str] = "value"


class Person(FieldGroup):
    """一个人和他的职务。同一个人有几个职务就写几条；同名的人各写一条。"""

    shorthand: ClassVar[str] = "name"

    name: Annotated[Text, PlainValidator(_name), OrGap] = Field(
        description="姓名，如 张三；不详写 unknown，原稿读不出来写 unreadable"
    )
    posts: Several[Post] = Field((), description="职务，一条一个，如 区人大常委会主任；来源没写全的，写明缺什么")
    note: Prose | None = Field(None, description="读者需要知道的说明")
