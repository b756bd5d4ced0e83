"""Where texts may be cut: emoji, flags, marks and syllables of several scripts stay whole."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.graphemes import beside, grapheme_edges, is_joined, is_unseen

ODD = "aé̂e\u0301😀👨\u200d👩👧🇧🇪👍🏽\u00a0\u2028\t\r\n\ufeff\u202eع中नि\u094dกี่\u1112\u1161\u11ab각\u0600"
TEXTS = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("ae\u0301b", (1, 2), (1, 3)),
        ("👍🏽b", (0, 1), (0, 2)),
        ("👨\u200d👩b", (2, 3), (0, 3)),
        ("🇧🇪🇳🇱", (0, 1), (0, 2)),
        ("🇧🇪🇳🇱", (2, 4), (2, 4)),
        ("abc", (1, 2), (1, 2)),
        ("1\ufe0f\u20e3!", (1, 2), (0, 3)),  # a key
        ("🏴\U000e0067\U000e0062\U000e007f.", (0, 2), (0, 4)),  # a flag of tags
        ("नि।", (0, 1), (0, 2)),  # a vowel that stands before its consonant
        ("क्षत्रिय", (1, 5), (0, 7)),  # consonants that a linker ties
        ("กี่ น้ำ", (0, 1), (0, 3)),
        ("กี่ น้ำ", (5, 6), (4, 7)),
        ("\u1112\u1161\u11ab\u1100", (1, 2), (0, 3)),  # a Korean syllable in pieces
        ("한국", (0, 1), (0, 1)),
        ("می‌خواهم", (0, 2), (0, 3)),  # what keeps two letters apart goes with the first
        ("ه\u200d ", (0, 1), (0, 2)),  # and a joiner takes no space along
        ("葛\U000e0100城", (0, 1), (0, 2)),
        ("a\r\nb", (1, 2), (1, 3)),
        ("a \u0301", (2, 3), (2, 3)),
        ("\u200b\u0301b", (1, 2), (1, 2)),
    ],
)
def test_no_grapheme_is_cut(text: str, cut: tuple[int, int], whole: tuple[int, int]) -> None:
    assert grapheme_edges(text, *cut) == whole


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_grapheme_edges_only_widen(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    wide = grapheme_edges(text, start, end)
    assert wide[0] <= start
    assert wide[1] >= end
    assert 0 <= wide[0] <= wide[1] <= len(text)


@given(TEXTS)
def test_steps_go_through_a_text_and_back_by_the_same_places(text: str) -> None:
    forth, back = [0], [len(text)]
    while forth[-1] < len(text):
        forth.append(beside(text, forth[-1], 1))
    while back[-1] > 0:
        back.append(beside(text, back[-1], -1))
    assert forth == back[::-1]


def test_cuts_are_those_of_another_reading_of_the_standard() -> None:
    for text in (
        "👨‍👩‍👧‍👦 liep 👩🏽‍🚒 naar 🏴󠁧󠁢󠁳󠁣󠁴󠁿 en 🇧🇪🇳🇱🇸 ☝🏿. 1️⃣ ❤️‍🔥!",
        "दिल्ली में क्षत्रिय सेना ने हमला किया। श्री नरेन्द्र मोदी, स्त्री!",
        "กรุงเทพมหานคร น้ำท่วมที่ภูเก็ต ๑๒",
        "قُتل 3 مدنيين في RAQQA نصٌّ مُشَكَّلٌ می‌خواهم",
        "בְּרֵאשִׁית בָּרָא צה״ל",
        "ᄒᆞᆫ글 각각 서울",
        "𠮷野家と葛󠄀城市。 Z̴̧̛͇̪̐̾a̶̤͆͜l",
    ):
        ends = {match.end() for match in regex.finditer(r"\X", text)}
        assert [place for place in range(1, len(text)) if not is_joined(text, place)] == sorted(ends - {len(text)})


def test_what_steers_or_parts_is_not_seen() -> None:
    assert all(is_unseen(one) for one in (" ", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u2067", "\u200f \n"))
    assert not any(is_unseen(one) for one in ("a", "\u0301", "\u0600", "❤\ufe0f", "\ue000"))


class Looked(str):
    """A text that counts how often one of its characters is looked at."""

    looks = 0

    def __getitem__(self, key):
        self.looks += 1
        return super().__getitem__(key)


def test_of_a_row_of_flags_only_a_stretch_is_looked_at() -> None:
    text = Looked("🇧" * 20_000)
    assert is_joined(text, 19_999)
    assert not is_joined(text, 20_000 - 2)
    assert 0 < text.looks < 2 * 1_000 + 20
