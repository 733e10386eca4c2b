"""FollowTheMoney: the graph as entities of OCCRP's data model, which Aleph and OpenSanctions read.

Actors become persons, organisations, companies and public bodies; a relation becomes an ``UnknownLink``, whose role
tells how it reads, for the model has no strikes and no distrust; a report becomes an ``Article``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.days import Precision
from graph.terminal import printable
from graph.vocabulary import vocabulary
from queries.evidence import Told, surest
from queries.exports.part import Part, Row

if TYPE_CHECKING:
    import datetime

    from graph.relations import Relation

SCHEMATA = {
    "state": "PublicBody",
    "body": "PublicBody",
    "company": "Company",
    "person": "Person",
    "unknown": "LegalEntity",
}
"""By kind of actor; all others are organisations."""

LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
"""Characters of a day that are told: FollowTheMoney knows days, months and years as such."""


def entities(held: Part) -> Iterator[Row]:
    """Each actor, relation and report as an entity, with an id, a schema and its properties.

    Args:
        held: what they come from.
    """
    for actor in held.actors:
        yield _entity(
            _key("actor", actor["id"]),
            SCHEMATA.get(actor["kind"], "Organization"),
            name=[actor["name"]],
            alias=actor["aliases"],
            country=[_country(actor["id"] if actor["kind"] == "state" else actor.get("country"))],
            wikidataId=[actor.get("wikidata")],
        )
    reports: dict[str, Told] = {}
    for relation in held.relations:
        claims = held.claims[relation.id]
        reports.update({claim.report: claim for claim in claims})
        yield _link(held.ids[relation.id], relation, claims)
    for key in sorted(reports):
        report = reports[key]
        yield _entity(
            key,
            "Article",
            title=[report.title],
            sourceUrl=[report.url],
            publisher=[report.outlet_name],
            publishedAt=[report.published and report.published.isoformat()],
        )


def write_entities(held: Part, out: Path) -> int:
    """Write entities, one JSON object a line; gives how many.

    Args:
        held: what they come from.
        out: the file.
    """
    number = 0
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for number, entity in enumerate(entities(held), start=1):  # noqa: B007
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return number


def _link(key: str, relation: Relation, claims: tuple[Told, ...]) -> Row:
    kind, when = vocabulary()[relation.type], relation.when
    quoted = surest(claims)
    begins, ends = (_day(day, when.precision) for day in (when.on, when.until))
    days = {"startDate": [begins], "endDate": [ends]} if kind.lasts or when.until else {"date": [begins]}
    return _entity(
        key,
        "UnknownLink",
        subject=[_key("actor", relation.subject)],
        object=[_key("actor", relation.object)],
        role=[kind.active],
        recordId=[key],
        status=["disputed" if relation.disputed else None],
        description=[quoted.quote if quoted else None],
        summary=[quoted.who_says_so if quoted else None],
        publisher=sorted({claim.outlet_name for claim in claims if claim.outlet_name}),
        sourceUrl=sorted({claim.url for claim in claims if claim.url}),
        **days,
    )


def _entity(key: str, schema: str, **properties: list[Any]) -> Row:
    told = {name: [printable(str(value)) for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _key(of: str, actor: str) -> str:
    return f"{of}-{actor}"


def _day(day: datetime.date | None, precision: Precision) -> str | None:
    return day.isoformat()[: LENGTHS[precision]] if day else None


@lru_cache(maxsize=512)
def _country(code: str | None) -> str | None:
    """The two letters of a country, as FollowTheMoney writes it; None where the code stands for none."""
    import pycountry

    found = pycountry.countries.get(alpha_3=code) if code else None
    return str(found.alpha_2).lower() if found else None
