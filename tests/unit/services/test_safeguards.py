"""Control documents, planted suggestions, and who catches them."""

from __future__ import annotations

from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import is_overlapping
from annotator.services.safeguards import Catch, as_shown, is_control, planted_in
from tests.samples import SCHEME, document

READ = document()


def real() -> list[Suggestion]:
    places = [(0, 2), (8, 15), (16, 27)]
    return [
        Suggestion(
            suggestion_id(READ.sha256, "entities", "ORG", (place,)), "entities", "ORG", (place,), 0.9,
            Provenance("rules", "1", "r"),
        )
        for place in places
    ]  # fmt: skip


def test_controls_are_about_the_share_and_the_same_for_ever() -> None:
    drawn = [is_control(f"d{number}", share=0.2, seed=1) for number in range(1000)]
    assert 150 < sum(drawn) < 250
    assert drawn == [is_control(f"d{number}", share=0.2, seed=1) for number in range(1000)]
    assert drawn != [is_control(f"d{number}", share=0.2, seed=2) for number in range(1000)]
    assert not any(is_control(f"d{number}", share=0, seed=1) for number in range(100))


def test_planted_ones_stand_on_tokens_where_no_real_one_does_and_look_like_it() -> None:
    made = planted_in(READ, real(), SCHEME, share=1.0, seed=3)
    assert len(made) == 3
    assert made == planted_in(READ, real(), SCHEME, share=1.0, seed=3)
    for one in made:
        assert READ.tokens.is_aligned(one.fragments)
        assert not any(is_overlapping(one.fragments, other.fragments) for other in real())
        assert one.provenance.suggester == "planted"
        assert as_shown(one.provenance) == real()[0].provenance
    assert planted_in(READ, real(), SCHEME, share=0.0, seed=3) == []
    assert planted_in(READ, [], SCHEME, share=1.0, seed=3) == []


def test_rates_tell_planted_from_real() -> None:
    found = Catch(shown=2, accepted=1, planted=3, caught=2)
    assert found.accept_rate == 0.5
    assert found.catch_rate == 2 / 3
    assert (Catch(0, 0, 0, 0).accept_rate, Catch(0, 0, 0, 0).catch_rate) == (None, None)
