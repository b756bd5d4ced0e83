"""What the lead has set for the work in a project: learning, control documents, planted suggestions, the order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.store.project import Project

KEY = "conduct"  # of the project's settings
# How the queue may be ordered where the annotator asks for no order.
ORDERS = ("import", "date", "teaching", "easiest")
MOST = 0.5  # of either share: with more there would be nothing left to compare with


class Conduct(NamedTuple):
    """`controls` is the share of documents without suggestions, `planted` how many wrong ones come for each real one.

    Both are drawn by `seed`, which is made once for a project and kept: the same documents stay controls.
    """

    learns: bool = True
    controls: float = 0.0
    planted: float = 0.0
    order: str = "import"
    seed: int = 0

    def is_control(self, document: str) -> bool:
        """Whether the document is to be annotated without suggestions."""
        if not self.controls:
            return False
        from annotator.services.safeguards import is_control  # lazy: most projects have no controls

        return is_control(document, share=self.controls, seed=self.seed)

    def shown(self, document: Document, found: Sequence[Suggestion], scheme: Scheme) -> list[Suggestion]:
        """What of these suggestions the annotator is to get: none for a control, else all, and the planted ones."""
        if self.is_control(document.id):
            return []
        from annotator.services.safeguards import planted_in  # lazy: as above

        return [*found, *planted_in(document, found, scheme, share=self.planted, seed=self.seed)]

    def to_json(self) -> dict[str, Any]:
        """For reports, and as it is kept."""
        return self._asdict()


def conduct_of(project: Project) -> Conduct:
    """What was set in the project; what it does not know counts as not set."""
    kept = project.meta(KEY)
    if not isinstance(kept, dict):
        return Conduct()
    known = set(Conduct._fields)
    return Conduct(**{name: value for name, value in kept.items() if name in known})


def set_conduct(project: Project, **changes: Any) -> Conduct:  # noqa: ANN401  (fields of Conduct)
    """Sets what is named and keeps the rest; raises KnownError A701 for a value that cannot be.

    Suggestions in documents that become controls are taken out, unless somebody has decided there already:
    these documents were seen with suggestions, and count as such.
    """
    conduct = _checked(conduct_of(project)._replace(**changes))
    if conduct.seed == 0:
        import secrets  # lazy: once a project

        conduct = conduct._replace(seed=secrets.randbelow(2**31) + 1)
    with project.transaction():
        project.set_meta(KEY, conduct.to_json())
        for document in without_suggestions(project, conduct):
            project.put_suggestions(document, [], run={KEY: "control"})
    return conduct


def _checked(conduct: Conduct) -> Conduct:
    for name, share in (("controls", conduct.controls), ("planted", conduct.planted)):
        if not 0 <= share <= MOST:
            raise KnownError("A701", f"{name} is {share:g}", f"give a share from 0 to {MOST:g}")
    if conduct.order not in ORDERS:
        raise KnownError("A701", f"there is no order {conduct.order!r:.40}", f"use {', '.join(ORDERS)}")
    return conduct


def to_hand_out(project: Project, *, with_suggestions: bool) -> dict[str, Any]:
    """What of it goes along with a work package: {} where nothing was set.

    Not the controls: those of a package are the documents that have no suggestions in it.
    """
    if project.meta(KEY) is None:
        return {}
    conduct = conduct_of(project)
    planted = conduct.planted if with_suggestions else 0.0
    return {"learns": conduct.learns, "planted": planted, "order": conduct.order, "seed": conduct.seed}


def take_from_package(project: Project, handed_out: Mapping[str, Any]) -> None:
    """Sets in an opened package's project what came with it; KnownError A701 for what cannot be."""
    if not handed_out:
        return
    known = {name: value for name, value in handed_out.items() if name in ("learns", "planted", "order", "seed")}
    kinds: dict[str, tuple[type, ...]] = {
        "learns": (bool,), "planted": (int, float), "order": (str,), "seed": (int,),
    }  # fmt: skip
    for name, value in known.items():
        if not isinstance(value, kinds[name]) or (name != "learns" and isinstance(value, bool)):
            raise KnownError("A701", f"{name} cannot be {value!r:.40}", "ask the sender for the file again")
    project.set_meta(KEY, _checked(Conduct(**known)).to_json())


def without_suggestions(project: Project, conduct: Conduct) -> list[str]:
    """The control documents that nobody has decided about and that have suggestions still."""
    if not conduct.controls:
        return []
    begun: set[str] = set()
    for actor in project.actors():
        begun |= {one.document for one in project.document_stats(actor)}
    return [
        document
        for document in project.document_ids()
        if conduct.is_control(document) and document not in begun and project.suggestions(document)
    ]


def came_bare(project: Project, document: str) -> bool:
    """Whether the document came without suggestions on purpose: as a control of this project or of a work package."""
    run = project.suggestion_run(document)
    if run is None or not (KEY in run or "package" in run):
        return False
    return not project.suggestions(document)


def comes_bare(project: Project, conduct: Conduct, document: str) -> bool:
    """Whether the annotator gets no suggestions there on purpose, from the first or from now on."""
    return conduct.is_control(document) or came_bare(project, document)


def is_still_blind(project: Project, conduct: Conduct, state: DocumentState) -> bool:
    """Whether the document comes without suggestions on purpose and its annotator has not begun it.

    What would be labelled there unread would tell, as suggestions do, what others or a machine made of it.
    """
    is_begun = bool(state.spans or state.verdicts) or state.status != "todo"
    return not is_begun and comes_bare(project, conduct, state.document.id)


def handed_out_bare(project: Project, annotator: str) -> set[str]:
    """The documents that work packages of this project brought the annotator without suggestions."""
    given = [one.documents for one in project.assignments() if one.annotator == annotator]
    return {id for documents in given for id, is_blind in documents.items() if is_blind}
