"""The welcome page: three doors into a project when the program starts without one, and the ways back in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.endings import PROJECT
from annotator.gui.article.positions import shown
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.flow import FlowLayout
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import desk_font
from annotator.gui.welcome.door import Door
from annotator.gui.welcome.wizard import Wizard
from annotator.gui.welcome.work import Work, WorkPage
from annotator.services.demo import build
from annotator.services.handed_out import open_package
from annotator.services.new_project import make_project
from annotator.services.projects import user_name
from annotator.services.schemes import builtin_names, load_builtin
from annotator.services.working import worker
from annotator.store.backup import restore

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from annotator.gui.preferences import Preferences
    from annotator.gui.theme import Theme
    from annotator.gui.welcome.work import Task
    from annotator.services.new_project import NewProject, Report

DOORS, WIZARD, WORK = range(3)
MOST_LINES = 5  # recent projects that are seen without scrolling


class Welcome(Frame):
    """Ends accepted with `path` set, or rejected; `is_stale` where the language changed and it must be made anew."""

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__(theme)
        self.path: Path | None = None
        self.is_stale = False
        self.wants_scheme = False  # whether the scheme of the project is to be opened first of all
        self._preferences = preferences
        self._work: Work | None = None
        self._after = DOORS
        self.set_title("annotator")
        self.stack = QStackedWidget()
        self.wizard = Wizard(theme)
        self.work_page = WorkPage(theme)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._doors())
        for page in (self.area, self.wizard, self.work_page):
            self.stack.addWidget(page)
        self.body.addWidget(self.stack, 1)
        self._fit_recent()
        self._foot()
        self.wizard.wanted.connect(self._make)
        self.wizard.left.connect(lambda: self.turn(DOORS))
        self.work_page.stop_wanted.connect(self._stop)
        self.fit(760, 640)
        self.turn(DOORS)

    # -- what is to be seen -----------------------------------------------------------------------------

    def _doors(self) -> QWidget:
        theme = self.theme
        self.sample = Door(
            "sample", self.tr("Open the sample project"),
            self.tr("A few short articles with suggestions, to look round and try everything."), theme,
        )  # fmt: skip
        self.new = Door("new", self.tr("New project"), self.tr("Articles, a scheme of labels, and off you go."), theme)
        self.package = Door(
            "package", self.tr("Open a work package"),
            self.tr("Articles that someone has given you to annotate, in a file that ends in .annopack."), theme,
        )  # fmt: skip
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(10)
        column.addWidget(self.muted(self.tr("A desk for labelling Dutch conflict news. It works without a network.")))
        for door in (self.sample, self.new, self.package):
            column.addWidget(door)
        self.recent = told(
            QListWidget(), self.tr("Recent projects"), self.tr("The arrows choose a project, Enter opens it")
        )
        paths = [Path(path) for path in self._preferences.settings.recent if Path(path).is_file()]
        for path in paths:
            item = QListWidgetItem(f"{shown(path.stem)}   ·   {shown(_short(path.parent))}", self.recent)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.itemActivated.connect(self._open_recent)
        if paths:
            heading = PlainLabel(self.tr("Recent projects"))
            heading.setFont(desk_font(9.5, bold=True))
            column.addSpacing(6)
            column.addWidget(heading)
            column.addWidget(self.recent)
            self.recent.setCurrentRow(0)
        else:
            self.recent.setParent(page)
            self.recent.hide()
        column.addStretch(1)
        self.sample.clicked.connect(self._open_sample)
        self.new.clicked.connect(lambda: self.turn(WIZARD))
        self.package.clicked.connect(self._open_package)
        return page

    def _fit_recent(self) -> None:
        """Gives the recent projects the height of whole lines, which only the style of the page tells."""
        self.recent.ensurePolished()
        line, count = max(0, self.recent.sizeHintForRow(0)), self.recent.count()
        self.recent.setFixedHeight(line * min(MOST_LINES, count) + 2 * self.recent.frameWidth() + 8)

    def _foot(self) -> None:
        self.existing = button(self.tr("Open a project …"), self.tr("A file that ends in .annotator"))
        self.restoring = button(self.tr("Restore a backup …"), self.tr("Puts a backup in the place of a project"))
        self.settings = button(self.tr("Settings …"), self.tr("Language, looks, reading, work, keys"))
        self.foot = QWidget()
        line = FlowLayout(gap=8, parent=self.foot)
        for one in (self.existing, self.restoring, self.settings):
            line.addWidget(one)
        self.buttons.addWidget(self.foot)
        self.existing.clicked.connect(self._choose)
        self.restoring.clicked.connect(self._restore)
        self.settings.clicked.connect(self.show_settings)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.recent.isHidden():  # what Enter opens is seen, also where there is no room for all doors
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.recent, 0, 0))

    def turn(self, page: int) -> None:
        """Shows the doors, the wizard, or the work."""
        self.stack.setCurrentIndex(page)
        self.foot.setVisible(page == DOORS)
        self.heading.setVisible(page == DOORS)
        self.refuse("")
        if page == DOORS:
            (self.recent if not self.recent.isHidden() else self.sample).setFocus()
        elif page == WIZARD:
            self.wizard.turn(0)
            self.wizard.place.show_annotator(self._preferences.settings.annotator or user_name())

    def show_settings(self) -> None:
        """Shows the settings; the page is made anew where its language or its fonts are others then."""
        schemes = [load_builtin(name) for name in builtin_names()]
        dialog = SettingsDialog(self._preferences, schemes, self.theme, parent=self)

        def changed(names: frozenset[str]) -> None:
            self.is_stale = self.is_stale or bool(names & {"language", "interface_scale", "look"})
            if "language" in names:
                dialog.accept()

        self._preferences.changed.connect(changed)
        dialog.exec()
        self._preferences.changed.disconnect(changed)
        dialog.deleteLater()
        if self.is_stale:
            self.reject()

    # -- the ways in ------------------------------------------------------------------------------------

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a project"), "", self.tr("Projects (*.annotator);;All files (*)")
        )
        if chosen:
            self._enter(Path(chosen))

    def _open_recent(self, item: QListWidgetItem) -> None:
        self._enter(Path(item.data(Qt.ItemDataRole.UserRole)))

    def _open_sample(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)

        def make(report: Report) -> Path:
            with worker() as call:
                return build(Path(place) / "sample", call, progress=lambda done, total: report("suggest", done, total))

        self._begin(self.tr("Making the sample project"), make, after=DOORS)

    def _make(self, request: NewProject) -> None:
        name = self.wizard.place.other_annotator()
        why = self._preferences.change(annotator=name) if name is not None else ""
        if why:
            self.wizard.refuse(why)
            self.wizard.place.annotator.setFocus()
            return

        def make(report: Report) -> Path:
            with worker() as call:
                return make_project(request, call, report=report).path

        self._begin(self.tr("Making {name}").format(name=request.path.stem), make, after=WIZARD)

    def _open_package(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a work package"), "", self.tr("Work packages (*.annopack);;All files (*)")
        )
        if not chosen:
            return
        package = Path(chosen)
        target = self._ask_target(self.tr("Where does your project go?"), package.with_suffix(PROJECT))
        if target is not None:
            self._begin(
                self.tr("Opening {name}").format(name=package.stem),
                lambda _report: Path(open_package(package, target).project),
                after=DOORS,
            )

    def _restore(self) -> None:
        from annotator.gui.welcome.restoring import Restoring  # lazy: asked for when something went wrong

        dialog = Restoring([Path(path) for path in self._preferences.settings.recent], self.theme, parent=self)
        is_wanted = bool(dialog.exec())
        backup, target = dialog.backup, dialog.project
        dialog.deleteLater()
        if not is_wanted or backup is None or target is None:
            return

        def put_back(_report: Report) -> Path:
            restore(backup, target)  # what was there is kept beside, under a name of its own
            return target

        self._begin(self.tr("Restoring {name}").format(name=target.stem), put_back, after=DOORS)

    def _ask_target(self, title: str, proposed: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            title,
            str(proposed),
            self.tr("Projects (*.annotator)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not chosen:
            return None
        return Path(chosen if chosen.endswith(PROJECT) else f"{chosen}{PROJECT}")

    def _enter(self, path: Path) -> None:
        self.path = path
        self.accept()

    # -- work -------------------------------------------------------------------------------------------

    def _begin(self, heading: str, task: Task, *, after: int) -> None:
        """Does the work on a page of its own; where it fails or is stopped, `after` is shown again."""
        self._after = after
        self.turn(WORK)
        self.work_page.begin(heading)
        work = self._work = Work(task, parent=self)
        work.advanced.connect(self.work_page.show_progress)
        work.succeeded.connect(self._succeeded)
        work.failed.connect(self._failed)
        work.stopped.connect(self._stopped)
        work.start()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _ended(self) -> None:
        if self._work is not None:
            self._work.wait()
        self._work = None

    def _succeeded(self, path: Path) -> None:
        self._ended()
        self.wants_scheme = self._after == WIZARD and self.wizard.schemes.own_labels.isChecked()
        self._enter(path)

    def _stopped(self) -> None:
        self._failed("")

    def _failed(self, why: str) -> None:
        self._ended()
        self.stack.setCurrentIndex(self._after)
        if self._after == DOORS:
            self.turn(DOORS)
            self.refuse(why)
        else:
            self.wizard.refuse(why)

    def reject(self) -> None:
        if self._work is not None:
            self._work.stop()  # Escape and the window's own button: first the work ends, then one may go
            return
        self.wizard.end()
        super().reject()


def _short(folder: Path) -> str:
    home = str(Path.home())
    return f"~{str(folder)[len(home) :]}" if str(folder).startswith(home) else str(folder)
