"""What the names of the program's own files end in."""

from __future__ import annotations

PROJECT, PACKAGE = ".annotator", ".annopack"
