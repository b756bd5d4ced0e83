"""The lines of a file of tokens, read one after the other; all of it is looked at once before."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats import decoding, limits
from annotator.formats.decoding import Decoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
_MARK = "\ufeff"


class TokenLines:
    """Iterates over lines without their line feed, which alone ends one; as often as asked.

    UTF-8 is read line by line, whatever the size; files of another encoding are read whole and may have
    TOKEN_FILE_BYTES. `has` says whether `sought` stands anywhere. Raises KnownError A001, A201, A203 (size of a
    line, or of all), A206.
    """

    def __init__(self, path: Path, *, encoding: str, sought: str) -> None:
        self._path = path
        self._codec = decoding.codec_of(encoding)
        self._text: str | None = None
        if self._codec in ("utf-8", "utf-8-sig"):
            self.decoded, self.has = self._looked_through(sought)
        else:
            self.decoded = self._whole(encoding)
            self._text = self.decoded.text
            self.has = sought in self._text

    def __iter__(self) -> Iterator[str]:
        if self._text is not None:
            yield from self._text.split("\n")
            return
        try:
            with self._path.open(encoding="utf-8-sig", newline="\n") as handle:
                number = 0
                while line := handle.readline(limits.LINE_BYTES):
                    number += 1
                    if len(line) == limits.LINE_BYTES:
                        raise KnownError(
                            "A203", f"{self._path}:{number}: a line over {limits.LINE_BYTES:,} bytes", "split the file"
                        )
                    yield line.removesuffix("\n")
        except OSError as error:
            raise limits.unreadable(self._path, error) from error

    def _looked_through(self, sought: str) -> tuple[Decoded, bool]:
        """What is to be said of the file, and whether `sought` stands in it; refuses what is no text in UTF-8."""
        limits.check_file(self._path, limits.TABLE_FILE_BYTES, "a file of tokens")
        lost, has, is_marked, before = 0, False, False, ""
        for text in self._chunks():
            is_marked = is_marked or (not before and text.startswith(_MARK))
            lost += text.count("\ufffd")
            has = has or sought in before + text
            before = (before + text)[-len(sought) :]
        notes = ["byte order mark left out"] if is_marked else []
        if lost:
            notes.append(f"{lost} × U+FFFD: characters were lost before this file was written")
        return Decoded("", "utf-8-sig" if is_marked else "utf-8", tuple(notes)), has

    def _chunks(self) -> Iterator[str]:
        """The text piece by piece; KnownError A201 and A206."""
        decoder = codecs.getincrementaldecoder("utf-8")()
        at = 0
        try:
            with self._path.open("rb") as handle:
                while data := handle.read(_CHUNK):
                    yield self._kept(self._decoded(decoder, data, at), at)
                    at += len(data)
                self._decoded(decoder, b"", at)
        except OSError as error:
            raise limits.unreadable(self._path, error) from error

    def _decoded(self, decoder: codecs.IncrementalDecoder, data: bytes, at: int) -> str:
        waiting = len(decoder.getstate()[0])
        try:
            return decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise KnownError(
                "A201",
                f"{self._path}: is not utf-8 at byte {at - waiting + error.start}",
                "name another encoding, or re-save it as UTF-8",
            ) from error

    def _kept(self, text: str, at: int) -> str:
        try:
            decoding.check_keepable(text, f"{self._path}, from byte {at} on")
        except KnownError:
            if self._path.stat().st_size <= limits.TOKEN_FILE_BYTES:
                self._whole("utf-8")  # says in which line of the file it is
            raise
        return text

    def _whole(self, encoding: str) -> Decoded:
        limit = limits.TOKEN_FILE_BYTES
        return decoding.read_text(self._path, encoding=encoding, limit=limit, what="a file of tokens")
