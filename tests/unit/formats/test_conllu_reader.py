"""CoNLL-U Plus: the text comes back as it was, the conllu library reads the same, and what is refused."""

from __future__ import annotations

import conllu
import pytest

from annotator.core.text import covered
from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.formats import conllu_plus, conllu_reader, limits
from annotator.formats.records import ANY_LAYER
from tests.unit.formats.exported import assert_in_is_out_and_listed, entity, event, exported, options

TEXT = "\nIS viel 👩🏽  Deir al-Zor aan.\nHet leger rukt op.\n"


def write(tmp_path, *documents):
    choices = options(*documents)
    path = tmp_path / "alles.conllup"
    written = conllu_plus.write(iter(documents), path, choices)
    assert_in_is_out_and_listed(documents, written.listed, conllu_reader.check(path, choices))
    return written, path


def read(tmp_path, content, **choices):
    path = tmp_path / "stuk.conllup"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return list(conllu_reader.read(path, choices))


def found(document):
    return [(one.layer, one.label, covered(document.text, one.fragments)) for one in document.spans]


def test_the_conllu_library_reads_words_tags_and_text(tmp_path):
    document = exported(
        TEXT, entity("s1", "ORG", 1, 3), entity("s2", "GPE", 13, 24), event("e1", "ATTACK", (4, 8)), id="d/1"
    )
    _, path = write(tmp_path, document, exported("", id="leeg"), exported("Niets hier.", id="d3"))
    sentences = [one for one in conllu.parse(path.read_text("utf-8")) if len(one)]
    assert [one["form"] for sentence in sentences for one in sentence] == [
        text[start:end]
        for text, tokens in [(TEXT, document.tokens), ("Niets hier.", exported("Niets hier.").tokens)]
        for start, end in tokens.ranges
    ]
    assert sentences[0].metadata["newdoc id"] == "d/1"
    assert sentences[0].metadata["text"] == "IS viel 👩🏽  Deir al-Zor aan."
    tagged = {one["form"]: (one["annotator:entities"], one["annotator:events"]) for one in sentences[0]}
    assert tagged["IS"] == ("B-ORG", "O")
    assert tagged["al"] == ("I-GPE", "O")
    assert tagged["viel"] == ("O", "B-ATTACK")
    assert [one["misc"] for one in sentences[0]][:4] == [
        {"SpacesBefore": "\\n"},
        None,
        {"SpaceAfter": "No"},
        {"SpacesAfter": "\\s\\s"},
    ]


def test_text_ids_and_spans_come_back(tmp_path):
    document = exported(TEXT, entity("s1", "ORG", 1, 3), event("e1", "ATTACK", (4, 8)), id="een | twee")
    _, path = write(tmp_path, document, exported(" \n", id="wit"))
    back, blank = conllu_reader.read(path, {})
    assert (back.text, back.id, back.title, back.annotator, back.status) == (
        TEXT, "een | twee", document.title, "anna", "done"
    )  # fmt: skip
    assert found(back) == [("entities", "ORG", "IS"), ("events", "ATTACK", "viel")]
    assert (blank.text, blank.id) == (" \n", "wit")


def test_words_with_white_space_and_signs(tmp_path):
    text = "om 10\u00a0000 a|b _ \\n dus"
    tokens = Tokens(((0, 2), (3, 9), (10, 13), (14, 15), (16, 18), (19, 22)))
    _, path = write(tmp_path, exported(text, entity("s1", "N", 3, 9), tokens=tokens))
    assert "\t10_000\tText=10\\u{a0}000\t" in path.read_text("utf-8")
    assert found(next(conllu_reader.read(path, {}))) == [("entities", "N", "10\u00a0000")]


@pytest.mark.parametrize("layer", ["entities", "Mixed", "UPPER", "met-streep", "zones", "a1", "é", "x_y"])
def test_layers_have_columns_that_can_be_turned_back(layer):
    column = conllu_plus.column_of(layer)
    assert column.isascii()
    assert conllu_plus.layer_of(column) == layer


def test_what_is_listed(tmp_path):
    document = exported(
        "Deir al-Zor viel aan.",
        entity("s1", "GPE", 0, 11),
        entity("s2", "PER", 0, 4),
        entity("s3", "X", 0, 2),
        entity("s4", "LA BEL", 12, 16),
        event("e1", "ATTACK", (12, 16), (17, 20)),
    )
    written, _ = write(tmp_path, document)
    assert {one.label: one.reason.split(";")[0] for one in written.listed} == {
        "PER": "overlaps GPE “Deir al-Zor” in the same layer",
        "X": "does not begin and end on the edges of tokens",
        "LA BEL": "the label holds white space",
        "ATTACK": "several fragments",
    }


OTHER = """# newdoc id = nl-1
# sent_id = 1
# text = Jan's boek ligt in 't huis.
1-2\tJan's\t_\tSpaceAfter=Yes\t_
1\tJan\tPROPN\t_\tB-PER
2\t's\tPART\t_\tO
3\tboek\tNOUN\t_\tO
3.1\tleeg\tVERB\t_\tO
4\tligt\tVERB\t_\tO
5\tin\tADP\t_\t_
6\t't\tDET\t_\tO
7\thuis\tNOUN\tSpaceAfter=No\tB-LOC
8\t.\tPUNCT\t_\tO

# newpar
1\tGent\tPROPN\t_\tB-LOC

# newdoc
1\tRusland\tPROPN\t_\tI-LOC
2\tTurkije\tPROPN\t_\tB-LOC
"""


def test_files_of_others_with_joined_and_missing_words(tmp_path):
    choices = {}
    path = tmp_path / "a.conllup"
    path.write_text(f"# global.columns = ID FORM UPOS MISC PARSEME:NE\n{OTHER}", "utf-8")
    one, two = conllu_reader.read(path, choices)
    assert (one.id, one.text) == ("nl-1", "Jan's boek ligt in 't huis.\n\nGent")
    assert found(one) == [
        (ANY_LAYER, "PER", "Jan's"),
        (ANY_LAYER, "LOC", "huis"),
        (ANY_LAYER, "LOC", "Gent"),
    ]
    assert two.text == "Rusland Turkije"
    assert [label for _, label, _ in found(two)] == ["LOC", "LOC"]
    assert any("one space" in note for note in choices["notes"])


def test_plain_conllu_gives_text_alone(tmp_path):
    rest = "\t_" * 8
    (document,) = read(tmp_path, f"1\tEen{rest}\n2\twoord{rest}\n")
    assert (document.text, document.spans) == ("Een woord", ())


def test_a_column_of_something_else_is_passed_over_and_said(tmp_path):
    choices = {}
    path = tmp_path / "a.conllup"
    path.write_text("# global.columns = ID FORM X:KLEUR\n1\tEen\trood\n", "utf-8")
    assert next(conllu_reader.read(path, choices)).spans == ()
    assert any("X:KLEUR" in note for note in choices["notes"])


HEAD = "# global.columns = ID FORM MISC ANNOTATOR:ENTITIES\n"


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("", "A202", "holds no words"),
        (HEAD, "A202", "holds no words"),
        ("# global.columns = FORM\n1\n", "A202", ":1: "),
        ("# global.columns = ID FORM FORM\n", "A202", ":1: "),
        (HEAD + "1\tJan\n", "A202", ":2: 2 columns, where the file has 4"),
        (HEAD + "2\tJan\t_\tO\n", "A202", ":2: the id '2', where 1 should follow"),
        (HEAD + "x\tJan\t_\tO\n", "A202", ":2: the id 'x'"),
        (HEAD + "1-9\tJan\t_\tO\n1\tJan\t_\tO\n", "A202", ":2: the id 1-9 spans words"),
        (HEAD + "1\tJan\t_\tPER\n", "A202", ":2: 'PER' is no tag"),
        (HEAD + "1\tJan\tText=\\u{110000}\tO\n", "A202", ":2: an escape that is no character"),
        (HEAD + "1\tJan\tText=\\u{0}\tO\n", "A206", "a NUL"),
        (HEAD + "1\tJan\tText=\\u{d800}\tO\n", "A206", "half a surrogate pair"),
        (HEAD + "# newdoc id = a\n# sha256 = 00\n1\tJan\t_\tO\n", "A204", "is not the one that was written"),
        (HEAD + "# newdoc id = a\n1\tJan\t_\tO\n\n# newdoc id = a\n1\tPiet\t_\tO\n", "A208", "'a' stands twice"),
        (HEAD + "1\tJ\x00n\t_\tO\n", "A206", "a NUL"),
        ((HEAD + "1\tBelgi\u00eb\t_\tO\n").encode("cp1252"), "A201", ""),
        ((HEAD + "1\tJan\t_\tO\n").encode("utf-16"), "A201", ""),
    ],
)
def test_refused_with_line_and_reason(tmp_path, content, code, message):
    with pytest.raises(KnownError) as error:
        read(tmp_path, content)
    assert error.value.code == code
    assert message in error.value.what
    assert "stuk.conllup" in error.value.what


def test_columns_may_be_named_below_other_remarks_but_not_below_rows(tmp_path):
    head = "# newdoc id = d\n# global.columns = ID FORM X:NER\n"
    (document,) = read(tmp_path, head + "1\tGent\tB-LOC\n\n# global.columns = ID FORM X:NER\n1\tnu\tO\n")
    assert (document.id, [one.label for one in document.spans]) == ("d", ["LOC"])
    with pytest.raises(KnownError, match=r"stuk\.conllup:5: global\.columns names other columns"):
        read(tmp_path, head + "1\tGent\tB-LOC\n\n# global.columns = ID FORM X:ROL\n1\tnu\tO\n")


def test_what_misc_holds_beside_white_space_is_told(tmp_path):
    told = {}
    row = "1\tJens\t_\t_\t_\t_\t_\t_\t_\tname=B-PER|SpaceAfter=No\n"
    (tmp_path / "a.conllu").write_text(row, "utf-8")
    list(conllu_reader.read(tmp_path / "a.conllu", told))
    assert told["notes"] == ["of the column MISC only white space is read, not name"]


def test_a_file_of_many_documents_may_be_large_and_a_document_may_not(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "TOKEN_FILE_BYTES", 600)
    documents = [exported(f"{number} {TEXT}", entity("s1", "X", 0, 1), id=f"d{number}") for number in range(9)]
    _, path = write(tmp_path, *documents)
    assert path.stat().st_size > 5 * limits.TOKEN_FILE_BYTES
    rows = "".join(f"{number}\twoord\tO\n" for number in range(1, 99))
    with pytest.raises(KnownError, match=r"A203.*in one document"):
        read(tmp_path, f"# global.columns = ID FORM X:Y\n{rows}")
    with pytest.raises(KnownError, match=r"A203.*in one document"):
        read(tmp_path, "# global.columns = ID FORM X:Y\n# newdoc\n" + "1\twoord\tO\n\n" * 70)
