"""``rapport actors merge``, ``split``, ``undo`` and ``decisions``: who is who, decided by people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import AsJson, Uri, Yes, confirm, wants_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.actors import Actor
    from graph.decisions import Decision, Verdict
    from graph.identities import Identities
    from graph.store import Store

app = typer.Typer(rich_markup_mode=None)

One = Annotated[str, typer.Argument(metavar="A", help="A name or an id; in quotes where it has spaces.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who decides.")]
Why = Annotated[str | None, typer.Option("--why", metavar="REASON", help="For what reason.")]


@app.command()
def merge(
    one: One, other: Other, who: Who = None, why: Why = None, yes: Yes = False, uri: Uri = None, as_json: AsJson = None
) -> None:
    """Decide that two actors are one.

    The one that Rapport knows by itself is kept, else B. Nothing in the store changes; the decision holds when names
    are looked up, and 'rapport actors undo' takes it back.

    Example: rapport actors merge "Hizballah Party" hezbollah --why "another spelling"
    """
    from graph import gazetteer
    from graph.decisions import Ledger, Verdict
    from graph.identities import Identities, decide
    from graph.terminal import printable

    ledger = Ledger()
    taken = ledger.read()
    first, second = _named(one, other, uri, taken, Identities(taken))
    if first.id == second.id:
        _tell(None, f"'{one}' and '{other}' are the same actor already: {_called(first)}.", as_json)
        return
    known = gazetteer.load().entries
    kept, dropped = (first, second) if first.id in known and second.id not in known else (second, first)
    decision = _decision(Verdict.SAME, first, second, who, why, kept=kept)
    Identities((*taken, decision))  # refused before anybody is asked
    if not yes:
        confirm(
            printable(f"From now on {_called(dropped)} is to be {_called(kept)}. Merge them?"),
            "Merging two actors asks first; say --yes where there is no terminal to ask at.",
        )
    decide(ledger, decision)
    _tell(decision, f"{_called(dropped)} is {_called(kept)} from now on.", as_json)


@app.command()
def split(one: One, other: Other, who: Who = None, why: Why = None, uri: Uri = None, as_json: AsJson = None) -> None:
    """Decide that two actors are different, or take back that they are the same.

    Two actors that were merged are as they were before. Two that were not are different from now on, so that nobody
    merges them by mistake.

    Example: rapport actors split COD COG --why "two states"
    """
    from graph.decisions import Ledger, Verdict, standing
    from graph.identities import decide

    ledger = Ledger()
    taken = ledger.read()
    first, second = _named(one, other, uri, taken)
    _refuse_one(one, other, first, second)
    stand = [decision for decision in standing(taken) if decision.pair == {first.id, second.id}]
    if any(decision.verdict is Verdict.SAME for decision in stand):
        undone = _decision(Verdict.UNDONE, first, second, who, why)
        ledger.undo(undone)
        _tell(undone, f"{_called(first)} and {_called(second)} are no longer the same.", as_json)
    elif stand:
        said = f"{_called(first)} and {_called(second)} were decided to be different on {stand[-1].day} already."
        _tell(None, said, as_json)
    else:
        decision = _decision(Verdict.DIFFERENT, first, second, who, why)
        decide(ledger, decision)
        _tell(decision, f"{_called(first)} and {_called(second)} are different from now on.", as_json)


@app.command()
def undo(one: One, other: Other, who: Who = None, why: Why = None, uri: Uri = None, as_json: AsJson = None) -> None:
    """Take back what was decided on two actors, be it that they are the same or that they are different.

    Example: rapport actors undo COD COG
    """
    from graph.decisions import Ledger, Verdict

    ledger = Ledger()
    first, second = _named(one, other, uri, ledger.read())
    _refuse_one(one, other, first, second)
    undone = _decision(Verdict.UNDONE, first, second, who, why)
    stood = ledger.undo(undone)[-1]
    said = f"{_called(first)} and {_called(second)} are no longer decided to be {'the ' * (stood.verdict == 'same')}"
    _tell(undone, f"{said}{stood.verdict.value}.", as_json)


@app.command()
def decisions(
    everything: Annotated[bool, typer.Option("--all", help="Also those undone, and what undid them.")] = False,
    as_json: AsJson = None,
) -> None:
    """List the decisions on who is who, the oldest first.

    Example: rapport actors decisions --json
    """
    from graph.decisions import Ledger, standing
    from graph.table import show

    taken = Ledger().read()
    rows = [
        {
            "decided": decision.decided.isoformat(),
            "verdict": decision.verdict.value,
            "actors": list(decision.actors),
            "kept": decision.kept,
            "who": decision.who,
            "why": decision.why,
        }
        for decision in (taken if everything else standing(taken))
    ]
    show(rows, as_json=as_json)


def _named(
    one: str, other: str, uri: str | None, taken: Iterable[Decision], identities: Identities | None = None
) -> tuple[Actor, Actor]:
    """The two actors that are meant, by the ids that they go by where ``identities`` tells them."""
    from graph.connection import connect

    decided = {actor for decision in taken for actor in decision.actors}
    if {one, other} <= decided:  # needs no store, which may have been wiped since
        return _of_the_ledger(one, identities), _of_the_ledger(other, identities)
    with connect(uri) as store:
        first, second = (
            _of_the_ledger(name, identities) if name in decided else _of_the_store(store, name, identities)
            for name in (one, other)
        )
    return first, second


def _of_the_ledger(identifier: str, identities: Identities | None) -> Actor:
    from graph import gazetteer
    from graph.actors import Actor

    canonical = identities.canonical(identifier) if identities else identifier
    return gazetteer.load().entries.get(canonical) or Actor(id=canonical, name=canonical)


def _of_the_store(store: Store, name: str, identities: Identities | None) -> Actor:
    """The actor that goes by exactly this name: a slip of the pen decides nothing."""
    from graph.errors import UnknownName
    from graph.stored_actors import find_actor

    match = find_actor(store, name, identities=identities)
    if match.how == "fuzzy":
        raise UnknownName(name, [(match.actor.id, match.actor.name)])
    return match.actor


def _refuse_one(one: str, other: str, first: Actor, second: Actor) -> None:
    from graph.errors import Misuse

    if first.id == second.id:
        raise Misuse(f"'{one}' and '{other}' both mean {_called(first)}; name two actors, by their ids.")


def _decision(
    verdict: Verdict, one: Actor, other: Actor, who: str | None, why: str | None, kept: Actor | None = None
) -> Decision:
    """A decision taken now."""
    import datetime

    from graph.decisions import Decision

    return Decision(
        verdict=verdict,
        actors=(one.id, other.id),
        kept=kept.id if kept else None,
        decided=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
        who=_note(who, "--who"),
        why=_note(why, "--why"),
    )


def _note(text: str | None, option: str) -> str | None:
    from graph.decisions import LONGEST_NOTE
    from graph.errors import Misuse
    from graph.terminal import printable

    note = printable(text or "").strip()
    if len(note) > LONGEST_NOTE:
        raise Misuse(f"The text of {option} has {len(note)} characters; {LONGEST_NOTE} are the most.")
    return note or None


def _called(actor: Actor) -> str:
    return actor.id if actor.name == actor.id else f"{actor.name} ({actor.id})"


def _tell(decision: Decision | None, said: str, as_json: bool | None) -> None:
    """Say what was decided, or, where nothing was, why not."""
    from graph.terminal import printable, printable_json

    if wants_json(as_json):
        taken = decision.model_dump(mode="json", exclude_none=True) if decision else None
        typer.echo(printable_json(json.dumps({"said": said, "decision": taken}, ensure_ascii=False)))
    else:
        typer.echo(printable(said))
