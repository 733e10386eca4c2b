"""Running a statement within limits: one that reads, and one that may write, which is taken back where it meets one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from neo4j import Session

    from graph.settings import Limits

Rows = list[dict[str, Any]]

BY_ITSELF = "Transaction.TransactionStartFailed"
"""In the code of the error with which a statement is refused that commits by itself, in parts."""

ASKED_AGAIN = ("Transaction.Outdated", "Transaction.DeadlockDetected")
"""In the codes of errors that come of others writing at the time; who asks again gets an answer."""

TIMES_ASKED = 5


def again_if_outdated(ask: Callable[[], Rows]) -> Rows:
    """Ask, and ask again where others wrote meanwhile what the server was just reading.

    Args:
        ask: may be called several times; it must change nothing.
    """
    from neo4j.exceptions import TransientError

    for _ in range(TIMES_ASKED - 1):
        try:
            return ask()
        except TransientError as error:
            if not (error.code or "").endswith(ASKED_AGAIN):
                raise
    return ask()


def write(session: Session, query: str, values: Mapping[str, Any], limits: Limits) -> Rows:
    """Run a statement that may write; where it takes too long or gives too many rows, it has changed nothing.

    A statement that commits in parts (``CALL … IN TRANSACTIONS``) keeps the parts that it has committed by then.

    Args:
        session: may write.
        query: the statement.
        values: its parameters.
        limits: how much it may take.
    """
    import neo4j

    try:
        with session.begin_transaction(timeout=limits.seconds or None) as transaction:
            found = rows(transaction.run(query, dict(values)), limits)
            transaction.commit()
            return found
    except neo4j.exceptions.DatabaseError as error:
        if BY_ITSELF not in (error.code or ""):
            raise
    return rows(session.run(neo4j.Query(query, timeout=limits.seconds or None), dict(values)), limits)


def rows(result: Any, limits: Limits) -> Rows:  # noqa: ANN401
    """The rows of an answer in Python's own types.

    Args:
        result: the driver's.
        limits: how many there may be.

    Raises:
        RapportError: if there are more.
    """
    return [{key: reading.plain(value) for key, value in row.items()} for row in reading.bounded(result, limits)]
