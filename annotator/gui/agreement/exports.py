"""Writing what the place Agreement shows: the report as a page, figures as a table or JSON, plots as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.errors import KnownError
from annotator.gui.article.positions import shown
from annotator.gui.language import spoken_language
from annotator.services import reporting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotator.gui.agreement.plots import Plot
    from annotator.services.measured import Measured
    from annotator.services.session import Session


def write_export(kind: str, path: Path, *, measured: Measured, plots: Mapping[str, Plot], session: Session) -> str:
    """Writes an export and returns what is to be said of it; KnownError where it cannot be written.

    Numbered where the ending is put to a name that is there; plots get their name before the ending.
    """
    if path.suffix != f".{kind}":
        path = _untaken(path.with_name(f"{path.name}.{kind}"))
    if kind in ("svg", "png"):
        path = _write_plots(plots, path)
        said = QCoreApplication.translate("AgreementPlace", "the plots are written to {path}")
        return said.format(path=shown(str(path)))
    assert measured.answer is not None
    if kind == "html":
        text = reporting.as_html(
            measured.answer, measured.follow, name=session.project.path.stem, titles=measured.titles,
            scheme=session.scheme, language=spoken_language(),
        )  # fmt: skip
    else:
        text = reporting.as_csv(measured.answer, measured.follow) if kind == "csv" else reporting.as_json(
            measured.answer, measured.follow
        )  # fmt: skip
    reporting.write(path, text)
    return QCoreApplication.translate("AgreementPlace", "{path} is written").format(path=shown(str(path)))


def _write_plots(plots: Mapping[str, Plot], path: Path) -> Path:
    """Writes each plot beside the path, as its ending says; where to, with … for their names."""
    path = _untaken(path, list(plots))
    for name, plot in plots.items():
        goal = _of_plot(path, name)
        if not (plot.write_svg(goal) if path.suffix == ".svg" else plot.write_png(goal)):
            raise KnownError("A002", f"{goal} cannot be written", "choose another folder")
    return _of_plot(path, "…")


def _of_plot(path: Path, name: str) -> Path:
    return path.with_name(f"{path.stem}-{name}{path.suffix}")


def _untaken(path: Path, plots: Sequence[str] = ()) -> Path:
    """The path, numbered where it, or a plot that is named after it, is there already.

    Who chose a path was asked about a file of that very name only.
    """
    paths = (path.with_stem(f"{path.stem}-{number}" if number > 1 else path.stem) for number in range(1, 10_000))
    goals = ((one, [_of_plot(one, name) for name in plots] or [one]) for one in paths)
    return next((one for one, files in goals if not any(file.exists() for file in files)), path)
