"""The spaCy pipelines that a project's suggestions were last asked for with: they speak along later, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from annotator.errors import KnownError
from annotator.nlp.messages import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.document import Document
    from annotator.formats.records import WorkerCall
    from annotator.services.suggesting import Judged
    from annotator.store.project import Project

    Judge = Callable[[Document, tuple[str, ...]], Judged]

KEPT = "pipelines"  # the project's setting


def keep(project: Project, suggesters: Sequence[str]) -> None:
    """Keeps which of these are pipelines, for whoever suggests without naming any: what was named last holds."""
    named = [name for name in suggesters if name.startswith(PREFIX)]
    if named != list(kept(project)):
        project.set_meta(KEPT, named)


def kept(project: Project) -> tuple[str, ...]:
    """The pipelines named last; () where there were none."""
    found = project.meta(KEPT)
    return tuple(str(name) for name in cast("list[str]", found)) if isinstance(found, list) else ()


def installed(call_worker: WorkerCall, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the pipelines that are on this machine: a project goes to others, and does without them there."""
    if not names:
        return ()
    there = {f"{PREFIX}{one['name']}" for one in call_worker("pipelines", {})["pipelines"]}
    return tuple(name for name in names if name in there)


class Beside:
    """Judges with pipelines beside what was learned; from the first on that fails, without them."""

    def __init__(self, judge: Judge, names: Sequence[str], call_worker: WorkerCall) -> None:
        self._judge = judge
        self._names = tuple(names)
        self._call = call_worker
        self._is_looked_up = False

    def __call__(self, document: Document) -> Judged:
        """Suggestions for a document; raises what judging without any pipeline raises."""
        if not self._is_looked_up:
            self._names = installed(self._call, self._names)
            self._is_looked_up = True
        try:
            return self._judge(document, self._names)
        except KnownError:
            if not self._names:
                raise
            found = self._judge(document, ())
            self._names = ()  # it was they that failed: what was learned goes on without them
            return found
