"""Label Studio JSON: tasks with annotations as regions, relations and choices, and the labelling setup beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from annotator.core.decision import STATUSES, Comment
from annotator.core.span import arguments_of
from annotator.core.text import covered
from annotator.formats import columns, foreign, jsonl, mapped_layers, offsets, output, strict_json
from annotator.formats.json_fields import Fields
from annotator.formats.records import (
    Carried,
    ExportedDocument,
    ExportOptions,
    ImportedDocument,
    Relation,
    Written,
    carried_in,
)
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.scheme import Scheme
    from annotator.core.span import Span

TASKS = "tasks.json"
SETUP = "config.xml"
_TEXT = "text"  # the name of the object that regions lie on, and the key of its text
_SUGGESTIONS = "suggestions"
_RESULTS = ("annotations", "completions", "predictions")
# How a region came to be, in Label Studio's words.
_ORIGIN_OF = {"accepted": "prediction", "bulk": "prediction", "corrected": "prediction-changed"}
_DIRECTIONS = ("right", "left", "bi")


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """One record for each annotation of each task; predictions are taken only where nobody has annotated.

    Takes the full export, tasks for import (a list, one object, or one a line) and the short export
    (JSON_MIN). Offsets count code points, or UTF-16 units (before version 1.4) where the covered texts
    say so. Raises KnownError A001, A201 to A204, A206, A208.
    """
    for where, value in foreign.values(path, options):
        yield from _task(Fields(value, where=where), options)


def _task(fields: Fields, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    is_short = "data" not in fields.value
    data = fields if is_short else Fields(fields.value["data"], where=fields.where, path="data")
    key = columns.text_column(data.value, options, where=data.where)
    text = data.long_string(key)
    if text is None:
        raise data.refusal("A202", key, "is null")
    ours = Fields(fields.value.get("meta") or {}, where=fields.where, path="meta")
    regions = {} if not is_short else {name for name, value in data.value.items() if _is_short_regions(value)}
    document = ImportedDocument(
        text=text,
        where=fields.where,
        id=ours.identifier("document") or fields.identifier("id"),
        title=ours.string("title") or data.string("title"),
        meta={
            **{name: value for name, value in data.value.items() if name not in (key, "title", "id", *regions)},
            **(ours.value.get("meta") or {} if "document" in ours.value else ours.value),
        },
    )
    if is_short:
        yield _short(fields, document, sorted(regions), options)
        return
    chosen = next((name for name in _RESULTS if fields.members(name)), None)
    if chosen is None:
        yield document
        return
    if fields.members("drafts"):
        mapped_layers.note(options, "drafts are left out")
    if chosen != "predictions" and fields.members("predictions"):
        mapped_layers.note(options, "predictions beside annotations are left out")
    for one in fields.objects(chosen):
        yield _annotation(one, document, ours, options, is_prediction=chosen == "predictions")


def _is_short_regions(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and "start" in one for one in value)


def _short(
    fields: Fields, document: ImportedDocument, names: list[str], options: Mapping[str, Any]
) -> ImportedDocument:
    """The short export: each region is its value alone, under the name of the tag that made it."""
    results = [
        Fields({"type": "labels", "value": one.value}, where=fields.where, path=one.path)
        for name in names
        for one in fields.objects(name)
    ]
    spans, _ = _regions(results, document.text, options)
    annotator = fields.identifier("annotator")
    return replace(
        document, spans=spans, annotator=annotator and f"user-{annotator}" if annotator else None, status="done"
    )


def _annotation(
    one: Fields, document: ImportedDocument, ours: Fields, options: Mapping[str, Any], *, is_prediction: bool
) -> ImportedDocument:
    results = one.objects("result")
    if one.value.get("ground_truth") is True:
        mapped_layers.note(options, "marks of ground truth are not kept")
    spans, ids = _regions(results, document.text, options)
    status = ours.string("status")
    if status is not None and status not in STATUSES:
        raise ours.refusal("A202", "status", f"{status!r:.40} is none of {', '.join(STATUSES)}")
    if status is None and not is_prediction:
        status = "skipped" if one.value.get("was_cancelled") is True else "done"
    return replace(
        document,
        annotator=ours.string("annotator") or _annotator(one),
        status=status,
        spans=spans,
        rejected=foreign.rejected_of(ours, document.text),
        comments=(*foreign.comments_of(ours), *_remarks(results, ids)),
        relations=tuple(_relations(results, ids, options)),
    )


def _annotator(one: Fields) -> str | None:
    """Who made an annotation: a name where the export has one, else the user's number; of a prediction the model."""
    who = one.value.get("completed_by")
    if isinstance(who, dict):
        user = Fields(who, where=one.where, path=f"{one.path}.completed_by")
        return user.string("email") or user.string("username") or user.identifier("id")
    if type(who) is int:
        return f"user-{who}"
    return one.string("model_version")


def _regions(
    results: list[Fields], text: str, options: Mapping[str, Any]
) -> tuple[tuple[Span, ...], dict[str, list[str]]]:
    """The labelled regions, with their choices as attributes; and the ids of the spans of each region."""
    labelled: list[tuple[Fields, Fields, str]] = []
    choices: dict[str, dict[str, str]] = {}
    for one in results:
        kind = one.string("type")
        if kind == "relation":
            continue
        value = Fields(one.value.get("value"), where=one.where, path=f"{one.path}.value")
        if kind == "labels":
            found = foreign.names(value, "labels")
            if not found:
                mapped_layers.note(options, "regions without a label are left out")
            labelled += [(one, value, label) for label in found]
        elif kind == "choices" and one.identifier("id") and "start" in value.value:
            for choice in foreign.names(value, "choices")[:1]:
                choices.setdefault(one.identifier("id") or "", {})[one.required("from_name")] = choice
        elif kind == "hypertextlabels":
            raise one.refusal("A202", "type", "regions of HyperText count signs of HTML", "label a Text object instead")
        else:
            mapped_layers.note(options, f"results of the type {kind!r:.40} are left out")
    claims = [_claim(value, text) for _, value, _ in labelled]
    settled = offsets.settle(text, claims, options=options)
    ids = foreign.Ids(one.identifier("id") for one, _, _ in labelled)
    spans: list[Span] = []
    by_region: dict[str, list[str]] = {}
    seen: set[tuple[str, str]] = set()
    for (one, value, label), fragments in zip(labelled, settled, strict=True):
        region = one.identifier("id")
        if region is not None and (region, label) in seen:
            raise one.refusal("A208", "id", f"{region!r:.60} is used twice in this annotation")
        ours = Fields(one.value.get("meta") or {}, where=one.where, path=f"{one.path}.meta")
        score = ours.number("score") if "layer" in ours.value else _score(one, value)
        span = foreign.span_of(ours, id=ids.take(region), label=label, fragments=fragments, score=score)
        if region is not None:
            seen.add((region, label))
            by_region.setdefault(region, []).append(span.id)
            if not span.attributes and region in choices:
                span = replace(span, attributes=choices[region])
        spans.append(span)
    return tuple(spans), by_region


def _score(one: Fields, value: Fields) -> float | None:
    """How sure the model was of a region, where it says so as a share; other measures are no scores of ours."""
    found = one.value.get("score", value.value.get("score"))
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return float(found) if 0 <= found <= 1 else None


def _remarks(results: list[Fields], ids: Mapping[str, list[str]]) -> Iterator[Comment]:
    """What annotators have written at regions, in the field that Label Studio has for it."""
    for one in results:
        meta = one.value.get("meta")
        about = ids.get(one.identifier("id") or "")
        if about and isinstance(meta, dict) and isinstance(meta.get("text"), list):
            for text in foreign.names(Fields(meta, where=one.where, path=f"{one.path}.meta"), "text"):
                yield Comment(text, about[0])


def _claim(value: Fields, text: str) -> offsets.Claim:
    fragments = ((foreign.offset(value, "start"), foreign.offset(value, "end")),)
    said = value.long_string("text")
    if said is not None and "\\n" in said and "\\n" not in text:
        said = said.replace("\\n", "\n")  # Label Studio writes a line end so in some versions
    return offsets.Claim(fragments, said, f"{value.where}, {value.path}")


def _relations(results: list[Fields], ids: Mapping[str, list[str]], options: Mapping[str, Any]) -> Iterator[Relation]:
    for one in results:
        if one.value.get("type") != "relation":
            continue
        ends = []
        for side in ("from_id", "to_id"):
            region = one.identifier(side)
            if region is None or region not in ids:
                raise one.refusal("A208", side, f"names {region!r:.60}, which is not there")
            ends.append(ids[region][0])
        direction = one.string("direction") or "right"
        if direction not in _DIRECTIONS:
            raise one.refusal("A202", "direction", f"{direction!r:.40} is none of {', '.join(_DIRECTIONS)}")
        if direction == "bi":
            mapped_layers.note(options, "relations of both directions are read in the one they are written in")
        head, child = reversed(ends) if direction == "left" else ends
        labels = foreign.names(one, "labels")
        if not labels:
            mapped_layers.note(options, "relations without a label are left out")
        for label in labels:
            yield Relation(label, head, child)


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """`tasks.json` for import into Label Studio, and `config.xml`, the labelling setup of its project."""
    folder = output.folder(out)
    listed, lost = Spooled(folder), Spooled(folder)
    seen: dict[str, dict[str, None]] = {}
    roles: dict[str, None] = {}
    values: dict[str, dict[str, None]] = {}
    with output.text_file(folder / TASKS) as handle:
        handle.write("[")
        for number, document in enumerate(documents):
            parted = foreign.single(document)
            listed += parted.listed
            lost += parted.lost
            for span in parted.spans:
                seen.setdefault(span.layer, {})[span.label] = None
                roles.update(dict.fromkeys(one.role for one in arguments_of(span)))
                for name, value in span.attributes.items():
                    values.setdefault(name, {})[value] = None
            handle.write(",\n" if number else "\n")
            handle.write(strict_json.dumped(_task_json(document, parted.spans)))
        handle.write("\n]\n")
    with output.text_file(folder / SETUP) as handle:
        handle.write(_setup(options.definition, seen, roles, values))
    return Written((folder / TASKS, folder / SETUP), listed, lost=lost)


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the tasks say of each span, read from the file alone."""
    return carried_in(read(out / TASKS, {}))


def _task_json(document: ExportedDocument, spans: list[Span]) -> dict[str, Any]:
    is_suggested = document.annotator == _SUGGESTIONS
    results: list[dict[str, Any]] = []
    for span in spans:
        results += _region_jsons(document, span)
    kept = {span.id for span in spans}
    for span in spans:
        results += [
            {
                "type": "relation",
                "from_id": span.id,
                "to_id": argument.span,
                "direction": "right",
                "labels": [argument.role],
            }
            for argument in arguments_of(span)
            if argument.span in kept
        ]
    task: dict[str, Any] = {
        "data": {_TEXT: document.text, "title": document.title},
        "meta": {
            "document": document.id,
            **foreign.document_keys(document),
            "rejected": [jsonl.rejected_json(verdict) for verdict in document.rejected],
            "meta": dict(document.meta),
        },
    }
    if is_suggested:
        task["predictions"] = [{"model_version": document.annotator, "result": results}]
    else:
        task["annotations"] = [{"result": results, "was_cancelled": document.status == "skipped"}]
    return task


def _region_jsons(document: ExportedDocument, span: Span) -> Iterator[dict[str, Any]]:
    """The region, and one choice for each attribute on the same place under the same id."""
    place = {"start": span.start, "end": span.end, "text": covered(document.text, span.fragments)}
    region: dict[str, Any] = {
        "id": span.id,
        "from_name": span.layer,
        "to_name": _TEXT,
        "type": "labels",
        "origin": _ORIGIN_OF.get(span.origin, "manual"),
        "value": {**place, "labels": [span.label]},
        "meta": foreign.own_keys(span),
    }
    if span.score is not None:
        region["score"] = span.score
    yield region
    for name, value in span.attributes.items():
        yield {
            "id": span.id,
            "from_name": name,
            "to_name": _TEXT,
            "type": "choices",
            "value": {**place, "choices": [value]},
        }


def _setup(
    scheme: Scheme | None,
    seen: Mapping[str, Mapping[str, None]],
    roles: Mapping[str, None],
    values: Mapping[str, Mapping[str, None]],
) -> str:
    """The labelling setup: a set of labels for each layer, the roles, and the attributes as choices for a region."""
    colours: dict[tuple[str, str], str] = {}
    layers = {layer: dict(labels) for layer, labels in seen.items()}
    all_roles, all_values = dict(roles), {name: dict(one) for name, one in values.items()}
    if scheme is not None:
        colours = {(label.layer, label.name): label.colour.light for label in scheme.labels}
        for label in scheme.labels:
            layers.setdefault(label.layer, {})[label.name] = None
        all_roles.update(dict.fromkeys(role.name for role in scheme.roles))
        for attribute in scheme.attributes:
            all_values.setdefault(attribute.name, {}).update(dict.fromkeys(attribute.values))
    lines = ["<View>"]
    for layer, labels in layers.items():
        lines.append(f"  <Labels name={quoteattr(layer)} toName={quoteattr(_TEXT)}>")
        for name in labels:
            colour = colours.get((layer, name))
            background = f" background={quoteattr(colour)}" if colour else ""
            lines.append(f"    <Label value={quoteattr(name)}{background}/>")
        lines.append("  </Labels>")
    if all_roles:
        lines.append("  <Relations>")
        lines += [f"    <Relation value={quoteattr(role)}/>" for role in all_roles]
        lines.append("  </Relations>")
    lines.append(f'  <Text name={quoteattr(_TEXT)} value="${_TEXT}"/>')
    for name, one in all_values.items():
        lines.append(f'  <Choices name={quoteattr(name)} toName={quoteattr(_TEXT)} perRegion="true">')
        lines += [f"    <Choice value={quoteattr(value)}/>" for value in one]
        lines.append("  </Choices>")
    return "\n".join([*lines, "</View>", ""])
