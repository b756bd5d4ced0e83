"""Models of CRFsuite: one that was cut off, damaged or made by somebody else is refused, as it would be believed."""

from __future__ import annotations

import random
import struct
import sys
from contextlib import suppress

import pytest

from annotator.errors import KnownError
from annotator.nlp.worker.learned import crf, crf_file

EXAMPLES = [([[f"w={word}", "b"] for word in ("de", "stad", "viel")], ["O", "B-GPE", "O"])] * 3


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are those of POSIX")
def test_a_model_that_the_disk_had_no_room_for_is_an_error_of_its_own() -> None:
    import resource  # lazy: Windows has none

    whole = len(crf.train(EXAMPLES, crf.DEEP))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for most in (0, 40, *range(48, whole, 91), whole - 1):
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
        try:
            with pytest.raises(KnownError, match=r"A002: .* without room for temporary files"):
                crf.train(EXAMPLES, crf.DEEP)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert crf.Tagger(crf.train(EXAMPLES, crf.DEEP)).tag(EXAMPLES[0][0]) == EXAMPLES[0][1]


def test_where_no_temporary_file_can_be_made_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crf.tempfile, "tempdir", "/nonexistent/folder")
    with pytest.raises(KnownError, match=r"A002: .*No such file"):
        crf.train(EXAMPLES, crf.DEEP)


def test_a_model_that_is_none_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        crf.Tagger(b"no model of CRFsuite")
    assert caught.value.code == "A504"


WHOLE = crf.train(EXAMPLES, crf.DEEP)
HEAD = struct.Struct("<4sI4sIIIIIIIII")
(*_, FEATURES, TAGS, WORDS, OF_TAGS, OF_WORDS) = HEAD.unpack_from(WHOLE)


def number_at(place: int) -> int:
    return int.from_bytes(WHOLE[place : place + 4], "little")


def with_number(place: int, *numbers: int) -> bytes:
    """The model with other numbers there, and otherwise as it was."""
    return WHOLE[:place] + struct.pack(f"<{len(numbers)}I", *numbers) + WHOLE[place + 4 * len(numbers) :]


def table_of(dictionary: int) -> int:
    """Where the first table of a dictionary that holds anything is named."""
    return next(at for at in range(dictionary + 24, dictionary + 24 + 2048, 8) if number_at(at))


def row_of(dictionary: int) -> int:
    """Where the first row of that table is that holds anything: a sum, and where a text lies."""
    start = dictionary + number_at(table_of(dictionary))
    return next(at for at in range(start, start + 8 * number_at(table_of(dictionary) + 4), 8) if number_at(at + 4))


FIRST_TEXT = TAGS + number_at(row_of(TAGS) + 4)
SPOILT = {
    "cut off": WHOLE[:-9],
    "cut off and sized so": with_number(4, len(WHOLE) - 400)[:-400],
    "no tag": with_number(20, 0),
    "more tags than there are": with_number(20, 5),
    "tags without end": with_number(20, 0x7FFF_FFFF),
    "more words than there are": with_number(24, 9_000),
    "features elsewhere": with_number(28, 0xFFFF_FFF0),
    "more features than there are": with_number(FEATURES + 8, 0x0FFF_FFFF),
    "a feature of another kind": with_number(FEATURES + 12, 7),
    "a feature of a word that is not there": with_number(FEATURES + 16, 1 << 30),
    "a feature of a tag that is not there": with_number(FEATURES + 20, 1 << 20),
    "a weight that is none": with_number(FEATURES + 24, 0, 0x7FF8_0000),
    "a weight without end": with_number(FEATURES + 24, 0, 0x7FF0_0000),
    "a weight that no training comes to": WHOLE[: FEATURES + 24] + struct.pack("<d", -1e300) + WHOLE[FEATURES + 32 :],
    "a dictionary that is none": with_number(TAGS, 0),
    "a dictionary in another order": with_number(TAGS + 12, 0x7153_4462),
    "a dictionary elsewhere": with_number(32, len(WHOLE) - 8),
    "a table elsewhere": with_number(table_of(WORDS), 0x7FFF_FF00),
    "a table without end": with_number(table_of(WORDS) + 4, 0x1FFF_FFFF),
    "a table that lies nowhere": with_number(table_of(WORDS), 0),
    "a text elsewhere": with_number(row_of(WORDS) + 4, 0x7FFF_FF00),
    "a text for a tag that is not there": with_number(FIRST_TEXT, 77),
    "a text without end": with_number(FIRST_TEXT + 4, 0xFFFF),
    "a text of another sum": with_number(row_of(TAGS), 1),
    "texts of tags elsewhere": with_number(TAGS + 20, 0x7FFF_FF00),
    "no texts of tags": with_number(TAGS + 20, 0),
    "too few texts of tags": with_number(TAGS + 16, 1),
    "a list of features elsewhere": with_number(OF_TAGS + 12, 0x7FFF_FF00),
    "a list of features askew": with_number(OF_TAGS + 12, number_at(OF_TAGS + 12) + 1),
    "a list of features without end": with_number(number_at(OF_WORDS + 12), 0x7FFF_FFFF),
    "a list of features that are not there": with_number(number_at(OF_WORDS + 12), 1, 0x00FF_FFFF),
    "fewer lists than words": with_number(OF_WORDS + 8, 1),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_model_that_leads_out_of_itself_is_refused_before_it_ends_the_process(what: str) -> None:
    assert SPOILT[what] != WHOLE
    with pytest.raises(KnownError, match=r"A504: a tagger that was learned cannot be used: "):
        crf.Tagger(SPOILT[what])


def test_whatever_stands_in_a_model_it_is_refused_or_tags() -> None:
    chance = random.Random(3)
    used = 0
    for _ in range(3_000):
        spoilt = bytearray(WHOLE)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(spoilt))
            spoilt[at] = chance.randrange(256)
        with suppress(KnownError):
            tagger = crf.Tagger(bytes(spoilt))
            tags = tagger.tag([*EXAMPLES[0][0], ["no", "such", "word"]])
            assert all(0.0 <= tagger.chance(index, tag) <= 1.0 for index, tag in enumerate(tags))
            used += 1
    assert 10 < used < 2_900


@pytest.mark.parametrize("settings", [crf.DEEP, crf.AVERAGED, crf.PASSIVE, crf.SPARSE])
def test_every_model_of_our_own_is_taken(settings) -> None:
    many = [([[f"w={n % 97}", f"é{n % 5}"] for n in range(m, m + 9)], ["O", "B-GPE", "I-GPE"] * 3) for m in range(200)]
    for examples in (EXAMPLES, many, [([["a"]], ["O"])]):
        model = crf.train(examples, settings)
        crf_file.check(model)
        assert crf.Tagger(model).labels
