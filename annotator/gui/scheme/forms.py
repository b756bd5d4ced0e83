"""One form for each kind of thing that a scheme has: what is given in it is checked field by field, at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.core.scheme import Attribute, Label, Role, Scheme
from annotator.core.scheme_editing import (
    Thing,
    key_problem,
    name_problem,
    names_beside,
    replaced,
    text_problem,
    with_text,
)
from annotator.gui.dialogs.frame import button
from annotator.gui.flow import FlowLayout
from annotator.gui.inspector.contents import named
from annotator.gui.language import spoken_language
from annotator.gui.parts import PlainLabel
from annotator.gui.scheme.fields import ColourChoice, Fields, Ticks, line
from annotator.gui.scheme.things import part_of, which
from annotator.gui.scheme.values import Values
from annotator.gui.scheme.words import problem_words, use_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.scheme_changes import Part, Use
    from annotator.core.scheme_editing import Problem
    from annotator.gui.theme import Theme

LANGUAGES = ("nl", "en")


class Form(Fields):
    """Shows one thing; emits `changed` with the scheme that has it otherwise."""

    changed = Signal(object, object)  # the scheme, and the thing as it is in it now
    guideline_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.scheme: Scheme
        self.thing: Thing
        self.present: Scheme  # as the project has it
        self.uses: Mapping[Part, Use] | None = None  # None until it is known
        self._is_quiet = False
        self.name = line(self.tr("Name in the data"), self.tr("What stands in exports; it is kept for good"))
        self.name.textEdited.connect(self._take_name)
        self.key = line(self.tr("Key"), self.tr("One letter or digit that gives it"), most=1)
        self.key.textEdited.connect(self._take_key)
        self.shown = {
            "nl": line(self.tr("Dutch name"), self.tr("What it is called on the screen, in Dutch")),
            "en": line(self.tr("English name"), self.tr("What it is called on the screen, in English")),
        }
        for language, control in self.shown.items():
            control.textEdited.connect(partial(self._take_shown, language))
        self.guideline = button(self.tr("Guideline …"), self.tr("When it is used: opens the text to be changed"))
        self.guideline.clicked.connect(self.guideline_wanted)
        self.remove = button(self.tr("Remove"), self.tr("Takes it out of the scheme, where nothing uses it"))
        self.remove.clicked.connect(self.removal_wanted)
        self.use = PlainLabel()
        self.use.setWordWrap(True)
        self.use.set_colour(theme.muted)
        for control in (self.name, self.key, *self.shown.values()):
            self.add(control)
        self.add_own()
        buttons = QWidget()
        row = FlowLayout()
        buttons.setLayout(row)
        row.addWidget(self.guideline)
        row.addWidget(self.remove)
        self.add_wide(self.use)
        self.add_wide(buttons)
        self.end()

    def add_own(self) -> None:
        """Adds what only this kind has."""

    def take_uses(self, uses: Mapping[Part, Use]) -> None:
        """Shows who uses it, now that it is known."""
        self.uses = uses
        if hasattr(self, "thing"):
            self._tell_use()

    def _tell_use(self) -> None:
        part = part_of(which(self.thing))
        use = self.uses.get(part) if self.uses is not None and part is not None else None
        said = self.tr("Who uses it is being counted …") if self.uses is None else use_words(use)
        kept = self.tr("The name in the data is kept; what is shown for it can be changed.")
        self.use.setText(f"{said} {kept}" if self.name.isReadOnly() else said)

    def show_thing(self, scheme: Scheme, thing: Thing, *, is_new: bool) -> None:
        """Shows another thing; one that is new can still be named."""
        self.scheme, self.thing = scheme, thing
        self._is_quiet = True
        self.accept_all()
        self.name.setText(thing.name)
        self.name.setReadOnly(not is_new)
        self.name.setAccessibleDescription(
            self.tr("What stands in exports; it is kept for good")
            if is_new
            else self.tr("It stands in the data and is not renamed; what is shown for it can be changed")
        )
        self.key.setText(thing.key)
        for language, control in self.shown.items():
            control.setText(thing.names.get(language, ""))
            control.setCursorPosition(0)  # a long one is read from where it begins
        self._tell_use()
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
        self.show_own()
        self._is_quiet = False

    def show_own(self) -> None:
        """Shows what only this kind has."""

    def give(self, after: Thing) -> None:
        """Takes the thing over as it is now."""
        if not self._is_quiet and after != self.thing:
            self.scheme = replaced(self.scheme, self.thing, after)
            self.thing = after
            self.changed.emit(self.scheme, after)

    def checked(self, control: QWidget, problem: Problem | None) -> bool:
        """Whether what stands in the field can be; if not, it says why."""
        self.refuse(control, problem_words(problem) if problem is not None else "")
        return problem is None

    def _take_name(self, text: str) -> None:
        if self.checked(self.name, name_problem(names_beside(self.scheme, self.thing), text)):
            self.give(self.thing._replace(name=text))

    def _take_key(self, text: str) -> None:
        key = text.lower().strip()
        if self.checked(self.key, key_problem(self.scheme, self.thing, key)):
            self.give(self.thing._replace(key=key))

    def _take_shown(self, language: str, text: str) -> None:
        if self.checked(self.shown[language], text_problem(text)):
            self.give(self.thing._replace(names=with_text(self.thing.names, language, text)))


class LabelForm(Form):
    """An entity label or an event type."""

    def add_own(self) -> None:
        self.colour = ColourChoice(self.theme)
        self.colour.currentIndexChanged.connect(self._take_colour)
        self.add(self.colour)

    def show_own(self) -> None:
        assert isinstance(self.thing, Label)
        self.colour.show_colour(self.thing.colour)

    def _take_colour(self) -> None:
        if not self._is_quiet and isinstance(self.thing, Label):
            self.give(self.thing._replace(colour=self.colour.colour))


class RoleForm(Form):
    """A role: which labels may fill it, and which types have it."""

    def add_own(self) -> None:
        self.fillers = Ticks(self.tr("Filled by"), self.tr("The labels that may fill the role; Space ticks one"))
        self.types = Ticks(
            self.tr("Only of types"), self.tr("The types that have the role; all of them if none is ticked")
        )
        self.fillers.ticked.connect(self._take_fillers)
        self.types.ticked.connect(self._take_types)
        self.add(self.fillers)
        self.add(self.types)

    def show_own(self) -> None:
        assert isinstance(self.thing, Role)
        spans = [one for one in self.scheme.labels if not self._is_event(one.layer)]
        self.fillers.offer(_rows(spans), self.thing.fillers)
        self.types.offer(_rows(self.scheme.labels_of(self.thing.layer)), self.thing.types)

    def _is_event(self, layer: str) -> bool:
        found = self.scheme.layer(layer)
        return found is not None and found.is_event

    def _take_fillers(self) -> None:
        chosen = self.fillers.chosen()
        self.refuse(self.fillers, "" if chosen else self.tr("at least one label fills it"))
        if chosen and isinstance(self.thing, Role):
            self.give(self.thing._replace(fillers=_in_order(self._before().fillers, chosen)))

    def _take_types(self) -> None:
        if isinstance(self.thing, Role):
            self.give(self.thing._replace(types=_in_order(self._before().types, self.types.chosen())))

    def _before(self) -> Role:
        """The role as the project has it; one that is new as it is."""
        known = (one for one in self.present.roles if (one.layer, one.name) == (self.thing.layer, self.thing.name))
        assert isinstance(self.thing, Role)
        return next(known, self.thing)


def _rows(labels: tuple[Label, ...] | list[Label]) -> list[tuple[str, str]]:
    found = {one.name: named(one.names, spoken_language(), "") for one in labels}
    return list(found.items())


def _in_order(before: tuple[str, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """What is chosen, first in the order it had: ticking and unticking again changes nothing."""
    kept = tuple(one for one in before if one in chosen)
    return (*kept, *(one for one in chosen if one not in kept))


class AttributeForm(Form):
    """An attribute: its values, and the one that a new span has."""

    def take_uses(self, uses: Mapping[Part, Use]) -> None:
        super().take_uses(uses)
        self.values.uses = uses

    def add_own(self) -> None:
        self.values = Values(self.theme)
        self.values.changed.connect(self._take_values)
        self.values.refused.connect(lambda why: self.refuse(self.values, why))
        self.add(self.values, is_wide=True)

    def show_own(self) -> None:
        assert isinstance(self.thing, Attribute)
        before = (one for one in self.present.attributes_of(self.thing.layer) if one.name == self.thing.name)
        kept = frozenset(value for one in before for value in one.values)
        self.values.show_values(self.thing, kept)

    def _take_values(self, after: Attribute) -> None:
        self.refuse(self.values, "")
        self.give(after)


class SchemeForm(Fields):
    """What the scheme says of itself: how it is called, and the note above the articles."""

    changed = Signal(object)  # the scheme

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.scheme: Scheme
        self.names: dict[str, QLineEdit] = {}
        self.notes: dict[str, QLineEdit] = {}
        about = PlainLabel(
            self.tr(
                "The note tells annotators what the articles are about, above the article when the project is opened."
            )
        )
        about.setWordWrap(True)
        about.set_colour(theme.muted)
        self.add_wide(about)
        titles = {
            "nl": (self.tr("Dutch name"), self.tr("Note in Dutch")),
            "en": (self.tr("English name"), self.tr("Note in English")),
        }
        for language, (name, note) in titles.items():
            self.names[language] = line(name, self.tr("What the scheme is called on the screen"))
            self.notes[language] = line(note, self.tr("What annotators are told of the articles, such as of violence"))
        for language in LANGUAGES:
            self._follow(self.names[language], partial(self._take, "names", language))
        for language in LANGUAGES:
            self._follow(self.notes[language], partial(self._take, "note", language))
        self.end()

    def _follow(self, control: QLineEdit, take: Callable[[str], None]) -> None:
        control.textEdited.connect(take)
        self.add(control)

    def show_scheme(self, scheme: Scheme) -> None:
        """Shows what it says."""
        self.scheme = scheme
        self.accept_all()
        for language in LANGUAGES:
            for control, texts in ((self.names, scheme.names), (self.notes, scheme.note)):
                control[language].setText(texts.get(language, ""))
                control[language].setCursorPosition(0)

    def _take(self, field: str, language: str, text: str) -> None:
        problem = text_problem(text)
        control = (self.names if field == "names" else self.notes)[language]
        self.refuse(control, problem_words(problem) if problem is not None else "")
        if problem is None:
            if field == "names":
                self.scheme = replace(self.scheme, names=with_text(self.scheme.names, language, text))
            else:
                self.scheme = replace(self.scheme, note=with_text(self.scheme.note, language, text))
            self.changed.emit(self.scheme)
