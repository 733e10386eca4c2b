"""``rapport query``: ask a saved query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import AsJson, Uri
from queries.options import AsOf, KnownAt, Rolled, RollUp

if TYPE_CHECKING:
    from queries.saved import SavedQuery
    from queries.view import View


def _names(incomplete: str) -> list[str]:
    """The names of saved queries that begin as what is typed so far, for the shell's completion."""
    from queries.saved import files

    return [name for name in files() if name.startswith(incomplete)]


def query(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="Which query; --list shows them.", autocompletion=_names, show_default=False)
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", help="A parameter as name=value; may be given again.", show_default=False),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show all saved queries, yours among them.")] = False,
    about: Annotated[
        bool, typer.Option("--about", help="Tell what the query answers and takes; do not ask it.")
    ] = False,
    help_: Annotated[
        bool, typer.Option("--help", help="Behind a query's name the same as --about, else this help.")
    ] = False,
    as_cypher: Annotated[
        bool, typer.Option("--cypher", help="Print the query as Neo4j runs it; do not ask it.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    roll_up: Rolled = RollUp.NONE,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Ask a saved query.

    Actors go by any name: an id, a name, an alias, a capital, an office. Queries of your own are .cypher files in the
    folder that RAPPORT_QUERIES names, or in "queries" of the data folder.

    Example: rapport query relations-between --param actor=Israel --param other=Iran
    """
    from graph.errors import Misuse
    from queries.assignments import pairs
    from queries.options import asked_view
    from queries.saved import find
    from queries.shorthand import spelled_out

    if help_ and name is None:
        typer.echo(context.get_help())
        return
    if listed or name is None:
        if parameters or about:
            raise Misuse("Name the query: rapport query NAME; 'rapport query --list' shows all.")
        _list(as_json)
        return
    found = find(name)
    if about or help_:
        _tell(found)
    elif as_cypher:
        typer.echo(spelled_out(found.statement))
    else:
        _ask(found, pairs(parameters or []), asked_view(as_of=as_of, known_at=known_at), roll_up, as_json, uri)


def _ask(
    asked: SavedQuery, given: dict[str, str], view: View, roll_up: RollUp, as_json: bool | None, uri: str | None
) -> None:
    import graph.connection
    from graph.table import show
    from graph.terminal import printable
    from queries.actors import told
    from queries.options import open_view
    from queries.parameters import check_names
    from queries.saved import run

    check_names(asked.header.parameters, given)  # before a server is started for nothing
    with graph.connection.connect(uri) as store:
        answer = run(store, asked, given, open_view(store, view, roll_up))
    for written, match in answer.matches.items():
        typer.echo(printable(told(written, match)), err=True)
    show(answer.rows, as_json=as_json, title=asked.header.title)


def _list(as_json: bool | None) -> None:
    from graph.errors import Misuse
    from graph.table import show
    from graph.terminal import printable
    from queries.saved import files, read

    rows = []
    for path in files().values():
        try:
            found = read(path)
        except Misuse as fault:
            typer.echo(f"Left out: {printable(str(fault))}", err=True)
            continue
        taken = [name if parameter.required else f"[{name}]" for name, parameter in found.header.parameters.items()]
        rows.append(
            {"name": found.name, "title": found.header.title, "parameters": " ".join(taken), "yours": not found.shipped}
        )
    show(rows, as_json=as_json)


def _tell(found: SavedQuery) -> None:
    from graph.terminal import printable

    header = found.header
    lines = [header.title, header.answers, ""]
    for name, parameter in header.parameters.items():
        if parameter.required:
            need = "required"
        else:
            need = "optional" if parameter.default is None else f"default {parameter.default}"
        lines.append(f"  {name} ({parameter.type.value}, {need}): {parameter.about}")
    lines += ["", f"Example: rapport query {found.name} {header.example}".rstrip(), f"File: {found.path}"]
    typer.echo("\n".join(printable(line) for line in lines))
