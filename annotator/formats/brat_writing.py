"""Writing brat standoff: a folder of texts and annotations with the configuration that shows them in brat."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.span import Event, Span
from annotator.formats import brat, brat_index, carrying, foreign, jsonl, output, strict_json
from annotator.formats.file_names import RESERVED, InFolder
from annotator.formats.records import ExportedDocument, ExportOptions, Written
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.core.scheme import Scheme

ANNOTATION_CONF = "annotation.conf"
VISUAL_CONF = "visual.conf"
OVER_LINES = "runs over the end of a line; brat's lines hold the text of a span"
_UNFIT = re.compile(r"[^A-Za-z0-9_-]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_UNFIT_STEM = re.compile(r"[^A-Za-z0-9._-]")
_STEM_LENGTH = 100


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """A .txt and an .ann for each document, annotation.conf, visual.conf, and two index files of our own."""
    folder = output.folder(out)
    run = _Run(_Names(options.definition), Spooled(folder), Spooled(folder))
    files = InFolder(folder)
    with output.text_file(folder / brat_index.DOCUMENTS_INDEX) as index:
        for document in documents:
            stem = run.stem(document.id)
            text_path = folder / f"{stem}{brat.TEXT_SUFFIX}"
            with output.text_file(text_path) as handle:
                handle.write(document.text)
            with output.text_file(text_path.with_suffix(brat.SUFFIX)) as handle:
                handle.writelines(f"{line}\n" for line in _Lines(document, run).all())
            index.write(strict_json.dumped(_index_line(document, stem)) + "\n")
            files.names += [text_path.name, f"{stem}{brat.SUFFIX}"]
    others = {
        brat_index.NAMES_INDEX: json.dumps(run.names.index(), ensure_ascii=False, indent=1) + "\n",
        ANNOTATION_CONF: _annotation_conf(run, options.definition),
        VISUAL_CONF: _visual_conf(run, options.definition),
    }
    for name, content in others.items():
        with output.text_file(folder / name) as handle:
            handle.write(content)
    files.names += [brat_index.DOCUMENTS_INDEX, *others]
    return Written(files, run.listed, lost=run.lost)


class _Distinct:
    """Names that brat takes, one for each thing, told apart without regard to case."""

    def __init__(self, *, may_end_in_digit: bool = True) -> None:
        self._may_end_in_digit = may_end_in_digit
        self._given: dict[Any, str] = {}
        self._used: set[str] = set()

    def name(self, thing: object, wanted: str) -> str:
        """The name of the thing: as wanted, but for signs that brat does not take; letters lose their accents."""
        if thing in self._given:
            return self._given[thing]
        base = _UNFIT.sub("_", _ACCENTS.sub("", unicodedata.normalize("NFD", wanted))) or "_"
        if not self._may_end_in_digit and base[-1].isdigit():
            base += "_"  # brat numbers the fillers of a role
        name, number = base, 1
        while name.casefold() in self._used:
            number += 1
            name = f"{base}-{number}" if self._may_end_in_digit else f"{base}-{number}_"
        self._used.add(name.casefold())
        self._given[thing] = name
        return name

    def items(self) -> list[tuple[Any, str]]:
        """Things with their names."""
        return list(self._given.items())


class _Names:
    """What types, roles, attributes and their values are called in brat."""

    def __init__(self, scheme: Scheme | None) -> None:
        self.types = _Distinct()
        self.roles = _Distinct(may_end_in_digit=False)
        self.attributes = _Distinct()
        self.values: dict[str, _Distinct] = {}
        self.event_layers: set[str] = set()
        if scheme is None:
            return
        self.event_layers = {layer.name for layer in scheme.layers if layer.is_event}
        for label in scheme.labels:
            self.type(label.layer, label.name)
        for role in scheme.roles:
            self.role(role.name)
        for attribute in scheme.attributes:
            for value in attribute.values:
                self.attribute(attribute.name, value)

    def type(self, layer: str, label: str) -> str:
        return self.types.name((layer, label), label)

    def role(self, role: str) -> str:
        return self.roles.name(role, role)

    def attribute(self, name: str, value: str) -> tuple[str, str]:
        values = self.values.setdefault(name, _Distinct())
        return self.attributes.name(name, name), values.name(value, value)

    def index(self) -> dict[str, Any]:
        """The index file that leads back to our names."""
        return {
            "types": [{"brat": name, "layer": layer, "label": label} for (layer, label), name in self.types.items()],
            "roles": {name: role for role, name in self.roles.items()},
            "attributes": [
                {
                    "brat": brat_name,
                    "name": name,
                    "values": {short: value for value, short in self.values[name].items()},
                }
                for name, brat_name in self.attributes.items()
            ],
        }


@dataclass(slots=True)
class _Run:
    """What one export has met so far."""

    names: _Names
    listed: Spooled
    lost: Spooled
    attributes_of: dict[str, set[bool]] = field(default_factory=dict)  # name → on events, on others
    roles_of: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)  # layer, label → roles met
    _stems: dict[str, int] = field(default_factory=dict)

    def stem(self, id: str) -> str:
        """A file name without its extension that every system takes, one for each document."""
        base = _UNFIT_STEM.sub("_", id)[:_STEM_LENGTH].strip(".") or "document"
        if RESERVED.fullmatch(base):
            base = f"_{base}"
        # A name with a dot would lose what is behind it where an extension is put in its place.
        base = base.replace(".", "_")
        key = base.casefold()
        while key in self._stems:
            self._stems[key] += 1
            base = f"{base}-{self._stems[key]}"
            key = base.casefold()
        self._stems[key] = 1
        return base


class _Lines:
    """The lines of one .ann file."""

    def __init__(self, document: ExportedDocument, run: _Run) -> None:
        self._document = document
        self._run = run
        self._count = dict.fromkeys("TEA#", 0)
        self._ids: dict[str, str] = {}  # span → T or E

    def all(self) -> list[str]:
        """All lines: places first, then events with their roles, attributes and notes."""
        document, run = self._document, self._run
        kept: list[Span] = []
        for span in document.spans:
            if _is_on_lines(document.text, span):
                kept.append(span)
            else:
                run.listed.append(carrying.listed(document, span, OVER_LINES))
        lines = []
        triggers: dict[str, str] = {}
        for span in kept:
            id = self._next("T")
            triggers[span.id] = id
            lines.append(self._text_bound(id, span))
        for span in kept:
            self._ids[span.id] = self._next("E") if isinstance(span, Event) else triggers[span.id]
        lines += [self._event(span, triggers[span.id]) for span in kept if isinstance(span, Event)]
        for span in kept:
            for name, value in span.attributes.items():
                run.attributes_of.setdefault(name, set()).add(isinstance(span, Event))
                short, short_value = run.names.attribute(name, value)
                lines.append(f"{self._next('A')}\t{short} {self._ids[span.id]} {short_value}")
        lines += [self._provenance(span) for span in kept]
        for comment in document.comments:
            if comment.about in self._ids:
                text = " ".join(comment.text.split())
                lines.append(f"{self._next('#')}\t{brat.NOTES} {self._ids[comment.about]}\t{text}")
        return lines

    def _next(self, kind: str) -> str:
        self._count[kind] += 1
        return f"{kind}{self._count[kind]}"

    def _text_bound(self, id: str, span: Span) -> str:
        name = self._run.names.type(span.layer, span.label)
        if isinstance(span, Event):
            self._run.names.event_layers.add(span.layer)
        places = ";".join(f"{start} {end}" for start, end in span.fragments)
        text = " ".join(self._document.text[start:end] for start, end in span.fragments)
        return f"{id}\t{name} {places}\t{text}"

    def _event(self, event: Event, trigger: str) -> str:
        parts = [f"{self._run.names.type(event.layer, event.label)}:{trigger}"]
        given: dict[str, int] = {}
        gone = []
        for argument in event.arguments:
            if not argument.is_mentioned:
                continue
            filler = self._ids.get(argument.span)
            if filler is None:
                gone.append(argument.role)
                continue
            role = self._run.names.role(argument.role)
            self._run.roles_of.setdefault((event.layer, event.label), {})[argument.role] = None
            given[role] = given.get(role, 0) + 1
            number = str(given[role]) if given[role] > 1 else ""
            parts.append(f"{role}{number}:{filler}")
        if gone:
            reason = f"role {', '.join(gone)}: {foreign.FILLER_LISTED}"
            self._run.lost.append(carrying.listed(self._document, event, reason))
        return f"{self._ids[event.id]}\t{' '.join(parts)}"

    def _provenance(self, span: Span) -> str:
        """Who made the span and from what, as JSON in a note; attributes stand in lines of their own."""
        value = {"by": self._document.annotator, "id": span.id, **foreign.own_keys(span)}
        for key in ("event", "attributes"):
            value.pop(key, None)
        # In ASCII, as some readers end lines at U+2028 and the like.
        return f"{self._next('#')}\t{brat.PROVENANCE} {self._ids[span.id]}\t{json.dumps(value, ensure_ascii=True)}"


def _is_on_lines(text: str, span: Span) -> bool:
    """Whether no fragment runs over what any reader of lines takes for the end of one."""
    return all(
        len(text[start:end].splitlines()) == 1 and text[end - 1 : end].splitlines() != [""]
        for start, end in span.fragments
    )


def _index_line(document: ExportedDocument, stem: str) -> dict[str, Any]:
    return {
        "file": stem,
        "id": document.id,
        "sha256": document.sha256,
        **foreign.document_keys(document),
        "meta": dict(document.meta),
        "rejected": [jsonl.rejected_json(verdict) for verdict in document.rejected],
    }


def _annotation_conf(run: _Run, scheme: Scheme | None) -> str:
    """Which types there are, which roles they have and who may fill them, and the attributes."""
    names = run.names
    entities = [name for (layer, _), name in names.types.items() if layer not in names.event_layers]
    lines = ["[entities]", *entities, "", "[relations]"]
    lines += ["<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]"]
    for (layer, label), name in names.types.items():
        if layer in names.event_layers:
            lines.append(f"{name}\t{_roles(run, scheme, layer, label)}".rstrip())
    lines += ["", "[attributes]"]
    on_events = (
        {attribute.name: attribute.layer in names.event_layers for attribute in scheme.attributes} if scheme else {}
    )
    for name, short in names.attributes.items():
        on = run.attributes_of.get(name, set()) | ({on_events[name]} if name in on_events else set())
        bearers = "|".join(one for one, is_event in (("<ENTITY>", False), ("<EVENT>", True)) if is_event in on)
        values = "|".join(value for _, value in names.values[name].items())
        lines.append(f"{short}\tArg:{bearers or '<EVENT>'}, Value:{values}")
    return "\n".join([*lines, ""])


def _roles(run: _Run, scheme: Scheme | None, layer: str, label: str) -> str:
    """The roles of an event type with their fillers; each may be filled several times, or not at all."""
    names = run.names
    fillers: dict[str, list[str]] = {role: [] for role in run.roles_of.get((layer, label), ())}
    for role in scheme.roles_of(layer, label) if scheme else ():
        fillers[role.name] = [
            names.type(one.layer, one.name)
            for one in (scheme.labels if scheme else ())
            if one.name in role.fillers and one.layer not in names.event_layers
        ]
    return ", ".join(f"{names.role(role)}*:{'|'.join(types) or '<ENTITY>'}" for role, types in fillers.items())


def _visual_conf(run: _Run, scheme: Scheme | None) -> str:
    """What types are called on the screen, and their colours."""
    colours = {(label.layer, label.name): label.colour.light for label in scheme.labels} if scheme else {}
    lines = ["[labels]"]
    lines += [f"{name} | {_shown(label)}" for (_, label), name in run.names.types.items()]
    lines += [f"{name} | {_shown(role)}" for role, name in run.names.roles.items()]
    lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:white, bgColor:#4a5568, borderColor:darken"]
    lines += ["ARC_DEFAULT\tcolor:black, arrowHead:triangle-5"]
    for thing, name in run.names.types.items():
        if thing in colours:
            lines.append(f"{name}\tfgColor:white, bgColor:{colours[thing]}, borderColor:darken")
    return "\n".join([*lines, ""])


def _shown(name: str) -> str:
    """A name in a line of the configuration, whose own signs are | and the line end."""
    return " ".join(name.replace("|", "/").split()) or "_"
