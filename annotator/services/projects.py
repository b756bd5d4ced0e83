"""Making and opening projects: which scheme and tokenizer a new one gets, who sits down at an old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core import scheme_file
from annotator.core.toml_table import is_language
from annotator.errors import KnownError
from annotator.services.schemes import load_scheme
from annotator.services.session import Session
from annotator.store.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.scheme import Scheme

DEFAULT_SCHEME = "conflict-nl"


def create_project(path: Path, *, scheme: str = DEFAULT_SCHEME, language: str = "nl") -> Project:
    """An empty project under a built-in scheme or a scheme file; raises what loading and creating raise.

    KnownError A401 where the language is no code of one.
    """
    # lazy: 60 ms of importlib.metadata that opening a project should not pay
    from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash

    if not is_language(language):
        raise KnownError("A401", f"{language!r:.80} is no language", "use a code such as nl or en")
    chosen = load_scheme(scheme)
    require_room(chosen)
    return Project.create(
        path,
        scheme=chosen.source,
        scheme_name=chosen.name,
        scheme_version=chosen.version,
        language=language,
        tokenizer=SETTINGS,
        tokenizer_hash=settings_hash(SETTINGS),
    )


def require_room(scheme: Scheme) -> None:
    """Raises KnownError A301 where a scheme brings so high a number of its own that none could follow it."""
    most = scheme_file.HIGHEST_TO_BEGIN_WITH
    if scheme.version > most:
        what = f"version {scheme.version:,} of the scheme {scheme.name} is higher than {most:,}, the most to begin with"
        raise KnownError("A301", what, "write a lower number as its version; a project raises it by itself")


def scheme_of(project: Project) -> Scheme:
    """The scheme in force in the project."""
    return scheme_file.load(project.scheme_source, name=f"the scheme of {project.path.name}")


def open_session(project: Project, actor: str | None = None) -> Session:
    """A session for `actor`; without one, for whom a work package was made, else for the user logged in."""
    return Session(project, scheme_of(project), actor or str(project.meta("annotator") or user_name()))


def user_name() -> str:
    """The name this user's decisions go under unless another is given."""
    import getpass  # lazy: most desks are opened with a name, by option or by setting

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user id without an entry, as in a bare container
        return "annotator"
