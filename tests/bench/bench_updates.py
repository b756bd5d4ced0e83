"""How long an update takes by the number of finished documents, as a document is done, and learning in depth.

    python -m tests.bench.bench_updates [--sizes 100,1000] [--depth] [--gold FILE.jsonl …]

Articles of about the length of the seeds, cut from ned.train, scheme conll-nl; the time is that of the worker's task.
With `--gold` native JSONL under conflict-nl, with events and their roles, again and again until there are enough.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any

from annotator.core.document import Document
from annotator.core.text import sha256_of
from annotator.nlp.client import WorkerClient
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer
from annotator.services.lessons import digest_of, shape_of
from annotator.services.schemes import load_builtin
from annotator.services.suggesting import to_payload
from tests.bench.bench_gold import document_of, native
from tests.bench.corpora import CONLL, read_conll

WORDS = 200  # of one article: 15,806 sentences make a thousand
MEASURED = 10  # updates at each size


def lessons() -> list[dict[str, Any]]:
    """The training file in pieces, each with its spans, all of them different texts."""
    made = []
    for article in read_conll(CONLL / "ned.train"):
        whole, first = article.document, 0
        sentences = whole.sentences
        for index, (_, last) in enumerate(sentences):
            words = last - sentences[first][0]
            if words < WORDS and index + 1 < len(sentences):
                continue
            kept = sentences[first : index + 1]
            low, high = whole.tokens.starts[kept[0][0]], whole.tokens.ends[last - 1]
            name = f"{whole.id}-{first}"
            text = f"{' ' * low}{whole.text[low:high]}"  # offsets as they were
            document = Document(name, name, text, sha256_of(text), whole.tokens, kept)
            spans = [
                [f"s{number}", "entities", label, [list(one) for one in place], {}, []]
                for number, (place, label) in enumerate(article.spans)
                if low <= place[0][0] < high
            ]
            decided = {"complete": True, "rejected": [], "spans": spans}
            payload = to_payload(document)
            payload["tokens"] = [one for one in payload["tokens"] if low <= one[0] < high]
            shift = kept[0][0]
            payload["sentences"] = [[a - shift, b - shift] for a, b in kept]
            made.append({**payload, "decided": decided, "digest": digest_of(decided)})
            first = index + 1
    return made


def lessons_of(paths: list[Path], count: int) -> list[dict[str, Any]]:
    """So many of the files' articles, taken again with another last line where they are fewer."""
    tokenizer = make_tokenizer(SETTINGS)
    pairs = native(paths, tokenizer)
    made = []
    for number in range(count):
        document, decided = pairs[number % len(pairs)]
        spans = [
            [one.id, one.layer, one.label, [list(place) for place in one.fragments], dict(one.attributes),
             [list(argument) for argument in one.arguments]]
            for one in decided.spans
        ]  # fmt: skip
        again = document_of(f"{document.id}-{number}", f"{document.text}\n\n{number}", tokenizer)
        value = {"complete": True, "rejected": [], "spans": spans}
        made.append({**to_payload(again), "decided": value, "digest": digest_of(value)})
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000")
    parser.add_argument("--depth", action="store_true")
    parser.add_argument("--gold", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    scheme = "conflict-nl" if options.gold else "conll-nl"
    ready = lessons_of(options.gold, max(sizes)) if options.gold else lessons()
    with tempfile.TemporaryDirectory() as folder, WorkerClient() as client:
        for size in sizes:
            begin = {"model": str(Path(folder) / f"model-{size}"), "shape": shape_of(load_builtin(scheme)), "names": {}}
            measure(client, ready, size, begin, has_depth=options.depth)


def measure(
    client: WorkerClient, ready: list[dict[str, Any]], size: int, begin: dict[str, Any], *, has_depth: bool
) -> None:
    known, model = ready[:size], Path(begin["model"])

    def sync(count: int) -> None:
        client.call("learn_sync", {**begin, "documents": {one["id"]: one["digest"] for one in ready[:count]}})

    sync(size - MEASURED)
    for first in range(0, size - MEASURED, 50):
        part = known[first : min(first + 50, size - MEASURED)]
        client.call("learn_documents", {"model": str(model), "documents": part})
    if has_depth:
        started = time.monotonic()
        client.call("learn_deep", {"model": str(model), "decisions": "deep", "curve": False}, timeout=3600)
        print(f"{size - MEASURED:>5} documents in depth: {time.monotonic() - started:.1f} s", flush=True)
    client.call("learn_update", {"model": str(model), "decisions": "before"}, timeout=3600)
    took = []
    for number in range(size - MEASURED, size):
        sync(number + 1)
        started = time.monotonic()
        client.call("learn_documents", {"model": str(model), "documents": [ready[number]]})
        client.call("learn_update", {"model": str(model), "decisions": str(number)})
        took.append(time.monotonic() - started)
    print(
        f"{size:>5} documents, an update: median {sorted(took)[len(took) // 2]:.2f} s, most {max(took):.2f} s,"
        f" model {model.stat().st_size / 1e6:.1f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
