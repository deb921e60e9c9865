"""Whatever is left out of mkdocs.yml, no record is published as it was typed and no good site is lost."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Project

pytestmark = pytest.mark.build

# mkdocs.yml by its settings, each with what stands below it.
SETTINGS = {
    match[1]: match[0] for match in re.finditer(r"(?m)^(\w+):.*\n(?:(?: .*)?\n)*", (ROOT / "mkdocs.yml").read_text())
}


def without(project: Project, *names: str) -> None:
    """Leave settings out of the project's mkdocs.yml."""
    texts = (text for name, text in SETTINGS.items() if name not in names)
    (project.folder / "mkdocs.yml").write_text("".join(texts), "utf-8")


@pytest.fixture
def before(project: Project, built: Path) -> dict[str, bytes]:
    """The files of a good site, which stands in the project."""
    shutil.copytree(built, project.site)
    return tree(project.site)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("left_out", [[name] for name in SETTINGS] + [["hooks", "plugins"], [*SETTINGS][1:]])
def test_without_a_setting_the_site_is_built_or_the_old_one_stays(
    project: Project, before: dict[str, bytes], left_out: list[str]
) -> None:
    without(project, *left_out)
    finished = project.build()
    after = tree(project.site)
    assert not [name for name in after if name.endswith(".yml")]
    assert "Traceback" not in finished.stderr
    if finished.returncode:
        assert after == before
        assert re.search("[\u4e00-\u9fff]{4}", finished.stderr)
    else:
        assert {name for name in before if name.endswith(".html")} <= after.keys()


def test_without_the_hook_the_site_is_the_same(project: Project, before: dict[str, bytes]) -> None:
    without(project, "hooks")
    (project.folder / "hooks").unlink()
    assert project.build().returncode == 0
    assert tree(project.site) == before


@pytest.mark.parametrize(
    "hook", ["raise ImportError('no such module')", "import nowhere", "def on_config(:", "def on_typo(): pass"]
)
def test_a_hook_that_does_not_load_is_told_and_the_old_site_stays(
    project: Project, before: dict[str, bytes], hook: str
) -> None:
    (project.folder / "hooks").unlink()
    (project.folder / "hooks").mkdir()
    (project.folder / "hooks" / "main.py").write_text(hook, "utf-8")
    finished = project.build()
    assert (finished.returncode != 0, "Traceback" in finished.stderr) == (True, False)
    assert "mkdocs.yml" in finished.stderr
    assert tree(project.site) == before


def own_files(project: Project) -> Path:
    """A folder in which somebody keeps other things."""
    (project.folder / "letters").mkdir()
    (project.folder / "letters" / "2016.txt").write_text("信", "utf-8")
    return project.folder / "letters"


@pytest.mark.parametrize("folder", [own_files, lambda project: project.folder, lambda project: project.content])
def test_a_folder_that_holds_other_things_is_never_replaced(
    project: Project, folder: Callable[[Project], Path]
) -> None:
    target = folder(project)
    config = (project.folder / "mkdocs.yml").read_text("utf-8").replace("site_dir: site", f"site_dir: {target}")
    (project.folder / "mkdocs.yml").write_text(config, "utf-8")
    files = tree(target)
    finished = project.build()
    assert (finished.returncode != 0, "Traceback" in finished.stderr) == (True, False)
    assert re.search("[\u4e00-\u9fff]{4}", finished.stderr)
    assert tree(target) == files


def test_what_others_put_into_the_site_is_never_lost(project: Project) -> None:
    assert project.build().returncode == 0
    (project.site / "uploads").mkdir()
    (project.site / "uploads" / "a.pdf").write_text("x", "utf-8")
    finished = project.build()
    assert (finished.returncode, "uploads" in finished.stderr) == (2, True)
    assert (project.site / "uploads" / "a.pdf").exists()
    shutil.rmtree(project.site / "uploads")
    assert project.build().returncode == 0


def test_records_that_are_a_link_into_the_site_are_never_lost(project: Project) -> None:
    assert project.build().returncode == 0
    project.content.rename(project.site / "content")
    project.content.symlink_to(project.site / "content")
    finished = project.build()
    assert (finished.returncode, "site_dir" in finished.stderr) == (2, True)
    assert (project.site / "content" / "election.yml").exists()


def append(project: Project, setting: str) -> None:
    config = project.folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + setting, "utf-8")


@pytest.mark.parametrize("folder", ["./", ".", "content"])
def test_a_theme_that_would_publish_the_records_is_refused(project: Project, folder: str) -> None:
    config = (project.folder / "mkdocs.yml").read_text("utf-8")
    changed = config.replace("  name: material\n", f"  name: material\n  custom_dir: {folder}\n")
    (project.folder / "mkdocs.yml").write_text(changed, "utf-8")
    assert project.build().returncode == 2
    assert not project.site.exists()


@pytest.mark.parametrize("setting", ["strict: true\n", 'exclude_docs: "*"\n', "use_directory_urls: false\n"])
def test_a_setting_that_ours_has_no_use_for_changes_nothing(
    project: Project, before: dict[str, bytes], setting: str
) -> None:
    append(project, setting)
    assert project.build().returncode == 0
    assert tree(project.site) == before


@pytest.mark.parametrize("content", [ROOT / "content", ROOT / "examples" / "shili" / "content"])
def test_mkdocs_without_our_hook_publishes_no_record(project: Project, content: Path) -> None:
    """A guard in the content folder stops it; that MkDocs clears the site before it reads a page cannot be helped."""
    without(project, "hooks", "theme", "nav")
    (project.folder / "mkdocs.yml").write_text(f"site_name: 换届\ndocs_dir: {content}\n", "utf-8")
    assert project.run("mkdocs", "build").returncode != 0
    assert not [*project.site.rglob("*.yml")]
