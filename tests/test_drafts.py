"""Pasted reports become draft meeting records: everything right, every doubtful place marked, nothing dropped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.drafts import NoReportError, draft
from tests import reports

SAMPLES = [reports.raw(name) for name in reports.NAMES]


@pytest.mark.parametrize("name", reports.NAMES)
def test_a_draft_says_what_a_record_made_by_hand_says(name: str, tmp_path: Path) -> None:
    made = reports.meeting(draft(reports.raw(name)).text, tmp_path)
    assert reports.pairs(made) == reports.expected(name, tmp_path)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A report with pieces cut out, doubled, put elsewhere, replaced by any bytes, and read in a wrong encoding."""
    raw = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted(draw(st.tuples(st.integers(0, len(raw)), st.integers(0, len(raw)))))
        end = min(end, start + draw(st.integers(0, 400)))
        piece = draw(st.sampled_from((b"", raw[start:end] * 2, raw[end : end + 40])) | st.binary(max_size=20))
        raw = raw[:start] + piece + raw[end:]
    return raw


@given(raw=spoilt() | st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_become_a_draft_that_can_be_checked_or_are_refused(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        text = draft(raw).text
    except NoReportError:
        return
    assert reports.meeting(text, tmp_path_factory.mktemp("content")).draft
