"""Planning: from an intent and a state to the decisions it takes, or to the reason it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotator.core import bulk
from annotator.core.command import (
    Accept,
    AcceptAbove,
    AddComment,
    AddFragment,
    ApplyToAll,
    Command,
    CreateEvent,
    CreateSpan,
    DeleteSpan,
    Reject,
    RelabelSpan,
    RemoveArgument,
    RemoveFragment,
    ResizeSpan,
    SetArgument,
    SetAttribute,
    SetStatus,
    SetType,
)
