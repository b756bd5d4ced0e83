"""Work packages: handed out, worked on elsewhere, returned and merged; and every way of spoiling that is refused."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace

import pytest

from annotator.core.command import (
    Accept,
    AcceptAbove,
    AddComment,
    CreateEvent,
    CreateSpan,
    DeleteSpan,
    Redo,
    Reject,
    RevertTo,
    SetStatus,
    Undo,
)
from annotator.core.decision import FIRST_LINK, Comment, Decision, Operation, Status
from annotator.core.span import Argument, Event
from annotator.errors import KnownError
from annotator.formats import package as files
from annotator.services import handed_out, packages
from annotator.services.adjudicating import adjudicate
from annotator.services.assigning import Selection
from annotator.services.conduct import set_conduct
from annotator.services.merging import REASONS, merge
from annotator.services.projects import open_session, scheme_of
from annotator.store.assignments import Rule
from annotator.store.project import Project
from tests.samples import TEXT, at, document, suggestion
from tests.unit.services.versions import annotate, entity

RAQQA = at(TEXT, "Raqqa")


def known(code):
    return pytest.raises(KnownError, match=rf"^{code}: ")


@pytest.fixture
def lead(project):
    """A project with suggestions on d1, and another annotator's work in it."""
    text = document()
    org = suggestion(text, "entities", "ORG", at(TEXT, "IS"))
    gpe = suggestion(text, "entities", "GPE", at(TEXT, "Deir al-Zor"))
    attack = suggestion(text, "events", "ATTACK", at(TEXT, "viel"), arguments=(Argument("AGENT", org.id),))
    project.put_suggestions("d1", [org, gpe, attack], run={"at": "2026", "suggesters": ["rules"]})
    annotate(project, "bram", entity("Raqqa", "GPE"))
    return project


def hand_out(project, tmp_path, *, annotator="anna", name="anna", with_suggestions=True, **selection):
    out = tmp_path / f"{name}.annopack"
    report = packages.make(
        project, scheme_of(project), annotator=annotator, out=out, selection=Selection(**selection),
        with_suggestions=with_suggestions,
    )  # fmt: skip
    target = tmp_path / f"{name}.annotator"
    handed_out.open_package(out, target)
    return report, target


def work(target, *commands):
    with Project.open(target) as opened:
        session = open_session(opened)
        for command in commands:
            outcome = session.do(command)
            assert outcome.rejection is None, outcome


def give_back(target, name="back"):
    out = target.with_name(f"{name}.annopack")
    with Project.open(target, read_only=True) as opened:
        handed_out.give_back(opened, out)
    return out


def ids_of(target):
    with Project.open(target, read_only=True) as opened:
        return {one.label: one.id for one in opened.suggestions("d1").values()}


def some_work(target):
    ids = ids_of(target)
    work(
        target,
        Accept(document="d1", suggestion=ids["ORG"]),
        Reject(document="d1", suggestion=ids["GPE"]),
        CreateSpan(document="d1", layer="entities", label="GPE", fragments=(RAQQA,), id="s1"),
        DeleteSpan(document="d1", span="s1"),
        Undo(),
        Redo(),
        Undo(),
        AddComment(document="d1", text="zeker?", target="s1"),
        CreateEvent(
            document="d1", type="ADVANCE", fragments=(at(TEXT, "rukken"),), arguments=(("PLACE", None),), id="e1"
        ),
        CreateEvent(document="d1", type="ADVANCE", fragments=(at(TEXT, "op"),), id="e2"),
        RevertTo(document="d1", operation=None),
        Undo(),
        SetStatus(document="d1", status="done"),
    )
    return give_back(target)


def merged(project, *paths, **options):
    return merge(project, scheme_of(project), paths, **options)


# There and back


def test_work_comes_back_as_it_was_done(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    back = some_work(target)
    report = merged(lead, back)
    (one,) = report.files
    assert (report.merged, report.refused, one.new, one.operations, one.done, one.documents) == (True, 0, 13, 13, 1, 2)
    with Project.open(target, read_only=True) as elsewhere:
        assert lead.decided("d1", "anna") == elsewhere.decided("d1", "anna")
        assert list(lead.operations(actor="anna")) == list(elsewhere.operations(actor="anna"))
    assert lead.check() == []
    json.dumps(report.to_json())


def test_merging_again_changes_nothing_and_more_work_adds_to_it(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    first = some_work(target)
    assert merged(lead, first, first).files[1].new == 0
    work(target, SetStatus(document="d2", status="done"))
    second = give_back(target, "second")
    assert [merged(lead, second).files[0].new for _ in range(2)] == [1, 0]
    older = merged(lead, first)
    assert (older.merged, older.files[0].new) == (True, 0)
    assert "nothing new" in older.files[0].notes[0]
    assert len(list(lead.operations(actor="anna"))) == 14


def test_a_dry_run_tells_and_keeps_nothing(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    back = some_work(target)
    report = merged(lead, back, is_dry_run=True)
    assert (report.merged, report.files[0].new) == (False, 13)
    assert "anna" not in lead.actors()
    assert merged(lead, back).merged


def test_a_package_holds_nobody_s_work(lead, tmp_path) -> None:
    annotate(lead, "carl", entity("Belga", "ORG"))
    annotate(lead, "bram", document="d2")
    adjudicate(lead, scheme_of(lead), strategy="majority")
    _, target = hand_out(lead, tmp_path)
    with zipfile.ZipFile(tmp_path / "anna.annopack") as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"bram", b"carl", b"gold", b"decisions", str(lead.meta(packages.KEY)).encode()):
        assert word not in content
    with Project.open(target, read_only=True) as opened:
        assert opened.actors() == []
        assert opened.check() == []
        assert opened.document("d1") == lead.document("d1")
        assert opened.suggestions("d1") == lead.suggestions("d1")
        assert opened.scheme_source == lead.scheme_source
        assert opened.meta("tokenizer_hash") == lead.meta("tokenizer_hash")
        assert opened.replica != lead.replica


def test_the_annotator_sits_down_under_the_right_name(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    with Project.open(target) as opened:
        assert open_session(opened).actor == "anna"
        open_session(opened, "pc-7").do(SetStatus(document="d1", status="busy"))
        with known("A604"):
            handed_out.give_back(opened, tmp_path / "x.annopack")


def test_fillers_left_undecided_come_along(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    ids = ids_of(target)
    work(target, Accept(document="d1", suggestion=ids["ATTACK"]))
    lead.put_suggestions("d1", [], run={"at": "later"})
    assert merged(lead, give_back(target)).merged
    (event,) = lead.decided("d1", "anna").spans.values()
    assert event.arguments == (Argument("AGENT", ids["ORG"]),)
    assert ids["ORG"] in lead.suggestions("d1")
    assert lead.check() == []


def test_a_restored_backup_of_the_annotator_goes_on(lead, tmp_path) -> None:
    from annotator.store.backup import restore

    _, target = hand_out(lead, tmp_path)
    some_work(target)
    with Project.open(target) as opened:
        copy = opened.backup()
    restore(copy, target)
    work(target, SetStatus(document="d2", status="done"))
    back = give_back(target, "restored")
    assert merged(lead, back).files[0].new == 14
    assert merged(lead, back).files[0].new == 0
    assert lead.check() == []


# Choosing


@pytest.fixture
def hundred(project):
    project.add_documents(
        document(f"Artikel nummer {n}.", id=f"a{n}")._replace(meta={"source": "AB"[n % 4 == 0], "date": "2018-05-21"})
        for n in range(98)
    )
    return project


def test_the_first_package_holds_what_its_preview_said(hundred, tmp_path) -> None:
    for number, id in enumerate(hundred.document_ids()):
        text = hundred.document(id)
        one = suggestion(text, "entities", "ORG", (0, 7))
        hundred.put_suggestions(id, [one] if number % 3 else [], run={})
    wanted = Selection(share=0.3, blind=0.5)
    for _ in range(2):  # the same for as long as nothing is made
        told = packages.preview(hundred, annotator="anna", selection=wanted)
    assert hundred.meta(packages.KEY) is None
    report, _ = hand_out(hundred, tmp_path, share=0.3, blind=0.5)
    assert (told.documents, told.suggestions, told.blind) == (
        len(report.documents), report.suggestions, len(report.blind),
    )  # fmt: skip
    again = packages.preview(hundred, annotator="bram", selection=wanted)
    assert len(bytes.fromhex(str(hundred.meta(packages.KEY)))) == 32
    report, _ = hand_out(hundred, tmp_path, annotator="bram", name="bram", share=0.3, blind=0.5)
    assert again.suggestions == report.suggestions


def test_shares_overlap_and_control_documents(hundred, tmp_path) -> None:
    given = {}
    for name in ("anna", "bram"):
        report, _ = hand_out(hundred, tmp_path, annotator=name, name=name, share=0.5, overlap=0.2, blind=0.1)
        given[name] = set(report.documents), set(report.blind)
    (anna, anna_blind), (bram, bram_blind) = given["anna"], given["bram"]
    assert (len(anna), len(bram), len(anna & bram)) == (50, 50, 20)
    assert anna_blind == bram_blind <= anna & bram
    assert len(anna_blind) == 5
    everyone_else = {id for id in anna if id.startswith("a") and int(id[1:]) % 4 == 0}
    assert 8 <= len(everyone_else) <= 17  # a quarter of all come from that source
    report, _ = hand_out(hundred, tmp_path, annotator="carl", name="carl")
    assert len(report.documents) == 100


def test_every_round_has_its_own_documents_for_everyone(hundred, tmp_path) -> None:
    rounds = []
    for number in range(3):
        given = [
            set(
                hand_out(
                    hundred, tmp_path, annotator=name, name=f"{name}{number}", share=0.1, overlap=0.05
                )[0].documents
            )
            for name in ("anna", "bram", "carl")
        ]  # fmt: skip
        rounds.append(set.intersection(*given))
        assert [len(one) for one in given] == [10, 10, 10]
    assert [len(one) for one in rounds] == [5, 5, 5]
    assert len(set.union(*rounds)) == 15
    late, _ = hand_out(hundred, tmp_path, annotator="dora", name="dora", share=0.1, overlap=0.05)
    assert rounds[0] <= set(late.documents)  # who comes late begins with what all had first


def test_a_tenth_of_five_articles_is_none_as_the_guides_say(hundred, tmp_path, root) -> None:
    ids = [f"a{number}" for number in range(6)]
    few, _ = hand_out(hundred, tmp_path, documents=tuple(ids[:5]), blind=0.1)
    more, _ = hand_out(hundred, tmp_path, annotator="bram", name="bram", documents=tuple(ids), blind=0.1)
    assert (len(few.blind), len(more.blind)) == (0, 1)
    docs = root / "docs"
    for name, said in (
        ("guide-leads.md", "with five articles or fewer none"),
        ("guide-leads.nl.md", "vijf artikelen of minder geen"),
    ):
        assert said in " ".join((docs / name).read_text("utf-8").split())


@pytest.mark.parametrize("share", [0, 0.004])
def test_a_share_that_comes_to_no_document_is_told_as_that(hundred, tmp_path, share) -> None:
    with pytest.raises(KnownError, match=f"a share of {share:g} of 100 documents is none") as caught:
        hand_out(hundred, tmp_path, share=share)
    assert caught.value.code == "A805"


def test_nobody_gets_a_document_twice(hundred, tmp_path) -> None:
    first, _ = hand_out(hundred, tmp_path, share=0.6)
    second, _ = hand_out(hundred, tmp_path, name="more", share=0.6)
    assert (len(first.documents), len(second.documents)) == (60, 40)
    assert not set(first.documents) & set(second.documents)
    with known("A805"):
        hand_out(hundred, tmp_path, name="most")
    with known("A805"):
        hand_out(hundred, tmp_path, name="most", documents=(first.documents[0],))


def test_control_documents_come_without_suggestions(lead, tmp_path) -> None:
    report, target = hand_out(lead, tmp_path, documents=("d1",), blind=1.0)
    assert (report.blind, report.suggestions) == (["d1"], 0)
    with Project.open(target, read_only=True) as opened:
        assert opened.suggestions("d1") == {}
        assert opened.has_suggestions("d1")  # so that the window does not fetch some
    assert lead.assignments()[0].documents == {"d1": True}
    text = document()
    with Project.open(target) as opened:
        opened.put_suggestions("d1", [suggestion(text, "entities", "ORG", at(TEXT, "IS"))], run={})
    work(target, AcceptAbove(document="d1", threshold=0.0))
    report = merged(lead, give_back(target))
    assert "control documents" in report.files[0].notes[0]


def test_the_project_s_own_controls_are_controls_in_its_packages(hundred, tmp_path) -> None:
    conduct = set_conduct(hundred, controls=0.2, seed=7)
    report, _ = hand_out(hundred, tmp_path, share=0.5)
    wanted = [id for id in report.documents if conduct.is_control(id)]
    assert wanted
    assert report.blind == wanted


def test_a_package_without_suggestions_has_none(lead, tmp_path) -> None:
    report, target = hand_out(lead, tmp_path, with_suggestions=False)
    assert report.suggestions == 0
    with Project.open(target, read_only=True) as opened:
        assert opened.suggestions("d1") == {}


@pytest.mark.parametrize("name", ["gold", "", " anna", "a" * 101, "an\nna", "suggestions"])
def test_names_that_cannot_be_given_out(lead, tmp_path, name) -> None:
    with known("A806"):
        hand_out(lead, tmp_path, annotator=name)
    assert lead.assignments() == []
    assert not list(tmp_path.glob("*.annopack"))


def test_what_cannot_be_made_leaves_nothing(lead, tmp_path) -> None:
    for fields, code in (({"documents": ("d9",)}, "A107"), ({"share": 1.5}, "A401"), ({"blind": -0.1}, "A401")):
        with known(code):
            hand_out(lead, tmp_path, **fields)
    annotate(lead, "anna", document="d2", status="busy")
    with known("A805"):
        hand_out(lead, tmp_path, documents=("d2",))
    (tmp_path / "anna.annopack").write_text("iets anders")
    with known("A106"):
        hand_out(lead, tmp_path)
    with known("A002"):
        packages.make(
            lead, scheme_of(lead), annotator="anna", out=tmp_path / "no" / "x.annopack", selection=Selection()
        )
    assert lead.assignments() == []


def test_opening_needs_a_free_name_and_a_sound_file(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    with known("A106"):
        handed_out.open_package(tmp_path / "anna.annopack", target)
    with known("A801"):
        handed_out.open_package(give_back(target), tmp_path / "y.annotator")
    before = sorted(tmp_path.iterdir())
    data = (tmp_path / "anna.annopack").read_bytes()
    (tmp_path / "cut.annopack").write_bytes(data[:-30])
    with known("A801"):
        handed_out.open_package(tmp_path / "cut.annopack", tmp_path / "z.annotator")
    assert [path for path in sorted(tmp_path.iterdir()) if path.name != "cut.annopack"] == before


def test_work_handed_in_is_not_taken_for_a_package(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    back = give_back(target)
    with pytest.raises(KnownError, match=r"^A801: .* was handed in, .* open the package that you were sent"):
        handed_out.open_package(back, tmp_path / "y.annotator")


def test_where_no_project_can_be_made_its_own_name_is_told(lead, tmp_path, monkeypatch) -> None:
    hand_out(lead, tmp_path)

    def full(draft, **_):
        raise KnownError("A108", f"{draft.name} cannot be written (database or disk is full)", "free disk space")

    monkeypatch.setattr(handed_out.Project, "create", full)
    with pytest.raises(KnownError, match=r"^A108: y\.annotator cannot be written"):
        handed_out.open_package(tmp_path / "anna.annopack", tmp_path / "y.annotator")


def test_the_guideline_travels_with_its_version(lead, tmp_path) -> None:
    rule = Rule(0, "entities", "GPE", "Ook wijken.", ({"anna": "…"},), "gold", "2026-01-01T00:00:00.000Z")
    lead.add_rule(rule)
    _, target = hand_out(lead, tmp_path)
    with Project.open(target, read_only=True) as opened:
        assert [(one.version, one.label, one.text, one.examples) for one in opened.rules()] == [
            (1, "GPE", "Ook wijken.", ())
        ]
    back = some_work(target)
    lead.add_rule(replace(rule, text="Geen wijken."))
    assert "GPE" in merged(lead, back).files[0].notes[0]


# Spoiled returns: each is refused for its reason, and nothing changes


def tampered(back, change, *, name="bad"):
    """The return with its content changed by someone who knows the format well: hashes and chain made anew."""
    read = files.read_return(back)
    changed = change(read)
    out = back.with_name(f"{name}.annopack")
    files.write_return(out, changed.manifest.value, changed)
    return out


def sealed(operations):
    links = {}
    result = []
    for one in operations:
        sequence, previous = links.get(one.replica, (0, FIRST_LINK))
        one = one._replace(sequence=sequence + 1, previous=previous, hash="").sealed()
        links[one.replica] = one.sequence, one.hash
        result.append(one)
    return tuple(result)


def with_operations(change):
    def changed(read):
        return replace(read, operations=sealed(change(list(read.operations))))

    return changed


def added(*decisions, **fields):
    def change(operations):
        plain = {"id": "extra", "decisions": decisions, "reverts": None, "kind": "create_span"}
        return [*operations, operations[-1]._replace(**{**plain, **fields})]

    return with_operations(change)


def span_of(**fields):
    return Decision("d1", "span", "x", None, replace(entity("Belga", "ORG", id="x"), **fields))


ZOR = at(TEXT, "Deir al-Zor")
SPOILED = {
    "actor": [
        with_operations(lambda ops: [one._replace(actor="bram") for one in ops]),
        lambda read: replace(read, annotator="bram"),
        with_operations(lambda ops: [ops[0]._replace(actor="zoe"), *ops[1:]]),
    ],
    "gold": [
        with_operations(lambda ops: [one._replace(actor="gold") for one in ops]),
        lambda read: replace(read, annotator="gold"),
    ],
    "document": [
        added(Decision("d2", "span", "x", None, entity("Belga", "ORG", id="x"))),
        added(span_of(), document="d2"),
        added(Decision("d9", "status", "", Status("todo"), Status("done"))),
    ],
    "chain": [
        lambda read: replace(read, operations=read.operations[1:]),
        lambda read: replace(read, operations=(*read.operations[:3], *read.operations[4:])),
        lambda read: replace(read, operations=tuple(reversed(read.operations))),
        lambda read: replace(read, operations=(read.operations[0]._replace(elapsed_ms=1), *read.operations[1:])),
    ],
    "replay": [with_operations(lambda ops: [*ops, ops[-1]._replace(kind="comment")])],
    "kind": [
        added(span_of(), kind="adjudicate"),
        added(span_of(), origin="magic"),
        added(span_of(), sources=("extra0",)),
        added(span_of(), kind="revert_to", sources=("extra0",)),
        added(),
        added(Decision("d1", "span", "y", None, entity("Belga", "ORG", id="x"))),
        added(Decision("d1", "comment", "bad id", None, Comment("x"))),
        added(Decision("d1", "status", "x", Status("done"), Status("busy"))),
    ],
    "label": [
        added(span_of(label="CAT")),
        added(span_of(layer="animals")),
        added(span_of(layer="events", label="ATTACK")),
        added(span_of(attributes={"factuality": "ASSERTED"})),
        added(Decision("d1", "status", "", Status("done"), Status("perfect"))),
    ],
    "place": [
        added(span_of(fragments=((0, 99999),))),
        added(span_of(fragments=((5, 5),))),
        added(span_of(fragments=((2, 7),))),
        added(span_of(fragments=(at(TEXT, "IS"),))),
        added(span_of(fragments=(ZOR, at(TEXT, "Belga")))),
    ],
    "role": [
        added(
            Decision(
                "d1",
                "span",
                "e",
                None,
                Event("e", "events", "ATTACK", (ZOR,), {"factuality": "ASSERTED"}, arguments=(Argument(role, filler),)),
            )
        )
        for role, filler in (("AGENT", "nobody"), ("OWNER", "s1"), ("AGENT", "g" + "0" * 18))
    ],
    "state": [
        added(Decision("d1", "span", "x", entity("Belga", "ORG", id="x"), None)),
        added(Decision("d1", "span", "s1", None, entity("Belga", "ORG", id="s1"))),
        added(Decision("d1", "status", "", Status("busy"), Status("done"))),
    ],
    "undo": [
        added(span_of(), kind="undo"),
        added(span_of(), kind="undo", reverts="extra0"),
        added(span_of(), reverts="extra0"),
        added(span_of(), kind="redo"),
    ],
    "scheme": [with_operations(lambda ops: [one._replace(scheme_version=9) for one in ops])],
}


@pytest.mark.parametrize(
    ("reason", "change"), [(reason, change) for reason, changes in SPOILED.items() for change in changes]
)
def test_what_is_spoiled_is_refused_for_its_reason_and_nothing_changes(lead, tmp_path, reason, change) -> None:
    _, target = hand_out(lead, tmp_path, documents=("d1",))
    back = some_work(target)
    before = list(lead.operations())
    report = merged(lead, tampered(back, change), back)
    assert (report.merged, report.refused) == (False, 1)
    assert reason in {one.reason for one in report.files[0].refused}
    assert {one.reason for one in report.files[0].refused} <= set(REASONS)
    assert list(lead.operations()) == before
    assert lead.assignments()[0].replicas == ()
    assert merged(lead, back).merged


def test_a_manifest_that_was_changed_is_not_signed(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path, documents=("d1",))
    back = some_work(target)

    def change(field, value):
        def changed(read):
            manifest = json.loads(json.dumps(dict(read.manifest.value)))
            manifest["assignment"][field] = value
            return replace(read, manifest=files.manifest_of(manifest))

        return changed

    sha256 = lead.document("d2").sha256
    for field, value in (
        ("annotator", "bram"),
        ("documents", [{"id": "d2", "sha256": sha256}]),
        ("documents", [{"id": "d1", "sha256": sha256}]),
        ("guideline", 7),
        ("id", "0" * 32),
    ):
        (one,) = merged(lead, tampered(back, change(field, value))).files
        assert [refusal.reason for refusal in one.refused] == ["signature"]


def test_a_package_of_another_project_is_not_ours(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    back = some_work(target)
    with Project.create(
        tmp_path / "other.annotator", scheme=lead.scheme_source, scheme_name="conflict-nl", scheme_version=2,
        tokenizer=lead.tokenizer, tokenizer_hash=str(lead.meta("tokenizer_hash")),
    ) as other:  # fmt: skip
        other.add_documents([lead.document("d1"), lead.document("d2")])
        assert [one.reason for one in merged(other, back).files[0].refused] == ["signature"]


def test_one_annotator_s_work_cannot_be_returned_for_another(lead, tmp_path) -> None:
    _, anna = hand_out(lead, tmp_path)
    _, carl = hand_out(lead, tmp_path, annotator="carl", name="carl")
    back = some_work(anna)
    carl_s = files.read_return(give_back(carl, "carl-back")).manifest
    out = tampered(back, lambda read: replace(read, manifest=carl_s, annotator="carl"))
    assert {one.reason for one in merged(lead, out).files[0].refused} == {"actor"}


def test_a_second_copy_of_the_package_conflicts_with_the_first(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    first = some_work(target)
    again = tmp_path / "again.annotator"
    handed_out.open_package(tmp_path / "anna.annopack", again)
    work(again, SetStatus(document="d2", status="done"))
    assert merged(lead, first).merged
    report = merged(lead, give_back(again, "other"))
    assert {one.reason for one in report.files[0].refused} == {"conflict"}
    other = tampered(first, with_operations(lambda ops: [*ops[:-1], ops[-1]._replace(elapsed_ms=77)]))
    assert {one.reason for one in merged(lead, other).files[0].refused} == {"conflict"}
    renamed = tampered(first, with_operations(lambda ops: [one._replace(replica="f" * 16) for one in ops]))
    assert {one.reason for one in merged(lead, renamed).files[0].refused} == {"replay"}


def test_a_project_that_went_on_in_two_copies_is_told_in_two_lines(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    some_work(target)
    other = tmp_path / "laptop.annotator"
    other.write_bytes(target.read_bytes())
    for copy, number in ((target, 1), (other, 2)):
        for text in "abc":
            work(copy, AddComment(document=f"d{number}", text=text))
    assert merged(lead, give_back(target)).merged
    (file,) = merged(lead, give_back(other, "laptop")).files
    first, rest = file.refused
    assert first.document == "d2"
    assert rest.what == "work went on in two copies of one project (operations: 3, documents: 1)"


def test_work_under_another_name_is_told_when_it_stays_behind(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    some_work(target)
    with Project.open(target) as opened:
        open_session(opened, "Anna").do(SetStatus(document="d2", status="done"))
        assert handed_out.give_back(opened, tmp_path / "x.annopack").left == {"Anna": 1}


def test_work_done_here_meanwhile_conflicts(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    back = some_work(target)
    annotate(lead, "anna", document="d2")
    assert {one.reason for one in merged(lead, back).files[0].refused} == {"conflict"}


def test_files_that_are_no_returns_are_refused_as_files(lead, tmp_path) -> None:
    hand_out(lead, tmp_path)
    junk = tmp_path / "junk.annopack"
    junk.write_bytes(b"PK\x03\x04 en verder niets")
    report = merged(lead, junk, tmp_path / "anna.annopack", tmp_path / "none.annopack")
    assert [[one.reason for one in file.refused] for file in report.files] == [["file"]] * 3
    assert not report.merged


def test_one_bad_file_keeps_all_out(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    back = some_work(target)
    junk = tmp_path / "junk.annopack"
    junk.write_bytes(b"niets")
    assert not merged(lead, back, junk).merged
    assert "anna" not in lead.actors()


def test_a_project_of_one_s_own_gives_nothing_back(project, tmp_path) -> None:
    with known("A802"):
        handed_out.give_back(project, tmp_path / "x.annopack")


def test_work_that_was_not_assigned_is_told_before_it_is_sent(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path, documents=("d1",))
    with Project.open(target) as opened:
        opened.add_documents([document("Nog een artikel.", id="eigen")])
        open_session(opened).do(SetStatus(document="eigen", status="done"))
        with known("A803"):
            handed_out.give_back(opened, tmp_path / "x.annopack")


def test_a_return_replaces_a_return_and_nothing_else(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    give_back(target)
    give_back(target)
    with known("A106"):
        give_back(target, "anna")


def test_many_refusals_are_counted_and_some_are_told(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path, documents=("d1",))
    back = some_work(target)

    def many(operations):
        return [
            *operations,
            *(
                operations[-1]._replace(id=f"x{n}", decisions=(span_of(label="CAT"),), kind="create_span")
                for n in range(200)
            ),
        ]

    (one,) = merged(lead, tampered(back, with_operations(many))).files
    assert one.refusals >= 200
    assert len(one.refused) == 50


def test_operations_are_kept_whole_on_their_way(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    back = some_work(target)
    with Project.open(target, read_only=True) as opened:
        mine = tuple(opened.operations(actor="anna"))
    assert files.read_return(back).operations == mine
    assert all(isinstance(one, Operation) for one in mine)


def test_the_counts_beforehand_are_those_of_the_package_and_nothing_is_written(hundred, tmp_path) -> None:
    def both(annotator: str, **selection):
        wanted = Selection(**selection)
        before = list(hundred.assignments()), hundred.meta("package_key"), hundred.meta("common_documents")
        told = packages.preview(hundred, annotator=annotator, selection=wanted)
        assert (list(hundred.assignments()), hundred.meta("package_key"), hundred.meta("common_documents")) == before
        made = packages.make(
            hundred, scheme_of(hundred), annotator=annotator, out=tmp_path / f"{annotator}.annopack", selection=wanted
        )
        assert (told.documents, told.common, told.blind) == (len(made.documents), made.common, len(made.blind))
        assert told.suggestions == made.suggestions
        assert told.total == len(hundred.document_ids())
        given = {id for one in hundred.assignments() for id in one.documents}
        assert told.left == told.total - len(given)

    both("anna", share=0.5, overlap=0.2, blind=0.1)
    both("bram", share=0.5, overlap=0.2, blind=0.1)
    both("cara", documents=("d1",))
    with known("A805"):
        packages.preview(hundred, annotator="cara", selection=Selection(documents=("d1",)))
    with known("A806"):
        packages.preview(hundred, annotator="gold", selection=Selection())


def test_making_tells_how_far_it_is_and_can_be_stopped(hundred, tmp_path) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 3:
            raise KnownError("A001", "stopped", "go on")

    out = tmp_path / "anna.annopack"
    with known("A001"):
        packages.make(
            hundred, scheme_of(hundred), annotator="anna", out=out, selection=Selection(), progress=stop
        )  # fmt: skip
    assert seen == [(done, len(hundred.document_ids())) for done in range(4)]
    assert not list(tmp_path.glob("*annopack*"))
    assert hundred.assignments() == []


def test_merging_tells_how_far_it_is_and_can_be_stopped(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path)
    some_work(target)
    back = give_back(target)
    seen: list[tuple[int, int]] = []
    merge(lead, scheme_of(lead), [back], is_dry_run=True, progress=lambda *told: seen.append(told))
    total = seen[-1][1]
    assert seen[-1] == (total, total)
    assert seen[-1] == (total, total)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)

    def stop(done: int, _total: int) -> None:
        if done == total - 1:
            raise KnownError("A001", "stopped", "go on")

    before = list(lead.operations(actor="anna"))
    with known("A001"):
        merge(lead, scheme_of(lead), [back], progress=stop)
    assert list(lead.operations(actor="anna")) == before == []


def test_a_package_sent_back_unopened_is_told_as_that(lead, tmp_path) -> None:
    hand_out(lead, tmp_path)
    report = merge(lead, scheme_of(lead), [tmp_path / "anna.annopack"])
    assert "the work package that went out" in report.files[0].refused[0].what


def test_an_empty_return_is_told_as_that_and_one_merged_before_as_that(lead, tmp_path) -> None:
    _, target = hand_out(lead, tmp_path, documents=("d1",))
    empty = give_back(target, "empty")
    assert merge(lead, scheme_of(lead), [empty], is_dry_run=True).files[0].notes == ["nothing was decided in it yet"]
    work(target, SetStatus(document="d1", status="done"))
    back = give_back(target)
    merge(lead, scheme_of(lead), [back])
    assert merge(lead, scheme_of(lead), [back]).files[0].notes == ["nothing new: all of it was merged before"]
