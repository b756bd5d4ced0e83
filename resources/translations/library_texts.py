"""What libraries say of a file that they cannot read, as templates: they speak English, whatever the window does.

What stands here the window says in Dutch; the rest it quotes (`gui/refusals.py`).
"""

from __future__ import annotations

JSON = (
    "Expecting value", "Expecting property name enclosed in double quotes", "Expecting ':' delimiter",
    "Expecting ',' delimiter", "Unterminated string starting at", "Invalid control character at", "Invalid \\escape",
    "Invalid \\uXXXX escape", "Extra data", "Unexpected UTF-8 BOM (decode using utf-8-sig)",
    "Illegal trailing comma before end of object", "Illegal trailing comma before end of array",
)  # fmt: skip
TOML = (
    "{0} (at line {1}, column {2})", "{0} (at end of document)", "Cannot overwrite a value",
    "Escaped character is not a Unicode scalar value", "Expected '=' after a key in a key/value pair",
    "Expected ']' at the end of a table declaration", "Expected ']]' at the end of an array declaration",
    "Expected newline or end of document after a statement", "Invalid date or datetime", "Invalid hex value",
    "Invalid initial character for a key part", "Invalid statement", "Invalid value", "Unclosed array",
    "Unclosed inline table", "Unescaped '\\' in a string", "Unterminated string", "Cannot declare {0} twice",
    "Cannot mutate immutable namespace {0}", "Cannot redefine namespace {0}", "Duplicate inline table key {0}",
    "Expected {0}", "Found invalid character {0}", "Illegal character {0}",
)  # fmt: skip
XML = (
    "{0}: line {1}, column {2}", "syntax error", "no element found", "not well-formed (invalid token)",
    "unclosed token", "partial character", "mismatched tag", "duplicate attribute", "junk after document element",
    "undefined entity", "reference to invalid character number", "unknown encoding",
    "encoding specified in XML declaration is incorrect", "unclosed CDATA section", "unbound prefix",
    "XML or text declaration not at start of entity", "XML declaration not well-formed",
)  # fmt: skip
CSV = (
    "field larger than field limit ({0})", "unexpected end of data", "line contains NUL", "{0} expected after {1}",
    "new-line character seen in unquoted field - do you need to open the file with newline=''?",
)  # fmt: skip
ZIP = (
    "File is not a zip file", "Bad CRC-32 for file {0}", "Truncated file header", "Bad magic number for file header",
    "Bad magic number for central directory", "That compression method is not supported",
    "Error {0} while decompressing data: {1}", "Compressed file ended before the end-of-stream marker was reached",
)  # fmt: skip
SQLITE = (
    "file is not a database", "database disk image is malformed", "disk I/O error", "database or disk is full",
    "attempt to write a readonly database", "unable to open database file", "database is locked",
)  # fmt: skip
OF_PYTHON = (
    "'{0}' codec can't decode byte {1} in position {2}: {3}", "[Errno {0}] {1}: '{2}'", "[Errno {0}] {1}",
    "invalid start byte", "invalid continuation byte", "unexpected end of data",
)  # fmt: skip
ALL = frozenset((*JSON, *TOML, *XML, *CSV, *ZIP, *SQLITE, *OF_PYTHON))
