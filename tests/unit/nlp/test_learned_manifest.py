"""The file of a learned suggester, damaged or made by somebody else: refused, made anew, never a defect."""

from __future__ import annotations

import hashlib
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import KnownError
from annotator.nlp.worker.learned import manifest
from annotator.nlp.worker.learned.lessons import Decided, Shape, prepare
from annotator.nlp.worker.learned.manifest import manifest_of
from annotator.nlp.worker.learned.model import load
from annotator.nlp.worker.learned.pupil import Pupil
from annotator.services.lessons import learned_hash, learned_lessons, shape_of
from tests.samples import SCHEME, document

SHAPE = Shape.from_json(shape_of(SCHEME))
PLACE = ((8, 12),)


def pupil(*, shape: Shape = SHAPE, source: str = "") -> Pupil:
    """One that was sent an article in which a name was rejected."""
    made = Pupil(shape, {}, source)
    read = document("Het was Homs. " * 200)
    made.take(prepare(read, shape, [], [], Decided((), (("entities", "GPE", PLACE, 1),), True)), "digest")
    return made


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model"
    pupil().update("d" * 64, path)
    return path


def test_whatever_bits_are_flipped_it_is_refused_and_the_window_takes_it_for_none(model: Path) -> None:
    whole, chance = model.read_bytes(), random.Random(7)
    refused = 0
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        model.write_bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))])
        learned_hash(model), learned_lessons(model)
        try:
            load(model)
        except KnownError as error:
            refused += error.code == "A504"
    assert refused > 300, "a time or a flag in the archive may change unseen"


@pytest.mark.parametrize(
    "content",
    [
        b"[]", b"{}", b'{"format": 5, "decisions": 1, "lessons": []}', b"[" * 200_000, b'{"format": 4}', b"\xff",
        b'{"format": 5, "decisions": "d", "lessons": {}, "parts": {"state.json": "0"}}',
    ],
)  # fmt: skip
def test_a_manifest_by_somebody_else_is_refused(model: Path, content: bytes) -> None:
    with zipfile.ZipFile(model, "w") as file:
        file.writestr("manifest.json", content)
    learned_hash(model)
    assert learned_lessons(model) == {}
    with pytest.raises(KnownError) as caught:
        load(model)
    assert caught.value.code == "A504"


def test_what_unpacks_to_too_much_is_not_unpacked(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert manifest_of(model)["decisions"] == "d" * 64
    with zipfile.ZipFile(model) as file:
        size = file.getinfo("manifest.json").file_size
    monkeypatch.setattr(manifest, "MOST_OF_MANIFEST", size - 1)
    assert manifest_of(model) == {}
    monkeypatch.undo()
    monkeypatch.setattr(manifest, "MOST_BYTES", size)
    assert manifest_of(model) == {}, "all parts together"


def resealed(model: Path, part: str, change: Callable[[Any], None]) -> None:
    """Changes a part of the file, and the hash that it has to have."""
    with zipfile.ZipFile(model) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    value = json.loads(parts[part])
    change(value)
    parts[part] = json.dumps(value).encode()
    head = json.loads(parts["manifest.json"])
    if part != "manifest.json":
        head["parts"][part] = hashlib.sha256(parts[part]).hexdigest()
        parts["manifest.json"] = json.dumps(head).encode()
    with zipfile.ZipFile(model, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)


CHANGES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "a weight that is none": ("state.json", lambda state: state["combiner"]["weights"].update(crf=float("nan"))),
    "a weight without end": ("state.json", lambda state: state["places"]["weights"].update(crf=float("inf"))),
    "a weight too large": ("state.json", lambda state: state["combiner"]["weights"].update(crf=1e300)),
    "a chance that is a text": ("state.json", lambda state: state["layers"]["entities"].update(least="x")),
    "finished articles below none": ("state.json", lambda state: state.update(finished=-1)),
    "a layer less": ("state.json", lambda state: state["layers"].pop("entities")),
    "counts of a string cut off": (
        "state.json", lambda state: state["layers"]["entities"]["memory"]["counts"].update(Homs={"GPE": [1]}),
    ),
    "counts of a string without end": (
        "state.json",
        lambda state: state["layers"]["entities"]["memory"]["counts"].update(Homs={"GPE": [10**400, 0, 0]}),
    ),
    "a label that is none": ("state.json", lambda state: state["layers"]["events"].update(silent=[1])),
    "counts of a word cut off": ("statistics.json", lambda found: found["rows"].update(homs=[])),
    "counts of a word that are none": ("statistics.json", lambda found: found["rows"].update(homs=[0.5] * 9)),
    "decisions that are a number": ("manifest.json", lambda head: head.update(decisions=7)),
    "lessons that are lists": ("manifest.json", lambda head: head.update(lessons={"d1": []})),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_and_hashed_again_is_refused_before_anything_is_computed_with_it(
    model: Path, what: str
) -> None:
    resealed(model, "state.json", lambda _: None)
    load(model)
    resealed(model, *CHANGES[what])
    learned_hash(model), learned_lessons(model)
    with pytest.raises(KnownError, match=r"A504: .* is no learned suggester that can be used: "):
        load(model)


def test_one_that_learned_from_another_annotator_is_none_for_this_one_and_made_anew(model: Path) -> None:
    other = pupil(source="bram")
    assert (learned_hash(model, "bram"), learned_lessons(model, "bram")) == ("", {})
    assert learned_hash(model, "") == learned_hash(model) == "d" * 64
    assert other.update("e" * 64, model) == (["d1"], ["d1"])
    assert learned_hash(model, "bram") == "e" * 64
    assert learned_lessons(model, "") == {}
    assert load(model).source == "bram"


@pytest.mark.parametrize("damage", ["damaged", "of another version", "for another scheme"])
def test_one_that_cannot_be_used_is_made_anew_and_everything_is_to_be_learned_in_depth(
    model: Path, damage: str
) -> None:
    shape = SHAPE
    if damage == "damaged":
        model.write_bytes(model.read_bytes()[:-40])
    elif damage == "of another version":
        with zipfile.ZipFile(model) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        parts["manifest.json"] = json.dumps({**json.loads(parts["manifest.json"]), "format": 1}).encode()
        with zipfile.ZipFile(model, "w") as file:
            for name, part in parts.items():
                file.writestr(name, part)
    else:
        shape = Shape.from_json({**SHAPE.to_json(), "labels": {**SHAPE.to_json()["labels"], "more": ["ONE"]}})
    one = pupil(shape=shape)
    assert one.update("e" * 64, model) == (["d1"], ["d1"])
    assert learned_hash(model) == "e" * 64
    assert load(model).layers["entities"].memory.is_refused("Homs", "GPE")
    assert one.update("e" * 64, model) == ([], []), "it is asked for once"
