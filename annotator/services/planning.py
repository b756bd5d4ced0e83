"""What deciding needs and looking does not: a session loads it with its first decision, in one go."""

from annotator.core.bulk import model_of
from annotator.core.changes import Refused, Rejection
from annotator.core.command import ApplyToAll, LabelPlaces, Redo, RelabelAll, RevertTo, Undo
from annotator.core.going_back import after, decisions_back, require_fit, require_known
from annotator.core.plan import plan

__all__ = [
    "ApplyToAll", "LabelPlaces", "Redo", "Refused", "Rejection", "RelabelAll", "RevertTo", "Undo", "after",
    "decisions_back", "model_of", "plan", "require_fit", "require_known",
]  # fmt: skip
