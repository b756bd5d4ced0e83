"""Every kind of damage is found by `check`, and what follows from the log can be rebuilt from it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from annotator.core.decision import Comment, Decision
from annotator.core.document import Region
from annotator.core.span import Argument, Event
from annotator.errors import KnownError
from annotator.store.check import CODES, MOST_OF_A_CODE, check_file
from annotator.store.project import Project
from tests import samples
from tests.unit.store import drafts
from tests.unit.store.drafts import draft, made, span, status, tamper

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.suggestion import Suggestion


@pytest.fixture
def worked(project: Project) -> Project:
    document = project.document("d1")
    open_one: Suggestion = samples.suggestion(document, "entities", "DATE", (8, 15))
    project.put_suggestions("d1", [open_one], run={})
    fillers = (Argument("AGENT", "s1"), Argument("PLACE", open_one.id))
    event = Event("e1", "events", "ATTACK", ((3, 7),), arguments=fillers)
    for operation in (
        draft(made(span())),
        draft(made(event), status("todo", "busy")),
        draft(made(span("s2", 16, 28, "GPE"))),
        draft(made(span()), actor="bram"),
    ):
        project.append(operation)
    return project


def codes(path: Path) -> set[str]:
    return {finding.code for finding in check_file(path)}


def test_a_sound_project_has_no_findings(worked: Project, path: Path) -> None:
    assert worked.check() == []
    assert check_file(path) == []  # beside the writer
    worked.close()
    assert check_file(path) == []


def test_a_region_may_be_the_whole_text_and_no_more(project: Project) -> None:
    for id, stop in (("whole", 0), ("over", 1)):
        text = f"Alleen kop {id}."
        made = samples.document(text, id=id)
        project.add_documents([made._replace(regions=(Region("code", 0, len(text) + stop),))])
    assert [found.where for found in project.check()] == ["document over"]


DAMAGE = {
    "UPDATE operations SET decisions = replace(decisions, 'ORG', 'GPE') WHERE number = 1": "chain",
    "UPDATE operations SET at = '2020-01-01' WHERE number = 2": "chain",
    "UPDATE operations SET elapsed_ms = 1 WHERE number = 2": "chain",
    "UPDATE operations SET decisions = '{' WHERE number = 2": "chain",
    "UPDATE operations SET hash = 'g' || substr(hash, 2) WHERE number = 1": "chain",
    "UPDATE operations SET actor = 'bram', sequence = 2 WHERE number = 3": "chain",
    "DELETE FROM operations WHERE number = 2": "chain",
    "DELETE FROM operations WHERE number = 3": "projection",
    "UPDATE annotations SET value = replace(value, 'ORG', 'GPE') WHERE actor = 'anna'": "projection",
    "UPDATE annotations SET label = 'GPE' WHERE target = 's1'": "projection",
    "DELETE FROM annotations WHERE target = 's2'": "projection",
    "UPDATE statuses SET status = 'done'": "projection",
    "DELETE FROM touched WHERE operation = 1": "projection",
    "UPDATE tallies SET digest = digest + 1": "projection",
    "UPDATE offered SET suggestions = 7": "projection",
    "DELETE FROM offered": "projection",
    "UPDATE texts SET text = replace(text, 'viel', 'trof') WHERE document = 1": "text",
    "UPDATE texts SET text = 'kort' WHERE document = 1": "text",
    "DELETE FROM texts WHERE document = 2": "text",
    "UPDATE documents SET sha256 = 'x' WHERE number = 1": "text",
    "UPDATE texts SET tokens = (SELECT tokens FROM texts WHERE document = 1) WHERE document = 2": "tokens",
    "UPDATE texts SET tokens = x'00' WHERE document = 2": "text",
    "UPDATE suggestions SET value = replace(value, '[8,15]', '[8,1500]')": "offsets",
    "UPDATE annotations SET value = replace(value, '[16,28]', '[16,2800]') WHERE target = 's2'": "offsets",
    "DELETE FROM suggestions": "role",
    "UPDATE schemes SET source = 'name = \"other\"'": "meta",
    "DELETE FROM meta WHERE key = 'replica'": "meta",
    "UPDATE documents SET date = x'ff' WHERE number = 2": "column",
    "DELETE FROM documents WHERE number = 2": "reference",
    "CREATE TRIGGER sly AFTER INSERT ON operations BEGIN DELETE FROM verdicts; END": "schema",
    "CREATE VIEW endless AS SELECT 1": "schema",
    "ALTER TABLE comments ADD COLUMN more TEXT": "schema",
    "DROP TABLE verdicts": "schema",
    "INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')": "search",
}


@pytest.mark.parametrize(("statement", "code"), DAMAGE.items())
def test_damage_is_found(worked: Project, path: Path, statement: str, code: str) -> None:
    worked.close()
    tamper(path, statement)
    assert code in codes(path)


def test_there_is_an_example_of_every_kind_of_damage() -> None:
    assert set(DAMAGE.values()) | {"sqlite"} == set(CODES)


def test_the_column_that_is_too_many_is_named(worked: Project, path: Path) -> None:
    worked.close()
    tamper(path, "ALTER TABLE comments ADD COLUMN more TEXT")
    assert any(finding.what == "column more is not ours" for finding in check_file(path))


def test_flipped_bits_in_the_log_are_found(worked: Project, path: Path) -> None:
    worked.append(draft(Decision("d1", "comment", "c1", None, Comment("een merkwaardige zin"))))
    worked.close()
    sound = path.read_bytes()
    places = [match.start() for match in re.finditer(b"merkwaardige", sound)]
    assert len(places) == 2  # in the log, and in what follows from it
    for place in places:
        for bit in range(8):
            broken = bytearray(sound)
            broken[place] ^= 1 << bit
            path.write_bytes(broken)
            assert codes(path) & {"chain", "projection", "sqlite"}, (place, bit)


def test_a_file_cut_short_is_found(worked: Project, path: Path) -> None:
    worked.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "sqlite" in codes(path)
    with pytest.raises(KnownError, match="A105"), Project.open(path) as opened:
        opened.backup()


def test_many_findings_of_one_kind_are_summed_up(project: Project, path: Path) -> None:
    project.append_many(draft(made(span(f"s{n}", 0, 2))) for n in range(MOST_OF_A_CODE + 10))
    project.close()
    tamper(path, "DELETE FROM touched")
    told = [finding for finding in check_file(path) if finding.code == "projection"]
    assert len(told) == MOST_OF_A_CODE + 1
    assert told[-1].what == "10 more of this kind"


REBUILT = [statement for statement, code in DAMAGE.items() if code in {"projection", "search"}]


@pytest.mark.parametrize("statement", [one for one in REBUILT if "operations WHERE" not in one])
def test_what_follows_from_the_log_is_rebuilt_from_it(worked: Project, path: Path, statement: str) -> None:
    before = worked.decided("d1", "anna"), worked.search("dinsdag")
    worked.close()
    tamper(path, statement)
    with Project.open(path) as opened:
        assert opened.check()
        opened.rebuild_projection()
        assert opened.check() == []
        assert (opened.decided("d1", "anna"), opened.search("dinsdag")) == before


def test_nothing_is_rebuilt_from_a_broken_log(worked: Project, path: Path) -> None:
    worked.close()
    tamper(path, "UPDATE operations SET elapsed_ms = 1 WHERE number = 2")
    with Project.open(path) as opened:
        before = opened.decided("d1", "anna")
        with pytest.raises(KnownError, match="A105"):
            opened.rebuild_projection()
        assert opened.decided("d1", "anna") == before


def test_check_file_refuses_what_is_no_project_or_too_new(worked: Project, path: Path) -> None:
    worked.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version=9")
    with pytest.raises(KnownError, match="A102"):
        check_file(path)
    path.write_text("x" * 200)
    with pytest.raises(KnownError, match="A101"):
        check_file(path)
    with pytest.raises(KnownError, match="A001"):
        check_file(path.with_name("nothing"))


def test_a_project_as_made_by_the_tests_is_what_the_program_makes(path: Path) -> None:
    with drafts.create(path) as made_here:
        assert made_here.check() == []
        assert made_here.tokenizer == {"name": "words", "version": 1}
        assert made_here.meta("language") == "nl"
        assert made_here.meta("nothing") is None
