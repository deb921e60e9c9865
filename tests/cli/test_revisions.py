"""What a version of git holds is what `huanjie diff` compares: nothing hidden, run, or written elsewhere."""

import os
import subprocess
from pathlib import Path

import pytest

from huanjie.cli.revisions import NoRevisionError, is_revision, unpacked

ELECTION = "title: 换届\n"


class Repository:
    """A repository of git in which a test may do what it likes."""

    def __init__(self, folder: Path) -> None:
        """Begin one with a record."""
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        self.write("content/election.yml", ELECTION)
        self.commit()

    def git(self, *command: str, given: str = "") -> str:
        """Run git here and give what it says."""
        own = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
        words = ["git", *own, *command]
        ran = subprocess.run(words, cwd=self.folder, input=given, capture_output=True, text=True, check=True)
        return ran.stdout.strip()

    def write(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "one")

    def tree(self, *records: str) -> str:
        """Make a tree, the way git itself would not."""
        raw = b"".join(
            f"{mode} {name}\0".encode() + bytes.fromhex(digest)
            for mode, digest, name in (record.split(" ", 2) for record in records)
        )
        (self.folder / "tree").write_bytes(raw)
        return self.git("hash-object", "-t", "tree", "--literally", "-w", "tree")

    def commit_tree(self, content: str) -> str:
        return self.git("commit-tree", "-m", "two", self.tree(f"40000 {content} content"))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Repository(folder)


def taken(named: str, tmp_path: Path, content: Path = Path("content")) -> dict[str, str]:
    """The files of a version, with their text or where they lead."""
    folder = tmp_path / "taken"
    folder.mkdir()
    unpacked(named, content, folder)
    return {
        path.relative_to(folder).as_posix(): f"-> {path.readlink()}" if path.is_symlink() else path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def refused(named: str, tmp_path: Path) -> str:
    with pytest.raises(NoRevisionError) as why:
        taken(named, tmp_path)
    return str(why.value)


def test_every_file_is_taken_as_it_is_whatever_attributes_say(repository: Repository, tmp_path: Path) -> None:
    repository.write("content/.gitattributes", "secret.yml export-ignore\nnames.yml export-subst\n* text eol=crlf\n")
    repository.write("content/secret.yml", "a: 1\n")
    repository.write("content/names.yml", "a: $Format:%H$\n")
    repository.write("content/many/张三\n.yml", "a: 1\n")
    repository.write(".gitattributes", "content export-ignore\n")
    repository.commit()
    assert taken("main", tmp_path) == {
        "election.yml": ELECTION,
        "secret.yml": "a: 1\n",
        "names.yml": "a: $Format:%H$\n",
        "many/张三\n.yml": "a: 1\n",
    }


def test_a_version_is_taken_from_the_folder_where_the_command_is_given(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("other/content/a.yml", "a: 1\n")
    repository.commit()
    monkeypatch.chdir(repository.folder / "other")
    assert taken("main", tmp_path) == {"a.yml": "a: 1\n"}
    monkeypatch.chdir("content")
    assert not unpacked("main", Path(), tmp_path)
    assert (tmp_path / "a.yml").is_file()


def test_links_stay_links_and_submodules_are_told(repository: Repository, tmp_path: Path) -> None:
    (repository.folder / "content/link.yml").symlink_to("/etc/hostname")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},content/meetings/other")
    repository.git("add", "content/link.yml")
    repository.git("commit", "-qm", "two")
    assert unpacked("main", Path("content"), tmp_path) == ["meetings/other"]
    assert (tmp_path / "link.yml").readlink() == Path("/etc/hostname")


def test_a_link_leads_no_file_out_of_the_folder(repository: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    file, link = (repository.git("hash-object", "-w", "--stdin", given=text) for text in ("a: 1\n", str(outside)))
    inner = repository.tree(f"100644 {file} x.yml", f"120000 {link} y.yml")
    version = repository.commit_tree(repository.tree(f"120000 {link} meetings", f"40000 {inner} meetings"))
    assert "放不下来" in refused(version, tmp_path)
    assert not [*outside.iterdir()]


@pytest.mark.parametrize("name", ["..", ".git", "../../x.yml", "/x.yml"])
def test_no_name_leads_out_of_the_folder(repository: Repository, tmp_path: Path, name: str) -> None:
    file = repository.git("hash-object", "-w", "--stdin", given="a: 1\n")
    version = repository.commit_tree(repository.tree(f"100644 {file} {name}"))
    before = {*tmp_path.iterdir()}
    try:
        assert not taken(version, tmp_path)
    except NoRevisionError as why:
        assert "放不下来" in str(why)  # noqa: PT017  # either is right: git itself may refuse such a tree
    assert {*tmp_path.iterdir()} - before == {tmp_path / "taken"}
    assert not [*(tmp_path / "taken").iterdir()]


def test_a_name_that_begins_with_a_dash_is_no_option(repository: Repository, tmp_path: Path) -> None:
    assert "以 - 开头" in refused("--output=stolen", tmp_path)
    assert not is_revision("--output=stolen")
    assert not (repository.folder / "stolen").exists()


def test_a_name_of_two_things_is_refused(repository: Repository, tmp_path: Path) -> None:
    repository.git("branch", "--", "pr")
    repository.git("tag", "pr")
    assert "不止一个" in refused("pr", tmp_path)
    (tmp_path / "taken").rmdir()
    assert taken("refs/heads/pr", tmp_path) == {"election.yml": ELECTION}


def test_objects_are_not_replaced(repository: Repository, tmp_path: Path) -> None:
    true = repository.git("rev-parse", "main:content/election.yml")
    repository.git("replace", true, repository.git("hash-object", "-w", "--stdin", given="title: 假的\n"))
    assert taken("main", tmp_path) == {"election.yml": ELECTION}


def test_nothing_is_run_and_nothing_fetched(repository: Repository, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    run = tmp_path / "run"
    run.write_text(f"#!/bin/sh\ntouch {ran}\n", "utf-8")
    run.chmod(0o755)
    for name, value in {
        "core.fsmonitor": f"{run}",
        "core.pager": f"{run}",
        "core.sshCommand": f"{run}",
        "core.alternateRefsCommand": f"{run}",
        "diff.external": f"{run}",
        "filter.x.smudge": f"{run}",
        "protocol.ext.allow": "always",
        "remote.origin.url": f"ext::{run}",
        "remote.origin.promisor": "true",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
    }.items():
        repository.git("config", name, value)
    repository.write("content/.gitattributes", "* filter=x diff=x\n")
    for number, missing in enumerate((f"100644 {'1' * 40} a.yml", f"40000 {'1' * 40} meetings")):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        assert "不全" in refused(repository.commit_tree(repository.tree(missing)), folder)
        assert not ran.exists()


def test_what_has_no_end_or_is_too_large_is_refused_soon(repository: Repository, tmp_path: Path) -> None:
    tree = repository.tree(f"100644 {repository.git('rev-parse', 'main:content/election.yml')} a.yml")
    for _ in range(9):
        tree = repository.tree(*(f"40000 {tree} {letter}" for letter in "abcdefghij"))
    assert "太多或者太大" in refused(repository.commit_tree(tree), tmp_path)


def test_a_file_that_is_too_large_is_made_without_its_bytes(repository: Repository, tmp_path: Path) -> None:
    repository.write("content/large.yml", "一" * 400_000)
    repository.commit()
    assert taken("main", tmp_path)["large.yml"] == "\0" * 1_200_000


def test_git_in_a_hook_tells_no_other_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", os.devnull)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert repository.folder == Path.cwd()
    assert taken("main", tmp_path) == {"election.yml": ELECTION}


@pytest.mark.parametrize("named", ["nowhere", "", ":", "main:content", "main:nowhere", "a\nb", "main^^"])
def test_what_is_no_version_is_told(repository: Repository, tmp_path: Path, named: str) -> None:
    assert repository.folder.is_dir()
    assert "不是文件夹，也不是有 content 的 git 版本" in refused(named, tmp_path)


def test_a_version_without_a_content_folder_is_told(repository: Repository, tmp_path: Path) -> None:
    repository.git("rm", "-rq", "content")
    repository.write("content", "no folder")
    repository.commit()
    assert "不是文件夹，也不是有 content 的 git 版本" in refused("main", tmp_path)
