"""What an import would do is told before it is done: nothing is written, and it is what the import then does."""

from __future__ import annotations

import json

import pytest

from annotator.errors import KnownError, StoppedError
from annotator.services.extending import NewLabel, can_be_added, layer_for, with_labels
from annotator.services.importing import import_paths
from annotator.services.previewing import FIRST, labels_to_add, look
from annotator.services.projects import scheme_of
from annotator.services.settling import LabelMap, Missing
from tests.samples import SCHEME
from tests.unit.formats.exported import in_process

TEXT = "Het leger viel gisteren Raqqa binnen. 💥 Daarna trok het leger zich terug."


def seen(project, *paths, **others):
    return look(paths, scheme_of(project), in_process, project=project, **others)


def lines(tmp_path, name, *values):
    path = tmp_path / name
    path.write_text("".join(json.dumps(one) + "\n" for one in values), "utf-8")
    return path


def test_the_first_articles_are_shown_and_all_are_counted(project, tmp_path) -> None:
    rows = [{"text": f"{n} {TEXT}", "label": [[26, 31, "GPE"], [6, 9, "ORG"]]} for n in range(9)]
    rows += [{"text": f"{n} {TEXT}", "label": [[27, 32, "GPE"]]} for n in range(10, 15)]
    path = lines(tmp_path, "a.jsonl", *rows)
    before = project.document_ids(), [one.id for one in project.operations()]
    found = seen(project, path)
    assert (found.documents, len(found.first), found.annotated) == (14, FIRST, 14)
    assert found.formats == {"doccano": 1}
    assert found.labels == {"GPE": 14, "ORG": 9}
    assert [(one.kept, one.off_token) for one in found.first] == [(2, 1)] * 9 + [(1, 0)]
    assert found.first[0].characters == len(TEXT) + 2
    assert (project.document_ids(), [one.id for one in project.operations()]) == before
    report = import_paths(project, scheme_of(project), in_process, found.good)
    assert (report.annotations, report.off_token) == (found.labels.total(), found.off_token)
    assert seen(project, path).there == 14


def test_what_whoever_it_is_for_has_decided_is_looked_at(project, tmp_path) -> None:
    wide = lines(tmp_path, "a.jsonl", {"text": TEXT, "spans": [{"start": 4, "end": 14, "label": "ORG"}]})
    import_paths(project, scheme_of(project), in_process, [wide], actor="anna", format_name="jsonl")
    narrow = lines(tmp_path, "b.jsonl", {"text": TEXT, "spans": [{"start": 4, "end": 9, "label": "ORG"}]})
    for actor, problem in (("bram", False), ("anna", True)):
        (file,) = seen(project, narrow, format_name="jsonl", overlaps="stop", actor=actor).files
        assert ("overlap" in file.problem) == problem


def test_an_article_is_called_what_it_will_be_called(project, tmp_path) -> None:
    path = tmp_path / "05.txt"
    path.write_text("Aanslag in Mogadishu\n\nDaarbij kwamen dinsdag drie agenten om.\n", "utf-8")
    (found,) = seen(project, path).first
    assert found.title == "Aanslag in Mogadishu"
    import_paths(project, scheme_of(project), in_process, [path])
    assert project.document(project.document_ids()[-1]).title == found.title


def test_what_the_scheme_does_not_have_is_named_as_a_label_map_names_it(project, tmp_path) -> None:
    path = lines(
        tmp_path, "a.jsonl",
        {"text": TEXT, "spans": [
            {"id": "s1", "layer": "ner", "label": "CITY", "start": 4, "end": 9},
            {"id": "s2", "layer": "entities", "label": "GPE", "start": 24, "end": 29, "attributes": {"sure": "no"}},
        ], "events": [
            {"layer": "events", "type": "ATTACK", "start": 10, "end": 14, "arguments": [{"role": "WHO", "span": "s2"}]},
        ]},
    )  # fmt: skip
    found = seen(project, path)
    named = {Missing("label", "ner/CITY"): 1, Missing("attribute", "sure=no"): 1, Missing("role", "WHO"): 1}
    assert found.missing == named
    assert (found.first[0].kept, found.first[0].left_out) == (2, 1)
    names = LabelMap({"ner/CITY": "LOC"}, {"WHO": "AGENT"}, {"sure=no": ""})
    again = seen(project, path, label_map=names)
    assert again.missing == {}
    assert again.labels["LOC"] == 1
    assert not again.refused


def test_files_that_would_be_refused_count_for_nothing_else(project, tmp_path) -> None:
    good = lines(tmp_path, "a.jsonl", {"text": TEXT, "label": [[24, 29, "GPE"]]})
    overlap = lines(tmp_path, "b.jsonl", {"text": TEXT + "b", "label": [[24, 29, "GPE"], [25, 29, "GPE"]]})
    broken = tmp_path / "c.jsonl"
    broken.write_text(json.dumps({"text": TEXT + "c", "label": [[0, 3, "THING"]]}) + "\n{", "utf-8")
    empty = lines(tmp_path, "d.txt")
    found = seen(project, good, overlap, broken, empty, tmp_path / "gone.txt", overlaps="stop")
    assert found.good == [good]
    assert {one.path.name for one in found.refused} == {"b.jsonl", "c.jsonl", "d.txt", "gone.txt"}
    assert "overlap" in next(one.problem for one in found.refused if one.path == overlap)
    assert (found.documents, found.labels, found.missing) == (1, {"GPE": 1}, {})
    with pytest.raises(KnownError):
        import_paths(project, scheme_of(project), in_process, [overlap])


def test_what_overlaps_in_a_flat_layer_is_left_out_and_counted(project, tmp_path) -> None:
    spans = [[27, 29, "LOC"], [24, 29, "GPE"], [4, 9, "ORG"], [24, 29, "GPE"]]
    path = lines(tmp_path, "a.jsonl", {"text": TEXT, "label": spans})
    found = seen(project, path)
    assert found.labels == {"GPE": 2, "ORG": 1}
    assert found.left_out == {"label LOC that overlaps another in the flat layer entities": 1}
    report = import_paths(project, scheme_of(project), in_process, [path], unknown_labels="skip", actor="anna")
    kept = project.decided(report.added[0], "anna").spans.values()
    assert {(one.label, one.fragments) for one in kept} == {("GPE", ((24, 29),)), ("ORG", ((4, 9),))}
    assert report.left_out == found.left_out
    again = import_paths(project, scheme_of(project), in_process, [path], unknown_labels="skip", actor="anna")
    assert again.annotated == 0


def test_a_forced_format_is_the_one_that_is_looked_at(project, tmp_path) -> None:
    path = lines(tmp_path, "a.jsonl", {"text": TEXT, "label": [[24, 29, "GPE"]]})
    assert seen(project, path, format_name="text").formats == {"text": 1}
    assert seen(project, path, format_name="prodigy").labels == {}
    with pytest.raises(KnownError, match="A207"):
        seen(project, path, format_name="nothing")


def test_a_stop_tells_what_was_seen_until_then(project, tmp_path) -> None:
    path = lines(tmp_path, "a.jsonl", *({"text": f"{n}"} for n in range(100)))

    def stop(done, _total):
        if done > 40:
            raise StoppedError

    found = seen(project, path, progress=stop)
    assert not found.is_whole
    assert 40 < found.documents < 100
    assert len(found.first) == FIRST


def test_labels_are_added_to_the_scheme_with_the_import(project, tmp_path) -> None:
    path = lines(tmp_path, "a.jsonl", {"text": TEXT, "label": [[24, 29, "CITY"], [4, 9, 'RA"W']]})
    scheme = scheme_of(project)
    added, names = labels_to_add(seen(project, path), scheme)
    assert added == (NewLabel("entities", "CITY"), NewLabel("entities", 'RA"W'))
    report = import_paths(project, scheme, in_process, [path], added=added, label_map=names)
    now = scheme_of(project)
    assert (now.version, report.scheme_version) == (scheme.version + 1, scheme.version + 1)
    assert now.label("entities", 'RA"W') is not None
    assert now.labels[: len(scheme.labels)] == scheme.labels
    assert [one.scheme_version for one in project.operations()] == [now.version]
    assert project.check() == []


def test_a_label_of_a_layer_that_is_not_there_is_added_to_the_first_of_its_kind(project, tmp_path) -> None:
    path = lines(
        tmp_path, "a.jsonl", {"text": TEXT, "spans": [{"layer": "ner", "label": "RIOT", "start": 4, "end": 9}]}
    )
    added, names = labels_to_add(seen(project, path), scheme_of(project))
    report = import_paths(project, scheme_of(project), in_process, [path], added=added, label_map=names)
    (span,) = project.decided(report.added[0], "import").spans.values()
    assert (span.layer, span.label) == ("entities", "RIOT")


def test_a_refused_import_adds_no_label(project, tmp_path) -> None:
    path = lines(tmp_path, "a.jsonl", {"text": TEXT, "label": [[24, 29, "CITY"]]}, {"text": 3})
    scheme = scheme_of(project)
    with pytest.raises(KnownError, match="A202"):
        import_paths(project, scheme, in_process, [path], added=[NewLabel("entities", "CITY")])
    assert scheme_of(project) == scheme
    report = import_paths(project, scheme, in_process, [path], added=[NewLabel("entities", "CITY")], on_error="skip")
    assert (len(report.skipped), report.scheme_version) == (1, scheme.version)
    assert scheme_of(project) == scheme


@pytest.mark.parametrize("name", ["", "A B", "x" * 65, "a\u2028b", "a\x7f", "a\nb"])
def test_names_that_no_label_can_have_are_not_added(name) -> None:
    assert not can_be_added(SCHEME, NewLabel("entities", name))


def test_a_label_finds_the_layer_of_its_kind() -> None:
    assert layer_for(SCHEME, "CITY", is_event=False) == NewLabel("entities", "CITY")
    assert layer_for(SCHEME, "entities/CITY", is_event=False) == NewLabel("entities", "CITY")
    assert layer_for(SCHEME, "ner/CITY", is_event=False) == NewLabel("entities", "CITY")
    assert layer_for(SCHEME, "entities/RIOT", is_event=True) == NewLabel("events", "RIOT")
    assert with_labels(SCHEME, [NewLabel("entities", "GPE")]) is SCHEME


def test_a_text_that_stands_twice_counts_once_as_the_import_takes_it_once(project, tmp_path) -> None:
    first = lines(tmp_path, "a.jsonl", {"text": f"{TEXT} een"}, {"text": f"{TEXT} een"}, {"text": f"{TEXT} twee"})
    second = lines(tmp_path, "b.jsonl", {"text": f"{TEXT} een", "label": [[26, 31, "GPE"]]})
    found = seen(project, first, second)
    assert (found.documents, found.again, found.there) == (2, 2, 0)
    assert [(one.documents, one.problem) for one in found.files] == [(3, ""), (1, "")]
    assert [one.is_there for one in found.first] == [False, True, False, True]
    report = import_paths(project, scheme_of(project), in_process, found.good)
    assert (len(report.added), report.duplicates) == (found.documents, found.again)
    assert (seen(project, first).there, seen(project, first).again) == (2, 1)


def test_the_text_of_a_refused_file_is_not_there_twice(project, tmp_path) -> None:
    bad = lines(tmp_path, "a.jsonl", {"text": TEXT}, {"text": TEXT, "spans": [{"start": 1}]})
    good = lines(tmp_path, "b.jsonl", {"text": TEXT})
    found = seen(project, bad, good)
    assert [bool(one.problem) for one in found.files] == [True, False]
    assert (found.documents, found.again) == (1, 0)


def test_a_label_in_a_file_of_tokens_is_refused_at_its_own_line(project, tmp_path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("Het O\nleger B-ORG\n\nIn O\nRaqqa B-GPE\nviel O\nMali B-STAD\n", "utf-8")
    (one,) = seen(project, path, overlaps="stop").files
    assert one.problem == ""
    with pytest.raises(KnownError, match=r"a\.conll:7: not in scheme .*: label STAD"):
        import_paths(project, scheme_of(project), in_process, [path])
    rows = ["# global.columns = ID FORM NER", "1\tIn\tO", "2\tMali\tB-STAD", "", "1\tIn\tO", "2\tRaqqa\tB-GPE", ""]
    path = tmp_path / "b.conllup"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    with pytest.raises(KnownError, match=r"b\.conllup:3: not in scheme"):
        import_paths(project, scheme_of(project), in_process, [path])
