"""The plain records that readers yield and writers take, and what a writer answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.decision import Comment, Verdict
    from annotator.core.document import Region
    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.core.text import Fragment, Fragments
    from annotator.core.tokens import Tokens
    from annotator.formats.corpus_split import Spread


ANY_LAYER = ""  # of an imported span whose file names no layer: the scheme finds it by the label


@dataclass(frozen=True, slots=True)
class Relation:
    """A labelled arrow between two spans of a document, by id; an argument where the head is an event of the scheme."""

    label: str
    head: str
    child: str


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """One article as a reader found it, with the annotations that came along.

    `where` names file and line for messages; ids are as in the file (None: the importer makes one).
    Spans of ANY_LAYER become spans or events of the layer that has their label; `relations` become
    arguments where the scheme knows the role. `lines` says on which line of the file a span stands, by its id,
    where a file has an article over many lines.
    """

    text: str
    where: str
    id: str | None = None
    title: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    annotator: str | None = None
    status: str | None = None
    spans: tuple[Span, ...] = ()  # events among them
    rejected: tuple[Verdict, ...] = ()
    comments: tuple[Comment, ...] = ()
    relations: tuple[Relation, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_annotated(self) -> bool:
        """Whether anything beside the text is to be recorded as decisions."""
        return bool(self.spans or self.rejected or self.comments or self.status)


@dataclass(frozen=True, slots=True)
class ExportedDocument:
    """One article with one source of annotations (an annotator's, gold, or the suggestions)."""

    id: str
    title: str
    text: str
    sha256: str
    tokens: Tokens
    sentences: tuple[Fragment, ...]  # token index ranges
    regions: tuple[Region, ...]
    meta: Mapping[str, Any]
    annotator: str
    status: str
    spans: tuple[Span, ...]  # by position; events with only arguments whose filler is here too
    rejected: tuple[Verdict, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file says of one span: the unit in which input and read-back are compared."""

    document: str
    layer: str
    label: str
    fragments: Fragments


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing that the format could not carry, and why."""

    document: str
    layer: str
    label: str
    fragments: Fragments
    text: str
    reason: str


WorkerCall = Callable[[str, dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to export: layers (empty: all), split shares in per cent, the scheme's layers, and the worker.

    `spread` is what each split gets its share of: every label, every month, or neither.
    `layer_kinds` maps each layer of the scheme to (kind, is_event); `call_worker` runs a task of the
    worker process, for formats whose writer or independent reader is spaCy's. `documents` gives the
    exported documents again, for checkers of formats that hold neither offsets nor the text.
    `agreement` measures that of the annotators, for those who tell of it; None where nothing can be compared.
    `definition` is the whole scheme, for formats that say which labels, roles and colours there are.
    """

    layers: tuple[str, ...] = ()
    split: tuple[int, int, int] = (80, 10, 10)
    seed: int = 0
    spread: Spread = "label"
    language: str = "nl"
    scheme: str = ""
    layer_kinds: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tokenizer: Mapping[str, Any] = field(default_factory=dict)
    call_worker: WorkerCall | None = None
    documents: Callable[[], Iterable[ExportedDocument]] | None = None
    definition: Scheme | None = None
    agreement: Callable[[], Mapping[str, Any] | None] | None = None

    def for_readers(self) -> dict[str, Any]:
        """What readers are told of the layers, as `services.importing.reading_options` tells it."""
        return {
            "layers": tuple(self.layer_kinds),
            "event_layers": {layer for layer, (_, is_event) in self.layer_kinds.items() if is_event},
        }


@dataclass(frozen=True, slots=True)
class Written:
    """A writer's answer: the files made, every span it could not carry, and what it left off of those it could.

    `lost` names carried spans, with the roles, attributes and the like that the format has no room for.
    """

    files: Sequence[Path]
    listed: Sequence[Listed]
    notes: tuple[str, ...] = ()
    lost: Sequence[Listed] = ()


def carried_of(document: ExportedDocument, span: Span) -> Carried:
    """The unit of comparison for a span of the document."""
    return Carried(document.id, span.layer, span.label, span.fragments)


def carried_in(documents: Iterable[ImportedDocument]) -> Iterator[Carried]:
    """What documents that were read back say of each of their spans."""
    for document in documents:
        for span in document.spans:
            yield Carried(document.id or "", span.layer, span.label, span.fragments)
