"""What is off with one claim, taken by itself: an end that is missing, or a property that does not follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.claims import Modality, asserts, disputes, ends_of_edge, origin_of
from graph.findings import Fault, Finding
from graph.rows import identity_of, when_of
from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from graph.rows import Row

_WHAT = """
RETURN c.id AS claim, c.type AS type, c.identity AS identity, c.denies AS denies, c.modality AS modality,
       c.on AS on, c.until AS until, c.precision AS precision, c.negated AS negated,
       c.asserts AS asserts, c.disputes AS disputes, c.origin AS origin,
       coalesce(c.relation, []) AS relation,
       [(c)-[:MADE_IN]->(r:Report) | r.id] AS reports,
       [(c)-[:SUBJECT]->(a:Actor) | a.id] AS subjects,
       [(c)-[:OBJECT]->(a:Actor) | a.id] AS objects,
       [(c)-[t:ATTRIBUTED_TO]->(a:Actor) | [t.position, a.id, t.anonymous]] AS chain
"""
OF_ALL = f"MATCH (c:Claim) {_WHAT}"
OF_SOME = f"UNWIND $ids AS id MATCH (c:Claim {{id: id}}) {_WHAT}"

ENDS = (("reports", "report"), ("subjects", "subject"), ("objects", "object"))


def claim_finding(row: Row) -> Finding | None:
    """What is off with the claim of a row of ``OF_ALL``; None where it is sound."""
    claim = str(row["claim"])
    if row["type"] not in vocabulary().types:
        return Finding(Fault.UNKNOWN, claim, f"The vocabulary has no relation type {row['type']}.")
    groups = (row["identity"],) if row["identity"] else ()
    if reason := _broken(row):
        return Finding(Fault.BROKEN, claim, reason, claim=claim, groups=groups)
    right = _right(row)
    wrong = [name for name, value in right.items() if row[name] != value]
    if not wrong:
        return None
    detail = "; ".join(f"{name} is {row[name]!r} and should be {right[name]!r}" for name in wrong)
    also = (right["identity"],) if right["identity"] and right["identity"] != row["identity"] else ()
    return Finding(
        Fault.UNTRUE,
        claim,
        f"{detail}.",
        claim=claim,
        right={name: right[name] for name in wrong},
        groups=groups + also,
    )


def _broken(row: Row) -> str | None:
    """Which end is missing or stands there several times, or what cannot be read."""
    if row["claim"] is None:
        return "It has no id."
    for key, end in ENDS:
        found = {other for other in row[key] if other is not None}
        wanted = bool(row["identity"]) if key == "objects" else True
        if len(found) > 1:
            return f"It has {len(found)} {key}."
        if not found and (wanted or row[key]):
            return f"It has no {end}."
    if row["modality"] not in set(Modality):
        return f"Nobody knows the modality {row['modality']}."
    try:
        when_of(row)
    except ValueError:
        return "Its days cannot be read."
    return None


def _right(row: Row) -> dict[str, Any]:
    """What the properties that follow from others should be."""
    modality, negated = Modality(row["modality"]), bool(row["negated"])
    chain = sorted(row["chain"], key=lambda link: (link[0] is None, link[0]))
    ends = ends_of_edge(row["type"], row["subjects"][0], row["objects"][0]) if row["objects"] else None
    identity = identity_of((ends[0], row["type"], ends[1])) if ends else None
    denying = disputes(modality, negated)
    return {
        "identity": identity,
        "asserts": asserts(modality, negated),
        "disputes": denying,
        "denies": identity if denying else None,
        "origin": origin_of([(actor, bool(anonymous)) for _, actor, anonymous in chain], row["reports"][0]),
        **({} if identity else {"relation": []}),
    }
