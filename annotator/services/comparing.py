"""Reading annotators' versions from a project: who annotates, who adjudicates, and what two or more finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from annotator.core.compare import Place, compare, has_status_conflict
from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.document import Document
    from annotator.core.span import Span
    from annotator.store.project import Project

NAME_CHARACTERS = 100
GOLD = "gold"
ADJUDICATORS = "adjudicators"  # the project's setting that names those whose log is a result, not a version
KEPT = "suggestions"  # what `--from` calls those that are open: an annotator of that name could not be exported
WITH_AS = "give a name with --as"  # the way out of a name that is none
_ENDS = ("done", "flagged", "skipped")


@dataclass(frozen=True, slots=True)
class Compared:
    """One document that `annotators` finished (two or more), with their versions and the places in it."""

    document: Document
    annotators: tuple[str, ...]
    versions: Mapping[str, Mapping[str, Span]]
    places: tuple[Place, ...]

    @property
    def agreement(self) -> float:
        """Share of the places on which all agree; 1 where nobody labelled anything."""
        return sum(place.is_agreed for place in self.places) / len(self.places) if self.places else 1.0


def adjudicators(project: Project) -> set[str]:
    """Actors whose decisions are settled results: gold, and whoever adjudicated under another name."""
    return {GOLD, *cast("list[str]", project.meta(ADJUDICATORS) or [])}


def require_name(name: str, todo: str) -> None:
    """Raises KnownError A806 with that way out for what cannot be the name of an actor."""
    if name == KEPT:
        raise KnownError("A806", f"{name!r} is kept for the program", todo)
    if not is_name(name):
        why = f"is no name of 1 to {NAME_CHARACTERS} printable characters"
        raise KnownError("A806", f"{name!r:.120} {why}", todo)


def is_name(name: str) -> bool:
    """Whether an actor may be called so."""
    return name not in ("", KEPT) and name == name.strip() and name.isprintable() and len(name) <= NAME_CHARACTERS


def name_in_file(name: str | None) -> str:
    """Who a file says has decided, without white space about the name; empty where that can be nobody's."""
    found = (name or "").strip()
    return found if is_name(found) else ""


def names_in(project: Project, values: Iterable[str]) -> tuple[str, ...]:
    """The names in options, each value one name or several with commas between; a name may hold a comma itself."""
    there = set(project.actors())
    return tuple(name.strip() for value in values for name in ((value,) if value in there else value.split(",")))


def annotators_of(project: Project, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """Those whose versions are compared: the ones wanted, else all but the adjudicators.

    Raises KnownError A604 for a name that has decided nothing here, A806 for an adjudicator's.
    """
    settled = adjudicators(project)
    there = [actor for actor in project.actors() if actor not in settled]
    for name in wanted:
        if name in settled:
            raise KnownError(
                "A806", f"{name!r:.60} adjudicates here and is not compared", f"choose from {_list(there)}"
            )
        if name not in there:
            raise KnownError("A604", f"there is no annotator {name!r:.60}", f"choose from {_list(there)}")
    return tuple(dict.fromkeys(wanted)) or tuple(there)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "nobody: import or annotate first"


def finished_by(
    project: Project, annotators: Sequence[str], *, least: int = 2, most: int | None = None
) -> dict[str, tuple[str, ...]]:
    """Document id -> the annotators who finished it, for those that at least so many did, in order of import.

    With `most`, for those that no more of them did.
    """
    done = {name: set(project.ids_with_status(name, "done")) for name in annotators}
    found = {id: tuple(name for name in annotators if id in done[name]) for id in project.document_ids()}
    enough = {id: names for id, names in found.items() if len(names) >= least}
    return enough if most is None else {id: names for id, names in enough.items() if len(names) <= most}


def awaited(project: Project, annotators: Sequence[str]) -> frozenset[str]:
    """Documents that one of the annotators alone finished, and another of them was given or has begun.

    Who flagged or skipped a document has come to an end with it.
    """
    alone = finished_by(project, annotators, least=1, most=1)
    given: dict[str, set[str]] = {}
    for one in project.assignments():
        given.setdefault(one.annotator, set()).update(one.documents)
    found: set[str] = set()
    for name in annotators:
        at_work = set(project.ids_with_status(name, "busy"))
        at_work |= given.get(name, set()).difference(project.ids_with_status(name, *_ENDS))
        found |= at_work & alone.keys()
    return frozenset(found)


def require_comparable(
    project: Project, annotators: Sequence[str], *, documents: Sequence[str] = (), least: int = 2
) -> dict[str, tuple[str, ...]]:
    """As `finished_by`, of the documents named where any are; KnownError A804 where there is none that two finished."""
    found = finished_by(project, annotators, least=least)
    if documents:
        named = set(documents)
        found = {id: names for id, names in found.items() if id in named}
    if not found:
        who = _list(annotators)
        raise KnownError(
            "A804",
            f"no document was finished by two annotators (there is {who})",
            "a document counts when it has the status `done`",
        )
    return found


def read_compared(project: Project, document_id: str, annotators: Sequence[str], *, layers: Sequence[str]) -> Compared:
    """The annotators' versions of one document, compared; `layers` leaves out places of the others, not their spans.

    For what fills the roles of an event stands in another layer. Where there is one version only, what was accepted of
    planted suggestions is left out: nobody else could tell that it is wrong.
    """
    read = {name: project.decided(document_id, name) for name in annotators}
    versions: dict[str, Mapping[str, Span]] = {name: one.spans for name, one in read.items()}
    if len(versions) == 1:
        from annotator.services.safeguards import without_planted  # lazy: as in `conduct`

        versions = {
            name: {span.id: span for span in without_planted(one.spans, one.verdicts)[0]} for name, one in read.items()
        }
    places = tuple(place for place in compare(versions) if not layers or place.layer in layers)
    return Compared(project.document(document_id), tuple(annotators), versions, places)


def status_conflicts(project: Project, annotators: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Documents that annotators left in different ends (done, flagged, skipped), with each one's status."""
    statuses: dict[str, dict[str, str]] = {}
    for name in annotators:
        for status in _ENDS:
            for id in project.ids_with_status(name, status):
                statuses.setdefault(id, {})[name] = status
    for id in project.document_ids():
        if has_status_conflict(statuses.get(id, {})):
            yield id, statuses[id]
