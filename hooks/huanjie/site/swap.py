"""A new site takes the place of the old one in a single step, so that a build killed at any moment leaves a whole site.

The site is staged in a folder beside the target, and the two are exchanged (`disk.trade`). A target that cannot be
moved, as the volume of a container cannot, keeps its place: its entries are exchanged one by one. A file beside each
staging folder is locked while its build lives; the folders of builds that were killed are cleared away by the next.
"""

import errno
import os
import shutil
from glob import escape
from pathlib import Path
from secrets import token_hex

from huanjie.system import disk

# A mount point; another file system, or a lower layer; somebody else's folder; on Windows one that somebody works in.
_TOKEN = "[0-9a-f]" * 8  # as token_hex(4) writes it; a folder of another name is somebody's own
_IMMOVABLE = (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM)


class Staging:
    """A folder in which a site grows, and a lock beside it for the life of this process."""

    def __init__(self, home: Path, prefix: str) -> None:
        """Make the folder, locked from the beginning."""
        self.path = home / f"{prefix}{token_hex(4)}"
        self._prefix = prefix
        self._lock = disk.Lock(_lock_of(self.path))
        self.path.mkdir(mode=0o700)
        self.replaced = False

    def replace(self, target: Path) -> None:
        """Become `target`; of what was there only hidden files stay, as MkDocs itself does it (.git, .nojekyll)."""
        site = _folder_of(target)
        _let_all_read(self.path)
        if self.path.parent == site:
            _trade_entries(self.path, site)
        else:
            self._keep_hidden(site)
            self._take_the_place_of(site)
        self.replaced = True
        self.drop()

    def drop(self) -> None:
        """Remove the folder, or what took its place, and let go of the lock."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.release()

    def _keep_hidden(self, site: Path) -> None:
        for hidden in site.glob(".*"):
            if hidden.name.startswith(self._prefix):
                continue
            if hidden.is_dir() and not hidden.is_symlink():
                shutil.copytree(hidden, self.path / hidden.name, symlinks=True)
            else:
                shutil.copy2(hidden, self.path / hidden.name, follow_symlinks=False)

    def _take_the_place_of(self, site: Path) -> None:
        try:
            disk.trade(self.path, site)
        except OSError as refused:
            if refused.errno not in _IMMOVABLE or not site.is_dir():
                raise
        else:
            return
        inside = Staging(site, self._prefix)
        try:
            shutil.copytree(self.path, inside.path, symlinks=True, dirs_exist_ok=True)
            _trade_entries(inside.path, site)
        finally:
            inside.drop()


def stage(target: Path) -> Staging:
    """Make a staging folder for `target` and clear away those of builds that were killed.

    It is inside a target that cannot be moved, or beside which nothing can be written: only hidden entries are there.
    """
    site = _folder_of(target)
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
    site.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{site.name}-new-"
    for home in (site.parent, site):
        _clear_away(home, prefix, site)
    within = site.is_dir() and (os.path.ismount(site) or not os.access(site.parent, os.W_OK))
    return Staging(site if within else site.parent, prefix)


def _folder_of(target: Path) -> Path:
    """The folder that is replaced: where the target is a link, the one it leads to, and the link stays."""
    return Path(os.path.realpath(target))


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")


def _clear_away(home: Path, prefix: str, site: Path) -> None:
    """Remove what killed builds left; a site that was killed while it stepped aside comes back first."""
    left = {path.name.removesuffix(".lock") for path in home.glob(f"{escape(prefix)}{_TOKEN}.lock")}
    for folder in sorted(home / name for name in left):
        try:
            lock = disk.Lock(_lock_of(folder))
        except OSError:  # not ours to remove
            continue
        if not lock.held:
            lock.leave()
            continue
        aside = disk.aside_of(folder)
        if aside.is_dir() and not os.path.lexists(site):
            disk.move(aside, site)
        for path in (folder, aside):
            shutil.rmtree(path, ignore_errors=True)
        lock.release()


def _trade_entries(new: Path, site: Path) -> None:
    """Exchange what is in two folders, entry by entry, but for hidden ones; all go back where one cannot.

    This takes milliseconds. A build that is killed in it leaves entries of both sites, and the next puts that right.
    """
    done: list[str] = []
    try:
        for name in sorted(_visible(new) | _visible(site)):
            _trade(new / name, site / name)
            done.append(name)
    except BaseException:
        for name in reversed(done):
            _trade(new / name, site / name)
        raise


def _trade(new: Path, site: Path) -> None:
    """Let two entries change places, or what is in them where they cannot be moved."""
    try:
        disk.trade(new, site)
    except OSError as refused:
        if refused.errno not in _IMMOVABLE or not site.is_dir():
            raise
        new.mkdir(exist_ok=True)
        _trade_entries(new, site)


def _visible(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if is_replaced(path.name)}


def is_replaced(name: str) -> bool:
    """Whether an entry belongs to the site: hidden ones do not, nor what a mounted disk has of its own."""
    return not name.startswith(".") and name != "lost+found"


def _let_all_read(folder: Path) -> None:
    """Let the web server, which is another user, read all of it, whatever the umask was."""
    folder.chmod(folder.stat().st_mode | 0o555)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _let_all_read(Path(entry.path))
            elif ~(mode := entry.stat(follow_symlinks=False).st_mode) & 0o444:
                Path(entry.path).chmod(mode | 0o444)
