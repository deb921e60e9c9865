"""Talks to the desk's backend as its forms do: opens a record, saves a record."""

import json
from http.client import HTTPConnection
from typing import Any

MEETING = """# 手写的
title: 推进会  # 照报道
date: 2016-06-02
sort: 推进会
summary: 走到了哪一步。
source: report
themes: progress
chair: 张三 # 主持
speeches:
  # 先讲的
  - speaker: {name: 李四, posts: 书记}
    points:
      - 先做这个。 # 第一件
      - title: 再做那个
        points: [一处, 两处]
decisions:
  - text: 张贴名单
    owner: [各村]
"""


def ask(port: int, action: str, host: str = "", origin: str = "", **given: object) -> tuple[int, Any]:
    connection = HTTPConnection("127.0.0.1", port)
    own = f"127.0.0.1:{port}"
    headers = {"Host": host or own, "Origin": origin or f"http://{own}", "Content-Type": "application/json"}
    connection.request("POST", "/records", json.dumps({"action": action, "params": given}), headers)
    answer = connection.getresponse()
    text = answer.read()
    return answer.status, json.loads(text) if answer.headers["Content-Type"].startswith("application/json") else text


def opened(port: int, path: str) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(ask(port, "getEntry", path=path)[1]["data"])
    return form


def keep(port: int, path: str, form: dict[str, Any], *, new: bool = False) -> tuple[int, Any]:
    files = [{"path": path, "slug": "", "raw": json.dumps(form)}]
    return ask(port, "persistEntry", dataFiles=files, options={"newEntry": new})
