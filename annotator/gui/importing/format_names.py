"""Formats under the names that people know them by, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

# Of those who made the format: the same in every language.
PROPER = {
    "csv": "CSV", "html": "HTML", "docx": "Word", "pdf": "PDF", "spacy": "spaCy DocBin", "spacy-json": "spaCy JSON",
    "conll2002": "CoNLL-2002", "conll2003": "CoNLL-2003", "conll2003-iob1": "CoNLL-2003 IOB1", "biluo": "BILUO",
    "conllu-plus": "CoNLL-U Plus", "webanno-tsv": "WebAnno TSV", "cas-xmi": "UIMA CAS XMI",
    "cas-json": "UIMA CAS JSON", "parquet": "Parquet", "prodigy": "Prodigy", "doccano": "doccano",
    "labelstudio": "Label Studio", "brat": "brat", "xlsx": "Excel",
}  # fmt: skip


def format_name(name: str) -> str:
    """What people call the format of that name in the registry."""
    own = {
        "text": QCoreApplication.translate("Formats", "plain text"),
        "jsonl": QCoreApplication.translate("Formats", "native JSONL"),
        "csv-tables": QCoreApplication.translate("Formats", "CSV tables"),
    }
    return own.get(name) or PROPER.get(name, name)
