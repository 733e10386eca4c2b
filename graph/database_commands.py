"""``rapport db``: start, stop, look at and wipe the local Neo4j, and check the graph in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from graph.check_command import check
from graph.options import AsJsonOnTerminal, Quiet, Yes, confirm, wants_json

if TYPE_CHECKING:
    from graph.local import LocalServer
    from graph.settings import Address

app = typer.Typer(
    help="Start, stop, look at and wipe the local Neo4j that keeps the graph, and check the graph itself.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

app.command()(check)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

OTHERS = "NEO4J_URI names a server that is not Rapport's to {verb}; unset it to {verb} the local Neo4j."


@app.command()
def start(as_json: AsJson = False, quiet: Quiet = False) -> None:
    """Start the local Neo4j in the background, or do nothing where it runs.

    Commands that need it start it by themselves.

    Example: rapport db start
    """
    from graph.progress import shown

    server = _local_server("start")
    with shown(quiet) as progress:
        address = server.start(progress)
    _answer({"running": True, "uri": address.uri}, f"The local Neo4j runs at {address.uri}.", as_json, quiet)


@app.command()
def stop(as_json: AsJson = False, quiet: Quiet = False) -> None:
    """Stop the local Neo4j; the graph is kept.

    It leaves by itself when nobody has used it for a while.

    Example: rapport db stop
    """
    ran = _local_server("stop").stop()
    said = "The local Neo4j has stopped." if ran else "The local Neo4j was not running."
    _answer({"running": False, "was_running": ran}, said, as_json, quiet)


@app.command()
def status(as_json: AsJsonOnTerminal = None, quiet: Quiet = False) -> None:
    """Say whether the store runs, and where.

    With NEO4J_URI set, say whether that server answers.

    Example: rapport db status --json
    """
    from dataclasses import asdict

    from graph.settings import data_folder, named_server

    named = named_server()
    if named:
        reason = _why_unreachable(named)
        said = reason or f"The server that NEO4J_URI names answers at {named.uri}."
        _answer({"ours": False, "running": not reason, "uri": named.uri, "reason": reason}, said, as_json, quiet)
        return
    from graph.local import LocalServer

    local = LocalServer(data_folder()).status()
    said = "The local Neo4j is not running."
    if local.running:
        megabytes = (local.memory or 0) / 1e6
        said = f"Neo4j {local.version} runs at {local.uri}: process {local.pid}, {megabytes:.0f} MB of memory, "
        said += f"{local.connections} connections."
    _answer({"ours": True, **asdict(local)}, said, as_json, quiet)


@app.command()
def info(as_json: AsJsonOnTerminal = None, quiet: Quiet = False) -> None:
    """Say where the local Neo4j keeps the graph, its log and its password.

    Example: rapport db info
    """
    from dataclasses import asdict

    from graph.local import LocalServer
    from graph.settings import data_folder

    found = LocalServer(data_folder()).info()
    rows = asdict(found) | {"size": f"{found.size / 1e6:.1f} MB", "versions": ", ".join(found.versions)}
    said = "\n".join(f"{name.replace('_', ' '):14}{'-' if value is None else value}" for name, value in rows.items())
    _answer(asdict(found), said, as_json, quiet)


@app.command()
def wipe(
    yes: Yes = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Remove the local graph with all that is in it, for good.

    Example: rapport db wipe --yes
    """
    server = _local_server("wipe")
    if not yes:
        confirm(
            f"Remove the whole graph in {server.folder.root} for good?",
            "Wiping removes the whole graph for good; say --yes where there is no terminal to ask at.",
        )
    there = server.wipe()
    said = "The graph has been removed." if there else "There was no graph to remove."
    _answer({"removed": there}, said, as_json, quiet)


def _why_unreachable(address: Address) -> str | None:
    """Why the server that the user names cannot be used, in one sentence; None where it can."""
    from graph.errors import StoreUnreachable
    from graph.store import Store

    try:
        Store(address.uri, address.username, address.password).close()
    except StoreUnreachable as error:
        return str(error)
    return None


def _local_server(verb: str) -> LocalServer:
    """The user's local server; refuses to ``verb`` it while ``NEO4J_URI`` names another's."""
    from graph.errors import Misuse
    from graph.local import LocalServer
    from graph.settings import data_folder, named_server

    if named_server():
        raise Misuse(OTHERS.format(verb=verb))
    return LocalServer(data_folder())


def _answer(found: Mapping[str, object], sentence: str, as_json: bool | None, quiet: bool) -> None:
    """Print the answer for a person or a program."""
    if quiet:
        return
    if wants_json(as_json):
        typer.echo(json.dumps(found))
    else:
        typer.echo(sentence)
