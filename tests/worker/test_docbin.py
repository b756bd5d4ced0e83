"""DocBin files: text and spans come back code point for code point, and training runs on them without this program."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from srsly import msgpack_dumps, msgpack_loads

from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.nlp.worker import docbin
from annotator.nlp.worker.docbin import read_docbin, write_docbin
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer, token_ranges, write_tokenizer

ROOT = Path(__file__).parents[2]
TOKENIZER = make_tokenizer(SETTINGS)


def report(_done: int, _total: int) -> None:
    """Nobody watches."""


def document(text: str, **more: object) -> dict[str, Any]:
    return {"id": "d", "text": text, "tokens": [list(one) for one in token_ranges(TOKENIZER, text)], **more}


def written(path: Path, *documents: dict[str, Any]) -> dict[str, Any]:
    return write_docbin({"path": str(path), "documents": list(documents)}, report)


def read(path: Path) -> list[dict[str, Any]]:
    return read_docbin({"path": str(path)}, report)["documents"]


def test_pages_go_on_where_the_last_ended_and_can_be_asked_for_again(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(docbin, "PAGE_CHARACTERS", 12)
    texts = [f"Homs {number}" for number in range(7)]
    written(tmp_path / "a.spacy", *(document(text, ents=[]) for text in texts))
    written(tmp_path / "b.spacy", document("Raqqa", ents=[]))

    def page(offset: int, name: str = "a") -> tuple[list[str], int | None]:
        answer = read_docbin({"path": str(tmp_path / f"{name}.spacy"), "offset": offset}, report)
        return [one["text"] for one in answer["documents"]], answer["next"]

    assert page(0) == (texts[:2], 2)
    assert page(2) == (texts[2:4], 4)
    assert page(2) == (texts[2:4], 4)
    assert page(0, "b") == (["Raqqa"], None)
    assert page(4) == (texts[4:6], 6)
    assert page(6) == (texts[6:], None)
    assert page(7) == ([], None)
    assert page(0) == (texts[:2], 2)
    written(tmp_path / "a.spacy", *(document(text, ents=[]) for text in [*texts[::-1], "x"]))
    assert page(2) == (texts[4:2:-1], 4)


def test_entities_groups_and_rejections_come_back(tmp_path: Path) -> None:
    text = " \n\U0001f600 IS-strijders\xa0veroveren  Deir al-Zor.\r\n"
    start = text.index("IS")
    place = text.index("Deir")
    value = document(
        text,
        ents=[[start, start + 2, "ORG"], [place, place + 11, "GPE"]],
        spans={
            "events": [[start, start + 12, "ATTACK"], [start, start + 2, "ATTACK"]],
            "incorrect_spans": [[place, place + 4, "PERSON"]],
            "empty": [],
        },
    )
    answer = written(tmp_path / "a.spacy", value)
    assert answer["written"] == {"ents": 2, "events": 2, "incorrect_spans": 1, "empty": 0}
    assert answer["sizes"] == {"ents": [1, 4], "events": [1, 3], "incorrect_spans": [1], "empty": []}
    assert answer["unaligned"] == []
    assert answer["bytes"] == (tmp_path / "a.spacy").stat().st_size
    (again,) = read(tmp_path / "a.spacy")
    assert again == {
        "text": text,
        "tokens": value["tokens"],
        "ents": value["ents"],
        "spans": value["spans"],
        "missing": [],
    }


def test_spans_that_cannot_be_carried_are_listed_and_never_moved(tmp_path: Path) -> None:
    text = "IS viel Raqqa aan"
    value = document(
        text,
        ents=[[0, 2, "ORG"], [0, 7, "X"], [8, 11, "GPE"], [7, 13, "GPE"], [8, 99, "GPE"], [8, 8, "GPE"]],
        spans={"sc": [[1, 7, "A"]]},
    )
    answer = written(tmp_path / "a.spacy", value)
    assert answer["written"] == {"ents": 1, "sc": 0}
    reasons = [(one[1], one[2], one[3], one[5]) for one in answer["unaligned"]]
    assert reasons == [
        ("ents", 0, 7, "it overlaps another entity"),
        ("ents", 8, 11, "it does not sit on token edges"),
        ("ents", 7, 13, "it begins or ends with white space"),
        ("ents", 8, 99, "it is empty or out of range"),
        ("ents", 8, 8, "it is empty or out of range"),
        ("sc", 1, 7, "it does not sit on token edges"),
    ]
    assert read(tmp_path / "a.spacy")[0]["ents"] == [[0, 2, "ORG"]]


def test_unseen_text_is_missing_and_not_without_entities(tmp_path: Path) -> None:
    text = "IS viel Raqqa aan"
    unseen, empty, partly = document(text, ents=None), document(text, ents=[]), document(text, ents=[[0, 2, "ORG"]])
    partly["missing"] = [[0, 8], [14, 17]]
    written(tmp_path / "a.spacy", unseen, empty, partly, document("", ents=[]), document(" \n", ents=[]))
    first, second, third, fourth, fifth = read(tmp_path / "a.spacy")
    assert first["ents"] is None
    assert second["ents"] == []
    assert second["missing"] == []
    assert (third["ents"], third["missing"]) == ([[0, 2, "ORG"]], [[3, 7], [14, 17]])
    assert (fourth["text"], fifth["text"]) == ("", " \n")


PIECES = st.sampled_from(
    ["IS", "-", "zo’n", " ", "  ", ".", "'s", "\n", "\r\n", "\t", "\xa0", "\u2028", "\u200b", "\ufeff",
     "\U0001f600", "e\u0301"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map("".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
)


@given(st.lists(st.tuples(TEXTS, st.randoms()), max_size=4))
def test_any_text_and_any_aligned_spans_come_back(
    tmp_path_factory: pytest.TempPathFactory, articles: list[tuple[str, Any]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.spacy"
    values = []
    for text, random in articles:
        tokens = Tokens(token_ranges(TOKENIZER, text))
        firsts = sorted(random.sample(range(len(tokens)), min(3, len(tokens))))
        lasts = [min(first + random.randint(1, 4), len(tokens)) for first in firsts]
        spans = [
            [tokens.starts[a], tokens.ends[b - 1], random.choice(["A", "É B"])]
            for a, b in zip(firsts, lasts, strict=True)
        ]
        values.append(document(text, ents=list(spans[:1]), spans={"sc": spans}))
    assert written(path, *values)["unaligned"] == []
    again = read(path) if values else []
    for value, back in zip(values, again, strict=True):
        assert back["text"] == value["text"]
        assert back["tokens"] == value["tokens"]
        assert back["spans"] == value["spans"]
        assert (back["ents"] or []) == value["ents"]


def test_a_file_made_in_several_requests_is_read_in_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.spacy"
    values = [document(f"Artikel {number} over IS.", ents=[], id=str(number)) for number in range(5)]
    for offset in range(0, 4, 2):
        answer = write_docbin(
            {"path": str(path), "documents": values[offset : offset + 2], "offset": offset, "is_last": False}, report
        )
        assert not path.exists()
    answer = write_docbin({"path": str(path), "documents": values[4:], "offset": 4, "is_last": True}, report)
    assert (answer["documents"], answer["written"]) == (5, {"ents": 0})
    monkeypatch.setattr(docbin, "PAGE_CHARACTERS", 45)
    texts, offset, pages = [], 0, 0
    while offset is not None:
        page = read_docbin({"path": str(path), "offset": offset}, report)
        texts += [one["text"] for one in page["documents"]]
        offset, pages = page["next"], pages + 1
    assert texts == [value["text"] for value in values]
    assert pages == 3


def test_a_part_that_a_dead_worker_took_along_is_not_glossed_over(tmp_path: Path) -> None:
    request = {"path": str(tmp_path / "a.spacy"), "documents": [document("IS", ents=[])], "offset": 7}
    with pytest.raises(KnownError, match="A501"):
        write_docbin(request, report)
    assert not (tmp_path / "a.spacy").exists()


def test_what_is_no_docbin_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.spacy"
    written(path, document("IS viel Raqqa aan", ents=[]))
    data = path.read_bytes()
    for broken in (b"", b"text", data[:-3], data + b"x", zlib.compress(b"no msgpack"), zlib.compress(b"\x80")):
        path.write_bytes(broken)
        with pytest.raises(KnownError, match="A202"):
            read(path)
    monkeypatch.setattr(docbin, "MAX_INFLATED_BYTES", 10_000_000)
    path.write_bytes(zlib.compress(b"\0" * 50_000_000))
    with pytest.raises(KnownError, match="A203"):
        read(path)
    monkeypatch.setattr(docbin, "MAX_FILE_BYTES", 10)
    with pytest.raises(KnownError, match="A203"):
        read(path)
    with pytest.raises(KnownError, match="A001"):
        read(tmp_path / "none.spacy")
    with pytest.raises(KnownError, match="A002"):
        written(tmp_path / "no" / "folder" / "a.spacy")


def test_many_small_things_are_refused_before_anything_is_made_of_them(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(docbin, "UNSCANNED_BYTES", 0)
    monkeypatch.setattr(docbin, "MAX_LOOSE_BYTES", 1_000)
    path = tmp_path / "a.spacy"
    written(path, *(document(f"IS viel {number} aan", ents=[[0, 2, "ORG"]]) for number in range(30)))
    assert len(read(path)) == 30
    nothing = b"\xdc\x07\xd0" + b"\xc0" * 2_000
    for things in (nothing, b"\xdc\x03\xe8" + b"\x90" * 1_000, b"\x92" + nothing + b"\xc0"):
        path.write_bytes(zlib.compress(b"\x82\xa4cats" + things + b"\xa4more\xc0"))
        with pytest.raises(KnownError, match=r"A203: .*small things"):
            read(path)


def test_spans_and_labels_that_point_nowhere_are_no_defect(tmp_path: Path) -> None:
    path = tmp_path / "a.spacy"
    written(path, document("IS viel Raqqa aan", spans={"sc": [[0, 2, "ORG"]]}))
    content = msgpack_loads(zlib.decompress(path.read_bytes()))
    for name, value in (("strings", []), ("tokens", b""), ("lengths", bytes(4))):
        path.write_bytes(zlib.compress(msgpack_dumps({**content, name: value})))
        with pytest.raises(KnownError, match="A202"):
            read(path)


CONFIG = """
[paths]
train = null
dev = null
tokenizer = null
[nlp]
lang = "nl"
pipeline = ["tok2vec", "ner"]
tokenizer = {"@tokenizers": "spacy.Tokenizer.v1"}
[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 32
depth = 1
embed_size = 200
window_size = 1
maxout_pieces = 2
subword_features = true
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 16
maxout_pieces = 2
use_upper = false
[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 32
upstream = "*"
[corpora]
[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}
[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}
[training]
max_steps = 8
eval_frequency = 4
[initialize]
[initialize.before_init]
@callbacks = "spacy.copy_from_base_model.v1"
tokenizer = ${paths.tokenizer}
vocab = null
"""
# As `python -m spacy train`, in a process that cannot import this program.
TRAIN = """
import sys
sys.modules["annotator"] = None
from pathlib import Path
import spacy
from spacy.cli.init_config import fill_config
from spacy.cli.train import train
paths = {"train": "train.spacy", "dev": "dev.spacy", "tokenizer": "./tokenizer"}
fill_config(Path("full.cfg"), Path("config.cfg"))
train("full.cfg", "model", overrides={f"paths.{name}": path for name, path in paths.items()})
doc = spacy.load("model/model-last")("IS-strijders in de VS.")
print("TOKENS", [token.text for token in doc])
"""


@pytest.mark.slow
def test_training_runs_on_the_files_and_the_model_has_our_tokenizer(tmp_path: Path) -> None:
    values = []
    for path in sorted((ROOT / "seeds" / "gold").glob("*.jsonl"))[:4]:
        value = json.loads(path.read_text(encoding="utf-8").split("\n")[0])
        ents = [[*span["fragments"][0], span["label"]] for span in value["spans"]]
        values.append(document(value["text"], ents=ents))
    assert sum(len(value["ents"]) for value in values) > 50
    for name, part in (("train", values[:3]), ("dev", values[3:])):
        assert written(tmp_path / f"{name}.spacy", *part)["unaligned"] == []
    write_tokenizer({"path": str(tmp_path / "tokenizer")}, report)
    (tmp_path / "config.cfg").write_text(CONFIG, encoding="utf-8")
    command = [sys.executable, "-W", "error::UserWarning:spacy.training", "-c", TRAIN]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, (run.stdout + run.stderr)[-2_000:]
    assert "W030" not in run.stderr + run.stdout
    assert "TOKENS ['IS', '-', 'strijders', 'in', 'de', 'VS', '.']" in run.stdout
