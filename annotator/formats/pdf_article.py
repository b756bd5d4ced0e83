"""Articles saved as PDF: the text that its pages hold, read with pypdf under limits of size, pages and time."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import limits, mapped_layers
from annotator.formats.records import ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_SECONDS = 1.6  # of processor time for the whole file: an article takes a tenth of it
_CONTENT_BYTES = 500_000  # of drawing instructions on one page, inflated: about a second's work
_ALL_CONTENT_BYTES = 3_000_000  # of all pages together
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LAID_OUT = "the text of a PDF is as its pages are laid out: line ends and hyphens of the page are in it"


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The one article of a PDF, a blank line between pages; its id is the file's name without extension.

    Nothing is drawn, run or fetched. Raises KnownError A001, A202 (damaged, encrypted, no text as in a scan) and
    A203 (size, pages, a page that inflates to too much, a file that takes too long).
    """
    limits.check_file(path, limits.PDF_BYTES, "a PDF")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise limits.unreadable(path, error) from error
    if b"%PDF-" not in data[:1024]:
        raise KnownError("A202", f"{path}: is no PDF", "check the file, or force another --format")
    pages, title = _pages(data, path)
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    text, dropped = _NO_TEXT.subn("", text)
    if dropped:
        mapped_layers.note(
            options,
            f"{path.name}: 1 control character of its fonts is left out"
            if dropped == 1
            else f"{path.name}: {dropped} control characters of its fonts are left out",
        )
    if not text:
        raise KnownError(
            "A202", f"{path}: holds no text; it may be a scan", "recognise its text with another program first"
        )
    limits.check_text(text, str(path))
    mapped_layers.note(options, _LAID_OUT)
    yield ImportedDocument(text=text, where=str(path), id=path.stem, title=title, meta={"pages": len(pages)})


class _Watch(io.BytesIO):
    """The bytes of the file, which refuse to be read once the time for it has run out."""

    def __init__(self, data: bytes, where: str) -> None:
        super().__init__(data)
        self._where = where
        # Of this thread alone: a busy machine makes no article too long.
        self._until = time.thread_time() + _SECONDS

    def come_to(self, where: str) -> None:
        """Names the page that is being read."""
        self._where = where

    def look(self, *_: object) -> None:
        """Raises KnownError A203 once the time has run out."""
        if time.thread_time() > self._until:
            raise KnownError(
                "A203",
                f"{self._where}: the file takes more than {_SECONDS:g} seconds to read",
                "print it to a new PDF, or split it into articles",
            )

    def read(self, size: int | None = -1, /) -> bytes:
        """As BytesIO, within the time."""
        self.look()
        return super().read(size)


def _pages(data: bytes, path: Path) -> tuple[list[str], str | None]:
    import pypdf  # lazy: for PDF files alone
    from pypdf.errors import PyPdfError  # lazy: as above

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is no news to a reader of articles
    watch = _Watch(data, str(path))
    try:
        reader = pypdf.PdfReader(watch)
        if reader.is_encrypted:
            raise KnownError("A202", f"{path}: is encrypted", "save it without a password")
        count = len(reader.pages)
        if count > limits.PDF_PAGES:
            raise KnownError(
                "A203", f"{path}: {count:,} pages, at most {limits.PDF_PAGES} are taken", "split it into articles"
            )
        title = _title(reader.metadata)
        return _texts(reader.pages, watch, path), title
    except PyPdfError as error:
        raise _damaged(path, error) from error
    except RecursionError as error:
        raise KnownError("A203", f"{path}: its parts are nested too deep", "print it to a new PDF") from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, AssertionError) as error:
        raise _damaged(path, error) from error  # what pypdf lets through where a file is broken
    except (NotImplementedError, ArithmeticError, OSError, EOFError, MemoryError, ImportError) as error:
        raise _damaged(path, error) from error


def _texts(pages: Any, watch: _Watch, path: Path) -> list[str]:  # noqa: ANN401  (pypdf's, loaded when needed)
    texts: list[str] = []
    total = 0
    for number, page in enumerate(pages, 1):
        where = f"{path}, page {number}"
        watch.come_to(where)
        watch.look()
        contents = page.get_contents()
        size = len(contents.get_data()) if contents is not None else 0
        total += size
        if size > _CONTENT_BYTES or total > _ALL_CONTENT_BYTES:
            limit = f"{_CONTENT_BYTES:,} bytes a page and {_ALL_CONTENT_BYTES:,} in all"
            raise KnownError("A203", f"{where}: inflates to more than {limit}", "print it to a new PDF, or split it")
        texts.append(str(page.extract_text(visitor_operand_before=watch.look, visitor_text=watch.look)))
    return texts


def _title(metadata: Any) -> str | None:  # noqa: ANN401  (as above)
    title = metadata.title if metadata else None
    said = " ".join(title.split())[: limits.NAME_CHARACTERS] if isinstance(title, str) else ""
    return said if said and said.isprintable() else None


def _damaged(path: Path, error: BaseException) -> KnownError:
    return KnownError("A202", f"{path}: damaged: {type(error).__name__}: {error}"[:300], "restore the file")
