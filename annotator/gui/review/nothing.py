"""What Review says where there is nothing to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.key_names import with_keys
from annotator.gui.review.words import translate
from annotator.services import comparing

if TYPE_CHECKING:
    from annotator.store.project import Project

PAIR = 2  # annotators that are all compared: there is nothing to choose


def why_nothing(project: Project) -> str:
    """What is needed, how far everybody is, and what can be done."""
    names = comparing.annotators_of(project)
    counts = [f"{name} {project.counts(name).get('done', 0)}" for name in names]
    said = [
        translate("ReviewPlace", "There is nothing to compare yet."),
        with_keys(
            translate(
                "ReviewPlace",
                "Review shows articles that two annotators have finished. An article counts when it is done: "
                "{key:done} in Annotate. Work from another computer comes in with {key:package_merge}, "
                "which takes returned packages over.",
            )
        ),
        translate("ReviewPlace", "Done so far: {counts}").format(
            counts=", ".join(counts) or translate("ReviewPlace", "nobody has begun")
        ),
    ]
    if names:
        alone = translate("ReviewPlace", "{key:review_alone} takes articles into gold that one annotator did alone.")
        said.append(with_keys(alone))
    if len(names) > PAIR:
        said.append(with_keys(translate("ReviewPlace", "{key:review_whose} chooses whose versions are compared.")))
    return "\n\n".join(said)
