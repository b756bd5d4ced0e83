"""What the guideline says of a label now: the scheme's own text, or the newest version made in the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.scheme import Label, Scheme
    from annotator.store.assignments import Rule
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Guideline:
    """The text is Markdown; `version` 0 is the scheme's own, with no `at` and `actor`.

    `is_new` where the annotator has decided nothing since it was changed.
    """

    text: str
    examples: tuple[str, ...]
    version: int = 0
    at: str = ""
    actor: str = ""
    is_new: bool = False


class Guidelines:
    """The current guideline of every label, as one annotator meets it; `read` again where it may have changed."""

    def __init__(self, project: Project, scheme: Scheme, actor: str) -> None:
        self._project = project
        self._scheme = scheme
        self._actor = actor
        self._rules: dict[tuple[str, str], Rule] = {}
        self.read()
        # Reading a log takes time; where no version was ever made nothing can be new.
        self._since = self._last_decision() if self._rules else ""

    def read(self) -> None:
        """Takes over the versions that are in the project now."""
        self._rules = {(rule.layer, rule.label): rule for rule in self._project.rules()}  # oldest first

    @property
    def version(self) -> int:
        """The number of the newest version; 0 where the scheme's own texts hold."""
        return max((rule.version for rule in self._rules.values()), default=0)

    def of(self, label: Label, *, language: str) -> Guideline:
        """What holds for the label."""
        rule = self._rules.get((label.layer, label.name))
        if rule is None:
            texts = label.guideline
            text = texts.get(language) or texts.get("en") or next(iter(texts.values()), "")
            return Guideline(text, label.examples)
        examples = tuple(_phrase(one) for one in rule.examples if isinstance(one.get("text"), str))
        return Guideline(rule.text, examples or label.examples, rule.version, rule.at, rule.actor, self._is_new(rule))

    def changed(self) -> tuple[str, ...]:
        """Names of the labels whose guideline changed since the annotator last decided anything."""
        known = [label for label in self._scheme.labels if (label.layer, label.name) in self._rules]
        return tuple(label.name for label in known if self._is_new(self._rules[label.layer, label.name]))

    def _is_new(self, rule: Rule) -> bool:
        return bool(self._since) and rule.at > self._since

    def _last_decision(self) -> str:
        """When the annotator last decided anything, before this sitting; "" for one who never did."""
        own = self._project.undo_candidates(self._actor)
        return self._project.operation(own[-1].id).at if own else ""


def _phrase(example: Mapping[str, Any]) -> str:
    """An example with what is covered in [ ], as the scheme writes its own; the words about it on one line."""
    before, after = (" ".join(str(example.get(name, "")).split()) for name in ("before", "after"))
    return f"{before} [{example['text']}] {after}".strip()
