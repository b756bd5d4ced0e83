"""What a sentence says to be told, where the word for it closes a clause, or stands behind one told apart from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence

LONGEST_SPEAKER = 9  # words from a verb of saying to the comma or the "dat" behind its subject
# What opens a clause that is told apart from what the main clause says.
BEFORE = frozenset({"terwijl", "hoewel", "nadat", "toen", "omdat", "ofschoon"})
# Participles whose object is what is told.
_CLOSING = frozenset({"gemeld", "bevestigd", "erkend", "geclaimd", "bekendgemaakt", "toegegeven", "gerapporteerd"})


def told_of(sentence: Sentence, index: int) -> list[int]:
    """Where that begins which a closing participle says is told: "heeft de inname van X gemeld"; [] without one."""
    if (
        sentence.low(index) not in _CLOSING
        or sentence.low(index + 1) == "dat"
        or sentence.segment_range(index)[1] != index + 1
    ):
        return []
    having = word_classes().classes["having"]
    return [at + 1 for at in sentence.clause_of(index) if at < index and sentence.low(at) in having][:1]


def tells_anew(sentence: Sentence, index: int) -> bool:
    """Whether what it says follows, behind a clause of its own: "Terwijl X volhoudt dat …, zegt Y dat …"."""
    opener = next((word.low for word in sentence.words if not word.is_mark), "")
    later = {word.low for word in sentence.words[index + 1 : index + LONGEST_SPEAKER]}
    return opener in BEFORE and "dat" in later and sentence.low(index - 1) == ","


def tells_more(sentence: Sentence, comma: int) -> bool:
    """Whether a main clause with a place of its own follows: ", en in X zijn volgens Y elf mensen gedood"."""
    after = [sentence.low(comma + step) for step in (1, 2)]
    return (
        after[0] == "en" and after[1] in ("in", "bij", "rond", "op") and sentence.clause_of(comma + 1)[0] == comma + 1
    )
