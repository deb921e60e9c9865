"""Names of files, folders and records, which become addresses: valid on every system, without escapes."""

import re

LONGEST_NAME = 80  # characters; a page lies in a folder of that name, and file systems take 255 bytes
LONGEST_PATH = 200  # Windows takes 260 with the folder of the site
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_DEVICES = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
_DEVICE = re.compile(rf"(?:{_DEVICES})(?:\..*)?", re.IGNORECASE)
# The name of a new file, without the extension.
NEW_NAME = re.compile(rf"(?!(?:{_DEVICES})$)(?=.{{1,{LONGEST_NAME - len('.yml')}}}$)[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN = "只用英文字母、数字、连字符、下划线和点，以字母或者数字开头，不以点结尾，如 2016-05-31.yml"


def wrong_name(name: str, path: str) -> tuple[str, str] | None:
    """Say what is wrong with the name of a file or folder, and what would be right; None if it is right."""
    if not _NAME.fullmatch(name):
        return "里有不能用的字符", _PLAIN
    if is_device(name):
        return "是 Windows 留给设备的，在 Windows 上建不了", f"请换一个名字，如 {name.partition('.')[0].lower()}-1.yml"
    if len(name) > LONGEST_NAME:
        return f"有 {len(name)} 个字符，超过 {LONGEST_NAME} 个", "请改得短一些，如 2016-05-31.yml"
    if len(path) > LONGEST_PATH:
        return f"连同文件夹有 {len(path)} 个字符，超过 {LONGEST_PATH} 个", "请改短，或者少用几层文件夹"
    return None


def is_device(name: str) -> bool:
    """Whether a name is a device on Windows, with any extension."""
    return bool(_DEVICE.fullmatch(name))
