"""What the server and the driver complain of, in plain sentences."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph import room
from graph.errors import DatabaseFailed, Misuse, RapportError, StoreUnreachable

if TYPE_CHECKING:
    from graph.settings import Limits

STATEMENT_ERRORS = ("Neo.ClientError.Statement", "Neo.ClientError.Procedure", "Neo.ClientError.Schema")
"""Codes of errors that lie in the statement, and not in the server."""

FAILED = ("Could not append transaction", "The database has encountered a critical error")
"""What Neo4j says of a database that could not write, as where its disk is full, until it is started anew."""

UNAVAILABLE = ("The database is not currently available",)
"""What it says of one that is on its way up, or could not get there."""


@contextmanager
def plain_errors(
    uri: str, username: str = "", limits: Limits | None = None, folder: Path | None = None
) -> Iterator[None]:
    """Turn what the driver raises into one plain sentence that says what to do.

    Args:
        uri: of the server.
        username: who logs in there.
        limits: how long a question may take.
        folder: where the server is Rapport's own, one on the disk that it writes to.

    Raises:
        DiskFull: if the database of Rapport's own server has failed, and its disk has no room.
        DatabaseFailed: if the database has failed for another reason, and takes no work until it is started anew.
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
        failed = message.startswith(FAILED)
        if failed or "DatabaseUnavailable" in (error.code or "") or message.startswith(UNAVAILABLE):
            if folder:
                room.require(folder, room.TO_START)
            reason = message.split(": ")[0].rstrip(".")
            told = _no_work(uri, reason, started_anew=failed and folder is not None)
            raise (DatabaseFailed if failed else StoreUnreachable)(told) from error
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


def _no_work(uri: str, reason: str, *, started_anew: bool) -> str:
    """What to do where a database takes no work, which the next command may start anew."""
    told = f"The database at {uri} takes no work now ({reason}): "
    if started_anew:
        return f"{told}give the same command again, which starts it anew; the log in rapport db info says why."
    return (
        f"{told}it may need a while to recover; where it stays so, look whether its disk has room, start its server "
        "anew (the local one with rapport db stop), and try again."
    )


def _distrust(error: BaseException | None) -> str | None:
    """Why the certificate of a server is not trusted; None where nothing is wrong with it."""
    while error:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message or "its certificate is not good"
        error = error.__cause__ or error.__context__
    return None
