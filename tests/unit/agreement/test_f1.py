"""F1 between sets of spans, and the one-to-one matching it rests on."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.agreement import span_f1
from annotator.agreement.f1 import matching
from annotator.agreement.overlap import Fragments, overlaps_of

A = [(0, 5, "GPE"), (10, 15, "ORG"), (20, 30, "DATE")]


def test_identical_sets_agree_in_every_way() -> None:
    for match in ("exact", "overlap", "unlabelled"):
        assert span_f1(A, A, match=match).value == 1  # type: ignore[arg-type]


def test_the_three_ways_tell_noise_apart() -> None:
    moved = [(0, 4, "GPE"), (10, 15, "ORG"), (20, 30, "DATE")]
    assert span_f1(A, moved).value == pytest.approx(2 / 3)
    assert span_f1(A, moved, match="unlabelled").value == pytest.approx(2 / 3)
    assert span_f1(A, moved, match="overlap").value == 1
    renamed = [(0, 5, "LOC"), (10, 15, "ORG"), (20, 30, "DATE")]
    assert span_f1(A, renamed).value == pytest.approx(2 / 3)
    assert span_f1(A, renamed, match="unlabelled").value == 1
    assert span_f1(A, renamed, match="overlap").value == pytest.approx(2 / 3)


def test_one_long_span_matches_one_of_two_short_ones() -> None:
    assert span_f1([(0, 10, "X")], [(0, 4, "X"), (5, 10, "X")], match="overlap").value == pytest.approx(2 / 3)


def test_the_matching_is_the_greatest_not_a_greedy_one() -> None:
    # The best partner of the first, by characters, is the only partner of the second.
    a, b = [(0, 10, "X"), (9, 20, "X")], [(0, 2, "X"), (2, 10, "X")]
    assert span_f1(a, b, match="overlap").value == 1
    assert span_f1(b, a, match="overlap").value == 1


def test_touching_spans_do_not_overlap() -> None:
    assert span_f1([(0, 5, "X")], [(5, 9, "X")], match="overlap").value == 0


def test_doubled_spans_match_once_each() -> None:
    assert span_f1([(0, 5, "X")] * 2, [(0, 5, "X")]).value == pytest.approx(2 / 3)
    assert span_f1([(0, 5, "X")] * 2, [(0, 5, "X")] * 2).value == 1


def test_empty_sides() -> None:
    score = span_f1([], [])
    assert score.value is None
    assert "neither" in str(score.undefined_reason)
    assert span_f1(A, []).value == 0
    assert span_f1([], A).n_items == 3


def test_bad_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="reversed"):
        span_f1([(5, 5, "X")], [])
    with pytest.raises(ValueError, match="no match"):
        span_f1([], [], match="partial")  # type: ignore[arg-type]


def fragments(*spans: tuple[tuple[int, int], ...]) -> Fragments:
    rows = [(index, start, end) for index, span in enumerate(spans) for start, end in span]
    columns = np.array(rows, dtype=np.int64).reshape(len(rows), 3).T
    return Fragments(columns[0], columns[1], columns[2])


def test_discontinuous_spans_share_what_their_fragments_share() -> None:
    found = overlaps_of(fragments(((0, 4), (10, 12))), fragments(((2, 11),), ((5, 9),), ((11, 30),)))
    assert list(zip(found.a.tolist(), found.b.tolist(), found.shared.tolist(), strict=True)) == [(0, 0, 3), (0, 2, 1)]


def test_nested_spans_are_all_found() -> None:
    outer, inner, late = ((0, 100),), ((10, 20),), ((90, 95),)
    found = overlaps_of(fragments(((50, 60),), ((92, 93),)), fragments(outer, inner, late))
    assert set(zip(found.a.tolist(), found.b.tolist(), strict=True)) == {(0, 0), (1, 0), (1, 2)}


def test_stacked_spans_are_matched_with_their_own_label() -> None:
    found = overlaps_of(fragments(((0, 5),), ((0, 5),)), fragments(((0, 5),), ((0, 5),)))
    crossed = found.a != found.b
    chosen = matching(found, prefer=crossed)
    assert set(zip(chosen.a.tolist(), chosen.b.tolist(), strict=True)) == {(0, 1), (1, 0)}
