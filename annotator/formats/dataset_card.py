"""The card of a data set: what `datasets` reads at its head, and counts, sources and terms for people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator import __version__
from annotator.core.text import counted
from annotator.formats import carrying

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.formats.records import ExportedDocument, ExportOptions


SPREAD = {
    "label": "each split with its share of every label",
    "date": "each split with its share of every month",
    "none": "by chance",
}


@dataclass(slots=True)
class Card:
    """Counts what is written, document by document, and says it in Markdown; `splits` names them as `datasets` does."""

    options: ExportOptions
    splits: Mapping[str, str]
    documents: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    tokens: Counter[str] = field(default_factory=Counter)
    labels: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # layer, label, split
    origins: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    annotators: set[str] = field(default_factory=set)
    sources: Counter[str] = field(default_factory=Counter)
    rejected: carrying.NotTaken = field(default_factory=carrying.NotTaken)

    def take(self, document: ExportedDocument, split: str, row: Mapping[str, Any]) -> None:
        """Counts a document and the row that was made of it."""
        self.documents[split] += 1
        self.done[split] += document.status == "done"
        self.tokens[split] += len(row["tokens"])
        self.labels.update((span.layer, span.label, split) for span in document.spans)
        self.origins.update(span.origin for span in document.spans)
        self.statuses[document.status] += 1
        self.annotators.add(document.annotator)
        self.rejected.take(document)
        source = document.meta.get("source")
        self.sources[str(source[0] if isinstance(source, list) and source else source or "not known")] += 1

    def notes(self) -> Iterator[str]:
        """What the report should say."""
        undone = self.documents.total() - self.done.total()
        if undone:
            yield (
                "1 document is not done: an O in its tags may be undecided (--only-done leaves it out)"
                if undone == 1
                else f"{undone} documents are not done: an O in their tags may be undecided "
                "(--only-done leaves them out)"
            )
        yield "the licence field of README.md says “unknown”: fill in the terms of the articles before you share it"

    def text(self) -> str:
        """The whole card."""
        return "\n".join([*self._head(), *self._counts(), *self._labels(), *self._provenance(), *self._use(), ""])

    def _head(self) -> Iterator[str]:
        yield "---"
        yield f"language:\n- {self.options.language}"
        yield "license: unknown"
        yield "task_categories:\n- token-classification"
        yield "annotations_creators:\n- expert-generated"
        yield "configs:\n- config_name: default\n  data_files:"
        for name in self.splits.values():
            yield f"  - split: {name}\n    path: data/{name}-*.parquet"
        yield "---\n"
        scheme = self.options.scheme or "(none)"
        yield f"# Annotated articles, scheme {scheme}\n"
        articles = counted(self.documents.total(), "article")
        yield f"{articles} with {sum(self.labels.values())} spans and events, made by annotator {__version__}.\n"

    def _counts(self) -> Iterator[str]:
        yield "## Counts\n"
        yield "| split | articles | done | tokens | spans and events |\n|---|---:|---:|---:|---:|"
        for split, name in self.splits.items():
            spans = sum(count for (_, _, where), count in self.labels.items() if where == split)
            yield f"| {name} | {self.documents[split]} | {self.done[split]} | {self.tokens[split]} | {spans} |"
        yield (
            f"\nThe split is by article, near copies together, {SPREAD[self.options.spread]}; what that leaves open "
            f"is drawn from the text's hash and the seed {self.options.seed}. Articles that are not done are for "
            "training alone.\n"
        )

    def _labels(self) -> Iterator[str]:
        yield "## Labels\n"
        names = list(self.splits.values())
        yield f"| layer | label | {' | '.join(names)} |\n|---|---|{'---:|' * len(names)}"
        for layer, label in sorted({(layer, label) for layer, label, _ in self.labels}):
            counts = " | ".join(str(self.labels[layer, label, split]) for split in self.splits)
            yield f"| {_cell(layer)} | {_cell(label)} | {counts} |"
        yield ""

    def _provenance(self) -> Iterator[str]:
        yield "## Where it comes from\n"
        yield f"- decided by: {', '.join(map(_cell, sorted(self.annotators))) or 'nobody'}"
        yield f"- status of the articles: {_counted(self.statuses)}"
        yield f"- how the spans came to be: {_counted(self.origins)}; rejected suggestions: {self.rejected.suggestions}"
        if self.rejected.versions:
            yield f"- versions of annotators that were not taken: {self.rejected.versions}"
        yield f"- sources of the articles: {_counted(self.sources, most=20)}"
        yield ""
        yield from self._agreement()
        yield "## Licence\n"
        yield (
            "Unknown: this program does not know the terms of the articles. Fill in the field `license` above, "
            "and this section, before you share the data.\n"
        )

    def _agreement(self) -> Iterator[str]:
        """The measures between each two annotators, as far as two have finished the same articles."""
        yield "## Agreement\n"
        measured = self.options.agreement() if self.options.agreement is not None else None
        if measured is None:
            yield "Not measured: no two annotators have finished the same articles.\n"
            return
        yield (
            f"Of {', '.join(map(_cell, measured['annotators']))} on {measured['documents']} articles that two or more "
            "finished; in brackets the 95 % interval, from articles drawn again.\n"
        )
        yield "| layer | annotators | articles | found, F1 | exact, F1 | kappa | alpha |"
        yield "|---|---|---:|---|---|---|---|"
        for layer, figures in measured["layers"].items():
            for pair in figures.get("pairs", ()):
                names = f"{_cell(pair['a'])}, {_cell(pair['b'])}"
                scores = " | ".join(_score(pair.get(name)) for name in ("found_f1", "exact_f1", "kappa", "alpha"))
                yield f"| {_cell(layer)} | {names} | {pair['documents']} | {scores} |"
        yield ""
        for warning in measured.get("warnings", ()):
            yield f"- {warning}"
        yield "\nFound: places whatever their label. Exact: places with their label. Kappa and alpha: labels alone.\n"

    @staticmethod
    def _use() -> Iterator[str]:
        yield "## Use\n"
        yield '    from datasets import load_dataset\n    data = load_dataset("PATH/OF/THIS/FOLDER")\n'
        yield (
            "A row is an article. `spans` and `events` hold everything, with places as `fragments` (code points, end "
            "not included), attributes, and where each came from; `arguments` of events name ids of `spans`. "
            "`tokens`, with `token_starts` and `token_ends`, are words; `…_tags` are IOB2 tags of a layer, of the "
            "spans that sit on tokens. `meta` is JSON."
        )


def _counted(counts: Counter[str], *, most: int = 10) -> str:
    shown = ", ".join(f"{_cell(name)} {count}" for name, count in counts.most_common(most))
    return f"{shown or 'none'}{' …' if len(counts) > most else ''}"


def _score(score: Mapping[str, Any] | None) -> str:
    """A figure with its interval; a dash where it is not defined."""
    if not score or score.get("value") is None:
        return "–"
    low, high = score.get("low"), score.get("high")
    return f"{score['value']:.2f}" + (f" ({low:.2f}–{high:.2f})" if low is not None and high is not None else "")


def _cell(text: str) -> str:
    """A name in a cell of a table or in a line: no line ends, no bars, no markup."""
    shown = " ".join(text.split())[:100]
    return "".join(f"\\{one}" if one in "\\`*_{}[]<>|#" else one for one in shown)
