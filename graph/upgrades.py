"""Upgrades: what brings a store that an older Rapport made to the next version of the schema, one step at a time.

A step runs when something is written to an older store, before that. It may be cut short and run again, so each of its
statements changes nothing where it was run already, and takes its rows in transactions that fit into the memory.
"""

from __future__ import annotations

from collections.abc import Mapping

STEPS: Mapping[int, tuple[str, ...]] = {
    # Denials are found by what they deny.
    1: (
        """
        MATCH (c:Claim) WHERE c.disputes AND c.identity IS NOT NULL AND c.denies IS NULL
        CALL (c) { SET c.denies = c.identity } IN TRANSACTIONS OF 20000 ROWS
        """,
    ),
}
"""By the version that a store has, the statements that bring it to the next."""
