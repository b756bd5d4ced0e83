"""What a key that is held down does over and over; all else it does once a press, however long it is held."""

from __future__ import annotations

# Moving about, edges, sizes, and undo: one sees each step and stops at the right one. What decides and goes on to the
# next would decide unread about as many as the keyboard repeats: `Ctrl+Enter` held for a second, ten articles done.
REPEATED = frozenset({
    "next_suggestion", "previous_suggestion", "next_mark", "previous_mark", "next_event", "previous_event",
    "left", "right", "up", "down", "sentence_left", "sentence_right", "page_up", "page_down",
    "extend_left", "extend_right", "extend_up", "extend_down", "extend_sentence_left", "extend_sentence_right",
    "left_edge_left", "left_edge_right", "right_edge_left", "right_edge_right",
    "left_edge_left_character", "left_edge_right_character", "right_edge_left_character", "right_edge_right_character",
    "next_document", "previous_document", "next_undone", "find_next", "find_previous",
    "undo", "redo", "larger", "smaller", "next_pane", "previous_pane",
    "review_next", "review_previous", "review_next_place", "review_previous_place",
})  # fmt: skip
