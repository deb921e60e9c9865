"""People as records name them: a name and the posts held, each post with what the source left out."""

from typing import Annotated, ClassVar

from pydantic import Field

from huanjie.model.base import Record
from huanjie.model.facts import Fact, OrGap
from huanjie.model.values import Line, Prose, Several


class Post(Fact[Line]):
    """一个职务。"""

    shorthand: ClassVar[str] = "value"


class Person(Record):
    """一个人和他的职务。同一个人有几个职务就写几条；同名的人各写一条。"""

    shorthand: ClassVar[str] = "name"

    name: Annotated[Line, OrGap] = Field(description="姓名，如 张三；不详写 unknown，原稿读不出来写 unreadable")
    posts: Several[Post] = Field((), description="职务，一条一个，如 区人大常委会主任；来源没写全的，写明缺什么")
    note: Prose | None = Field(None, description="读者需要知道的说明")
