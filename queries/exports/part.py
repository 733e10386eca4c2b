"""Part: the actors, relations, claims and reports that an export holds."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import gazetteer
from graph.errors import RapportError
from graph.vocabulary import vocabulary
from queries.evidence import Told, surest, told_of
from queries.seen import see

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store
    from queries.view import View

Row = dict[str, Any]

_ACTORS = """
UNWIND $ids AS id MATCH (a:Actor {id: id})
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.country AS country, a.wikidata AS wikidata,
       coalesce(a.aliases, []) AS aliases
"""


@dataclass(frozen=True, slots=True)
class Part:
    """What an export holds.

    Attributes:
        actors: id, name, kind, country, wikidata and aliases of each, in the order of their ids.
        relations: in the order of their ids.
        claims: the claims behind each relation, by its id.
        ids: by which id the store knows each relation.
    """

    actors: tuple[Row, ...]
    relations: tuple[Relation, ...]
    claims: dict[str, tuple[Told, ...]]
    ids: dict[str, str]

    def row(self, relation: Relation) -> Row:
        """A relation as a row, with the quote of its surest claim; what is not known is None."""
        quoted = surest(self.claims[relation.id])
        return {
            "id": self.ids[relation.id],
            "subject": relation.subject,
            "type": relation.type,
            "object": relation.object,
            "on": relation.when.on,
            "until": relation.when.until,
            "precision": relation.when.precision.value if relation.when.known else None,
            "mode": relation.mode,
            "valence": relation.valence,
            "family": vocabulary()[relation.type].family.value,
            "claims": relation.claims,
            "reports": relation.reports,
            "origins": relation.origins,
            "first_reported": relation.first_reported,
            "last_reported": relation.last_reported,
            "disputed": relation.disputed,
            "quote": quoted.quote if quoted else None,
            "who_says_so": quoted.who_says_so if quoted else None,
            "url": quoted.url if quoted else None,
        }


def part(store: Store, view: View, actor: str | None = None) -> Part:
    """What an export holds: all that is seen in a view, or all around one actor.

    Args:
        store: what is read.
        view: which relations count.
        actor: only the relations of this actor, by id as it stands in the view.

    Raises:
        RapportError: if there is nothing to export.
    """
    seen = see(store, view, around=None if actor is None else [actor])
    if not seen.relations:
        raise RapportError("No relation fits, so there is nothing to export: ask for other days or types.")
    claims = told_of(store, seen, seen.relations)
    ends = sorted({end for relation in seen.relations for end in (relation.subject, relation.object)})
    return Part(
        tuple(_actors(store, ends)),
        seen.relations,
        {key: tuple(listed) for key, listed in claims.items()},
        dict(seen.ids),
    )


def _actors(store: Store, ids: Sequence[str]) -> list[Row]:
    found = {row["id"]: row for row in store.cypher(_ACTORS, ids=list(ids))}
    entries = gazetteer.load().entries
    rows = []
    for actor in ids:
        if actor in found:
            rows.append(found[actor])
        elif actor in entries:
            fields = entries[actor].plain().model_dump(mode="json", exclude={"roles"})
            rows.append({**fields, "aliases": list(fields["aliases"])})
        else:
            rows.append({"id": actor, "name": actor, "kind": "unknown", "aliases": []})
    return rows


def as_text(value: object) -> object:
    """A value as formats take it that know texts, numbers and truth values only."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "; ".join(str(one) for one in value)
    return value
