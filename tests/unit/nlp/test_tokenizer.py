"""The project's tokenizer: what it splits, what stays whole, and that gold spans sit on its edges."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.nlp.worker.tokenizer import SETTINGS, blank_pipeline, make_tokenizer, settings_hash, token_ranges

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
TOKENIZER = make_tokenizer(SETTINGS)

Spans = list[tuple[tuple[int, int], ...]]


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in token_ranges(TOKENIZER, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IS-strijders", "IS - strijders"),
        ("anti-IS-coalitie", "anti - IS - coalitie"),
        ("drones/raketten", "drones / raketten"),
        ("17-jarige", "17 - jarige"),
        ("21 mei–3 juni", "21 mei – 3 juni"),
        ("-IS wil", "- IS wil"),
        ("Noord- en Oost-Syrië", "Noord - en Oost - Syrië"),
        ("(pro-)Turkse", "( pro - ) Turkse"),
        ("‘IS’-strijders", "‘ IS ’ - strijders"),
        ("A.B.-straat", "A.B. - straat"),
        ('olie."Het leger', 'olie . " Het leger'),
        ("in 2014.Het leger", "in 2014 . Het leger"),
        ("van IS.De stad", "van IS . De stad"),
        ("in de VS. Daar", "in de VS . Daar"),
        ("Assad's en Assad’s", "Assad 's en Assad ’s"),
        ("foto's en foto’s", "foto's en foto’s"),
        ("zo'n en zo’n", "zo'n en zo’n"),
        ("Sana'a en Sana’a", "Sana'a en Sana’a"),
        ("'t kind en ’t kind", "'t kind en ’t kind"),
        ("om 17u14.", "om 17u14 ."),
        ("d.w.z. o.a. dr. kol. J. de Wit", "d.w.z. o.a. dr. kol. J. de Wit"),
        ("1.500 en 93.000.", "1.500 en 93.000 ."),
        ("23/04/15, 07:32", "23/04/15 , 07:32"),
        ("https://a-b.nl/x-y", "https://a-b.nl/x-y"),
        ("\r\n\xa0 dorp \t\n", "dorp"),
        ("\U0001f600IS", "\U0001f600 IS"),
        ("IS👨‍👩‍👧 👩🏽‍🚒! ☝🏿.", "IS 👨‍👩‍👧 👩🏽‍🚒 ! ☝🏿 ."),
        ("🇧🇪🇳🇱 1️⃣ #️⃣ ❤️‍🔥!", "🇧🇪 🇳🇱 1️⃣ #️⃣ ❤️‍🔥 !"),
        ("大马士革。", "大 马 士 革 。"),
        ("死者は12人、シリア", "死 者 は 12 人 、 シリア"),
        ("葛\U000e0100城か\u3099", "葛\U000e0100 城 か\u3099"),
        ("", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def _of_seeds() -> list[tuple[str, str, Spans]]:
    result = []
    for path in sorted((ROOT / "seeds" / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line:
                value = json.loads(line)
                spans = [tuple(map(tuple, span["fragments"])) for span in (*value["spans"], *value["events"])]
                result.append((path.stem, value["text"], spans))
    return result


def _of_shared() -> list[tuple[str, str, Spans]]:
    result = []
    for path in sorted((SHARED / "gold").glob("0*.json")):
        value = json.loads(path.read_text(encoding="utf-8"))
        text = (SHARED / "seeds" / f"{value['doc']}.txt").read_bytes().decode("utf-8")
        spans: Spans = [((span["start"], span["end"]),) for span in (*value["entities"], *value["events"])]
        result.append((path.stem, text, spans))
    return result


def _off_edge(articles: list[tuple[str, str, Spans]]) -> list[str]:
    return [
        f"{name}: {[text[start:end] for start, end in fragments]}"
        for name, text, spans in articles
        for tokens in [Tokens(token_ranges(TOKENIZER, text))]
        for fragments in spans
        if not tokens.is_aligned(fragments)
    ]


def test_every_gold_span_of_the_sample_articles_sits_on_token_edges() -> None:
    articles = _of_seeds()
    assert sum(len(spans) for _, _, spans in articles) > 500
    assert _off_edge(articles) == []


def test_every_gold_span_of_the_shared_articles_sits_on_token_edges() -> None:
    articles = _of_shared()
    if not articles:
        pytest.skip("the shared gold is not here")
    assert _off_edge(articles) == []


@pytest.mark.parametrize("sign", ["(", "“", "<a>", "(a", "\u0301", "'"])
def test_what_goes_on_without_a_space_is_tokenized_in_pieces_that_take_no_time(sign: str) -> None:
    for text in (sign * 20_000, "woord" + sign * 20_000, f"{sign * 60} " * 100):
        started = time.process_time()
        found = token_ranges(TOKENIZER, f"Homs viel. {text} Raqqa viel.")
        assert time.process_time() - started < 5, "a minute and more, with the square of the length"
        assert [start for start, _ in found] == sorted({start for start, _ in found})
        words = [f"Homs viel. {text} Raqqa viel."[start:end] for start, end in (*found[:3], *found[-3:])]
        assert words == ["Homs", "viel", ".", "Raqqa", "viel", "."]


def test_no_token_ends_within_what_reads_as_one_character() -> None:
    flags, syllable = "\U0001f1e7\U0001f1ea" * 2_000, "\u1112\u1161\u11ab"
    assert words(f"vlag {flags} hier")[1:3] == ["\U0001f1e7\U0001f1ea"] * 2
    assert words(f"stop.\u0301 {syllable * 900}")[0] == "stop.\u0301"
    assert all(len(word) % 3 == 0 for word in words(syllable * 900)), "a long stretch is cut between syllables"


def test_stretches_that_texts_have_are_not_cut() -> None:
    for text in ("-" * 100, "https://example.org/" + "a/b-c=" * 300, "=" * 79 + "\n" + "_" * 80):
        assert token_ranges(TOKENIZER, text) == tuple(
            (token.idx, token.idx + len(token.text)) for token in TOKENIZER(text) if not token.is_space
        )


def test_settings_survive_json_and_make_the_same_tokens() -> None:
    again = make_tokenizer(json.loads(json.dumps(SETTINGS)))
    text = "Al-Qaim: IS-strijders zo’n 3-5 km/u van Assad's VS. (anti-)Turkse “troepen”-beweging."
    assert token_ranges(again, text) == token_ranges(TOKENIZER, text)


def test_the_hash_follows_every_setting_and_not_the_order() -> None:
    reference = settings_hash(SETTINGS)
    assert len(reference) == 64
    assert settings_hash(dict(reversed(list(SETTINGS.items())))) == reference
    assert settings_hash({**SETTINGS, "version": 2}) != reference
    assert settings_hash({**SETTINGS, "infixes": SETTINGS["infixes"][1:]}) != reference


@pytest.mark.parametrize(
    "change",
    [{"infixes": ["("]}, {"version": 2}, {"base": "de"}, {"infixes": "x"}, {"surplus": 1}, {"prefixes": [1]}],
)
def test_settings_that_cannot_be_used_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(KnownError, match="A105"):
        make_tokenizer({**SETTINGS, **change})


def test_a_pipeline_written_to_disk_keeps_the_tokenizer(tmp_path: Path) -> None:
    import spacy

    blank_pipeline(SETTINGS).to_disk(tmp_path / "tokenizer")
    loaded = spacy.load(tmp_path / "tokenizer")
    for _, text, _ in _of_seeds()[:3]:
        assert token_ranges(loaded.tokenizer, text) == token_ranges(TOKENIZER, text)
