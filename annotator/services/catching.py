"""Agreeing with the machine: who accepts how much, how fast, and who catches the wrong ones that were planted."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from annotator.services.conduct import conduct_of, handed_out_bare
from annotator.services.safeguards import PLANTED, catch, is_planted

if TYPE_CHECKING:
    from annotator.store.project import Project

DECIDING = ("accept", "reject")  # operations that answer one suggestion


def rates(project: Project, actor: str) -> dict[str, Any]:
    """The figures of one annotator, each share with what it is a share of; None where there is nothing to divide.

    `decided` suggestions and the `accept_rate`, the share taken as they were; `planted` wrong ones in finished
    documents, how many were `caught` (rejected, corrected or passed over) and the `catch_rate`; `passed`: those
    that were accepted, by document; `controls`: finished documents that came without suggestions;
    `median_ms`: the active time before a single accept or reject, of `timed` ones.
    """
    conduct, bare = conduct_of(project), handed_out_bare(project, actor)
    done = set(project.ids_with_status(actor, "done"))
    verdicts, planted, controls = [], [], 0
    passed: list[dict[str, str]] = []
    for one in project.document_stats(actor):
        decided = project.decided(one.document, actor)
        wrong = {id for id, verdict in decided.verdicts.items() if verdict.suggester == PLANTED}
        is_bare = (conduct.is_control(one.document) or one.document in bare) and not decided.verdicts
        if one.document in done:
            controls += is_bare
            if not is_bare:  # who saw no suggestion did not pass one over
                wrong |= {id for id, shown in project.suggestions(one.document).items() if is_planted(shown)}
        # Ids hold the hash of their text, but copies of a text are told apart by their document.
        verdicts += [(f"{one.document} {id}", verdict) for id, verdict in decided.verdicts.items()]
        planted += [f"{one.document} {id}" for id in wrong]
        passed += [
            {"document": one.document, "suggestion": id, "label": decided.verdicts[id].label}
            for id in sorted(wrong & decided.verdicts.keys())
            if decided.verdicts[id].outcome == "accepted"
        ]
    found = catch(verdicts, planted)
    times = [
        operation.elapsed_ms
        for operation in project.operations(actor=actor)
        if operation.kind in DECIDING and operation.origin == "user"
    ]
    return {
        "decided": found.shown,
        "accept_rate": found.accept_rate,
        "planted": found.planted,
        "caught": found.caught,
        "catch_rate": found.catch_rate,
        "passed": passed,
        "controls": controls,
        "median_ms": median(times) if times else None,
        "timed": len(times),
    }
