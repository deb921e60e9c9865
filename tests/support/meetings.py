"""The smallest meeting as a file, with other fields."""

SMALLEST = {"title": "示例会", "date": "2016-06-05", "sort": "推进会", "summary": "推进了工作。", "source": "report"}


def meeting(more: str = "", name: str = "2016-06-05", **fields: str) -> dict[str, str | bytes]:
    """Write a meeting of the smallest kind with more said of it, or with other fields."""
    lines = {**SMALLEST, "themes": "progress", **fields}
    return {f"meetings/{name}.yml": "".join(f"{field}: {value}\n" for field, value in lines.items()) + more}
