"""Other spellings of a name in all articles: those with the same consonants, as transliterations have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.text import SOFT_HYPHEN
from annotator.nlp.worker.entities.folding import bones_of, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.text import Fragment
    from annotator.services.searching import Breathe
    from annotator.store.project import Project

_WORD = re.compile(rf"\w+(?:[’'‘`{SOFT_HYPHEN}]\w+)*")
_MOST_TERMS = 200  # of one part of a name, in one search
# The letters that may begin a spelling of a name whose first consonant is this one.
_INITIALS = {"k": "kqc", "s": "szctd", "g": "gkh", "d": "dz", "f": "fpv", "t": "td", "j": "jdgy", "a": "aeiouyw"}


class Spellings:
    """Finds a name of three consonants or more in whatever spelling; nothing for a shorter one."""

    def __init__(self, name: str) -> None:
        name = name.replace(SOFT_HYPHEN, "")
        self._bones = skeleton(name)
        parts = [(part, bones_of(part)) for part in _WORD.findall(name)]
        self._parts = [bones for _, bones in parts if bones]
        # A name in capitals is not to be found in "Door zeer".
        self._is_capital = all(part[0].isupper() for part, bones in parts if bones)

    def documents(self, project: Project, breathe: Breathe) -> list[str]:
        """Ids of the documents that may hold a spelling, in order of import; for a project open for reading."""
        if not self._bones:
            return []
        found: set[str] = set(self._holding(project, self._bones))
        if len(self._parts) > 1:
            apart: set[str] | None = None
            for part in self._parts:
                if not breathe():
                    return []
                documents = set(self._holding(project, part))
                apart = documents if apart is None else apart & documents
            found |= apart or set()
        return [id for id in project.document_ids() if id in found]

    def _holding(self, project: Project, bones: str) -> Iterator[str]:
        """Ids of the documents with a word of these consonants."""
        # An article grown onto the name puts a vowel before the first consonant.
        initials = _INITIALS.get(bones[0], bones[0]) + "aeu"
        terms = project.terms(initials=initials, shortest=len(bones), longest=4 * len(bones) + 4)
        for term in [term for term in terms if bones_of(term) == bones][:_MOST_TERMS]:
            yield from project.search(f'"{term}"')

    def places(self, text: str) -> Iterator[Fragment]:
        """Where spellings of the name stand in a text."""
        words = [
            (match.start(), match.end(), bones_of(match.group().replace(SOFT_HYPHEN, "")))
            for match in _WORD.finditer(text)
        ]
        past = 0
        for number, (start, _, first) in enumerate(words):
            if not first or start < past or not self._bones.startswith(first):
                continue
            bones = ""
            for at, end, more in words[number : number + len(self._parts) + 3]:
                bones += more
                if (more and self._is_capital and not text[at].isupper()) or not self._bones.startswith(bones):
                    break
                if more and bones == self._bones:
                    yield start, end
                    past = end
                    break
