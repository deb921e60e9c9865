"""The style sheet: one file per subject, each short, joined into the one that pages link to."""

from pathlib import Path

import pytest

from huanjie.site.events import THEME
from huanjie.site.styles import ADDRESS, FOLDER, SHEETS, style_sheet
from tests.conftest import Project

FILES = sorted((THEME / FOLDER).iterdir())


def test_every_sheet_is_joined_once() -> None:
    assert sorted(f"{name}.css" for name in SHEETS) == [file.name for file in FILES]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_sheet_has_one_subject_and_ends_with_a_rule(file: Path) -> None:
    lines = file.read_text("utf-8").split("\n")
    assert len(lines) <= 300
    assert lines[-2:] == ["}", ""]


@pytest.mark.build
def test_a_site_has_the_joined_sheet_alone(project: Project) -> None:
    assert project.build().returncode == 0
    assert (project.site / ADDRESS).read_text("utf-8") == style_sheet(THEME)
    assert not (project.site / FOLDER).exists()
