"""A content folder in; records out, and findings on whatever cannot be one."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.content.loading import load
from huanjie.content.records import Records
from huanjie.findings import Finding
from huanjie.model.meetings import Meeting
from huanjie.model.policies import Policy
from huanjie.model.sources import Source
from huanjie.yaml_text import MAX_BYTES
from tests.conftest import FIXTURES, Write

MEETING = "meetings/2016-05-31.yml"
GOOD = (FIXTURES / "smallest" / MEETING).read_text("utf-8")
POLICY = "title: 宣传方案\nsort: 方案\nsummary: 宣传换届选举。\nsource: report\n"
SOURCES = (FIXTURES / "smallest" / "sources.yml").read_text("utf-8")
BULLETIN = "- {id: bulletin, label: 公报, summary: 公报。}\n"  # which the election cites too


def found(content: Path) -> list[tuple[str, str]]:
    """The file and id of each finding."""
    return [(one.at.file, one.id) for one in load(content)[1]]


def told(content: Path) -> Finding:
    """The only finding."""
    (only,) = load(content)[1]
    return only


def with_line(name: str, line: str) -> str:
    """The good meeting with one of its lines replaced."""
    return re.sub(rf"^{name}: .*$", lambda _: line, GOOD, flags=re.MULTILINE)


def test_the_smallest_folder_is_whole(folder: Write) -> None:
    loaded, findings = load(folder({}))
    assert findings == ()
    assert [(record.kind, record.slug, record.heading) for record in loaded.all] == [
        ("election", "", "示例区换届选举"),
        ("meetings", "2016-05-31", "示例区推进会"),
        ("sources", "report", "报道"),
        ("sources", "bulletin", "公报"),
        ("themes", "progress", "工作进展"),
    ]
    report = loaded.get(Source, "report")
    assert [record.heading for record in loaded.citing(report)] == [
        "示例区换届选举",
        "示例区推进会",
    ]


# ---- What may not be opened, and what is no record ----


def as_gbk(content: Path) -> None:
    (content / MEETING).write_bytes(GOOD.encode("gbk"))


def as_empty(content: Path) -> None:
    (content / MEETING).write_bytes(b"")


def with_nul(content: Path) -> None:
    (content / MEETING).write_bytes(GOOD.encode() + b"note: \0\n")


def with_too_many_values(content: Path) -> None:
    (content / MEETING).write_text(GOOD + f"note: [{'x,' * 60_000}]\n", "utf-8")


def as_pipe(content: Path) -> None:
    os.mkfifo(content / "meetings" / "pipe.yml")


def as_link_to_a_device(content: Path) -> None:
    (content / "meetings" / "zero.yml").symlink_to("/dev/zero")


def as_link_outside(content: Path) -> None:
    (content.parent / "secret.yml").write_text(GOOD, "utf-8")
    (content / "meetings" / "secret.yml").symlink_to("../../secret.yml")


def as_link_to_a_folder(content: Path) -> None:
    (content / "policies").symlink_to("meetings")


def as_link_to_a_hidden_file(content: Path) -> None:
    (content / ".git").mkdir()
    (content / ".git" / "config").write_text("password", "utf-8")
    (content / "meetings" / "config.yml").symlink_to(content / ".git" / "config")


def as_link_to_nothing(content: Path) -> None:
    (content / "meetings" / "gone.yml").symlink_to("no-such-file.yml")


def as_link_to_itself(content: Path) -> None:
    (content / "meetings" / "loop.yml").symlink_to("loop.yml")


def with_a_chinese_name(content: Path) -> None:
    (content / "meetings" / "推进会.yml").write_text(GOOD, "utf-8")


def with_a_space_in_the_name(content: Path) -> None:
    (content / "meetings" / "2016-06 01.yml").write_text(GOOD, "utf-8")


def with_a_newline_in_the_name(content: Path) -> None:
    (content / "meetings" / "a\nb.yml").write_text(GOOD, "utf-8")


def with_a_name_that_is_no_utf8(content: Path) -> None:
    Path(os.fsdecode(os.fsencode(content / "meetings") + b"/\xb2\xbb.yml")).write_text(GOOD, "utf-8")


def with_names_alike_but_for_case(content: Path) -> None:
    for name in ("Plan.yml", "plan.yml"):
        (content / "policies").mkdir(exist_ok=True)
        (content / "policies" / name).write_text(POLICY, "utf-8")


def too_large(content: Path) -> None:
    (content / MEETING).write_text(GOOD + "# " + "x" * MAX_BYTES, "utf-8")


def without_election(content: Path) -> None:
    (content / "election.yml").unlink()


def with_a_folder_named_like_a_file(content: Path) -> None:
    (content / "sources.yml").unlink()
    (content / "sources.yml").mkdir()
    (content / "sources.yml" / "a.yml").write_text(SOURCES, "utf-8")


def with_the_old_suffix(content: Path) -> None:
    (content / "sources.yml").rename(content / "sources.yaml")


def with_a_capital(content: Path) -> None:
    (content / "election.yml").rename(content / "Election.yml")


def with_a_slip_in_the_folder(content: Path) -> None:
    (content / "meetings").rename(content / "meeting")


def with_the_folder_as_a_file(content: Path) -> None:
    (content / "meetings.yml").write_text(GOOD, "utf-8")


TRAPS: list[tuple[Callable[[Path], None], str, str, str]] = [
    (as_gbk, "S101", MEETING, "另存为"),
    (with_nul, "S102", MEETING, "删去"),
    (as_empty, "S108", MEETING, "填写内容"),
    (with_too_many_values, "S119", MEETING, "分成几个文件"),
    (as_pipe, "S201", "meetings/pipe.yml", "移出内容文件夹"),
    (as_link_to_a_device, "S202", "meetings/zero.yml", "不要用链接"),
    (as_link_outside, "S202", "meetings/secret.yml", "不要用链接"),
    (as_link_to_a_folder, "S202", "policies", "不要用链接"),
    (as_link_to_a_hidden_file, "S202", "meetings/config.yml", "不要用链接"),
    (as_link_to_nothing, "S202", "meetings/gone.yml", "不要用链接"),
    (as_link_to_itself, "S202", "meetings/loop.yml", "不要用链接"),
    (with_a_chinese_name, "S203", "meetings/推进会.yml", "如 2016-05-31.yml"),
    (with_a_space_in_the_name, "S203", "meetings/2016-06 01.yml", "如 2016-05-31.yml"),
    (with_a_newline_in_the_name, "S203", "meetings/a\nb.yml", "如 2016-05-31.yml"),
    (with_a_name_that_is_no_utf8, "S203", "meetings/??.yml", "如 2016-05-31.yml"),
    (with_names_alike_but_for_case, "S204", "policies/plan.yml", "改名"),
    (too_large, "S205", MEETING, "分成几个文件"),
    (without_election, "S209", "election.yml", "建立 election.yml"),
    (with_the_old_suffix, "S207", "sources.yaml", "sources.yml"),
    (with_a_capital, "S208", "Election.yml", "“election.yml”"),
    (with_a_slip_in_the_folder, "S208", "meeting/2016-05-31.yml", "“meetings/”"),
    (with_the_folder_as_a_file, "S208", "meetings.yml", "“meetings/”"),
    (with_a_folder_named_like_a_file, "S208", "sources.yml/a.yml", "“sources.yml”"),
]


@pytest.mark.parametrize(("spoil", "name", "file", "fix"), TRAPS, ids=[trap[0].__name__ for trap in TRAPS])
def test_a_trap_is_one_finding_at_its_file_with_a_cure(
    folder: Write, spoil: Callable[[Path], None], name: str, file: str, fix: str
) -> None:
    content = folder({})
    spoil(content)
    only = told(content)
    assert (only.id, only.at.file) == (name, file)
    assert fix in only.right


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        *((f"meetings/a{sign}b.yml", "不能用的字符") for sign in "#%`[]{}()'&$+=;,!@^~"),
        ("meetings/-a.yml", "不能用的字符"),
        ("meetings/a b/c.yml", "不能用的字符"),
        ("meetings/2016./a.yml", "不能用的字符"),
        ("meetings/a.yml.", "不能用的字符"),
        *((f"meetings/{name}.yml", "Windows") for name in ("con", "PRN", "Aux", "nul", "COM1", "lpt9")),
        ("meetings/con", "Windows"),
        ("meetings/nul.2016.yml", "Windows"),
        ("meetings/aux/a.yml", "Windows"),
        (f"meetings/{'a' * 77}.yml", "超过 80 个"),
        (f"meetings/{'/'.join('a' * 60 for _ in range(4))}.yml", "超过 200 个"),
    ],
)
def test_a_name_that_cannot_be_an_address_everywhere_is_told(name: str, wrong: str, folder: Write) -> None:
    only = told(folder({name: GOOD}))
    assert only.id == "S203"
    assert wrong in only.wrong
    assert re.search("只用|请", only.right)


@pytest.mark.parametrize(
    "name", ["2016-05-31_am", "A.b-c_1", "2016/05/31", "console", "com", "a" * 76, "/".join(["a" * 60] * 3)]
)
def test_a_name_that_does_everywhere_is_taken(name: str, folder: Write) -> None:
    assert found(folder({f"meetings/{name}.yml": GOOD})) == []


def test_a_file_that_cannot_be_read_is_told(folder: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    content = folder({})
    (content / MEETING).chmod(0)
    if os.access(content / MEETING, os.R_OK):  # root may read everything: let the file vanish after it was listed
        monkeypatch.setattr(
            "huanjie.content.reading.list_files", lambda *_: ("election.yml", MEETING, "sources.yml", "gone.yml")
        )
        (content / MEETING).unlink()
        (content / "gone.yml").symlink_to("nothing")
    assert (MEETING, "S206") in found(content)


def test_names_that_begin_with_a_dot_are_passed_over(folder: Write) -> None:
    assert found(folder({".git/config": b"\xff", "meetings/.draft.yml": b"", ".DS_Store": b"\0"})) == []


def test_a_link_inside_the_folder_is_followed(folder: Write) -> None:
    content = folder({})
    (content / "meetings" / "again.yml").symlink_to("2016-05-31.yml")
    loaded, findings = load(content)
    assert findings == ()
    assert [meeting.slug for meeting in loaded.of(Meeting)] == ["2016-05-31", "again"]


# ---- Everything at once ----


def test_several_broken_files_are_all_told_in_one_run(folder: Write) -> None:
    content = folder(
        {
            MEETING: with_line("date", "date: 5月31日"),
            "meetings/a.yml": b"\xff",
            "meetings/b.yml": "title：又一次\nsort：推进会\n",
            "meetings/c.yml": 'title: "又一次\n',
            "meetings/d.yml": with_line("source", "source: reprt"),
            "policies/e.yml": "",
            "notes.md": "# 笔记",
        }
    )
    assert found(content) == [
        (MEETING, "M103"),
        ("meetings/a.yml", "S101"),
        ("meetings/b.yml", "S106"),
        ("meetings/b.yml", "S106"),
        ("meetings/c.yml", "S118"),
        ("meetings/d.yml", "R101"),
        ("notes.md", "R105"),
        ("policies/e.yml", "S108"),
    ]


def test_all_that_is_wrong_in_one_record_is_told_at_once(folder: Write) -> None:
    meeting = "titel: 会\ndate: 5月31日\nsort: 座谈会\nsource: report\nattendance: {due: 20人, presnt: 3}\n"
    assert [(one.at.line, one.id) for one in load(folder({MEETING: meeting}))[1]] == [
        (1, "M102"),  # summary; title is only misspelt
        (1, "M101"),
        (2, "M103"),
        (3, "M106"),
        (5, "M105"),
        (5, "M101"),
    ]


@pytest.mark.parametrize(
    "sources",
    [
        '- id: report\n  label: "报道\n',  # cannot be read at all
        "id: report\nlabel: 报道\n",  # no list
        "- id: report\n  label: 报道\n" + BULLETIN,  # a field is missing
        "- id: Report\n  label: 报道\n  summary: 报道。\n",  # the id itself is wrong
        "- ID: report\n  label: 报道\n  summary: 报道。\n",
        "- 报道\n",
    ],
)
def test_a_broken_source_does_not_make_its_citations_look_wrong(folder: Write, sources: str) -> None:
    assert {file for file, _ in found(folder({"sources.yml": sources}))} == {"sources.yml"}


def test_a_broken_source_does_not_hide_a_citation_of_another(folder: Write) -> None:
    content = folder(
        {"sources.yml": "- id: report\n  label: 报道\n" + BULLETIN, MEETING: with_line("source", "source: reprt")}
    )
    assert found(content) == [(MEETING, "R101"), ("sources.yml", "M102")]


# ---- References ----


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [
        ("source: reprt", "没有编号为“reprt”的来源", "是不是“report”？"),
        ("source: 报道", "没有编号为“报道”的来源", "是不是“report”？"),  # its label in place of its id
        ("source: xyz", "没有编号为“xyz”的来源", "已有的编号：report、bulletin"),
        ("source: report、xyz", "没有编号为“report、xyz”的来源", "几个编号请写成 [report, xyz]"),
        ("source: report, xyz", "没有编号为“report, xyz”的来源", "几个编号请写成 [report, xyz]"),
        (f"source: {'x' * 99}", f"没有编号为“{'x' * 24}…”的来源", "已有的编号：report、bulletin"),
        ("source: report\npolicies: plan", "没有编号为“plan”的政策材料", "现在还没有政策材料的记录，请先建立"),
    ],
)
def test_a_reference_to_nothing_names_what_was_probably_meant(folder: Write, line: str, wrong: str, right: str) -> None:
    only = told(folder({MEETING: with_line("source", line)}))
    assert (only.id, only.wrong, only.right) == ("R101", wrong, right)
    assert (only.at.file, only.at.line) == (MEETING, 5 + line.count("\n"))


def test_thousands_of_wrong_references_are_told_without_searching_for_hours(folder: Write) -> None:
    themes = (f"- id: theme-{number}\n  title: 题\n  question: 问\n  summary: 述\n" for number in range(2000))
    wrong = "themes:\n" + "".join(f"  - them-{number}\n" for number in range(2000))
    content = folder({"themes.yml": "".join(themes), MEETING: with_line("themes", wrong)})
    assert {name for _, name in found(content)} == {"R101"}


def test_a_draft_is_kept_apart_and_may_not_be_cited_by_what_is_published(folder: Write) -> None:
    content = folder({"policies/plan.yml": POLICY + "draft: yes\n", MEETING: GOOD + "policies: plan\n"})
    loaded, findings = load(content)
    assert loaded.of(Policy) == ()
    assert list(loaded.drafts["policies"]) == ["plan"]
    assert [(one.at.file, one.at.line, one.id, one.severity.word) for one in findings] == [
        (MEETING, 7, "R103", "错误"),
        ("policies/plan.yml", 5, "R104", "提示"),
    ]


def test_of_two_records_with_one_id_the_first_stays(folder: Write) -> None:
    content = folder({"sources.yml": SOURCES + "- id: report\n  label: 又一篇\n  summary: 又一篇。\n"})
    only = told(content)
    assert (only.id, only.at.line, only.wrong) == ("R102", 9, "编号“report”已经用过了，在第 1 行")
    assert [source.label for source in load(content)[0].of(Source)] == ["报道", "公报"]


@pytest.mark.parametrize(
    ("file", "slug"),
    [("meetings/2016-06-01.yml", "2016-06-01"), ("meetings/2016/06-01.yml", "2016/06-01"), ("meetings/a.b.yml", "a.b")],
)
def test_the_name_of_the_file_is_the_address(folder: Write, file: str, slug: str) -> None:
    loaded, findings = load(folder({file: GOOD, "meetings/cites.yml": GOOD}))
    assert findings == ()
    assert slug in loaded.by_kind["meetings"]


def test_nothing_is_cited_in_a_folder_of_nothing() -> None:
    assert list(Records().all) == []
    assert Records().of(Source) == ()


# ---- Whatever is typed ----

RECORD = GOOD + "chair: {name: 张三, posts: [区长]}\nspeeches:\n  - speaker: 李四\n    points:\n      - title: 纪律\n"
SLIPS = "：: \t&*!|>{}[]%@\"'#-?,，、“”\u3000\u202e\u200b\n\r\0一9a"


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A good record with a few characters put in, taken out or changed."""
    text = RECORD
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.text(SLIPS, max_size=3)) + text[at + draw(st.integers(0, 2)) :]
    return text


@given(st.one_of(spoiled().map(str.encode), st.binary(max_size=80)))
def test_whatever_is_typed_is_a_record_or_told_in_chinese_inside_the_file(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        content = Path(temporary) / "content"
        shutil.copytree(FIXTURES / "smallest", content)
        (content / MEETING).write_bytes(raw)
        _, findings = load(content)
    lines = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for one in findings:
        assert re.search(r"[\u4e00-\u9fff]", one.wrong), one
        assert re.search(r"[\u4e00-\u9fff]", one.right), one
        assert (one.at.file, 1 <= one.at.line <= len(lines)) == (MEETING, True), one
        assert 1 <= one.at.column <= len(lines[one.at.line - 1]) + 1, one
