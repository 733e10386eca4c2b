"""Shorthand: what saved queries write in a word where Cypher needs many, so that each rule is written once.

============================ =========================================================================================
``rapport.seen(r)``          the relation ``r`` counts: by ``$since`` and ``$until``, ``--as-of`` and ``--known-at``
``rapport.reported(p)``      the report ``p`` counts: it was there by ``--known-at``
``rapport.members($actor)``  the ids that stand for an actor: more than one where actors were merged or rolled up
``rapport.id(a)``            the id by which the actor ``a`` goes
``rapport.name(a)``          its name
``rapport.claims(r)``        how many claims assert ``r``, of those reported by ``--known-at``; alike
                             ``rapport.reports(r)``, ``rapport.origins(r)`` and ``rapport.disputed(r)``
``rapport.sources(c)``       who says so, outermost first, in words, for the claim ``c``
============================ =========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graph.errors import Misuse
from graph.vocabulary import vocabulary
from queries.view import HOLDS_STILL
from queries.within_days import WITHIN_DAYS

if TYPE_CHECKING:
    from graph.store import Store
    from queries.view import View

_CALL = re.compile(r"\brapport\.(\w+)\(\s*(\$?\w+)\s*\)")

_NOT_ONE = """(size(keys($renamed)) = 0 OR coalesce($renamed[startNode({0}).id], startNode({0}).id)
    <> coalesce($renamed[endNode({0}).id], endNode({0}).id))"""


def _about(rule: str) -> str:
    """A rule on ``r``, to be filled with another name."""
    return re.sub(r"\br\b", "{0}", rule.replace("{", "{{").replace("}", "}}"))


def _of_claims(field: str, said: str, counted: str) -> str:
    """What a relation bears itself, or what the claims say that had been reported by a day."""
    return (
        f"CASE WHEN $known_at IS NULL THEN {{0}}.{field} ELSE {counted} {{{{ "
        "MATCH (said:Claim {{identity: {0}.identity}})-[:MADE_IN]->(made:Report) "
        f"WHERE {{0}}.id IN said.relation AND made.published <= $known_at AND {said} }}}} END"
    )


SHORTHAND: Mapping[str, str] = {
    "seen": f"({{0}}.id IS NOT NULL AND {_about(WITHIN_DAYS)} AND {_about(HOLDS_STILL)} "
    f"AND ($known_at IS NULL OR {{0}}.first_reported <= $known_at) AND {_NOT_ONE})",
    "reported": "($known_at IS NULL OR {0}.published <= $known_at)",
    "members": "coalesce($members[{0}], [{0}])",
    "id": "coalesce($renamed[{0}.id], {0}.id)",
    "name": "coalesce($names[{0}.id], {0}.name)",
    "claims": _of_claims("claims", "said.asserts", "COUNT"),
    "reports": _of_claims("reports", "said.asserts RETURN DISTINCT made", "COUNT"),
    "origins": _of_claims("origins", "said.asserts RETURN DISTINCT said.origin", "COUNT"),
    "disputed": _of_claims("disputed", "said.disputes", "EXISTS"),
    "sources": "COLLECT {{ MATCH ({0})-[via:ATTRIBUTED_TO]->(source:Actor) RETURN CASE WHEN via.anonymous "
    "THEN coalesce(via.count + ' ', '') + 'unnamed of ' ELSE '' END + coalesce($names[source.id], source.name) "
    "ORDER BY via.position }}",
}


def spelled_out(statement: str) -> str:
    """A statement with its shorthand replaced by what it stands for.

    Args:
        statement: Cypher with shorthand.

    Raises:
        Misuse: if a word of shorthand is unknown.
    """

    def written(call: re.Match[str]) -> str:
        rule = SHORTHAND.get(call[1])
        if rule is None:
            raise Misuse(f"There is no shorthand rapport.{call[1]}; there are: {', '.join(SHORTHAND)}.")
        return rule.format(call[2])

    return _CALL.sub(written, statement)


def values(store: Store, view: View) -> dict[str, Any]:
    """The parameters that shorthand asks for.

    Args:
        store: whose actors' names are looked up.
        view: by which days and standing relations count.
    """
    from queries.seen import names_of

    renamed = view.standing.renamed(view.office_day)
    members: dict[str, list[str]] = {}
    for actor, target in renamed.items():
        members.setdefault(target, [target]).append(actor)
    names = names_of(store, members) if members else {}
    return {
        "lasting": vocabulary().lasting,
        "since": view.since,
        "until": view.last_day,
        "as_of": view.as_of,
        "known_at": view.known_at,
        "renamed": renamed,
        "members": members,
        "names": {actor: names[target] for actor, target in renamed.items()},
    }


BUILT_IN = frozenset({"lasting", "since", "until", "as_of", "known_at", "renamed", "members", "names"})
"""The parameters that every query has without saying so."""
