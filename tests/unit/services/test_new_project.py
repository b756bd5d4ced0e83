"""A new project in one go: what is found is shown with its faults, and a stop or an error leaves nothing half made."""

from __future__ import annotations

import pytest

from annotator.errors import KnownError, StoppedError
from annotator.nlp.worker.serve import TASKS
from annotator.services.new_project import NewProject, look_at, make_project, problem_of_target
from annotator.services.projects import create_project
from annotator.services.registry import resolve
from annotator.store.project import Project


def call(task, payload):
    """The worker's tasks in this very process."""
    return resolve(TASKS[task])(payload, lambda done, total: None)


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Artikel {number}. Belga meldt gevechten in Raqqa.", "utf-8")
    return folder


def silent(_step: str, _done: int, _total: int) -> None:
    return


def test_files_are_shown_with_their_first_words_or_their_fault(articles) -> None:
    (articles / "empty.txt").write_text(" \n", "utf-8")
    (articles / "notes.jsonl").write_text('{"text": "Een"}\n', "utf-8")
    found = {one.path.name: one for one in look_at([articles, articles / "gone"])}
    assert list(found) == ["0.txt", "1.txt", "2.txt", "empty.txt", "notes.jsonl", "gone"]
    assert found["0.txt"].excerpt == "Artikel 0. Belga meldt gevechten in Raqqa."
    assert found["0.txt"].problem == ""
    assert "holds no text" in found["empty.txt"].problem
    assert found["notes.jsonl"].format == "jsonl"
    assert "there is no file" in found["gone"].problem


def test_a_project_is_made_with_articles_and_suggestions(articles, tmp_path) -> None:
    steps = []
    request = NewProject(tmp_path / "new.annotator", "conflict-nl", (articles,))
    made = make_project(request, call, report=lambda *step: steps.append(step))
    assert (made.documents, made.duplicates, made.is_whole) == (3, 0, True)
    assert made.suggestions >= 3
    assert steps[0] == ("import", 0, 0)
    assert steps[-1] == ("suggest", 3, 3)
    with Project.open(made.path) as project:
        assert all(project.has_suggestions(id) for id in project.document_ids())


def test_a_stop_during_the_import_leaves_nothing(articles, tmp_path) -> None:
    def stop(step: str, done: int, _total: int) -> None:
        if step == "import" and done:
            raise StoppedError

    before = set(tmp_path.iterdir())
    with pytest.raises(StoppedError):
        make_project(NewProject(tmp_path / "new.annotator", "conflict-nl", (articles,)), call, report=stop)
    assert set(tmp_path.iterdir()) == before


def test_a_stop_during_the_suggestions_keeps_the_articles(articles, tmp_path) -> None:
    def stop(step: str, done: int, _total: int) -> None:
        if step == "suggest" and done:
            raise StoppedError

    made = make_project(NewProject(tmp_path / "new.annotator", "conflict-nl", (articles,)), call, report=stop)
    assert (made.documents, made.is_whole) == (3, False)
    with Project.open(made.path) as project:
        assert len(project.document_ids()) == 3


def test_a_refused_file_leaves_nothing(articles, tmp_path) -> None:
    (articles / "3.txt").write_bytes(b"\x00\x01")
    before = set(tmp_path.iterdir())
    with pytest.raises(KnownError):
        make_project(NewProject(tmp_path / "new.annotator", "conflict-nl", (articles,)), call, report=silent)
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("language", ["", "NL", "nl_NL", "../x", "Nederlands"])
def test_a_language_is_a_code(tmp_path, language) -> None:
    with pytest.raises(KnownError, match="A401"):
        create_project(tmp_path / "a.annotator", language=language)
    assert not list(tmp_path.iterdir())


def test_a_project_that_is_there_is_not_touched(articles, tmp_path) -> None:
    path = tmp_path / "new.annotator"
    path.write_bytes(b"mine")
    with pytest.raises(KnownError, match="A106"):
        make_project(NewProject(path, "conflict-nl", (articles,)), call, report=silent)
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("folder", "name", "problem"),
    [("", "a", "folder"), ("gone", "a", "folder"), (".", "", "name"), (".", "a/b", "name"), (".", "..", "name"),
     (".", "there", "taken"), (".", "deir ez-Zor", "")],
)  # fmt: skip
def test_a_target_is_judged_before_anything_is_made(tmp_path, monkeypatch, folder, name, problem) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.annotator").touch()
    assert problem_of_target(folder, name) == problem
