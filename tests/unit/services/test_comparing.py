"""Who annotates: what can be a name; what is waited for."""

from __future__ import annotations

import pytest

from annotator.errors import KnownError
from annotator.services.comparing import WITH_AS, awaited, name_in_file, names_in, require_name
from annotator.store.assignments import Assignment
from tests.unit.services.versions import annotate


@pytest.mark.parametrize("name", ["", " ", " anna", "anna\n", "an\x00na", "\udcff", "a" * 101])
def test_what_no_log_could_be_found_by_is_no_name(name: str) -> None:
    with pytest.raises(KnownError, match=r"^A806: .* is no name of 1 to 100 printable characters · give a name"):
        require_name(name, WITH_AS)


@pytest.mark.parametrize("name", ["anna", "Çelik 😀", "ل", "a" * 100])
def test_any_other_is_one(name: str) -> None:
    require_name(name, WITH_AS)


def test_nobody_is_called_what_an_export_calls_the_suggestions() -> None:
    with pytest.raises(KnownError, match=r"^A806: 'suggestions' is kept for the program · give a name"):
        require_name("suggestions", WITH_AS)


@pytest.mark.parametrize(
    ("said", "name"), [(" anna\n", "anna"), ("suggestions", ""), ("a\nb", ""), ("a" * 101, ""), ("", ""), (None, "")]
)
def test_a_name_in_a_file_is_one_or_nobodys(said: str | None, name: str) -> None:
    assert name_in_file(said) == name


def test_names_have_commas_between_or_in_them(project) -> None:
    annotate(project, "Smith, J.")
    annotate(project, "anna")
    assert names_in(project, ["anna, bram", "carl"]) == ("anna", "bram", "carl")
    assert names_in(project, ["Smith, J.", "anna"]) == ("Smith, J.", "anna")


def test_a_document_is_awaited_from_who_was_given_it_or_has_begun_until_they_come_to_an_end(project) -> None:
    annotate(project, "anna", document="d1")
    annotate(project, "anna", document="d2")
    names = ["anna", "bram", "carl"]
    assert awaited(project, names) == frozenset()
    project.add_assignment(Assignment("w1", "bram", "2026-01-01T00:00:00.000Z", 1, {"d1": False}, {}))
    annotate(project, "carl", document="d2", status="busy")
    assert awaited(project, names) == {"d1", "d2"}
    assert awaited(project, ["anna", "carl"]) == {"d2"}
    annotate(project, "bram", document="d1", status="skipped")
    assert awaited(project, names) == {"d2"}
