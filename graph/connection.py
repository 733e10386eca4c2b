"""Opening the store: the server that is named, else the local Neo4j, started anew where its database has failed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from graph.errors import DatabaseFailed
from graph.settings import data_folder, named_server

if TYPE_CHECKING:
    from graph.settings import Limits
    from graph.store import Store


def connect(
    uri: str | None = None,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    limits: Limits | None = None,
) -> Store:
    """Open the graph; use it as a context manager.

    Args:
        uri: address of a Neo4j server; without it ``NEO4J_URI``, and without that Rapport's own local Neo4j, which is
            started if it does not run.
        username: in place of ``NEO4J_USERNAME``.
        password: in place of ``NEO4J_PASSWORD``.
        database: a database of the server; its home database where None.
        limits: how much a question may take; what the environment says where None.

    Raises:
        StoreUnreachable: if no server answers, or it refuses the password.
        RapportError: if a newer Rapport made the graph.
    """
    from graph.store import Store

    address = named_server(uri)
    if address:
        return Store(address.uri, username or address.username, password or address.password, database, limits)
    from graph.local import ensure_running

    home = data_folder()
    address = ensure_running(home)
    opened = partial(Store, database=database, limits=limits, folder=home)
    try:
        return opened(address.uri, username or address.username, password or address.password)
    except DatabaseFailed:
        address = ensure_running(home, failed=address)
        return opened(address.uri, username or address.username, password or address.password)
