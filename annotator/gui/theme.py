"""Colours and fonts of the desk, light and dark, and how they are laid on the application and painted."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from annotator.core.colour import channels, contrast_ratio, mix

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication

    from annotator.core.scheme import Label

LEEWAY = 0.03  # by which a tint may be lighter or darker than others, of a colour lighter or darker by `SPREAD`
SPREAD = 0.14
READABLE = 4.5  # contrast ratio of text on its ground, WCAG 2.2 level AA
SERIFS = (
    "Charter", "Source Serif 4", "Noto Serif", "DejaVu Serif", "Georgia", "Cambria", "Liberation Serif",
    "Times New Roman",
)  # fmt: skip
_scale = 1.0  # of all fonts of the desk but the article's, as the settings have it
SANS = ("Inter", "Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial")


class Theme(NamedTuple):
    """The colours of one look, as #rrggbb; text colours reach 4.5:1 on the grounds they stand on."""

    name: str
    paper: str  # ground of the article
    panel: str  # ground of everything around it
    field: str  # fields, the chosen row, raised things
    ink: str
    muted: str  # secondary text
    noise: str  # header noise in the article
    rule: str  # hairlines
    accent: str  # the current thing, progress
    warn: str
    selection: str
    cursor: str
    lightness: float  # of the ground of a decided span, 0..1, for a colour that is `middle` light itself
    middle: float
    saturation: float  # the most that ground may have

    def ground(self, colour: str) -> str:
        """The tint on which a decided span of that colour stands: its hue, about as light as the theme has it.

        A lighter colour has a lighter tint: hues alone are lost on the colour-blind, all the more so in tints.
        """
        red, green, blue = channels(colour)
        hue, own, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
        lightness = self.lightness + LEEWAY * max(-1.0, min(1.0, (own - self.middle) / SPREAD))
        step = 0.01 if self.lightness > 0.5 else -0.01
        while True:
            shares = hls_to_rgb(hue, lightness, min(saturation, self.saturation))
            tint = "#" + "".join(f"{round(255 * share):02x}" for share in shares)
            if contrast_ratio(self.noise, tint) >= READABLE:
                return tint
            lightness += step

    def lettering(self, colour: str) -> str:
        """The colour as letters on its own ground, drawn towards the ink until it can be read there."""
        share = 1.0
        ground = self.ground(colour)
        while contrast_ratio(mix(colour, self.ink, share), ground) < READABLE and share > 0:
            share = round(share - 0.1, 1)
        return mix(colour, self.ink, share)


LIGHT = Theme(
    "light", paper="#fbfaf8", panel="#f3f1ed", field="#ffffff", ink="#1d1c1a", muted="#6c685e", noise="#646057",
    rule="#dedbd4", accent="#2f6f6a", warn="#8a5a00", selection="#cfe3e1", cursor="#e6e3dc",
    lightness=0.9, middle=0.27, saturation=0.72,
)  # fmt: skip
DARK = Theme(
    "dark", paper="#1b1c1e", panel="#232427", field="#2d2f33", ink="#e8e6e1", muted="#a5a198", noise="#b0ada6",
    rule="#393b3f", accent="#6fbdb5", warn="#e0b35c", selection="#2b4a4a", cursor="#34363a",
    lightness=0.21, middle=0.7, saturation=0.34,
)  # fmt: skip


def system_theme(forced: str = "system") -> Theme:
    """The look asked for (`light`, `dark`), or the one the system shows."""
    if forced in ("light", "dark"):
        return DARK if forced == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def colour_of(label: Label | None, theme: Theme) -> str:
    """The label's colour on this theme's ground; that of muted text where the label is unknown."""
    if label is None:
        return theme.muted
    return label.colour.dark if theme.name == "dark" else label.colour.light


def lay_on(application: QApplication, theme: Theme, *, with_sheet: bool = True) -> None:
    """Sets palette and style sheet of the whole application.

    A window that is painted for the first time does so without the sheet, which takes a tenth of a start.
    """
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.panel), (roles.WindowText, theme.ink), (roles.Base, theme.field), (roles.Text, theme.ink),
        (roles.AlternateBase, theme.panel), (roles.Button, theme.field), (roles.ButtonText, theme.ink),
        (roles.ToolTipBase, theme.field), (roles.ToolTipText, theme.ink), (roles.Highlight, theme.selection),
        (roles.HighlightedText, theme.ink), (roles.PlaceholderText, theme.muted), (roles.Mid, theme.rule),
        (roles.Link, theme.accent), (roles.Accent, theme.accent), (roles.Light, theme.field), (roles.Dark, theme.rule),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, roles.Text, QColor(theme.muted))
    application.setPalette(palette)
    if with_sheet:
        application.setStyleSheet(_sheet(theme))


def bar_sheet(theme: Theme) -> str:
    """The style sheet of upright scroll bars; the article's has it from the first paint on, so that no text moves."""
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {theme.rule}; min-height: 32px; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {theme.muted}; }}
    QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _sheet(theme: Theme) -> str:
    return f"""
    QLineEdit {{ background: {theme.field}; border: 1px solid {theme.rule}; border-radius: 5px; padding: 5px 7px; }}
    QLineEdit:focus {{ border: 2px solid {theme.accent}; padding: 4px 6px; }}
    QMenu {{ background: {theme.field}; border: 1px solid {theme.rule}; padding: 4px; }}
    QMenu::item {{ padding: 5px 18px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}
    QMenu::item:disabled {{ color: {theme.muted}; }}
    QMenu::separator {{ height: 1px; background: {theme.rule}; margin: 4px 8px; }}
    {bar_sheet(theme)}
    QSplitter::handle {{ background: {theme.rule}; }}
    """


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


@lru_cache(maxsize=2)
def _installed(names: tuple[str, ...], fallback: QFontDatabase.SystemFont) -> str:
    return next((name for name in names if name in _families()), QFontDatabase.systemFont(fallback).family())


def set_scale(share: float) -> None:
    """Has the desk's fonts that are made from now on be larger or smaller by this share."""
    global _scale  # fonts are made all over the desk, before and without any window
    _scale = share


def reading_font(points: float, *, family: str = "", is_scaled: bool = False) -> QFont:
    """The serif the article is set in, or the family that the user wants; scaled where it stands in the desk."""
    font = QFont(family or _installed(SERIFS, QFontDatabase.SystemFont.GeneralFont))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points * _scale if is_scaled else points)
    return font


def bold_of(font: QFont) -> QFont:
    """The same font in bold; a size that a widget has is scaled already, and `desk_font` would scale it once more."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def small_of(font: QFont) -> QFont:
    """The same font a little smaller, as it is on key caps and below titles."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.86)
    return small


def desk_font(points: float, *, bold: bool = False, is_scaled: bool = True) -> QFont:
    """The sans serif of everything else; what belongs to the article is not scaled with the desk."""
    font = QFont(_installed(SANS, QFontDatabase.SystemFont.GeneralFont))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(points * _scale if is_scaled else points)
    font.setBold(bold)
    return font


def fill(painter: QPainter, rect: QRect, colour: str) -> None:
    """Paints a rectangle in one colour: `fillRect`, or a `QBrush`, would bring in all gradients of Qt at the start."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(rect)
    painter.restore()
