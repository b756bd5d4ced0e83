"""Looking at what an import would do before it is done: formats, the first articles, what is kept and what is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from annotator.core.header import find_regions, title_of
from annotator.core.text import beginning, sha256_of
from annotator.core.tokens import Tokens
from annotator.errors import KnownError, StoppedError
from annotator.formats import project_export, zip_members
from annotator.services import comparing
from annotator.services.arriving import operation_for, require_fit
from annotator.services.extending import can_be_added, layer_for
from annotator.services.importing import MOST_NOTES, UNNAMED, reading_options
from annotator.services.registry import resolve
from annotator.services.settling import NO_MAP, LabelMap, Missing, Settler
from annotator.services.source_files import files_of, note_broken_off
from annotator.store.projection import Decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.scheme import Scheme
    from annotator.formats.records import ImportedDocument, WorkerCall
    from annotator.services.extending import NewLabel
    from annotator.services.importing import Progress
    from annotator.services.registry import Format
    from annotator.services.settling import Unknown
    from annotator.store.project import Project

FIRST = 10  # articles that are shown
CUT = 200  # articles with annotations whose tokens are looked at
EXCERPT = 300  # characters of an article that are shown
NOTHING = Decided({}, {}, {}, "todo")


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file that would be read: its format, how many articles it holds, or why it would be refused."""

    path: Path
    format: str = ""
    documents: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """An article as it would come in; `kept`, `left_out` and `off_token` count annotations."""

    title: str
    where: str
    excerpt: str
    characters: int
    kept: int
    left_out: int
    off_token: int
    is_there: bool  # whether the project, or an article before it, has this text already


@dataclass(slots=True)
class Preview:
    """What an import would bring; `documents` counts articles, `first` has the first few of them.

    Of these `there` are in the project already; `again` counts those beside them that have the text of one before.
    `off_token` counts annotations in the first `cut` articles that have any; `missing` names what has no
    place in the scheme; `is_whole` is False where the reading was stopped.
    """

    files: list[SeenFile] = field(default_factory=list)
    formats: Counter[str] = field(default_factory=Counter)
    first: list[SeenDocument] = field(default_factory=list)
    documents: int = 0
    there: int = 0
    again: int = 0
    annotated: int = 0
    labels: Counter[str] = field(default_factory=Counter)  # annotations that are kept, by label
    annotators: Counter[str] = field(default_factory=Counter)  # articles by who annotated them, as the files say
    off_token: int = 0
    pieces: int = 0  # spans of several fragments on layers that are flat
    cut: int = 0
    missing: Counter[Missing] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    is_whole: bool = True

    def refuse(self, path: Path, error: KnownError) -> None:
        """Notes a file that cannot be read at all."""
        self.files.append(SeenFile(path, problem=error.said))

    @property
    def good(self) -> list[Path]:
        """The files that can be read."""
        return [one.path for one in self.files if not one.problem]

    def to_json(self) -> dict[str, Any]:
        """The preview for `--json`."""
        return {
            "files": [{**asdict(one), "path": str(one.path)} for one in self.files],
            "first": [asdict(one) for one in self.first],
            "missing": [{"kind": one.kind, "name": one.name, "count": count} for one, count in self.missing.items()],
            **{name: getattr(self, name) for name in self.__slots__ if name not in ("files", "first", "missing")},
        }

    @property
    def refused(self) -> list[SeenFile]:
        """The files that cannot be read, with why."""
        return [one for one in self.files if one.problem]


@zip_members.reading()
def look(
    paths: Iterable[Path],
    scheme: Scheme,
    call_worker: WorkerCall,
    *,
    format_name: str | None = None,
    options: Mapping[str, Any] | None = None,
    project: Project | None = None,
    label_map: LabelMap = NO_MAP,
    overlaps: Unknown = "skip",
    progress: Progress | None = None,
    actor: str | None = None,
) -> Preview:
    """Reads all the files as an import would, and writes nothing.

    What has no place in the scheme counts as left out; what lies over another span of a flat layer does too,
    or refuses the file with `overlaps` "stop". A file that would be refused is told with its reason, and
    counts for nothing else. With a `project`
    (reading is enough) texts that are there already are counted; `actor` is whose decisions the annotations would
    become, else whom the file names. `progress` gets the articles so far, and
    may raise StoppedError: what was seen until then is the answer. Raises KnownError A207 where the
    format asked for is not known.
    """
    settler = Settler(scheme, label_map, "skip", overlaps=overlaps)
    looking = _Looking(scheme, call_worker, project, settler, actor)
    given = dict(options or {})
    try:
        for path, file_format in _each_file(paths, format_name, looking.preview):
            looking.file(path, file_format, given, progress)
    except StoppedError:
        looking.preview.is_whole = False
    return looking.finished()


def _each_file(paths: Iterable[Path], format_name: str | None, preview: Preview) -> Iterator[tuple[Path, Format]]:
    """As `files_of`, but a path that is refused is told and hides no other."""
    for path in paths:
        try:
            yield from files_of([path], format_name, refused=preview.refuse)
        except KnownError as error:
            if format_name is not None and error.code == "A207":
                raise
            preview.refuse(path, error)


def labels_to_add(preview: Preview, scheme: Scheme, names: LabelMap = NO_MAP) -> tuple[tuple[NewLabel, ...], LabelMap]:
    """The labels that the files have and the scheme has not, but for impossible names; and the map that leads there."""
    found: dict[str, NewLabel] = {}
    for one in preview.missing:
        place = layer_for(scheme, one.name, is_event=one.is_event) if one.kind == "label" else None
        if place is not None and can_be_added(scheme, place):
            found[one.name] = place
    leading = {name: "/".join(place) for name, place in found.items()}
    return tuple(dict.fromkeys(found.values())), replace(names, labels={**leading, **names.labels})


class _Looking:
    """Takes one file after the other into a preview."""

    def __init__(
        self, scheme: Scheme, call_worker: WorkerCall, project: Project | None, settler: Settler, actor: str | None
    ) -> None:
        self.preview = Preview()
        self._actor = actor
        self._scheme = scheme
        self._call_worker = call_worker
        self._project = project
        self._settler = settler
        self._flat = frozenset(layer.name for layer in scheme.layers if layer.kind == "flat")
        self._texts: set[str] = set()  # hashes of those of the files before
        self._own: set[str] = set()  # and of the file at hand, which may be refused yet

    def file(self, path: Path, file_format: Format, options: Mapping[str, Any], progress: Progress | None) -> None:
        """Reads a file whole; what it counted is taken back where it is refused."""
        kept, self.preview = self.preview, Preview()
        settler = self._settler
        self._settler = settler.like()
        reading = reading_options(self._scheme, self._call_worker, options)
        note_broken_off(path, reading)
        self._own = set()
        problem = ""
        try:
            records = resolve(file_format.reader or "")(path, reading)
            for record in project_export.as_told(path, records, reading):
                self._take(record, kept)
                if progress and self.preview.documents % 16 == 1:
                    progress(kept.documents + self.preview.documents, 0)
        except KnownError as error:
            problem = error.said
        except StoppedError:
            self._merge(kept, settler, path, file_format)
            raise
        if not problem and not self._own:
            problem = "holds no article"
        if problem:
            self._settler, self.preview = settler, kept
            kept.files.append(SeenFile(path, file_format.name, problem=problem))
            return
        self._note(reading.get("notes", ()), kept)
        self._merge(kept, settler, path, file_format)

    def _merge(self, kept: Preview, settler: Settler, path: Path, file_format: Format) -> None:
        """Adds what one file brought to all of the files before it."""
        one, self.preview = self.preview, kept
        self._texts |= self._own
        kept.files.append(SeenFile(path, file_format.name, one.documents + one.again))
        kept.formats[file_format.name] += 1
        kept.first.extend(one.first)
        for name in ("documents", "there", "again", "annotated", "off_token", "pieces", "cut"):
            setattr(kept, name, getattr(kept, name) + getattr(one, name))
        kept.labels.update(one.labels)
        kept.annotators.update(one.annotators)
        settler.left_out.update(self._settler.left_out)
        settler.missing.update(self._settler.missing)
        self._settler = settler

    def _note(self, notes: Iterable[str], kept: Preview) -> None:
        for note in notes:
            if note not in kept.notes and len(kept.notes) < MOST_NOTES:
                kept.notes.append(note)

    def _take(self, record: ImportedDocument, kept: Preview) -> None:
        preview = self.preview
        is_first = len(kept.first) + len(preview.first) < FIRST
        digest = sha256_of(record.text)
        is_again = digest in self._texts or digest in self._own
        self._own.add(digest)
        preview.documents += not is_again
        preview.again += is_again
        if not record.is_annotated and not is_first and self._project is None:
            return
        there = self._project.find_by_hash(digest) if self._project is not None else None
        preview.there += there is not None and not is_again
        settled = self._check(self._settler.settle(record), digest, there)
        if record.is_annotated:
            preview.annotated += 1
            preview.annotators[comparing.name_in_file(record.annotator)] += 1
        preview.labels.update(span.label for span in settled.spans)
        preview.pieces += sum(len(span.fragments) > 1 and span.layer in self._flat for span in settled.spans)
        is_cut = bool(settled.spans) and kept.cut + preview.cut < CUT
        preview.cut += is_cut
        if is_first:
            self._show(record, settled, is_there=there is not None or is_again)
        elif is_cut:
            preview.off_token += self._off_token(settled)

    def _check(self, record: ImportedDocument, digest: str, there: str | None) -> ImportedDocument:
        """The record as it would be recorded; raises what recording would raise: offsets, roles that point nowhere."""
        if not record.is_annotated:
            return record
        require_fit(record, self._scheme)
        actor = self._actor or comparing.name_in_file(record.annotator) or UNNAMED
        decided = self._project.decided(there, actor) if self._project is not None and there is not None else NOTHING
        fitting = self._settler.flattened(record, decided.spans)
        scheme = self._scheme
        operation_for(fitting, there or "d", digest, actor=actor, replica="preview", scheme=scheme, there=decided)
        return fitting

    def _show(self, record: ImportedDocument, settled: ImportedDocument, *, is_there: bool) -> None:
        excerpt = beginning(record.text, EXCERPT)
        off_token = self._off_token(settled) if settled.spans else 0
        self.preview.off_token += off_token
        self.preview.first.append(
            SeenDocument(
                title=record.title or title_of(record.text, find_regions(record.text)) or record.id or excerpt[:60],
                where=record.where,
                excerpt=excerpt,
                characters=len(record.text),
                kept=len(settled.spans),
                left_out=len(record.spans) - len(settled.spans),
                off_token=off_token,
                is_there=is_there,
            )
        )

    def _off_token(self, record: ImportedDocument) -> int:
        answer = self._call_worker("tokenize", {"texts": [record.text]})
        tokens = Tokens(tuple((start, end) for start, end in answer["tokens"][0]))
        return sum(not tokens.is_aligned(span.fragments) for span in record.spans)

    def finished(self) -> Preview:
        """The preview of all files."""
        self.preview.missing = Counter(dict(self._settler.missing.most_common()))
        self.preview.left_out = Counter(dict(self._settler.left_out.most_common()))
        return self.preview
