"""A merge that is only tried needs nothing of the project but to read it."""

from __future__ import annotations

import tempfile

import pytest

from annotator.core.command import CreateSpan
from annotator.core.decision import Verdict
from annotator.core.span import Span
from annotator.errors import KnownError
from annotator.formats.records import ImportedDocument
from annotator.services import handed_out, packages
from annotator.services.adjudicating import adjudicate
from annotator.services.arriving import operation_for
from annotator.services.assigning import Selection
from annotator.services.merging import merge
from annotator.services.projects import open_session, scheme_of
from annotator.store.project import Project
from tests.samples import TEXT, at, document


@pytest.fixture
def returned(project, tmp_path):
    """Work of anna on a package of the project."""
    out, target, back = (tmp_path / name for name in ("a.annopack", "a.annotator", "back.annopack"))
    packages.make(project, scheme_of(project), annotator="anna", out=out, selection=Selection())
    handed_out.open_package(out, target)
    with Project.open(target) as opened:
        place = (at(TEXT, "Raqqa"),)
        open_session(opened).do(CreateSpan(document="d1", layer="entities", label="GPE", fragments=place))
        handed_out.give_back(opened, back)
    return back


def test_a_dry_run_works_beside_whoever_has_the_project_open(project, returned) -> None:
    """The fixture holds the lock all the while."""
    before = sorted(project.path.parent.iterdir())
    with Project.open(project.path, read_only=True) as beside:
        report = merge(beside, scheme_of(beside), [returned, returned], is_dry_run=True)
    assert [(one.new, one.refusals) for one in report.files] == [(1, 0), (0, 0)]  # the second sees the first
    assert (report.is_dry_run, report.merged) == (True, False)
    assert "anna" not in project.actors()
    assert sorted(project.path.parent.iterdir()) == before
    assert merge(project, scheme_of(project), [returned]).files[0].new == 1


def test_no_room_for_the_copy_is_a_known_error(project, returned, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with (
        Project.open(project.path, read_only=True) as beside,
        pytest.raises(KnownError, match=r"^A108: no copy to try it on can be made .*TMPDIR"),
    ):
        merge(beside, scheme_of(beside), [returned], is_dry_run=True)


def test_what_a_file_brought_with_white_space_at_its_edges_is_handed_in_and_settled(project, tmp_path) -> None:
    """An import takes such spans as they are, and so do those who get the work."""
    start, end = at(TEXT, "Belga")
    wide = Span("x1", "entities", "ORG", ((start, end + 1),))
    verdict = Verdict("rejected", "entities", "GPE", ((start, end + 1),), 0.5, "rules")
    record = ImportedDocument(TEXT, "file", status="done", spans=(wide,), rejected=(verdict,))
    for name in ("anna", "bram"):
        out, target, back = (tmp_path / f"{name}.{ending}" for ending in ("annopack", "annotator", "back.annopack"))
        packages.make(project, scheme_of(project), annotator=name, out=out, selection=Selection())
        handed_out.open_package(out, target)
        with Project.open(target) as opened:
            operation = operation_for(
                record, "d1", document().sha256, actor=name, replica=opened.replica, scheme=scheme_of(opened),
                there=opened.decided("d1", name),
            )  # fmt: skip
            opened.append(operation)
            handed_out.give_back(opened, back)
        (report,) = merge(project, scheme_of(project), [back]).files
        assert report.refused == []
    assert adjudicate(project, scheme_of(project), strategy="unanimous").taken == 1
    assert [span.fragments for span in project.decided("d1", "gold").spans.values()] == [wide.fragments]
    assert project.check() == []
