"""The article list by status, labels, open suggestions, disagreement, date, source, words and order."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core import command as c
from annotator.core.decision import Comment, Decision
from annotator.core.document import Document
from annotator.services.session import Session
from annotator.store import concordance
from annotator.store.listing import Listing
from annotator.store.project import Project
from tests.samples import SCHEME, at, document, suggestion

TEXTS = {
    "d1": "Belga meldt rust in Raqqa.",
    "d2": "In Raqqa viel Belga stil.",
    "d3": "Niets over troepen.",
    "d4": "Troepen bij Raqqa.",
}
DATES = {"d1": "2018-05-21", "d2": "2017-09", "d3": "", "d4": "2018"}


def made(id: str) -> Document:
    meta = {"date": DATES[id], "source": "Belga, AFP" if id == "d2" else "ANP"}
    return document(TEXTS[id], id=id)._replace(title=f"{'ZYxa'[int(id[1]) - 1]} {id}", meta=meta)


@pytest.fixture
def project(tmp_path: Path):
    path = tmp_path / "p.annotator"
    with Project.create(
        path, scheme="", scheme_name="small", scheme_version=1, tokenizer={}, tokenizer_hash="0"
    ) as project:
        project.add_documents([made(id) for id in TEXTS])
        for id in ("d1", "d2"):
            doc = project.document(id)
            found = [suggestion(doc, "entities", "ORG", at(doc.text, "Belga"))]
            if id == "d2":
                found.append(suggestion(doc, "entities", "GPE", at(doc.text, "Raqqa")))
            project.put_suggestions(id, found, run={})
        anna, bram = Session(project, SCHEME, "anna"), Session(project, SCHEME, "bram")
        label(anna, "d1", "GPE", "Raqqa")
        accept(anna, "d1")
        anna.do(c.SetStatus(document="d1", status="done"))
        label(anna, "d4", "GPE", "Raqqa")
        label(bram, "d4", "ORG", "Raqqa")
        label(bram, "d2", "GPE", "Raqqa")
        label(bram, "d1", "GPE", "Raqqa")
        accept(bram, "d1")
        anna.do(c.SetStatus(document="d3", status="flagged"))
        anna.do(c.AddComment(document="d3", text="hm"))
        yield project


def label(session: Session, id: str, name: str, part: str) -> None:
    place = at(session.state(id).document.text, part)
    session.do(c.CreateSpan(document=id, layer="entities", label=name, fragments=(place,)))


def accept(session: Session, id: str) -> None:
    session.do(c.Accept(document=id, suggestion=next(iter(session.state(id).suggestions))))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "d1 d2 d3 d4"),
        ({"statuses": ("done",)}, "d1"),
        ({"statuses": ("todo",)}, "d2"),
        ({"statuses": ("busy",)}, "d4"),
        ({"statuses": ("todo", "busy", "flagged")}, "d2 d3 d4"),
        ({"labels": ("GPE",)}, "d1 d4"),
        ({"labels": ("GPE", "ORG")}, "d1"),
        ({"without": ("ORG",)}, "d2 d3 d4"),
        ({"has_open": True}, "d2"),
        ({"has_open": False}, "d1 d3 d4"),
        ({"differs": True}, "d4"),
        ({"differs": False}, "d1 d2 d3"),
        ({"has_comment": True}, "d3"),
        ({"dates": ("2018", "2018~")}, "d1 d4"),
        ({"dates": ("", "2018")}, "d2"),
        ({"dates": ("2018-05", "")}, "d1"),
        ({"source": "belga"}, "d2"),
        ({"text": "raqqa tr"}, "d4"),
        ({"text": "raqqa", "labels": ("GPE",), "statuses": ("done",)}, "d1"),
        ({"text": "…"}, "d1 d2 d3 d4"),
        ({"text": "raqqa", "not_text": ("troep",)}, "d1 d2"),
        ({"not_text": ("troepen ", '"rust in"', "…")}, "d2"),
        ({"order": "import", "is_descending": True}, "d4 d3 d2 d1"),
        ({"order": "date"}, "d2 d4 d1 d3"),
        ({"order": "date", "is_descending": True}, "d1 d4 d2 d3"),
        ({"order": "title"}, "d4 d3 d2 d1"),
        ({"order": "length"}, "d4 d3 d2 d1"),
        ({"order": "status"}, "d4 d1 d3 d2"),
        ({"order": "spans", "is_descending": True}, "d1 d4 d2 d3"),
        ({"order": "open", "is_descending": True}, "d2 d1 d3 d4"),
    ],
)
def test_documents_are_listed_as_asked(project: Project, asked, found: str) -> None:
    if asked.get("order") == "length":
        lengths = {id: len(text) for id, text in TEXTS.items()}
        found = " ".join(sorted(lengths, key=lambda id: (lengths[id], id)))
    assert project.listed(Listing(**asked), "anna") == found.split()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "大马士革"}, "zh"),
        ({"text": "会见 大马士革 belga"}, "zh"),
        ({"text": "大马士革 raqqa"}, ""),
        ({"text": '"ที่ภูเก็ต"'}, "th"),
        ({"text": "น้ำท่วม"}, "th"),
        ({"text": "belga", "not_text": ("大马士革",)}, "d2 d4 th"),
        ({"text": "大马士革", "not_text": ("raqqa", "ภูเก็ต"), "order": "title"}, "zh"),
    ],
)
def test_words_of_scripts_that_set_none_apart_are_found(project: Project, asked, found: str) -> None:
    texts = {"zh": "总统星期二在大马士革会见了外长，Belga。", "th": "น้ำท่วมที่ภูเก็ต Belga"}
    project.add_documents([document(text, id=id) for id, text in texts.items()])
    listed = project.listed(Listing(**asked), "anna")
    assert set(listed) & {"zh", "th"} == set(found.split()) & {"zh", "th"}
    assert bool(listed) == bool(found)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"not_text": tuple(f"w{number}" for number in range(1_500))}, list(TEXTS)),
        ({"labels": ("GPE",) * 1_500}, ["d1", "d4"]),
    ],
)
def test_a_page_pasted_into_the_filter_ends_no_list(project: Project, asked, found) -> None:
    assert project.listed(Listing(**asked), "anna") == found


@pytest.mark.parametrize("order", ["import", "date", "title", "length", "status", "open", "spans"])
@pytest.mark.parametrize("is_descending", [False, True])
def test_the_first_lines_are_the_head_of_all(project: Project, order, is_descending: bool) -> None:
    for asked in ({}, {"text": "raqqa"}, {"has_open": False}, {"statuses": ("todo", "done")}):
        wanted = Listing(order=order, is_descending=is_descending, **asked)
        whole = project.listed(wanted, "anna")
        assert [project.listed(wanted, "anna", limit=limit) for limit in range(1, 5)] == [
            whole[:limit] for limit in range(1, 5)
        ]


def test_what_filters_ask_is_read_beforehand_by_a_reader_that_changes_nothing(project: Project) -> None:
    with Project.open(project.path, read_only=True) as reader:
        read: list[str] = []
        reader._connection.set_trace_callback(read.append)
        reader.warm("anna")
        assert len(read) > 3
        assert reader.listed(Listing(), "anna") == list(TEXTS)


def differing(project: Project) -> list[str]:
    return project.listed(Listing(differs=True), "anna")


def test_roles_factuality_and_fragments_are_differences_too(project: Project) -> None:
    anna, bram = Session(project, SCHEME, "anna"), Session(project, SCHEME, "bram")
    assert differing(project) == ["d4"]
    text = project.document("d2").text

    def trigger(session: Session, *parts: str) -> str:
        places = tuple(at(text, part) for part in parts)
        made = session.do(c.CreateEvent(document="d2", type="ATTACK", fragments=places))
        assert made.operation is not None, made.rejection
        return made.operation.decisions[0].target

    label(anna, "d2", "GPE", "Raqqa")
    assert "d2" not in differing(project)
    of_anna, of_bram = trigger(anna, "viel", "stil"), trigger(bram, "viel", "stil")
    assert "d2" not in differing(project)
    for command in (
        c.SetAttribute(document="d2", target=of_anna, name="factuality", value="NEGATED"),
        c.RemoveFragment(document="d2", event=of_anna, fragment=at(text, "stil")),
        c.SetArgument(document="d2", event=of_anna, role="PLACE", span=span_of(anna, "GPE")),
        c.ResizeSpan(document="d2", span=span_of(anna, "GPE"), fragments=(at(text, "In Raqqa"),)),
    ):
        outcome = anna.do(command)
        assert outcome.operation is not None, outcome.rejection
        assert "d2" in differing(project), command
        anna.do(c.Undo())
        assert "d2" not in differing(project), command
    anna.do(c.SetArgument(document="d2", event=of_anna, role="PLACE", span=span_of(anna, "GPE")))
    bram.do(c.SetArgument(document="d2", event=of_bram, role="PLACE", span=span_of(bram, "GPE")))
    assert "d2" not in differing(project), "the fillers have other ids, and are the same"
    assert project.check() == []


def span_of(session: Session, label: str) -> str:
    return next(span.id for span in session.state("d2").spans.values() if span.label == label)


def test_who_only_remarks_has_no_version(project: Project) -> None:
    lead = Session(project, SCHEME, "lead")
    lead.do(c.AddComment(document="d1", text="hm"))
    lead.do(c.SetStatus(document="d1", status="flagged"))
    assert differing(project) == ["d4"]
    lead.do(c.SetStatus(document="d1", status="done"))
    assert differing(project) == ["d1", "d4"], "who has read it and found nothing says something else"


def test_suggestions_of_a_later_run_are_open_again(project: Project) -> None:
    open_ones = Listing(has_open=True)
    doc = project.document("d1")
    assert project.listed(open_ones, "anna") == ["d2"]
    project.put_suggestions("d1", [suggestion(doc, "entities", "GPE", at(doc.text, "Raqqa"))], run={})
    assert project.listed(open_ones, "anna") == ["d1", "d2"]
    assert [(row.id, row.open_suggestions) for row in project.rows(["d1", "d2"], "anna")] == [("d1", 1), ("d2", 2)]
    project.put_suggestions("d1", [], run={})
    project.put_suggestions("d2", [], run={})
    assert project.listed(open_ones, "anna") == []
    assert project.check() == []


def test_the_next_undone_wraps_round(project: Project) -> None:
    assert project.next_undone(None, "anna") == "d2"
    assert project.next_undone("d2", "anna") == "d4"
    assert project.next_undone("d4", "anna") == "d2"
    assert project.next_undone("d1", "nobody yet") == "d2"
    assert project.first_undone(["d3", "d1", "d4", "d2"], "anna") == "d4"
    assert project.first_undone(["d3", "d1"], "anna") is None


def test_left_at_is_where_the_annotator_decided_last_by_hand(project: Project) -> None:
    assert project.left_at("nobody yet") is None
    assert project.left_at("anna") == "d3"
    anna = Session(project, SCHEME, "anna")
    label(anna, "d2", "GPE", "Raqqa")
    assert project.left_at("anna") == "d2"
    anna.record("import", "d4", [Decision("d4", "comment", "c1", None, Comment("x", None))])
    assert project.left_at("anna") == "d2", "what is imported is not worked on"


def test_texts_come_with_the_spans_of_one_annotator(project: Project) -> None:
    found = list(project.texts(["d4", "nowhere", "d1"], "anna"))
    assert [(one.document, [span.label for span in one.spans]) for one in found] == [
        ("d4", ["GPE"]), ("d1", ["ORG", "GPE"]),
    ]  # fmt: skip
    assert project.with_label("GPE", "bram") == ["d1", "d2"]
    assert project.worked_on("anna") == ["d1", "d4"]
    assert project.token_ranges("d3", length=len(TEXTS["d3"])) == document(TEXTS["d3"]).tokens.ranges


def test_texts_come_once_however_many_are_read_at_a_time(project: Project, monkeypatch) -> None:
    monkeypatch.setattr(concordance, "_BATCH", 1)
    found = list(project.texts(["d4", "d1", "d2"], "anna"))
    assert [(one.document, len(one.spans)) for one in found] == [("d4", 1), ("d1", 2), ("d2", 0)]


def test_the_first_lines_by_status_stop_amid_a_status(project: Project) -> None:
    for id, value in (("d1", "done"), ("d2", "busy"), ("d3", "busy"), ("d4", "busy")):
        Session(project, SCHEME, "carl").do(c.SetStatus(document=id, status=value))
    for is_descending in (False, True):
        wanted = Listing(order="status", is_descending=is_descending)
        assert len(project.listed(wanted, "carl", limit=2)) == 2
        assert project.listed(wanted, "carl", limit=2) == project.listed(wanted, "carl")[:2]


def test_the_words_of_the_index_are_read_by_a_reader(project: Project) -> None:
    with Project.open(project.path, read_only=True) as reader:
        assert set(reader.terms(initials="rt", shortest=4, longest=7)) == {"raqqa", "rust", "troepen"}
