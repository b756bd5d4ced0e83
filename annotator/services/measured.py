"""All figures of a project as they were measured, with the places that each of them rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.services import agreeing, comparing, following

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.agreement.material import Material
    from annotator.agreement.pairing import Pairing
    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.store.project import Project

MOST = 2_000  # places that are listed
SHORT = 80  # characters of a text that are shown


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of two annotators in a layer: `kind` measure, cell, label, shift or document, with its `key`.

    key: (measure,), (row, column), (label,), (side, shift) or (document,).
    """

    layer: str
    a: str
    b: str
    kind: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """A place of a figure: the text there, and what each has ("" for nothing)."""

    document: str
    title: str
    start: int
    text: str
    a: str
    b: str


@dataclass(slots=True)
class Measured:
    """`answer` is that of `agreement --json` (None with `why` where nothing can be compared), `follow` of all
    annotators; titles by document id."""

    answer: dict[str, Any] | None
    why: KnownError | None
    follow: dict[str, Any]
    titles: dict[str, str]
    _material: Material | None = None
    _events: frozenset[str] = frozenset()
    _pairings: dict[tuple[str, str, str], Pairing] = field(default_factory=dict)

    def places(self, ask: Ask) -> list[Resting]:
        """The places that are asked for, by document and position, at most MOST."""
        # lazy: numpy, which only measuring needs
        from annotator.agreement import resting

        pairing = self._pairing(ask)
        if pairing is None:
            return []
        kinds: dict[str, Callable[[], Callable[[resting.Rest], bool]]] = {
            "measure": lambda: resting.of_measure(ask.key[0]),
            "cell": lambda: resting.of_cell(ask.key[0], ask.key[1]),
            "label": lambda: resting.of_label(ask.key[0]),
            "shift": lambda: resting.of_shift(pairing, ask.key[0], ask.key[1]),
            "document": lambda: resting.is_different,
        }
        keep = kinds[ask.kind]()
        number = pairing.material.number.get(ask.key[0]) if ask.kind == "document" else None
        found = [one for one in resting.all_places(pairing) if keep(one) and number in (None, one.number)]
        found.sort(key=lambda one: (one.number, (one.a or one.b).start))  # type: ignore[union-attr]  # one is there
        return [self._shown(pairing, one.number, one.a, one.b) for one in found[:MOST]]

    def _pairing(self, ask: Ask) -> Pairing | None:
        from annotator.agreement.pairing import Pairing  # lazy: numpy, as above

        if self._material is None:
            return None
        key = (ask.layer, ask.a, ask.b)
        if key not in self._pairings:
            layer = self._material.layer(ask.layer, is_events=ask.layer in self._events)
            self._pairings[key] = Pairing(self._material, layer, ask.a, ask.b)
        return self._pairings[key]

    def _shown(self, pairing: Pairing, number: int, a: Span | None, b: Span | None) -> Resting:
        article = pairing.material.articles[number]
        first = a or b
        texts = [" ".join(covered(article.text, one.fragments).split()) if one else "" for one in (a, b)]
        said = [
            (
                ""
                if one is None
                else one.label
                if a is None or b is None or texts[0] == texts[1]
                else f"{one.label} “{text:.40}”"
            )
            for one, text in zip((a, b), texts, strict=True)
        ]
        start = first.start if first is not None else 0
        text = f"{texts[0] or texts[1]:.{SHORT}}"
        return Resting(article.id, self.titles.get(article.id, article.id), start, text, said[0], said[1])


def measure(project: Project, scheme: Scheme, *, progress: Callable[[int, int, str], None] | None = None) -> Measured:
    """Measures all annotators of a project; `progress(done, total, what)` may raise to stop."""
    follow = following.follow(project)
    names = comparing.annotators_of(project)
    titles: dict[str, str] = {}
    ids = project.document_ids()
    if names:
        titles = {row.id: row.title for row in project.rows(ids, names[0])}
    try:
        found = agreeing.material(project, names, progress=progress)
        answer = agreeing.measure(project, scheme, progress=progress, found=found)
    except KnownError as error:
        if error.code != "A804":
            raise
        return Measured(None, error, follow, titles)
    events = frozenset(layer.name for layer in scheme.layers if layer.is_event)
    return Measured(answer, None, follow, titles, found, events)
