"""Sources: on whose word relations rest, and by which way that word came to the reports.

An origin is the innermost source of a claim. However many outlets hand on its word, it counts once. From each origin
the word runs outwards: to who heard it, to who cites that, to the outlet that printed it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from graph.claims import origin_of
from graph.model import Model
from queries.attribution import in_words
from queries.evidence import Told, told_of
from queries.seen import Pair, see
from queries.subgraph import ShownAttribution

if TYPE_CHECKING:
    from graph.store import Store
    from queries.standing import Standing
    from queries.view import View


class Speaker(Model):
    """Who says something, or hands it on.

    Args:
        actor: its id, or that of the actor whose official it is; None where the report names nobody.
        words: how it reads: "Axios", "four unnamed officials of United States".
        anonymous: whether no name is given.
        claims: how many claims came this way.
        asserts, disputes: how many of them assert, and how many deny.
        relayed_by: who hands it on.
    """

    actor: str | None
    words: str
    anonymous: bool = False
    claims: int = 0
    asserts: int = 0
    disputes: int = 0
    relayed_by: tuple[Speaker, ...] = ()


class Outlet(Model):
    """What an outlet brings to some relations.

    Args:
        outlet: its id.
        name: its name.
        claims, reports: how many of its own.
        only_relays: whether each of its claims rests on another outlet's report.
    """

    outlet: str
    name: str
    claims: int
    reports: int
    only_relays: bool


class Sources(Model):
    """On whose word some relations rest.

    Args:
        relations: how many.
        claims, reports, origins: how many claims assert or dispute them, in how many reports, of how many origins.
        speakers: the origins, those with the most claims first, each with who hands it on.
        outlets: who published, those that only relay last.
    """

    relations: int
    claims: int
    reports: int
    origins: int
    speakers: tuple[Speaker, ...]
    outlets: tuple[Outlet, ...]


def sources(store: Store, view: View, *, pair: Pair | None = None, relations: Sequence[str] | None = None) -> Sources:
    """On whose word relations rest: all between two actors, or those with some ids.

    Args:
        store: what is read.
        view: which relations count.
        pair: ids of two actors, as they stand in the view.
        relations: ids of relations.
    """
    seen = see(store, view, pairs=None if pair is None else [pair], relations=relations)
    found = told_of(store, seen, seen.relations)
    every = {claim.id: claim for listed in found.values() for claim in listed}
    claims = sorted(every.values(), key=lambda claim: claim.id)
    speakers = _tree([(chain_inwards(claim, view.standing), claim) for claim in claims])
    return Sources(
        relations=len(seen.relations),
        claims=len(claims),
        reports=len({claim.report for claim in claims}),
        origins=len({origin(claim, view.standing) for claim in claims}),
        speakers=tuple(speakers),
        outlets=tuple(_outlets(claims)),
    )


def origin(claim: Told, standing: Standing) -> str:
    """The innermost source of a claim, by what was decided on who is who; see ``graph.claims.origin_of``."""
    return origin_of([(standing.known(link.actor), link.anonymous) for link in claim.attribution], claim.report)


def chain_inwards(claim: Told, standing: Standing) -> list[ShownAttribution]:
    """Who says so, the origin first and the outlet last, each actor by what was decided on who is who."""
    links = [link.model_copy(update={"actor": standing.known(link.actor)}) for link in claim.attribution]
    outlet = claim.outlet and standing.known(claim.outlet)
    if outlet and (not links or links[0].actor != outlet or links[0].anonymous):
        links.insert(0, ShownAttribution(actor=outlet, name=claim.outlet_name or outlet, kind="outlet"))
    return links[::-1]


def _tree(ways: Collection[tuple[Sequence[ShownAttribution], Told]]) -> list[Speaker]:
    """The ways that claims came, put together from the inside outwards; unnamed sources parted by who heard them."""
    parted: dict[tuple[str | None, bool, str | None], list[tuple[Sequence[ShownAttribution], Told]]] = {}
    for links, claim in ways:
        link = links[0] if links else None
        heard = links[1].actor if link and link.anonymous and len(links) > 1 else None
        key = (link.actor if link else None, bool(link and link.anonymous), heard)
        parted.setdefault(key, []).append((links, claim))
    found = []
    for (actor, anonymous, _), members in parted.items():
        said = [claim for _, claim in members]
        found.append(
            Speaker(
                actor=actor,
                words=in_words(members[0][0][0]) if actor else "a report that names nobody",
                anonymous=anonymous,
                claims=len(said),
                asserts=sum(claim.asserts for claim in said),
                disputes=sum(claim.disputes for claim in said),
                relayed_by=tuple(_tree([(links[1:], claim) for links, claim in members if links[1:]])),
            )
        )
    return sorted(found, key=lambda speaker: (-speaker.claims, speaker.actor or "", speaker.anonymous))


def _outlets(claims: Iterable[Told]) -> list[Outlet]:
    """Who published, those that bring something of their own first."""
    by_outlet: dict[tuple[str, str], list[Told]] = {}
    for claim in claims:
        if claim.outlet:
            by_outlet.setdefault((claim.outlet, claim.outlet_name or claim.outlet), []).append(claim)
    found = [
        Outlet(
            outlet=outlet,
            name=name,
            claims=len(listed),
            reports=len({claim.report for claim in listed}),
            only_relays=all(relays(claim) for claim in listed),
        )
        for (outlet, name), listed in by_outlet.items()
    ]
    return sorted(found, key=lambda one: (one.only_relays, -one.claims, one.outlet))


def relays(claim: Told) -> bool:
    """Whether a claim's report has it from another outlet."""
    return any(link.kind == "outlet" and link.actor != claim.outlet for link in claim.attribution)


def lines(speakers: Iterable[Speaker], depth: int = 0) -> Iterable[str]:
    """The tree in lines of text, each deeper one further in."""
    for speaker in speakers:
        told_so = [f"{speaker.claims} claim{'s' * (speaker.claims != 1)}"]
        told_so += [f"{speaker.disputes} of them denying"] if speaker.disputes else []
        told_so += ["unnamed"] if speaker.anonymous else []
        yield f"{'   ' * depth}{'← ' if depth else ''}{speaker.words} ({', '.join(told_so)})"
        yield from lines(speaker.relayed_by, depth + 1)
