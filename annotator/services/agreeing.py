"""Agreement on a project: the finished readings of its annotators, handed to the measures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from annotator.core.compare import FEW_DOCUMENTS
from annotator.core.text import counted
from annotator.errors import KnownError
from annotator.services import comparing
from annotator.services.conduct import handed_out_bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.material import Material
    from annotator.core.scheme import Scheme
    from annotator.store.project import Project

Progress = Callable[[int, int, str], None]  # done, total, what comes next; may raise to stop


def measure(
    project: Project,
    scheme: Scheme,
    *,
    annotators: Sequence[str] = (),
    layers: Sequence[str] = (),
    documents: Sequence[str] = (),
    seed: int = 0,
    samples: int | None = None,
    progress: Progress | None = None,
    found: Material | None = None,
) -> dict[str, Any]:
    """The value of `agreement --json`: all figures of all layers, on documents that two or more finished.

    Beside `layers` it says who was compared (`annotators`), on how many documents, under which versions of
    scheme and guideline, and what to be careful about (`warnings`). `found` is the material where it was read
    already. Raises KnownError A403 (no such layer),
    A604, A806 (wrong annotators), A804 (nothing to compare).
    """
    from annotator.agreement import report  # lazy: numpy, which nothing else here needs
    from annotator.agreement.bootstrap import SAMPLES  # lazy: as above

    names = comparing.annotators_of(project, annotators)
    known = [layer.name for layer in scheme.layers]
    require_layers(scheme, layers)
    found = found or material(project, names, documents=documents)
    events = [layer.name for layer in scheme.layers if layer.is_event]
    figures = report.agreement(
        found,
        layers=list(layers) or known,
        events_in=events,
        attributes_in={layer: [one.name for one in scheme.attributes if one.layer == layer] for layer in events},
        seed=seed,
        progress=progress,
        samples=SAMPLES if samples is None else samples,
    )
    rules = project.rules()
    return {
        "annotators": list(found.annotators),
        "documents": len(found.articles),
        "scheme": {"name": scheme.name, "version": scheme.version},
        "guideline": rules[-1].version if rules else 0,
        "warnings": _warnings(len(found.articles)),
        **figures,
    }


def measure_gamma(
    answer: dict[str, Any],
    found: Material,
    layer: str,
    names: Sequence[str],
    *,
    is_events: bool,
    samples: int,
    seed: int,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Gamma of these annotators in a layer, also put beside their other figures in `answer`."""
    from annotator.agreement.report import gamma_by_document  # lazy: numpy, as above

    marks = found.layer(layer, is_events=is_events)
    value = gamma_by_document(found, marks, names, samples=samples, seed=seed, progress=progress)
    figures = answer["layers"][layer]
    for pair in figures["pairs"]:
        if (pair["a"], pair["b"]) == tuple(names):
            pair["gamma"] = value
    if list(names) == figures["overall"]["annotators"]:
        figures["overall"]["gamma"] = value
    return value


def measure_gammas(
    answer: dict[str, Any],
    found: Material,
    scheme: Scheme,
    *,
    samples: int,
    seed: int,
    progress: Progress | None = None,
) -> None:
    """Gamma of every pair, and of all where there are more than two, in every layer of `answer`."""
    events = {layer.name for layer in scheme.layers if layer.is_event}
    wanted = [
        (layer, names)
        for layer, figures in answer["layers"].items()
        for names in dict.fromkeys(
            [*((pair["a"], pair["b"]) for pair in figures["pairs"]), tuple(figures["overall"]["annotators"])]
        )
    ]
    sizes = [_finished_by_all(found, names) for _, names in wanted]
    for number, (layer, names) in enumerate(wanted):

        def tell(done: int, _total: int, what: str, before: int = sum(sizes[:number])) -> None:
            if progress is not None:
                progress(before + done, sum(sizes), what)

        measure_gamma(
            answer, found, layer, names, is_events=layer in events, samples=samples, seed=seed, progress=tell
        )  # fmt: skip


def _finished_by_all(found: Material, names: Sequence[str]) -> int:
    """How many documents all of these annotators finished."""
    who = ({one.annotator for one in found.readings_at(number)} for number in range(len(found.articles)))
    return sum(finished.issuperset(names) for finished in who)


def require_layers(scheme: Scheme, layers: Sequence[str]) -> None:
    """KnownError A403 where the scheme has no such layer."""
    known = [layer.name for layer in scheme.layers]
    for layer in layers:
        if layer not in known:
            raise KnownError("A403", f"the scheme has no layer {layer!r:.60}", f"choose from {', '.join(known)}")


def material(
    project: Project, annotators: Sequence[str], *, documents: Sequence[str] = (), progress: Progress | None = None
) -> Material:
    """The documents that two or more of the annotators finished, with each one's reading.

    A reading's groups say whether the annotator had suggestions, and under which version of the guideline the
    document was last worked on. KnownError A804 where there is none.
    """
    from annotator.agreement.material import Article, Material, Reading  # lazy: numpy, as above

    finished = comparing.require_comparable(project, annotators, documents=documents)
    ways = {name: reading_ways(project, name) for name in annotators}
    articles: list[Article] = []
    readings: list[Reading] = []
    for done, (id, names) in enumerate(finished.items()):
        if progress is not None:
            progress(done, len(finished), id)
        document = project.document(id)
        articles.append(Article(id, document.text, document.tokens))
        spans = project.spans_by_actor(id)
        readings += [Reading(name, id, spans.get(name, ()), ways[name].get(id, {})) for name in names]
    return Material(articles, readings, order=annotators)


def reading_ways(project: Project, annotator: str) -> dict[str, dict[str, str]]:
    """Document id -> how the annotator read it: {"suggestions": "with" | "without", "guideline": version, "round": n}.

    Control documents of a work package are without suggestions for the one it was made for. So is what was brought
    in from files: the suggestions that lie on it now were made for others, later. The version of the guideline is
    that at the last decision there; in a package, that which went out with it. The round is the number of the
    annotator's work package that brought the document, from 1; what came in none has no round.
    """
    assignments = [one for one in project.assignments() if one.annotator == annotator]
    shown = project.ids_with_suggestions() - handed_out_bare(project, annotator)
    handed_out = {replica: one.guideline for one in assignments for replica in one.replicas}
    rounds = {id: str(number) for number, one in enumerate(assignments, start=1) for id in one.documents}
    before = [rule.operations for rule in project.rules()]
    return {
        id: {
            "suggestions": "with" if id in shown and not last.is_imported else "without",
            "guideline": str(handed_out.get(last.replica, bisect_left(before, last.number))),
            **({"round": rounds[id]} if id in rounds else {}),
        }
        for id, last in project.last_on_documents(annotator).items()
    }


def _warnings(documents: int) -> list[str]:
    if documents >= FEW_DOCUMENTS:
        return []
    return [f"only {counted(documents, 'document')}: below {FEW_DOCUMENTS} the intervals are too narrow"]
