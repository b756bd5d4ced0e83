"""What keeps a part of a scheme from going, and what to do about it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.text import counted

if TYPE_CHECKING:
    from annotator.core.scheme_changes import Obstacle

TO_RELABEL = "give those spans another one or delete them first (the concordance finds them by label), or keep it"
TO_WITHDRAW = "withdraw them with --withdraw-suggestions, or keep it"
TO_RENAME = "change `names` for what is shown; or keep it, add the new one, relabel, and remove the old one then"


def told(obstacle: Obstacle) -> str:
    """What hangs on the part: how many spans in how many documents, and whose; or how many suggestions."""
    kind, layer, name, detail = obstacle.part
    use = obstacle.use
    thing = {
        "layer": f"layer {layer}",
        "label": f"{name} of layer {layer}",
        "role": f"role {name}",
        "type": f"role {name} of {detail}",
        "filler": f"role {name} filled by {detail}",
        "attribute": f"attribute {name}",
        "value": f"attribute {name} = {detail}",
    }[kind]
    if use.spans:
        who = f" ({', '.join(use.actors)})" if use.actors else ""
        hangs = f"{counted(use.spans, 'span')} in {counted(use.documents, 'document')}{who}"
    else:
        hangs = f"{counted(use.suggestions, 'suggestion')} in {counted(use.suggested_documents, 'document')}"
    called = f"; a label is not renamed to {obstacle.renamed}" if obstacle.renamed else ""
    return f"{thing} is in use: {hangs}{called}"


def way_out(obstacle: Obstacle) -> str:
    """What to do about it."""
    if not obstacle.use.spans:
        return TO_WITHDRAW
    return TO_RENAME if obstacle.renamed else TO_RELABEL
