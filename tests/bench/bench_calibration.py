"""How well scores say how often suggestions are right, on documents that were never learned from.

    python -m tests.bench.bench_calibration [--sizes 25,50,100,200] [--tested 80] [--first 0]

Whole articles of ned.train, scheme conll-nl: so many are learned from in depth, the next ones are suggested.
Prints the expected calibration error of what is shown, as the report foretold it and as it turned out, and its bins.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from annotator.nlp.client import WorkerClient
from annotator.nlp.worker.learned.combiner import reliability
from annotator.services.lessons import digest_of, shape_of
from annotator.services.schemes import load_builtin
from annotator.services.suggesting import to_payload
from tests.bench.corpora import CONLL, Article, read_conll


def lesson_of(article: Article) -> dict[str, Any]:
    """An article with its spans, as the worker takes it."""
    spans = [
        [f"s{number}", "entities", label, [list(one) for one in place], {}, []]
        for number, (place, label) in enumerate(article.spans)
    ]
    decided = {"complete": True, "rejected": [], "spans": spans}
    return {**to_payload(article.document), "decided": decided, "digest": digest_of(decided)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="25,50,100,200")
    parser.add_argument("--tested", type=int, default=80)
    parser.add_argument("--first", type=int, default=0, help="articles of ned.train that are left out before")
    options = parser.parse_args()
    ready = [lesson_of(article) for article in read_conll(CONLL / "ned.train")[options.first :]]
    shape = shape_of(load_builtin("conll-nl"))
    with tempfile.TemporaryDirectory() as folder, WorkerClient() as client:
        for size in map(int, options.sizes.split(",")):
            model = str(Path(folder) / f"model-{size}")
            known, tested = ready[:size], ready[size : size + options.tested]
            documents = {one["id"]: one["digest"] for one in known}
            client.call("learn_sync", {"model": model, "shape": shape, "names": {}, "documents": documents})
            client.call("learn_documents", {"model": model, "documents": known})
            report = client.call("learn_deep", {"model": model, "decisions": "d", "curve": False})["report"]
            plain = [{key: one[key] for key in one if key not in ("decided", "digest")} for one in tested]
            payload = {
                "documents": plain, "with": ["learned"], "names": {}, "model": model, "labels": shape["labels"],
            }  # fmt: skip
            scored, there = [], 0
            for one, answer in zip(tested, client.call("suggest", payload)["documents"], strict=True):
                gold = {(label, str(place)) for _, _, label, place, _, _ in one["decided"]["spans"]}
                there += len(gold)
                scored += [(s["score"], (s["label"], str(s["fragments"])) in gold) for s in answer["suggestions"]]
            error, bins = reliability(scored)
            right = sum(is_right for _, is_right in scored)
            print(
                f"{size:>4} documents: ECE {error:.3f} (foretold {report['layers']['entities']['ece']:.3f}),"
                f" F1 {200 * right / (len(scored) + there):.1f}, {len(scored)} suggestions: "
                + "  ".join(f"{one.score:.2f}→{one.right:.2f} ({one.count})" for one in bins),
                flush=True,
            )


if __name__ == "__main__":
    main()
