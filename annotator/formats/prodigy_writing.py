"""Writes Prodigy JSONL: one task a document with tokens, spans and relations, and one a rejected suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.span import arguments_of
from annotator.core.text import covered
from annotator.formats import carrying, foreign, output, strict_json
from annotator.formats.records import Written
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.decision import Verdict
    from annotator.core.span import Span
    from annotator.formats.records import ExportedDocument, ExportOptions, Listed

# Our status as Prodigy's answer; other documents get none, as nobody has answered them yet.
_ANSWER_OF = {"done": "accept", "skipped": "ignore"}
_VIEW = "relations"  # the interface of Prodigy that shows tokens, spans and arrows


@dataclass(slots=True)
class _Run:
    """What one export has met so far."""

    listed: Spooled
    lost: Spooled
    undone: int = 0
    off_token: int = 0
    pieces: int = 0


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One task a document in the file `out`, and one more for each rejected suggestion."""
    run = _Run(Spooled(out.parent), Spooled(out.parent))
    with output.text_file(out) as handle:
        for document in documents:
            for task in _tasks(document, run):
                handle.write(strict_json.dumped(task) + "\n")
    return Written((out,), run.listed, _notes(run), run.lost)


def _tasks(document: ExportedDocument, run: _Run) -> Iterator[dict[str, Any]]:
    parted = foreign.single(document)
    run.listed += parted.listed
    lost = list(parted.lost)
    run.undone += document.status not in _ANSWER_OF
    shown = {span.id: _span_json(document, span) for span in parted.spans}
    run.off_token += sum("token_end" not in one for one in shown.values())
    task: dict[str, Any] = {
        "text": document.text,
        "id": document.id,
        **foreign.document_keys(document),
        "meta": dict(document.meta),
        "tokens": _tokens(document),
        "spans": list(shown.values()),
        "relations": list(_relation_jsons(document, parted.spans, shown, lost)),
        "_view_id": _VIEW,
        "_annotator_id": document.annotator,
    }
    run.lost += carrying.once_a_span(lost)
    answer = _ANSWER_OF.get(document.status)
    if answer:
        task["answer"] = answer
    yield task
    for verdict in document.rejected:
        if len(verdict.fragments) == 1:
            yield _rejection(document, verdict)
        else:
            run.pieces += 1


def _span_json(document: ExportedDocument, span: Span) -> dict[str, Any]:
    ((start, end),) = span.fragments
    value: dict[str, Any] = {"start": start, "end": end}
    tokens = document.tokens.exactly(start, end)
    if tokens is not None:
        value["token_start"], value["token_end"] = tokens[0], tokens[1] - 1
    value |= {"label": span.label, "text": covered(document.text, span.fragments), "id": span.id}
    return {**value, **foreign.own_keys(span)}


def _relation_jsons(
    document: ExportedDocument, spans: list[Span], shown: dict[str, dict[str, Any]], lost: list[Listed]
) -> Iterator[dict[str, Any]]:
    """The roles as arrows from trigger to filler; both need a last token to be named by."""
    keys = ("start", "end", "token_start", "token_end", "label", "id")
    for span in spans:
        gone = []
        for argument in arguments_of(span):
            head, child = shown[span.id], shown.get(argument.span)
            if child is None:
                continue  # told already: nobody is mentioned, or the filler is not carried
            if "token_end" not in head or "token_end" not in child:
                gone.append(argument.role)
                continue
            yield {
                "head": head["token_end"],
                "child": child["token_end"],
                "head_span": {key: head[key] for key in keys},
                "child_span": {key: child[key] for key in keys},
                "label": argument.role,
            }
        if gone:
            reason = f"role {', '.join(gone)}: trigger or filler does not end with a token"
            lost.append(carrying.listed(document, span, reason))


def _tokens(document: ExportedDocument) -> list[dict[str, Any]]:
    text = document.text
    return [
        {
            "text": text[start:end],
            "start": start,
            "end": end,
            "id": number,
            "ws": end < len(text) and text[end].isspace(),
        }
        for number, (start, end) in enumerate(document.tokens.ranges)
    ]


def _rejection(document: ExportedDocument, verdict: Verdict) -> dict[str, Any]:
    """A yes-or-no task whose answer is no."""
    ((start, end),) = verdict.fragments
    return {
        "text": document.text,
        "id": document.id,
        "title": document.title,
        "annotator": document.annotator,
        "meta": dict(document.meta),
        "spans": [
            {
                "start": start,
                "end": end,
                "label": verdict.label,
                "text": document.text[start:end],
                "layer": verdict.layer,
                "score": verdict.score,
                "source": verdict.suggester,
            }
        ],
        "_view_id": "ner",
        "_is_binary": True,
        "_annotator_id": document.annotator,
        "answer": "reject",
    }


def _notes(run: _Run) -> tuple[str, ...]:
    notes = []
    if run.undone:
        notes.append(
            "1 document is neither done nor skipped and has no answer: Prodigy does not train on it"
            if run.undone == 1
            else f"{run.undone} documents are neither done nor skipped and have no answer: Prodigy trains on none"
        )
    if run.off_token:
        notes.append(f"spans off the tokens, which have character offsets only: {run.off_token}")
    if run.pieces:
        notes.append(f"rejected suggestions of several fragments, which are left out: {run.pieces}")
    return tuple(notes)
