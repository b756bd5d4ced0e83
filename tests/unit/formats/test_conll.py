"""CoNLL files: lines, sentences, documents, and what is listed with its reason; two other readers agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, Entities
from spacy.training.converters import conll_ner_to_docs

from annotator.core.decision import Comment, Verdict
from annotator.core.span import Argument
from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.formats import conll, conllu_plus
from tests.unit.formats.exported import entity, event, exported, in_process, options

TEXT = "IS viel Deir al-Zor aan. Het leger van Assad rukt op."


def write(tmp_path, *documents, year="2002", **changes):
    choices = options(*documents, call_worker=in_process, **changes)
    written = getattr(conll, f"write_{year}")(iter(documents), tmp_path / "out", choices)
    return written, choices


def lines(tmp_path, layer="entities"):
    data = (tmp_path / "out" / f"{layer}.conll").read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n\n")
    return data.decode("utf-8")


def test_2002_has_two_columns(tmp_path):
    written, _ = write(
        tmp_path,
        exported(TEXT, entity("s1", "ORG", 0, 2), entity("s2", "GPE", 8, 19), event("e1", "ATTACK", (3, 7))),
    )
    assert written.listed == ()
    assert [path.name for path in written.files] == ["entities.conll", "events.conll"]
    assert lines(tmp_path) == (
        "-DOCSTART- O\n\n"
        "IS B-ORG\nviel O\nDeir B-GPE\nal I-GPE\n- I-GPE\nZor I-GPE\naan O\n. O\n\n"
        "Het O\nleger O\nvan O\nAssad O\nrukt O\nop O\n. O\n\n"
    )
    assert "viel B-ATTACK\n" in lines(tmp_path, "events")


def test_2003_has_four_columns_and_the_boundary_spacy_knows(tmp_path):
    write(tmp_path, exported(TEXT, entity("s1", "ORG", 0, 2)), exported("Leeg", id="d2"), year="2003")
    assert lines(tmp_path).startswith("-DOCSTART- -X- O O\n\nIS -X- O B-ORG\nviel -X- O O\n")
    assert lines(tmp_path).endswith("-DOCSTART- -X- O O\n\nLeeg -X- O O\n\n")


def test_side_by_side_spans_stay_two(tmp_path):
    _, choices = write(tmp_path, exported("Rusland Turkije", entity("a", "GPE", 0, 7), entity("b", "GPE", 8, 15)))
    assert "Rusland B-GPE\nTurkije B-GPE\n" in lines(tmp_path)
    assert len(list(conll.check(tmp_path / "out", choices))) == 2


def test_a_sentence_break_inside_a_span_is_left_out_of_all_files(tmp_path):
    text = "Dat zei Jan. De rest zweeg."
    document = exported(text, entity("s1", "PER", 8, 15))
    assert len(document.sentences) == 2
    write(tmp_path, document)
    assert "Jan B-PER\n. I-PER\nDe I-PER\nrest O\n" in lines(tmp_path)
    assert "Jan O\n. O\nDe O\nrest O\n" in lines(tmp_path, "events")
    write(tmp_path, exported(text, entity("s1", "PER", 8, 11)))
    assert "Jan B-PER\n. O\n\nDe O\n" in lines(tmp_path)


def test_empty_documents_and_documents_without_spans_are_kept(tmp_path):
    documents = [exported("", id="a"), exported("Woord", entity("s", "PER", 0, 5), id="b"), exported(" \n", id="c")]
    _, choices = write(tmp_path, *documents)
    assert lines(tmp_path) == "-DOCSTART- O\n\n-DOCSTART- O\n\nWoord B-PER\n\n-DOCSTART- O\n\n"
    assert [one.document for one in conll.check(tmp_path / "out", choices)] == ["b"]


def test_what_cannot_be_carried_is_listed_with_its_reason(tmp_path):
    written, choices = write(
        tmp_path,
        exported(
            TEXT,
            entity("s1", "GPE", 8, 19),
            entity("s2", "PER", 8, 12),
            entity("s3", "ORG", 0, 1),
            entity("s4", "LA BEL", 39, 44),
            event("e1", "ATTACK", (3, 7), (20, 23)),
        ),
    )
    reasons = {one.label: (one.text, one.reason) for one in written.listed}
    assert reasons["PER"] == ("Deir", "overlaps GPE “Deir al-Zor” in the same layer")
    assert reasons["ORG"] == ("I", "does not begin and end on the edges of tokens")
    assert reasons["LA BEL"] == ("Assad", "the label holds white space")
    assert reasons["ATTACK"] == ("viel … aan", "several fragments; the format holds one")
    assert [one.label for one in conll.check(tmp_path / "out", choices)] == ["GPE"]


@pytest.mark.parametrize("blank", ["\u00a0", "\u2028", "\u0085", "\u3000", "\u200b", "\ufeff", " "])
def test_no_white_space_stands_inside_a_token(tmp_path, blank):
    text = f"om 10{blank}000 doden"
    tokens = Tokens(((0, 2), (3, 9), (10, 15)))
    written, choices = write(tmp_path, exported(text, entity("s1", "CARDINAL", 3, 9), tokens=tokens))
    assert "10_000 B-CARDINAL\n" in lines(tmp_path)
    assert any("“_”" in note for note in written.notes)
    (found,) = conll.check(tmp_path / "out", choices)
    assert found.fragments == ((3, 9),)


def test_a_word_that_looks_like_a_document_boundary(tmp_path):
    text = "zo -DOCSTART- dus"
    tokens = Tokens(((0, 2), (3, 13), (14, 17)))
    _, choices = write(tmp_path, exported(text, entity("s1", "PER", 3, 13), tokens=tokens), exported("a", id="d2"))
    assert "_DOCSTART- B-PER\n" in lines(tmp_path)
    assert len(list(conll.check(tmp_path / "out", choices))) == 1


def test_undone_documents_and_events_are_noted(tmp_path):
    written, _ = write(tmp_path, exported("a", status="busy"), exported("b", id="d2"))
    assert any(note.startswith("1 document is not done") for note in written.notes)
    assert not any("left out;" in note for note in written.notes)


def test_all_that_tags_leave_out_is_told_with_its_number(tmp_path):
    document = exported(
        TEXT,
        entity("s1", "GPE", 8, 19),
        event("e1", "ATTACK", (3, 7), arguments=[Argument("PLACE", "s1"), Argument("AGENT", "")]),
        rejected=[Verdict("rejected", "entities", "ORG", ((0, 2),), 0.1, "rules")],
        comments=[Comment("zeker?", "s1"), Comment("hm")],
    )
    written, choices = write(tmp_path, document)
    left_out = [
        "attributes of 1 span are left out; the jsonl format has them",
        "2 roles of events are left out; the jsonl format has them",
        "2 remarks are left out; the jsonl format has them",
        "1 rejected suggestion is left out; the jsonl format has it",
    ]
    assert list(written.notes) == left_out
    assert list(conllu_plus.write(choices.documents(), tmp_path / "x.conllup", choices).notes) == left_out


def test_attributes_of_spans_that_are_no_events_are_noted(tmp_path):
    named = replace(entity("s1", "ORG", 0, 2), attributes={"spec": "yes"})
    written, choices = write(tmp_path, exported(TEXT, named, entity("s2", "GPE", 8, 19)))
    assert "attributes of 1 span are left out; the jsonl format has them" in written.notes
    written = conllu_plus.write(choices.documents(), tmp_path / "x.conllup", choices)
    assert "attributes of 1 span are left out; the jsonl format has them" in written.notes
    written, _ = write(tmp_path, exported(TEXT, entity("s2", "GPE", 8, 19)))
    assert not any("left out" in note for note in written.notes)


def test_a_file_that_was_touched_is_found_out(tmp_path):
    _, choices = write(tmp_path, exported(TEXT, entity("s1", "ORG", 0, 2)))
    path = tmp_path / "out" / "entities.conll"
    good = path.read_text("utf-8")
    for bad in (good.replace("viel", "val"), good.replace("viel O\n", ""), good + good, "", good.replace("O\n", "X\n")):
        path.write_text(bad, "utf-8")
        with pytest.raises(KnownError, match="A602"):
            list(conll.check(tmp_path / "out", choices))


def test_only_the_layers_asked_for_are_written(tmp_path):
    written, _ = write(tmp_path, exported(TEXT, entity("s1", "ORG", 0, 2)), layers=("entities",))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["entities.conll"]
    assert len(written.files) == 1


def _gold(document):
    tokens = document.tokens
    return {
        (span.label, tokens.index_at(span.start), tokens.index_at(span.end - 1))
        for span in document.spans
        if span.layer == "entities"
    }


@pytest.mark.parametrize("year", ["2002", "2003"])
def test_seqeval_and_spacys_converter_read_the_same_spans(tmp_path, year):
    text = "Volgens Belga rukken troepen op naar Raqqa, zegt Belga. " * 3
    spans = [entity(f"s{n}", "ORG", 56 * n + 8, 56 * n + 13) for n in range(3)]
    spans += [entity(f"g{n}", "GPE", 56 * n + 37, 56 * n + 42) for n in range(3)]
    document = exported(text, *spans)
    write(tmp_path, document, exported("Een tweede artikel.", id="d2"), year=year)
    content = lines(tmp_path)
    blocks = content.split("-DOCSTART-")[1:]
    tags = [line.split()[-1] for line in blocks[0].split("\n")[1:] if line.strip()]
    assert set(get_entities(tags)) == _gold(document)
    strict = Entities([tags], scheme=IOB2)
    assert {(one.tag, one.start, one.end - 1) for one in strict.entities[0]} == _gold(document)
    if year == "2003":
        docs = list(conll_ner_to_docs(content, no_print=True))
        assert len(docs) == 2
        assert {(ent.label_, ent.start, ent.end - 1) for ent in docs[0].ents} == _gold(document)
        assert [token.text for token in docs[0]] == [text[start:end] for start, end in document.tokens.ranges]
