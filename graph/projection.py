"""Projection: from claims to the relations that they assert. Pure, so that the edges can always be rebuilt."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graph.claims import Claim
from graph.days import When
from graph.relations import Relation
from graph.vocabulary import vocabulary

DENIAL_REACH = datetime.timedelta(days=30)
"""How far back an undated denial reaches: it disputes what happened in the 30 days before it was published, so that a
denial of this week's raid does not put last year's in doubt."""

Group = tuple[str, str, str]
"""Subject, relation type and object, as the edge is drawn; only claims of one group fall together in a relation."""


class Evidence(NamedTuple):
    """What projection needs to know of one claim.

    Attributes:
        claim: the claim's id.
        group: subject, type and object of the edge that it speaks of.
        when: its day or interval.
        asserts, disputes: whether it says that the relation is so, or that it is not; neither for a plan or a threat.
        report: id of its report.
        published: the day that the report bears.
        origin: see ``Claim.origin``.
        mode: PLOVER mode, where told.
    """

    claim: str
    group: Group
    when: When
    asserts: bool
    disputes: bool
    report: str
    published: datetime.date | None
    origin: str
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Projection:
    """What a set of claims projects to.

    Attributes:
        relations: the edges.
        bearing: for each claim that supports or disputes relations, the ids of those.
    """

    relations: tuple[Relation, ...]
    bearing: Mapping[str, tuple[str, ...]]


def evidence(claim: Claim, published: datetime.date | None) -> Evidence | None:
    """What a claim contributes to projection; None where it names no object, so that it can draw no edge."""
    pair = claim.pair
    if pair is None:
        return None
    return Evidence(
        claim=claim.id,
        group=(pair[0], claim.type, pair[1]),
        when=claim.when,
        asserts=claim.asserts,
        disputes=claim.disputes,
        report=claim.report,
        published=published,
        origin=claim.origin,
        mode=claim.mode,
    )


def project(pieces: Iterable[Evidence]) -> Projection:
    """Project whole groups of claims.

    Args:
        pieces: the evidence of every claim of each group concerned, in any order; a claim given twice counts once.
    """
    groups: defaultdict[Group, dict[str, Evidence]] = defaultdict(dict)
    for piece in pieces:
        groups[piece.group][piece.claim] = piece
    relations: list[Relation] = []
    bearing: defaultdict[str, list[str]] = defaultdict(list)
    for group, members in sorted(groups.items()):
        asserting = [piece for piece in members.values() if piece.asserts]
        disputing = [piece for piece in members.values() if piece.disputes]
        for when, supporting in _identities(group[1], asserting):
            against = [piece for piece in disputing if _concerns(piece, when)]
            relation = _relation(group, when, supporting, bool(against))
            relations.append(relation)
            for piece in supporting + against:
                bearing[piece.claim].append(relation.id)
    return Projection(tuple(relations), {claim: tuple(ids) for claim, ids in bearing.items()})


def _identities(type_name: str, pieces: list[Evidence]) -> list[tuple[When, list[Evidence]]]:
    """Claims of one group, parted by the type's identity rule."""
    if not pieces:
        return []
    if vocabulary()[type_name].lasts:
        return _intervals(pieces)
    parted: defaultdict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for piece in pieces:
        parted[piece.when.on, piece.when.until, piece.when.precision].append(piece)
    return [(members[0].when, members) for members in parted.values()]


def _intervals(pieces: list[Evidence]) -> list[tuple[When, list[Evidence]]]:
    """Claims of a state, parted where a day or more lies between their intervals; undated ones join the latest."""
    dated = sorted((p for p in pieces if p.when.known), key=lambda p: (p.when.on or datetime.date.min, p.claim))
    undated = [p for p in pieces if not p.when.known]
    parts: list[list[Evidence]] = []
    reach = datetime.date.min
    for piece in dated:
        starts = piece.when.on or datetime.date.min
        ends = piece.when.last if piece.when.until else datetime.date.max
        if not parts or (reach < datetime.date.max and starts > reach + datetime.timedelta(days=1)):
            parts.append([])
            reach = datetime.date.min
        parts[-1].append(piece)
        reach = max(reach, ends or datetime.date.max)
    if undated:
        if not parts:
            parts.append([])
        parts[-1].extend(undated)
    return [(_span(part), part) for part in parts]


def _span(pieces: list[Evidence]) -> When:
    """The interval that a state's claims make together: open where any dated claim is open."""
    dated = [p.when for p in pieces if p.when.known]
    if not dated:
        return When()
    open_start = any(w.on is None for w in dated)
    on = None if open_start else min(w.on for w in dated if w.on)
    until = None if any(w.until is None for w in dated) else max(w.until for w in dated if w.until)
    deciding = next((w for w in dated if w.on == on), dated[0])
    return When(on=on, until=until, precision=deciding.precision)


def _concerns(denial: Evidence, when: When) -> bool:
    """Whether a denial speaks of the relation of that day."""
    if denial.when == when or denial.when.covers(when):
        return True
    if vocabulary()[denial.group[1]].lasts:
        return not denial.when.known or not when.known or _meet(denial.when, when)
    if denial.when.known:
        return False
    if when.first is None or denial.published is None:
        return True
    return when.first <= denial.published <= (when.last or when.first) + DENIAL_REACH


def _meet(one: When, other: When) -> bool:
    """Whether two intervals share a day; an open side reaches for ever."""
    latest_start = max(one.on or datetime.date.min, other.on or datetime.date.min)
    ends = (one.last if one.until else None, other.last if other.until else None)
    return latest_start <= min(end or datetime.date.max for end in ends)


def _relation(group: Group, when: When, supporting: list[Evidence], disputed: bool) -> Relation:
    subject, type_name, target = group
    kind = vocabulary()[type_name]
    days = sorted(piece.published for piece in supporting if piece.published)
    modes = sorted({piece.mode for piece in supporting if piece.mode})
    return Relation.trusted(
        {
            "type": type_name,
            "subject": subject,
            "object": target,
            "when": when,
            "mode": modes[0] if len(modes) == 1 else kind.mode,
            "valence": kind.valence,
            "claims": len(supporting),
            "reports": len({piece.report for piece in supporting}),
            "origins": len({piece.origin for piece in supporting}),
            "first_reported": days[0] if days else None,
            "last_reported": days[-1] if days else None,
            "disputed": disputed,
        }
    )
