"""The learned suggester at work: one list of suggestions from all voters, with the reasons of the hidden ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.span import Argument
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.nlp.worker.learned import fillers
from annotator.nlp.worker.learned.candidates import CRF, claims_of_tags, gather
from annotator.nlp.worker.learned.choosing import Scored, choose, score
from annotator.nlp.worker.learned.features import Features
from annotator.nlp.worker.learned.model import VERSION, load
from annotator.nlp.worker.learned.sequences import TwoStages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.nlp.worker.learned.candidates import Found
    from annotator.nlp.worker.learned.lessons import Prepared
    from annotator.nlp.worker.learned.model import Layer, Learned

NAME = "learned"
_KEPT: dict[str, Suggester] = {}  # the one loaded last, by path and time of change: every batch asks for the same


@dataclass(frozen=True, slots=True)
class Hidden:
    """A suggestion that is not shown, and why."""

    suggestion: Suggestion
    why: str


class Suggester:
    """Suggests by what was learned; taggers are opened once."""

    def __init__(self, learned: Learned) -> None:
        self.learned = learned
        self.features = Features(learned.statistics, has_pieces=learned.has_pieces)
        self._taggers = {
            name: TwoStages(self.features, layer.tagger) for name, layer in learned.layers.items() if layer.tagger.last
        }

    def claims(self, prepared: Prepared, layer: str) -> dict[str, Found]:
        """What the tagger of the layer says of the document; nothing where it was never trained."""
        tagger = self._taggers.get(layer)
        if tagger is None:
            return {}
        self.features.read(prepared.passages, prepared.name_cues)
        return {CRF: claims_of_tags(prepared, *tagger.judge(prepared.reading(layer)))}

    def suggest(
        self,
        prepared: Prepared,
        *,
        others: Sequence[Suggestion] = (),
        more: Mapping[str, Mapping[str, Found]] | None = None,
    ) -> tuple[list[Suggestion], list[Hidden]]:
        """Suggestions by position, and the hidden ones; `others` are pipelines', `more` further claims by layer."""
        shown: list[Suggestion] = []
        hidden: list[Hidden] = []
        shape = prepared.shape
        for layer in sorted(shape.labels, key=lambda name: name in shape.event_layers):
            able = [fillers.Filler(one.id, one.label, one.fragments) for one in shown if not one.is_event]
            for scored in self._chosen(prepared, layer, others, (more or {}).get(layer, {})):
                made = self._made(prepared, scored, able)
                if scored.why_hidden:
                    hidden.append(Hidden(made, scored.why_hidden))
                else:
                    shown.append(made)
        return sorted(shown, key=lambda one: (one.start, one.end, one.layer, one.label)), hidden

    def _chosen(
        self, prepared: Prepared, layer: str, others: Sequence[Suggestion], more: Mapping[str, Found]
    ) -> list[Scored]:
        known = self.learned.layers[layer]
        claims = {**self.claims(prepared, layer), **more}
        found = gather(prepared, layer, claims, known.memory, others)
        scored = score(
            found, self.learned.combiner, known.memory, finished=self.learned.finished, voters=claims.keys(),
            places=self.learned.places,
        )  # fmt: skip
        is_flat = layer not in prepared.shape.event_layers and layer not in prepared.shape.overlapping
        return choose(scored, known.memory, known.silent, is_flat=is_flat, defers=known.defers, least=known.least)

    def _made(self, prepared: Prepared, scored: Scored, able: Sequence[fillers.Filler]) -> Suggestion:
        candidate = scored.candidate
        is_event = candidate.layer in prepared.shape.event_layers
        by = "+".join(sorted(candidate.claims))
        rule = f"{by}: {candidate.rule}" if candidate.rule else by
        suggester = NAME if candidate.is_learned or candidate.ruled is None else candidate.ruled.provenance.suggester
        made = Suggestion(
            id=suggestion_id(prepared.document.sha256, candidate.layer, candidate.label, candidate.fragments),
            layer=candidate.layer,
            label=candidate.label,
            fragments=candidate.fragments,
            score=round(scored.chance, 4),
            provenance=Provenance(suggester, VERSION, rule=rule, model=self.learned.decisions[:12]),
            is_event=is_event,
        )
        return self._with_parts(prepared, made, self.learned.layers[candidate.layer], able) if is_event else made

    def _with_parts(
        self, prepared: Prepared, made: Suggestion, layer: Layer, able: Sequence[fillers.Filler]
    ) -> Suggestion:
        """The event with its attributes and arguments, by what the rules say of it and what was learned."""
        happening = fillers.happening_at(prepared, made.layer, made.label, made.fragments)
        arguments = fillers.arguments_of(layer.events, prepared, happening, able, prepared.shape)
        return made._replace(
            attributes=fillers.attributes_of(layer.events, prepared, happening, prepared.shape),
            arguments=tuple(dict.fromkeys(Argument(role, filler) for role, filler in arguments)),
        )


def opened(path: str) -> Suggester:
    """The suggester in a file, loaded again only when the file has changed; raises KnownError A504."""
    place = Path(path)
    stamp = f"{path}\x00{place.stat().st_mtime_ns if place.exists() else 0}"
    if stamp not in _KEPT:
        _KEPT.clear()
        _KEPT[stamp] = Suggester(load(place))
    return _KEPT[stamp]
