"""The lists of everyday names as the learner reads them: words, several words, and the features made of both."""

from __future__ import annotations

import pytest

from annotator.nlp.worker.learned.features import Features
from annotator.nlp.worker.learned.names import Names, names, read
from annotator.nlp.worker.learned.passages import NO_CUE, Passage
from annotator.nlp.worker.learned.statistics import Statistics

SOURCE = """
clubs = "Ajax Club-Brugge Brugge-Oost-United"
places = "Brugge Club-Brugge"
"""


def told_of(line: str, *, loaded: str = "") -> list[set[str]]:
    """The features of each word of a line that are about the lists that are shipped."""
    statistics = Statistics()
    for text in (line, loaded):
        words = tuple(text.split())
        statistics.add([Passage(words, tuple((index, index + 1) for index in range(len(words))))] if words else [])
    words = line.split()
    rows = Features(statistics).of(words, [NO_CUE] * len(words))
    return [{name for name in row if name.startswith(("g=N", "gh=", "l=", "a:l=", "b:l="))} for row in rows]


@pytest.fixture
def small() -> Names:
    return read(SOURCE)


def test_a_word_is_found_however_its_accents_and_hyphens_are_written(small: Names) -> None:
    assert small.of("AJAX") == ("clubs",)
    assert small.of("Club-Brugge") == ("clubs", "places")
    assert small.of("Ajaxt") == ()


def test_of_several_words_the_longest_name_is_found_and_no_other_in_it(small: Names) -> None:
    assert list(small.runs(["Ook", "Club", "Brugge", "won", "van", "Brugge", "Oost", "United", "."])) == [
        (1, 3, ("clubs", "places")),
        (5, 8, ("clubs",)),
    ]


def test_single_words_and_names_that_begin_in_lower_case_are_no_runs(small: Names) -> None:
    assert list(small.runs(["Ajax", "en", "de", "club", "Brugge", ",", "club", "Brugge"])) == []


def test_a_name_that_the_line_breaks_off_is_none(small: Names) -> None:
    assert list(small.runs(["Brugge", "Oost"])) == []


def test_what_stands_before_the_last_hyphen_is_looked_up(small: Names) -> None:
    assert small.before_hyphen("Club-Brugge-fan") == ("clubs", "places")
    assert small.before_hyphen("Ajax") == ()


def test_words_and_their_neighbours_are_told_of_lists() -> None:
    assert "g=Nclubs" in told_of("Gisteren won Feyenoord")[2]
    assert told_of("Gisteren speelde Real Madrid niet")[1:] == [
        {"b:l=clubs"},
        {"l=Bclubs"} | {name for name in told_of("speelde Real")[1] if name[0] == "g"},
        {"l=Iclubs"} | {name for name in told_of("speelde Madrid")[1] if name[0] == "g"},
        {"a:l=clubs"},
    ]
    assert "gh=clubs" in told_of("De Ajax-speler")[1]


def test_a_name_that_is_mostly_a_common_word_is_told_apart() -> None:
    assert "g=Npress" in told_of("Dan las Humo")[2]
    assert "g=Npress~" in told_of("Dan las Humo", loaded="wat humo en nog meer humo")[2]


def test_the_lists_shipped_are_of_some_size_and_none_is_empty() -> None:
    lists = {title for titles in names().lists.values() for title in titles}
    assert len(names().lists) > 9_000
    assert {"firms", "clubs", "politics", "press", "events", "works", "surnames", "given", "places", "peoples"} <= lists
    assert all(name and name == " ".join(name.split()) for name in names().lists)


def passage_of(line: str) -> Passage:
    words = tuple(line.split())
    return Passage(words, tuple((index, index + 1) for index in range(len(words))))


def test_words_that_no_loaded_text_had_are_counted_in_the_text_that_is_read() -> None:
    text = passage_of("Gisteren vluchtte Vosberg naar Dokhem")
    nothing = [NO_CUE] * len(text.words)
    ruled = [(("B-PER", "person:given") if word == "Vosberg" else NO_CUE) for word in text.words]
    counted = Statistics()
    counted.add([text], [ruled])
    features = Features(Statistics())
    features.read([text], [ruled])
    assert features.of(text.words, nothing) == Features(counted).of(text.words, nothing)
    features.read([passage_of("iets anders")], [])
    assert "c=n0" in features.of(text.words, nothing)[2]


def test_words_that_loaded_texts_had_keep_what_these_tell_of_them() -> None:
    loaded = Statistics()
    loaded.add([passage_of("daar was humo en humo en humo")])
    features = Features(loaded)
    text = passage_of("Dan las Humo")
    features.read([text], [])
    assert "g=Npress~" in features.of(text.words, [NO_CUE] * 3)[2]
