"""The user's file of settings: read with every fault named, written whole or not at all."""

from __future__ import annotations

import json
import os
import tomllib
from codecs import BOM_UTF8
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from annotator.errors import KnownError
from annotator.services.settings import ROWS, TABLE, Settings, as_kept, problem_of

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "ANNOTATOR_CONFIG"  # names another folder than the user's own
NAME = "settings.toml"
FAULTY = "settings.faulty.toml"
MOST_BYTES = 1_000_000
HEADING = "# Settings of annotator; docs/settings.md says what they do. The window writes this file anew.\n"


def settings_folder() -> Path:
    """The folder with the user's settings; it need not be there yet."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(platformdirs.user_config_path("annotator", appauthor=False))


class SettingsFile:
    """Reads and writes settings.toml in `folder`, by default the user's own."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or settings_folder()) / NAME
        self.problems: tuple[KnownError, ...] = ()

    def load(self) -> Settings:
        """The settings of the file over the defaults; `problems` says afterwards what did not count.

        Each problem is a KnownError A701 that names the field. A file that is not there is no problem.
        """
        found, self.problems = self._read()
        return found

    def change(self, **changes: object) -> Settings:
        """Puts new values into the file as it is now, and returns the settings that hold then.

        Raises KnownError A701 for a value that may not be, A002 where the file cannot be written;
        then the file is as it was.
        """
        for name, value in changes.items():
            row = ROWS.get(name)
            wrong = problem_of(row, value) if row is not None else "there is no such setting"
            if wrong:
                raise KnownError("A701", f"setting {name}: {wrong}", "choose another value")
        held, problems = self._read()
        kept = {name: as_kept(ROWS[name], value) for name, value in changes.items()}
        changed = replace(held, **kept)
        self._write(changed, keep_faulty=bool(problems))
        return changed

    def _read(self) -> tuple[Settings, tuple[KnownError, ...]]:
        try:
            with self.path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return Settings(), ()
        except OSError as error:
            return Settings(), (self._problem(f"cannot be read ({error.strerror})"),)
        if len(content) > MOST_BYTES:
            return Settings(), (self._problem(f"has more than {MOST_BYTES:,} bytes"),)
        try:
            values = tomllib.loads(content.removeprefix(BOM_UTF8).decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            return Settings(), (self._problem(f"is not TOML: {error}"),)
        return self._checked(values)

    def _checked(self, values: Mapping[str, Any]) -> tuple[Settings, tuple[KnownError, ...]]:
        kept: dict[str, Any] = {}
        problems = []
        for name, value in values.items():
            row = ROWS.get(name)
            if row is None:
                problems.append(self._problem(f"field {name!r:.60} is not a setting", field=True))
                continue
            wrong = problem_of(row, value)
            if wrong:
                problems.append(self._problem(f"field {name}: {wrong}", field=True))
            else:
                kept[name] = as_kept(row, value)
        return replace(Settings(), **kept), tuple(problems)

    def _problem(self, what: str, *, field: bool = False) -> KnownError:
        instead = "its default holds" if field else "the defaults hold"
        return KnownError("A701", f"{self.path.name}, {what}" if field else f"{self.path}: {what}", instead)

    def _write(self, settings: Settings, *, keep_faulty: bool) -> None:
        draft = self.path.with_name(f".{NAME}.{os.urandom(4).hex()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8", newline="\n") as file:
                file.write(as_toml(settings))
                file.flush()
                os.fsync(file.fileno())
            if keep_faulty and self.path.is_file():
                self.path.replace(self.path.with_name(FAULTY))
            draft.replace(self.path)
        except OSError as error:
            what = f"the settings cannot be written to {self.path} ({error.strerror})"
            raise KnownError(
                "A002", what, f"check the rights on the folder, or name another with {VARIABLE}"
            ) from error
        finally:
            with suppress(OSError):  # of a folder that takes nothing it is told above
                draft.unlink(missing_ok=True)


def as_toml(settings: Settings) -> str:
    """What differs from the defaults, as TOML; tables come last."""
    lines, tables = [HEADING], []
    for row in TABLE:
        value = getattr(settings, row.name)
        if value == row.default:
            continue
        if row.kind == "chords":
            tables += ["", f"[{row.name}]", *(f"{action} = {_toml(chords)}" for action, chords in value.items())]
        else:
            lines.append(f"{row.name} = {_toml(value)}")
    return "\n".join([*lines, *tables]) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # A JSON string is a TOML basic string but for DEL, which TOML wants escaped too.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    return repr(value)
