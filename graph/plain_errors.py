"""What the server and the driver complain of, in plain sentences."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import Misuse, RapportError, StoreUnreachable

if TYPE_CHECKING:
    from graph.settings import Limits

STATEMENT_ERRORS = ("Neo.ClientError.Statement", "Neo.ClientError.Procedure", "Neo.ClientError.Schema")
"""Codes of errors that lie in the statement, and not in the server."""

UNAVAILABLE = ("Could not append transaction", "The database is not currently available")
"""What Neo4j says once its disk is full, and while it recovers afterwards."""


@contextmanager
def plain_errors(uri: str, username: str = "", limits: Limits | None = None) -> Iterator[None]:
    """Turn what the driver raises into one plain sentence that says what to do.

    Args:
        uri: of the server.
        username: who logs in there.
        limits: how long a question may take.

    Raises:
        StoreUnreachable: if nobody answers, or the password is refused.
        Misuse: if the fault lies in the statement.
        RapportError: if the server fails, or ends a question that takes too long.
    """
    from neo4j import exceptions

    try:
        yield
    except exceptions.AuthError as error:
        raise StoreUnreachable(
            f"The Neo4j server at {uri} refused the password of '{username}': set NEO4J_USERNAME and NEO4J_PASSWORD."
        ) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError) as error:
        if reason := _distrust(error):
            raise StoreUnreachable(
                f"The server at {uri} is not trusted ({reason}): name it as its certificate does, have its authority "
                "trusted by this machine (SSL_CERT_FILE), or find out who answers there."
            ) from error
        raise StoreUnreachable(
            f"No Neo4j server answers at {uri}: start it, or name another with NEO4J_URI."
        ) from error
    except exceptions.Neo4jError as error:
        message = " ".join((error.message or str(error)).split("\n")[0].split())
        if "DatabaseUnavailable" in (error.code or "") or message.startswith(UNAVAILABLE):
            raise StoreUnreachable(
                f"The database at {uri} takes no work now: look whether its disk is full (rapport db info tells where "
                "it lies) and make room, run rapport db stop, and try again; it may need a while to recover."
            ) from error
        if "TransactionTimedOut" in (error.code or ""):
            seconds, setting = (limits.seconds, limits.setting) if limits else (0, "RAPPORT_QUERY")
            raise RapportError(
                f"The server ended the question after {seconds:g} s: ask for less, or set "
                f"{setting}_SECONDS to a longer time."
            ) from error
        if "AccessMode" in (error.code or ""):
            raise Misuse("This statement changes the store: run it with --write (write=True in Python).") from error
        if (error.code or "").startswith(STATEMENT_ERRORS):
            raise Misuse(f"Neo4j cannot run this statement: {message}") from error
        raise RapportError(f"Neo4j failed: {message}") from error


def _distrust(error: BaseException | None) -> str | None:
    """Why the certificate of a server is not trusted; None where nothing is wrong with it."""
    while error:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message or "its certificate is not good"
        error = error.__cause__ or error.__context__
    return None
