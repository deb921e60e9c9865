"""Pages filled into a frame are, byte for byte, what the theme's own template renders."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Builds a site in which MkDocs renders and writes every page itself.
SLOWLY = """
import sys
from pathlib import Path
from huanjie import site
from huanjie.pages import every_page
from huanjie.site.build import Build

Build.by_mkdocs = lambda self, nav: ((page.address, self.site_info.parts(page)) for page in every_page(self.edition))
Build.fill = lambda self, new: None
sys.exit(not site.build(Path(sys.argv[1]), strict=False))
"""


def built(folder: Path, config: str, *command: str) -> dict[str, bytes]:
    """Build a copy of a site, and give every page of it."""
    source = (ROOT / config).parent
    shutil.copytree(source / "content", folder / "sites" / "one" / "content")
    text = (source / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (folder / "hooks").symlink_to(ROOT / "hooks")
    (folder / "sites" / "one" / "mkdocs.yml").write_text(
        text.replace("hooks/main.py", "../../hooks/main.py").replace("../../../../", "../../"),
        "utf-8",
    )
    site_folder = folder / "sites" / "one"
    finished = subprocess.run(
        [sys.executable, *command, str(site_folder / "mkdocs.yml")],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert finished.returncode == 0, finished.stderr
    site = site_folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("index.html")}


@pytest.mark.build
@pytest.mark.parametrize("config", ["mkdocs.yml", "examples/shili/mkdocs.yml"])
def test_a_filled_page_is_what_the_theme_renders(config: str, tmp_path: Path) -> None:
    filled = built(tmp_path / "filled", config, "-m", "huanjie", "build", "--config")
    slowly = built(tmp_path / "slowly", config, "-c", SLOWLY)
    assert filled.keys() == slowly.keys()
    assert [name for name, content in filled.items() if content != slowly[name]] == []
    assert len(filled) > 400
