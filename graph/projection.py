"""Projection: from claims to the relations that they assert. Pure, so that the edges can always be rebuilt."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.claims import Claim
from graph.days import Precision, When
from graph.relations import Relation
from graph.vocabulary import Extent, vocabulary

DENIAL_REACH = datetime.timedelta(days=30)
"""How far back an undated denial reaches: it disputes what happened in the 30 days before it was published, so that a
denial of this week's raid does not put last year's in doubt."""

Group = tuple[str, str, str]
"""Subject, relation type and object; claims of one group may fall together into one relation."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What a set of claims projects to.

    Attributes:
        relations: the edges.
        bearing: for each claim that supports or disputes relations, the ids of those.
    """

    relations: tuple[Relation, ...]
    bearing: Mapping[str, tuple[str, ...]]


def group_of(claim: Claim) -> Group | None:
    """The group that a claim belongs to, or None where it names no object."""
    pair = claim.pair
    return None if pair is None else (pair[0], claim.type, pair[1])


def project(claims: Iterable[Claim], published: Mapping[str, datetime.date | None]) -> Projection:
    """Project whole groups of claims.

    Args:
        claims: every claim of each group concerned; those without an object are passed over.
        published: publication day by report id.
    """
    groups: defaultdict[Group, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        group = group_of(claim)
        if group is not None:
            groups[group][claim.id] = claim
    relations: list[Relation] = []
    bearing: defaultdict[str, list[str]] = defaultdict(list)
    for group, members in sorted(groups.items()):
        asserting = [claim for claim in members.values() if claim.asserts]
        disputing = [claim for claim in members.values() if claim.disputes]
        for when, supporting in _identities(group[1], asserting):
            against = [c for c in disputing if _concerns(c, when, published.get(c.report), group[1])]
            relation = _relation(group, when, supporting, bool(against), published)
            relations.append(relation)
            for claim in supporting + against:
                bearing[claim.id].append(relation.id)
    return Projection(tuple(relations), {claim: tuple(ids) for claim, ids in bearing.items()})


def _identities(type_name: str, claims: list[Claim]) -> list[tuple[When, list[Claim]]]:
    """Claims of one group, parted by the type's identity rule."""
    if not claims:
        return []
    if vocabulary()[type_name].extent is Extent.STATE:
        return _intervals(claims)
    parted: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        parted[claim.when.on, claim.when.until, claim.when.precision].append(claim)
    return [(members[0].when, members) for members in parted.values()]


def _intervals(claims: list[Claim]) -> list[tuple[When, list[Claim]]]:
    """Claims of a state, parted where a gap of at least a day lies between their intervals; undated ones join the latest."""
    dated = sorted((c for c in claims if c.when.known), key=lambda c: (c.when.on or datetime.date.min, c.id))
    undated = [c for c in claims if not c.when.known]
    parts: list[list[Claim]] = []
    reach = datetime.date.min
    for claim in dated:
        starts = claim.when.on or datetime.date.min
        ends = claim.when.last if claim.when.until else datetime.date.max
        if not parts or (reach < datetime.date.max and starts > reach + datetime.timedelta(days=1)):
            parts.append([])
            reach = datetime.date.min
        parts[-1].append(claim)
        reach = max(reach, ends or datetime.date.max)
    if undated:
        if not parts:
            parts.append([])
        parts[-1].extend(undated)
    return [(_span(part), part) for part in parts]


def _span(claims: list[Claim]) -> When:
    """The interval that a state's claims make together: open where any dated claim is open."""
    dated = [c.when for c in claims if c.when.known]
    if not dated:
        return When()
    open_start = any(w.on is None for w in dated)
    on = None if open_start else min(w.on for w in dated if w.on)
    until = None if any(w.until is None for w in dated) else max(w.until for w in dated if w.until)
    deciding = next((w for w in dated if w.on == on), dated[0])
    return When(on=on, until=until, precision=deciding.precision)


def _concerns(denial: Claim, when: When, published: datetime.date | None, type_name: str) -> bool:
    """Whether a denial speaks of the relation of that day."""
    if denial.when == when or denial.when.covers(when):
        return True
    if vocabulary()[type_name].extent is Extent.STATE:
        return not denial.when.known or not when.known or _meet(denial.when, when)
    if denial.when.known:
        return False
    if when.first is None or published is None:
        return True
    return when.first <= published <= (when.last or when.first) + DENIAL_REACH


def _meet(one: When, other: When) -> bool:
    """Whether two intervals share a day; an open side reaches for ever."""
    latest_start = max(one.on or datetime.date.min, other.on or datetime.date.min)
    ends = (one.last if one.until else None, other.last if other.until else None)
    return latest_start <= min(end or datetime.date.max for end in ends)


def _relation(
    group: Group,
    when: When,
    supporting: list[Claim],
    disputed: bool,
    published: Mapping[str, datetime.date | None],
) -> Relation:
    subject, type_name, target = group
    kind = vocabulary()[type_name]
    days = sorted(day for day in (published.get(claim.report) for claim in supporting) if day)
    modes = sorted({claim.mode for claim in supporting if claim.mode})
    return Relation(
        type=type_name,
        subject=subject,
        object=target,
        when=when if when.known else When(precision=Precision.DAY),
        mode=modes[0] if len(modes) == 1 else kind.mode,
        valence=kind.valence,
        claims=len(supporting),
        reports=len({claim.report for claim in supporting}),
        origins=len({claim.origin for claim in supporting}),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        disputed=disputed,
    )
