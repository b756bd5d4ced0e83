"""What is learned from: documents with what was decided about them, read by the rules and made ready for taggers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.combine import combine, label_map
from annotator.nlp.worker.events.elsewhere import Elsewhere
from annotator.nlp.worker.learned.passages import cues_of, passages_of, tags_of
from annotator.nlp.worker.learned.sequences import Reading, tags_of_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.learned.passages import Cue, Passage, Placed

Fillers = tuple[frozenset[str], frozenset[str]]  # labels that may fill a role, types that have it (none: all)


@dataclass(frozen=True, slots=True)
class Shape:
    """The scheme as learning needs it: labels by layer, which layers hold events, roles and attributes."""

    labels: Mapping[str, tuple[str, ...]]
    event_layers: frozenset[str]
    overlapping: frozenset[str]
    roles: Mapping[str, Mapping[str, Fillers]]
    attributes: Mapping[str, Mapping[str, str]]  # layer -> attribute -> default

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Shape:
        """From {labels, event_layers, overlapping, roles: {layer: {role: [labels, types]}}, attributes}."""
        return Shape(
            {layer: tuple(map(str, names)) for layer, names in value["labels"].items()},
            frozenset(value["event_layers"]),
            frozenset(value.get("overlapping", ())),
            {
                layer: {role: (frozenset(labels), frozenset(types)) for role, (labels, types) in roles.items()}
                for layer, roles in value.get("roles", {}).items()
            },
            {
                layer: {name: str(usual) for name, usual in attributes.items()}
                for layer, attributes in value.get("attributes", {}).items()
            },
        )

    def to_json(self) -> dict[str, Any]:
        """Inverse of `from_json`."""
        return {
            "labels": {layer: list(names) for layer, names in self.labels.items()},
            "event_layers": sorted(self.event_layers),
            "overlapping": sorted(self.overlapping),
            "roles": {
                layer: {role: [sorted(labels), sorted(types)] for role, (labels, types) in roles.items()}
                for layer, roles in self.roles.items()
            },
            "attributes": self.attributes,
        }

    def fitting(self, layer: str, found: str) -> str | None:
        """The label of the layer that a suggester's label stands for, or None."""
        known = self.labels[layer]
        if found in known:
            return found
        others = () if layer in self.event_layers else label_map().get(found, ())
        return next((label for label in others if label in known), None)

    def may_fill(self, layer: str, role: str, type_name: str, label: str) -> bool:
        """Whether a span of that label may fill the role of an event of that type."""
        fillers = self.roles.get(layer, {}).get(role)
        if fillers is None:
            return False
        labels, types = fillers
        return (not labels or label in labels) and (not types or type_name in types)


@dataclass(frozen=True, slots=True)
class Known:
    """A decided span or event."""

    id: str
    layer: str
    label: str
    fragments: tuple[tuple[int, int], ...]
    attributes: Mapping[str, str]
    arguments: tuple[tuple[str, str], ...] = ()  # role, id
    at: int = 0  # when its place and label were decided: a point of the log, 0 if not known


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one document; only a complete one says anything of what was left out."""

    spans: tuple[Known, ...] = ()
    rejected: tuple[tuple[str, str, tuple[tuple[int, int], ...], int], ...] = ()  # layer, label, fragments, when
    is_complete: bool = False

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Decided:
        """From {spans: [[id, layer, label, fragments, attributes, arguments, at]], rejected: [[…, at]], complete}.

        `at` may be left out.
        """
        return Decided(
            tuple(
                Known(
                    id, layer, label, _fragments(fragments), attributes,
                    tuple((role, one) for role, one in arguments), *at,
                )
                for id, layer, label, fragments, attributes, arguments, *at in value["spans"]
            ),
            tuple(
                (layer, label, _fragments(fragments), at[0] if at else 0)
                for layer, label, fragments, *at in value["rejected"]
            ),
            bool(value["complete"]),
        )  # fmt: skip


def _fragments(value: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in value)


NOTHING = Decided()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document read once: passages, what the rules found as the scheme names it, cues by layer."""

    document: Document
    shape: Shape
    passages: tuple[Passage, ...]
    ruled: tuple[Suggestion, ...]
    cues: Mapping[str, Sequence[Sequence[Cue]]]
    decided: Decided = NOTHING
    elsewhere: Elsewhere | None = None  # what the rules say of events that they did not find
    others: tuple[Suggestion, ...] = ()  # what pipelines found, as the scheme names it

    @property
    def name_cues(self) -> Sequence[Sequence[Cue]]:
        """What the rules for names said of each word."""
        return self.cues[_ENTITIES]

    def placed(self, layer: str) -> list[Placed]:
        """The decided spans of a layer."""
        return [(one.fragments, one.label) for one in self.decided.spans if one.layer == layer]

    def reading(self, layer: str) -> Reading:
        """The document for the tagger of a layer, with the decided spans as its tags."""
        return Reading(self.passages, self.cues[layer], tags_of(self.passages, self.placed(layer)), self._extra(layer))

    def reading_by_rules(self, layer: str) -> Reading:
        """As `reading`, with the rules' finds as its tags."""
        labels = {
            cue: known
            for line in self.cues[layer]
            for cue in {tag.partition("-")[2] for tag, _ in line} - {""}
            if (known := self.shape.fitting(layer, cue)) is not None
        }
        tags = [tags_of_cues(line, labels) for line in self.cues[layer]]
        return Reading(self.passages, self.cues[layer], tags, self._extra(layer))

    def _extra(self, layer: str) -> list[list[tuple[str, ...]]] | None:
        """For events: which entities the rules see around."""
        if layer not in self.shape.event_layers:
            return None
        return [list(_around([tag for tag, _ in line])) for line in self.cues[_ENTITIES]]


_ENTITIES = ""  # the key of the entity cues for layers of events


def _around(tags: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for index, tag in enumerate(tags):
        before = tags[index - 1] if index else "^"
        after = tags[index + 1] if index + 1 < len(tags) else "$"
        yield f"en={tag}", f"ena={before}", f"enb={after}"


def prepare(
    document: Document, shape: Shape, entities: Sequence[Suggestion], events: Sequence[Suggestion], decided: Decided
) -> Prepared:
    """The document ready for taggers; `entities` and `events` are what the rules found in it, in their own labels."""
    passages = passages_of(document)
    entity_cues, event_cues = cues_of(passages, entities), cues_of(passages, events)
    cues = {layer: event_cues if layer in shape.event_layers else entity_cues for layer in shape.labels}
    labels = {layer: frozenset(names) for layer, names in shape.labels.items()}
    ruled = combine(document, [*entities, *events], labels, overlapping=shape.overlapping)
    elsewhere = Elsewhere(document, entities) if shape.event_layers else None
    return Prepared(document, shape, passages, tuple(ruled), {**cues, _ENTITIES: entity_cues}, decided, elsewhere)
