"""Keys of the user's own: nothing is given twice, and the way back stands open."""

from __future__ import annotations

import pytest

from annotator.services.key_changes import MOST, KeyChanges
from annotator.services.keymap import BINDINGS
from annotator.services.schemes import load_builtin


@pytest.fixture
def changes() -> KeyChanges:
    return KeyChanges({}, [load_builtin("conflict-nl")])


def test_a_free_chord_is_given_and_taken_away_again(changes) -> None:
    assert changes.may_add("accept", "Ctrl+Shift+J")
    changes.add("accept", "Ctrl+Shift+j")
    assert changes.chords("accept") == ("Enter", "Space", "Ctrl+Shift+J")
    assert changes.keymap.action("Ctrl+Shift+J", place="article") == "accept"
    assert changes.changed == {"accept": ("Enter", "Space", "Ctrl+Shift+J")}
    changes.remove("accept", "Ctrl+Shift+J")
    assert changes.changed == {}


def test_a_taken_chord_is_refused_with_who_has_it(changes) -> None:
    claimant = changes.claimant("accept", "Ctrl+Z")
    assert claimant is not None
    assert claimant.action == "undo"
    assert not changes.may_add("accept", "Ctrl+Z")


def test_the_key_of_a_label_is_refused_with_the_label(changes) -> None:
    claimant = changes.claimant("accept", "g")
    assert claimant is not None
    assert claimant.name == "GPE"
    assert not changes.may_add("accept", "G")


def test_keys_of_event_types_are_free_for_actions() -> None:
    scheme = load_builtin("conflict-nl")
    entities = {label.key.upper() for label in scheme.labels if label.layer == "entities"}
    taken = {chord for binding in BINDINGS for chord in binding.chords}
    free = [
        label.key.upper()
        for label in scheme.labels
        if label.layer != "entities" and label.key.upper() not in entities | taken
    ]
    for key in free:
        assert KeyChanges({}, [scheme]).may_add("accept", key)


def test_what_was_taken_away_elsewhere_is_free(changes) -> None:
    changes.remove("save", "Ctrl+S")
    assert changes.chords("save") == ()
    assert changes.may_add("accept", "Ctrl+S")
    changes.add("accept", "Ctrl+S")
    ((chord, claimant),) = changes.in_the_way("save")
    assert (chord, claimant.action) == ("Ctrl+S", "accept")
    changes.restore_all()
    assert changes.changed == {}
    assert changes.keymap.conflicts() == ()


def test_what_has_lost_its_key_to_one_of_the_user_s_own_gets_it_back() -> None:
    changes = KeyChanges({"flag": ["Shift+E"]})
    assert changes.chords("choose_label") == ()
    claimant = changes.claimant("accept", "Shift+E")
    assert claimant is not None
    assert claimant.action == "flag"
    changes.restore("flag")
    assert changes.chords("choose_label") == ("Shift+E",)
    assert changes.changed == {}


def test_no_more_than_a_few_chords_and_no_nonsense(changes) -> None:
    for number in range(1, MOST - 1):
        changes.add("accept", f"Ctrl+Alt+{number}")
    assert len(changes.chords("accept")) == MOST
    assert not changes.may_add("accept", "Ctrl+Alt+9")
    assert not changes.may_add("undo", "Hyper+Q")
