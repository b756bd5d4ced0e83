"""The places that the figures on an annotator's work rest on: documents, spans, suggestions decided, fast accepts."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from annotator.core.decision import Verdict
from annotator.core.text import covered
from annotator.services.catching import planted_ones
from annotator.services.following import FAST_MS
from annotator.services.measured import MOST, Resting
from annotator.services.safeguards import PLANTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.agreement.material import Material
    from annotator.core.span import Span
    from annotator.core.text import Fragments
    from annotator.store.project import Project
    from annotator.store.stats import DocumentStats

OUTCOMES = {
    "accepted": ("accepted",), "corrected": ("corrected",), "rejected": ("rejected",),
    "accept_rate": ("corrected", "rejected"),
}  # fmt: skip


def work_places(
    project: Project, found: Material | None, name: str, cell: str, titles: Mapping[str, str]
) -> list[Resting]:
    """The places behind a cell of the tables of work, at most MOST; `found` is what annotators finished.

    Of a share those that keep it below 1; of a time the documents, the longest first.
    """
    places = _Places(project, name, titles)
    if cell in ("control_f1", "with_f1"):
        way = "without" if cell == "control_f1" else "with"
        return list(islice(places.differences(found, way) if found is not None else (), MOST))
    if cell in OUTCOMES:
        return list(islice(places.verdicts(OUTCOMES[cell], with_planted=cell != "accept_rate"), MOST))
    if cell == "caught":
        return list(islice(places.passed(), MOST))
    if cell in ("spans", "added"):
        return list(islice(places.spans(is_added=cell == "added"), MOST))
    if cell == "fast":
        return list(islice(places.fast(), MOST))
    return places.documents(cell)[:MOST]


class _Places:
    """Places of one annotator."""

    def __init__(self, project: Project, name: str, titles: Mapping[str, str]) -> None:
        self._project = project
        self._name = name
        self._titles = titles

    def _at(self, document: str, text: str, fragments: Fragments, a: str, b: str | None = None) -> Resting:
        words = " ".join(covered(text, fragments).split())
        return Resting(document, self._titles.get(document, document), fragments[0][0], words, a, a if b is None else b)

    def documents(self, cell: str) -> list[Resting]:
        """Whole documents, with what the cell says of each."""
        stats = self._project.document_stats(self._name)
        if cell in ("done", "open"):
            chosen = [(one, "") for one in stats if bool(one.figures.done) == (cell == "done")]
        else:
            kept = [one for one in stats if one.figures.active_seconds and (cell != "per_document" or one.figures.done)]
            kept.sort(key=lambda one: -_cost(one, cell))
            unit = "min" if cell == "minutes" else "s"
            chosen = [(one, f"{_cost(one, cell):.1f} {unit}") for one in kept]
        return [
            Resting(one.document, self._titles.get(one.document, one.document), 0, "", said, said)
            for one, said in chosen
        ]

    def _each_text(self) -> Iterator[tuple[str, str]]:
        for one in self._project.document_stats(self._name):
            yield one.document, self._project.document(one.document).text

    def spans(self, *, is_added: bool) -> Iterator[Resting]:
        """All spans, or those that were made here and rest on no suggestion."""
        for document, text in self._each_text():
            for span in self._project.spans_by_actor(document).get(self._name, ()):
                if not is_added or (span.origin in ("added", "bulk") and span.suggestion is None):
                    yield self._at(document, text, span.fragments, span.label)

    def verdicts(self, outcomes: tuple[str, ...], *, with_planted: bool) -> Iterator[Resting]:
        """The suggestions that were decided so, in the order of the text; wrong ones on purpose, where they count."""
        for document, text in self._each_text():
            decided = self._project.decided(document, self._name)
            standing = {span.suggestion: span for span in decided.spans.values()}
            for id, verdict in sorted(decided.verdicts.items(), key=lambda item: item[1].fragments):
                if verdict.outcome in outcomes and (with_planted or verdict.suggester != PLANTED):
                    after = standing.get(id) or decided.spans.get(id)
                    became = verdict.label if verdict.outcome == "accepted" else _became(after, text)
                    yield self._at(document, text, verdict.fragments, verdict.label, became)

    def passed(self) -> Iterator[Resting]:
        """The planted wrong suggestions that were accepted."""
        given = planted_ones(self._project, self._name, shown=self._project.suggested_by(PLANTED))
        accepted = {key for key, outcome in given.items() if outcome == "accepted"}
        for document in dict.fromkeys(document for document, _ in sorted(accepted)):
            text = self._project.document(document).text
            verdicts = self._project.decided(document, self._name).verdicts
            passed = [verdict for id, verdict in verdicts.items() if (document, id) in accepted]
            for verdict in sorted(passed, key=lambda one: one.fragments):
                yield self._at(document, text, verdict.fragments, verdict.label)

    def fast(self) -> Iterator[Resting]:
        """The suggestions accepted sooner after the gesture before than FAST_MS."""
        texts: dict[str, str] = {}
        for elapsed, id in self._project.accepts(self._name):
            if elapsed >= FAST_MS:
                continue
            for decision in self._project.operation(id).decisions:
                if decision.kind == "verdict" and isinstance(decision.after, Verdict):
                    document = decision.document
                    if document not in texts:
                        texts = {document: self._project.document(document).text}
                    said = f"{decision.after.label} · {elapsed} ms"
                    yield self._at(document, texts[document], decision.after.fragments, said)

    def differences(self, found: Material, way: str) -> Iterator[Resting]:
        """What this annotator has and another has not, or the other way round, where it was read in that way."""
        for number, article in enumerate(found.articles):
            readings = {one.annotator: one for one in found.readings_at(number)}
            mine = readings.pop(self._name, None)
            if mine is None or mine.groups.get("suggestions") != way:
                continue
            own = {(span.layer, span.label, span.fragments) for span in mine.spans}
            for mate, reading in readings.items():
                theirs = {(span.layer, span.label, span.fragments) for span in reading.spans}
                for _, label, fragments in sorted(own ^ theirs, key=lambda one: (one[2], one[1])):
                    is_own = any(one[1:] == (label, fragments) for one in own)
                    sides = (label, "") if is_own else ("", f"{label} ({mate})")
                    yield self._at(article.id, article.text, fragments, *sides)


def _cost(one: DocumentStats, cell: str) -> float:
    seconds = one.figures.active_seconds
    if cell == "minutes":
        return seconds / 60
    made = one.figures.spans + one.figures.events
    return seconds / max(1, made) if cell == "per_span" else seconds


def _became(after: Span | None, text: str) -> str:
    """What stands in the place of a suggestion that was not accepted as it was."""
    return f"{after.label} “{' '.join(covered(text, after.fragments).split()):.40}”" if after is not None else ""
