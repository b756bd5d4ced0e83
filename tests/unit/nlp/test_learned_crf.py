"""Models of CRFsuite: one that a full disk cut off is refused, as reading it goes past its end."""

from __future__ import annotations

import sys

import pytest

from annotator.errors import KnownError
from annotator.nlp.worker.learned import crf

EXAMPLES = [([[f"w={word}", "b"] for word in ("de", "stad", "viel")], ["O", "B-GPE", "O"])] * 3


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are those of POSIX")
def test_a_model_that_the_disk_had_no_room_for_is_an_error_of_its_own() -> None:
    import resource  # lazy: Windows has none

    whole = len(crf.train(EXAMPLES, crf.DEEP))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for most in (0, 40, *range(48, whole, 91), whole - 1):
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
        try:
            with pytest.raises(KnownError, match=r"A002: .* without room for temporary files"):
                crf.train(EXAMPLES, crf.DEEP)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert crf.Tagger(crf.train(EXAMPLES, crf.DEEP)).tag(EXAMPLES[0][0]) == EXAMPLES[0][1]


def test_where_no_temporary_file_can_be_made_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crf.tempfile, "tempdir", "/nonexistent/folder")
    with pytest.raises(KnownError, match=r"A002: .*No such file"):
        crf.train(EXAMPLES, crf.DEEP)


def test_a_model_that_is_none_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        crf.Tagger(b"no model of CRFsuite")
    assert caught.value.code == "A504"
