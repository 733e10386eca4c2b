"""What Rapport raises when it cannot go on: one plain sentence that says what to do, and an exit code."""

from __future__ import annotations

from collections.abc import Sequence


class RapportError(Exception):
    """A failure that its message explains in one plain sentence. The command ends with ``exit_code``."""

    exit_code = 1


class Misuse(RapportError):
    """The call itself is off: a wrong option, a file that is not what it says, a day that does not exist."""

    exit_code = 2


class GraphTaken(Misuse):
    """The local graph is not empty, or another program uses it, where it would have been made at once."""


class AmbiguousName(Misuse):
    """A name that fits several actors.

    Args:
        name: what was asked for.
        candidates: ``(actor id, name)`` of each actor that it fits.
    """

    def __init__(self, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        listed = ", ".join(f"{label} ({actor})" for actor, label in self.candidates)
        super().__init__(f"'{name}' fits several actors: {listed}. Name one of them by its id.")


class UnknownName(RapportError):
    """A name that fits no actor.

    Args:
        name: what was asked for.
        suggestions: ``(actor id, name)`` of the nearest names, best first; may be empty.
    """

    exit_code = 3

    def __init__(self, name: str, suggestions: Sequence[tuple[str, str]] = ()) -> None:
        self.name = name
        self.suggestions = tuple(suggestions)
        hint = " or ".join(f"{label} ({actor})" for actor, label in self.suggestions)
        super().__init__(f"No actor is called '{name}'." + (f" Did you mean {hint}?" if hint else ""))


class NoPath(RapportError):
    """Both actors are known, but no path joins them."""

    exit_code = 4


class StoreUnreachable(RapportError):
    """The Neo4j server does not answer, refuses the password, or cannot be started."""

    exit_code = 5


class DatabaseFailed(StoreUnreachable):
    """The server answers, but its database takes no work; a local one is mended by a new start."""
