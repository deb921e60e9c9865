"""The search index beside the pages: taken over from the last site, where that has the one that is meant."""

from pathlib import Path

from huanjie.search import SCRIPT, Indexed, postings
from huanjie.site import indexing


def pages(title: str) -> list[bytes]:
    return [postings(Indexed("questions/one/", title, "问答", "<p>二十天以前公布。</p>")).packed(), b""]


def script(site: Path) -> bytes:
    return (site / indexing.FOLDER / SCRIPT).read_bytes()


def test_what_is_as_it_was_is_a_link_to_the_file_that_stands(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    before = indexing.write(old, tmp_path / "none", pages("选民名单"), (), b"")
    assert indexing.write(new, old, pages("选民名单"), (), before) == before
    assert (new / indexing.FOLDER / SCRIPT).samefile(old / indexing.FOLDER / SCRIPT)


def test_an_index_that_a_killed_build_never_put_in_place_is_made_again(tmp_path: Path) -> None:
    stands, killed, new = tmp_path / "stands", tmp_path / "killed", tmp_path / "new"
    indexing.write(stands, tmp_path / "none", pages("选民名单"), (), b"")
    before = indexing.write(killed, stands, pages("候选人名单"), (), b"")
    indexing.write(new, stands, pages("候选人名单"), (), before)
    assert script(new) == script(killed) != script(stands)
