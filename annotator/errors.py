"""The errors of the program: what the user can mend (KnownError) and what we must mend (BugError)."""

from __future__ import annotations

# One row a code: where it comes from. Blocks: A0 general, A1 project file, A2 input files, A3 scheme,
# A4 commands on annotations, A5 worker and suggestions, A6 exports, A7 window and settings,
# A8 agreement, adjudication and work packages.
CODES: dict[str, str] = {
    "A001": "a path does not exist or cannot be read",
    "A002": "a path cannot be written",
    "A003": "no display, and no way to show a window",
    "A004": "the self-test failed",
    "A101": "not a project file",
    "A102": "project made by a newer program",
    "A103": "project is held by another process",
    "A104": "project opened read-only",
    "A105": "project is damaged",
    "A106": "a project of that name is there already",
    "A107": "no such document",
    "A108": "disk full or project not writable",
    "A109": "backup failed or is not usable",
    "A201": "unknown or ambiguous encoding",
    "A202": "input is not in the format named",
    "A203": "input exceeds a limit",
    "A204": "offsets do not fit the text",
    "A205": "a label, type, role or attribute the scheme does not have",
    "A206": "text holds characters that cannot be kept",
    "A207": "format not known or not recognised",
    "A208": "identifier used twice or pointing nowhere",
    "A209": "annotations contradict one another or what is decided already",
    "A210": "nothing to import",
    "A211": "label map is not valid",
    "A301": "scheme file is not valid",
    "A302": "no such scheme",
    "A303": "the scheme of a project cannot be changed so",
    "A401": "command is malformed",
    "A402": "no such span, event or suggestion",
    "A403": "label, type, role or attribute not in the scheme",
    "A404": "fragments are out of range, empty, reversed or overlapping one another",
    "A405": "overlaps a span of a flat layer",
    "A406": "nothing to do",
    "A407": "nothing to undo or redo",
    "A408": "span begins or ends with white space",
    "A409": "filler does not exist",
    "A410": "identifier is taken",
    "A411": "long work is under way",
    "A501": "worker did not answer",
    "A502": "pipeline is not installed",
    "A503": "suggester not known",
    "A504": "suggester failed",
    "A601": "spans could not be carried (--strict)",
    "A602": "read-back differs from what was written",
    "A603": "nothing to export",
    "A604": "no such annotator",
    "A701": "settings are not valid",
    "A801": "not a work package, or damaged",
    "A802": "project was not made from a work package",
    "A803": "returned work that cannot be taken over",
    "A804": "fewer than two annotators have finished the same document",
    "A805": "nothing to hand out",
    "A806": "a name that cannot be given to an annotator or an adjudicator",
}


class AnnotatorError(Exception):
    """Root of all errors this program raises itself."""


class KnownError(AnnotatorError):
    """Something the user or the machine can mend: a code, what happened, what to do next."""

    def __init__(self, code: str, what: str, todo: str) -> None:
        if code not in CODES:
            raise BugError(f"error code {code} is not in the table")
        super().__init__(f"{code}: {what} · {todo}")
        self.code = code
        self.what = what
        self.todo = todo

    @property
    def said(self) -> str:
        """What happened and what to do next, on one line, as it is shown."""
        return f"{self.what} · {self.todo}"


class StoppedError(AnnotatorError):
    """The user has stopped the work."""


class BugError(AnnotatorError):
    """A state that must not occur; a defect of the program."""
