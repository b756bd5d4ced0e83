"""The next version of a project's scheme: what it may change, what it may not take away, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import command as c
from annotator.core.scheme_changes import Part
from annotator.core.span import Argument
from annotator.errors import KnownError
from annotator.services import guidelines, handed_out, packages, scheme_versions
from annotator.services.assigning import Selection
from annotator.services.extending import NewLabel, with_labels
from annotator.services.importing import import_paths
from annotator.services.projects import create_project, open_session, scheme_of
from annotator.services.scheme_versions import change, checked, plan
from annotator.store.project import Project
from tests.samples import TEXT, at, document, suggestion
from tests.unit.services.versions import annotate, entity, event

WEAPON = Part("label", "entities", "WEAPON")


def known(code, words=""):
    return pytest.raises(KnownError, match=rf"^{code}: .*{words}")


def without(scheme, *names):
    """The scheme without these labels, also as fillers, as somebody would write it."""
    return checked(
        replace(
            scheme,
            labels=tuple(one for one in scheme.labels if one.name not in names),
            roles=tuple(
                one._replace(fillers=tuple(name for name in one.fillers if name not in names)) for one in scheme.roles
            ),
        )
    )


def with_river(scheme):
    gpe = scheme.label("entities", "GPE")
    return checked(replace(scheme, labels=(*scheme.labels, gpe._replace(name="RIVER", key="y", examples=()))))


def test_the_scheme_as_it_is_makes_no_version(project) -> None:
    planned = change(project, scheme_of(project), actor="lead")
    assert (planned.changes, planned.is_allowed) == ((), True)
    assert len(project.schemes()) == 1


def test_what_is_added_holds_from_now_on_and_the_version_before_stays(project) -> None:
    before = scheme_of(project)
    planned = change(project, with_river(before), actor="lead")
    assert [(one.action, one.what, one.name) for one in planned.changes] == [("added", "label", "RIVER")]
    now = scheme_of(project)
    assert (now.version, now.label("entities", "RIVER").key) == (before.version + 1, "y")
    assert [one.version for one in project.schemes()] == [before.version, before.version + 1]
    outcome = open_session(project, "anna").do(
        c.CreateSpan(document="d1", layer="entities", label="RIVER", fragments=(at(TEXT, "Raqqa"),))
    )
    assert outcome.operation.scheme_version == now.version
    assert project.check() == []


def test_a_file_keeps_its_remarks_under_the_new_version(project) -> None:
    scheme = scheme_of(project)
    source = scheme.source.replace('key = "g"', 'key = "y"', 1) + "\n# mine\n"
    change(project, scheme_versions.scheme_file.load(source, name="mine.toml"), actor="lead")
    assert project.scheme_source.endswith("# mine\n")
    assert scheme_of(project).label("entities", "GPE").key == "y"


def test_a_file_made_from_an_older_version_is_refused(project) -> None:
    old = scheme_of(project)
    change(project, with_river(old), actor="lead")
    with known("A303", "made from version 2"):
        plan(project, without(old, "TIME"))
    assert change(project, replace(scheme_of(project), version=1), actor="lead").changes == ()  # nothing is lost
    assert len(project.schemes()) == 2


def test_a_version_that_the_file_has_raised_itself_is_kept(project) -> None:
    scheme = replace(with_river(scheme_of(project)), version=9)
    change(project, checked(scheme), actor="lead")
    assert scheme_of(project).version == 9


def test_whatever_number_a_file_brings_others_can_follow_it(project, tmp_path) -> None:
    river = with_river(scheme_of(project))
    with known("A301", "version 1,000,001 of the scheme conflict-nl"):
        change(project, checked(replace(river, version=1_000_001)), actor="lead")
    change(project, checked(replace(river, version=1_000_000)), actor="lead")
    change(project, without(scheme_of(project), "RIVER"), actor="lead")
    assert scheme_of(project).version == 1_000_001
    written = scheme_versions.scheme_file.load(scheme_versions.written_out(project), name="mine.toml")
    change(project, with_river(written), actor="lead")
    assert scheme_of(project).version == 1_000_002, "a file that the project wrote out is taken back"
    high = tmp_path / "high.toml"
    high.write_text(project.scheme_source, encoding="utf-8")
    with known("A301", "the most to begin with"):
        create_project(tmp_path / "other.annotator", scheme=str(high))


def test_a_version_that_stands_beside_something_else_is_raised_all_the_same(project) -> None:
    source = with_river(scheme_of(project)).source.replace("version = 2", '"version" = 2')
    change(project, scheme_versions.scheme_file.load(source, name="mine.toml"), actor="lead")
    assert scheme_of(project).version == 3


def test_what_nobody_uses_may_go(project) -> None:
    change(project, without(scheme_of(project), "WEAPON", "OTHER"), actor="lead")
    assert scheme_of(project).label("entities", "WEAPON") is None


def test_what_live_spans_use_may_not_go_whoever_has_them(project) -> None:
    annotate(project, "anna", entity("Raqqa", "WEAPON"))
    annotate(project, "gold", entity("IS", "WEAPON"))
    wanted = without(scheme_of(project), "WEAPON")
    (obstacle,) = plan(project, wanted).obstacles
    assert (obstacle.part, obstacle.use[:3]) == (WEAPON, (2, 1, ("anna", "gold")))
    with known("A303", r"entities/WEAPON is in use: 2 spans in 1 document \(anna, gold\)"):
        change(project, wanted, actor="lead", withdraw=True)
    assert len(project.schemes()) == 1


def test_what_was_taken_back_or_relabelled_stands_in_nothings_way(project) -> None:
    session = open_session(project, "anna")
    place = (at(TEXT, "Raqqa"),)
    session.do(c.CreateSpan(document="d1", layer="entities", label="WEAPON", fragments=place, id="s1"))
    session.do(c.RelabelSpan(document="d1", span="s1", label="GPE"))
    change(project, without(scheme_of(project), "WEAPON"), actor="lead")
    assert project.check() == []
    later = open_session(project, "anna")
    rejection = later.do(c.Undo()).rejection
    assert rejection.code == "A403"
    assert "WEAPON of layer entities, which the scheme has no more" in rejection.why
    back = later.do(c.RevertTo(document="d1", operation=None))  # to before there was any
    assert back.operation is not None
    assert later.do(c.Undo()).operation is not None  # GPE is back
    first = next(project.operations(actor="anna"))
    assert later.do(c.RevertTo(document="d1", operation=first.id)).rejection.code == "A403"


def test_an_event_does_not_come_back_with_a_filler_whose_label_is_gone(project) -> None:
    """A suggestion that an event named once stays in the project, whatever becomes of its label."""
    read = project.document("d1")
    name = suggestion(read, "entities", "WEAPON", at(TEXT, "Belga"))
    fall = suggestion(read, "events", "ATTACK", at(TEXT, "viel"), arguments=(Argument("INSTRUMENT", name.id),))
    project.put_suggestions("d1", [name, fall], run={})
    session = open_session(project, "anna")
    session.do(c.Accept(document="d1", suggestion=fall.id))
    session.do(c.Undo())
    change(project, without(scheme_of(project), "WEAPON"), actor="lead", withdraw=True)
    later = open_session(project, "anna")
    assert name.id in later.state("d1").suggestions
    rejection = later.do(c.Redo()).rejection
    assert (rejection.code, "WEAPON as INSTRUMENT" in rejection.why) == ("A403", True)


def test_undo_and_going_back_leave_no_overlap_in_a_layer_that_takes_none_any_more(project) -> None:
    session = open_session(project, "anna")
    first, second = (at(TEXT, "viel"),), (at(TEXT, "viel dinsdag"),)
    for number, place in enumerate((first, second)):
        session.do(c.CreateEvent(document="d1", type="ATTACK", fragments=place, id=f"e{number}"))
    *_, both = project.operations(actor="anna")
    for number in (1, 0):
        session.do(c.DeleteSpan(document="d1", span=f"e{number}"))
    flat = scheme_of(project).source.replace('kind = "overlapping"', 'kind = "flat"')
    change(project, scheme_versions.scheme_file.load(flat, name="flat.toml"), actor="lead")
    later = open_session(project, "anna")
    assert later.do(c.Undo()).operation is not None
    assert later.do(c.Undo()).rejection.code == "A406"
    assert later.do(c.RevertTo(document="d1", operation=both.id)).rejection.code == "A406"
    assert list(later.state("d1").spans) == ["e0"]


def test_an_event_does_not_come_back_into_a_layer_that_holds_none_any_more(project) -> None:
    session = open_session(project, "anna")
    session.do(c.CreateEvent(document="d1", type="ATTACK", fragments=(at(TEXT, "viel"),), id="e1"))
    session.do(c.DeleteSpan(document="d1", span="e1"))
    scheme = scheme_of(project)
    keyless = tuple(one if one.layer == "entities" else one._replace(key="") for one in scheme.labels)
    layers = tuple(one._replace(is_event=False) for one in scheme.layers)
    plain = replace(scheme, layers=layers, labels=keyless, roles=())
    change(project, checked(plain), actor="lead")
    assert open_session(project, "anna").do(c.Undo()).rejection.code == "A403"


def test_roles_fillers_and_values_in_use_may_not_go(project) -> None:
    place, other = entity("Raqqa", "GPE"), entity("IS", "ORG")
    attack = event("viel", factuality="POSSIBLE", arguments=(("PLACE", place), ("AGENT", other)))
    annotate(project, "anna", place, other, attack)
    scheme = scheme_of(project)

    def parts(wanted):
        return [one.part for one in plan(project, checked(wanted)).obstacles]

    def roles(change_one):
        return replace(scheme, roles=tuple(one for role in scheme.roles if (one := change_one(role)) is not None))

    fewer = roles(lambda one: None if one.name == "PLACE" else one)
    assert parts(fewer) == [Part("role", "events", "PLACE")]
    narrow = roles(lambda one: one._replace(fillers=("PERSON",)) if one.name == "AGENT" else one)
    assert parts(narrow) == [Part("filler", "events", "AGENT", "ORG")]
    typed = roles(lambda one: one._replace(types=("CAPTURE",)) if one.name == "AGENT" else one)
    assert parts(typed) == [Part("type", "events", "AGENT", "ATTACK")]
    values = scheme.attributes[0]._replace(values=("ASSERTED", "REPORTED"), value_names={})
    assert parts(replace(scheme, attributes=(values,))) == [Part("value", "events", "factuality", "POSSIBLE")]
    assert parts(replace(scheme, attributes=())) == [Part("attribute", "events", "factuality")]


def test_suggestions_stand_in_the_way_until_they_are_withdrawn(project) -> None:
    text = project.document("d1")
    weapon = suggestion(text, "entities", "WEAPON", at(TEXT, "IS"))
    project.put_suggestions("d1", [weapon, suggestion(text, "entities", "GPE", at(TEXT, "Raqqa"))], run={})
    wanted = without(scheme_of(project), "WEAPON")
    with known("A303", "1 suggestion in 1 document · withdraw them with --withdraw-suggestions"):
        change(project, wanted, actor="lead")
    assert plan(project, wanted, withdraw=True).suggestions == 1
    assert change(project, wanted, actor="lead", withdraw=True).suggestions == 1
    assert [one.label for one in project.suggestions("d1").values()] == ["GPE"]


def test_a_suggestion_that_fills_a_role_cannot_be_withdrawn(project) -> None:
    text = project.document("d1")
    weapon = suggestion(text, "entities", "WEAPON", at(TEXT, "IS"))
    project.put_suggestions("d1", [weapon], run={})
    fields = {"document": "d1", "type": "ATTACK", "fragments": (at(TEXT, "viel"),)}
    open_session(project, "anna").do(c.CreateEvent(**fields, arguments=(Argument("INSTRUMENT", weapon.id),)))
    (obstacle,) = plan(project, without(scheme_of(project), "WEAPON"), withdraw=True).obstacles
    assert (obstacle.part, obstacle.use.spans) == (WEAPON, 1)


def test_a_renaming_is_refused_with_the_ways_that_work(project) -> None:
    annotate(project, "anna", entity("Raqqa", "WEAPON"))
    scheme = scheme_of(project)
    source = scheme.source.replace('"WEAPON"', '"WAPEN"')
    with known("A303", "a label is not renamed to WAPEN · change `names` for what is shown"):
        change(project, scheme_versions.scheme_file.load(source, name="mine.toml"), actor="lead")


def test_a_guideline_that_was_changed_in_the_project_is_in_the_file_and_gives_way_to_it(project) -> None:
    scheme = scheme_of(project)
    label = scheme.label("entities", "GPE")
    guidelines.rewrite(project, scheme, label, "Alleen landen.\nEn steden.", actor="lead")
    source = scheme_versions.written_out(project)
    assert "Alleen landen. En steden." in source
    wanted = scheme_versions.scheme_file.load(source, name="mine.toml")
    assert plan(project, wanted).changes == ()
    changed = scheme_versions.scheme_file.load(source.replace("Alleen landen.", "Ook dorpen."), name="mine.toml")
    planned = change(project, changed, actor="lead")
    assert [one.name for one in planned.guidelines] == ["GPE"]
    assert guidelines.in_force(project, scheme_of(project), "entities", "GPE") == "Ook dorpen. En steden."
    assert plan(project, scheme_of(project)).changes == ()


def test_a_guideline_too_long_for_a_file_is_told_there_and_stays(project) -> None:
    scheme = scheme_of(project)
    guidelines.rewrite(project, scheme, scheme.label("entities", "GPE"), "woord " * 1_000, actor="lead")
    guidelines.rewrite(project, scheme, scheme.label("entities", "ORG"), "Kort.", actor="lead")
    source = scheme_versions.written_out(project)
    assert source.startswith("# The guideline of GPE is longer here")
    change(project, with_river(scheme_versions.scheme_file.load(source, name="mine.toml")), actor="lead")
    assert len(guidelines.in_force(project, scheme_of(project), "entities", "GPE")) > 5_000


def with_text(scheme, name, guideline):
    """The scheme with that guideline of a label of entities."""
    labels = tuple(one._replace(guideline=guideline) if one.name == name else one for one in scheme.labels)
    return checked(replace(scheme, labels=labels))


def test_a_label_that_is_added_again_brings_its_own_text_along(project) -> None:
    before = scheme_of(project)
    guidelines.rewrite(project, before, before.label("entities", "WEAPON"), "Van voor die tijd.", actor="lead")
    change(project, without(before, "WEAPON"), actor="lead")
    again = with_text(replace(before, version=scheme_of(project).version), "WEAPON", {"nl": "Nieuw."})
    assert [one.name for one in change(project, again, actor="lead").guidelines] == ["WEAPON"]
    assert guidelines.in_force(project, scheme_of(project), "entities", "WEAPON") == "Nieuw."
    assert plan(project, scheme_of(project)).changes == ()


def test_a_file_that_says_nothing_of_a_label_takes_no_text_back(project) -> None:
    scheme = scheme_of(project)
    guidelines.rewrite(project, scheme, scheme.label("entities", "GPE"), "Alleen landen.", actor="lead")
    silent = with_text(scheme, "GPE", {})
    assert change(project, silent, actor="lead").changes == ()
    planned = change(project, with_river(silent), actor="lead")
    assert [one.name for one in planned.changes] == ["RIVER"]
    assert guidelines.in_force(project, scheme_of(project), "entities", "GPE") == "Alleen landen."
    assert plan(project, scheme_of(project)).changes == ()


def test_a_text_in_another_language_is_no_new_version_of_the_guideline(project) -> None:
    scheme = scheme_of(project)
    guidelines.rewrite(project, scheme, scheme.label("entities", "GPE"), "Alleen landen.", actor="lead")
    texts = scheme_versions.in_force(project).label("entities", "GPE").guideline
    planned = change(project, with_text(scheme, "GPE", {**texts, "en": "Countries only."}), actor="lead")
    assert ([one.name for one in planned.changes], planned.guidelines) == (["GPE"], ())
    assert len(project.rules()) == 1


def test_a_version_that_is_no_plain_number_is_raised_all_the_same(project) -> None:
    source = with_river(scheme_of(project)).source.replace("version = 2", "version = 0x2")
    change(project, scheme_versions.scheme_file.load(source, name="mine.toml"), actor="lead")
    assert scheme_of(project).version == 3


def test_a_project_of_a_work_package_keeps_its_scheme(project, tmp_path) -> None:
    out, target = tmp_path / "anna.annopack", tmp_path / "anna.annotator"
    packages.make(project, scheme_of(project), annotator="anna", out=out, selection=Selection())
    handed_out.open_package(out, target)
    with Project.open(target) as opened, known("A303", "whose scheme is the lead's"):
        change(opened, with_river(scheme_of(opened)), actor="anna")
    article, call = tmp_path / "a.txt", lambda *_: pytest.fail("nothing is read")
    article.write_text("Tekst.", "utf-8")
    with Project.open(target) as opened, known("A303", "whose scheme is the lead's"):
        import_paths(opened, scheme_of(opened), call, [article], added=[NewLabel("entities", "RIVER")])
    planned = plan(project, without(scheme_of(project), "WEAPON"))
    assert planned.handed_out == ("anna",)
    assert planned.to_json()["handed_out"] == ["anna"]


def test_labels_that_an_import_adds_are_versions_of_the_same_table(project) -> None:
    added = with_labels(scheme_of(project), [NewLabel("entities", "RIVER")])
    project.add_scheme(source=added.source, name=added.name, version=added.version)
    change(project, without(scheme_of(project), "RIVER"), actor="lead")
    assert [one.version for one in project.schemes()] == [2, 3, 4]


def test_a_suggestion_of_something_gone_is_not_accepted(project) -> None:
    text = document()
    weapon = suggestion(text, "entities", "WEAPON", at(TEXT, "IS"))
    project.put_suggestions("d1", [weapon], run={})
    session = open_session(project, "anna")
    session.do(c.Reject(document="d1", suggestion=weapon.id))
    change(project, without(scheme_of(project), "WEAPON"), actor="lead", withdraw=True)
    later = open_session(project, "anna")
    assert later.do(c.Undo()).operation is not None
    assert later.state("d1").suggestions == {}
    assert project.check() == []
