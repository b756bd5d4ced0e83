"""Colour arithmetic: contrast, mixing, distance, and how a colour looks to a colour-blind reader.

sRGB colours are written #rrggbb. Sources of the formulas: relative luminance and contrast ratio as in
WCAG 2.2 (W3C, 2023); sRGB transfer curve and RGB to XYZ (D65) as in IEC 61966-2-1; CIELAB and the CIE76
distance as in CIE 15; colour blindness by the matrices of Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, at
severity 1.0, applied to linear RGB.
"""

from __future__ import annotations

import math
import re
from typing import Literal

Vision = Literal["protanopia", "deuteranopia", "tritanopia"]
Triple = tuple[float, float, float]

_HEX = re.compile(r"#[0-9a-fA-F]{6}")

_MACHADO: dict[Vision, tuple[Triple, Triple, Triple]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
VISIONS: tuple[Vision, ...] = tuple(_MACHADO)

_TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_FROM_XYZ: tuple[Triple, Triple, Triple] = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)  # D65, 2 degrees

# Share of the hue in a tint and how much its chroma is raised, on light and on dark ground: a plain mix of a
# hue dark enough to be read as text is greyer than the eye expects of "the same colour, paler".
_TINT_LIGHT = (0.16, 1.7)
_TINT_DARK = (0.28, 1.25)


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


def tint(colour: str, ground: str) -> str:
    """The soft background of a label of that colour on that ground: text stands on it.

    A mix with the ground (16 % on light ground, 28 % on dark), its lightness kept and its chroma raised.
    """
    share, gain = _TINT_LIGHT if relative_luminance(ground) > 0.18 else _TINT_DARK
    lightness, a, b = lab(mix(colour, ground, share))
    return _from_lab((lightness, gain * a, gain * b))


def relative_luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Contrast ratio, 1 (alike) to 21 (black on white); the order does not matter."""
    lighter, darker = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def simulate(colour: str, vision: Vision) -> str:
    """The colour as a reader with that colour blindness sees it."""
    seen = _apply(_MACHADO[vision], _linear(colour))
    return _from_linear(seen)


def lab(colour: str) -> Triple:
    """CIELAB: L* 0..100, a* and b* about -128..127."""
    xyz = _apply(_TO_XYZ, _linear(colour))
    x, y, z = (_lab_curve(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str) -> float:
    """CIE76 distance; 2.3 is just noticeable side by side."""
    return math.dist(lab(one), lab(other))


def _linear(colour: str) -> Triple:
    red, green, blue = (_decoded(channel / 255) for channel in channels(colour))
    return red, green, blue


def _from_linear(values: Triple) -> str:
    red, green, blue = (round(255 * _encoded(value)) for value in values)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _from_lab(values: Triple) -> str:
    y = (values[0] + 16) / 116
    curves = (y + values[1] / 500, y, y - values[2] / 200)
    one, two, three = (_lab_uncurve(value) * white for value, white in zip(curves, _WHITE, strict=True))
    return _from_linear(_apply(_FROM_XYZ, (one, two, three)))


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encoded(value: float) -> float:
    held = min(1.0, max(0.0, value))
    return 12.92 * held if held <= 0.0031308 else float(1.055 * held ** (1 / 2.4) - 0.055)


def _lab_curve(value: float) -> float:
    edge = 6 / 29
    return float(value ** (1 / 3)) if value > edge**3 else value / (3 * edge**2) + 4 / 29


def _lab_uncurve(value: float) -> float:
    edge = 6 / 29
    return value**3 if value > edge else 3 * edge**2 * (value - 4 / 29)


def _apply(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
