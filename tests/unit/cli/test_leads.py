"""What the commands for leads print of figures."""

from __future__ import annotations

from annotator.cli import leads

GIVEN = {"value": -0.17, "low": -0.5, "high": 0.25, "n": 3, "undefined": None}
NOT = {"value": None, "low": None, "high": None, "n": 0, "undefined": "neither annotator marked anything"}


def test_a_minus_is_no_dash_and_why_a_figure_is_missing_stands_below_the_table() -> None:
    assert leads._figure(GIVEN) == "−0.17 [−0.50–0.25]"
    assert leads._figure(NOT) == "–"
    pair = {"a": "anna", "b": "bram", "kappa": NOT, "alpha": NOT, "found_f1": GIVEN, "groups": {}}
    answer = {"layers": {"entities": {"pairs": [pair], "overall": {"groups": {}}}}}
    assert leads._whys(answer) == ["neither annotator marked anything"]
