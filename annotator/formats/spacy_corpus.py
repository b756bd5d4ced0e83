"""spaCy training corpora: DocBin files split by document, configs for ner and spancat, and the tokenizer they need."""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from annotator import __version__
from annotator.core.text import sha256_of
from annotator.errors import BugError, KnownError
from annotator.formats import docbin_parts, jsonl, output, spacy_config, spacy_readme, strict_json
from annotator.formats.records import Carried, ExportedDocument, ExportOptions, WorkerCall, Written
from annotator.formats.spacy_plan import ENTS, EVENTS, NER, SPANCAT, Plan, is_copy
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

META, LABELS, README = "meta.json", "labels.json", "README.md"
BATCH_CHARACTERS = 250_000  # of text in one request to the worker


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """Writes the corpus into the folder `out`, replacing the files of an earlier export there.

    The first flat layer becomes doc.ents, every other layer a group of doc.spans under its name; rejected
    suggestions of the first become doc.spans["incorrect_spans"]. Spans off the tokens or of several
    fragments are listed; events.jsonl beside the corpus holds them all, with roles and attributes. A split
    of many documents is a folder of parts, so that neither here nor in the worker there is ever more than one.
    Raises KnownError A002 where `out` cannot be written.
    """
    call = _worker(options)
    output.folder(out)
    with tempfile.TemporaryFile(dir=out) as spool:
        plan = Plan(options, spool, Spooled(out))
        with output.text_file(out / EVENTS) as handle:
            for document in documents:
                plan.take(document)
                handle.write(strict_json.dumped(jsonl.to_json(document)) + "\n")
        splits = plan.splits()
        corpus = _Corpus(plan, out, call)
        with output.text_file(out / META) as handle:
            corpus.write(splits, handle)
    call("write_tokenizer", {"path": str((out / "tokenizer").resolve()), **_settings(options)})
    files = [out / place for places in corpus.files.values() for place in places]
    docbin_parts.remove_stale(out, files)
    files += [out / "tokenizer", out / EVENTS, out / META, *_write_texts(corpus)]
    for name in (NER, SPANCAT):
        if out / name not in files:
            with suppress(FileNotFoundError):
                (out / name).unlink()
    return Written(tuple(files), plan.listed, tuple(plan.notes(splits)))


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """The spans in the DocBin files as spaCy reads them, part by part; texts must be those exported (A602)."""
    call = _worker(options)
    meta = json.loads((out / META).read_text(encoding="utf-8"))
    is_repeated = is_copy(meta["splits"])
    for split, members in meta["splits"].items():
        _check_alone(out, split, meta["files"][split])
        waiting = iter(members)
        for place, count in meta["files"][split].items():
            read = _read_docbin(out / place, call)
            for id, sha256 in islice(waiting, count):
                found = next(read, None)
                if found is None or sha256_of(found["text"]) != sha256:
                    raise _differs(out / place, f"document {id} is not there as exported")
                if split != "dev" or not is_repeated:
                    yield from _carried(id, found, meta["ents"])
            if next(read, None) is not None:
                raise _differs(out / place, "holds more documents than were exported")


class _Corpus:
    """The DocBin files as they are written: which there are, and the lengths of their spans."""

    def __init__(self, plan: Plan, out: Path, call: WorkerCall) -> None:
        self.plan = plan
        self.out = out
        self.files: dict[str, dict[str, int]] = {}  # of each split: its files, and how many documents they hold
        self._call = call
        self._sizes: dict[str, set[int]] = {}
        self._is_repeated = False

    @property
    def groups(self) -> dict[str, list[int]]:
        """The groups of doc.spans that have any, with the lengths of their spans in tokens."""
        hidden = (ENTS, spacy_config.INCORRECT_SPANS)
        return {group: sorted(sizes) for group, sizes in self._sizes.items() if group not in hidden and sizes}

    @property
    def places(self) -> dict[str, str]:
        """What a config names for each split: a file or a folder in `out`."""
        return {split: docbin_parts.place(split, len(files)) for split, files in self.files.items()}

    def write(self, splits: Mapping[str, Sequence[int]], meta: TextIO) -> None:
        """Has the worker write the files of all splits, and writes meta.json meanwhile, a line a document."""
        options = self.plan.options
        head = {
            "made_by": f"annotator {__version__}",
            "scheme": options.scheme,
            "language": options.language,
            "seed": options.seed,
            "shares": list(options.split),
            "ents": self.plan.ents,
        }
        meta.write("{" + "".join(f"\n {json.dumps(key)}: {_said(value)}," for key, value in head.items()))
        meta.write('\n "splits": {')
        for place, (split, numbers) in enumerate(splits.items()):
            self._is_repeated = split == "dev" and is_copy(splits)
            meta.write(f"{',' if place else ''}\n  {json.dumps(split)}: [")
            for count, (id, sha256) in enumerate(self._write_split(split, numbers)):
                meta.write(f"{',' if count else ''}\n   {_said([id, sha256])}")
            meta.write("\n  ]")
        meta.write(f'\n }},\n "files": {_said(self.files)},\n "span_groups": {_said(self.groups)}\n}}\n')

    def _write_split(self, split: str, numbers: Sequence[int]) -> Iterator[tuple[str, str]]:
        """Writes a split part by part; yields id and sha256 of each document in their order."""
        ranges = docbin_parts.parts_of([self.plan.tokens[number] for number in numbers])
        if len(ranges) > 1:
            docbin_parts.refuse_strangers(self.out, split)
            output.folder(self.out / split)
        places = docbin_parts.places(split, len(ranges))
        self.files[split] = {place: len(part) for place, part in zip(places, ranges, strict=True)}
        for place, part in zip(places, ranges, strict=True):
            path = str((self.out / place).resolve())
            offset = 0
            for values in _batches(self.plan.value(numbers[at]) for at in part):
                yield from ((value["id"], value.pop("sha256")) for value in values)
                is_last = offset + len(values) == len(part)
                self._send({"path": path, "documents": values, "offset": offset, "is_last": is_last})
                offset += len(values)

    def _send(self, payload: dict[str, Any]) -> None:
        answer = self._call("write_docbin", payload)
        if not self._is_repeated:
            texts = {value["id"]: value["text"] for value in payload["documents"]}
            for id, group, start, end, label, reason in answer["unaligned"]:
                self.plan.refused(id, group, start, end, label, reason, texts[id])
        for group, lengths in answer["sizes"].items():
            self._sizes.setdefault(group, set()).update(lengths)


def _batches(values: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    characters = 0
    for value in values:
        if batch and characters + len(value["text"]) > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(value)
        characters += len(value["text"])
    if batch:
        yield batch


def _write_texts(corpus: _Corpus) -> list[Path]:
    """Configs, labels and README; only the configs that have something to train on, and none without `train`."""
    plan, out = corpus.plan, corpus.out
    options = plan.options
    known: dict[str, Any] = {"places": corpus.places, "language": options.language, "seed": options.seed}
    contents = {}
    if "train" in corpus.places and plan.has_ents():
        contents[NER] = spacy_config.ner_config(out, **known)
    if "train" in corpus.places and corpus.groups:
        contents[SPANCAT] = spacy_config.spancat_config(out, corpus.groups, **known)
    labels: dict[str, dict[str, int]] = {}
    for (layer, label), count in sorted(plan.counts.items()):
        if count > 0:
            labels.setdefault(layer, {})[label] = count
    contents[LABELS] = json.dumps(labels, ensure_ascii=False, indent=1) + "\n"
    contents[README] = spacy_readme.readme(
        spacy_readme.Facts(
            made_by=f"annotator {__version__}", scheme=options.scheme, ents=plan.ents, groups=corpus.groups,
            files=corpus.files, places=corpus.places, labels=labels,
        ),
        configs=[name for name in (NER, SPANCAT) if name in contents],
    )  # fmt: skip
    for name, content in contents.items():
        with output.text_file(out / name) as handle:
            handle.write(content)
    return [out / name for name in contents]


def _check_alone(out: Path, split: str, files: Mapping[str, int]) -> None:
    """Raises KnownError A602 where spaCy would read more files for a split than were written."""
    if len(files) > 1:
        there = {path.relative_to(out).as_posix() for path in (out / split).rglob(f"*{docbin_parts.SUFFIX}")}
        if more := sorted(there - set(files)):
            raise _differs(out / more[0], "is no part of what was exported")


def _read_docbin(path: Path, call: WorkerCall) -> Iterator[dict[str, Any]]:
    offset: int | None = 0
    while offset is not None:
        answer = call("read_docbin", {"path": str(path.resolve()), "offset": offset})
        yield from answer["documents"]
        offset = answer["next"]


def _carried(id: str, found: Mapping[str, Any], ents: str) -> Iterator[Carried]:
    for start, end, label in found[ENTS] or ():
        yield Carried(id, ents, label, ((start, end),))
    for group, spans in found["spans"].items():
        if group != spacy_config.INCORRECT_SPANS:
            for start, end, label in spans:
                yield Carried(id, group, label, ((start, end),))


def _differs(path: Path, why: str) -> KnownError:
    return KnownError("A602", f"{path}: {why}", "please report this")


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _settings(options: ExportOptions) -> dict[str, Any]:
    """The project's tokenizer for the worker; without one it takes its own."""
    return {"settings": dict(options.tokenizer)} if options.tokenizer else {}


def _worker(options: ExportOptions) -> WorkerCall:
    if options.call_worker is None:
        raise BugError("a spaCy corpus needs the worker")
    return options.call_worker
