"""The live preview brought up to date in place, without MkDocs: the edited record's own pages first, then the rest.

At 10,000 records a look at the whole site takes seconds and one page takes milliseconds. So an edit of a few records
is shown at once on the pages that are made of them; what else follows from it comes with the next round, and so do
the checks: where they refuse the edit, the pages go back to what they were.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from huanjie.content.files import list_files
from huanjie.election.calendar import still_voting
from huanjie.findings import ERROR
from huanjie.model.election import Election
from huanjie.pages import Edition, PagePlan
from huanjie.site.build import Build

FEW = 8  # files changed at once; more is no edit by hand
Seen = Mapping[str, tuple[int, int]]  # each file with its time stamp and size


class Preview:
    """A site that was built and is served, and what became of its content since."""

    def __init__(self, build: Build, config: MkDocsConfig, overtaken: Callable[[], None]) -> None:
        """Begin with a good build. `overtaken` is asked between steps, and ends a round by what it raises."""
        self._config = config
        self._overtaken = overtaken
        self.begin(build)

    def begin(self, build: Build) -> None:
        """Begin again with another good build."""
        assert build.edition is not None  # noqa: S101  # a good build has one
        self._build = build
        self._good = self._edition = build.edition  # as last checked, and with the edits that were shown since
        self._edited: set[str] = set()  # the files of those edits
        self._seen = self._now()
        self._settings = self._read_settings()

    def show_edit(self) -> bool:
        """Show an edit on the pages that are made of the edited records; False where it cannot be shown alone."""
        before, self._seen = self._seen, self._now()
        changed = {file for file, state in self._seen.items() if before.get(file) != state}
        if self._seen.keys() != before.keys() or not 0 < len(changed) <= FEW:
            return False
        edition = self._with(changed)
        if edition is None:
            return False
        self._edition = edition
        self._edited |= changed
        self._build.show(edition, _made_of(changed, self._build, edition))
        return True

    def update(self, today: date) -> Build | None:
        """Bring all pages up to date; None where MkDocs has to; raises Abort where a record is wrong."""
        if self._read_settings() != self._settings:
            return None
        build = Build(self._config, today, self._build)
        if build.report.refused:
            self._build.show(self._good, _made_of(self._edited, self._build, self._good))
            self._edition = self._good
        self._good, self._edited = self._edition, set()
        build.stages.between = self._overtaken
        if not build.checked().framed_as(self._build):
            return None
        build.fill(build.target)
        self.begin(build)
        return build

    def _now(self) -> Seen:
        states = {file: (self._build.content / file) for file in list_files(self._build.content, [])}
        return {file: (state.st_mtime_ns, state.st_size) for file, path in states.items() for state in [path.stat()]}

    def _read_settings(self) -> bytes:
        return Path(self._config.config_file_path).read_bytes()

    def _with(self, changed: Iterable[str]) -> Edition | None:
        """The edition with what some files hold now; None where that is no edit of records as they were."""
        records, today = self._edition.records, self._edition.today
        voting = still_voting(records.one(Election), today)
        for file in changed:
            digest, reading = self._build.reader.reading(self._build.content, file)
            wrong = any(finding.severity == ERROR for finding in reading.findings)
            edited = None if wrong else records.edited(file, digest, reading.records, today, voting)
            if edited is None or file == records.one(Election).at.file:  # the election decides every page
                return None
            records = edited
        return replace(self._edition, records=records)


def _made_of(files: Collection[str], build: Build, edition: Edition) -> Iterator[PagePlan]:
    """The pages whose making is given a record of some files, as they are to be in another edition."""
    assert build.edition is not None  # noqa: S101  # as above
    was, now = build.edition.records, edition.records
    given: dict[int, object] = {id(build.edition): edition, id(was): now}
    own = {id(record): now.by_kind[record.kind][record.slug] for record in was.all if record.at.file in files}
    for planned in build.planned:
        if any(id(value) in own for value in planned.make.args):
            arguments = ((given | own).get(id(value), value) for value in planned.make.args)
            yield replace(planned, make=partial(planned.make.func, *arguments))
