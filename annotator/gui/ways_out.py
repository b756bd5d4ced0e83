"""What to do in the window where a refusal of the floors below names an option or a command of the command line."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from annotator.gui.refusals import BEHIND, filled, parts_of, pattern_of

OF_COMMANDS = re.compile(r"(?<!\w)--[a-z]|`annotator ")  # what nobody in the window can type


def is_of_commands(text: str) -> bool:
    """Whether the text names an option or a command."""
    return OF_COMMANDS.search(text) is not None


def in_window(text: str) -> str | None:
    """The same said for the window, in its language; None for a text that is not known here."""
    start = 0
    while True:
        for pattern, said in zip(_patterns(), _ways().values(), strict=True):
            match = pattern.fullmatch(text, start)
            if match is not None:
                return text[:start] + filled(said, match.groups())
        start = text.find(BEHIND, start) + len(BEHIND)  # behind the place that it begins with, if any
        if start < len(BEHIND):
            return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What each of the ways matches; which those are no language changes."""
    return tuple(pattern_of(parts_of(template)) for template in _ways())


def _tr(text: str) -> str:
    return QCoreApplication.translate("WaysOut", text)


def _ways() -> dict[str, str]:
    """What is said to whoever types commands, by template, and what is said in the window."""
    return {**_of_imports(), **_of_exports(), **_of_projects()}


def _of_imports() -> dict[str, str]:
    stays_out = _tr("mend it; as it is, the file stays out")
    save_again = _tr("save it again as UTF-8")
    return {
        "add it to the scheme, map it with --label-map, or leave such things out with --unknown-labels skip": _tr(
            "say in the preview of the import what becomes of it: added to the scheme, read as another, or left out"
        ),
        "labels are numbers: export them as text, or name them with --label-map": _tr(
            "labels are numbers: export them as text, or say in the preview which label each stands for"
        ),
        "keep one of them, leave the shorter ones out with --unknown-labels skip, or use another --as": _tr(
            "keep one of them, or give another name under “Decisions of”"
        ),
        "check the file, or leave it out with --on-error skip": stays_out,
        "mend this line, or leave the file out with --on-error skip": stays_out,
        "remove it, or leave the file out with --on-error skip": stays_out,
        "remove the file, or leave it out with --on-error skip": _tr("there is nothing to do: the file stays out"),
        "check the file, or force another --format": _tr("check the file, or choose another format"),
        "mend or re-save the file as UTF-8, or name its encoding with --encoding": save_again,
        "re-save it as UTF-8, or give --encoding {0}": save_again,
        "re-save it as UTF-8, or name its encoding with --encoding, such as --encoding cp1252": save_again,
        "name it with --format: {0}": _tr("choose its format: {0}"),
        "name files that hold articles, or force another --format": _tr(
            "add files that hold articles, or choose another format"
        ),
        "`annotator formats` lists them; name one with --format": _tr("choose the format of the file"),
        "name it with --text-column": _tr("call the column that holds the texts “text”"),
        "name the format, such as --format doccano, or rename the key": _tr(
            "choose the format, such as doccano, or rename the key"
        ),
        "unpack it, and name the format of a file with --format": _tr("unpack it, and choose the format of a file"),
        "leave out --format, or name the files themselves": _tr("add the files themselves"),
    }


def _of_exports() -> dict[str, str]:
    only_done = "(--only-done leaves them out)"
    said = _tr("(“Only articles that are done” leaves them out)")
    name = _tr("choose another name for the file")
    undecided = _tr("articles that are not done: {0}; an O in their tags may be undecided")
    missing = _tr(
        "articles that are not done: {0}; their unlabelled tokens are missing values for ner, "
        "but spancat takes them for negatives"
    )
    one = f"1 document is not done: an O in {{}} may be undecided {only_done.replace('them', 'it')}"
    return {
        **{one.format(where): f"{undecided.format(1)} {said}" for where in ("it", "its tags")},
        "1 document is not done: its unlabelled tokens are missing values for ner, but spancat takes them for "
        f"negatives {only_done.replace('them', 'it')}": f"{missing.format(1)} {said}",
        "annotate first, or use --from suggestions": _tr(
            "annotate first, or choose the suggestions under “Decisions of”"
        ),
        "use --from with one of {0}": _tr("choose one of {0}"),
        "import or finish some, or leave out --only-done": _tr(
            "import or finish some, or take the tick off “Only articles that are done”"
        ),
        "see {0}, or export without --strict": _tr("see {0}"),
        "choose another name for --out": name,
        "choose another place for --out": _tr("choose another place"),
        f"{{0}} documents are not done: an O in their tags may be undecided {only_done}": f"{undecided} {said}",
        f"{{0}} documents are not done: an O in them may be undecided {only_done}": f"{undecided} {said}",
        "{0} documents are not done: their unlabelled tokens are missing values for ner, "
        f"but spancat takes them for negatives {only_done}": f"{missing} {said}",
        "do not use these files; please report this with the project's `annotator check`": _tr(
            "do not use these files; please report this"
        ),
        "{0} spans were accepted from planted wrong suggestions; `annotator stats` counts them": _tr(
            "spans accepted from planted wrong suggestions: {0}; the place Learning counts them"
        ),
    }


def _of_projects() -> dict[str, str]:
    backup = _tr("restore a backup: on the welcome page, “Restore a backup …”")
    ids = _tr("choose the article in the list")
    return {
        "`annotator export PROJECT --format jsonl --out FILE` shows the ids": ids,
        "see the log with `annotator export`": _tr("see the history of the article"),
        "choose a file made by `annotator new`": _tr("choose a project: its name ends in .annotator"),
        "run `annotator check` on the project": backup,
        "run `annotator check`, or restore a backup": backup,
        "go on without suggestions, or start the program again; `annotator selftest` tells more": _tr(
            "go on without suggestions, or start the program again"
        ),
        "try again; --documents with the ids of the others leaves it out": _tr("try again"),
        "use rules, or start without --safe-mode": _tr("start the program without its safe mode"),
        "choose another folder with --dir": _tr("choose another folder"),
        "choose another name for --for": _tr("choose another name"),
        "give a name with --as": _tr("give a name"),
        'open it with --as "{0}"': _tr("close it and open it from the welcome page: there it opens as {0}"),
        "use --as with another name, or leave it out for {0}": _tr("use another name, or {0}"),
        "use `annotator export` instead": _tr("use “Export” instead"),
        "export some with --format jsonl": _tr("export some as jsonl"),
        "withdraw them with --withdraw-suggestions, or keep it": _tr("tick that they are withdrawn, or keep it"),
    }
