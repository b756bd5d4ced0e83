"""What annotating costs while suggestions learn: a perfect annotator on CoNLL-2002 testa, from nothing.

    python -m tests.bench.bench_simulation [--file FILE] [--documents N] [--out FILE.json]

Tokens as given, scheme conll-nl. Actions are those of docs/learning.md; without suggestions a span takes two.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from annotator.core.span import Span
from annotator.nlp.client import WorkerClient
from annotator.services.schemes import load_builtin
from annotator.services.simulating import Finished, work_through
from tests.bench.corpora import CONLL, read_conll


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, default=CONLL / "ned.testa")
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    work = [
        Finished(
            one.document,
            tuple(Span(f"s{n}", "entities", label, place) for n, (place, label) in enumerate(one.spans)),
        )
        for one in read_conll(options.file)[: options.documents]
    ]
    started = time.monotonic()
    with WorkerClient() as client:
        report = work_through(load_builtin("conll-nl"), work, client.call)
    for row in report["points"]:
        known = row["suggesters"]
        shares = "  ".join(
            f"{name} P {known[name]['precision']:.2f} R {known[name]['recall']:.2f}" for name in report["names"]
        )
        print(
            f"{row['first']:>4}-{row['last']:<4} {row['spans']:>5} spans: {row['actions_per_span']:.2f} actions a span"
            f" ({row['one_by_one_per_span']:.2f} one by one)  {shares}"
        )
    print(f"all: {report['actions_per_span']:.3f}; updates: {report['updates']}; {time.monotonic() - started:.0f} s")
    if options.out:
        options.out.write_text(json.dumps(report, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
