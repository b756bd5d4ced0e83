"""Every text of the desk can be read on its ground, in both looks and under both built-in schemes."""

from __future__ import annotations

import pytest

from annotator.core.colour import contrast_ratio
from annotator.gui.theme import DARK, LIGHT, READABLE, SERIFS, colour_of, reading_font, system_theme
from annotator.services.schemes import builtin_names, load_builtin

LOOKS = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@LOOKS
def test_the_desk_s_own_texts(theme) -> None:
    for ground in (theme.paper, theme.panel, theme.field):
        assert contrast_ratio(theme.ink, ground) >= 7
        assert contrast_ratio(theme.muted, ground) >= READABLE, (theme.muted, ground)
    assert contrast_ratio(theme.warn, theme.panel) >= READABLE
    assert contrast_ratio(theme.noise, theme.paper) >= READABLE
    assert contrast_ratio(theme.ink, theme.selection) >= READABLE
    assert contrast_ratio(theme.ink, theme.cursor) >= READABLE
    assert contrast_ratio(theme.accent, theme.paper) >= 3  # the outline of what is at hand


@LOOKS
@pytest.mark.parametrize("name", builtin_names())
def test_labels(theme, name: str) -> None:
    for label in load_builtin(name).labels:
        colour = colour_of(label, theme)
        ground = theme.ground(colour)
        assert contrast_ratio(colour, theme.paper) >= READABLE, f"tag of {label.name}"
        assert contrast_ratio(theme.ink, ground) >= READABLE, f"text in {label.name}"
        assert contrast_ratio(theme.noise, ground) >= READABLE, f"header noise in {label.name}"
        assert contrast_ratio(theme.lettering(colour), ground) >= READABLE, f"chip of {label.name}"
        assert contrast_ratio(ground, theme.paper) > 1.05, f"the ground of {label.name} cannot be seen"


@LOOKS
def test_whatever_colour_somebody_gives_a_label_text_and_header_noise_are_read_on_its_tint(theme) -> None:
    for number in range(0, 0x1000000, 0x0A3D71):
        ground = theme.ground(f"#{number:06x}")
        assert contrast_ratio(theme.noise, ground) >= READABLE, f"{number:06x}"
        assert contrast_ratio(theme.ink, ground) >= READABLE, f"{number:06x}"


def test_a_look_can_be_forced() -> None:
    assert system_theme("dark") is DARK
    assert system_theme("light") is LIGHT


def test_the_article_is_set_in_a_serif_where_there_is_one() -> None:
    from PySide6.QtGui import QFontDatabase

    font = reading_font(13)
    assert font.pointSizeF() == 13
    if set(QFontDatabase.families()) & set(SERIFS):
        assert font.family() in SERIFS
