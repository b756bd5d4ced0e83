"""The two annotators' versions of the gold documents, where they stand beside the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.agreement.material import Material
from annotator.agreement.report import agreement
from annotator.core.span import Argument, Event, Span
from tests.unit.agreement.desk import article, material

ANNOTATORS = ("anna", "bram")


def spans_of(found: dict[str, Any]) -> list[Span]:
    spans: list[Span] = []
    at: dict[tuple[int, int], str] = {}
    for number, one in enumerate(found["entities"]):
        place = (one["start"], one["end"])
        at[place] = f"s{number}"
        spans.append(Span(at[place], "entities", one["label"], (place,)))
    for one in found["events"]:
        arguments = tuple(Argument(role["role"], at.get((role["start"], role["end"]), "")) for role in one["roles"])
        place = (one["start"], one["end"])
        spans.append(
            Event(one["id"], "events", one["type"], (place,), {"factuality": one["factuality"]}, arguments=arguments)
        )
    return spans


@pytest.fixture(scope="module")
def versions(shared: Path) -> Material:
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}
    found = {
        who: {
            path.stem: spans_of(json.loads(path.read_text("utf-8")))
            for path in sorted((shared / "gold" / "annotators" / who).glob("*.json"))
        }
        for who in ANNOTATORS
    }
    return material(found, [article(name, text) for name, text in texts.items() if name in found["anna"]])


def test_entities(versions: Material) -> None:
    pair = agreement(versions, samples=100)["layers"]["entities"]["pairs"][0]
    same = only_anna = only_bram = 0
    for document in range(len(versions.articles)):
        one, other = (
            {(s.fragments, s.label) for s in versions.reading(who, document).spans if s.layer == "entities"}
            for who in ANNOTATORS
        )
        same, only_anna, only_bram = same + len(one & other), only_anna + len(one - other), only_bram + len(other - one)
    assert pair["exact_f1"]["value"] == pytest.approx(2 * same / (2 * same + only_anna + only_bram))
    assert pair["exact_f1"]["n"] == 2 * same + only_anna + only_bram
    assert pair["exact_f1"]["value"] > 0.9
    assert pair["warnings"]


def test_events(versions: Material) -> None:
    pair = agreement(versions, samples=100)["layers"]["events"]["pairs"][0]
    for figure in (pair["trigger"]["exact_f1"], pair["roles"]["f1"], pair["fillers"]["exact_f1"]):
        assert figure["undefined"] is None
        assert 0.5 < figure["low"] <= figure["value"] <= figure["high"] <= 1
    assert pair["factuality"]["percent"]["n"] <= pair["spans"]["aligned"]
