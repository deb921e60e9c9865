"""The same records as sites for the generators that people would use instead: Markdown files, and data for Hugo."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

from huanjie.content.loading import load
from huanjie.model.meetings import Meeting

MKDOCS = """site_name: 对照
docs_dir: docs
theme: {name: material, language: zh, font: false, features: [navigation.tabs]}
plugins: [search]
not_in_nav: meetings/
nav: [index.md]
"""
ZENSICAL = '[project]\nsite_name = "对照"\nnav = ["index.md"]\n'
HUGO = """baseURL: https://example.org/
title: 对照
disableKinds: [taxonomy, term, rss, sitemap, section]
"""
ADAPTER = """{{ range $year, $meetings := site.Data.meetings }}{{ range $name, $one := $meetings }}
{{ $.AddPage (dict "path" (printf "meetings/%s/%s" $year $name) "title" $one.title "params" $one) }}
{{ end }}{{ end }}"""
BASE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<header><nav><a href="/">首页</a> <a href="/meetings/">会议</a></nav></header><main>{{ block "main" . }}{{ end }}</main>
<footer><a href="/">首页</a></footer></body></html>"""
SINGLE = """{{ define "main" }}{{ $m := .Params }}<h1>{{ .Title }}</h1>
<table><tr><th>日期</th><td>{{ $m.date }}</td></tr>
<tr><th>种类</th><td>{{ $m.sort }}</td></tr>
<tr><th>地点</th><td>{{ $m.place }}</td></tr>
<tr><th>来源</th><td><a href="/sources/{{ $m.source }}/">{{ $m.source }}</a></td></tr>
{{ range $m.themes }}<tr><th>主题</th><td><a href="/themes/{{ . }}/">{{ . }}</a></td></tr>{{ end }}
<tr><th>应到</th><td>{{ $m.attendance.due }}</td></tr><tr><th>实到</th><td>{{ $m.attendance.present }}</td></tr></table>
<p>{{ $m.summary | markdownify }}</p>{{ range $m.speeches }}<h2>{{ .speaker.name }}</h2>
{{ range .points }}<h3>{{ .title }}</h3><p>{{ .text | markdownify }}</p>{{ end }}{{ end }}
<ul>{{ range $m.attendance.people }}<li>{{ .name }}（{{ delimit .posts "、" }}）</li>{{ end }}</ul>
<ol>{{ range $m.decisions }}<li>{{ .text }}</li>{{ end }}</ol>{{ end }}"""


def markdown(content: Path, folder: Path) -> None:
    """Write a Markdown file for each meeting, with the same title, table, paragraphs and links."""
    records, _ = load(content)
    _put(folder, [("mkdocs.yml", MKDOCS), ("zensical.toml", ZENSICAL), ("docs/index.md", "# 对照\n")])
    _put(folder, ((f"docs/meetings/{meeting.slug}.md", "\n".join(_lines(meeting))) for meeting in records.of(Meeting)))


def _lines(meeting: Meeting) -> Iterator[str]:
    yield from (
        f"# {meeting.title}",
        "",
        "| | |",
        "|---|---|",
        f"| 日期 | {meeting.date[0].typed} |",
        f"| 种类 | {meeting.sort} |",
    )
    yield from (f"| 地点 | {meeting.place[0].typed} |", f"| 来源 | [{meeting.source[0].slug}](../../index.md) |")
    yield from (f"| 主题 | [{ref.slug}](../../index.md) |" for ref in meeting.themes)
    if meeting.attendance:
        due, present = meeting.attendance.due[0].typed, meeting.attendance.present[0].typed
        yield from (f"| 应到 | {due} |", f"| 实到 | {present} |")
    yield from ("", str(meeting.summary), "")
    for speech in meeting.speeches:
        yield from (f"## {speech.speaker.name}", "")
        for point in speech.points:
            yield from (f"### {point.title}", "", str(point.text), "")
    for person in meeting.attendance.people if meeting.attendance else ():
        yield f"- {person.name}（{'、'.join(str(post.value) for post in person.posts)}）"
    yield ""
    yield from (f"1. {decision.text}" for decision in meeting.decisions)


def hugo(content: Path, folder: Path) -> None:
    """Make a Hugo site whose data are the very files of the meetings."""
    layouts = [("layouts/_default/baseof.html", BASE), ("layouts/_default/single.html", SINGLE)]
    home = [("layouts/index.html", '{{ define "main" }}<h1>对照</h1>{{ end }}'), ("hugo.yaml", HUGO)]
    _put(folder, [*layouts, *home, ("content/_content.gotmpl", ADAPTER)])
    copytree(content / "meetings", folder / "data" / "meetings")


def _put(folder: Path, files: object) -> None:
    for name, text in files:  # type: ignore[attr-defined]
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
