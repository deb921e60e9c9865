"""Points of speeches, policies and reports, in the order and nesting of the source."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from huanjie.model.base import FieldGroup, refuse
from huanjie.model.facts import Ref
from huanjie.model.values import Line, Prose, Several


class Point(FieldGroup):
    """一条要点。下面还可以再分条。"""

    shorthand: ClassVar[str] = "text"

    title: Line | None = Field(None, description="这一条的小标题，如 严肃换届纪律")
    text: Prose | None = Field(None, description="这一条的内容，用自己的话写")
    owner: Several[Line] = Field((), description="由谁负责，一条一个单位")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪个宣传主题，写主题的编号")
    unreadable: Prose | None = Field(None, description="原稿这一条里有读不出的地方时，写明在哪里")
    note: Prose | None = Field(None, description="读者需要知道的说明")
    points: tuple["Point", ...] = Field((), description="下面再分的条")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.title is None and self.text is None:
            refuse("M102", "这一条既没有 title（小标题）也没有 text（内容）", "请至少写一样")
        return self


def numbered(points: tuple[Point, ...], prefix: str) -> Iterator[tuple[str, Point]]:
    """Walk points and their sub-points in order, each with its id: `prefix-2-1` is the first under the second."""
    for number, point in enumerate(points, 1):
        yield f"{prefix}-{number}", point
        yield from numbered(point.points, f"{prefix}-{number}")
