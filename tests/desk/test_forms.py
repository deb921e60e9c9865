"""What is made from the model for editors: schemas, templates, settings, lists; kept current and true."""

import json
import re
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from huanjie.__main__ import main
from huanjie.checks.report import check_folder
from huanjie.content.files import kind_of, list_files
from huanjie.desk.json_schema import schema
from huanjie.desk.schema_files import files
from huanjie.desk.templates import template
from huanjie.findings import ERROR
from huanjie.model import KINDS
from huanjie.model.base import Record
from huanjie.model.fields import filed_at, own_kinds
from huanjie.yaml_text import Fields, Items, Text, Value, read
from tests.conftest import ROOT, Project
from tests.support.blanks import filled

FILES = files()
SITES = (ROOT / "content", ROOT / "examples" / "shili" / "content")


def plain(value: Value) -> object:
    """A value as an editor of text takes it: whole numbers and true and false are no texts there."""
    if isinstance(value, Fields):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, Items):
        return [plain(one) for one in value]
    if re.fullmatch("0|[1-9][0-9]*", value):
        return int(value)
    return {"true": True, "false": False}.get(value, str(value))


def typed(text: str) -> Value:
    value = read("a.yml", text.encode())
    assert isinstance(value, Text | Items | Fields), value
    return value


@pytest.mark.parametrize("name", FILES)
def test_what_is_made_from_the_model_is_current_in_the_repository(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == FILES[name], "run: huanjie schema --write ."


@pytest.mark.build
def test_every_record_of_both_sites_fits_its_schema() -> None:
    validators = {kind: Draft7Validator(schema(kind)) for kind in own_kinds()}
    seen = set()
    for site in SITES:
        for file in list_files(site, []):
            kind = kind_of(file)
            assert isinstance(kind, type)
            seen.add(kind)
            value = plain(typed((site / file).read_text("utf-8")))
            assert [f"{file} {wrong.json_path}: {wrong.message}" for wrong in validators[kind].iter_errors(value)] == []
    assert len(seen) > 10


MEETING = {"title": "会", "date": "2016-05-31", "sort": "动员会", "summary": "说了事。", "source": "report-2016-05-31"}


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"date": {"value": "2016-05-31", "inferred": "推定的。"}}, True),
        ({"date": ["2016-05-31", {"value": "2016-06-01", "source": "other"}]}, True),
        ({"date": "unknown"}, True),
        ({"date": "5月31日"}, False),
        ({"date": {"source": "other"}}, False),
        ({"dat": "2016-05-31"}, False),
        ({"sort": "茶话会"}, False),
        ({"title": 2016}, True),
        ({"title": ["会"]}, False),
        ({"chair": "张三"}, True),
        ({"chair": [{"name": "张三", "posts": "主任"}, "李四"]}, True),
        ({"chair": {"posts": "主任"}}, False),
        ({"attendance": {"due": 240}}, True),
        ({"attendance": {"due": "unreadable"}}, True),
        ({"attendance": {"due": "240人"}}, False),
        ({"attendance": {"due": -1}}, False),
        ({"draft": "yes"}, True),
        ({"draft": "maybe"}, False),
    ],
    ids=str,
)
def test_a_schema_takes_what_the_model_takes(change: dict[str, Any], *, fits: bool) -> None:
    record = MEETING | change
    assert Draft7Validator(schema(KINDS["meetings"])).is_valid(record) is fits


def test_a_field_that_must_be_filled_is_missed() -> None:
    for name in MEETING:
        less = {key: one for key, one in MEETING.items() if key != name}
        assert not Draft7Validator(schema(KINDS["meetings"])).is_valid(less)


def groups(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in whole["definitions"].values():
        yield one if "properties" in one else one["anyOf"][1]


@pytest.mark.parametrize("kind", own_kinds(), ids=lambda kind: kind.kind)
def test_every_field_has_a_chinese_title_and_its_example_fits(kind: type[Record]) -> None:
    whole = schema(kind)
    Draft7Validator.check_schema(whole)
    for group in groups(whole):
        for name, field in group["properties"].items():
            assert re.search("[\u4e00-\u9fff]", field["title"] + field["description"]), name
            validator = Draft7Validator(field | {"definitions": whole["definitions"]})
            for example in field.get("examples", []):
                assert validator.is_valid(example), (name, example)


def uncommented(text: str) -> str:
    """The template with all its fields, once its lines for people are gone."""
    text = "\n".join(text.split("\n")[2:])
    while (shorter := re.sub(r"^([ -]*)# (?=[ ]*(?:- )?(?:# )*[a-z_]+:)", r"\1", text, flags=re.MULTILINE)) != text:
        text = shorter
    return text


@pytest.mark.parametrize("kind", own_kinds(), ids=lambda kind: kind.kind)
def test_a_template_that_is_filled_everywhere_is_a_record(kind: type[Record]) -> None:
    value = typed(filled(uncommented(template(kind)), kind))
    for one in value if isinstance(value, Items) else [value]:
        assert {str(name) for name in one} >= {*kind.model_fields}
        kind.model_validate(one)


def found_in(project: Project, kind: type[Record], text: str) -> list[tuple[int, str]]:
    """The errors of a file of that kind, each with its line in the text, beside the records of a new project."""
    path = project.content / filed_at(kind).replace("*", "template")
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if kind.filed == "list" and path.exists() else ""
    if before:  # its example is there already
        before = before.replace("id: report-2016-05-31", "id: other").replace("id: discipline", "id: other")
    path.write_text(before + text, "utf-8")
    file = path.relative_to(project.content).as_posix()
    found = [one for one in check_folder(project.content, date(2016, 7, 1)).findings if one.severity == ERROR]
    return [(one.at.line - before.count("\n"), one.id) for one in found if one.at.file == file]


@pytest.mark.parametrize("kind", own_kinds(), ids=lambda kind: kind.kind)
def test_a_template_passes_the_check_once_its_blanks_are_filled(kind: type[Record], project: Project) -> None:
    assert found_in(project, kind, filled(template(kind), kind)) == []


@pytest.mark.parametrize("whole", [False, True], ids=["as it is", "all fields"])
@pytest.mark.parametrize("kind", own_kinds(), ids=lambda kind: kind.kind)
def test_whatever_was_left_standing_of_a_template_is_an_error_on_its_line(
    kind: type[Record], project: Project, *, whole: bool
) -> None:
    text = uncommented(template(kind)) if whole else template(kind)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if re.match(r"[^#]*: \[?【请填：", line)]
    assert lines
    assert {*found_in(project, kind, text)} == {(line, "M112") for line in lines}


def test_no_template_names_a_real_place_or_has_its_figures() -> None:
    for kind in own_kinds():
        assert not re.search("秦州|天水|天之水|甘肃|501924|2016-06-28", template(kind))
        assert all(
            re.search("【请填：", line) for line in template(kind).split("\n") if re.match("[^#]*[a-z_]: [^ ]", line)
        )


def test_the_settings_find_the_schema_of_every_record_in_both_sites() -> None:
    globs = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    for site in SITES:
        for file in list_files(site, []):
            kind = kind_of(file)
            assert isinstance(kind, type)
            path = Path("/", site.relative_to(ROOT), file).as_posix()
            fitting = [name for name, glob in globs.items() if fnmatch(path, glob.replace("/**/", "/"))]
            assert fitting == [f"./schemas/{kind.kind}.json"], path


def test_the_command_gives_one_schema_or_template(project: Project) -> None:
    given = json.loads(project.run("huanjie", "schema", "meetings").stdout)
    assert given == schema(KINDS["meetings"])
    assert project.run("huanjie", "schema", "meetings", "--template").stdout == template(KINDS["meetings"])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("meetings.date", "date：会议日期，如 2016-05-31"),
        ("meetings.date", "必填；日期，年-月-日；可以附来源、说明"),
        ("meetings.speeches.speaker.posts", "可以不写；一组栏目，一条或者几条"),
        ("meetings.attendance", "  due  应到人数"),
        ("constituencies.number", "选区编号"),
        ("bodies", "写在 content/bodies.yml"),
        ("meetings.dat", "没有“dat”这一栏，是不是 date"),
        ("meetings.date.x", "没有“x”这一栏"),
        ("meeting", "是不是 meetings"),
    ],
)
def test_explain_says_what_a_field_takes(asked: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", asked])
    assert told in "".join(capsys.readouterr())


def test_the_hook_before_a_commit_runs_a_command_that_there_is(project: Project) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    command = re.search("entry: (.*)", hook)
    files = re.search("files: (.*)", hook)
    assert command
    assert files
    assert project.run(*command[1].split()).returncode == 0
    assert re.search(files[1], "examples/shili/content/areas/dongguan.yml")
    assert not re.search(files[1], "mkdocs.yml")
