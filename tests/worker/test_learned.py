"""Learning in a real worker process: documents sent, learned from, suggested by; a lost worker is taught again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.errors import KnownError
from annotator.nlp.client import WorkerClient
from annotator.services.lessons import shape_of
from annotator.services.schemes import load_builtin
from annotator.services.suggesting import to_payload
from tests.samples import document

SHAPE = shape_of(load_builtin("conflict-nl"))
TEXT = "Het Vrije Front viel {0} aan. In {0} zegt het Vrije Front niets. Ook Zwartewater zwijgt."
PLACES = ("Raqqa", "Homs", "Idlib", "Hama", "Aleppo", "Palmyra")


@pytest.fixture(scope="module")
def client():
    with WorkerClient() as one:
        yield one


def lesson(number: int, *, rejected: tuple[str, str] | None = None) -> dict[str, Any]:
    read = document(TEXT.format(PLACES[number % len(PLACES)]), id=f"a{number}")
    spans = []
    for word, label in (("Vrije Front", "ORG"), (PLACES[number % len(PLACES)], "GPE"), ("Zwartewater", "FAC")):
        start = read.text.index(word)
        while start >= 0:
            place = [[start, start + len(word)]]
            spans.append([f"{label}{start}", "entities", label, place, {}, []])
            start = read.text.find(word, start + 1)
    refused = []
    if rejected is not None:
        word, label = rejected
        start = read.text.index(word)
        refused = [["entities", label, [[start, start + len(word)]]]]
        # Nobody accepts the one mention and rejects the other: with as many of each nothing would be refused.
        spans = [one for one in spans if read.text[slice(*one[3][0])] != word]
    decided = {"complete": True, "spans": spans, "rejected": refused}
    return {**to_payload(read), "decided": decided, "digest": f"digest {number} {rejected}"}


def taught(client: WorkerClient, model: Path, lessons: list[dict[str, Any]]) -> dict[str, Any]:
    wanted = {one["id"]: one["digest"] for one in lessons}
    begin = {"model": str(model), "shape": SHAPE, "names": {}, "documents": wanted}
    missing = client.call("learn_sync", begin)["missing"]
    documents = [one for one in lessons if one["id"] in missing]
    client.call("learn_documents", {"model": str(model), "documents": documents})
    return client.call("learn_update", {"model": str(model), "decisions": "d"})


def suggested(client: WorkerClient, model: Path, number: int = 9) -> tuple[dict[str, str], list[str]]:
    read = document(TEXT.format(PLACES[number % len(PLACES)]), id="new")
    payload = {
        "documents": [to_payload(read)], "with": ["learned"], "names": {}, "model": str(model),
        "labels": SHAPE["labels"],
    }  # fmt: skip
    (answer,) = client.call("suggest", payload)["documents"]
    found = {read.text[slice(*one["fragments"][0])]: one["label"] for one in answer["suggestions"]}
    return found, [why for _, why in answer["hidden"]]


def test_what_was_decided_is_suggested_and_sent_once(client: WorkerClient, tmp_path: Path) -> None:
    model = tmp_path / "model"
    lessons = [lesson(number) for number in range(5)]
    assert len(taught(client, model, lessons)["learned"]) == 5
    assert taught(client, model, lessons)["learned"] == []
    found, _ = suggested(client, model)
    assert found["Zwartewater"] == "FAC", "no rule knows it"
    assert found["Vrije Front"] == "ORG"


def test_a_rejected_name_is_not_suggested_in_the_next_article(client: WorkerClient, tmp_path: Path) -> None:
    model = tmp_path / "model"
    taught(client, model, [lesson(3)])
    assert suggested(client, model)[0].get("Hama") == "GPE"
    taught(client, model, [lesson(3, rejected=("Hama", "GPE"))])
    found, hidden = suggested(client, model)
    assert "“Hama” was rejected as GPE" in hidden
    assert found.get("Hama") != "GPE"


def test_another_worker_suggests_by_the_file_alone(client: WorkerClient, tmp_path: Path) -> None:
    model = tmp_path / "model"
    lessons = [lesson(number) for number in range(6)]
    taught(client, model, lessons)
    progress: list[tuple[int, int]] = []
    answer = client.call(
        "learn_deep", {"model": str(model), "decisions": "d", "curve": False},
        progress=lambda done, total: progress.append((done, total)),
    )  # fmt: skip
    assert answer["report"]["documents"] == 6
    assert progress
    with WorkerClient() as other:
        assert suggested(other, model)[0]["Zwartewater"] == "FAC"


def test_a_worker_started_anew_says_that_it_knows_nothing(client: WorkerClient, tmp_path: Path) -> None:
    for task in ("learn_documents", "learn_update", "learn_deep"):
        payload = {"model": str(tmp_path / "never"), "documents": [], "decisions": "d"}
        assert client.call(task, payload) == {"lost": True}


def test_without_anything_learned_the_error_says_what_to_do(client: WorkerClient, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        suggested(client, tmp_path / "none")
    assert caught.value.code == "A504"
    assert "train" in caught.value.todo


def test_what_was_learned_for_other_labels_is_refused(client: WorkerClient, tmp_path: Path) -> None:
    model = tmp_path / "model"
    taught(client, model, [lesson(3)])
    read = document("Hama is stil.", id="next")
    labels = {**SHAPE["labels"], "entities": [*SHAPE["labels"]["entities"], "NEW"]}
    payload = {"documents": [to_payload(read)], "with": ["learned"], "names": {}, "model": str(model), "labels": labels}
    with pytest.raises(KnownError) as caught:
        client.call("suggest", payload)
    assert caught.value.code == "A504"
    assert "labels" in caught.value.what
