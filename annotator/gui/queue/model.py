"""The list of articles as Qt's model: all ids at once, rows read in pages as they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from annotator.store.documents import DocumentRow

PAGE = 64
KEPT_PAGES = 24
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    """`read` gives the rows of a few ids; the model asks for a page of them when one is shown.

    `mend` gives a row as it is to be shown; it is asked for rows in sight alone, since that may take a look.
    """

    def __init__(
        self,
        read: Callable[[Sequence[str]], Sequence[DocumentRow]],
        mend: Callable[[DocumentRow], DocumentRow],
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._mend = mend
        self._mended: OrderedDict[str, tuple[DocumentRow, DocumentRow]] = OrderedDict()  # as read, as shown
        self._ids: list[str] = []
        self._rest: Callable[[], list[str]] | None = None  # gives all ids where only a part of them is known
        self._found: dict[str, int] = {}  # lines that were asked for
        self._pages: OrderedDict[int, dict[str, DocumentRow]] = OrderedDict()

    def set_ids(self, ids: list[str]) -> None:
        """Shows these documents, in this order."""
        self.beginResetModel()
        self._ids, self._rest = ids, None
        self._found.clear()
        self._pages.clear()
        self.endResetModel()

    def go_on(self, ids: list[str]) -> bool:
        """Shows these documents where those that are shown are the first of them; False where they are not."""
        known = len(self._ids)
        if not 0 < known < len(ids) or known % PAGE or self._rest is not None or ids[:known] != self._ids:
            return False
        self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
        self._ids = ids
        self._found.clear()
        self.endInsertRows()
        return True

    def set_part(self, ids: list[str], *, first: int, total: int, rest: Callable[[], list[str]]) -> None:
        """Shows `total` documents of which those from line `first` on are known; `rest` gives all when they are wanted.

        `first` begins a page, and the ids fill pages.
        """
        unknown = total - first - len(ids)
        self.set_ids([*[""] * first, *ids, *[""] * unknown])
        self._rest = rest if first or unknown else None

    @property
    def is_whole(self) -> bool:
        """Whether all documents are known."""
        return self._rest is None

    def complete(self, ids: list[str]) -> None:
        """Takes all ids, of which a part is shown already in these lines."""
        self._ids, self._rest = ids, None
        self._found.clear()

    def _require_whole(self) -> None:
        if self._rest is not None:
            self.complete(self._rest())

    @property
    def ids(self) -> Sequence[str]:
        """The documents that are shown, in their order."""
        self._require_whole()
        return self._ids

    def id_at(self, number: int) -> str | None:
        """The document in that line."""
        if not 0 <= number < len(self._ids):
            return None
        if not self._ids[number]:
            self._require_whole()
        return self._ids[number]

    def knows(self, document: str) -> bool:
        """Whether the document is in a line that is known."""
        return document in self._ids

    def number_of(self, document: str) -> int:
        """The line of a document, -1 where it is not shown."""
        found = self._found.get(document)
        if found is None:
            # A table of all lines would cost more, at each filtering, than going through them once in a while.
            try:
                found = self._ids.index(document)
            except ValueError:
                if self._rest is not None:
                    self._require_whole()
                    return self.number_of(document)
                found = -1
            self._found[document] = found
        return found

    def rows_changed(self, documents: Collection[str]) -> None:
        """Reads these documents' rows anew when they are next shown."""
        if len(documents) > PAGE:  # looking for the line of each would take longer than reading what is in sight
            self._pages.clear()
            self.dataChanged.emit(self.index(0), self.index(max(0, len(self._ids) - 1)))
            return
        for document in documents:
            self.row_changed(document)

    def row_changed(self, document: str) -> None:
        """Reads the document's row anew when it is next shown."""
        number = self.number_of(document)
        if number < 0:
            return
        kept = self._pages.get(number // PAGE)
        if kept is not None:
            kept.update((row.id, row) for row in self._read([document]))
        index = self.index(number)
        self.dataChanged.emit(index, index)

    def row(self, number: int) -> DocumentRow | None:
        """The row of that line, read with its page where it is not kept."""
        id = self.id_at(number)
        if id is None:
            return None
        page = number // PAGE
        kept = self._pages.get(page)
        if kept is None:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            kept = self._pages[page] = {row.id: row for row in self._read(ids)}
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        read = kept.get(id)
        return None if read is None else self._as_shown(read)

    def _as_shown(self, read: DocumentRow) -> DocumentRow:
        known = self._mended.get(read.id)
        if known is None or known[0] is not read:
            known = self._mended[read.id] = read, self._mend(read)
            while len(self._mended) > KEPT_PAGES * PAGE:
                self._mended.popitem(last=False)
        return known[1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's signature)
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            one, many = (
                self.tr("{title}, {status}, 1 span, {open} open"),
                self.tr("{title}, {status}, {spans} spans, {open} open"),
            )
            return (one if row.spans == 1 else many).format(
                title=row.title, status=status_word(row.status), spans=row.spans, open=row.open_suggestions
            )
        return None


def status_word(status: str) -> str:
    """The status in the language of the window."""
    match status:
        case "todo":
            return QCoreApplication.translate("Queue", "to do")
        case "busy":
            return QCoreApplication.translate("Queue", "busy")
        case "done":
            return QCoreApplication.translate("Queue", "done")
        case "flagged":
            return QCoreApplication.translate("Queue", "flagged")
        case "skipped":
            return QCoreApplication.translate("Queue", "skipped")
    return status
