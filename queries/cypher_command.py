"""``rapport cypher``: ask in Cypher."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from graph.options import AsJson, Uri

LONGEST = 1_000_000
"""Characters of a statement on standard input: more is no statement, but a file that went the wrong way."""


def cypher(
    statement: Annotated[
        str, typer.Argument(help="The statement; - reads it from standard input.", show_default=False)
    ],
    parameters: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            "-p",
            help="A parameter as name=value, the value in JSON or else plain text; may be given again.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Let the statement change the store.")] = False,
    seconds: Annotated[
        float | None,
        typer.Option(min=0, help="How long it may take; 0 for as long as it takes.", show_default="300"),
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(min=0, help="How many rows the answer may have; 0 for any.", show_default="1000000"),
    ] = None,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Ask the graph in Cypher; it is only read unless --write is given.

    What --write changed is taken back where it takes too long or gives too many rows; only what a statement commits by
    itself, with CALL … IN TRANSACTIONS, stands.

    Example: rapport cypher 'MATCH (a:Actor {id: $id})-[r]->(b:Actor) RETURN type(r), b.name LIMIT 10' --param id=ISR
    """
    import graph.connection
    from graph.settings import limits
    from graph.table import show
    from queries.assignments import json_value, pairs

    values = {name: json_value(text) for name, text in pairs(parameters or []).items()}
    text = _statement(statement)
    with graph.connection.connect(uri, limits=limits(seconds, rows)) as store:
        answer = store.cypher(text, values, write=write)
    show(answer, as_json=as_json)


def _statement(given: str) -> str:
    """The statement itself, or what standard input holds.

    Raises:
        Misuse: if there is none, or it cannot be text.
    """
    from graph.errors import Misuse

    if given != "-":
        text = given
    else:
        try:
            text = sys.stdin.buffer.read(4 * LONGEST + 1).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise Misuse("Standard input is not UTF-8 text, so it is no statement.") from None
    if len(text) > LONGEST:
        raise Misuse(f"The statement is longer than {LONGEST:,} characters, so it is taken for a mistake and not run.")
    if not text.strip():
        raise Misuse("There is no statement: write one, such as 'MATCH (a:Actor) RETURN a.name LIMIT 10'.")
    return text.strip().removesuffix(";")
