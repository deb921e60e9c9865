"""An error of the system -> one Chinese sentence: what happened, to which file, and what to do."""

import errno
import os

# Each cause with what somebody can do about it.
_CAUSES = {
    errno.ENOSPC: ("磁盘满了", "请腾出地方"),
    errno.EDQUOT: ("分给你的磁盘空间用完了", "请腾出地方，或者请管理员多给一些"),
    errno.EFBIG: ("文件超过了系统允许的大小", "请让管理员放宽限制"),
    errno.EROFS: ("所在的磁盘是只读的", "请换一个能写的地方"),
    errno.EACCES: ("没有权限", "请核对它和它所在文件夹的权限"),
    errno.EPERM: ("没有权限", "请核对它和它所在文件夹的权限"),
    errno.EBUSY: ("它正在用着", "请等一会儿，或者关上正在用它的程序"),
    errno.ENOENT: ("找不到它", "请看看它是不是被移走了"),
    errno.ENOTDIR: ("这里应该是文件夹，却是文件", "请把这个文件移走"),
    errno.EISDIR: ("这里应该是文件，却是文件夹", "请把这个文件夹移走"),
    errno.ENAMETOOLONG: ("名字或者路径太长，系统存不下", "请把文件名改短，或者把整个文件夹移到路径短的地方"),
    errno.EMFILE: ("同时打开的文件太多", "请让管理员放宽限制"),
    errno.ENFILE: ("同时打开的文件太多", "请关上一些别的程序"),
    errno.EAGAIN: ("系统不让再开进程", "请关上一些别的程序"),
    errno.ENOMEM: ("内存不够", "请关上一些别的程序"),
    errno.EIO: ("磁盘读写出错，可能坏了", "请先备份，再检查磁盘"),
}
_IN_USE = ("它正被别的程序打开", "请关上正在用它的程序")
_IN_USE_ON_WINDOWS = (5, 32, 33)  # as in `disk`: Windows calls what is open "no permission"
_LONG_ON_WINDOWS = 206  # ERROR_FILENAME_EXCED_RANGE
_MOST_ON_WINDOWS = 259  # characters of a path, unless somebody allowed more


def sentence(error: OSError | MemoryError) -> str:
    """Say what could not be done, and what to do about it."""
    cause, advice = _cause_and_advice(error)
    file = "" if isinstance(error, MemoryError) else error.filename
    where = f"读写“{os.fsdecode(file)}”" if file and isinstance(file, str | bytes | os.PathLike) else ""
    return f"{where}没有做成：{cause}。{advice}，再来一次。"


def cause(error: OSError) -> str:
    """Say only what the system could not do."""
    return _cause_and_advice(error)[0]


def _cause_and_advice(error: OSError | MemoryError) -> tuple[str, str]:
    if isinstance(error, MemoryError):
        return _CAUSES[errno.ENOMEM]
    windows = getattr(error, "winerror", None)
    if windows == _LONG_ON_WINDOWS or (windows and len(str(error.filename)) > _MOST_ON_WINDOWS):
        return _CAUSES[errno.ENAMETOOLONG]
    if windows in _IN_USE_ON_WINDOWS:
        return _IN_USE
    known = _CAUSES.get(error.errno or 0)
    return known or (f"系统报告“{error.strerror or error}”", "请把这句话告诉管理员")
