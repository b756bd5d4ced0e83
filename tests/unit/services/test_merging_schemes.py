"""Work handed out under an older version of the scheme: taken over where what it uses is still there, else refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import command as c
from annotator.core.span import Argument
from annotator.services import handed_out, packages
from annotator.services.assigning import Selection
from annotator.services.merging import merge
from annotator.services.projects import open_session, scheme_of
from annotator.services.scheme_versions import change
from annotator.store.project import Project
from tests.samples import TEXT, at, suggestion
from tests.unit.services.test_scheme_versions import with_river, without

RAQQA, VIEL, IS = at(TEXT, "Raqqa"), at(TEXT, "viel"), at(TEXT, "IS")


@pytest.fixture
def handed(project, tmp_path):
    """Anna's copy of a package made under version 2, with a suggestion of a weapon."""
    text = project.document("d1")
    project.put_suggestions("d1", [suggestion(text, "entities", "WEAPON", IS)], run={})
    return hand_out(project, tmp_path, "anna")


def hand_out(project, tmp_path, name):
    out, target = tmp_path / f"{name}.annopack", tmp_path / f"{name}.annotator"
    packages.make(project, scheme_of(project), annotator=name, out=out, selection=Selection(documents=("d1",)))
    handed_out.open_package(out, target)
    return target


def work(target, *commands):
    """What comes back after these commands."""
    back = target.with_suffix(".back.annopack")
    back.unlink(missing_ok=True)
    with Project.open(target) as opened:
        session = open_session(opened)
        for command in commands:
            outcome = session.do(command)
            assert outcome.rejection is None, outcome
        handed_out.give_back(opened, back)
    return back


def span(label, place=RAQQA, id="s1"):
    return c.CreateSpan(document="d1", layer="entities", label=label, fragments=(place,), id=id)


def report_of(project, back):
    (report,) = merge(project, scheme_of(project), [back]).files
    return report


def test_work_under_the_older_version_is_taken_over_where_labels_were_added(project, handed) -> None:
    change(project, with_river(scheme_of(project)), actor="lead")
    report = report_of(project, work(handed, span("GPE")))
    assert (report.refused, report.new) == ([], 1)
    assert report.notes == ["made under version 2 of the scheme, which has changed since"]
    assert project.check() == []


def test_and_where_what_was_removed_is_not_in_it(project, handed) -> None:
    """Not even if it was for a while: it was a label then, and what is taken over is how it ended."""
    back = work(handed, span("WEAPON"), c.RelabelSpan(document="d1", span="s1", label="GPE"))
    change(project, without(scheme_of(project), "WEAPON"), actor="lead", withdraw=True)
    report = report_of(project, back)
    assert (report.refused, report.new) == ([], 2)
    assert [one.label for one in project.decided("d1", "anna").spans.values()] == ["GPE"]
    assert project.check() == []


def test_a_rejection_of_what_was_removed_comes_over(project, handed) -> None:
    with Project.open(handed, read_only=True) as opened:
        (weapon,) = opened.suggestions("d1")
    back = work(handed, c.Reject(document="d1", suggestion=weapon), span("GPE"))
    change(project, without(scheme_of(project), "WEAPON"), actor="lead", withdraw=True)
    assert report_of(project, back).refused == []


def test_what_uses_what_was_removed_is_refused_until_it_is_added_again(project, handed) -> None:
    before = scheme_of(project)
    back = work(handed, span("WEAPON"), span("GPE", IS, "s2"))
    change(project, without(before, "WEAPON"), actor="lead", withdraw=True)
    report = report_of(project, back)
    assert [(one.reason, one.what) for one in report.refused] == [(
        "label",
        "uses entities/WEAPON, which the scheme has no more: spans 1, documents 1; add it again first",
    )]  # fmt: skip
    assert "anna" not in project.actors()
    change(project, replace(before, version=scheme_of(project).version), actor="lead")
    assert report_of(project, back).refused == []
    assert project.decided("d1", "anna").spans["s1"].label == "WEAPON"


def test_a_role_filled_by_a_suggestion_of_what_was_removed_is_refused(project, handed) -> None:
    with Project.open(handed, read_only=True) as opened:
        (weapon,) = opened.suggestions("d1")
    fields = {"document": "d1", "type": "ATTACK", "fragments": (VIEL,)}
    back = work(handed, c.CreateEvent(**fields, arguments=(Argument("INSTRUMENT", weapon),)))
    change(project, without(scheme_of(project), "WEAPON"), actor="lead", withdraw=True)
    (refusal,) = report_of(project, back).refused
    assert "entities/WEAPON" in refusal.what


def test_new_packages_carry_the_new_version_and_both_come_back(project, handed, tmp_path) -> None:
    change(project, with_river(scheme_of(project)), actor="lead")
    bram = hand_out(project, tmp_path, "bram")
    with Project.open(bram, read_only=True) as opened:
        assert scheme_of(opened).version == 3
    new, old = work(bram, span("RIVER")), work(handed, span("GPE"))
    report = merge(project, scheme_of(project), [new, old])
    assert [one.refused for one in report.files] == [[], []]
    assert {one.scheme_version for one in project.operations()} == {2, 3}


def test_whose_package_has_an_old_scheme_goes_on_under_it(project, handed) -> None:
    change(project, without(with_river(scheme_of(project)), "TIME"), actor="lead")
    with Project.open(handed, read_only=True) as opened:
        assert scheme_of(opened).version == 2
    assert report_of(project, work(handed, span("GPE"))).new == 1
    assert report_of(project, work(handed, span("ORG", IS, "s2"))).new == 1


def test_a_layer_that_takes_no_overlaps_any_more_is_not_guessed_at(project, handed) -> None:
    scheme = scheme_of(project)
    assert scheme.layer("events").kind == "overlapping"
    back = work(handed, c.CreateEvent(document="d1", type="ATTACK", fragments=(VIEL,)))
    flat = scheme.source.replace('kind = "overlapping"', 'kind = "flat"')
    from annotator.core import scheme_file

    change(project, scheme_file.load(flat, name="flat.toml"), actor="lead", withdraw=True)
    (refusal,) = report_of(project, back).refused
    assert "uses events, which" in refusal.what
