"""Decisions on who is who, and the ledger that keeps them: one JSON line each, dated, never changed.

::

    {"verdict": "same", "actors": ["hizb", "hezbollah"], "kept": "hezbollah", "decided": "2024-10-09T08:00:00Z"}
    {"verdict": "different", "actors": ["COD", "COG"], "decided": "2024-10-09T08:05:00Z", "why": "two states"}
    {"verdict": "undone", "actors": ["COD", "COG"], "decided": "2024-10-10T17:30:00Z", "who": "Ana"}

What follows from the decisions together is in ``graph.identities``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from pydantic import AwareDatetime, Field, ValidationError, model_validator

from graph.actors import ActorId
from graph.errors import Misuse, RapportError
from graph.model import Model, first_fault
from graph.private import owner_only, private_folder
from graph.settings import data_folder

LONGEST_NOTE = 500
"""Characters of a note on who decided, or why: a sentence or two."""

SECONDS_TO_WAIT = 10.0
"""For another command that writes the ledger; writing takes milliseconds."""

Pair = frozenset[str]


class Verdict(StrEnum):
    """What a decision says of its two actors."""

    SAME = "same"
    DIFFERENT = "different"
    UNDONE = "undone"
    """Whatever stood on the two until now stands no more."""


class Decision(Model):
    """One decision on two actors.

    Args:
        verdict: what it says of them.
        actors: the two.
        kept: the one by whose id and name both go from now on; told where they are the same, and only there.
        decided: when, with its time zone.
        who: who decided.
        why: for what reason.
    """

    verdict: Verdict
    actors: tuple[ActorId, ActorId]
    kept: ActorId | None = None
    decided: AwareDatetime
    who: str | None = Field(default=None, max_length=LONGEST_NOTE)
    why: str | None = Field(default=None, max_length=LONGEST_NOTE)

    @model_validator(mode="after")
    def _speaks_of_two_and_keeps_one_of_them(self) -> Decision:
        if self.actors[0] == self.actors[1]:
            raise ValueError(f"{self.actors[0]} stands on both sides")
        if self.verdict is Verdict.SAME and self.kept not in self.actors:
            raise ValueError("'kept' must name one of the two actors that are the same")
        if self.verdict is not Verdict.SAME and self.kept is not None:
            raise ValueError("'kept' is told only where the two actors are the same")
        return self

    @property
    def pair(self) -> Pair:
        """The two actors, whichever comes first."""
        return frozenset(self.actors)

    @property
    def day(self) -> str:
        """The day of the decision, in the time zone that it was written with: "2024-10-09"."""
        return self.decided.date().isoformat()


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that are not undone, in their order.

    Args:
        decisions: of a ledger, the oldest first.
    """
    stand: list[Decision] = []
    for decision in decisions:
        if decision.verdict is Verdict.UNDONE:
            stand = [earlier for earlier in stand if earlier.pair != decision.pair]
        else:
            stand.append(decision)
    return tuple(stand)


class Ledger:
    """The file of decisions. Lines are added to it and never changed, so that it tells who held what, and when.

    Args:
        path: the file, which need not exist; ``decisions.jsonl`` in the data folder where None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or data_folder() / "decisions.jsonl"

    def read(self) -> tuple[Decision, ...]:
        """Every decision, the oldest first, those undone included.

        Raises:
            Misuse: if a line is no decision. It is not passed over, for without it actors would fall together or apart
                unseen.
            RapportError: if the file cannot be read.
        """
        try:
            text = self.path.read_text("utf-8")
        except FileNotFoundError:
            return ()
        except UnicodeDecodeError:
            raise Misuse(f"{self.path} is not UTF-8 text; put back a copy of it that is.") from None
        except OSError as error:
            raise RapportError(f"The decisions in {self.path} cannot be read: {error.strerror or error}.") from error
        # Not splitlines: U+2028 and its like may stand within a note.
        lines = enumerate(text.split("\n"), start=1)
        return tuple(self._decision(number, line) for number, line in lines if line.strip())

    def append(self, decision: Decision) -> None:
        """Add a decision, whole and on the disk when this returns.

        It is not weighed against the others: ``graph.identities.decide`` does that.

        Raises:
            RapportError: if the file cannot be written.
        """
        line = decision.model_dump_json(exclude_none=True) + "\n"
        try:
            private_folder(self.path.parent)
            with open(self.path, "a+b", opener=owner_only) as file:
                file.write((self._line_break_missing() + line).encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._unwritable(error) from error

    def undo(self, decision: Decision) -> tuple[Decision, ...]:
        """Add a decision that undoes what stands on its two actors.

        Args:
            decision: its verdict is UNDONE.

        Returns:
            What stood on the two until now.

        Raises:
            Misuse: if nothing stands on them.
            RapportError: if the file cannot be written.
        """
        with self.locked():
            undone = tuple(stood for stood in standing(self.read()) if stood.pair == decision.pair)
            if not undone:
                one, other = decision.actors
                raise Misuse(
                    f"No decision stands on {one} and {other}: 'rapport actors decisions' lists those that stand."
                )
            self.append(decision)
        return undone

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the ledger against other writers between reading it and adding to it.

        Raises:
            RapportError: if another does not let go of it, or the folder cannot be written.
        """
        import filelock

        lock = filelock.FileLock(self.path.with_suffix(".lock"))
        try:
            private_folder(self.path.parent)
            lock.acquire(timeout=SECONDS_TO_WAIT)
        except filelock.Timeout:
            raise RapportError(f"Another command holds {self.path}; try again when it is done.") from None
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            yield
        finally:
            lock.release()

    def _decision(self, number: int, line: str) -> Decision:
        try:
            return Decision.model_validate_json(line)
        except ValidationError as error:
            raise Misuse(
                f"{self.path}, line {number}, is no decision ({first_fault(error).reason}): mend the line or remove it."
            ) from None

    def _line_break_missing(self) -> str:
        """A line break where the last line has none, as after a crash or an edit by hand; else nothing."""
        content = self.path.read_bytes()
        return "\n" if content and not content.endswith(b"\n") else ""

    def _unwritable(self, error: OSError) -> RapportError:
        return RapportError(
            f"The decisions in {self.path} cannot be written ({error.strerror or error}): "
            "let RAPPORT_HOME name a folder that can."
        )
