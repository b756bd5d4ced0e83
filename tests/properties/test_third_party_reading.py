"""Exports as others read them, span by span and in full: dkpro-cassis reads a CAS, Label Studio's rules its tasks.

The first is another party's reader. The second restates what Label Studio takes (its pages on tasks and predictions,
and on the tags Labels, Relations and Choices) and shares no code with the reader. Offsets on a Text count code points
there since version 1.4 (“store code points instead of js length”, pull request 1559).
"""

from __future__ import annotations

import json
import tempfile
import warnings
from pathlib import Path
from xml.etree import ElementTree

import cassis
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.core.span import Argument, Event
from annotator.core.text import covered
from annotator.formats import cas_json, cas_xmi, labelstudio
from tests.properties.test_foreign_round_trip import without_lost
from tests.samples import SCHEME
from tests.unit.formats.exported import CORPORA, entity, event, exported, options

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def facts(document, span, roles=None):
    """All of a span that another program can see: place, covered text, label, layer, attributes, origin, roles."""
    arguments = span.arguments if isinstance(span, Event) else ()
    return {
        "document": document.id,
        "fragments": [tuple(one) for one in span.fragments],
        "text": covered(document.text, span.fragments),
        "label": span.label,
        "layer": span.layer,
        "attributes": dict(span.attributes),
        "origin": span.origin,
        "suggestion": span.suggestion,
        "score": span.score,
        "roles": [(one.role, one.span) for one in arguments] if roles is None else roles,
    }


# -- UIMA CAS ---------------------------------------------------------------------------------------------------------


def loaded(module, out, path):
    """A file of an export as cassis reads it."""
    with path.open("rb") as handle, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if module is cas_json:
            return cassis.load_cas_from_json(handle)
        system = cassis.load_typesystem(out / "TypeSystem.xml")
        return cassis.load_cas_from_xmi(handle, typesystem=system, trusted=True)


def as_cassis_reads(cas, id):
    """The facts of each span by its id, from what cassis has made of the file; its offsets count code points."""
    (article,) = cas.select("annotator.Article")
    assert article.documentId == id
    text = cas.sofa_string
    found = {}
    for one in cas.select("annotator.Span"):
        parts = one.fragments.elements if one.fragments else [one]
        fragments = [(part.begin, part.end) for part in parts]
        assert (one.begin, one.end) == (fragments[0][0], fragments[-1][1])
        roles = []
        if one.type.name == "annotator.Event" and one.arguments:
            roles = [(each.role, each.target.id if each.target else "") for each in one.arguments.elements]
        found[one.id] = {
            "document": id,
            "fragments": fragments,
            "text": " … ".join(text[begin:end] for begin, end in fragments),
            "label": one.label,
            "layer": one.layer,
            "attributes": {each.name: each.value for each in one.attributes.elements} if one.attributes else {},
            "origin": one.origin,
            "suggestion": one.suggestion,
            "score": None if one.score is None else float(one.score),
            "roles": roles,
        }
    return found


TEXT = '👩🏽 IS viel 💥 Deir al-Zor aan.\r\n\tHet leger <rukt> 💥 "op" & zo.'
BY_HAND = exported(
    TEXT,
    entity("s1", "ORG", 3, 5),
    entity("s2", "GPE", 13, 24),
    event("e1", "ATTACK", (6, 10), (25, 28), arguments=[Argument("PLACE", "s2"), Argument("AGENT", "s1")]),
    event("e2", "CAPTURE", (44, 48), (53, 55), arguments=[Argument("AGENT", "")]),
    id="hand",
)


def compare_cas(module, corpus):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        written = module.write(iter(corpus), out, options(*corpus))
        there = {path.stem: path for path in written.files}
        for document in corpus:
            if document.id not in there:
                continue  # its text holds what XML cannot
            cas = loaded(module, out, there[document.id])
            assert cas.sofa_string == document.text
            assert as_cassis_reads(cas, document.id) == {span.id: facts(document, span) for span in document.spans}


@pytest.mark.parametrize("module", [cas_xmi, cas_json], ids=["xmi", "json"])
def test_cassis_reads_each_span_in_full(module):
    compare_cas(module, [BY_HAND])

    @MANY
    @given(CORPORA)
    def holds(corpus):
        compare_cas(module, corpus)

    holds()


@pytest.mark.parametrize("module", [cas_xmi, cas_json], ids=["xmi", "json"])
def test_what_cassis_writes_again_comes_back_in_full(module, tmp_path):
    out = tmp_path / "out"
    written = module.write(iter([BY_HAND]), out, options(BY_HAND))
    path = next(one for one in written.files if one.stem == "hand")
    cas = loaded(module, out, path)
    (cas.to_json if module is cas_json else cas.to_xmi)(path)
    (back,) = module.read(path, {})
    assert {span.id: facts(back, span) for span in back.spans} == {
        span.id: facts(BY_HAND, span) for span in BY_HAND.spans
    }


# -- Label Studio -----------------------------------------------------------------------------------------------------

REGION_KEYS = {"id", "from_name", "to_name", "type", "value", "origin", "score", "meta"}
RELATION_KEYS = {"type", "from_id", "to_id", "direction", "labels"}
ORIGINS = {"manual", "prediction", "prediction-changed"}


class Setup:
    """The labelling setup: which tags there are, what they may say, and what they are about."""

    def __init__(self, source):
        root = ElementTree.fromstring(source)
        assert root.tag == "View"
        (text,) = root.iter("Text")
        self.text, self.key = text.get("name"), text.get("value").removeprefix("$")
        assert text.get("value").startswith("$")
        self.labels = {
            one.get("name"): {each.get("value") for each in one.iter("Label")} for one in root.iter("Labels")
        }
        self.choices = {
            one.get("name"): {each.get("value") for each in one.iter("Choice")} for one in root.iter("Choices")
        }
        assert all(one.get("perRegion") == "true" for one in root.iter("Choices"))
        self.relations = {one.get("value") for one in root.iter("Relation")}
        controls = [*root.iter("Labels"), *root.iter("Choices")]
        assert all(one.get("toName") == self.text for one in controls)
        names = [one.get("name") for one in controls]
        assert len({*names, self.text}) == len(names) + 1, "names of tags have to differ"


def as_label_studio_takes(task, setup):
    """The facts of each region by its id; asserts what the import of Label Studio asks of a task."""
    assert set(task) <= {"data", "meta", "annotations", "predictions", "id"}
    text = task["data"][setup.key]
    assert isinstance(text, str)
    (annotation,) = task.get("annotations") or task["predictions"]
    regions, roles, attributes = {}, {}, {}
    for one in annotation["result"]:
        if one["type"] == "relation":
            continue
        assert set(one) <= REGION_KEYS
        assert isinstance(one["id"], str)
        assert one["to_name"] == setup.text
        value = one["value"]
        start, end = value["start"], value["end"]
        assert type(start) is type(end) is int
        assert 0 <= start < end <= len(text)
        assert value["text"] == text[start:end]
        if one["type"] == "labels":
            assert set(value) == {"start", "end", "text", "labels"}
            (label,) = value["labels"]
            assert label in setup.labels[one["from_name"]]
            assert one["id"] not in regions
            assert one.get("origin", "manual") in ORIGINS
            regions[one["id"]] = (one["from_name"], label, (start, end))
        else:
            assert one["type"] == "choices"
            assert set(value) == {"start", "end", "text", "choices"}
            (choice,) = value["choices"]
            assert choice in setup.choices[one["from_name"]]
            attributes.setdefault(one["id"], {})[one["from_name"]] = choice
            assert regions[one["id"]][2] == (start, end), "a choice lies on its region"
    for one in annotation["result"]:
        if one["type"] == "relation":
            assert set(one) == RELATION_KEYS
            assert one["direction"] == "right"
            (label,) = one["labels"]
            assert label in setup.relations
            assert {one["from_id"], one["to_id"]} <= regions.keys()
            roles.setdefault(one["from_id"], []).append((label, one["to_id"]))
    return {
        id: {
            "document": task["meta"]["document"],
            "fragments": [place],
            "text": text[slice(*place)],
            "label": label,
            "layer": layer,
            "attributes": attributes.get(id, {}),
            "roles": roles.get(id, []),
        }
        for id, (layer, label, place) in regions.items()
    }


def compare_label_studio(corpus):
    choices = options(*corpus, definition=SCHEME)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        written = labelstudio.write(iter(corpus), out, choices)
        setup = Setup((out / "config.xml").read_text("utf-8"))
        tasks = json.loads((out / "tasks.json").read_text("utf-8"))
        assert [task["meta"]["document"] for task in tasks] == [document.id for document in corpus]
        for document, task in zip(corpus, tasks, strict=True):
            kept, _ = without_lost(document, written)
            meant = {}
            for id, span in kept.items():
                arguments = span.arguments if isinstance(span, Event) else ()
                roles = [(one.role, one.span) for one in arguments if one.span in kept]
                meant[id] = {
                    key: value
                    for key, value in facts(document, span, roles).items()
                    if key not in ("origin", "suggestion", "score")
                }
            assert as_label_studio_takes(task, setup) == meant


def test_label_studio_takes_each_span_in_full():
    compare_label_studio([BY_HAND])

    @MANY
    @given(CORPORA)
    def holds(corpus):
        compare_label_studio(corpus)

    holds()
