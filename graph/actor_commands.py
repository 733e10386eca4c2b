"""``rapport actors``: find, show and list actors, and those of whom nobody knows yet who they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.decision_commands import app as decisions_app
from graph.options import AsJson, AsJsonOnTerminal, Uri, day, wants_json

if TYPE_CHECKING:
    import datetime

    from graph.entries import Entry
    from graph.identities import Identities
    from graph.names import Names

app = typer.Typer(
    help="Find, show and list the actors that Rapport knows by itself, and decide who the others are.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(decisions_app)  # without a name: its commands stand beside those of this file

Day = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day offices are read for, as 2024-10-08.")]
Kind = Annotated[str | None, typer.Option("--kind", help="Only this kind: state, body, armed-group, person, outlet …")]
Country = Annotated[str | None, typer.Option("--country", help="Only those of this state, as IRN.")]


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A name, an id, an office: Hizbullah, IRN, 'US Secretary of Defense'.")],
    on: Day = None,
    as_json: AsJsonOnTerminal = None,
) -> None:
    """Say which actor a name means.

    Example: rapport actors find "Israeli defence minister" --on 2024-10-08
    """
    from graph import identities

    match = _names(identities.load()).find(name, day(on, "--on"))
    row = {"id": match.actor.id, "name": match.actor.name, "how": match.how, "matched": match.matched}
    _answer(row, f"{match.actor.id}  {match.actor.name}  ({match.how}: {match.matched})", as_json)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A name or an id.")], on: Day = None, as_json: AsJsonOnTerminal = None
) -> None:
    """Show what the gazetteer tells about an actor, the offices that belong to it included.

    Example: rapport actors show hezbollah
    """
    from graph import identities
    from graph.gazetteer import load

    gazetteer, decided = load(), identities.load()
    entry = gazetteer.actor(_names(decided).find(name, day(on, "--on")).actor.id)
    fields = entry.model_dump(mode="json", exclude_defaults=True)
    others = [other for other in decided.members(entry.id) if other != entry.id]
    if others:
        fields["same_as"] = others
    offices = [
        f"{office.role.title}: {office.holder.name}{_span(office.role.since, office.role.until)}"
        for office in gazetteer.offices.get(entry.id, ())
    ]
    if offices:
        fields["offices"] = offices
    if entry.roles:
        fields["roles"] = [f"{role.title} of {role.of}{_span(role.since, role.until)}" for role in entry.roles]
    _answer(
        fields, "\n".join(f"{field.replace('_', ' '):14}{_told(value)}" for field, value in fields.items()), as_json
    )


@app.command(name="list")
def list_actors(kind: Kind = None, country: Country = None, as_json: AsJsonOnTerminal = None) -> None:
    """List the actors.

    Example: rapport actors list --kind armed-group --country IRQ
    """
    from graph.gazetteer import load

    wanted = _kind(kind)
    found = [
        entry
        for entry in load().entries.values()
        if (wanted is None or entry.kind.value == wanted) and (country is None or entry.country == country.upper())
    ]
    rows = [_row(entry) for entry in found]
    _answer(
        rows,
        "\n".join(f"{row['id']:36}{row['kind']:14}{row['country'] or '-':5}{row['name']}" for row in rows),
        as_json,
    )


@app.command()
def unresolved(
    of_one_report: Annotated[
        bool, typer.Option("--all", help="Also people without a name, who belong to one report ('the police').")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="The most to list.")] = 100,
    uri: Uri = None,
    as_json: AsJson = None,
) -> None:
    """List the actors of the graph of whom nobody knows yet who they are, those with the most claims first.

    Say who they are with 'rapport actors merge', or who they are not with 'rapport actors split'.

    Example: rapport actors unresolved --limit 20
    """
    from dataclasses import asdict

    from graph import identities
    from graph.connection import connect
    from graph.stored_actors import unresolved as unresolved_in
    from graph.table import show as show_rows

    with connect(uri) as store:
        found = unresolved_in(store, identities.load(), of_one_report=of_one_report, limit=limit)
    rows = [asdict(actor) | {"nearest": [f"{name} ({known})" for known, name in actor.nearest]} for actor in found]
    show_rows(rows, as_json=as_json)


def _names(decided: Identities) -> Names:
    """The gazetteer's names, and the ids of other actors that were decided to be the same as one another."""
    from graph.actors import Actor
    from graph.gazetteer import load
    from graph.names import Names

    gazetteer = load()
    others = [Actor(id=actor, name=actor) for actor in decided.ids if actor not in gazetteer.entries]
    return Names(gazetteer, others, decided)


def _row(entry: Entry) -> dict[str, str | None]:
    return {"id": entry.id, "name": entry.name, "kind": entry.kind.value, "country": entry.country}


def _kind(told: str | None) -> str | None:
    from graph.actors import ActorKind
    from graph.errors import Misuse

    kinds = [kind.value for kind in ActorKind]
    if told is not None and told not in kinds:
        raise Misuse(f"'{told}' is no kind of actor; the kinds are {', '.join(kinds)}.")
    return told


def _span(since: datetime.date | None, until: datetime.date | None) -> str:
    """The days of an office; nothing where neither is known."""
    return f" ({since or '…'} to {until or '…'})" if since or until else ""


def _told(value: Any) -> str:  # noqa: ANN401 (any JSON value)
    """A value of JSON as a line of text."""
    if isinstance(value, list):
        return "; ".join(_told(item) for item in value)
    return " ".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _answer(value: object, said: str, as_json: bool | None) -> None:
    """Print JSON where it is asked for or nobody reads along, else the text."""
    from graph.terminal import printable, printable_json

    if wants_json(as_json):
        typer.echo(printable_json(json.dumps(value, ensure_ascii=False, indent=2)))
    elif said:
        typer.echo("\n".join(map(printable, said.split("\n"))))
