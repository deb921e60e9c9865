"""Lists that a constituency publishes, with issuer and columns."""

from typing import Annotated

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.values import Line, Prose, Several, one_of

NAMES = ("选民名单", "初步候选人名单", "正式候选人名单", "选举结果")


class PostedList(FieldGroup):
    """选区公布的一份名单：谁发布的，有哪几栏。哪天公布写在选区的 voter_list 等栏。"""

    list: Annotated[Line, one_of(*NAMES)] = Field(description=f"哪份名单：{'、'.join(NAMES)}")
    issuer: Line | None = Field(None, description="谁发布的，如 示例区选举委员会")
    columns: Several[Line] = Field((), description="名单上有哪几栏，如 [姓名, 性别, 年龄]")
    note: Prose | None = Field(None, description="读者需要知道的说明")
