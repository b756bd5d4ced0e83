"""What the worker can tell about itself, for `annotator selftest` in an installed or frozen copy."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from annotator.errors import BugError
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer, settings_hash, token_ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SENTENCE = "IS-strijders rukken op naar de VS."
_EXPECTED = ["IS", "-", "strijders", "rukken", "op", "naar", "de", "VS", "."]


def selftest(_payload: Mapping[str, Any], _report: Callable[[int, int], None]) -> dict[str, Any]:
    """Loads spaCy, tokenises a sentence and says versions and process; raises BugError for wrong tokens."""
    tokenizer = make_tokenizer(SETTINGS)
    words = [_SENTENCE[start:end] for start, end in token_ranges(tokenizer, _SENTENCE)]
    if words != _EXPECTED:
        raise BugError(f"the tokenizer makes {words} of {_SENTENCE!r}")
    return {
        "python": sys.version.split()[0],
        "spacy": version("spacy"),
        "process": os.getpid(),
        "tokenizer": settings_hash(SETTINGS),
    }
