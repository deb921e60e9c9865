"""Every prose field of every record comes out as it was typed: the text of the page is the text of the record."""

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from district.chance import Chance
from huanjie.checks.report import check_folder
from huanjie.model.base import FieldGroup
from huanjie.model.values import Prose
from huanjie.pages import Edition, every_page
from huanjie.pages.shared.rendering import render
from huanjie.yaml_text import Text
from huanjie.yaml_text.editing import Editing
from tests.support.example import CONTENT, TODAY

pytestmark = pytest.mark.build

SIGNS = "甲王李当选人大代表〇零二百年月日0123456789*_~`[]()<>&#"


def holds(hint: object) -> bool:
    """Whether a field takes prose."""
    return hint == Prose or any(map(holds, get_args(hint)))


def prose_of(value: object) -> Iterator[tuple[str, Text]]:
    """The prose in a record and what is in it, each with the name of its field."""
    if isinstance(value, FieldGroup):
        hints = get_type_hints(type(value), include_extras=True)
        for name, inner in value.__dict__.items():
            if isinstance(inner, Text) and holds(hints[name]):
                yield f"{type(value).__name__}.{name}", inner
            else:
                yield from prose_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from prose_of(inner)


def read(content: Path) -> str:
    """All that readers read on the site of a content folder, white space left out."""
    report = check_folder(content, TODAY)
    assert not report.refused, report.text("")
    shown = "\0".join(render(page) for page in every_page(Edition.of(report)))
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[a-z/!][^>]*>", "", shown)))


def test_the_text_of_the_page_is_the_text_of_the_record(tmp_path: Path) -> None:
    chance, before = Chance("fields"), read(CONTENT)
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    typed: dict[str, list[str]] = {}
    files: dict[str, Editing] = {}
    for record in check_folder(CONTENT, TODAY).records.all:
        if record.filed == "within":
            continue
        for field, text in prose_of(record):
            if text.at.length == 1 or re.sub(r"\s+", "", text) not in before:
                continue  # block text, or not public on the day
            new = "".join(chance.pick(SIGNS) for _ in range(chance.between(1, 90)))
            file = files.setdefault(text.at.file, Editing((CONTENT / text.at.file).read_bytes()))
            file.replace(text.at, f"'{new}'")
            typed.setdefault(field, []).append(new)
    for name, file in files.items():
        (content / name).write_bytes(file.done())
    after = read(content)
    lost = {field: text for field, strings in typed.items() for text in strings if text not in after}
    assert lost == {}
    assert len(typed) > 45
    assert sum(map(len, typed.values())) > 2500
