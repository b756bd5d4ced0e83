"""Plants wrong suggestions in articles that got their real ones before the lead asked for any planted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.services.conduct import conduct_of
from annotator.services.safeguards import PLANTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.scheme import Scheme
    from annotator.store.project import Project


def plant(project: Project, documents: Iterable[str], scheme: Scheme) -> None:
    """Adds the planted ones where there are suggestions, none is planted yet, and nobody has seen the article.

    A new project suggests at once, before anybody could ask for planted ones: packages would never hold one. Who has
    begun an article, or was given it, did not see what would be planted now, and would be counted as having caught it.
    """
    conduct = conduct_of(project)
    if not conduct.planted:
        return
    seen = set(project.suggested_by(PLANTED)) | {id for one in project.assignments() for id in one.documents}
    for actor in project.actors():
        seen |= {one.document for one in project.document_stats(actor)}
    for id in documents:
        found = list(project.suggestions(id).values()) if id not in seen else []
        shown = conduct.shown(project.document(id), found, scheme) if found else []
        if len(shown) > len(found):
            project.put_suggestions(id, shown, run=project.suggestion_run(id) or {})
