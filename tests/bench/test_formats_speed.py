"""CoNLL is written about as fast as by a bare loop: a ratio, run apart from the suite (`pytest tests/bench`)."""

from __future__ import annotations

import time

from annotator.formats import conll
from tests.unit.formats.exported import entity, exported, options


def test_writing_is_about_as_fast_as_a_bare_writer(tmp_path):
    text = "Het leger viel dinsdag Deir al-Zor aan. " * 60
    spans = [entity(f"s{n}", "GPE", 40 * n + 23, 40 * n + 34) for n in range(60)]
    documents = [exported(text, *spans, id=f"d{n}") for n in range(150)]

    def bare():
        for layer in ("entities", "events"):
            with (tmp_path / f"bare-{layer}").open("w", encoding="utf-8") as file:
                for document in documents:
                    tags = ["O"] * len(document.tokens)
                    for span in document.spans:
                        if span.layer == layer:
                            first, last = document.tokens.touching(span.start, span.end)
                            tags[first:last] = ["B-" + span.label] + ["I-" + span.label] * (last - first - 1)
                    ends = {last for _, last in document.sentences}
                    for index, (start, end) in enumerate(document.tokens.ranges):
                        file.write(f"{document.text[start:end]} {tags[index]}\n")
                        if index + 1 in ends:
                            file.write("\n")

    def timed(work):
        best = 9e9
        for _ in range(5):
            start = time.perf_counter()
            work()
            best = min(best, time.perf_counter() - start)
        return best

    choices = options()
    ratio = timed(lambda: conll.write_2002(iter(documents), tmp_path / "out", choices)) / timed(bare)
    assert ratio < 1.3, ratio
