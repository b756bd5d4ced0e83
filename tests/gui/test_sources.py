"""Where a suggestion comes from, in words: every rule and learner there is has some, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from annotator.core.suggestion import Provenance
from annotator.gui.inspector.sources import by_rule, source, told
from annotator.nlp.worker.entities.rules import RULES
from annotator.nlp.worker.events.elsewhere import RULE
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.suggest import FACTORS
from annotator.resources import resource

UNSEEN = {"gazetteer:other"}  # takes a place and gives no label


def test_every_rule_has_words() -> None:
    said = {rule: by_rule(rule) for rule in [*RULES, RULE] if rule not in UNSEEN}
    said |= {way: by_rule(f"{way}:aan|vallen") for way in FACTORS}
    assert [rule for rule, words in said.items() if words is None] == []
    assert len(set(said.values())) == len(said), "each has its own"


def test_no_trigger_shows_how_it_is_written_in_the_lexicon() -> None:
    triggers = lexicon()
    lemmas = {one.entry.lemma for several in triggers.words.values() for one in several}
    lemmas |= {one.entry.lemma for begun in triggers.phrases.values() for several in begun.values() for one in several}
    assert len(lemmas) > 500
    odd = [told(Provenance("events-nl", "1", f"phrase:{lemma}")) for lemma in lemmas]
    assert [words for words in odd if set(words) & set("<>|+?")] == []


@pytest.mark.parametrize(
    ("suggester", "rule", "words"),
    [
        ("rules", "gazetteer:countries", "the list of countries"),
        ("events-nl", "verb:aan|vallen", "the verb “aanvallen”"),
        ("events-nl", "phrase:in handen <vallen komen geven>?", "the expression “in handen vallen”"),
        ("learned", "crf+memory", "the tagger, the memory"),
        ("learned", "crf+rules: noun:aanval", "the tagger, the rules (the noun “aanval”)"),
        ("learned", "crf+new: some:rule", "the tagger, new (some:rule)"),
        ("spacy:nl_core_news_lg", "ents", "spacy:nl_core_news_lg, ents"),
        ("elders", "", "elders"),
        ("elders", "<b>x</b>", "elders, <b>x</b>"),
    ],
)
def test_told(qtbot, suggester: str, rule: str, words: str) -> None:
    assert told(Provenance(suggester, "1", rule)) == words


def test_it_is_told_in_dutch(qtbot) -> None:
    dutch = QTranslator()
    assert dutch.load(str(resource("translations", "annotator_nl.qm")))
    QApplication.installTranslator(dutch)
    try:
        assert told(Provenance("rules", "1", "gazetteer:armed")) == "de lijst van gewapende groepen"
        assert source("memory") == "het geheugen"
    finally:
        QApplication.removeTranslator(dutch)
