"""Sessions that only read: each is kept for the next question, for to open one takes longer than to ask a short one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graph import reading

if TYPE_CHECKING:
    from neo4j import Driver, Session

CHECKS_KEPT = 200
"""Statements that are remembered as allowed, so that the server is asked for their plan once."""


class ReadingSessions:
    """Asks a server what may be asked of a store that is only read.

    A session serves one question at a time, so as many are kept as questions were open at once.

    Args:
        driver: connects to the server; whoever opened it closes it, after this.
        database: None for the user's home database.
    """

    def __init__(self, driver: Driver, database: str | None) -> None:
        self._driver = driver
        self._database = database
        self._idle: list[Session] = []
        self._allowed: set[str] = set()

    @contextmanager
    def ask(self, query: str, values: dict[str, Any], seconds: float) -> Iterator[Any]:
        """The driver's answer to a statement, which holds as long as the context does.

        Args:
            query: the statement.
            values: its parameters.
            seconds: how long it may take; 0 for as long as it likes.

        Raises:
            Misuse: if it would fetch an address or run administration.
        """
        import neo4j

        try:
            session = self._idle.pop()
        except IndexError:  # not asked before, for another thread may take the last
            session = self._open()
        try:
            if query not in self._allowed:
                reading.check_plan(session.run(f"EXPLAIN {query}", values).consume().plan)
                self._allowed = {*self._allowed, query} if len(self._allowed) < CHECKS_KEPT else {query}
            answer = session.run(neo4j.Query(query, timeout=seconds or None), values)
            yield answer
            answer.consume()
        except BaseException:
            session.close()
            raise
        self._idle.append(session)

    def close(self) -> None:
        """Close those that are kept."""
        while self._idle:
            self._idle.pop().close()

    def _open(self) -> Session:
        import neo4j

        return self._driver.session(
            database=self._database, default_access_mode=neo4j.READ_ACCESS, bookmark_manager=_no_bookmarks()
        )


def _no_bookmarks() -> Any:  # noqa: ANN401
    """Lets a session forget what it has read: the graph may be another by the next question, after a first load."""
    from neo4j.api import BookmarkManager

    class NoBookmarks(BookmarkManager):
        def update_bookmarks(self, previous_bookmarks: Collection[str], new_bookmarks: Collection[str]) -> None:
            """Keep none."""

        def get_bookmarks(self) -> Collection[str]:
            return ()

    return NoBookmarks()
