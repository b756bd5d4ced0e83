"""Opens the dialog of the scheme where it may be changed, and has the window go by what was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog

from annotator.gui.key_names import with_keys
from annotator.gui.scheme.dialog import SchemeDialog
from annotator.gui.scheme.things import Which
from annotator.services.handed_out import PACKAGE
from annotator.services.projects import scheme_of

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

translate = QCoreApplication.translate


def change_scheme(window: MainWindow) -> None:
    """Asks the lead what the scheme is to be; what is saved holds at once, in a window made anew."""
    session = window.desk.session
    project = session.project
    if project.meta(PACKAGE) is not None:
        said = translate(
            "SchemeHub", "the scheme comes with the work package; {key:comment} says in a remark what is missing"
        )
        window.status.refuse(with_keys(said))
        return
    if project.is_read_only:
        window.status.refuse(translate("SchemeHub", "the project is open for reading only"))
        return
    if session.is_held:
        window.status.refuse(translate("SchemeHub", "something is being written just now; wait until that is done"))
        return
    before = scheme_of(project)
    asked = SchemeDialog(project, window.article.theme, actor=session.actor, at=_at_hand(window), parent=window)
    is_kept = asked.exec() == QDialog.DialogCode.Accepted
    asked.deleteLater()
    after = scheme_of(project)
    if not is_kept or after == before:
        return
    session.scheme = after
    session.forget()
    said = translate("SchemeHub", "the scheme is version {version} from now on").format(version=after.version)
    window.dialogs.remake_wanted.emit(-1)
    for one in QApplication.topLevelWidgets():
        if isinstance(one, type(window)) and one.isVisible():
            one.desk.said.emit(said)


def _at_hand(window: MainWindow) -> Which:
    """The label at hand on the article, else the first."""
    mark, scheme = window.article.current, window.desk.scheme
    label = scheme.label(mark.layer, mark.label) if mark is not None else None
    return Which("label", *(label or scheme.labels[0])[:2])
