"""Writing actors: each batch holds those that it names, and writes those that do not stand yet as it tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph import statements
from graph.actors import ActorKind
from graph.rows import Row
from graph.sent_rows import Sent

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Actors = Mapping[ActorKind, Sequence[Row]]
REMEMBERED = 100_000
"""Actors of which a store remembers what it wrote: 68 MB (measured) where they have one short name each."""


class ActorWriting:
    """Writes the actors of batches, and remembers how, because a feed names the same ones in every batch."""

    def __init__(self) -> None:
        self._written: dict[str, Row] = {}

    def write(self, transaction: ManagedTransaction, actors: Actors) -> int:
        """Hold the actors of a batch until the transaction ends, and write what was not written so before.

        They are held in the order of their ids, so that two writers who name the same ones project one after the other.

        Args:
            transaction: in which it is done.
            actors: see ``Batch.actors``.

        Returns:
            How many are new.
        """
        told = sorted([row["id"], self._written.get(row["id"]) == row] for rows in actors.values() for row in rows)
        held = transaction.run(statements.HOLD_ACTORS, actors=Sent(told)).single(strict=True)["written"]
        all_stand = held == sum(written for _, written in told)  # unless somebody took one of them away
        lacking = [
            (kind, row)
            for kind, rows in actors.items()
            for row in rows
            if not all_stand or self._written.get(row["id"]) != row
        ]
        unknown = [row for kind, row in lacking if kind is ActorKind.UNKNOWN]
        known = [{**row, "label": kind.label} for kind, row in lacking if kind is not ActorKind.UNKNOWN]
        new = 0
        for statement, rows in ((statements.KNOWN_ACTORS, known), (statements.UNKNOWN_ACTORS, unknown)):
            if rows:
                new += transaction.run(statement, rows=Sent(rows)).consume().counters.nodes_created
        return new

    def remember(self, actors: Actors) -> None:
        """Take note of a batch that stands."""
        if len(self._written) > REMEMBERED:
            self._written.clear()
        self._written.update((row["id"], row) for rows in actors.values() for row in rows)
