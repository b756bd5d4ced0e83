"""The places of one text: what is shown about each is whole words."""

from __future__ import annotations

import pytest

from annotator.services.spreading import AROUND, _place
from tests.samples import at, document, state


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Kort: Belga zwijgt.", "Kort: ", " zwijgt."),
        ("In het noorden van het land zei vandaag het persbureau Belga dat de troepen langzaam optrekken naar Raqqa.",
         "van het land zei vandaag het persbureau ", " dat de troepen langzaam optrekken naar"),
        ("x" * 90 + "Belga" + "y" * 90, "x" * AROUND, "y" * AROUND),
        ("Eerst dit.\nBelga\nDan dat.", "Eerst dit. ", " Dan dat."),
    ],
)  # fmt: skip
def test_words_about_a_place_are_whole(text: str, left: str, right: str) -> None:
    doc = document(text)
    place = _place(state(doc=doc), at(text, "Belga"))
    assert (place.left, place.text, place.right) == (left, "Belga", right)
    assert max(len(place.left), len(place.right)) <= AROUND
