"""What the work cost as it went on: gestures and seconds for each correct span, ten finished documents a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.services.comparing import GOLD
from annotator.services.conduct import conduct_of, handed_out_bare
from annotator.services.safeguards import without_planted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.store.project import Project

EVERY = 10  # documents in a row


def in_order_of_work(project: Project, actor: str) -> list[str]:
    """The documents that the annotator has finished, by when that was."""
    finished: dict[str, None] = {}
    for operation in project.operations(actor=actor):
        for decision in operation.decisions:
            if decision.kind == "status":
                finished.pop(decision.document, None)
                if getattr(decision.after, "value", "") == "done":
                    finished[decision.document] = None
    return list(finished)


def course(project: Project, actor: str) -> list[dict[str, Any]]:
    """Rows {first, last, documents, controls, keys, seconds, spans, correct, judged, keys_per_span, seconds_per_span}.

    `keys` are operations made by hand, one at least for each key or click that decided something; `seconds` are
    active time. A span is correct where gold has it, in documents that gold has finished (`judged` of the row's);
    elsewhere all spans that stand count. A share is None where nothing is correct, or no time was kept.
    """
    spent = {one.document: one.figures for one in project.document_stats(actor)}
    has_gold = GOLD in project.actors() and actor != GOLD
    settled = set(project.ids_with_status(GOLD, "done")) if has_gold else set()
    conduct, bare = conduct_of(project), handed_out_bare(project, actor)
    rows: list[dict[str, Any]] = []
    order = [id for id in in_order_of_work(project, actor) if id in spent and spent[id].keys]
    for first in range(0, len(order), EVERY):
        part = order[first : first + EVERY]
        counts = [_counted(project, actor, id, is_judged=id in settled) for id in part]
        rows.append(_row(first + 1, part, counts) | {
            "keys": sum(spent[id].keys for id in part),
            "seconds": round(sum(spent[id].active_seconds for id in part), 1),
            "controls": sum(conduct.is_control(id) or id in bare for id in part),
            "judged": len(settled.intersection(part)),
        })  # fmt: skip
    for row in rows:
        row["keys_per_span"] = row["keys"] / row["correct"] if row["correct"] else None
        row["seconds_per_span"] = row["seconds"] / row["correct"] if row["correct"] and row["seconds"] else None
    return rows


def _row(first: int, part: Sequence[str], counts: Sequence[tuple[int, int]]) -> dict[str, Any]:
    return {
        "first": first,
        "last": first + len(part) - 1,
        "documents": len(part),
        "spans": sum(spans for spans, _ in counts),
        "correct": sum(correct for _, correct in counts),
    }


def _counted(project: Project, actor: str, document: str, *, is_judged: bool) -> tuple[int, int]:
    """Spans that stand in the document, and how many of them are correct."""
    decided = project.decided(document, actor)
    own, _ = without_planted(decided.spans, decided.verdicts)
    if not is_judged:
        return len(decided.spans), len(own)
    gold = {(one.layer, one.label, one.fragments) for one in project.decided(document, GOLD).spans.values()}
    return len(decided.spans), sum((one.layer, one.label, one.fragments) in gold for one in own)
