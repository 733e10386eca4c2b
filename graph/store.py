"""The store: one class over Bolt, with Neo4j's official driver."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from graph import reading, repairing, retraction, room, running, schema, settings
from graph.actor_writing import ActorWriting
from graph.batches import Batch, ProvidedRow, in_batches, ready
from graph.driver import LOCAL_PATIENCE, PATIENCE, open_driver
from graph.errors import RapportError
from graph.plain_errors import plain_errors
from graph.reading_sessions import ReadingSessions
from graph.records import Record
from graph.writing import write_batch
from graph.written import Written

if TYPE_CHECKING:
    import networkx
    import pandas
    from neo4j import Driver, ManagedTransaction

    from graph.settings import Limits

Done = TypeVar("Done")
Row = TypeVar("Row")

ALL_RELATIONS = "MATCH (:Actor)-[r]->(:Actor) RETURN r"


class Store:
    """A graph in Neo4j.

    Args:
        uri: ``bolt://``, ``neo4j://``, or with ``+s`` for encryption.
        username, password: as the server knows them.
        database: None for the user's home database.
        limits: how much a question may take; what the environment says where None.
        export_limits: the same for what goes by row by row.
        folder: on the disk where Rapport's own local Neo4j keeps the graph; None for any other server.

    Raises:
        StoreUnreachable: if nobody answers there, or the password is refused.
        RapportError: if a newer version of Rapport made what is stored there.
    """

    def __init__(
        self,
        uri: str,
        username: str,
        password: str,
        database: str | None = None,
        limits: Limits | None = None,
        export_limits: Limits | None = None,
        folder: Path | None = None,
    ) -> None:
        self.uri = uri
        self._database = database
        self._folder = folder
        self._limits = limits or settings.limits()
        self._export_limits = export_limits or settings.export_limits()
        self._stored_schema: int | None = None
        self._actors = ActorWriting()
        self._driver: Driver = open_driver(uri, username, password, LOCAL_PATIENCE if folder else PATIENCE)
        self._questions = ReadingSessions(self._driver, database)
        try:
            self._check_version(username)
        except BaseException:
            self._driver.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._questions.close()
        self._driver.close()

    def prepare(self) -> None:
        """Make the constraints and indexes, before the first write. Again changes nothing."""
        with self._plain_errors(), self._driver.session(database=self._database) as session:
            schema.make(session)
        self._stored_schema = schema.SCHEMA_VERSION

    def write(self, records: Iterable[Record] | Record, *, progress: Callable[[int], None] | None = None) -> Written:
        """Write records; what stands there already is left as it is.

        Each batch is one transaction, retried by the driver where the server asks for it: a record is written with its
        claims and their edges, or not at all.

        Args:
            records: one, or any number; taken lazily.
            progress: told the number of records written after each batch.
        """
        total = Written()
        done = 0
        for batch in in_batches([records] if isinstance(records, Record) else records):
            for written in self.write_batches([ready(batch)]):
                total += written
            done += len(batch)
            if progress:
                progress(done)
        return total

    def write_batches(self, batches: Iterable[Batch]) -> Iterator[Written]:
        """Write batches that were made ready, one transaction each; tells of each what it changed once it stands.

        Args:
            batches: taken lazily.
        """
        self._prepare_once()
        with self._driver.session(database=self._database) as session:
            for batch in batches:
                with self._plain_errors():  # not around the batches, which may fail where they are read
                    self._require_room()
                    written = session.execute_write(write_batch, batch, self._actors)
                self._actors.remember(batch.actors)
                yield written

    def retract(self, key: str | None = None, *, rows: Collection[ProvidedRow] = ()) -> tuple[int, Written]:
        """Take claims back, and the edges, reports and actors that stand on nothing else.

        Args:
            key: id of a report, or of a run of a command.
            rows: feed and row id of rows of a feed.

        Returns:
            How many claims were taken back, and what else changed.
        """
        self._prepare_once()
        count, total = 0, Written()
        with self._plain_errors(), self._driver.session(database=self._database) as session:
            for taken, changed in retraction.retract(session, retraction.claims_of(session, key=key, rows=rows)):
                count += taken
                total += changed
        return count, total

    def rebuild(self) -> Written:
        """Project all edges again from the claims, some thousand claims at a time; every other edge goes."""
        return repairing.rebuild(self)

    def in_transaction(self, work: Callable[[ManagedTransaction], Done]) -> Done:
        """Do some work in one write transaction, which is retried where the server asks for it.

        Args:
            work: may be called several times; its changes stand once it has returned, or not at all.
        """
        self._require_room()
        with self._plain_errors(), self._driver.session(database=self._database) as session:
            return session.execute_write(work)

    def cypher(
        self, query: str, parameters: Mapping[str, Any] | None = None, /, *, write: bool = False, **more: Any
    ) -> list[dict[str, Any]]:
        """Ask in Cypher; rows come back as dicts of Python's own types.

        Args:
            query: the statement. Text from outside goes into ``parameters``, never into the statement.
            parameters: values by name.
            write: True lets the statement change the store.
            **more: further values by name.

        Raises:
            Misuse: if the statement is wrong, or changes something or runs administration without ``write``.
            RapportError: if it takes more time, or gives more rows, than the limits of the store allow; what it wrote
                is taken back then.
        """
        values = {**(parameters or {}), **more}
        with self._plain_errors():
            if write:
                with self._driver.session(database=self._database) as session:
                    return running.write(session, query, values, self._limits)
            return running.again_if_outdated(lambda: self._rows(query, values))

    def stream(self, query: str, parameters: Mapping[str, Any] | None = None, /) -> Iterator[dict[str, Any]]:
        """The rows of ``cypher``, one by one as they are asked for, so that an answer may be larger than the memory.

        Raises:
            RapportError: if they take more time, or are more, than the limits of exports allow.
        """
        limits = self._export_limits
        with (
            plain_errors(self.uri, limits=limits, folder=self._folder),
            self._questions.ask(query, dict(parameters or {}), limits.seconds) as result,
        ):
            for row in reading.bounded(result, limits):
                yield {key: reading.plain(value) for key, value in row.items()}

    def within_export_limits(self, rows: Iterable[Row]) -> Iterator[Row]:
        """What comes of many questions to this store, as long as it stays within the limits of exports.

        Args:
            rows: taken lazily.

        Raises:
            RapportError: if they take more time, or are more, than these allow.
        """
        return reading.bounded(reading.in_time(rows, self._export_limits), self._export_limits)

    def to_pandas(self, query: str, parameters: Mapping[str, Any] | None = None, /, **more: Any) -> pandas.DataFrame:
        """The rows of ``cypher`` as a pandas data frame (``pip install 'rapport[pandas]'``)."""
        try:
            import pandas as pd
        except ImportError:
            raise RapportError("Data frames need pandas: install it with pip install 'rapport[pandas]'.") from None
        return pd.DataFrame(self.cypher(query, parameters, **more))

    def to_networkx(
        self, query: str = ALL_RELATIONS, parameters: Mapping[str, Any] | None = None, /, **more: Any
    ) -> networkx.MultiDiGraph[str]:
        """The actors and relations in an answer as a graph; see ``graph.networks``. It is bound as answers are."""
        from graph.networks import network

        with (
            self._plain_errors(),
            self._questions.ask(query, {**(parameters or {}), **more}, self._limits.seconds) as result,
        ):
            for _ in reading.bounded(result, self._limits):
                pass
            found = result.graph()
        bare = [node.element_id for node in found.nodes if node.get("id") is None]
        rows = (
            self.cypher("MATCH (a) WHERE elementId(a) IN $ids RETURN elementId(a) AS key, a", ids=bare) if bare else []
        )
        return network(found, {row["key"]: row["a"] for row in rows})

    def _require_room(self) -> None:
        if self._folder:
            room.require(self._folder, room.TO_WRITE)

    def _prepare_once(self) -> None:
        self._require_room()
        if self._stored_schema != schema.SCHEMA_VERSION:
            self.prepare()

    def _rows(self, query: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        with self._questions.ask(query, values, self._limits.seconds) as result:
            return running.rows(result, self._limits)

    def _check_version(self, username: str) -> None:
        with self._plain_errors(username), self._driver.session(database=self._database) as session:
            self._stored_schema = schema.stored_version(session)

    def _plain_errors(self, username: str = "") -> AbstractContextManager[None]:
        return plain_errors(self.uri, username, self._limits, self._folder)
