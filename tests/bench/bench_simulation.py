"""What annotating costs while suggestions learn: a perfect annotator on CoNLL-2002 testa, from nothing.

    python -m tests.bench.bench_simulation [--file FILE] [--first N] [--documents N] [--orders N] [--seed N]
                                           [--out FILE.json]

Tokens as given, scheme conll-nl. Actions are those of docs/learning.md; without suggestions a span takes two.
`--orders` draws so many orders by lot in place of the file's own, and gives the cost by position beside that of the
rules alone and of string memory, and the slope with each document compared with itself.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from annotator.core.span import Span
from annotator.nlp.client import WorkerClient
from annotator.services.schemes import load_builtin
from annotator.services.simulated_orders import work_in_orders
from annotator.services.simulating import Finished, Settings, work_through
from tests.bench.corpora import CONLL, read_conll


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, default=CONLL / "ned.testa")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--orders", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    work = [
        Finished(
            one.document,
            tuple(Span(f"s{n}", "entities", label, place) for n, (place, label) in enumerate(one.spans)),
        )
        for one in read_conll(options.file)[options.first :][: options.documents]
    ]
    started = time.monotonic()
    with WorkerClient() as client:
        scheme, settings = load_builtin("conll-nl"), Settings(seed=options.seed)
        if options.orders:
            report = work_in_orders(scheme, work, client.call, settings, orders=options.orders)
            say_orders(report)
        else:
            report = work_through(scheme, work, client.call, settings)
            say_order(report)
    print(f"{time.monotonic() - started:.0f} s by the clock")
    if options.out:
        options.out.write_text(json.dumps(report, indent=1), encoding="utf-8")


def say_orders(report) -> None:
    for row in report["points"]:
        costs = "  ".join(f"{name} {cost:.3f}" for name, cost in row["actions_per_span"].items())
        print(f"{row['first']:>4}-{row['last']:<4} {row['spans']:>6} spans, actions a span: {costs}")
    for name, found in report["slopes"].items():
        beside = report["against_rules"][name]
        print(
            f"{name:>8}: {report['later'][name]:.3f} from document 21 on; each ten documents more"
            f" {found['per_ten']:+.4f} (95 % {found['low']:+.4f} to {found['high']:+.4f}),"
            f" against the rules in the same articles {beside['per_ten']:+.4f} ({beside['low']:+.4f} to"
            f" {beside['high']:+.4f})"
        )
    for seed, run in zip(report["seeds"], report["runs"], strict=True):
        costs = " ".join(f"{row['actions_per_span']:.2f}" for row in run["points"])
        print(f"seed {seed}: {run['actions_per_span']:.3f}, by tens {costs}; updates {run['updates']}")


def say_order(report) -> None:
    for row in report["points"]:
        known = row["suggesters"]
        shares = "  ".join(
            f"{name} P {known[name]['precision']:.2f} R {known[name]['recall']:.2f}" for name in report["names"]
        )
        print(
            f"{row['first']:>4}-{row['last']:<4} {row['spans']:>5} spans: {row['actions_per_span']:.2f} actions a span"
            f" ({row['one_by_one_per_span']:.2f} one by one)  {shares}"
        )
    print(f"all: {report['actions_per_span']:.3f}; updates: {report['updates']}")


if __name__ == "__main__":
    main()
