"""What may be asked of a store that is only read, and how answers come back.

Neo4j itself refuses every write in a session opened for reading. Two holes are left and closed here, on the plan that
the server makes of the statement, so that no spelling of it slips by: ``LOAD CSV`` makes the server fetch an address,
and administration (``SHOW USERS``, ``dbms.listConfig`` …) tells of the server and not of the graph.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import Misuse, RapportError

if TYPE_CHECKING:
    from graph.settings import Limits

Row = TypeVar("Row")

ALLOWED_PROCEDURES = re.compile(
    r"^(?:db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|index\.(?:fulltext|vector)\.query\w+"
    r"|awaitIndexes?|ping)"
    r"|apoc\.(?:algo|coll|convert|date|math|meta|neighbors|nodes|path|search|text)\.[\w.]+"
    r"|gds\.(?:version|list|graph\.(?:project|filter|list|exists|drop)|[\w.]+\.(?:stream|stats|estimate)))$"
)
"""Procedures that tell of the graph. The server itself still refuses those of them that write. Of APOC and the Graph
Data Science library, which a server may have, those stand here that neither reach out of the server nor run a statement
given as text, which no plan would show."""

REFUSED_FUNCTIONS = re.compile(r"\b(?:apoc\.(?:cypher|load|ml|nlp)|genai|ai\.text)(?:\.\w+)*\(", re.IGNORECASE)
"""Functions of Neo4j's plugins that run a statement given as text or send text to an address."""

_AS_THEY_ARE = frozenset({type(None), bool, int, float, str, bytes})

ALLOWED_SHOWS = ("ShowIndexes", "ShowConstraints", "ShowFunctions", "ShowProcedures")
ADMINISTRATION = re.compile(r"^(?:Administration|Show|Terminate)")
"""Operators that administer the server. Those that write, change the schema or alter users are not among them: the
server refuses them by itself, and says that they write."""


def check_plan(plan: Mapping[str, Any] | None) -> None:
    """Refuse a statement by the plan that ``EXPLAIN`` made of it.

    Raises:
        Misuse: if it would fetch an address or run administration.
    """
    if plan is None:
        raise Misuse("This is administration, not a question to the graph; it is not run here.")
    for operator in _operators(plan):
        name = str(operator.get("operatorType", "")).split("@")[0]
        details = str(operator.get("args", {}).get("Details", "")).replace("`", "")
        if name == "LoadCSV":
            raise Misuse(
                "LOAD CSV makes the server fetch an address, so it is not run here; load files with 'rapport ingest'."
            )
        if name == "ProcedureCall":
            procedure = details.split("(")[0].strip()
            if not ALLOWED_PROCEDURES.match(procedure):
                raise Misuse(f"The procedure {procedure} tells of the server or changes it, so it is not run here.")
        elif ADMINISTRATION.match(name) and name not in ALLOWED_SHOWS:
            raise Misuse("This is administration, not a question to the graph; it is not run here.")
        called = REFUSED_FUNCTIONS.search(details)
        if called:
            raise Misuse(f"The function {called[0][:-1]} reaches out of the graph, so it is not run here.")


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)


def bounded(rows: Iterable[Row], limits: Limits) -> Iterator[Row]:
    """Rows, as long as there are not too many of them.

    Args:
        rows: of an answer; taken lazily.
        limits: how many there may be.

    Raises:
        RapportError: at the first that is too many.
    """
    for number, row in enumerate(rows, 1):
        if limits.rows and number > limits.rows:
            raise RapportError(
                f"The answer has more than {limits.rows:,} rows: ask for less (LIMIT), or set {limits.setting}_ROWS to "
                "more."
            )
        yield row


def in_time(rows: Iterable[Row], limits: Limits) -> Iterator[Row]:
    """Rows that come of many short questions, as long as they do not take too long together.

    Args:
        rows: taken lazily.
        limits: how long they may take.

    Raises:
        RapportError: at the first that comes too late.
    """
    began = time.monotonic()
    for row in rows:
        if limits.seconds and time.monotonic() - began > limits.seconds:
            raise RapportError(
                f"It took more than {limits.seconds:g} s: ask for less, or set "
                f"{limits.setting}_SECONDS to a longer time."
            )
        yield row


def plain(value: Any) -> Any:  # noqa: ANN401
    """A value of an answer in Python's own types: nodes and relationships as dicts, paths as lists, days as dates."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value  # most are; asked first, for an answer may have a million
    if kind is dict:
        return {key: item if type(item) in _AS_THEY_ARE else plain(item) for key, item in value.items()}
    if kind is list:
        if _AS_THEY_ARE.issuperset(map(type, value)):
            return value
        return [item if type(item) in _AS_THEY_ARE else plain(item) for item in value]
    if hasattr(value, "to_native"):
        return value.to_native()
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **{key: plain(item) for key, item in value.items()}}
    if isinstance(value, Relationship):
        ends = (value.start_node, value.end_node)
        subject, target = (node.get("id") if node is not None else None for node in ends)
        return {
            "type": value.type,
            "subject": subject,
            "object": target,
            **{key: plain(item) for key, item in value.items()},
        }
    if isinstance(value, Path):
        steps: list[Any] = [plain(value.start_node)]
        for step in value.relationships:
            steps += [
                plain(step),
                plain(step.end_node if step.start_node == value.nodes[len(steps) // 2] else step.start_node),
            ]
        return steps
    return value
