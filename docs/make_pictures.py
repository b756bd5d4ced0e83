"""Makes the pictures of README and the guides from the sample project: `python docs/make_pictures.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from annotator.core.command import Accept, SetStatus  # noqa: E402  (the platform is chosen before Qt is loaded)
from annotator.gui.app import picture_of  # noqa: E402
from annotator.services import demo, projects  # noqa: E402
from annotator.services.working import worker  # noqa: E402
from annotator.store.project import Project  # noqa: E402

IMAGES = ROOT / "docs" / "images"
DONE = 4  # articles finished in the pictures, so that the list shows every state


def main() -> None:
    """Builds the sample project, does some of the work as an annotator would, and paints both themes."""
    with tempfile.TemporaryDirectory() as folder, worker() as call:
        path = demo.build(Path(folder), call)
        path = path.rename(path.with_name("Conflictnieuws.annotator"))
        with Project.open(path) as project:
            session = projects.open_session(project, "anna")
            ids = project.document_ids()
            for document in ids[:DONE]:
                _accept(session, document, 1.0)
                session.do(SetStatus(document=document, status="done"))
            session.do(SetStatus(document=ids[DONE + 1], status="flagged"))
            shown = ids[DONE]
            session.do(SetStatus(document=shown, status="busy"))
            _accept(session, shown, 0.25)
            for look in ("light", "dark"):
                picture_of(session, shown, IMAGES / f"desk-{look}.png", look=look)


def _accept(session: projects.Session, document: str, share: float) -> None:
    """Accepts the first part of the open suggestions, from the head of the article on."""
    found = session.state(document).open_suggestions(session.scheme)
    for one in found[: round(len(found) * share)]:
        session.do(Accept(document=document, suggestion=one.id))


if __name__ == "__main__":
    main()
