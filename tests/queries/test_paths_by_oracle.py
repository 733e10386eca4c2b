"""Paths are those that a search of all paths finds, whatever is asked, on each Neo4j of the contract."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.actors import Actor, ActorKind
from graph.claims import Attribution, Claim, Mention
from graph.days import When
from graph.errors import NoPath
from graph.projection import evidence, project
from graph.records import Record
from graph.relations import Relation
from graph.reports import Report, text_hash
from graph.store import Store
from queries.pathfinding.at_once import fits
from queries.pathfinding.hops import tell
from queries.pathfinding.walk import Rank, Walk
from queries.paths import DETOUR, Path, find_paths, traversable
from queries.standing import Standing
from queries.view import View, span
from tests.queries.test_seen import merged

EXAMPLES = itertools.count()
FIRST = datetime.date(2024, 10, 1)
TYPES = ("STRIKES", "CRITICIZES", "AIDS", "TRUSTS", "MEETS")
ACTORS, OUTLETS = 6, 3

Row = tuple[int, int, str, int | None, int, int, int]
"""Subject, object, type, day (None for none), days that it lasts, day of the report, outlet."""

ROWS = st.lists(
    st.tuples(
        st.integers(0, ACTORS - 1),
        st.integers(0, ACTORS - 1),
        st.sampled_from(TYPES),
        st.one_of(st.none(), st.integers(0, 5)),
        st.integers(0, 3),
        st.integers(0, 5),
        st.integers(0, OUTLETS - 1),
    ).filter(lambda row: row[0] != row[1]),
    min_size=1,
    max_size=16,
)
DAYS = st.one_of(st.none(), st.integers(0, 6).map(lambda number: FIRST + datetime.timedelta(days=number)))


@st.composite
def asked(draw: st.DrawFn) -> tuple[View, Walk]:
    """A question; the ids of actors in it are numbers, for the graph to give."""
    some = st.lists(st.integers(2, ACTORS - 1).map(str), max_size=2, unique=True)
    only = draw(st.lists(st.sampled_from(TYPES), max_size=3, unique=True))
    view = replace(
        traversable(only),
        since=draw(DAYS),
        until=draw(DAYS),
        as_of=draw(DAYS),
        known_at=draw(DAYS),
        without=tuple(draw(st.lists(st.integers(0, OUTLETS - 1).map(str), max_size=1))),
        min_origins=draw(st.sampled_from([1, 1, 2])),
        lowest=draw(st.sampled_from([-10.0, -10.0, -5.0, 0.1])),
        highest=draw(st.sampled_from([10.0, 10.0, 0.0])),
    )
    in_time = draw(st.booleans())
    via = draw(some)
    walk = Walk(
        paths=draw(st.sampled_from([1, 2, 100])),
        most_hops=draw(st.integers(1, 5)),
        directed=draw(st.booleans()),
        via=tuple(via),
        avoid=tuple(one for one in draw(some) if one not in via),
        rank=draw(st.sampled_from([rank for rank in Rank if in_time or rank is not Rank.EARLIEST])),
        in_time=in_time,
        max_gap=draw(st.one_of(st.none(), st.integers(0, 2))) if in_time else None,
    )
    return view, walk


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(rows=ROWS, question=asked(), same=st.one_of(st.none(), st.integers(2, ACTORS - 1)))
def test_paths_are_those_that_a_search_of_all_paths_finds(
    store: Store, rows: list[Row], question: tuple[View, Walk], same: int | None
) -> None:
    name = f"example-{next(EXAMPLES)}-"
    store.write(list(records(name, rows)))
    decided = merged((f"{name}{same}", f"{name}1")) if same is not None else None
    view, walk = question
    gone = {str(same)} if same is not None else set()
    walk = replace(
        walk,
        via=tuple(f"{name}{one}" for one in walk.via if one not in gone),
        avoid=tuple(f"{name}{one}" for one in walk.avoid if one not in gone),
    )
    view = replace(view, without=tuple(f"{name}outlet-{one}" for one in view.without), standing=Standing(decided))
    start, goal = f"{name}0", f"{name}1"
    expected = sorted(searched(start, goal, name, rows, view, walk))
    if walk.rank is Rank.HOPS and expected:
        expected = [one for one in expected if one[1] <= expected[0][1] + DETOUR]
    if not expected:
        with pytest.raises(NoPath):
            find_paths(store, start, goal, view, walk)
        return
    found = find_paths(store, start, goal, view, walk)
    rank_of = {actors: rank for rank, _, actors in expected}
    assert [(rank_of[actors_of(path)], len(path.hops)) for path in found] == [
        (rank, hops) for rank, hops, _ in expected[: walk.paths]
    ]
    if fits(view, walk):
        assert found == tell(store, [actors_of(path) for path in found], view, walk)
    if len(expected) <= walk.paths:
        assert {actors_of(path) for path in found} == set(rank_of)
    if walk.in_time:
        assert all(days_run_forward(path, walk) for path in found)


def actors_of(path: Path) -> tuple[str, ...]:
    return (path.hops[0].start, *(hop.goal for hop in path.hops))


def days_run_forward(path: Path, walk: Walk) -> bool:
    days = [hop.walked or datetime.date.min for hop in path.hops]
    gaps = [(after - before).days for before, after in itertools.pairwise(days)]
    return all(gap >= 0 and (walk.max_gap is None or gap <= walk.max_gap) for gap in gaps)


def records(name: str, rows: Sequence[Row]) -> Iterator[Record]:
    """A report for each row."""
    actors = tuple(Actor(id=f"{name}{number}", name=f"Number {number}") for number in range(ACTORS))
    outlets = tuple(
        Actor(id=f"{name}outlet-{number}", name=f"Outlet {number}", kind=ActorKind.OUTLET) for number in range(OUTLETS)
    )
    for number, (subject, target, kind, day, lasts, reported, outlet) in enumerate(dict.fromkeys(rows)):
        on = None if day is None else FIRST + datetime.timedelta(days=day)
        ends = on + datetime.timedelta(days=lasts) if on and lasts and kind == "TRUSTS" else None
        report = Report(
            sha256=text_hash(f"{name}{number}"),
            published=FIRST + datetime.timedelta(days=reported),
            outlet=outlets[outlet].id,
        )
        claim = Claim(
            report=report.id,
            type=kind,
            subject=Mention(actor=f"{name}{subject}"),
            object=Mention(actor=f"{name}{target}"),
            when=When(on=on, until=ends),
            quote="so it is told",
            extractor="by hand",
            attribution=(Attribution(actor=outlets[outlet].id),),
        )
        yield Record(report=report, claims=(claim,), actors=(*actors, *outlets))


def searched(
    start: str, goal: str, name: str, rows: Sequence[Row], view: View, walk: Walk
) -> Iterator[tuple[float, int, tuple[str, ...]]]:
    """Every path that is asked for: what it is ranked by (the less the better), its hops and its actors."""
    pieces = []
    for record in records(name, rows):
        [claim] = record.claims
        published = record.report.published
        if (view.known_at and published and published > view.known_at) or record.report.outlet in view.without:
            continue
        piece = evidence(claim, published)
        assert piece
        ends = [view.standing.known(end) for end in (claim.subject.actor, claim.object.actor if claim.object else "")]
        if ends[0] != ends[1]:
            first, second = sorted(ends) if claim.type == "MEETS" else ends
            pieces.append(piece._replace(group=(first, claim.type, second)))
    joined: dict[tuple[str, str], list[Relation]] = {}
    for relation in project(pieces).relations:
        if view.admits(relation):
            joined.setdefault((relation.subject, relation.object), []).append(relation)
            if not walk.directed:
                joined.setdefault((relation.object, relation.subject), []).append(relation)
    actors = sorted({view.standing.known(f"{name}{number}") for number in range(ACTORS)} - {start, goal, *walk.avoid})
    for inner in range(walk.most_hops):
        for between in itertools.permutations(actors, inner):
            row = (start, *between, goal)
            steps = list(itertools.pairwise(row))
            if set(walk.via) <= set(between) and all(step in joined for step in steps):
                rank = ranked([joined[step] for step in steps], view, walk)
                if rank is not None:
                    yield rank, len(steps), row


def ranked(hops: Sequence[Sequence[Relation]], view: View, walk: Walk) -> float | None:
    """By what a path is ranked, the less the better; None where its days run backwards."""
    arrives = 0
    if walk.in_time:
        days = [arrival for chosen in itertools.product(*hops) if (arrival := earliest(chosen, view, walk)) is not None]
        if not days:
            return None
        arrives = min(days)
    worst: Mapping[Rank, float] = {Rank.HOPS: 0.0, Rank.EARLIEST: float(arrives)}
    if walk.rank in worst:
        return worst[walk.rank]
    values = {
        Rank.SUPPORT: lambda relation: relation.origins,
        Rank.RECENT: lambda relation: last_day(relation, view),
        Rank.HOSTILE: lambda relation: -relation.valence,
        Rank.FRIENDLY: lambda relation: relation.valence,
    }[walk.rank]
    if not walk.in_time:
        return -float(min(max(map(values, hop)) for hop in hops))
    fitting = (chosen for chosen in itertools.product(*hops) if earliest(chosen, view, walk) is not None)
    return -float(max(min(map(values, chosen)) for chosen in fitting))


def last_day(relation: Relation, view: View) -> int:
    held = span(relation, view.lasting)
    return held[1].toordinal() if held else 0


def earliest(chosen: Sequence[Relation], view: View, walk: Walk) -> int | None:
    """The earliest day on which the last of some relations can be walked after the others; None where none is."""
    reached: set[int] | None = None
    for relation in chosen:
        held = span(relation, view.lasting)
        if held is None:
            return None
        window = range(
            max(held[0], FIRST).toordinal(), min(held[1], FIRST + datetime.timedelta(days=20)).toordinal() + 1
        )
        gap = 10_000 if walk.max_gap is None else walk.max_gap
        reached = {day for day in window if reached is None or any(0 <= day - before <= gap for before in reached)}
        if not reached:
            return None
    return min(reached or {0})
