"""Any installed spaCy pipeline as a suggester: found by its package name, never by a path, never downloaded."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import trimmed
from annotator.errors import KnownError
from annotator.nlp.messages import PREFIX
from annotator.nlp.worker.aligned import doc_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from importlib.metadata import EntryPoint

    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan

    from annotator.core.document import Document

SCORE = 0.75  # pipelines give entities no score; theirs are right about as often in news of other kinds
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,99}")
_GROUP = "spacy_models"  # the entry points by which spaCy knows installed pipelines
_ENTITIES = "entities"
_LOADED: dict[str, Language] = {}


def pipelines(_payload: Mapping[str, Any], _report: Callable[[int, int], None]) -> dict[str, Any]:
    """Task: {} to {pipelines: [{name, version}]}, those installed, by name; none is loaded."""
    found = {point.name: point.dist.version if point.dist else "" for point in entry_points(group=_GROUP)}
    return {"pipelines": [{"name": name, "version": found[name]} for name in sorted(found)]}


def suggest_with(
    pipeline: str, document: Document, *, layers: Collection[str], event_layers: Collection[str]
) -> list[Suggestion]:
    """What the pipeline of that package name finds: its entities, and its span groups named as one of `layers`.

    Labels are the pipeline's own. Raises KnownError A502 if it is not installed, A504 if it cannot be loaded.
    """
    nlp = load(pipeline)
    doc = nlp(doc_of(nlp.vocab, document.text, document.tokens.ranges))
    provenance = Provenance(f"{PREFIX}{pipeline}", str(nlp.meta.get("version", "")), rule="ents")
    found = [_suggestion(document, _ENTITIES, span, SCORE, provenance, is_event=False) for span in doc.ents]
    for key, group in doc.spans.items():
        if key in layers:
            origin = Provenance(provenance.suggester, provenance.version, rule=f"spans:{key}")
            for span, score in _scored(group):
                found.append(_suggestion(document, key, span, score, origin, is_event=key in event_layers))
    return [one for one in found if one is not None]


def require_installed(name: str) -> None:
    """Raises KnownError A502 where no pipeline of that package name is installed; loads none."""
    _entry_point(name)


def load(name: str) -> Language:
    """The installed pipeline of that name, loaded once; raises KnownError A502 or A504."""
    if name not in _LOADED:
        point = _entry_point(name)
        import spacy.util  # lazy: only the worker's tasks need spaCy

        try:
            _LOADED[name] = spacy.util.load_model_from_package(point.value.partition(":")[0])
        except (ImportError, OSError, ValueError, KeyError, AttributeError, TypeError) as error:
            raise KnownError(
                "A504",
                f"the pipeline {name} cannot be loaded: {type(error).__name__}: {error}"[:500],
                "install the version of it that fits spaCy (`python -m spacy validate` tells which)",
            ) from error
    return _LOADED[name]


def _entry_point(name: str) -> EntryPoint:
    if _NAME.fullmatch(name) is None:
        raise KnownError(
            "A502",
            f"{name!r:.80} is no name of a pipeline package",
            "name a package, such as spacy:nl_core_news_lg; to use a folder, make a package with `spacy package`",
        )
    points = [point for point in entry_points(group=_GROUP) if point.name == name]
    if not points:
        raise KnownError(
            "A502",
            f"the pipeline {name} is not installed",
            f"install it with `python -m spacy download {name}`; without a network fetch its wheel file elsewhere"
            f" and run `pip install {name}-VERSION-py3-none-any.whl`",
        )
    return points[0]


def _scored(group: Any) -> Iterator[tuple[SpacySpan, float]]:  # noqa: ANN401  (spaCy's SpanGroup has no type stubs)
    scores = group.attrs.get("scores")
    for index, span in enumerate(group):
        score = float(scores[index]) if scores is not None and index < len(scores) else SCORE
        yield span, min(max(score, 0.0), 1.0)


def _suggestion(
    document: Document, layer: str, span: SpacySpan, score: float, provenance: Provenance, *, is_event: bool
) -> Suggestion | None:
    start, end = trimmed(document.text, span.start_char, span.end_char)
    if start == end or not span.label_:
        return None
    fragments = ((start, end),)
    return Suggestion(
        id=suggestion_id(document.sha256, layer, span.label_, fragments),
        layer=layer,
        label=span.label_,
        fragments=fragments,
        score=score,
        provenance=provenance,
        is_event=is_event,
    )
