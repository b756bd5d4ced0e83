"""Agreeing with the machine: who accepts how much, how fast, and who catches the wrong ones that were planted."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from annotator.services.comparing import adjudicators
from annotator.services.conduct import conduct_of, handed_out_bare
from annotator.services.safeguards import PLANTED, Catch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.store.project import Project

DECIDING = ("accept", "reject")  # operations that answer one suggestion


def _done_here(project: Project, actor: str) -> set[str]:
    """The documents that are done, but for those that came in from files: what was shown there is not known."""
    last = project.last_on_documents(actor)
    return {id for id in project.ids_with_status(actor, "done") if not last[id].is_imported}


def planted_ones(project: Project, actor: str, *, shown: Mapping[str, set[str]]) -> dict[tuple[str, str], str]:
    """(document, suggestion) -> outcome of each planted suggestion that the annotator was given; "" for passed over.

    Those that were decided, and those that lie open in a document that is done; `shown` are all there are, by
    document. Nobody passed over what a document without suggestions did not show, nor did who worked elsewhere and
    came in from files.
    """
    if actor in adjudicators(project):
        return {}  # who settles what others made of an article was shown no suggestions there
    conduct, bare = conduct_of(project), handed_out_bare(project, actor)
    found: dict[tuple[str, str], str] = {}
    answered: set[str] = set()
    for document, id, outcome, suggester in project.answers(actor):
        answered.add(document)
        if suggester == PLANTED:
            found[document, id] = outcome
    for document in _done_here(project, actor) & shown.keys():
        if document in answered or not (conduct.is_control(document) or document in bare):
            for id in shown[document]:
                found.setdefault((document, id), "")
    return found


def rates(project: Project, actor: str) -> dict[str, Any]:
    """The figures of one annotator, each share with what it is a share of; None where there is nothing to divide.

    `decided` suggestions and the `accept_rate`, the share taken as they were; `planted` wrong ones in finished
    documents, how many were `caught` (rejected, corrected or passed over) and the `catch_rate`; `passed`: those
    that were accepted, by document; `controls`: finished documents that came without suggestions;
    `median_ms`: the active time before a single accept or reject, of `timed` ones.
    """
    conduct, bare = conduct_of(project), handed_out_bare(project, actor)
    done = _done_here(project, actor)
    answers = project.answers(actor)
    answered = {document for document, *_ in answers}
    real = [outcome for *_, outcome, suggester in answers if suggester != PLANTED]
    planted = planted_ones(project, actor, shown=project.suggested_by(PLANTED))
    passed = sorted(key for key, outcome in planted.items() if outcome == "accepted")
    found = Catch(len(real), real.count("accepted"), len(planted), len(planted) - len(passed))
    verdicts = {document: project.decided(document, actor).verdicts for document in {one for one, _ in passed}}
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
        "passed": [
            {"document": document, "suggestion": id, "label": verdicts[document][id].label} for document, id in passed
        ],
        "controls": sum(
            document not in answered and (conduct.is_control(document) or document in bare) for document in done
        ),
        "median_ms": median(times) if times else None,
        "timed": len(times),
    }
