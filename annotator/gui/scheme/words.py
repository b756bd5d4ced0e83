"""What a scheme changes, why something cannot be, and who uses what, in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.article.positions import shown
from annotator.gui.language import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.scheme_changes import Change, Obstacle, Part, Use
    from annotator.core.scheme_editing import Problem

MOST_NAMES = 4  # of annotators who use something
LONGEST = 48  # characters of a value that has changed
TEXTS = ("guideline", "examples")  # fields too long to be told
LISTS = ("fillers", "types", "values")  # of names, of which some come and some go


def _tr(text: str) -> str:
    return QCoreApplication.translate("SchemeWords", text)


def problem_words(problem: Problem) -> str:
    """Why something cannot be given, at its field."""
    said = {
        "empty": _tr("a name is needed"),
        "long": _tr("at most {about} characters"),
        "space": _tr("no spaces; _ can stand between words"),
        "taken": _tr("{about} has it already"),
        "no_key": _tr("one small letter a–z or a digit"),
        "command": _tr("{about} is the key of a command on the article"),
        "only_filler": _tr("it is all that may fill the role {about}; let another fill it, or remove the role first"),
        "only_type": _tr("it is the only type with the role {about}; give that to another, or remove the role first"),
        "last": _tr("it is the last of its layer"),
        "text": _tr("it holds a character that cannot be shown"),
    }[problem.kind]
    return said.format(about=shown(problem.about))


def kind_name(what: str) -> str:
    """What kind of thing it is."""
    return {
        "scheme": _tr("scheme"), "layer": _tr("layer"), "label": _tr("label"), "type": _tr("event type"),
        "role": _tr("role"), "attribute": _tr("attribute"),
    }[what]  # fmt: skip


def _field_name(name: str) -> str:
    return {
        "key": _tr("key"), "colour": _tr("colour"), "names": _tr("names shown"), "guideline": _tr("guideline"),
        "examples": _tr("examples"), "note": _tr("note"), "order": _tr("order"), "fillers": _tr("filled by"),
        "types": _tr("types"), "values": _tr("values"), "value_names": _tr("names of values"),
        "default": _tr("value at first"), "name": _tr("name"), "language": _tr("language"), "kind": _tr("kind"),
        "is_event": _tr("kind"),
    }[name]  # fmt: skip


def change_words(change: Change) -> str:
    """A change on one line."""
    thing = f"{kind_name(change.what)} {shown(change.name)}".strip()
    if change.action == "added":
        return _tr("new: {thing}").format(thing=thing)
    if change.action == "removed":
        return _tr("removed: {thing}").format(thing=thing)
    told = []
    for field in change.fields:
        name = _field_name(field.name)
        if field.name in LISTS:
            told.append(f"{name} {_difference(field.before.split(), field.after.split()) or _tr('order')}")
            continue
        is_short = field.name not in (*TEXTS, "colour") and len(field.before) + len(field.after) <= LONGEST
        values = f" {shown(field.before) or '–'} → {shown(field.after) or '–'}" if is_short else ""
        told.append(f"{name}{values}")
    return f"{thing}: {', '.join(told)}"


def _difference(before: Sequence[str], after: Sequence[str]) -> str:
    """Which names came and went."""
    came, went = (one for one in after if one not in before), (one for one in before if one not in after)
    return " ".join(shown(one) for one in (*(f"+{name}" for name in came), *(f"−{name}" for name in went)))


def use_words(use: Use | None) -> str:
    """Who uses it, in a sentence."""
    if use is None or not (use.spans or use.suggestions):
        return _tr("Nothing uses it.")
    parts = []
    if use.spans:
        who = ", ".join(map(shown, use.actors[:MOST_NAMES])) + ("…" if len(use.actors) > MOST_NAMES else "")
        said = _tr("Places that have it: {spans}, in articles: {documents} ({who}).")
        parts.append(said.format(spans=grouped(use.spans), documents=grouped(use.documents), who=who))
    if use.suggestions:
        parts.append(_tr("Suggestions: {count}.").format(count=grouped(use.suggestions)))
    return " ".join(parts)


def part_name(part: Part) -> str:
    """The part of a scheme that goes."""
    kind, layer, name, detail = map(shown, part)
    return {
        "layer": _tr("layer {layer}"),
        "label": "{name}",
        "role": _tr("role {name}"),
        "type": _tr("role {name} of {detail}"),
        "filler": _tr("role {name} filled by {detail}"),
        "attribute": _tr("attribute {name}"),
        "value": "{name} = {detail}",
    }[kind].format(layer=layer, name=name, detail=detail)


def obstacle_words(obstacle: Obstacle) -> str:
    """What stands in the way, and what can be done about it."""
    part, use = part_name(obstacle.part), use_words(obstacle.use)
    if not obstacle.use.spans:
        return _tr("{part} has suggestions: {count}").format(part=part, count=grouped(obstacle.use.suggestions))
    way = _tr("Relabel or delete those first (the concordance finds them by label), or keep it.")
    return _tr("{part} cannot go. {use} {way}").format(part=part, use=use, way=way)


def warnings(obstacles: Sequence[Obstacle], holders: Sequence[str]) -> list[str]:
    """What to know of parts that go: what uses them here, and that packages may come back with more (`holders`)."""
    told = [obstacle_words(one) for one in obstacles]
    if holders:
        who = ", ".join(map(shown, holders[:MOST_NAMES])) + ("…" if len(holders) > MOST_NAMES else "")
        said = _tr(
            "work packages were handed out ({who}): work that uses what is removed is refused when it comes back, "
            "until that is added again"
        )
        told.append(said.format(who=who))
    return told
