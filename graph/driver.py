"""The driver: how Rapport opens connections to a Neo4j server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import Misuse

if TYPE_CHECKING:
    from neo4j import Driver

ADDRESS = re.compile(r"^(?:bolt|neo4j)(?:\+s|\+ssc)?://[^\s/]+")

PATIENCE = 30
"""Seconds for which the driver tries a transaction again: a cluster elects a new leader within."""

LOCAL_PATIENCE = 10
"""The same at the local Neo4j, where others' locks are the one thing worth waiting for; the last try may be at 18."""


def open_driver(uri: str, username: str, password: str, patience: float = PATIENCE) -> Driver:
    """The driver for a server; nothing is sent to it yet.

    Args:
        uri: ``bolt://``, ``neo4j://``, or with ``+s`` for encryption.
        username: as the server knows it.
        password: the one of that user.
        patience: for how many seconds a transaction is tried again.

    Raises:
        Misuse: if it is no address of a server, or holds a name or password.
    """
    import neo4j

    if "@" in uri:
        raise Misuse("The address of a Neo4j server holds no name or password: set NEO4J_USERNAME, NEO4J_PASSWORD.")
    wrong = f"'{uri}' is not the address of a Neo4j server; it looks like bolt://host:7687."
    if not ADDRESS.match(uri):
        raise Misuse(wrong)
    try:
        return neo4j.GraphDatabase.driver(
            uri,
            auth=(username, password),
            user_agent="rapport",
            connection_timeout=10,
            max_transaction_retry_time=patience,
            notifications_min_severity="OFF",
        )
    except (ValueError, neo4j.exceptions.ConfigurationError) as error:
        raise Misuse(wrong) from error
