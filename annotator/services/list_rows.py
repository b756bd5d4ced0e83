"""A row of the article list as the annotator sees the article: open is what the article shows as open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.services.session import Session
    from annotator.store.documents import DocumentRow

CLOSED = ("done", "skipped")  # whose open suggestions no row tells


def as_shown(session: Session, row: DocumentRow, *, known: Mapping[str, int]) -> DocumentRow:
    """The row without the suggestions whose place a span of the annotator has taken, and those of a control document.

    `known` are numbers of open suggestions by document that need not be looked for. Meant for rows in sight: in a
    document with spans and unanswered suggestions the look takes up to a millisecond.
    """
    if row.id in known:
        return row._replace(open_suggestions=known[row.id])
    if row.open_suggestions and session.conduct.is_control(row.id) and not session.glimpse(row.id).suggestions:
        return row._replace(open_suggestions=0)  # those that others were given
    if not row.spans or not row.open_suggestions or row.status in CLOSED:
        return row
    flat = [layer.name for layer in session.scheme.layers if layer.kind == "flat"]
    return row._replace(
        open_suggestions=row.open_suggestions - session.project.covered(row.id, session.actor, flat=flat)
    )
