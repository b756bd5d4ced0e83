"""What annotators remarked, in words: at the place at hand, and on the rest of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.inspector.painted import Prose
from annotator.gui.review.words import reason_name, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.gui.theme import Theme
    from annotator.services.remarks import Remark


def remark_in_words(one: Remark, name: str, *, is_here: bool) -> str:
    """Who remarked what; the words that it is about as well, unless they are at hand."""
    if one.kind == "flagged":
        return translate("Review", "{who} flagged the article").format(who=name)
    if one.kind == "skipped":
        return translate("Review", "{who} skipped the article").format(who=name)
    if one.words and not is_here:
        said = translate("Review", "{who} on “{words}”: {text}")
        return said.format(who=name, words=f"{one.words:.60}", text=_in_words(one))
    return translate("Review", "{who}: {text}").format(who=name, text=_in_words(one))


def _in_words(one: Remark) -> str:
    """A remark as it was typed; the reason that one in gold begins with is kept in English."""
    if not one.is_gold:
        return one.text
    reason, colon, note = one.text.partition(": ")
    return f"{reason_name(reason)}{colon}{note}"


def remark_lines(remarks: Iterable[Remark], names: Mapping[str, str], theme: Theme, *, is_here: bool) -> list[Prose]:
    """A paragraph for each, all of its text as plain text; the name stands out."""
    lines = []
    for one in remarks:
        name = names.get(one.who, one.who)
        said = remark_in_words(one, name, is_here=is_here)
        line = Prose()
        line.set_colour(theme.ink)
        line.set_text(said, styles=((0, len(name), "bold"),) if said.startswith(name) else ())
        lines.append(line)
    return lines
