"""Documents come back code point for code point; duplicates are told; the list says how things stand."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from annotator.core.decision import Decision, Verdict
from annotator.core.document import Document, Region
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens
from annotator.errors import BugError, KnownError
from annotator.store.packing import pack, unpack
from tests import samples
from tests.unit.store import drafts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.store.project import Project

HARD = "\ufeffé e\u0301 \u00a0 regel\r\nregel\u2028einde 😀👩‍👩‍👧 \u200b \x01 \u202eabc"


def test_a_document_comes_back_as_it_was(project: Project) -> None:
    document = samples.document(HARD, id="map/naam met spatie")._replace(
        title="Titel\nmet regel",
        regions=(Region("source", 0, 3, "Belga"), Region("code", 4, 6)),
        meta={"date": "2018-05-21", "source": ["Belga", "AFP"], "eigen": {"x": [1, 2.5, None]}},
    )
    assert project.add_documents([document]).added == (document.id,)
    assert project.document(document.id) == document


def test_ids_stand_in_order_of_import_and_a_missing_one_is_told(project: Project) -> None:
    project.add_documents([samples.document("Een derde.", id="a")])
    assert project.document_ids() == ["d1", "d2", "a"]
    assert project.has_document("a")
    assert not project.has_document("b")
    for ask in (project.document, project.suggestions, lambda id: project.decided(id, "anna")):
        with pytest.raises(KnownError, match="A107"):
            ask("b")


def test_a_known_text_is_reported_and_a_taken_id_gets_a_suffix(project: Project) -> None:
    again = samples.document(id="other-name")
    fresh = [samples.document(f"Tekst {n}.", id="d1") for n in range(3)]
    result = project.add_documents([again, *fresh, fresh[0]])
    assert result.added == ("d1-2", "d1-3", "d1-4")
    assert result.duplicates == (("other-name", "d1"), ("d1", "d1-2"))
    assert project.find_by_hash(fresh[1].sha256) == "d1-3"
    assert project.find_by_hash(sha256_of("nergens")) is None


def test_an_import_is_all_or_nothing(project: Project) -> None:
    def rows() -> Iterator[Document]:
        for n in range(200):
            yield samples.document(f"Bericht {n}.", id=f"n{n}")
        raise OSError("the disk was pulled out")

    with pytest.raises(OSError, match="pulled out"):
        project.add_documents(rows())
    assert project.document_ids() == ["d1", "d2"]
    assert project.search("bericht") == []


@pytest.mark.parametrize("text", ["nul \x00 nul", "half \ud83d emoji"])
def test_what_no_export_could_carry_is_refused(project: Project, text: str) -> None:
    with pytest.raises(KnownError, match="A206"):
        project.add_documents([Document("x", "x", text, "0" * 64, Tokens(()))])


def test_a_hash_that_is_not_that_of_the_text_is_a_defect(project: Project) -> None:
    with pytest.raises(BugError):
        project.add_documents([samples.document("Nieuw.", id="x")._replace(sha256="0" * 64)])


def test_memory_stays_flat_in_a_large_import(project: Project) -> None:
    body = "Het leger rukte op naar de stad. " * 100
    tracemalloc.start()
    try:
        project.add_documents(samples.document(f"{n} {body}", id=f"n{n}") for n in range(1500))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 40_000_000  # the texts alone are 5 MB, their token tuples ten times that
    assert len(project.document_ids()) == 1502


def test_list_rows_tell_how_a_document_stands_for_one_annotator(project: Project) -> None:
    document = project.document("d1")
    found = [
        samples.suggestion(document, "entities", "ORG", (0, 2)),
        samples.suggestion(document, "entities", "DATE", (8, 15)),
    ]
    project.put_suggestions("d1", found, run={"with": ["rules"]})
    verdict = Verdict("rejected", "entities", "ORG", ((0, 2),), 0.9, "rules")
    gone = Verdict("rejected", "entities", "ORG", ((5, 6),), 0.9, "rules")
    project.append(
        drafts.draft(
            drafts.made(drafts.span()),
            drafts.status("todo", "busy"),
            Decision("d1", "verdict", found[0].id, None, verdict),
            Decision("d1", "verdict", "of-a-run-before", None, gone),
        )
    )
    row, other = project.rows(["d2", "nowhere", "d1"], "anna")[::-1]
    assert (row.id, row.status, row.spans, row.open_suggestions, row.comments) == ("d1", "busy", 1, 1, 0)
    assert (other.id, other.status, other.spans, other.open_suggestions) == ("d2", "todo", 0, 0)
    assert row.characters == len(document.text)
    assert project.rows(["d1"], "bram")[0].status == "todo"
    assert project.rows(["d1"], "bram")[0].open_suggestions == 2
    assert project.counts("anna") == {"todo": 1, "busy": 1, "done": 0, "flagged": 0, "skipped": 0}
    assert project.ids_with_status("anna", "todo", "done") == ["d2"]
    assert project.ids_with_status("bram", "todo") == ["d1", "d2"]


def test_packed_ranges_come_back_and_damage_is_noticed() -> None:
    ranges = ((0, 2), (2, 3), (70_000, 70_001), (2**30, 2**30 + 5))
    blob = pack(ranges)
    assert unpack(blob, limit=4) == ranges
    assert unpack(pack(()), limit=0) == ()
    for broken, limit in ((blob, 3), (blob[:-3], 4), (b"x" + blob, 4), (b"", 4)):
        with pytest.raises(ValueError, match="ranges"):
            unpack(broken, limit=limit)


def test_a_small_blob_cannot_swell() -> None:
    with pytest.raises(ValueError, match="too many"):
        unpack(pack([(n, n) for n in range(1_000_000)]), limit=100)
