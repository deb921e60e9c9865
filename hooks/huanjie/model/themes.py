"""Themes of the publicity plan: each gathers the records, speech points and policies that belong to it."""

from typing import ClassVar

from pydantic import Field

from huanjie.model.base import Filed, Record
from huanjie.model.values import Line, Prose, Slug


class Theme(Record):
    """宣传主题：宣传方案定下的每个主题，回答群众的一个问题。"""

    kind: ClassVar[str] = "themes"
    filed: ClassVar[Filed] = "list"
    noun: ClassVar[str] = "主题"

    id: Slug = Field(description="编号，记录里用它指明主题，如 discipline")
    title: Line = Field(description="主题名称，如 选举纪律")
    question: Line = Field(description="问题，用一句大白话说，这个主题回答什么")
    summary: Prose = Field(description="概要，一两句话：这一页汇集什么")
