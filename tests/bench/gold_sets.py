"""How well the rules do on the sets of tests/gold, each by a writer of its own.

    python -m tests.bench.gold_sets [--write] [SET …]

F1 of entities, event triggers, factuality of the triggers found, and roles, counted as bench_gold counts. `--write`
keeps them in tests/gold/figures.json, which a test holds the rules to.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from annotator.nlp.worker.entities import merge, suggest_entities, survey
from annotator.nlp.worker.events import suggest_events
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer
from tests.bench.bench_gold import count, native

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
FIGURES = GOLD / "figures.json"
LAYERS = ("entities", "events", "factuality", "roles")


def sets() -> list[str]:
    """The names of the sets, in the order they were written."""
    return sorted(one.name for one in GOLD.iterdir() if one.is_dir())


def figures_of(name: str) -> dict[str, float]:
    """F1 by layer of the rules alone on one set; names of the samples in seeds/gold are known, as in a project."""
    tokenizer = make_tokenizer(SETTINGS)
    pairs = native([GOLD / name], tokenizer)
    samples = native(sorted((ROOT / "seeds" / "gold").glob("*.jsonl")), tokenizer)
    names = merge([survey(document) for document, _ in (*pairs, *samples)])
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for document, decided in pairs:
        entities = suggest_entities(document, names)
        count(counts, "rules", decided, [*entities, *suggest_events(document, entities)])
    return {layer: round(_f1(*counts[layer, "rules"]), 3) for layer in LAYERS}


def _f1(right: int, proposed: int, existing: int) -> float:
    return 2 * right / max(1, proposed + existing)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = {}
    print("set   " + "  ".join(f"{layer:>10}" for layer in LAYERS))
    for name in options.sets or sets():
        found[name] = figures_of(name)
        print(f"{name:<6}" + "  ".join(f"{found[name][layer]:>10.3f}" for layer in LAYERS), flush=True)
    if options.write:
        known = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
        FIGURES.write_text(json.dumps({**known, **found}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
