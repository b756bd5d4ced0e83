"""Worked examples as they were published, for the measures that bear their authors' names."""

from __future__ import annotations

from collections.abc import Sequence

_ = None


def crossed(table: Sequence[Sequence[int]], names: Sequence[object] = (1, 2, 3, 4, 5)) -> list[tuple[object, object]]:
    """Two annotators' ratings from their table of counts, rows the first's."""
    return [
        (names[row], names[column])
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


# Cohen (1960), p. 45.
COHEN = crossed([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
# Artstein & Poesio (2008), p. 558 and p. 568, give percent, pi and kappa side by side.
ARTSTEIN_POESIO_1 = crossed([[20, 10], [20, 50]])
ARTSTEIN_POESIO_2 = crossed([[46, 0, 0], [6, 32, 6], [0, 0, 10]])
# Krippendorff (2004), p. 246: pi and kappa agree on the first and part on the second.
KRIPPENDORFF_EVEN = crossed([[12, 9, 9], [9, 14, 9], [9, 9, 20]])
KRIPPENDORFF_SKEW = crossed([[12, 18, 18], [0, 14, 18], [0, 0, 20]])
# Gwet (2014): two abstractors, 100 pregnancies, three types.
GWET_ABSTRACTORS = crossed([[13, 0, 0], [0, 20, 7], [0, 4, 56]])
# Gwet (2014), p. 120: four raters, twelve subjects, five categories, ratings missing.
GWET_RATERS = list(
    zip(
        (1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, _),
        (_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _),
        strict=True,
    )
)
# Fleiss (1971), table 1: six psychiatrists, thirty patients, five diagnoses.
FLEISS_ROWS = (
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 "
    "144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 "
    "555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
)
FLEISS = [tuple(int(digit) for digit in row) for row in FLEISS_ROWS.split()]
# Krippendorff (2011), sections A (dichotomy), B (nominal, two observers) and C, D (four observers, missing).
KRIPPENDORFF_A = list(zip((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0), strict=True))
KRIPPENDORFF_B = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
KRIPPENDORFF_C = list(
    zip(
        (1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3),
        (_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _),
        strict=True,
    )
)
# Krippendorff (1980), p. 139: three observers, nine units.
KRIPPENDORFF_1980 = [(1, 1, 1), (1, 2, 2), (2, 2, 2), (4, 4, 4), (1, 4, 4), (2, 2, 2), (1, 2, 3), (3, 3, 3), (2, 2, 2)]
# Hayes & Krippendorff (2007), p. 84: five observers, forty units, one rating missing in most.
HAYES_ROWS = (
    "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. "
    ".100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. 000.0 "
    "0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 "
    "110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1"
)
HAYES_KRIPPENDORFF = [tuple(_ if mark == "." else int(mark) for mark in row) for row in HAYES_ROWS.split()]
# Krippendorff (2004, Quality & Quantity 38, and Content Analysis, p. 254): continuum [150, 450), two observers.
UNITS = [
    ("i", "c", 225, 70),
    ("i", "c", 370, 30),
    ("j", "c", 220, 80),
    ("j", "c", 355, 20),
    ("j", "c", 400, 20),
    ("i", "k", 180, 60),
    ("i", "k", 300, 50),
    ("j", "k", 180, 60),
    ("j", "k", 300, 50),
]
# Units of three annotators (begin, end), the sample that the gamma software comes with.
GAMMA_SAMPLE = [
    (who, category, begin, end - begin)
    for who, category, begin, end in (
        ("Alex", 1, 2, 9),
        ("Alex", 2, 11, 17),
        ("Alex", 5, 24, 30),
        ("Alex", 6, 32, 36),
        ("Alex", 6, 36, 44),
        ("Alex", 7, 44, 60),
        ("Paul", 1, 2, 9),
        ("Paul", 3, 11, 17),
        ("Paul", 5, 19, 25),
        ("Paul", 6, 32, 44),
        ("Suzan", 1, 2, 9),
        ("Suzan", 4, 11, 17),
        ("Suzan", 5, 21, 27),
        ("Suzan", 6, 32, 36),
        ("Suzan", 6, 36, 40),
        ("Suzan", 6, 40, 44),
    )
]
