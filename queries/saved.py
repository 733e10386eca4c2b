"""Saved queries: Cypher in files, each with a header that says what it answers and what it takes.

A file is called as its query, ``timeline.cypher``, and begins with a header in comments, which is YAML once the ``//``
are taken away::

    // title: Timeline of a pair
    // answers: What two actors are reported to have done to each other, in order of days.
    // parameters:
    //   actor: {type: actor, about: one of the two}
    //   limit: {type: integer, default: 100, about: how many rows at most}
    // example: --param actor=Israel --param other=Hezbollah
    MATCH (a:Actor {id: $actor}) …

A parameter with no ``default`` must be given; ``default: null`` leaves it out. Some more are there in every query:
``$lasting``, the names of the relation types that last (states, not events), and what ``queries.shorthand`` asks for,
in which words such as ``rapport.seen(r)`` stand for the longer rules of days and of who is who.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import Field, ValidationError

from graph.errors import Misuse
from graph.identities import load
from graph.model import Model, first_fault
from queries.parameters import Parameter, ParameterName, checked

if TYPE_CHECKING:
    from graph.names import Match
    from graph.store import Store
    from queries.view import View

SHIPPED = Path(__file__).parent / "saved"
COMMENT = "//"


class Header(Model):
    """What stands at the head of a file.

    Args:
        title: a few words, for lists.
        answers: a sentence that says what the rows tell.
        parameters: by name.
        example: the options of a call that works.
    """

    title: str = Field(min_length=3, max_length=80)
    answers: str = Field(min_length=10)
    parameters: Mapping[ParameterName, Parameter] = {}
    example: str = ""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query of a file.

    Attributes:
        name: the file's, without ``.cypher``.
        header: what the file says of it.
        statement: the Cypher below the header.
        path: where the file is.
    """

    name: str
    header: Header
    statement: str
    path: Path

    @property
    def shipped(self) -> bool:
        """Whether Rapport brings it; else it is the user's own."""
        return self.path.parent == SHIPPED


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave.

    Attributes:
        rows: as ``Store.cypher`` gives them.
        matches: which actor was found for each name that was given.
    """

    rows: list[dict[str, Any]]
    matches: Mapping[str, Match]


def folders() -> list[Path]:
    """The folders that queries are looked for in; of two queries with one name, that of the first folder counts.

    Raises:
        Misuse: if ``RAPPORT_QUERIES`` names no folder.
    """
    from graph.settings import data_folder

    named = os.environ.get("RAPPORT_QUERIES", "").strip()
    own = [Path(named).expanduser()] if named else []
    if named and not own[0].is_dir():
        raise Misuse(f"RAPPORT_QUERIES names {named}, which is no folder: make it, or unset the variable.")
    return [*own, data_folder() / "queries", SHIPPED]


def files() -> dict[str, Path]:
    """Every query's file, by the query's name, in alphabetical order."""
    found: dict[str, Path] = {}
    for folder in folders():
        for path in folder.glob("*.cypher"):
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def find(name: str) -> SavedQuery:
    """The query called ``name``.

    Raises:
        Misuse: if there is none (the message names the nearest), or its file is not as it should be.
    """
    known = files()
    if name in known:
        return read(known[name])
    from rapidfuzz import process, utils

    near = [
        found
        for found, _, _ in process.extract(name, list(known), processor=utils.default_process, limit=2, score_cutoff=60)
    ]
    hint = f"Did you mean {' or '.join(near)}?" if near else "'rapport query --list' shows all."
    raise Misuse(f"There is no saved query '{name}'. {hint}")


def read(path: Path) -> SavedQuery:
    """Read a query's file.

    Raises:
        Misuse: if it cannot be read or its header breaks the schema; the message names the file and what is wrong.
    """
    import yaml

    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"The saved query {path} cannot be read as UTF-8 text: {error}.") from None
    count = next((number for number, line in enumerate(lines) if not line.startswith(COMMENT)), len(lines))
    statement = "\n".join(lines[count:]).strip().removesuffix(";")
    if not count or not statement:
        raise Misuse(f"{path.name}: a saved query begins with a header in '//' comments and goes on with Cypher.")
    text = "\n".join(line.removeprefix(COMMENT).removeprefix(" ") for line in lines[:count])
    try:
        header = Header.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise Misuse(
            f"{path.name}: the header is no YAML: {getattr(error, 'problem', None) or 'it is broken'}."
        ) from None
    except ValidationError as error:
        place, reason = first_fault(error)
        raise Misuse(f"{path.name}: the header is off at {place or 'as a whole'}: {reason}.") from None
    return SavedQuery(path.stem, header, statement, path)


def run(store: Store, query: SavedQuery, given: Mapping[str, str], view: View | None = None) -> Answer:
    """Run a query, which can only read.

    Args:
        store: what is asked.
        query: see ``find``.
        given: the parameters as the user wrote them. Offices are those of the day in ``until`` or ``since``, where the
            query has such a parameter and it is given, else those of the view's day.
        view: as of which day, known at which day, and who stands for whom; by what was decided where None.

    Raises:
        Misuse: if a parameter does not fit, or an actor's name fits several.
        UnknownName: if an actor's name fits none.
    """
    from graph.options import day
    from graph.stored_actors import find_actor
    from queries.shorthand import spelled_out, values
    from queries.standing import standing
    from queries.view import seen_types

    view = view or replace(seen_types(), standing=standing(store))
    asked = {name: given.get(name) for name in ("since", "until") if name in query.header.parameters}
    first, last = day(asked.get("since"), "since"), day(asked.get("until"), "until")
    view = replace(view, since=first or view.since, until=last or view.until)
    identities = load()
    matches: dict[str, Match] = {}

    def actor(name: str) -> str:
        matches[name] = find_actor(store, name, view.office_day, identities)
        return view.standing.on(matches[name].actor.id, view.office_day)

    found = checked(query.header.parameters, given, actor)
    return Answer(store.cypher(spelled_out(query.statement), {**found, **values(store, view)}), matches)
