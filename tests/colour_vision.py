"""How far apart colours are to readers, colour-blind ones among them: what the colours of schemes are tested by.

Sources: RGB to XYZ (D65) and the transfer curve as in IEC 61966-2-1; CIELAB and the CIE76 distance as in CIE 15; colour
blindness by the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE TVCG 15(6), 2009, at severity 1.0, applied to linear RGB.
"""

from __future__ import annotations

import math
from typing import Literal

from annotator.core.colour import linear

Vision = Literal["protanopia", "deuteranopia", "tritanopia"]
Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_MACHADO: dict[Vision, Matrix] = {
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

_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)  # D65, 2 degrees


def simulate(colour: str, vision: Vision) -> str:
    """The colour as a reader with that colour blindness sees it."""
    seen = _apply(_MACHADO[vision], linear(colour))
    return "#" + "".join(f"{round(255 * _encoded(value)):02x}" for value in seen)


def lab(colour: str) -> Triple:
    """CIELAB: L* 0..100, a* and b* about -128..127."""
    xyz = _apply(_TO_XYZ, linear(colour))
    x, y, z = (_lab_curve(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str) -> float:
    """CIE76 distance; 2.3 is just noticeable side by side."""
    return math.dist(lab(one), lab(other))


def _encoded(value: float) -> float:
    held = min(1.0, max(0.0, value))
    return 12.92 * held if held <= 0.0031308 else 1.055 * held ** (1 / 2.4) - 0.055


def _lab_curve(value: float) -> float:
    edge = 6 / 29
    return value ** (1 / 3) if value > edge**3 else value / (3 * edge**2) + 4 / 29


def _apply(matrix: Matrix, vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
