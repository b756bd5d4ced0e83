"""Which files an import reads, and as what: below folders, in archives, told by content or forced."""

from __future__ import annotations

import os
from errno import EACCES
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import brat, limits, project_export, zip_members
from annotator.formats.mapped_layers import note
from annotator.formats.recognition import OPEN_EXTENSIONS, broken_off, is_report, recognise
from annotator.services.registry import FORMATS, Format, format_named
from annotator.store import locks_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Refused = Callable[[Path, KnownError], None]

NOTE_BROKEN_OFF = "the last export into this folder was not finished: some of its files may be of an earlier one"
_ZIP = b"PK\x03\x04"
_ON_DISK = ("parquet", "spacy")  # formats whose libraries read files of a disk alone


def files_of(
    paths: Iterable[Path], format_name: str | None, *, refused: Refused | None = None
) -> Iterator[tuple[Path, Format]]:
    """Every file below the paths with its format: the one forced, else by content, else by extension.

    Archives are looked into as folders are; of a project that WebAnno or INCEpTION has exported the annotations are
    taken. A file, a folder or an archive that cannot be read, or a file in no known format that is named, is told to
    `refused`; without that KnownError A001, A202, A203, A207. Always raised are A001 where there is nothing of that
    name, and A207 where there is no such format: a slip in what was asked for is no file that is refused.
    """
    forced = format_named(format_name, way="read") if format_name else None
    told: set[Path] = set()
    for path, is_named in _walked(paths, refused):
        try:
            read_from, file_format = _read_as(path, forced, is_named=is_named)
        except (KnownError, OSError) as error:
            _tell(path, error, refused)
            continue
        if file_format is None or read_from in told:
            continue
        told.add(read_from)
        yield read_from, file_format


def _read_as(path: Path, forced: Format | None, *, is_named: bool) -> tuple[Path, Format | None]:
    """The file that is read where this one was found, and its format; None for one that is passed over."""
    pair = _beside_text(path) if forced is None else None
    if pair is not None:
        return pair, format_named("brat", way="read")
    if forced is None:
        file_format = format_of(path, is_named=is_named)
    else:
        file_format = forced if is_named or _is_meant(path, forced) else None
    if file_format is None and is_named:
        raise _unknown(path)
    if file_format is not None and zip_members.is_in_archive(path) and file_format.name in _ON_DISK:
        raise KnownError("A207", f"{path}: {file_format.name} cannot be read in an archive", "unpack the archive")
    return path, file_format


def _is_meant(path: Path, forced: Format) -> bool:
    """Whether a file below a folder is of the format that is forced: it ends like one, or its content may be one.

    Endings alone would leave files unread that the format's own export gave the ending of a kindred one.
    """
    suffix = path.suffix.lower()
    if is_report(path):
        return False
    return suffix in forced.extensions or (_is_looked_into(suffix) and forced.name in recognise(path))


def _is_looked_into(suffix: str) -> bool:
    """Whether files of that ending can be in a format that is read."""
    return suffix in OPEN_EXTENSIONS or any(one.reader and suffix in one.extensions for one in FORMATS)


def note_broken_off(path: Path, reading: Mapping[str, Any]) -> None:
    """Leaves a note in what a reader is given where an export into the folder of the file was never finished."""
    name = "" if zip_members.is_in_archive(path) else broken_off(path)
    if any(one.name == name and one.is_folder for one in FORMATS):
        note(reading, NOTE_BROKEN_OFF)


def nothing_in(paths: Iterable[Path], format_name: str | None = None) -> KnownError:
    """Why there is nothing to import where `files_of` finds no file: there is none, or none of the format."""
    count = sum(len(_below(path, lambda *_: None)) for path in paths if path.is_dir())
    if not count:
        return KnownError("A210", "there is no file to import", "name files or a folder that holds some")
    if format_name is not None:
        return KnownError(
            "A210",
            f"none of the files looks like {format_name}: {count}",
            "leave out --format, or name the files themselves",
        )
    return KnownError(
        "A210",
        f"all files are in a format that is not known: {count}",
        "`annotator formats` lists them; name one with --format",
    )


def _unknown(path: Path) -> KnownError:
    with path.open("rb") as stream:
        is_archive = stream.read(len(_ZIP)) == _ZIP
    if is_archive:
        return KnownError(
            "A207", f"{path.name} is an archive of a kind that is not known", "unpack it, and import the folder"
        )
    return _no_format(path)


def _no_format(path: Path) -> KnownError:
    names = ", ".join(one.name for one in FORMATS if one.reader)
    return KnownError("A207", f"{path.name} is in no format that is known", f"name it with --format: {names}")


def _walked(paths: Iterable[Path], refused: Refused | None) -> Iterator[tuple[Path, bool]]:
    """The files that are named, and those below folders and in archives that are; and whether one was named itself."""
    for path in paths:
        # A look at a project would take SQLite's locks off it.
        if not zip_members.is_in_archive(path) and locks_kept.is_open(path):
            _tell(path, _no_format(path), refused)
            continue
        kind = _kind_of(path)
        if kind == "nothing":
            raise KnownError("A001", f"there is no file or folder {str(path)!r:.200}", "check the spelling of the path")
        try:
            if kind == "folder":
                yield from ((one, False) for one in _in_folder(path, refused))
            elif kind == "archive":
                yield from ((one, False) for one in _in_archive(path))
            else:
                yield path, True
        except KnownError as error:
            _tell(path, error, refused)


def _tell(path: Path, error: KnownError | OSError, refused: Refused | None) -> None:
    """Tells of a file that cannot be read, or raises that where nobody is to be told."""
    refusal = limits.unreadable(path, error) if isinstance(error, OSError) else error
    if refused is None:
        raise refusal from (error if isinstance(error, OSError) else None)
    refused(path, refusal)


def _kind_of(path: Path) -> str:
    """What stands at a path that was named: a folder, an archive, a file, or nothing.

    What may not be looked at is taken for a file: whoever reads it says why it cannot be read.
    """
    try:
        if path.is_dir():
            return "folder"
        if not path.is_file():
            return "nothing"
        return "archive" if _is_collection(path) else "file"
    except OSError:
        return "file"


def _in_folder(folder: Path, refused: Refused | None) -> Iterator[Path]:
    """The files below a folder, and those in archives there."""
    files = [(below.relative_to(folder).parts, below) for below in _below(folder, refused)]
    chosen = project_export.selection(files, str(folder))
    for below in [below for _, below in files] if chosen is None else chosen:
        try:
            inside = list(_inside(below)) if _is_collection(below) else [below]
        except (KnownError, OSError) as error:
            _tell(below, error, refused)
            continue
        yield from inside


def _in_archive(path: Path) -> Iterator[Path]:
    """The files in an archive that was named; KnownError A207 where no format of them is known."""
    found = False
    for one in _inside(path):
        found = found or _may_be_read(one)
        yield one
    if not found:
        what = f"{path.name}: nothing in this archive is in a format that is known"
        raise KnownError("A207", what, "unpack it, and name the format of a file with --format")


def _may_be_read(path: Path) -> bool:
    """Whether a format is known for a file; also where it is damaged, which is said once it is read."""
    try:
        return format_of(path) is not None
    except KnownError:
        return True


def _below(folder: Path, refused: Refused | None) -> list[Path]:
    """The files below a folder, those that are hidden left out, in the order in which they are read.

    A folder that may not be looked into is told to `refused`, or KnownError A001: its files would be missing unsaid.
    """
    found: list[Path] = []

    def barred(error: OSError) -> None:
        refusal = KnownError("A001", f"{error.filename}: {error.strerror}", "check the permissions of the folder")
        if refused is None:
            raise refusal from error
        refused(Path(error.filename), refusal)

    for place, within, names in os.walk(folder, onerror=barred):
        within[:] = [name for name in within if not name.startswith(".")]
        if names and not os.access(place, os.X_OK):  # names can be listed, and nothing behind them looked at
            barred(PermissionError(EACCES, os.strerror(EACCES), place))
            continue
        files = [Path(place, name) for name in names if not name.startswith(".")]
        found += [file for file in files if file.is_file()]
    # What stands beside a DocBin may hold its events whole, as in our own exports: their roles come first.
    return sorted(found, key=lambda one: (one.suffix == ".spacy", one))


def _is_collection(path: Path) -> bool:
    """Whether the file is an archive of articles; Word documents and the like are archives too."""
    if path.suffix.lower() != zip_members.SUFFIX:
        return False
    with path.open("rb") as stream:
        return stream.read(2) == _ZIP[:2]


def _inside(path: Path) -> Iterator[Path]:
    """The files of an archive; of an exported project, those that are annotations, in archives of their own as well."""
    collection = zip_members.collection_of(path)
    files = list(collection.files())
    chosen = project_export.selection([(one.parts, one) for one in files], str(path))
    for one in files if chosen is None else chosen:
        if not _is_collection(one):
            yield one
        elif project_export.is_of_annotator(one):
            yield from zip_members.collection_of(one).files()
        else:
            raise KnownError("A202", f"{one}: an archive in an archive", "unpack the outer one, and import the folder")


def _beside_text(path: Path) -> Path | None:
    """The file of brat's annotations that stands beside a text, where there is one."""
    if path.suffix != brat.TEXT_SUFFIX:
        return None
    there = (path.with_suffix(suffix) for suffix in (brat.SUFFIX, *brat.SHARED_TASK_SUFFIXES))
    return next((one for one in there if one.is_file()), None)


def format_of(path: Path, *, is_named: bool = False) -> Format | None:
    """The format a file is in: by its content, and by its extension where the content leaves it open; or None.

    Of files below a folder only those are looked into whose extension is a known or an open one.
    """
    suffix = path.suffix.lower()
    by_extension = next((one for one in FORMATS if one.reader and suffix in one.extensions), None)
    if by_extension is None and suffix not in OPEN_EXTENSIONS and not is_named:
        return None
    names = recognise(path)
    if by_extension is not None and (by_extension.name in names or not names) and suffix not in OPEN_EXTENSIONS:
        return by_extension
    readable = (one for name in names for one in FORMATS if one.name == name and one.reader)
    return next(readable, None if suffix in OPEN_EXTENSIONS else by_extension)
