"""Where the graph is kept: what the environment says, and what holds where it says nothing.

========================= ======================================================================================
``NEO4J_URI``             the server that keeps the graph; without it, Rapport runs a local Neo4j of its own
``NEO4J_USERNAME``        who to log in as there (``neo4j`` where unset)
``NEO4J_PASSWORD``        with which password
``RAPPORT_HOME``          the data folder (the platform's user data folder where unset)
``RAPPORT_IDLE_MINUTES``  after how many minutes with no connection the local Neo4j leaves (15; 0 for never)
========================= ======================================================================================
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import Misuse

IDLE_MINUTES = 15.0
"""Long enough to think between two questions, short enough to give back 400 MB of memory over lunch."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j server answers, and how to log in.

    Args:
        uri: such as ``bolt://127.0.0.1:7687`` or ``neo4j+s://example.databases.neo4j.io``.
        username: as Neo4j knows it.
        password: never shown when the address is printed.
    """

    uri: str
    username: str
    password: str = field(repr=False)


def named_server(uri: str | None = None) -> Address | None:
    """The server that the user names, or None where Rapport runs its own.

    Args:
        uri: from a ``--uri`` option; goes before ``NEO4J_URI``.
    """
    uri = uri or os.environ.get("NEO4J_URI", "").strip()
    if not uri:
        return None
    return Address(uri, os.environ.get("NEO4J_USERNAME") or "neo4j", os.environ.get("NEO4J_PASSWORD", ""))


def data_folder() -> Path:
    """The folder that holds all that Rapport keeps; it may not exist yet."""
    named = os.environ.get("RAPPORT_HOME", "").strip()
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("rapport", appauthor=False)


def idle_minutes() -> float:
    """After how many minutes with no connection the local Neo4j leaves; infinite for never.

    Raises:
        Misuse: if ``RAPPORT_IDLE_MINUTES`` is not a number of minutes.
    """
    named = os.environ.get("RAPPORT_IDLE_MINUTES", "").strip()
    try:
        minutes = float(named) if named else IDLE_MINUTES
    except ValueError:
        minutes = math.nan
    if math.isnan(minutes) or minutes < 0:
        raise Misuse(f"RAPPORT_IDLE_MINUTES is '{named}', which is no number of minutes; 0 means never.")
    return minutes or math.inf
