"""The one table of exchangeable parts: formats, suggesters and worker tasks, resolved on first use."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from annotator.errors import BugError, KnownError


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: who reads it, who writes it, who reads it back, and its help page."""

    name: str
    title: str
    extensions: tuple[str, ...]
    page: str
    reader: str | None = None
    writer: str | None = None
    checker: str | None = None
    judge: str = ""  # who the checker is, in words for the report
    is_folder: bool = False  # a writer that makes a folder rather than one file
    is_text: bool = True  # what a writer of one file makes; else bytes, which are nothing for standard output
    has_roles: bool = True  # a writer that says of events what fills their roles


@dataclass(frozen=True, slots=True)
class Suggester:
    """A source of suggestions that `--with` may name."""

    name: str
    title: str
    page: str


FORMATS: tuple[Format, ...] = (
    Format(
        name="text",
        title="plain text, one article a file",
        extensions=(".txt", ".text"),
        page="docs/formats/text.md",
        reader="annotator.formats.plain_text:read",
    ),
    Format(
        name="jsonl",
        title="native JSONL, one document a line, lossless",
        extensions=(".jsonl", ".ndjson"),
        page="docs/formats/jsonl.md",
        reader="annotator.formats.jsonl:read",
        writer="annotator.formats.jsonl:write",
        checker="annotator.formats.jsonl:check",
        judge="the native reader, from the file alone",
    ),
    Format(
        name="csv",
        title="CSV or TSV with a column of article texts",
        extensions=(".csv", ".tsv"),
        page="docs/formats/csv.md",
        reader="annotator.formats.csv_table:read",
    ),
    Format(
        name="html",
        title="HTML: articles in, text alone; annotated articles out, for reading and print",
        extensions=(".html", ".htm", ".xhtml"),
        page="docs/formats/html.md",
        reader="annotator.formats.html_article:read",
        writer="annotator.formats.article_pages:write",
        checker="annotator.formats.article_pages:check",
        judge="Python's HTML parser, from where the marks lie in the text",
    ),
    Format(
        name="docx",
        title="articles saved as Word documents, text alone",
        extensions=(".docx",),
        page="docs/formats/docx.md",
        reader="annotator.formats.docx_article:read",
    ),
    Format(
        name="pdf",
        title="articles saved as PDF, text alone",
        extensions=(".pdf",),
        page="docs/formats/pdf.md",
        reader="annotator.formats.pdf_article:read",
    ),
    Format(
        name="spacy",
        title="spaCy corpus: DocBin splits, configs for ner and spancat, tokenizer",
        extensions=(".spacy",),
        page="docs/formats/spacy.md",
        reader="annotator.formats.docbin:read",
        writer="annotator.formats.spacy_corpus:write",
        checker="annotator.formats.spacy_corpus:check",
        judge="spaCy's DocBin reader in a process of its own",
        is_folder=True,
    ),
    Format(
        name="spacy-json",
        title="spaCy's earlier JSON: texts with entities, or documents of tokens",
        extensions=(),
        page="docs/formats/spacy.md",
        reader="annotator.formats.spacy_json:read",
    ),
    Format(
        name="conll2002",
        title="CoNLL-2002, IOB2, one file a layer",
        extensions=(".conll", ".iob2"),
        page="docs/formats/conll.md",
        reader="annotator.formats.conll_reader:read",
        writer="annotator.formats.conll:write_2002",
        checker="annotator.formats.conll:check",
        judge="spaCy's tag reader in a process of its own",
        is_folder=True,
        has_roles=False,
    ),
    Format(
        name="conll2003",
        title="CoNLL-2003, IOB2, one file a layer",
        extensions=(".conll", ".iob2"),
        page="docs/formats/conll.md",
        reader="annotator.formats.conll_reader:read",
        writer="annotator.formats.conll:write_2003",
        checker="annotator.formats.conll:check",
        judge="spaCy's tag reader in a process of its own",
        is_folder=True,
        has_roles=False,
    ),
    Format(
        name="conll2003-iob1",
        title="CoNLL-2003 with the tags of the shared task, IOB1, one file a layer",
        extensions=(".iob", ".iob1"),
        page="docs/formats/conll.md",
        reader="annotator.formats.conll_reader:read_iob1",
        writer="annotator.formats.conll:write_2003_iob1",
        checker="annotator.formats.conll:check",
        judge="spaCy's tag reader in a process of its own",
        is_folder=True,
        has_roles=False,
    ),
    Format(
        name="biluo",
        title="BILUO tags in two columns, one file a layer",
        extensions=(".biluo", ".bilou", ".iobes"),
        page="docs/formats/conll.md",
        reader="annotator.formats.conll_reader:read_biluo",
        writer="annotator.formats.conll:write_biluo",
        checker="annotator.formats.conll:check",
        judge="spaCy's tag reader in a process of its own",
        is_folder=True,
        has_roles=False,
    ),
    Format(
        name="conllu-plus",
        title="CoNLL-U Plus, a column a layer, with the text as it was",
        extensions=(".conllup", ".conllu"),
        page="docs/formats/conllu-plus.md",
        reader="annotator.formats.conllu_reader:read",
        writer="annotator.formats.conllu_plus:write",
        checker="annotator.formats.conllu_reader:check",
        judge="our own reader of CoNLL-U, from the file alone",
        has_roles=False,
    ),
    Format(
        name="webanno-tsv",
        title="WebAnno TSV 3.3: parts of tokens, stacked spans, roles and fragments as slots",
        extensions=(".tsv",),
        page="docs/formats/webanno-tsv.md",
        reader="annotator.formats.webanno_tsv:read",
        writer="annotator.formats.webanno_tsv_writing:write",
        checker="annotator.formats.webanno_tsv:check",
        judge="our own reader of WebAnno TSV, from the files alone",
        is_folder=True,
    ),
    Format(
        name="cas-xmi",
        title="UIMA CAS in XMI, with its type system",
        extensions=(".xmi",),
        page="docs/formats/cas.md",
        reader="annotator.formats.cas_xmi:read",
        writer="annotator.formats.cas_xmi:write",
        checker="annotator.formats.cas_xmi:check",
        judge="dkpro-cassis",
        is_folder=True,
    ),
    Format(
        name="cas-json",
        title="UIMA CAS in JSON, with its type system",
        extensions=(".json",),
        page="docs/formats/cas.md",
        reader="annotator.formats.cas_json:read",
        writer="annotator.formats.cas_json:write",
        checker="annotator.formats.cas_json:check",
        judge="dkpro-cassis",
        is_folder=True,
    ),
    Format(
        name="parquet",
        title="Parquet as `datasets` loads it, with a card",
        extensions=(".parquet",),
        page="docs/formats/parquet.md",
        reader="annotator.formats.parquet_reading:read",
        writer="annotator.formats.parquet:write",
        checker="annotator.formats.parquet:check",
        judge="pyarrow",
        is_folder=True,
    ),
    Format(
        name="prodigy",
        title="Prodigy JSONL: tokens, spans, relations and answers",
        extensions=(".jsonl",),
        page="docs/formats/prodigy.md",
        reader="annotator.formats.prodigy:read",
        writer="annotator.formats.prodigy_writing:write",
        checker="annotator.formats.prodigy:check",
        judge="our own reader of Prodigy's JSONL, from the file alone",
    ),
    Format(
        name="doccano",
        title="doccano JSONL: labelled offsets and relations",
        extensions=(".jsonl", ".json"),
        page="docs/formats/doccano.md",
        reader="annotator.formats.doccano:read",
        writer="annotator.formats.doccano:write",
        checker="annotator.formats.doccano:check",
        judge="our own reader of doccano's JSONL, from the file alone",
    ),
    Format(
        name="labelstudio",
        title="Label Studio JSON: regions, relations, choices, and the labelling setup",
        extensions=(".json",),
        page="docs/formats/labelstudio.md",
        reader="annotator.formats.labelstudio:read",
        writer="annotator.formats.labelstudio:write",
        checker="annotator.formats.labelstudio:check",
        judge="our own reader of Label Studio's JSON, from the file alone",
        is_folder=True,
    ),
    Format(
        name="brat",
        title="brat standoff: texts and annotations with fragments, roles and attributes, and the configuration",
        extensions=(".ann",),
        page="docs/formats/brat.md",
        reader="annotator.formats.brat:read",
        writer="annotator.formats.brat_writing:write",
        checker="annotator.formats.brat_rules:check",
        judge="brat's rules, restated as a checker of its own, from the files alone",
        is_folder=True,
    ),
    Format(
        name="csv-tables",
        title="CSV tables of documents, spans, events and roles",
        extensions=(".csv",),
        page="docs/formats/tables.md",
        writer="annotator.formats.tables:write_csv",
        checker="annotator.formats.tables:check_csv",
        judge="Python's csv module, from the files alone",
        is_folder=True,
    ),
    Format(
        name="xlsx",
        title="workbook with sheets of documents, spans, events and roles",
        extensions=(".xlsx",),
        page="docs/formats/tables.md",
        writer="annotator.formats.tables:write_xlsx",
        checker="annotator.formats.tables:check_xlsx",
        judge="openpyxl, from the file alone",
        is_text=False,
    ),
)

SUGGESTERS: tuple[Suggester, ...] = (
    Suggester("rules", "lexicons and patterns for Dutch conflict news", "docs/suggesters.md"),
    Suggester("learned", "what was learned from the decisions so far, weighed with the rules", "docs/suggesters.md"),
    Suggester("spacy:NAME", "a spaCy pipeline that is installed, such as spacy:nl_core_news_lg", "docs/suggesters.md"),
)


def resolve(row: str) -> Any:  # noqa: ANN401  (the row's type is what the caller asks for)
    """The object a "module:name" row stands for."""
    module, _, name = row.partition(":")
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise BugError(f"registry row {row!r} does not resolve: {error}") from error


def format_named(name: str, *, way: str) -> Format:
    """The format of that name that can be read (`way` "read") or written ("write"); KnownError A207 if none."""
    able = [one for one in FORMATS if (one.reader if way == "read" else one.writer)]
    for one in able:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in able)
    what = f"no format {name!r:.60} to read" if way == "read" else f"no format {name!r:.60} to write"
    raise KnownError("A207", what, f"choose one of {known}")


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A command of the command line: its name (of a group: both words), its function, and its help page."""

    name: str
    function: str
    page: str = "docs/commands.md"


COMMANDS: tuple[CommandRow, ...] = (
    CommandRow("open", "annotator.cli.desk:open_project"),
    CommandRow("demo", "annotator.cli.desk:demo"),
    CommandRow("new", "annotator.cli.projects:new"),
    CommandRow("import", "annotator.cli.exchange:import_files"),
    CommandRow("suggest", "annotator.cli.suggest:suggest"),
    CommandRow("train", "annotator.cli.learn:train"),
    CommandRow("learning", "annotator.cli.measure:learning"),
    CommandRow("conduct", "annotator.cli.conduct:conduct"),
    CommandRow("simulate", "annotator.cli.learn:simulate"),
    CommandRow("apply", "annotator.cli.script:apply"),
    CommandRow("export", "annotator.cli.exchange:export_files"),
    CommandRow("agreement", "annotator.cli.leads:agreement"),
    CommandRow("disagreements", "annotator.cli.leads:disagreements"),
    CommandRow("adjudicate", "annotator.cli.leads:adjudicate"),
    CommandRow("package make", "annotator.cli.packages:make"),
    CommandRow("package open", "annotator.cli.packages:open_package"),
    CommandRow("package return", "annotator.cli.packages:give_back"),
    CommandRow("package merge", "annotator.cli.packages:merge"),
    CommandRow("check", "annotator.cli.upkeep:check"),
    CommandRow("backup", "annotator.cli.upkeep:backup"),
    CommandRow("restore", "annotator.cli.upkeep:restore"),
    CommandRow("stats", "annotator.cli.projects:stats"),
    CommandRow("keys", "annotator.cli.tables:keys"),
    CommandRow("formats", "annotator.cli.tables:formats"),
    CommandRow("schemes", "annotator.cli.tables:schemes"),
    CommandRow("scheme", "annotator.cli.scheme:scheme"),
    CommandRow("selftest", "annotator.cli.upkeep:selftest"),
)

# Groups of commands, each with what its help says.
GROUPS: dict[str, str] = {"package": "Hand out work packages, open them, return them, and merge what comes back."}
