"""Suggestions made anew where a work package brought some or an article was begun: not all of them are replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from annotator.core import suggestion as suggestions
from annotator.core.text import is_overlapping
from annotator.nlp.messages import REJECTED_AS
from annotator.services.safeguards import is_planted
from annotator.services.suggesting import LEARNED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.services.suggesting import Judged
    from annotator.store.project import Project

PACKAGE = "package"  # of the run with which a work package's suggestions came
HANDED_OUT = "handed_out"  # the same of later runs
RULES, MEMORY = "rules", "memory"  # as the learned suggester names its sources


def renewed(project: Project, document: str, judged: Judged) -> tuple[list[Suggestion], dict[str, Any]] | None:
    """The suggestions for a document of a work package, and what its run has to keep.

    None for any other document, and where the sender had learned nothing: what the rules say is known here, too.

    The sender's, without those that the annotator has rejected since, and what was learned here beside them. What the
    rules find and the sender did not send was kept back, as a name is that gold rejected: it is not added.
    """
    run = project.suggestion_run(document) or {}
    package = run.get(HANDED_OUT) or run.get(PACKAGE)
    if not package:
        return None
    base = _sent(project.suggestions(document), run)
    if not any(one.provenance.model and not is_planted(one) for one in base):
        return None
    refused = {_place(one) for one, why in judged.hidden if REJECTED_AS in why}
    kept = [one for one in base if _place(one) not in refused]
    gone = [one for one in base if _place(one) in refused]
    more = [
        one for one in judged.shown if _is_learned_here(one) and not any(_is_in_the_way(other, one) for other in base)
    ]
    more += [
        one
        for one in judged.shown
        if any(_is_in_the_way(other, one) for other in gone) and not any(_is_in_the_way(other, one) for other in kept)
    ]
    about = {
        HANDED_OUT: package,
        "added": sorted({one.id for one in more}),
        "removed": [suggestions.to_json(one) for one in gone],
    }
    return [*kept, *{one.id: one for one in more}.values()], about


def without_refused(state: DocumentState, judged: Judged, *, at_hand: str | None) -> list[Suggestion] | None:
    """The suggestions of a document that was begun, without open ones that were rejected elsewhere since.

    None where there are none of these; what is at hand stays.
    """
    refused = {_place(one) for one, why in judged.hidden if REJECTED_AS in why}
    gone = {
        id
        for id, one in state.suggestions.items()
        if _place(one) in refused and id not in state.verdicts and id not in state.spans and id != at_hand
    }
    return [one for id, one in state.suggestions.items() if id not in gone] if gone else None


def _sent(stored: Mapping[str, Suggestion], run: Mapping[str, Any]) -> list[Suggestion]:
    """What the sender gave out, whatever was added and taken away since."""
    added = set(cast("list[str]", run.get("added", ())))
    removed = [suggestions.from_json(one) for one in cast("list[dict[str, Any]]", run.get("removed", ()))]
    found = {one.id: one for one in stored.values() if one.id not in added}
    return list(({one.id: one for one in removed} | found).values())


def _is_learned_here(one: Suggestion) -> bool:
    """Whether it rests on the annotator's decisions: taggers repeat what the rules find as long as little is done."""
    sources = one.provenance.rule.partition(":")[0].split("+")
    return one.provenance.suggester == LEARNED and (MEMORY in sources or RULES not in sources)


def _place(one: Suggestion) -> tuple[str, str, object]:
    return one.layer, one.label, one.fragments


def _is_in_the_way(one: Suggestion, other: Suggestion) -> bool:
    return one.layer == other.layer and is_overlapping(one.fragments, other.fragments)
