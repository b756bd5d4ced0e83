"""What the commands for leads print of figures."""

from __future__ import annotations

from annotator.cli import leads, packages
from annotator.services.merging import FileReport, Refusal

GIVEN = {"value": -0.17, "low": -0.5, "high": 0.25, "n": 3, "undefined": None}
NOT = {"value": None, "low": None, "high": None, "n": 0, "undefined": "neither annotator marked anything"}


def test_a_minus_is_no_dash_and_why_a_figure_is_missing_stands_below_the_table() -> None:
    assert leads._figure(GIVEN) == "−0.17 [−0.50–0.25]"
    assert leads._figure(NOT) == "–"
    pair = {"a": "anna", "b": "bram", "kappa": NOT, "alpha": NOT, "found_f1": GIVEN, "groups": {}}
    answer = {"layers": {"entities": {"pairs": [pair], "overall": {"groups": {}}}}}
    assert leads._whys(answer) == ["neither annotator marked anything"]


def test_what_is_said_of_a_returned_file_names_it(capsys) -> None:
    packages._tell(FileReport("/post/anna.annopack", refused=[Refusal("signature", "not signed here")], refusals=1))
    packages._tell(FileReport("/post/bram.annopack", refused=[Refusal("file", "bram.annopack is cut off")], refusals=1))
    packages._tell(FileReport("/post/carla.annopack", notes=["nothing new"]))
    assert capsys.readouterr().err.splitlines() == [
        "anna.annopack: signature: not signed here", "file: bram.annopack is cut off", "carla.annopack: nothing new",
    ]  # fmt: skip
