"""What keeps a part of a scheme from going, and what to do about it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.text import counted

if TYPE_CHECKING:
    from annotator.core.scheme_changes import Obstacle, Part

TO_RELABEL = "give those spans another one or delete them first (the concordance finds them by label), or keep it"
TO_WITHDRAW = "withdraw them with --withdraw-suggestions, or keep it"
TO_RENAME = "change `names` for what is shown; or keep it, add the new one, relabel, and remove the old one then"


def short(part: Part) -> str:
    """The part by its names alone, which no language changes."""
    kind, layer, name, detail = part
    if kind == "layer":
        return layer
    behind = {"value": f"={detail}", "type": f" ({detail})", "filler": f" ({detail})"}.get(kind, "")
    return f"{layer}/{name}{behind}"


def told(obstacle: Obstacle) -> str:
    """What hangs on the part: how many spans in how many documents, and whose; or how many suggestions."""
    use = obstacle.use
    if use.spans:
        who = f" ({', '.join(use.actors)})" if use.actors else ""
        hangs = f"{counted(use.spans, 'span')} in {counted(use.documents, 'document')}{who}"
    else:
        hangs = f"{counted(use.suggestions, 'suggestion')} in {counted(use.suggested_documents, 'document')}"
    called = f"; a label is not renamed to {obstacle.renamed}" if obstacle.renamed else ""
    return f"{short(obstacle.part)} is in use: {hangs}{called}"


def way_out(obstacle: Obstacle) -> str:
    """What to do about it."""
    if not obstacle.use.spans:
        return TO_WITHDRAW
    return TO_RENAME if obstacle.renamed else TO_RELABEL
