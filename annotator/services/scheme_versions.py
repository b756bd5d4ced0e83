"""The next version of a project's scheme: what it changes, what stands in its way, and how it comes into force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.core import scheme_file
from annotator.core.scheme_changes import compare, gone, obstacles
from annotator.core.scheme_writing import to_toml
from annotator.core.toml_table import can_be_text, paragraphs
from annotator.errors import KnownError
from annotator.services import guidelines
from annotator.services.extending import at_version
from annotator.services.handed_out import PACKAGE
from annotator.services.projects import require_room, scheme_of
from annotator.services.scheme_words import told, way_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.scheme import Label, Scheme
    from annotator.core.scheme_changes import Change, Obstacle, Part
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Planned:
    """What a wanted scheme would change: `scheme` is as it would be kept, under its version.

    `guidelines` are labels whose text takes the place of one that was written in the project, `suggestions` how many
    of them would be withdrawn, `handed_out` who has a work package while something goes.
    """

    present: Scheme
    scheme: Scheme
    changes: tuple[Change, ...]
    obstacles: tuple[Obstacle, ...]
    guidelines: tuple[Label, ...] = ()
    gone: frozenset[Part] = frozenset()
    suggestions: int = 0
    handed_out: tuple[str, ...] = ()

    @property
    def is_allowed(self) -> bool:
        return not self.obstacles

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return {
            "scheme": self.scheme.name,
            "present": self.present.version,
            "version": self.scheme.version,
            "allowed": self.is_allowed,
            "changes": [
                {**one._asdict(), "fields": [field._asdict() for field in one.fields], "looks": one.is_looks}
                for one in self.changes
            ],
            "obstacles": [
                {**one.part._asdict(), **one.use._asdict(), "renamed": one.renamed, "why": told(one)}
                for one in self.obstacles
            ],
            "suggestions_withdrawn": self.suggestions,
            "handed_out": list(self.handed_out),
        }


def in_force(project: Project) -> Scheme:
    """The project's scheme with what its guideline says now, where a scheme file can hold that."""
    scheme = scheme_of(project)
    held = _held(project)
    labels = tuple(_with_text(label, held.get(label[:2]), scheme.language) for label in scheme.labels)
    return scheme if labels == scheme.labels else replace(scheme, labels=labels)


def _with_text(label: Label, text: str | None, language: str) -> Label:
    if text is None or not can_be_text(text):
        return label
    return label._replace(guideline={**label.guideline, language: paragraphs(text)})


def written_out(project: Project) -> str:
    """The project's scheme as a scheme file: word for word as it was given, unless its guideline was changed here."""
    own, now = scheme_of(project), in_force(project)
    if now == own:
        return own.source
    held = _held(project).items()
    too_long = [label for (layer, label), text in held if own.label(layer, label) and not can_be_text(text)]
    remarks = [f"The guideline of {name} is longer here than a scheme file holds; this is the text before it."
               for name in too_long]  # fmt: skip
    return to_toml(now, remarks=remarks)


def checked(scheme: Scheme) -> Scheme:
    """A scheme that was put together, as a file of it would be read; KnownError A301 where that would be refused."""
    return scheme_file.load(to_toml(scheme), name=f"the scheme {scheme.name}")


def plan(project: Project, wanted: Scheme, *, withdraw: bool = False) -> Planned:
    """What the wanted scheme would change and what stands in its way; nothing is written.

    With `withdraw` suggestions stand in nothing's way. Raises KnownError A303 where the wanted scheme was made from a
    version that is not the latest, or the project is an annotator's.
    """
    require_own(project)
    present, held = in_force(project), _held(project)
    changes = compare(present, _with_held(wanted, present, held))
    scheme = _next(present, wanted, is_other=bool(changes))
    lost = gone(present, scheme)
    used = project.uses() if lost else {}
    found = obstacles(present, scheme, used)
    suggestions = 0
    if withdraw:
        suggestions = project.count_suggestions_using(lost) if lost else 0
        found = tuple(one for one in found if one.use.spans)
    rewritten = tuple(label for label in scheme.labels if _is_rewritten(label, scheme.language, present, held))
    out = dict.fromkeys(one.annotator for one in project.assignments()) if lost else ()
    return Planned(present, scheme, changes, found, rewritten, lost, suggestions, tuple(out))


def require_own(project: Project) -> None:
    """Raises KnownError A303 where the project is an annotator's: work under another scheme would be refused."""
    if project.meta(PACKAGE) is not None:
        what = f"{project.path.name} was made from a work package, whose scheme is the lead's"
        raise KnownError("A303", what, "ask the lead; work under another scheme could not be taken over")


def _held(project: Project) -> dict[tuple[str, str], str]:
    """What was written in the project of labels, by layer and name: the newest text."""
    return {(rule.layer, rule.label): rule.text for rule in project.rules()}


def _said(label: Label, language: str) -> str:
    """What the scheme says of a label to whoever reads one language."""
    return label.guideline.get(language) or next(iter(label.guideline.values()), "")


def _is_rewritten(label: Label, language: str, present: Scheme, held: Mapping[tuple[str, str], str]) -> bool:
    """Whether a text that was written in the project gives way to the scheme's; silence takes no text back."""
    written, before = held.get(label[:2]), present.label(*label[:2])
    if written is None:
        return False
    text = _said(label, language)
    # A label that is added again brings its own text: what was written of it is still there.
    return bool(text) and text != (paragraphs(written) if before is None else _said(before, present.language))


def _with_held(wanted: Scheme, present: Scheme, held: Mapping[tuple[str, str], str]) -> Scheme:
    """The wanted scheme with what was written in the project of labels that it says nothing of."""
    labels = []
    for label in wanted.labels:
        before = present.label(*label[:2])
        is_silent = label[:2] in held and before is not None and not any(label.guideline.values())
        labels.append(label._replace(guideline=before.guideline) if is_silent and before is not None else label)
    return replace(wanted, labels=tuple(labels))


def _next(present: Scheme, wanted: Scheme, *, is_other: bool) -> Scheme:
    """The wanted scheme under the version that it would have; under the present one where it changes nothing."""
    if not is_other:
        version = present.version  # also where a file is set again
    elif wanted.name != present.name or wanted.version == present.version:
        version = present.version + 1
    elif wanted.version > present.version:
        require_room(wanted)  # a number that the project gave is at most the present one
        version = wanted.version
    else:
        versions = f"version {wanted.version} of {wanted.name}, and the project has version {present.version}"
        what = f"it was made from {versions}"
        raise KnownError("A303", what, "write the scheme out again, and make your changes in that file")
    made = scheme_file.load(at_version(wanted.source, version), name=f"the scheme {wanted.name}")
    if made.version == version:
        return made
    # Its version is not on a line of its own, as TOML allows.
    return scheme_file.load(to_toml(replace(wanted, version=version)), name=f"the scheme {wanted.name}")


def change(project: Project, wanted: Scheme, *, actor: str, withdraw: bool = False) -> Planned:
    """Makes the wanted scheme the next version of the project's, in one transaction; tells what that changed.

    Where nothing differs no version is made. Raises KnownError A303 where something stands in its way, and as `plan`.
    """
    with project.transaction():
        planned = plan(project, wanted, withdraw=withdraw)
        require_allowed(planned)
        if not planned.changes:
            return planned
        scheme = planned.scheme
        taken = project.withdraw_suggestions(planned.gone) if withdraw and planned.gone else 0
        project.add_scheme(source=scheme.source, name=scheme.name, version=scheme.version)
        for label in planned.guidelines:
            guidelines.rewrite(project, scheme, label, _said(label, scheme.language), actor=actor)
    return replace(planned, suggestions=taken)


def require_allowed(planned: Planned) -> None:
    """Raises KnownError A303 with the first thing that stands in the way, what to do, and how many there are."""
    if not planned.obstacles:
        return
    first, *others = planned.obstacles
    more = f"; {len(others)} more such" if others else ""
    raise KnownError("A303", f"{told(first)}{more}", way_out(first))
