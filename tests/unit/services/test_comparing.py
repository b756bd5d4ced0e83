"""Who annotates: what can be a name."""

from __future__ import annotations

import pytest

from annotator.errors import KnownError
from annotator.services.comparing import WITH_AS, require_name


@pytest.mark.parametrize("name", ["", " ", " anna", "anna\n", "an\x00na", "\udcff", "a" * 101])
def test_what_no_log_could_be_found_by_is_no_name(name: str) -> None:
    with pytest.raises(KnownError, match=r"^A806: .* is no name of 1 to 100 printable characters · give a name"):
        require_name(name, WITH_AS)


@pytest.mark.parametrize("name", ["anna", "Çelik 😀", "ل", "a" * 100])
def test_any_other_is_one(name: str) -> None:
    require_name(name, WITH_AS)
