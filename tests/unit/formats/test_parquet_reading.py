"""Parquet: exports come back, the card says what is there, other tables are read, and what is refused."""

from __future__ import annotations

import builtins
import datetime
import json
import subprocess
import sys
import time

import pyarrow
import pyarrow.parquet
import pytest

from annotator.core.decision import Comment, Verdict
from annotator.core.span import NOT_MENTIONED, Argument
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.formats import parquet, parquet_reading
from annotator.formats.records import ANY_LAYER
from tests.unit.formats.exported import assert_in_is_out_and_listed, entity, event, exported, options

TEXT = "IS viel 👩🏽 Deir al-Zor aan."


def document(number, status="done"):
    return exported(
        f"{TEXT} {' '.join(f'woord{number}x{other}' for other in range(12))}",  # near copies would go to one split
        entity("s1", "ORG", 0, 2),
        entity("s2", "GPE", 11, 22),
        entity("s3", "PER", 11, 13),
        event("e1", "ATTACK", (3, 7), (23, 26), arguments=[Argument("PLACE", "s2"), Argument("AGENT", NOT_MENTIONED)]),
        id=f"d{number}",
        status=status,
        rejected=[Verdict("rejected", "entities", "PER", ((3, 7),), 0.25, "rules")],
        comments=[Comment("kijk", "s1")],
    )


def write(out, *documents, **choices):
    chosen = options(*documents, **choices)
    written = parquet.write(iter(documents), out, chosen)
    assert_in_is_out_and_listed(documents, written.listed, parquet.check(out, chosen))
    return written


def read(path, **choices):
    return list(parquet_reading.read(path, choices))


def table(path, **columns):
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return path


def test_splits_have_files_and_all_comes_back(tmp_path):
    documents = [document(number) for number in range(20)]
    written = write(tmp_path, *documents)
    assert [path.relative_to(tmp_path).as_posix() for path in written.files] == [
        "data/train-00000-of-00001.parquet",
        "data/validation-00000-of-00001.parquet",
        "data/test-00000-of-00001.parquet",
        "README.md",
    ]
    back = {one.id: one for path in written.files[:3] for one in read(path)}
    assert len(back) == 20
    for one in documents:
        for name in ("text", "title", "meta", "annotator", "status", "rejected", "comments"):
            assert getattr(back[one.id], name) == getattr(one, name)
        assert {span.id: span for span in back[one.id].spans} == {span.id: span for span in one.spans}


def test_tags_are_those_of_spans_on_tokens(tmp_path):
    write(tmp_path, document(1))
    (row,) = pyarrow.parquet.read_table(tmp_path / "data" / "train-00000-of-00001.parquet").to_pylist()
    assert row["tokens"][:4] == ["IS", "viel", "👩", "🏽"]
    assert row["entities_tags"][:8] == ["B-ORG", "O", "O", "O", "B-GPE", "I-GPE", "I-GPE", "I-GPE"]
    assert "events_tags" not in row
    assert row["events"][0]["fragments"] == [{"start": 3, "end": 7}, {"start": 23, "end": 26}]


def test_the_card_has_counts_sources_and_a_licence_field(tmp_path):
    written = write(tmp_path, *[document(number) for number in range(8)], document(9, status="busy"), scheme="x_y")
    card = (tmp_path / "README.md").read_text("utf-8")
    head, body = card.split("---\n")[1:]
    assert "license: unknown\n" in head
    assert "  - split: validation\n    path: data/validation-*.parquet\n" in head
    assert "| entities | GPE | 7 | 1 | 1 |" in body
    assert "scheme x_y" in body
    assert "done 8, busy 1" in body
    assert "Belga 9" in body
    assert any("1 document is not done" in note for note in written.notes)
    assert any("licence" in note for note in written.notes)


def test_a_second_export_takes_away_splits_it_does_not_have(tmp_path):
    write(tmp_path, *[document(number) for number in range(8)])
    write(tmp_path, document(1), split=(100, 0, 0))
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["train-00000-of-00001.parquet"]


def test_tables_of_others_by_their_column_of_texts(tmp_path):
    path = table(
        tmp_path / "a.parquet",
        artikel=["Een tekst.", "Nog een."],
        id=[7, 8],
        kop=["Kop", None],
        datum=[datetime.date(2018, 5, 21), None],
        score=[0.5, float("nan")],
        ruw=[b"\x00", None],
    )
    one, two = read(path)
    assert (one.text, one.id, one.title) == ("Een tekst.", "7", "Kop")
    assert dict(one.meta) == {"date": "2018-05-21", "score": 0.5}
    assert (two.text, two.id, two.title, dict(two.meta)) == ("Nog een.", "8", None, {})
    path = table(tmp_path / "b.parquet", kop=["Kop"], text=["x"])
    assert read(path, text_column="kop")[0].text == "Kop"


def test_tables_of_words_and_tags(tmp_path):
    path = table(
        tmp_path / "a.parquet",
        id=["a", "b"],
        tokens=[["Jan", "woont", "in", "Gent"], ["Niets"]],
        ner_tags=[["B-PER", "O", "O", "B-LOC"], ["O"]],
        pos_tags=[[1, 2, 3, 1], [4]],
        chunk_tags=[["NP", "VP", "PP", "NP"], ["NP"]],
    )
    choices = {}
    one, two = parquet_reading.read(path, choices)
    assert one.text == "Jan woont in Gent"
    assert [(span.layer, span.label, covered(one.text, span.fragments)) for span in one.spans] == [
        (ANY_LAYER, "PER", "Jan"),
        (ANY_LAYER, "LOC", "Gent"),
    ]
    assert (two.id, two.spans) == ("b", ())
    assert sum("not read" in note for note in choices["notes"]) == 2


def test_without_pyarrow_it_says_how_to_install_it(tmp_path, monkeypatch):
    real = builtins.__import__

    def refuse(name, *rest):
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest)

    path = table(tmp_path / "a.parquet", text=["x"])
    monkeypatch.setattr(builtins, "__import__", refuse)
    for act in (lambda: read(path), lambda: parquet.write(iter([document(1)]), tmp_path / "out", options())):
        with pytest.raises(KnownError) as error:
            act()
        assert error.value.code == "A207"
        assert "annotator[parquet]" in error.value.todo
    assert not (tmp_path / "out").exists()


def span(**changes):
    made = {"id": "s1", "layer": "entities", "label": "PER", "fragments": [{"start": 0, "end": 3}], "text": "Jan"}
    return {**made, **changes}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"fragments": [{"start": -1, "end": 3}]}, "A204"),
        ({"fragments": [{"start": 3, "end": 0}]}, "A204"),
        ({"fragments": [{"start": 0, "end": 300}]}, "A204"),
        ({"fragments": [{"start": 0, "end": None}]}, "A204"),
        ({"fragments": []}, "A204"),
        ({"text": "Piet"}, "A204"),
        ({"label": None}, "A202"),
    ],
)
def test_spans_that_do_not_fit_are_refused_with_the_row(tmp_path, changes, code):
    path = table(tmp_path / "a.parquet", text=["Jan", "Jan"], spans=[[span()], [span(**changes)]], events=[[], []])
    with pytest.raises(KnownError) as error:
        read(path)
    assert error.value.code == code
    assert "a.parquet, row 2" in error.value.what


def test_wrong_hashes_meta_and_ids_are_refused(tmp_path):
    shared = {"spans": [[], []], "events": [[], []]}
    for columns, code in (
        ({"text": ["a", "b"], "sha256": ["00", "00"]}, "A204"),
        ({"text": ["a", "b"], "meta": ["{", "{}"]}, "A202"),
        ({"text": ["a", "b"], "id": ["x", "x"]}, "A208"),
        ({"text": ["a\x00", "b"]}, "A206"),
    ):
        with pytest.raises(KnownError) as error:
            read(table(tmp_path / "a.parquet", **columns, **shared))
        assert error.value.code == code
    with pytest.raises(KnownError, match="no column of texts"):
        read(table(tmp_path / "a.parquet", getal=[1]))


def test_damaged_files_are_refused_soon(tmp_path):
    path = table(tmp_path / "a.parquet", text=["een tekst"] * 100)
    data = path.read_bytes()
    for content in (
        b"",
        b"PAR1",
        data[:-10],
        data[: len(data) // 2],
        b"PAR1" + b"\xff" * 100 + b"\xff\xff\xff\x00PAR1",
    ):
        path.write_bytes(content)
        start = time.process_time()
        with pytest.raises(KnownError) as error:
            read(path)
        assert error.value.code == "A202"
        assert "a.parquet" in error.value.what
        assert time.process_time() - start < 20  # a guard against hanging, not a timing


def test_a_file_that_inflates_to_much_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet_reading, "_ROW_GROUP_BYTES", 10_000_000)
    path = tmp_path / "a.parquet"
    texts = pyarrow.array(["x" * 1_000_000 + str(number) for number in range(20)])
    pyarrow.parquet.write_table(pyarrow.table({"text": texts}), path, compression="zstd", use_dictionary=False)
    assert path.stat().st_size < 100_000
    start = time.process_time()
    with pytest.raises(KnownError) as error:
        read(path)
    assert error.value.code == "A203"
    assert time.process_time() - start < 20  # a guard against hanging, not a timing


def _once_for_all(text, rows):
    """A column of one text that a file holds once."""
    numbers = pyarrow.array([0] * rows, pyarrow.int32())
    return pyarrow.DictionaryArray.from_arrays(numbers, pyarrow.array([text]))


def _with_peak(path):
    """The code a reading ends in, and the most bytes that pyarrow held meanwhile."""
    code = (
        "import sys, pathlib, pyarrow\n"
        "from annotator.errors import KnownError\n"
        "from annotator.formats import parquet_reading\n"
        "try:\n    for row in parquet_reading.rows(pathlib.Path(sys.argv[1])): pass\n    print('read', end=' ')\n"
        "except KnownError as error:\n    print(error.code, end=' ')\n"
        "print(pyarrow.default_memory_pool().max_memory())"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    answer, peak = ended.stdout.split()
    return answer, int(peak)


def test_a_text_that_is_stored_once_for_all_rows_does_not_fill_the_memory(tmp_path):
    path = tmp_path / "a.parquet"
    table = pyarrow.table({"text": _once_for_all("a b " * 10_000_000, 100)})
    pyarrow.parquet.write_table(table, path, compression="zstd", store_schema=False)
    assert path.stat().st_size < 100_000
    answer, peak = _with_peak(path)
    assert answer == "read"
    assert peak < 800_000_000  # 32 rows at a time had 1,300 MB and more


def test_a_text_that_is_stored_once_for_a_list_is_refused(tmp_path):
    path = tmp_path / "a.parquet"
    words = pyarrow.ListArray.from_arrays([0, 1000, 1000], _once_for_all("a b " * 1_000_000, 1000))
    table = pyarrow.table({"text": ["a", "b"], "words": words})
    pyarrow.parquet.write_table(table, path, compression="zstd", store_schema=False)
    answer, peak = _with_peak(path)
    assert answer == "A203"
    assert peak < 100_000_000


def test_lists_that_hold_the_same_words_often_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet_reading, "_ROW_GROUP_BYTES", 200_000)
    spans = [[{"start": 0, "end": 2, "label": "ORG"}] * 200, None, []]
    path = table(tmp_path / "a.parquet", text=["IS viel", "b", "c"], words=[["viel", None] * 200] * 3, spans=spans)
    assert [len(row["words"]) for row in parquet_reading.rows(path)] == [400, 400, 400]
    monkeypatch.setattr(parquet_reading, "_LIST_BYTES", 1_000)
    with pytest.raises(KnownError, match=r"A203: .*row group 0 inflates to 2,400 bytes"):
        list(parquet_reading.rows(path))


def test_columns_of_every_kind_of_list_are_measured(tmp_path, monkeypatch):
    pairs = pyarrow.map_(pyarrow.string(), pyarrow.string())
    columns = {
        "pairs": pyarrow.array([[("k", "v")] * 200, None, []], pairs),
        "within": pyarrow.array([[{"x": [("k", "v")] * 200}]] * 3, pyarrow.list_(pyarrow.struct([("x", pairs)]))),
        "two": pyarrow.array([["a", "b"]] * 300, pyarrow.list_(pyarrow.string(), 2))[:3],
        "lists": pyarrow.array([[["a"] * 200]] * 3),
    }
    path = table(tmp_path / "a.parquet", text=["a", "b", "c"], **columns)
    monkeypatch.setattr(parquet_reading, "_ROW_GROUP_BYTES", 15_000)
    assert [dict(row["pairs"] or ()) for row in parquet_reading.rows(path)] == [{"k": "v"}, {}, {}]


def test_more_values_in_lists_than_the_memory_holds_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet_reading, "_LIST_VALUES", 100)
    path = table(tmp_path / "a.parquet", text=["a"], numbers=[[1] * 101])
    with pytest.raises(KnownError, match=r"A203: .*101 values in lists, at most 100"):
        list(parquet_reading.rows(path))


def test_the_card_has_the_agreement_of_the_annotators(tmp_path):
    score = {"value": 0.8125, "low": 0.7, "high": 0.9}
    pair = {"a": "anna", "b": "b|m", "documents": 12, "found_f1": score, "exact_f1": score, "kappa": {"value": None}}
    measured = {
        "annotators": ["anna", "b|m"],
        "documents": 12,
        "layers": {"entities": {"pairs": [pair]}},
        "warnings": ["few"],
    }
    write(tmp_path, document(1), agreement=lambda: measured)
    card = (tmp_path / "README.md").read_text("utf-8")
    assert "| entities | anna, b\\|m | 12 | 0.81 (0.70–0.90) | 0.81 (0.70–0.90) | – | – |" in card
    assert "- few" in card
    write(tmp_path, document(1), agreement=lambda: None)
    assert "Not measured: no two annotators" in (tmp_path / "README.md").read_text("utf-8")


def test_places_with_labels_beside_a_text_are_spans(tmp_path):
    places = [[{"start": 11, "end": 22, "label": "GPE", "text": "Deir al-Zor"}]]
    (found,) = read(table(tmp_path / "a.parquet", text=[TEXT], entities=places))
    assert [(one.label, one.fragments) for one in found.spans] == [("GPE", ((11, 22),))]
    wrong = [[{"start": -1, "end": 22, "label": "GPE"}]]
    with pytest.raises(KnownError, match="A204"):
        read(table(tmp_path / "b.parquet", text=[TEXT], spans=wrong))


def test_numbers_of_a_data_set_have_the_names_that_it_gives_them(tmp_path):
    names = ["O", "B-GPE", "I-GPE"]
    features = {
        "tokens": {"feature": {"dtype": "string", "_type": "Value"}, "_type": "Sequence"},
        "ner_tags": {"feature": {"names": names, "_type": "ClassLabel"}, "_type": "Sequence"},
        "chunk_tags": [{"names": names, "_type": "ClassLabel"}],
    }
    table = pyarrow.table({
        "tokens": [["viel", "Deir", "al-Zor"]], "ner_tags": [[0, 1, 2]], "chunk_tags": [[0, 1, 1]], "more": ["x"],
    })  # fmt: skip
    table = table.replace_schema_metadata({"huggingface": json.dumps({"info": {"features": features}})})
    path = tmp_path / "train.parquet"
    pyarrow.parquet.write_table(table, path)
    options = {}
    (document,) = parquet_reading.read(path, options)
    assert [(one.label, one.fragments) for one in document.spans] == [("GPE", ((5, 16),))]
    assert document.meta == {"more": "x"}
    assert any("chunk_tags" in note for note in options["notes"])
    pyarrow.parquet.write_table(table.replace_schema_metadata({}), path)
    (document,) = parquet_reading.read(path, options)
    assert document.spans == ()
    assert any("ner_tags holds numbers" in note for note in options["notes"])
