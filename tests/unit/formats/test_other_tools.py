"""Files as other tools write them come in whole, or what does not is named: nothing is dropped in silence."""

from __future__ import annotations

import pytest

from annotator.core.span import Event
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.services.importing import import_paths
from annotator.services.projects import create_project, scheme_of
from annotator.services.registry import resolve
from annotator.services.source_files import files_of
from tests.unit.formats.exported import in_process
from tests.unit.formats.other_tools import REFUSED, SAMPLES

LAYERS = {"layers": ("entities", "events"), "event_layers": frozenset({"events"})}


def laid(tmp_path, files):
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8", newline="")
    return tmp_path / next(iter(files))


@pytest.mark.parametrize("name", SAMPLES)
def test_all_of_it_is_kept_or_named(tmp_path, name) -> None:
    sample = SAMPLES[name]
    ((path, file_format),) = files_of([laid(tmp_path, sample.files)], None)
    assert file_format.name == sample.format
    options = {**LAYERS}
    documents = list(resolve(file_format.reader)(path, options))
    spans, relations, attributes = [], [], {}
    for document in documents:
        words = {one.id: covered(document.text, one.fragments) for one in document.spans}
        spans += [(one.label, words[one.id]) for one in document.spans]
        relations += [(one.label, words[one.head], words[one.child]) for one in document.relations]
        attributes |= {words[one.id]: dict(one.attributes) for one in document.spans if one.attributes}
    assert sorted(spans) == sorted(sample.spans)
    assert sorted(relations) == sorted(sample.relations)
    for words, wanted in sample.attributes.items():
        assert attributes[words] == wanted
    for key, wanted in sample.more.items():
        assert getattr(documents[0], key) == wanted, key
    notes = options.get("notes", [])
    assert [one for one in sample.listed if not any(one in note for note in notes)] == []
    assert [note for note in notes if not any(one in note for one in sample.listed)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_project_takes_it_and_counts_what_the_scheme_has_not(tmp_path, name) -> None:
    sample = SAMPLES[name]
    (tmp_path / "in").mkdir()
    path = laid(tmp_path / "in", sample.files)
    with create_project(tmp_path / "p.annotator") as project:
        report = import_paths(project, scheme_of(project), in_process, [path], unknown_labels="skip")
        assert report.added
        gone = {"label": 0, "relation": 0, "role": 0, "attribute": 0}
        for what, count in report.left_out.items():
            gone[what.partition(" ")[0]] += count
        assert report.annotations + gone["label"] == len(sample.spans)
        spans = [
            one
            for document in report.added
            for actor in project.actors()
            for one in project.decided(document, actor).spans.values()
        ]
        roles = sum(len(one.arguments) for one in spans if isinstance(one, Event))
        assert roles + gone["relation"] + gone["role"] == len(sample.relations)
        assert project.check() == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_reader_knows_is_refused_with_a_way_out(tmp_path, name) -> None:
    files, code = REFUSED[name]
    ((path, file_format),) = files_of([laid(tmp_path, files)], None)
    with pytest.raises(KnownError) as caught:
        list(resolve(file_format.reader)(path, dict(LAYERS)))
    assert caught.value.code == code, str(caught.value)
    assert caught.value.todo
