"""How well scores say how often suggestions are right, on documents that were never learned from.

    python -m tests.bench.bench_calibration [--sizes 25,50,100,200] [--tested 80] [--first 0] [--lot SEED] [--loaded]
                                            [--gold]

Whole articles of ned.train, scheme conll-nl (`--gold`: the sets of tests/gold, scheme conflict-nl): so many are learned
from in depth, the next ones are suggested, in the file's order or in one drawn by lot. They come in after the learning,
or, with `--loaded`, their texts stood in the project before it, as names and words that it has heard of.
Prints by layer the expected calibration error of what is shown, as the report foretold it and as it turned out, what
it would be by chance alone if each score were right, F1, and its bins.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.nlp.client import WorkerClient
from annotator.nlp.worker.learned.combiner import BINS, reliability
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer
from annotator.services.lessons import digest_of, shape_of
from annotator.services.schemes import load_builtin
from annotator.services.suggesting import to_payload
from tests.bench.bench_gold import native
from tests.bench.corpora import CONLL, Article, read_conll
from tests.bench.gold_sets import GOLD, sets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Scored = tuple[float, bool]


def lesson_of(article: Article) -> dict[str, Any]:
    """An article with its spans, as the worker takes it."""
    spans = [
        [f"s{number}", "entities", label, [list(one) for one in place], {}, []]
        for number, (place, label) in enumerate(article.spans)
    ]
    decided = {"complete": True, "rejected": [], "spans": spans}
    return {**to_payload(article.document), "decided": decided, "digest": digest_of(decided)}


def gold_lessons() -> list[dict[str, Any]]:
    """The articles of tests/gold with their spans and events."""
    made = []
    for document, known in native([GOLD / name for name in sets()], make_tokenizer(SETTINGS)):
        spans = [
            [one.id, one.layer, one.label, [list(place) for place in one.fragments], dict(one.attributes),
             [list(argument) for argument in one.arguments]]
            for one in known.spans
        ]  # fmt: skip
        decided = {"complete": True, "rejected": [], "spans": spans}
        made.append({**to_payload(document), "decided": decided, "digest": digest_of(decided)})
    return made


def by_chance(scored: Sequence[Scored]) -> float:
    """About the calibration error where each is right as often as its score says, and none because another is.

    In each bin the count of right ones is then about normal, and its mean distance from what is expected is
    sqrt(2 / pi) of its standard deviation. Names come in bursts, so twice as much is still nothing to be sure of.
    """
    spread = [0.0] * BINS
    for score, _ in scored:
        spread[min(BINS - 1, int(score * BINS))] += score * (1 - score)
    return sum(math.sqrt(2 / math.pi * one) for one in spread) / max(1, len(scored))


def judged(
    call: Callable[..., Any], model: str, shape: dict[str, Any], known: list[dict[str, Any]],
    tested: list[dict[str, Any]], *, is_loaded: bool,
) -> tuple[dict[str, Any], dict[str, list[Scored]], dict[str, int]]:  # fmt: skip
    """What the report foretold; by layer each score shown and whether it was right, and how many spans there are."""
    plain = [{key: one[key] for key in one if key not in ("decided", "digest")} for one in tested]
    texts = [{**one, "decided": None, "digest": ""} for one in plain] if is_loaded else []
    names = call("survey", {"documents": [*known, *texts], "names": {}})["names"] if is_loaded else {}
    documents = {one["id"]: one["digest"] for one in (*known, *texts)}
    call("learn_sync", {"model": model, "shape": shape, "names": names, "documents": documents})
    call("learn_documents", {"model": model, "documents": [*known, *texts]})
    report = call("learn_deep", {"model": model, "decisions": "d", "curve": False})["report"]
    payload = {"documents": plain, "with": ["learned"], "names": names, "model": model, "labels": shape["labels"]}
    scored: dict[str, list[Scored]] = defaultdict(list)
    there: dict[str, int] = defaultdict(int)
    for one, answer in zip(tested, call("suggest", payload)["documents"], strict=True):
        gold = {(layer, label, str(place)) for _, layer, label, place, _, _ in one["decided"]["spans"]}
        for layer, _, _ in gold:
            there[layer] += 1
        for s in answer["suggestions"]:
            label = s["label"]
            scored[s["layer"]].append((s["score"], (s["layer"], label, str(s["fragments"])) in gold))
    return report, scored, there


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="25,50,100,200")
    parser.add_argument("--tested", type=int, default=80)
    parser.add_argument("--first", type=int, default=0, help="articles that are left out before")
    parser.add_argument("--lot", type=int, default=0, help="a seed: their order is drawn by lot")
    parser.add_argument("--loaded", action="store_true", help="texts of what is suggested stood in the project before")
    parser.add_argument("--gold", action="store_true", help="the sets of tests/gold")
    options = parser.parse_args()
    ready = gold_lessons() if options.gold else [lesson_of(one) for one in read_conll(CONLL / "ned.train")]
    if options.lot:
        random.Random(options.lot).shuffle(ready)
    ready = ready[options.first :]
    shape = shape_of(load_builtin("conflict-nl" if options.gold else "conll-nl"))
    with tempfile.TemporaryDirectory() as folder, WorkerClient() as client:
        for size in map(int, options.sizes.split(",")):
            report, scored, there = judged(
                client.call, str(Path(folder) / f"model-{size}"), shape, ready[:size],
                ready[size : size + options.tested], is_loaded=options.loaded,
            )  # fmt: skip
            for layer, found in sorted(scored.items()):
                error, bins = reliability(found)
                right = sum(is_right for _, is_right in found)
                print(
                    f"{size:>4} documents, {layer}: ECE {error:.3f} (foretold {report['layers'][layer]['ece']:.3f},"
                    f" by chance {by_chance(found):.3f}), F1 {200 * right / (len(found) + there[layer]):.1f},"
                    f" {len(found)} suggestions: "
                    + "  ".join(f"{one.score:.2f}→{one.right:.2f} ({one.count})" for one in bins),
                    flush=True,
                )


if __name__ == "__main__":
    main()
