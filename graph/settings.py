"""Where the graph is kept: what the environment says, and what holds where it says nothing.

========================== ======================================================================================
``NEO4J_URI``              the server that keeps the graph; without it, Rapport runs a local Neo4j of its own
``NEO4J_USERNAME``         who to log in as there (``neo4j`` where unset)
``NEO4J_PASSWORD``         with which password
``RAPPORT_HOME``           the data folder (the platform's user data folder where unset)
``RAPPORT_IDLE_MINUTES``   after how many minutes with no connection the local Neo4j leaves (15; 0 for never)
``RAPPORT_QUERY_SECONDS``  how long a question to the graph may take (300; 0 for as long as it takes)
``RAPPORT_QUERY_ROWS``     how many rows an answer may have (1000000; 0 for any number)
``RAPPORT_EXPORT_SECONDS`` the same for what goes by row by row: backups, files for neo4j-admin, checks (86400)
``RAPPORT_EXPORT_ROWS``    and how many rows that may be (100000000)
========================== ======================================================================================
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import Misuse

IDLE_MINUTES = 15.0
"""Long enough to think between two questions, short enough to give back 400 MB of memory over lunch."""


QUERY_SECONDS = 300.0
"""A question that takes longer is most likely not the one that was meant; a million relations are read in about 30."""

QUERY_ROWS = 1_000_000
"""About as many rows as fit into the memory of a small machine, at a kilobyte each."""


EXPORT_SECONDS = 86_400.0
"""A day: a backup of five million claims takes some hours on a small machine."""

EXPORT_ROWS = 100_000_000
"""More than a store on one machine holds; what goes by row by row takes no memory."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a question to the graph may take.

    Args:
        seconds: after which the server ends it; 0 for as long as it takes.
        rows: that an answer may have; 0 for any number.
        setting: the variables of the environment that set both, without ``_SECONDS`` and ``_ROWS``.
    """

    seconds: float = QUERY_SECONDS
    rows: int = QUERY_ROWS
    setting: str = "RAPPORT_QUERY"


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
    return _number("RAPPORT_IDLE_MINUTES", IDLE_MINUTES, "number of minutes; 0 means never") or math.inf


def limits(seconds: float | None = None, rows: int | None = None) -> Limits:
    """How much a question may take.

    Args:
        seconds: in place of ``RAPPORT_QUERY_SECONDS``.
        rows: in place of ``RAPPORT_QUERY_ROWS``.

    Raises:
        Misuse: if one of these is no number.
    """
    if seconds is None:
        seconds = _number("RAPPORT_QUERY_SECONDS", QUERY_SECONDS, "number of seconds; 0 means as long as it takes")
    if rows is None:
        rows = int(_number("RAPPORT_QUERY_ROWS", QUERY_ROWS, "number of rows; 0 means any number"))
    return Limits(seconds, rows)


def export_limits() -> Limits:
    """How much may be taken by what goes by row by row, such as a backup.

    Raises:
        Misuse: if what the environment says is no number.
    """
    seconds = _number("RAPPORT_EXPORT_SECONDS", EXPORT_SECONDS, "number of seconds; 0 means as long as it takes")
    rows = int(_number("RAPPORT_EXPORT_ROWS", EXPORT_ROWS, "number of rows; 0 means any number"))
    return Limits(seconds, rows, "RAPPORT_EXPORT")


def _number(name: str, default: float, what: str) -> float:
    """A number of the environment that is not below 0."""
    named = os.environ.get(name, "").strip()
    try:
        number = float(named) if named else default
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise Misuse(f"{name} is '{named}', which is no {what}.")
    return number
