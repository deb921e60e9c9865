"""Answers to the questions of `huanjie new`: a value for each sort of field, a record for each kind of reference."""

ANSWERS = {
    "slug": "new-one",
    "line": "示例",
    "prose": "示例。",
    "count": "3",
    "day": "2016年6月1日",
    "clock": "上午9时",
}

ANY = {"sources": "report", "themes": "progress", "": "meetings/2016-05-31"}
