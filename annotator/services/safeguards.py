"""Guards against agreeing with the machine: blind control documents, planted wrong suggestions, who catches them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import is_overlapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.decision import Verdict
    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.span import Span

PLANTED = "planted"  # the suggester of planted ones: verdicts keep it, so the log tells them from real ones


def is_control(document: str, *, share: float, seed: int) -> bool:
    """Whether the document is to be annotated without suggestions: the same answer for the same seed, for ever."""
    return _lot(f"control\x1f{seed}\x1f{document}") < share


def planted_in(
    document: Document, found: Sequence[Suggestion], scheme: Scheme, *, share: float, seed: int
) -> list[Suggestion]:
    """Wrong suggestions to mix in, about `share` for each real one, where no real one stands.

    They begin with a capital in the middle of a sentence where there is such a word left: no one is fooled by "de".
    A word with a capital gets the label of a real one with a capital, another that of another.
    They look like others of their label in all but their place: `as_shown` names the suggester that they pass for.
    """
    if not share:
        return []
    import random  # lazy: the window comes up without it

    chance = random.Random(f"{seed}\x1f{document.sha256}")
    flat = [layer.name for layer in scheme.layers if not layer.is_event]
    real = [one for one in found if one.layer in flat]
    wanted = sum(chance.random() < share for _ in real)
    starts = {first for first, _ in document.sentences}
    free = [
        index
        for index, (start, end) in enumerate(document.tokens.ranges)
        if document.text[start:end].isalpha() and end - start > 2 and index not in starts
    ]
    chance.shuffle(free)
    free.sort(key=lambda index: not document.text[document.tokens.starts[index]].isupper())
    made: list[Suggestion] = []
    for index in free:
        if len(made) >= wanted:
            break
        place = ((document.tokens.starts[index], document.tokens.ends[index]),)
        if any(is_overlapping(place, one.fragments) for one in (*found, *made)):
            continue
        is_name = document.text[place[0][0]].isupper()
        alike = [one for one in real if document.text[one.start].isupper() == is_name]
        model = chance.choice(alike or real)
        made.append(
            Suggestion(
                suggestion_id(document.sha256, model.layer, model.label, place),
                model.layer,
                model.label,
                place,
                model.score,
                _disguised(model.provenance),
            )
        )
    return made


def _disguised(origin: Provenance) -> Provenance:
    return Provenance(PLANTED, origin.version, origin.rule, origin.suggester)


def is_planted(suggestion: Suggestion) -> bool:
    """Whether the suggestion is wrong on purpose."""
    return suggestion.provenance.suggester == PLANTED


def as_shown(origin: Provenance) -> Provenance:
    """A provenance as annotators get to see it: a planted suggestion's is that of the real one it was made after."""
    return Provenance(origin.model, origin.version, origin.rule) if origin.suggester == PLANTED else origin


def without_planted(
    spans: Mapping[str, Span], verdicts: Mapping[str, Verdict]
) -> tuple[list[Span], dict[str, Verdict]]:
    """Spans and verdicts that do not go back to a planted suggestion: nothing is learned from those that do.

    What an annotator corrected is the annotator's own work, and stays.
    """
    wrong = {id for id, verdict in verdicts.items() if verdict.suggester == PLANTED}
    passed = {id for id in wrong if verdicts[id].outcome == "accepted"}
    return (
        [span for span in spans.values() if span.suggestion not in passed],
        {id: verdict for id, verdict in verdicts.items() if id not in wrong},
    )


@dataclass(frozen=True, slots=True)
class Catch:
    """How an annotator dealt with suggestions: all of them, and those that were planted."""

    shown: int
    accepted: int
    planted: int
    caught: int  # planted ones that were rejected, corrected, or passed over in a finished document

    @property
    def accept_rate(self) -> float | None:
        """Share of the decided suggestions that were accepted as they were."""
        return self.accepted / self.shown if self.shown else None

    @property
    def catch_rate(self) -> float | None:
        """Share of the planted ones that did not pass."""
        return self.caught / self.planted if self.planted else None

    def to_json(self) -> dict[str, Any]:
        """For reports."""
        return {
            "shown": self.shown,
            "accepted": self.accepted,
            "planted": self.planted,
            "caught": self.caught,
            "accept_rate": self.accept_rate,
            "catch_rate": self.catch_rate,
        }


def _lot(key: str) -> float:
    """0 up to 1, the same for the same key."""
    return int.from_bytes(hashlib.blake2s(key.encode("utf-8"), digest_size=6).digest(), "big") / 2**48
