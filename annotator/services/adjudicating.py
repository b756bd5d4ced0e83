"""Adjudicating: what a vote or the adjudicator settles, in a gold log that cites what it rests on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.changes import Refused, Rejection
from annotator.core.compare import Place, Strategy, settle
from annotator.core.decision import Comment, Decision, Status
from annotator.core.span import arguments_of
from annotator.errors import KnownError
from annotator.services import comparing
from annotator.services.comparing import ADJUDICATORS, GOLD, Compared
from annotator.services.gold import GoldDesk
from annotator.services.reviewing import Review, reviews
from annotator.services.session import Outcome, Session, new_id, now
from annotator.services.upheld import place_of, planted_in_gold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from annotator.core.scheme import Scheme
    from annotator.core.span import Argument, Span
    from annotator.store.project import Project
    from annotator.store.projection import Decided

ADJUDICATE = "adjudicate"  # the kind of operations made here
REASONS = ("ambiguous text", "guideline gap", "annotator error", "edge case", "taste", "other")


@dataclass(slots=True)
class AdjudicationReport:
    """What a strategy settled: documents compared and finished in gold, spans taken, places refused and left open.

    `alone` counts documents that only one annotator finished; `kept` counts places that were decided before and stay
    so; `open_kinds` says how the open ones differ; `planted` counts spans taken that all who have them accepted from a
    suggestion that was wrong on purpose.
    """

    strategy: str
    actor: str
    annotators: list[str] = field(default_factory=list)
    documents: int = 0
    alone: int = 0
    finished: int = 0
    places: int = 0
    taken: int = 0
    planted: int = 0
    nothing: int = 0
    kept: int = 0
    open: int = 0
    open_kinds: dict[str, int] = field(default_factory=dict)
    is_dry_run: bool = False

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return asdict(self)


def adjudicate(
    project: Project,
    scheme: Scheme,
    *,
    strategy: Strategy,
    actor: str = GOLD,
    annotators: Sequence[str] = (),
    documents: Sequence[str] = (),
    with_alone: bool = False,
    only_alone: bool = False,
    but: Collection[str] = (),
    is_dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> AdjudicationReport:
    """Writes what the strategy settles into the adjudicator's log, one operation a document, in one transaction.

    All of it is one step of undo. `progress(documents, of how many)` may raise to end it: then nothing is kept.
    Decisions that are there already stay. A document with nothing left open is done in gold; one that
    was done, and has open places since annotators worked on it again, becomes busy. `with_alone` takes documents that
    only one of the annotators finished as they are, but for what was accepted of planted suggestions; `only_alone`
    takes no others, and none is no error then. Documents in `but` are left out. Raises KnownError
    A804 (nothing to compare), A806 (`actor` annotates here), A604, A107.
    """
    _require_adjudicator(project, actor)
    names = comparing.annotators_of(project, annotators)
    least, most = (1 if with_alone or only_alone else 2), (1 if only_alone else None)
    if not only_alone:
        comparing.require_comparable(project, names, least=least)
    wanted = comparing.finished_by(project, names, least=least, most=most).keys() - set(but)
    total = len(wanted & set(documents)) if documents else len(wanted)
    report = AdjudicationReport(strategy, actor, list(names), is_dry_run=is_dry_run)
    session = Session(project, scheme, actor)
    found = reviews(
        project, scheme, annotators=names, documents=documents, actor=actor, least=least, most=most, but=but
    )  # fmt: skip
    if is_dry_run:
        for review in found:
            _settle_document(session, review, strategy, report)
            if progress:
                progress(report.documents, total)
        return report
    moment = now()
    with project.transaction():
        _note_adjudicator(project, actor)
        for review in found:
            document = review.compared.document.id
            decisions, settled = _settle_document(session, review, strategy, report)
            if decisions:
                sources = sources_of(project, review.compared, settled)
                session.record(ADJUDICATE, document, decisions, sources=sources, origin="bulk", at=moment)
            if progress:
                progress(report.documents, total)
    return report


def _require_adjudicator(project: Project, actor: str) -> None:
    if actor in project.actors() and actor not in comparing.adjudicators(project):
        raise KnownError(
            "A806",
            f"{actor!r:.60} annotates in this project and cannot adjudicate under that name",
            f"use --as with another name, or leave it out for {GOLD!r}",
        )
    if not actor.strip():
        raise KnownError("A806", "the adjudicator's name is empty", "give a name with --as")


def _note_adjudicator(project: Project, actor: str) -> None:
    known = comparing.adjudicators(project)
    if actor not in known:
        project.set_meta(ADJUDICATORS, sorted({*known, actor}))


def _settle_document(
    session: Session, review: Review, strategy: Strategy, report: AdjudicationReport
) -> tuple[list[Decision], list[Place]]:
    """The decisions for one document, and the places they settle; counts all of it in the report."""
    compared, view = review.compared, review.view
    settled = settle(compared.places, compared.annotators, strategy)
    desk = GoldDesk(session.scheme, view, is_bulk=True)
    done: list[Place] = []
    taken: list[Span] = []
    # Entities first, so that events meet the spans that fill their roles.
    for place in sorted(compared.places, key=lambda one: one.is_event):
        report.places += 1
        if view.verdict(place) is not None:
            report.kept += 1
            continue
        outcome = desk.settle(settled[place.id]) if place.id in settled else None
        if outcome is None:
            report.open += 1
            for kind in place.kinds or ("waiting",):
                report.open_kinds[kind] = report.open_kinds.get(kind, 0) + 1
            continue
        done.append(place)
        report.taken += outcome == "taken"
        report.nothing += outcome == "nothing"
        if outcome == "taken":
            taken += place.spans.values()
    if taken:
        passed = {place_of(span) for span in taken if span.id in planted_in_gold(_versions(session, compared), taken)}
        report.planted += len(passed)
    decisions = [*desk.draft.decisions(), *_status(session, review, has_open=len(done) < len(review.open_places))]
    report.documents += 1
    report.alone += len(compared.annotators) == 1
    report.finished += len(done) == len(review.open_places)
    return decisions, done


def _versions(session: Session, compared: Compared) -> list[Decided]:
    return [session.project.decided(compared.document.id, name) for name in compared.annotators]


def _status(session: Session, review: Review, *, has_open: bool) -> list[Decision]:
    current = review.view.state.status
    document = review.compared.document.id
    if not has_open:
        wanted = "done"
    elif current == "done" and not _is_newer(session.project, document, session.actor):
        wanted = "done"  # the adjudicator closed it with these places left out
    else:
        wanted = "busy" if current in ("todo", "done") else current
    return [] if wanted == current else [Decision(document, "status", "", Status(current), Status(wanted))]


def _is_newer(project: Project, document: str, actor: str) -> bool:
    """Whether an annotator's work on the document arrived after the adjudicator's last."""
    last = ""
    for operation in project.operations(document=document):
        last = operation.actor
    return last != actor


def sources_of(project: Project, compared: Compared, places: Iterable[Place]) -> list[str]:
    """The operations that the places rest on: each version's last, and each annotator's finishing of the document."""
    members = {(name, span.id) for place in places for name, span in place.spans.items()}
    last: dict[tuple[str, str], str] = {}
    for operation in project.operations(document=compared.document.id):
        if operation.actor not in compared.annotators:
            continue
        for decision in operation.decisions:
            if decision.document != compared.document.id:
                continue
            if decision.kind == "status" or (operation.actor, decision.target) in members:
                last[operation.actor, decision.target] = operation.id
    return sorted(set(last.values()))


def take(
    session: Session,
    review: Review,
    place: Place,
    choose: Sequence[str],
    *,
    reason: str = "",
    note: str = "",
    elapsed_ms: int = 0,
) -> Outcome:
    """Takes the versions of the annotators named (none: nothing stands here), with a reason and a note.

    `session` is the adjudicator's; `review` was read from its present state. An event's arguments come
    along, and so do their fillers where all agree on them. The outcome may be a Rejection, as where a filler
    is open. Raises KnownError A401 for a
    reason that is none of REASONS, A604 for an annotator without a version here.
    """
    if reason and reason not in REASONS:
        raise KnownError("A401", f"{reason!r:.60} is no reason", f"use one of {', '.join(REASONS)}")
    for name in choose:
        if name not in place.spans:
            raise KnownError("A604", f"{name!r:.60} has nothing here", f"choose from {', '.join(place.spans)}")
    if review.view.verdict(place) is not None:
        return Outcome(rejection=Rejection("A406", "this place is decided already; undo, or change the span"))
    desk = GoldDesk(session.scheme, review.view, is_bulk=False)
    try:
        targets = take_by_hand(desk, place, choose)
    except Refused as refused:
        return Outcome(rejection=refused.rejection)
    if choose and not targets:
        why = "another span of the flat layer stands here, or the scheme lacks the label"
        return Outcome(rejection=Rejection("A405", why))
    document = review.compared.document.id
    decisions = list(desk.draft.decisions())
    decisions += remark(document, reason, note, about=targets[0] if targets else None)
    sources = sources_of(session.project, review.compared, [place, *desk.brought])
    return session.record(ADJUDICATE, document, decisions, sources=sources, elapsed_ms=elapsed_ms)


def remark(document: str, reason: str, note: str, *, about: str | None) -> list[Decision]:
    """Reason and note as a comment in gold, if there is either; KnownError A401 for a reason that is none."""
    if reason and reason not in REASONS:
        raise KnownError("A401", f"{reason!r:.60} is no reason", f"use one of {', '.join(REASONS)}")
    if not reason and not note:
        return []
    text = f"{reason or REASONS[-1]}: {note}".rstrip(": ")
    return [Decision(document, "comment", new_id(), None, Comment(text, about))]


def take_by_hand(desk: GoldDesk, place: Place, choose: Sequence[str]) -> list[str]:
    """The ids of the gold spans made, none where nothing is to stand or a version does not fit.

    Raises Refused where a role of a version is filled at a place that is open.
    """
    if not choose:
        desk.refuse(place)
        return []
    chosen: dict[tuple[object, ...], tuple[Span, list[Argument]]] = {}
    for name in choose:
        span = place.spans[name]
        bring_fillers(desk, place, name)
        unmentioned = [(one.role, one.span) for one in arguments_of(span) if not one.is_mentioned]
        each = [desk.arguments([filler]) or [] for filler in sorted([*place.fillers[name], *unmentioned])]
        chosen.setdefault((span.label, span.fragments), (span, [argument for one in each for argument in one]))
    return desk.take(place, list(chosen.values()))


def bring_fillers(desk: GoldDesk, place: Place, name: str) -> None:
    """Puts into gold what fills the roles of an annotator's version; Refused where that is not decided yet."""
    waiting = desk.bring(sorted(place.fillers[name]))
    if waiting is not None:
        role, filler = waiting
        text = desk.view.compared.document.text
        words = " ".join(text[filler.start : filler.end].split())
        raise Refused("A409", f"{role} of this event is still open: decide “{words:.60}” first")
