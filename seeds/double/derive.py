"""Derives two annotators' versions of four sample articles from their gold, with the slips that annotators make.

Run from the project's root: python seeds/double/derive.py. The seed is fixed, so the files come out the same.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[1]
ARTICLES = (
    "01-luchtaanvallen-idlib",
    "06-strijd-om-hodeida",
    "08-bomaanslag-kaboel-gevechten-kunduz",
    "10-belegering-el-fasher-darfur",
)
# How often each annotator slips: Anna is quick with edges, Bram passes things over.
HABITS = {
    "anna": {"miss": 0.03, "edge": 0.09, "label": 0.04, "type": 0.06, "factuality": 0.07, "role": 0.06, "extra": 2},
    "bram": {"miss": 0.10, "edge": 0.03, "label": 0.05, "type": 0.05, "factuality": 0.12, "role": 0.12, "extra": 1},
}
LABELS = {
    "ORG": "NORP", "NORP": "ORG", "GPE": "LOC", "LOC": "GPE", "FAC": "LOC", "DATE": "DURATION", "DURATION": "DATE",
    "WEAPON": "VEHICLE", "VEHICLE": "WEAPON", "TIME": "DATE", "QUANTITY": "CARDINAL",
}  # fmt: skip
TYPES = {
    "ATTACK": "AIRSTRIKE", "AIRSTRIKE": "BOMBING", "BOMBING": "ATTACK", "CAPTURE": "ADVANCE", "ADVANCE": "ATTACK",
    "RETREAT": "DISPLACEMENT", "DISPLACEMENT": "RETREAT", "KILLING": "ATTACK", "SIEGE": "ATTACK",
}  # fmt: skip
FACTUALITY = {"ASSERTED": "REPORTED", "REPORTED": "ASSERTED", "POSSIBLE": "REPORTED", "NEGATED": "POSSIBLE"}
# What the guidelines leave unlabelled, and annotators label all the same.
TEMPTING = {
    "rebellen": "NORP", "burgers": "NORP", "het leger": "ORG", "de regering": "ORG", "strijders": "NORP",
    "milities": "ORG", "hulporganisaties": "ORG", "de hoofdstad": "GPE", "inwoners": "NORP",
}  # fmt: skip


def version(gold: dict[str, Any], name: str) -> dict[str, Any]:
    """The gold line as the annotator would have made it."""
    dice = random.Random(f"{name} {gold['id']}")
    habits = HABITS[name]
    text = gold["text"]
    spans, new_ids = [], {}
    for span in gold["spans"]:
        if dice.random() < habits["miss"]:
            continue
        made = dict(span, id=f"{name[0]}{len(spans) + 1}", origin="added")
        if dice.random() < habits["edge"]:
            made["fragments"] = shorter(made["fragments"], text)
        if dice.random() < habits["label"]:
            made["label"] = LABELS.get(made["label"], made["label"])
        new_ids[span["id"]] = made["id"]
        spans.append(made)
    spans += extras(gold, spans, dice, habits["extra"], name)
    events = []
    for event in gold["events"]:
        if dice.random() < habits["miss"] * 1.5:
            continue
        made = dict(event, id=f"{name[0]}e{len(events) + 1}", origin="added", attributes=dict(event["attributes"]))
        if len(made["fragments"]) > 1 and dice.random() < 0.15:
            made["fragments"] = made["fragments"][:1]
        if dice.random() < habits["type"]:
            made["type"] = TYPES.get(made["type"], made["type"])
        if dice.random() < habits["factuality"]:
            made["attributes"]["factuality"] = FACTUALITY[made["attributes"]["factuality"]]
        made["arguments"] = [
            {"role": one["role"], "span": new_ids[one["span"]]}
            for one in event["arguments"]
            if one["span"] in new_ids and dice.random() >= habits["role"]
        ]
        events.append(made)
    for one in (*spans, *events):
        one["text"] = " … ".join(text[start:end] for start, end in one["fragments"])
    return {
        **{key: gold[key] for key in ("id", "title", "text", "meta", "sha256")},
        "annotator": name,
        "status": "done",
        "spans": sorted(spans, key=lambda one: one["fragments"]),
        "events": sorted(events, key=lambda one: one["fragments"]),
    }


def shorter(fragments: list[list[int]], text: str) -> list[list[int]]:
    """The fragments without their first word, where there is more than one."""
    (start, end), *rest = fragments
    word, _, others = text[start:end].partition(" ")
    return [[start + len(word) + 1, end], *rest] if others else fragments


def extras(
    gold: dict[str, Any], spans: list[dict[str, Any]], dice: random.Random, most: int, name: str
) -> list[dict[str, Any]]:
    """A few spans on words that the guidelines leave alone."""
    places = []
    for words, label in TEMPTING.items():
        found = re.search(rf"\b{words}\b", gold["text"])
        if found is None:
            continue
        start, end = found.span()
        if all(end <= a or b <= start for one in (*spans, *gold["spans"]) for a, b in one["fragments"]):
            places.append((start, end, label))
    chosen = dice.sample(places, min(most, len(places)))
    return [
        {
            "id": f"{name[0]}x{number}", "layer": "entities", "label": label, "fragments": [[start, end]],
            "attributes": {}, "origin": "added",
        }
        for number, (start, end, label) in enumerate(sorted(chosen), start=1)
    ]  # fmt: skip


def main() -> None:
    """Writes a file for each annotator beside this one."""
    for name in HABITS:
        lines = []
        for article in ARTICLES:
            gold = json.loads((SEEDS / "gold" / f"{article}.jsonl").read_text("utf-8"))
            lines.append(json.dumps(version(gold, name), ensure_ascii=False) + "\n")
        (Path(__file__).parent / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
