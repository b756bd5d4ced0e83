"""Search takes any text a user may type, and finds words, phrases and beginnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.store.documents import index_plain_letters, index_whole_words, refill_search
from annotator.store.search import as_indexed, quoted, without_hyphens
from tests.samples import document

if TYPE_CHECKING:
    from annotator.store.project import Project


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("belga", ["d1"]),
        ("BELGA raqqa", ["d1"]),
        ("gevech", ["d2"]),
        ("gevecht bij", []),  # only the last word is a beginning
        ("bij gevecht", ["d2"]),
        ('"zware gevechten"', ["d2"]),
        ('"gevechten zware"', []),
        ("al-Zor", ["d1"]),
        ("a", []),  # one letter is a word, not a beginning
        ("het", ["d2"]),
        ("", []),
        ("😀", []),
    ],
)
def test_what_is_found(project: Project, text: str, ids: list[str]) -> None:
    assert project.search(text) == ids


def test_both_are_found_in_order_of_import_and_the_number_can_be_limited(project: Project) -> None:
    assert project.search("op OR") == []
    assert project.search("me") == ["d2"]
    assert project.search("al") == ["d1", "d2"]


@pytest.mark.parametrize(
    "text",
    ['"', '""', '"""', "NEAR(", "a AND", "NOT", "title:x", "-x", "x*", "^x", "{a b}:c", "(", "a + b", "'; DROP TABLE x",
     "x" * 100_000, "w " * 5000, "\x00", "belga\x00raqqa", "\ud83d x"],
)  # fmt: skip
def test_nothing_a_user_types_is_query_syntax(project: Project, text: str) -> None:
    assert isinstance(project.search(text), list)


def test_words_are_quoted_and_the_last_one_is_a_beginning() -> None:
    assert quoted('een "twee drie" vier') == '"een" AND "twee drie" AND "vier"*'
    assert quoted("een vier ") == '"een" AND "vier"'
    assert quoted('a"b') == '"a b"*'


def test_diacritics_do_not_matter(project: Project) -> None:
    assert project.search("zwáre") == ["d2"]


TURKISH = "Şırnak en Łódź: Ångström, Bjørn, Đoković, Bəxtiyar, Straße, Curaçao, Færøerne, œuvre, ISPARTA en İzmir."
WORDS = ("sirnak", "Şırnak", "lodz", "ŁÓDŹ", "angstrom", "bjorn", "BJØRN", "dokovic", "bextiyar", "strasse", "STRASSE",
         "Straße", "curacao", "faeroerne", "oeuvre", "ısparta", "izmir", "sirn", "stras")  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_letters_are_found_as_people_type_them(project: Project, word: str) -> None:
    project.add_documents([document(TURKISH, id="letters")])
    assert project.search(word) == ["letters"]


def test_a_project_of_before_finds_such_letters_too(project: Project) -> None:
    title, text = "Bij Şırnak", TURKISH + " De demon\u00adstratie."
    one = document(text, id="letters")._replace(title=title)
    project.add_documents([document("Stilte bij Sirnak.", id="plain"), one])
    connection = project._connection
    (number,) = connection.execute("SELECT number FROM documents WHERE id = 'letters'").fetchone()
    with project.transaction():  # the index as it was made until schema version 6
        row = "(documents_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)"
        connection.execute(f"INSERT INTO documents_fts {row}", (number, as_indexed(title), as_indexed(text)))
        before = (number, without_hyphens(title), without_hyphens(text))
        connection.execute("INSERT INTO documents_fts (rowid, title, text) VALUES (?, ?, ?)", before)
    assert project.search("sirnak") == ["plain"]
    for step in (index_plain_letters, refill_search):
        with project.transaction():
            step(connection)
        connection.execute("INSERT INTO documents_fts (documents_fts) VALUES ('integrity-check')")
        assert project.search("sirnak") == ["plain", "letters"]
        assert project.search("Şırnak") == ["plain", "letters"]
        assert project.search("lodz demonstratie") == ["letters"]
    assert project.document("letters").text == text
    assert project.check() == []


def test_a_project_of_before_finds_words_with_soft_hyphens_too(project: Project) -> None:
    text = "Een demon\u00adstratie bij Ra\u00adqqa."
    project.add_documents([document("Stilte bij de demonstratie.", id="plain"), document(text, id="soft")])
    connection = project._connection
    (number,) = connection.execute("SELECT number FROM documents WHERE id = 'soft'").fetchone()

    def found(word: str) -> list[str]:
        return project.search(word)

    assert found("demonstratie") == ["plain", "soft"]
    with project.transaction():  # the index as it was made until schema version 5
        values = (number, text[:30].replace("\u00ad", ""), text.replace("\u00ad", ""))
        row = "(documents_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)"
        connection.execute(f"INSERT INTO documents_fts {row}", values)
        connection.execute("INSERT INTO documents_fts (rowid, title, text) VALUES (?, ?, ?)", (number, text[:30], text))
    assert (found("demonstratie"), found("stratie")) == (["plain"], ["soft"])
    with project.transaction():
        index_whole_words(connection)
    assert (found("demonstratie"), found("stratie"), found("raqqa")) == (["plain", "soft"], [], ["d1", "soft"])
    assert project.document("soft").text == text
    connection.execute("INSERT INTO documents_fts (documents_fts) VALUES ('integrity-check')")
    with project.transaction():
        refill_search(connection)
    assert (found("demonstratie"), found("stratie")) == (["plain", "soft"], [])
    assert project.check() == []


def test_an_interrupted_search_ends_with_nothing(project: Project) -> None:
    project._connection.set_progress_handler(lambda: 1, 1)
    assert project.search("belga") == []
    project._connection.set_progress_handler(None, 0)
    assert project.search("belga") == ["d1"]


@pytest.mark.parametrize("word", ["conflict", "conﬂict", "CONFLICT", "officieel", "strijder", "ĳzer", "ijzer", "fi"])
def test_letters_that_a_page_sets_as_one_are_found_as_people_type_them(project: Project, word: str) -> None:
    project.add_documents([document("Het conﬂict, oﬃcieel: ﬁlm, strĳders met ijzer.", id="set")])
    assert project.search(word) == ["set"]


@pytest.mark.parametrize("text", ["fĳn stof", "ﬁjn stof", "fijn stof", "oﬃciële fĳne stof"])
def test_a_letter_that_may_stand_with_the_one_before_or_after_it_is_found_either_way(project: Project, text) -> None:
    project.add_documents([document(f"Het {text}.", id="set")])
    assert project.search("fijn") == ["set"]
