"""mkdocs.yml: read, and held to what must be so before anything may be touched.

Whatever is left out of it, no record may be published as it was typed, and no folder of other things be replaced.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from huanjie.site import styles, swap

THEME = "material"
SITE_MARK = Path(styles.ADDRESS)  # no site of ours is without it
WHOLE = "网站没有重新生成，原来的网站没有动。"
# What would be right, for the settings that are left out or mistyped most.
_RIGHT = {
    "site_name": "请写上网站的名称，如 site_name: 示例区换届选举",
    "docs_dir": "请写上放记录的文件夹，如 docs_dir: content",
    "site_dir": "请写一个单独的文件夹，不要和记录放在一起，如 site_dir: site",
    "theme": f"请写成 theme: 下面一行 name: {THEME}",
    "hooks": "请写成 hooks: 下面一行 - hooks/main.py，或者删去 hooks",
}


class MisconfiguredError(Abort):
    """The configuration cannot be used; says so to the editor."""


Events = Mapping[str, Callable[..., object]]


def read(file: Path) -> MkDocsConfig:
    """Read a configuration; raises MisconfiguredError where it cannot be used."""
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as raw:
            config.load_file(raw)
        errors, _ = config.validate()
    except Exception as problem:  # a hook or plugin that it names may raise anything
        message = f"{file.name} 用不了：{problem or type(problem).__name__}\n{WHOLE}"
        raise MisconfiguredError(message) from problem
    if errors:
        raise MisconfiguredError(
            "\n".join([*(f"{file.name} 的 {name} 不对：{_right(name, why)}" for name, why in errors), WHOLE])
        )
    config.strict = False  # MkDocs would end with an error once the new site is in its place; ours looks first
    return config


def _right(name: str, why: Exception) -> str:
    return _RIGHT.get(name, str(why))


def hook(config: MkDocsConfig, events: Events) -> None:
    """Have MkDocs call our events where the configuration does not: without them it would publish the records."""
    called = config.plugins.events
    missing = {name: event for name, event in events.items() if event not in called[name.removeprefix("on_")]}
    if missing:
        config.plugins["huanjie"] = SimpleNamespace(**missing)  # type: ignore[assignment]  # MkDocs takes what has events


def refuse_unsafe(config: MkDocsConfig) -> None:
    """Raise MisconfiguredError where the theme is another, or what would be replaced is no earlier site."""
    if config.theme.name != THEME:
        message = f"mkdocs.yml 的 theme 不对：{_RIGHT['theme']}。\n{WHOLE}"
        raise MisconfiguredError(message)
    target, content = Path(config.site_dir), Path(config.docs_dir).resolve()
    _refuse_mixed(target.resolve(), content, Path(config.config_file_path).resolve())
    if any(content.is_relative_to(Path(folder).resolve()) for folder in config.theme.dirs):
        message = f"mkdocs.yml 的 theme 不对：custom_dir 里有记录，会原样公开；请另用一个文件夹。\n{WHOLE}"
        raise MisconfiguredError(message)
    if target.is_dir():
        visible = any(swap.is_replaced(path.name) for path in target.iterdir())
        foreign = visible and not (target / SITE_MARK).is_file()
    else:
        foreign = target.exists()
    if foreign:
        message = (
            f"{target} 里有别的东西，不像是以前生成的网站；请在 site_dir 里换一个文件夹，或者先把它移走。\n{WHOLE}"
        )
        raise MisconfiguredError(message)


def is_record(file: File, config: MkDocsConfig) -> bool:
    """Whether a file lies in the content folder, under whatever name MkDocs found it."""
    return Path(file.abs_src_path or "").resolve().is_relative_to(Path(config.docs_dir).resolve())


def settle(config: MkDocsConfig) -> None:
    """Set what a site of ours cannot have otherwise."""
    config.exclude_docs = None  # of the theme nothing is left out, and of the records nothing is published anyway
    config.use_directory_urls = True  # as our own links are written
    if not config.repo_url:
        config.edit_uri = None  # without a repository there is nothing that a link could lead to


def _refuse_mixed(target: Path, content: Path, file: Path) -> None:
    """Raise MisconfiguredError where the site would lie in the records, or they in it; links are followed first."""
    if target.is_relative_to(content) or content.is_relative_to(target) or file.is_relative_to(target):
        message = f"mkdocs.yml 的 site_dir 不对：{_RIGHT['site_dir']}。\n{WHOLE}"
        raise MisconfiguredError(message)


def nav_entries(nav: object, label: str = "") -> Iterator[tuple[str, str]]:
    """The file names in a nav configuration, however nested, each with its label ("" where it has none)."""
    if isinstance(nav, str):
        yield nav, label
    elif isinstance(nav, dict):
        for name, inside in nav.items():
            yield from nav_entries(inside, name)
    elif isinstance(nav, list):
        for inside in nav:
            yield from nav_entries(inside)
