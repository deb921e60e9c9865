"""The entries that builds put into the site, so that no build takes away files that others put beside them."""

import json
from pathlib import Path

from huanjie.content.cache import ReadingCache
from huanjie.site import swap
from huanjie.site.settings import WHOLE, MisconfiguredError


def refuse_strangers(cache: ReadingCache, target: Path) -> None:
    """Raise MisconfiguredError where something lies in the site that no build, as far as is known, put there."""
    made = _made(cache, target) if target.is_dir() else set()
    if not made:
        return
    unknown = (path for path in target.iterdir() if swap.is_replaced(path.name) and path.name not in made)
    if strange := sorted(path.name for path in unknown if _holds_a_file(path)):
        message = f"{target} 里有不是网站的东西：{'、'.join(strange)}；请先移到别处，不然会丢。\n{WHOLE}"
        raise MisconfiguredError(message)


def remember(cache: ReadingCache, target: Path, new: Path) -> None:
    """Remember what is about to be put into a site; what was there before counts too, should this build be killed."""
    made = _made(cache, target) | {path.name for path in new.iterdir()}
    cache.remember(_name(target), json.dumps(sorted(made)).encode())


def _holds_a_file(path: Path) -> bool:
    """Whether something would be lost: an emptied folder stays where an overlay cannot move it."""
    return path.is_file() or any(inner.is_file() for inner in path.rglob("*"))


def _made(cache: ReadingCache, target: Path) -> set[str]:
    saved = cache.recall(_name(target))
    return {*json.loads(saved)} if saved else set()


def _name(target: Path) -> str:
    return f"entries {target.absolute()}"
