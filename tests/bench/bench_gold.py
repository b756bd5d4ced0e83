"""Whether the learned suggester improves on the rules alone, each article suggested by one that never saw it.

    python -m tests.bench.bench_gold [FILE.jsonl|FOLDER …] [--folds N] [--known FILE.jsonl …] [--deprived SEED]

Native JSONL with finished annotation, or folders of marked articles as in tests/gold; without files the samples in
seeds/gold and the articles of ../shared/gold.
With folds (default: as many as articles) the articles of each fold are suggested by what was learned from the others;
with one fold nothing is learned, and the rows are those of the rules alone.
`--deprived` takes from the rules, by a lot of that seed, 5 % of the names and 14 % of the entries for triggers, and
gives 3 and 6 % more wrong labels: what learning mends where the lexicons suit the articles less well than these.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from pathlib import Path

from annotator.core.document import Document
from annotator.core.header import find_regions
from annotator.core.suggestion import suggestion_id
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.nlp.worker.entities import merge, suggest_entities, survey
from annotator.nlp.worker.events import suggest_events
from annotator.nlp.worker.learned.lessons import NOTHING, Decided, Known, Shape, prepare
from annotator.nlp.worker.learned.suggester import Suggester
from annotator.nlp.worker.learned.training import Material, learn
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer, token_ranges
from annotator.services.lessons import shape_of
from annotator.services.schemes import load_builtin
from tests.bench.corpora import read_native

ROOT = Path(__file__).resolve().parents[2]


def document_of(name: str, text: str, tokenizer) -> Document:
    tokens = Tokens(token_ranges(tokenizer, text))
    return Document(name, "", text, sha256_of(text), tokens, sentences_of(text, tokens), find_regions(text))


def native(paths: list[Path], tokenizer) -> list[tuple[Document, Decided]]:
    pairs = []
    for value in read_native(paths):
        spans = [
            Known(one["id"], one["layer"], one["label"], fragments_of(one), one.get("attributes", {}))
            for one in value["spans"]
        ]
        spans += [
            Known(
                one["id"], one["layer"], one["type"], fragments_of(one),
                {"factuality": "ASSERTED", **one["attributes"]},
                tuple((each["role"], each["span"]) for each in one.get("arguments", ())),
            )
            for one in value.get("events", ())
        ]  # fmt: skip
        pairs.append((document_of(value["id"], value["text"], tokenizer), Decided(tuple(spans), (), True)))
    return pairs


def fragments_of(value) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in value["fragments"])


def shared(tokenizer) -> list[tuple[Document, Decided]]:
    """The adjudicated articles, whose events keep only their first fragment."""
    pairs = []
    folder = ROOT.parent / "shared"
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (folder / "seeds" / f"{gold['doc']}.txt").read_bytes().decode("utf-8")
        spans = [
            Known(f"s{number}", "entities", one["label"], ((one["start"], one["end"]),), {})
            for number, one in enumerate(gold["entities"])
        ]
        ids = {one.fragments[0]: one.id for one in spans}
        spans += [
            Known(
                f"e{number}", "events", one["type"], ((one["start"], one["end"]),),
                {"factuality": one["factuality"]},
                tuple((r["role"], ids[r["start"], r["end"]]) for r in one["roles"] if (r["start"], r["end"]) in ids),
            )
            for number, one in enumerate(gold["events"])
        ]  # fmt: skip
        pairs.append((document_of(gold["doc"], text, tokenizer), Decided(tuple(spans), (), True)))
    return pairs


def deprived(document: Document, found, shape: Shape, seed: str, *, share: int, wrong: int):
    """The rules' finds without so many in a hundred strings or entries, and with other labels for so many more."""

    def lot(key: str, below: int) -> int:
        return int(hashlib.md5(f"{seed}|{key}".encode()).hexdigest(), 16) % below

    kept = []
    for one in found:
        key = one.provenance.rule.split(":")[-1] if one.is_event else document.text[one.start : one.end]
        number, labels = lot(key, 100), sorted(shape.labels[one.layer])
        if number < share:
            continue
        if number < share + wrong and one.label in labels:
            other = labels[(labels.index(one.label) + 1 + lot(f"{key}x", len(labels) - 1)) % len(labels)]
            id = suggestion_id(document.sha256, one.layer, other, one.fragments)
            one = one._replace(label=other, id=id)
        kept.append(one)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--known", nargs="*", type=Path, default=[], help="further files, learned from in every fold")
    parser.add_argument("--deprived", help="a seed")
    options = parser.parse_args()
    tokenizer = make_tokenizer(SETTINGS)
    if options.files:
        pairs = native(options.files, tokenizer)
    else:
        pairs = native(sorted((ROOT / "seeds" / "gold").glob("*.jsonl")), tokenizer) + shared(tokenizer)
    shape = Shape.from_json(shape_of(load_builtin("conflict-nl")))
    more = native(options.known, tokenizer)
    names = merge([survey(document) for document, _ in (*pairs, *more)])
    prepared, blank = [], []
    for document, decided in (*pairs, *more):
        entities = suggest_entities(document, names)
        if options.deprived:
            entities = deprived(document, entities, shape, options.deprived, share=5, wrong=3)
        events = suggest_events(document, entities)
        if options.deprived:
            events = deprived(document, events, shape, options.deprived, share=14, wrong=6)
        prepared.append(prepare(document, shape, entities, events, decided))
        blank.append(prepare(document, shape, entities, events, NOTHING))
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    folds = options.folds or len(pairs)
    if folds == 1:
        for index in range(len(pairs)):
            count(counts, "rules", prepared[index].decided, blank[index].ruled)
    for fold in range(folds if folds > 1 else 0):
        tested = range(fold, len(pairs), folds)
        known = [one for index, one in enumerate(prepared) if index % folds != fold or index >= len(pairs)]
        learned, _ = learn(Material(shape, known, unfinished=[blank[index] for index in tested]))
        suggester = Suggester(learned)
        for index in tested:
            shown, _ = suggester.suggest(blank[index])
            for who, found in (("rules", blank[index].ruled), ("learned", shown)):
                count(counts, who, prepared[index].decided, found)
    for (layer, who), (right, proposed, existing) in sorted(counts.items()):
        print(
            f"{layer:>9} {who:>8}: P {right / max(1, proposed):.3f} R {right / max(1, existing):.3f}"
            f" F1 {2 * right / max(1, proposed + existing):.3f} ({existing} in {len(pairs)} articles)"
        )


def count(counts, who: str, decided: Decided, found) -> None:
    """Entities by place and label, triggers by the start of their first fragment and type, factuality of those met."""
    for layer in ("entities", "events"):
        start_only = layer == "events"
        gold = {
            (one.fragments[0][0] if start_only else one.fragments, one.label)
            for one in decided.spans
            if one.layer == layer
        }
        mine = {
            (one.fragments[0][0] if start_only else one.fragments, one.label) for one in found if one.layer == layer
        }
        row = counts[layer, who]
        row[0], row[1], row[2] = row[0] + len(gold & mine), row[1] + len(mine), row[2] + len(gold)
    values = {
        (one.fragments[0][0], one.label): one.attributes["factuality"] for one in decided.spans if one.layer == "events"
    }
    met = [one for one in found if one.layer == "events" and (one.start, one.label) in values]
    row = counts["factuality", who]
    row[0] += sum(one.attributes.get("factuality") == values[one.start, one.label] for one in met)
    row[1], row[2] = row[1] + len(met), row[2] + len(met)
    spans = {one.id: one.fragments for one in (*decided.spans, *found)}
    gold_roles = {
        (one.fragments[0][0], one.label, role, spans[filler])
        for one in decided.spans if one.layer == "events" for role, filler in one.arguments if filler in spans
    }  # fmt: skip
    if gold_roles:
        roles = {
            (one.start, one.label, each.role, spans[each.span])
            for one in found if one.layer == "events" for each in one.arguments if each.span in spans
        }  # fmt: skip
        row = counts["roles", who]
        row[0], row[1], row[2] = row[0] + len(gold_roles & roles), row[1] + len(roles), row[2] + len(gold_roles)


if __name__ == "__main__":
    main()
