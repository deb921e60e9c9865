"""Records as forms: what is shown of them, what is changed in their files, and who may ask."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from huanjie.__main__ import main
from huanjie.cli import CLEAN, desk
from huanjie.content.files import kind_of, list_files
from huanjie.desk.filled import LossError, as_form, as_record, changed, form_fields, is_listed
from huanjie.desk.form_config import config
from huanjie.model import KINDS
from huanjie.model.areas import Area
from huanjie.model.base import FieldGroup, Record
from huanjie.model.constituencies import Constituency
from huanjie.model.fields import own_kinds
from huanjie.model.meetings import Meeting
from huanjie.model.stations import Station
from huanjie.yaml_text import Fields, Items, read
from huanjie.yaml_text.editing import Path as Within
from huanjie.yaml_text.editing import Plain
from huanjie.yaml_text.editing import fields as as_yaml
from tests.conftest import ROOT, Write
from tests.support.asking import ANSWERS, ANY
from tests.support.desk import MEETING, ask, keep, opened

SITES = (ROOT / "content", ROOT / "examples" / "shili" / "content")


@cache
def records() -> tuple[tuple[type[Record], bytes, Within, Fields], ...]:
    """Every record of both sites that has a form."""
    return tuple(_records())


def _records() -> Iterator[tuple[type[Record], bytes, Within, Fields]]:
    for site in SITES:
        for file in list_files(site, []):
            kind = kind_of(file)
            assert isinstance(kind, type)
            raw = (site / file).read_bytes()
            value = read(file, raw)
            if isinstance(value, Fields):
                yield kind, raw, (), value
            for name, inner in (("constituencies", Constituency), ("stations", Station)):
                listed = value.get(name) if isinstance(value, Fields) and kind is Area else None
                for number, one in enumerate(listed if isinstance(listed, Items) else []):
                    assert isinstance(one, Fields)
                    yield inner, raw, (name, number), one
            for number, one in enumerate(value if isinstance(value, Items) else []):
                assert isinstance(one, Fields)
                yield kind, raw, (number,), one


def typed(text: str) -> Fields:
    value = read("meetings/2016-06-02.yml", text.encode())
    assert isinstance(value, Fields), value
    return value


@pytest.mark.build
def test_a_form_that_is_opened_and_saved_changes_no_byte() -> None:
    seen = 0
    for kind, raw, within, value in records():
        assert changed(raw, within, kind, value, as_form(kind, value)) == raw
        seen += 1
    assert seen > 100


@pytest.mark.build
def test_a_form_shows_a_record_whole() -> None:
    for kind, _, _, value in records():
        form = as_form(kind, value)
        again = typed(as_yaml(as_record(kind, form), 0) + "\n")
        assert as_form(kind, again) == form


def filled(**said: Plain) -> dict[str, Plain]:
    return as_form(Meeting, typed(MEETING)) | said


SPEECH: dict[str, Plain] = {"speaker": {"name": "李四", "posts": ["书记"]}}
POINTS: list[dict[str, Plain]] = [
    {"text": "先做这个。"},
    {"title": "再做那个", "points": [{"text": "一处"}, {"text": "两处"}]},
]


@pytest.mark.parametrize(
    ("said", "was", "now"),
    [
        ({"title": "动员会"}, "title: 推进会  # 照报道", "title: 动员会  # 照报道"),
        ({"date": {"value": "2016-06-03", "note": ""}}, "date: 2016-06-02", "date: 2016-06-03"),
        (
            {"date": {"value": "2016-06-02", "note": "报道只写月日。"}},
            "date: 2016-06-02\n",
            "date:\n  value: 2016-06-02\n  note: 报道只写月日。\n",
        ),
        ({"summary": "一段。\n\n又一段。"}, "summary: 走到了哪一步。", "summary: |-\n  一段。\n\n  又一段。"),
        ({"themes": []}, "themes: progress\n", ""),
        ({"themes": ["progress", "policy"]}, "themes: progress", "themes: [progress, policy]"),
        ({"place": "乡政府"}, "themes: progress\n", "themes: progress\nplace: 乡政府\n"),  # where the model has it
        ({"chair": [{"name": "王五", "posts": []}]}, "chair: 张三 #", "chair: 王五 #"),
        ({"chair": [{"name": "张三", "posts": ["主席"]}]}, "chair: 张三 #", "chair: {name: 张三, posts: 主席} #"),
        (
            {"speeches": [SPEECH | {"points": [POINTS[0], POINTS[1] | {"title": "不做那个"}]}]},
            "title: 再做那个",
            "title: 不做那个",
        ),
        (
            {"speeches": [SPEECH | {"points": [*POINTS, {"text": "三"}]}]},
            "[一处, 两处]\n",
            "[一处, 两处]\n      - 三\n",
        ),
        ({"speeches": [SPEECH | {"points": POINTS[1:]}]}, "      - 先做这个。 # 第一件\n", ""),
        (
            {"speeches": [SPEECH | {"points": POINTS}, {"speaker": {"name": "赵六"}}]},
            "\ndecisions",
            "\n  - speaker: 赵六\ndecisions",
        ),
        (
            {"decisions": [{"text": "张贴名单", "owner": ["各村"], "outcome": [{"text": "贴了"}]}]},
            "[各村]\n",
            "[各村]\n    outcome: 贴了\n",
        ),
        ({"draft": "yes"}, "    owner: [各村]\n", "    owner: [各村]\ndraft: yes\n"),
    ],
)
def test_only_what_was_changed_in_a_form_is_changed_in_the_file(said: dict[str, Plain], was: str, now: str) -> None:
    assert MEETING.count(was) == 1
    new = changed(MEETING.encode(), (), Meeting, typed(MEETING), filled(**said)).decode()
    assert new == MEETING.replace(was, now)


@pytest.mark.parametrize(
    "points",
    [
        [POINTS[1], POINTS[0]],  # in another order
        [{"text": "新的"}, *POINTS],  # before others
    ],
)
def test_what_would_lose_a_comment_is_not_written(points: list[Plain]) -> None:
    with pytest.raises(LossError, match="第一件"):
        changed(MEETING.encode(), (), Meeting, typed(MEETING), filled(speeches=[SPEECH | {"points": points}]))


def test_the_order_of_a_list_without_comments_can_be_changed() -> None:
    text = MEETING.replace(" # 第一件", "")
    speech = SPEECH | {"points": [{"text": "新的"}, *POINTS]}
    new = changed(text.encode(), (), Meeting, typed(text), filled(speeches=[speech])).decode()
    assert "      - 新的\n      - 先做这个。\n      - title: 再做那个\n        points: [一处, 两处]\n" in new
    assert new.replace("      - 新的\n", "") == text


def test_hints_say_nothing_of_how_yaml_is_written() -> None:
    hints = re.findall("(?:hint|label): (.+)", config())
    assert [hint for hint in hints if re.search(r"yes\b|[\[\]]|unknown-05-31\"", hint)] == []


def test_every_field_of_every_kind_has_a_control() -> None:
    said = yaml.safe_load(config())
    assert {one["name"] for one in said["collections"]} == {*KINDS}
    for one in said["collections"]:
        (form,) = [file["fields"] for file in one["files"]] if "files" in one else [one["fields"]]
        assert [field["name"] for field in form if field["name"][0] != "_"] == [
            field.name for field in form_fields(KINDS[one["name"]])
        ]


# ---- Over HTTP -------------------------------------------------------------


@pytest.fixture
def served(folder: Write) -> Iterator[tuple[Path, int]]:
    content = folder({"meetings/2016-06-02.yml": MEETING})
    with desk.server(content, ROOT / "desk", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield content, server.server_port
        server.shutdown()


def test_an_entry_of_a_list_is_added_and_changed_where_it_stands(served: tuple[Path, int]) -> None:
    content, port = served
    before = (content / "sources.yml").read_text("utf-8")
    path, form = "sources/report-2.yml", {"id": "report-2", "label": "又一份", "summary": "说了事。"}
    assert keep(port, path, form, new=True)[0] == 200
    added = "- id: report-2\n  label: 又一份\n  summary: 说了事。\n"
    assert (content / "sources.yml").read_text("utf-8") == before + added
    assert keep(port, path, opened(port, path) | {"label": "第二份"})[0] == 200
    assert (content / "sources.yml").read_text("utf-8") == before + added.replace("又一份", "第二份")
    status, answer = keep(port, path, form, new=True)
    assert (status, answer["error"].partition("，")[0]) == (422, "没有存：编号“report-2”已经用过了")


def test_what_there_is_only_one_of_is_not_made_a_second_time(served: tuple[Path, int]) -> None:
    content, port = served
    before = (content / "election.yml").read_bytes()
    status, answer = keep(port, "election.yml", {"title": "又一次"}, new=True)
    assert (status, answer["error"]) == (422, "选举已经有了，请打开它来改")
    assert (content / "election.yml").read_bytes() == before


def test_of_a_new_source_it_is_not_told_that_nothing_cites_it(served: tuple[Path, int]) -> None:
    _, port = served
    path, form = "sources/report-2.yml", {"id": "report-2", "label": "又一份", "summary": "说了事。"}
    assert keep(port, path, form, new=True)[0] == 200
    assert ask(port, "told") == (200, {"told": []})
    assert keep(port, path, opened(port, path) | {"label": "第二份"})[0] == 200
    assert ask(port, "told")[1]["told"] == [
        "提示：没有记录用到来源“report-2”；请在用到它的记录里写上编号；用不着就删去"
    ]


def test_two_sources_of_one_label_are_told_apart_in_the_list(served: tuple[Path, int]) -> None:
    content, port = served
    with (content / "sources.yml").open("a", encoding="utf-8") as sources:
        sources.write("- {id: report-2, label: 报道, summary: 又一份。}\n")
    listed = [json.loads(one["data"])["_called"] for one in ask(port, "entriesByFolder", folder="sources")[1]]
    assert sorted(listed) == ["2016-06-29 公报（bulletin）", "2016-06-29 报道（report）", "报道（report-2）"]


def least(model: type[FieldGroup]) -> dict[str, Plain]:
    """A form in which just what is needed is filled in."""
    form: dict[str, Plain] = {}
    for field in (field for field in form_fields(model) if field.required):
        known = ANY.get(field.kind, "") if field.sort == "ref" else ANSWERS.get(field.sort, "")
        answer: Plain = field.choices[0] if field.choices else known
        if field.sort in ("line", "count", "day") and field.example:
            answer = field.example
        if field.group:
            answer = least(field.group)
        form[field.name] = [answer] if is_listed(field) else answer
    return form


@pytest.mark.parametrize("kind", [kind for kind in own_kinds() if kind.kind != "election"], ids=lambda kind: kind.kind)
def test_a_record_of_each_kind_is_made_by_its_form(served: tuple[Path, int], kind: type[Record]) -> None:
    content, port = served
    form = least(kind) | ({"_file": "new-one"} if kind.filed == "folder" else {})
    path = f"{kind.kind}.yml" if kind.filed == "one" else f"{kind.kind}/{form.get('id', 'new-one')}.yml"
    assert keep(port, path, form, new=kind.filed != "one") == (200, {"message": "存好了"})
    assert main(["check", str(content)]) == CLEAN


AREA = """title: 示例镇
sort: 镇
source: report
localities: [东村, 西村]
constituencies:
  - number: 1
    level: 县级
    covers: 东村 # 按村分
    seats: 1
"""


def test_a_constituency_has_a_form_of_its_own_and_lies_in_its_township(served: tuple[Path, int]) -> None:
    content, port = served
    area = content / "areas" / "shili.yml"
    area.parent.mkdir()
    area.write_text(AREA, "utf-8")
    path = "constituencies/shili/county-1.yml"
    form = opened(port, path)
    assert (form["_within"], form["_called"], form["number"]) == ("shili", "示例镇 县级第 1 选区", "1")
    assert keep(port, path, form | {"seats": "2"})[0] == 200
    assert area.read_text("utf-8") == AREA.replace("seats: 1", "seats: 2")
    moved = {"error": "编号和文件名是网页的地址，存了以后不改"}
    assert keep(port, path, form | {"number": "3"}) == (422, moved)
    status, answer = keep(port, path, form | {"seats": "两名"})
    assert (status, answer["error"]) == (422, "没有存：“两名”不是数；请写阿拉伯数字，如 120；不详写 unknown，不要写 0")
    second = {"_within": "shili", "number": "2", "level": "县级", "covers": [{"name": "西村"}], "seats": "1"}
    assert ask(port, "fileName", kind="constituencies", filled=second) == (200, {"name": "county-2"})
    assert keep(port, "constituencies/shili/county-2.yml", second, new=True)[0] == 200
    named = {"_within": "shili", "level": "县级", "name": "红旗路社区选区", "id": "hongqilu"}
    assert ask(port, "fileName", kind="constituencies", filled=named) == (200, {"name": "county-hongqilu"})
    wanting = {"error": "编号等必填的还没有填好；编号不是数和字母的、没有编号的，请填“写在网址里的编号”"}
    assert ask(port, "fileName", kind="constituencies", filled=named | {"id": ""}) == (422, wanting)
    station = {"_within": "shili", "id": "station-1", "title": "东村投票站", "serves": [{"name": "东村"}]}
    assert keep(port, "stations/shili/station-1.yml", station, new=True)[0] == 200
    stations = "stations:\n  - {id: station-1, title: 东村投票站, serves: 东村}\n"
    added = "  - number: 2\n    level: 县级\n    covers: 西村\n    seats: 1\n"
    now = AREA.replace("seats: 1", "seats: 2").replace("constituencies:", f"{stations}constituencies:")
    assert area.read_text("utf-8") == now + added


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"date": "5月31日"}, "日期“5月31日”没有年份；请写成 年份-05-31"),
        ({"source": ["nowhere"]}, "没有编号为“nowhere”的来源"),
        ({"_file": "2016-06-09"}, "编号和文件名是网页的地址，存了以后不改"),
        ({"_opened": "earlier"}, "这份记录打开以后在别处改过，没有存。请重新打开再改"),
    ],
)
def test_what_does_not_pass_the_check_is_told_and_not_kept(
    served: tuple[Path, int], said: dict[str, Any], told: str
) -> None:
    content, port = served
    path = "meetings/2016-06-02.yml"
    status, answer = keep(port, path, opened(port, path) | said)
    assert (status, told in answer["error"]) == (422, True), answer
    assert (content / path).read_text("utf-8") == MEETING


def test_a_form_that_stays_open_is_saved_again(served: tuple[Path, int]) -> None:
    content, port = served
    path = "meetings/2016-06-02.yml"
    form = opened(port, path)
    assert keep(port, path, form | {"title": "一"})[0] == 200
    assert keep(port, path, form | {"title": "二"})[0] == 200
    assert (content / path).read_text("utf-8") == MEETING.replace("title: 推进会", "title: 二")


def test_two_forms_of_one_record_do_not_undo_each_other(served: tuple[Path, int]) -> None:
    content, port = served
    path = "meetings/2016-06-02.yml"
    first, second = opened(port, path), opened(port, path)
    assert keep(port, path, first | {"title": "一"})[0] == 200
    assert keep(port, path, second | {"sort": "动员会"})[0] == 422
    assert keep(port, path, first | {"title": "推进会"})[0] == 200  # as it was
    assert keep(port, path, first | {"title": "二"})[0] == 200
    assert (content / path).read_text("utf-8") == MEETING.replace("title: 推进会", "title: 二")


def test_a_record_that_is_gone_is_not_made_again(served: tuple[Path, int]) -> None:
    content, port = served
    path = "meetings/2016-06-02.yml"
    form = opened(port, path)
    (content / path).unlink()
    assert keep(port, path, form) == (422, {"error": "这份记录已经不在了，没有存"})
    assert not (content / path).exists()


def test_drafts_have_forms_too(served: tuple[Path, int]) -> None:
    content, port = served
    path = "meetings/2016-06-02.yml"
    text = MEETING + "draft: yes\n"
    (content / path).write_text(text, "utf-8")
    form = opened(port, path)
    assert (form["title"], form["_called"]) == ("推进会", "2016-06-02 推进会（草稿）")
    assert keep(port, path, form | {"title": "动员会"})[0] == 200
    assert (content / path).read_text("utf-8") == text.replace("title: 推进会", "title: 动员会")


@pytest.mark.parametrize("path", ["meetings/../away.yml", "meetings/../../away.yml", "areas/UP.yml"])
def test_nothing_is_written_outside_its_place(served: tuple[Path, int], path: str) -> None:
    content, port = served
    before = sorted(content.parent.rglob("*.yml"))
    form = {"title": "会", "date": "2016-06-09", "sort": "动员会", "summary": "说了事。", "source": ["report"]}
    assert keep(port, path, form, new=True)[0] == 422
    station = {"_within": "..", "id": "away", "title": "站", "serves": [{"name": "东村"}]}
    assert keep(port, "stations/../away.yml", station, new=True) == (422, {"error": "没有“..”这个乡镇街道"})
    assert sorted(content.parent.rglob("*.yml")) == before


def test_new_files_are_named_by_the_day_as_huanjie_new_names_them(served: tuple[Path, int]) -> None:
    _, port = served
    assert ask(port, "fileName", kind="meetings", filled={"date": "2016-06-02"}) == (200, {"name": "2016-06-02-2"})
    assert ask(port, "fileName", kind="meetings", filled={"date": "unknown"})[0] == 422


def test_a_record_that_no_form_could_show_says_so(served: tuple[Path, int]) -> None:
    content, port = served
    (content / "meetings" / "2016-06-03.yml").write_text("title：会\n", "utf-8")
    status, answer = ask(port, "getEntry", path="meetings/2016-06-03.yml")
    assert status == 422
    assert answer["error"].startswith("meetings/2016-06-03.yml 第 1 行有错误，请先在文件里改好：")
    assert ask(port, "getEntry", path="meetings/none.yml")[0] == 404


def test_a_wrong_record_hides_no_other(served: tuple[Path, int]) -> None:
    content, port = served
    (content / "meetings" / "2016-06-03.yml").write_text("title: 会\nchair: [[张三]]\ndraft: yes\n", "utf-8")
    listed = [json.loads(one["data"])["_called"] for one in ask(port, "entriesByFolder", folder="meetings")[1]]
    assert "2016-06-02 推进会" in listed
    assert "2016-06-03（有错误，请先在文件里改好）" in listed


@pytest.mark.parametrize(("host", "origin"), [("evil.example", ""), ("", "http://evil.example")])
def test_no_other_site_can_write_records(served: tuple[Path, int], host: str, origin: str) -> None:
    assert ask(served[1], "getMedia", host, origin)[0] == 403


def test_the_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desk", str(tmp_path / "none")]) == 2
    assert main(["desk", str(tmp_path), "--page", str(tmp_path)]) == 2
    assert "编辑台的程序还没有装，请运行 make desk" in capsys.readouterr().err
    (tmp_path / desk.PROGRAM).parent.mkdir(parents=True)
    (tmp_path / desk.PROGRAM).touch()
    with desk.server(tmp_path, tmp_path, 0) as other:
        assert main(["desk", str(tmp_path), "--page", str(tmp_path), "--port", str(other.server_port)]) == 3
    assert "多半已经有程序在用" in capsys.readouterr().err
