"""Text without an end of a sentence is suggested for in pieces: its cost grows with its length, and no faster."""

from __future__ import annotations

from annotator.nlp.worker import suggest
from annotator.nlp.worker.suggest import document_of


def test_sentences_keep_their_edges_and_long_ones_are_cut(monkeypatch) -> None:
    monkeypatch.setattr(suggest, "LONGEST", 5)
    text = "Een twee drie. Een twee drie vier vijf zes zeven acht negen tien elf. Een."
    assert document_of({"text": text}).sentences == ((0, 4), (4, 9), (9, 14), (14, 16), (16, 18))
    given = [[0, 4], [4, 16], [16, 18]]
    assert document_of({"text": text, "sentences": given}).sentences == ((0, 4), (4, 9), (9, 14), (14, 16), (16, 18))
    assert document_of({"text": ""}).sentences == ()
