"""Colour arithmetic: contrast and mixing of sRGB colours, written #rrggbb.

Sources of the formulas: relative luminance and contrast ratio as in WCAG 2.2 (W3C, 2023); sRGB transfer curve as in
IEC 61966-2-1.
"""

from __future__ import annotations

import re

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Whether the text is a colour as #rrggbb."""
    return _HEX.fullmatch(text) is not None


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255. Raises ValueError where the text is no #rrggbb."""
    if not is_colour(colour):
        raise ValueError(f"not a colour as #rrggbb: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, ground: str, share: float) -> str:
    """The colour laid over the ground with that share (0..1), channel by channel in sRGB, as Qt blends."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    red, green, blue = (round(share * over + (1 - share) * under) for over, under in pairs)
    return f"#{red:02x}{green:02x}{blue:02x}"


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue in linear light, 0..1."""
    red, green, blue = (_decoded(channel / 255) for channel in channels(colour))
    return red, green, blue


def relative_luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Contrast ratio, 1 (alike) to 21 (black on white); the order does not matter."""
    lighter, darker = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
