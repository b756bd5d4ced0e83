"""All figures of a project as they were measured, with the places that each of them rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.services import agreeing, comparing, following
from annotator.services.collecting import paused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.material import Material
    from annotator.agreement.pairing import Pairing
    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.store.project import Project

Progress = Callable[[int, int, str], None]
MOST = 2_000  # places that are listed
SHORT = 80  # characters of a text that are shown


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of two annotators in a layer: `kind` says about what, `key` about which.

    measure (measure,) · cell (row, column) · label (label,) · shift (side, shift) · document (document,) ·
    group (what is reported apart, way, measure) · event (trigger, type, roles, fillers or an attribute,).
    Of one annotator, `a`, and no layer: work (cell,), one of those in `reporting`. With no `b` in a
    layer: of `a` with all others, or of every pair where there is no `a` either.
    """

    layer: str
    a: str
    b: str
    kind: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """A place of a figure: the text there, and what each has ("" for nothing); whole documents have no text."""

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

    def places(self, ask: Ask, project: Project | None = None) -> list[Resting]:
        """The places that are asked for, by document and position, at most MOST; `project` is read for work."""
        if ask.kind == "work":
            from annotator.services.work_places import work_places  # lazy: what it needs imports this

            return work_places(project, self._material, ask.a, ask.key[0], self.titles) if project else []
        # lazy: numpy, which only measuring needs
        from annotator.agreement import resting

        if not ask.b and self.answer is not None:
            return self._with_all_others(ask)
        pairing = self._pairing(ask)
        if pairing is None:
            return []
        kinds: dict[str, Callable[[], Callable[[resting.Rest], bool]]] = {
            "measure": lambda: resting.of_measure(ask.key[0]),
            "cell": lambda: resting.of_cell(ask.key[0], ask.key[1]),
            "label": lambda: resting.of_label(ask.key[0]),
            "shift": lambda: resting.of_shift(pairing, ask.key[0], ask.key[1]),
            "document": lambda: resting.is_different,
            "group": lambda: resting.of_measure(ask.key[2]),
            "event": lambda: resting.of_event_part(pairing, ask.key[0]),
        }
        keep = kinds[ask.kind]()
        within: frozenset[int | None] | None = None
        if ask.kind == "document":
            within = frozenset([pairing.material.number.get(ask.key[0])])
        elif ask.kind == "group":
            ways = pairing.groups.get(ask.key[0], {})
            within = frozenset(ways[ask.key[1]].tolist() if ask.key[1] in ways else ())
        found = [one for one in resting.all_places(pairing) if keep(one) and (within is None or one.number in within)]
        found.sort(key=lambda one: (one.number, (one.a or one.b).start))  # type: ignore[union-attr]  # one is there
        part = ask.key[0] if ask.kind == "event" else ""
        return [self._shown(pairing, one.number, one.a, one.b, part) for one in found[:MOST]]

    def _with_all_others(self, ask: Ask) -> list[Resting]:
        """The places of every pair with that annotator, each version with whose it is."""
        assert self.answer is not None
        pairs = [(one["a"], one["b"]) for one in self.answer["layers"][ask.layer]["pairs"]]
        places = [
            replace(one, a=f"{a}: {one.a or '–'}", b=f"{b}: {one.b or '–'}")
            for a, b in pairs
            if ask.a in ("", a, b)
            for one in self.places(replace(ask, a=a, b=b))
        ]
        order = {id: number for number, id in enumerate(self.titles)}
        return sorted(places, key=lambda one: (order.get(one.document, 0), one.start))[:MOST]

    def gamma(
        self, layer: str, names: Sequence[str], *, samples: int, seed: int, progress: Progress | None = None
    ) -> dict[str, Any]:
        """Gamma of these annotators in the layer, also put where `answer` has their other figures.

        Raises KnownError A804 where nothing was measured.
        """
        if self._material is None or self.answer is None:
            raise KnownError("A804", "there is nothing to measure", "have two annotators finish a document")
        return agreeing.measure_gamma(
            self.answer, self._material, layer, names, is_events=layer in self._events,
            samples=samples, seed=seed, progress=progress,
        )  # fmt: skip

    def _pairing(self, ask: Ask) -> Pairing | None:
        from annotator.agreement.pairing import Pairing  # lazy: numpy, as above

        if self._material is None:
            return None
        key = (ask.layer, ask.a, ask.b)
        if key not in self._pairings:
            layer = self._material.layer(ask.layer, is_events=ask.layer in self._events)
            self._pairings[key] = Pairing(self._material, layer, ask.a, ask.b)
        return self._pairings[key]

    def _shown(self, pairing: Pairing, number: int, a: Span | None, b: Span | None, part: str = "") -> Resting:
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
        if part not in ("", "trigger", "type") and a is not None and b is not None:
            sides = ((pairing.a.annotator, a), (pairing.b.annotator, b))
            said = [f"{one.label}: {_part(pairing, name, number, one, part)}" for name, one in sides]
        start = first.start if first is not None else 0
        text = f"{texts[0] or texts[1]:.{SHORT}}"
        return Resting(article.id, self.titles.get(article.id, article.id), start, text, said[0], said[1])


def _part(pairing: Pairing, name: str, number: int, event: Span, part: str) -> str:
    """What an event has in one layer of agreement: its roles, its fillers, or the value of an attribute."""
    from annotator.agreement import resting  # lazy: numpy, as above

    if part not in ("roles", "fillers"):
        return event.attributes.get(part, "")
    text = pairing.material.articles[number].text
    words = []
    for role, places in resting.fillers_of(pairing.material, name, number, event).items():
        if part == "roles":
            words += [role] * len(places)
        else:
            words += [f"{role} “{' '.join(covered(text, one).split()):.40}”" for one in places if one]
    return ", ".join(words) or "–"


def measure(project: Project, scheme: Scheme, *, progress: Progress | None = None) -> Measured:
    """Measures all annotators of a project; `progress(done, total, what)` may raise to stop.

    Nothing is collected meanwhile: the window would have to look through every span that was read, at one go.
    """
    with paused():
        return _measured(project, scheme, progress)


def _measured(project: Project, scheme: Scheme, progress: Progress | None) -> Measured:
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
        return Measured(None, error, following.follow(project), titles)
    follow = following.follow(project, found=found)
    events = frozenset(layer.name for layer in scheme.layers if layer.is_event)
    return Measured(answer, None, follow, titles, found, events)
