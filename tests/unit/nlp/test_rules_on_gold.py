"""The rules do not lose on articles by seventeen writers what they once had."""

from __future__ import annotations

import json

import pytest

from tests.bench.gold_sets import FIGURES, figures_of, sets
from tests.marked import read_marked

MAY_FALL = 0.005  # of F1: a mend elsewhere may cost a span or two


@pytest.mark.parametrize("name", sets())
def test_no_set_falls(name: str) -> None:
    before = json.loads(FIGURES.read_text(encoding="utf-8"))[name]
    now = figures_of(name)
    assert {layer: f1 for layer, f1 in now.items() if f1 < before[layer] - MAY_FALL} == {}


def test_a_marked_article_is_read_as_its_marks_say(tmp_path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        " Ze {t1|rukken} met [VEHICLE|tanks] {t1|op} naar {t2|[GPE:e1|Zalin]}.\n\n=====\nt1 ADVANCE POSSIBLE PLACE=e1\n"
        "t2 OTHER ASSERTED\n",
        encoding="utf-8",
    )
    article = read_marked(path)
    assert article["text"] == " Ze rukken met tanks op naar Zalin."
    assert [(one["label"], one["fragments"]) for one in article["spans"]] == [
        ("VEHICLE", [[15, 20]]),
        ("GPE", [[29, 34]]),
    ]
    assert [(one["type"], one["fragments"]) for one in article["events"]] == [
        ("ADVANCE", [[4, 10], [21, 23]]),
        ("OTHER", [[29, 34]]),
    ]
    assert article["events"][0]["arguments"] == [{"role": "PLACE", "span": "e1"}]


@pytest.mark.parametrize("text", ["[GPE|Zalin", "Zalin]", "[GPE|Za}lin]", "{t1|rukken}\n=====\nt2 ADVANCE ASSERTED"])
def test_marks_that_do_not_fit_together_are_refused(tmp_path, text: str) -> None:
    path = tmp_path / "one.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="one"):
        read_marked(path)
