from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path as Path_
from typing import get_type_hints

import pytest

from graph.errors import Misuse, NoPath
from graph.store import Store
from queries import path_command
from queries.pathfinding.walk import Rank, Walk
from queries.paths import Path, find_paths, traversable
from tests.queries.reported import day


def actors_of(path: Path) -> tuple[str, ...]:
    return (path.hops[0].start, *(hop.goal for hop in path.hops))


def phrases(path: Path) -> list[str]:
    return [hop.phrase for hop in path.hops]


def test_a_hop_reads_in_the_direction_in_which_it_is_walked(told: Store) -> None:
    [path] = find_paths(told, "hezbollah", "USA", traversable(), Walk(paths=1))
    assert actors_of(path) == ("hezbollah", "ISR", "USA")
    assert phrases(path) == ["is struck by", "is distrusted by"]
    assert (path.hops[0].subject, path.hops[0].object) == ("ISR", "hezbollah")


def test_a_hop_shows_its_strongest_relation_and_counts_the_others(told: Store) -> None:
    [path] = find_paths(told, "ISR", "hezbollah", traversable(), Walk(paths=1))
    [hop] = path.hops
    assert (hop.on, hop.claims, hop.relations, hop.disputed) == (day("2024-09-23"), 2, 2, True)


def test_the_quote_of_a_hop_is_the_surest_claim_that_asserts_it(told: Store) -> None:
    [path] = find_paths(told, "ISR", "hezbollah", traversable(), Walk(paths=1))
    [hop] = path.hops
    assert hop.quote == "a day of raids"
    assert [source.name for source in hop.attribution] == ["TASS", "Axios", "United States"]
    assert (hop.attribution[-1].anonymous, hop.attribution[-1].count) == (True, 4)
    assert (hop.outlet, hop.url, hop.published) == ("TASS", "https://tass.example/2024-10-03", day("2024-10-03"))


def test_the_hops_of_one_path_are_told_as_those_of_several(told: Store) -> None:
    for ends in (("hezbollah", "USA"), ("IRN", "hezbollah"), ("ISR", "USA")):
        [alone] = find_paths(told, *ends, traversable(), Walk(paths=1))
        assert alone in find_paths(told, *ends, traversable(), Walk(paths=10))


def test_no_path_runs_over_what_another_program_drew(told: Store) -> None:
    told.cypher("MATCH (a:Actor {id: 'hezbollah'}), (b:Actor {id: 'USA'}) CREATE (a)-[:STRIKES]->(b)", write=True)
    [path] = find_paths(told, "hezbollah", "USA", traversable(), Walk(paths=1))
    assert actors_of(path) == ("hezbollah", "ISR", "USA")


def test_a_threat_joins_nobody(told: Store) -> None:
    assert all(len(path.hops) > 1 for path in find_paths(told, "USA", "IRN", traversable(), Walk(paths=10)))


def test_no_path_runs_through_an_outlet_that_only_reports(told: Store) -> None:
    with pytest.raises(NoPath):
        find_paths(told, "tass", "axios", traversable())


def test_a_directed_path_runs_from_subject_to_object(told: Store) -> None:
    along = Walk(paths=1, directed=True)
    [path] = find_paths(told, "USA", "hezbollah", traversable(), along)
    assert phrases(path) == ["distrusts", "strikes"]
    with pytest.raises(NoPath):
        find_paths(told, "hezbollah", "USA", traversable(), along)


def test_a_longer_path_follows_where_there_are_too_few_short_ones(told: Store) -> None:
    found = find_paths(told, "IRN", "hezbollah", traversable(), Walk(paths=5))
    assert [actors_of(path) for path in found] == [("IRN", "hezbollah"), ("IRN", "ISR", "hezbollah")]


def test_only_the_types_that_are_asked_for_are_walked(told: Store) -> None:
    [path] = find_paths(told, "IRN", "hezbollah", traversable(only=["STRIKES"]), Walk(paths=5))
    assert actors_of(path) == ("IRN", "ISR", "hezbollah")
    [path] = find_paths(told, "IRN", "hezbollah", traversable(never=["STRIKES"]), Walk(paths=5))
    assert actors_of(path) == ("IRN", "hezbollah")


def test_a_type_that_carries_no_path_is_refused() -> None:
    with pytest.raises(Misuse, match="MEMBER_OF"):
        traversable(only=["MEMBER_OF"])


def test_a_relation_outside_the_days_joins_nobody(told: Store) -> None:
    late = replace(traversable(only=["STRIKES"]), since=day("2024-09-25"))
    [path] = find_paths(told, "ISR", "hezbollah", late, Walk(paths=1))
    assert path.hops[0].on == day("2024-09-27")
    with pytest.raises(NoPath):
        find_paths(told, "ISR", "hezbollah", replace(late, until=day("2024-09-26")))


def test_a_month_reaches_to_its_last_day(told: Store) -> None:
    talks = traversable(only=["MEETS"])
    assert find_paths(told, "united-nations", "IRN", replace(talks, since=day("2024-09-30")))
    with pytest.raises(NoPath):
        find_paths(told, "united-nations", "IRN", replace(talks, since=day("2024-10-01")))


def test_an_actor_is_not_joined_to_itself(told: Store) -> None:
    with pytest.raises(Misuse, match="two actors"):
        find_paths(told, "ISR", "ISR", traversable())


def test_an_actor_that_no_report_speaks_of_has_no_path(told: Store) -> None:
    with pytest.raises(NoPath, match="speaks of FJI"):
        find_paths(told, "ISR", "FJI", traversable())


@pytest.mark.parametrize(("paths", "most_hops"), [(0, 6), (1000, 6), (1, 0), (1, 99)])
def test_numbers_out_of_bounds_are_misuse(told: Store, paths: int, most_hops: int) -> None:
    with pytest.raises(Misuse):
        find_paths(told, "ISR", "IRN", traversable(), Walk(paths=paths, most_hops=most_hops))


def test_the_command_prints_a_row_for_each_hop(rapport: Callable[..., str]) -> None:
    rows = json.loads(rapport("path", "hezbollah", "USA", "-k", "1"))
    assert [(row["path"], row["hop"], row["phrase"]) for row in rows] == [
        (1, 1, "is struck by"),
        (1, 2, "is distrusted by"),
    ]


def test_the_command_tells_a_path_in_sentences(rapport: Callable[..., str]) -> None:
    text = " ".join(rapport("path", "hezbollah", "USA", "-k", "1", "--table").split())
    assert "Hezbollah is struck by Israel, 23 September 2024, disputed, 1 more between them" in text
    assert "“a day of raids”" in text
    assert "TASS, citing Axios, citing four unnamed officials of United States; 3 October 2024" in text


def test_without_a_source_a_path_stands_only_on_what_others_say(told: Store) -> None:
    view = replace(traversable(only=["BACKS", "STRIKES"]), without=("axios",))
    [path] = find_paths(told, "IRN", "hezbollah", view, Walk(paths=5))
    assert actors_of(path) == ("IRN", "ISR", "hezbollah")
    assert path.hops[1].quote == "bombs on the suburbs of Beirut"


def test_the_best_supported_path_is_that_whose_weakest_hop_rests_on_the_most_origins(told: Store) -> None:
    found = find_paths(told, "IRN", "hezbollah", traversable(), Walk(rank=Rank.SUPPORT))
    assert [min(hop.origins for hop in path.hops) for path in found] == [2, 1]
    assert actors_of(found[0]) == ("IRN", "ISR", "hezbollah")


def test_days_run_forward_along_a_path_that_respects_time(told: Store) -> None:
    forward = Walk(in_time=True)
    [path] = find_paths(told, "harbour-workers-of-haifa", "hezbollah", traversable(), forward)
    assert [hop.walked for hop in path.hops] == [day("2024-09-02"), day("2024-09-23")]
    with pytest.raises(NoPath):
        find_paths(told, "hezbollah", "harbour-workers-of-haifa", traversable(), forward)
    with pytest.raises(NoPath):
        find_paths(told, "harbour-workers-of-haifa", "hezbollah", traversable(), replace(forward, max_gap=20))


@pytest.mark.parametrize(
    "walk",
    [
        Walk(max_gap=3),
        Walk(rank=Rank.EARLIEST),
        Walk(via=("ISR",)),
        Walk(via=("USA",), avoid=("USA",)),
        Walk(in_time=True, max_gap=-1),
    ],
)
def test_a_walk_that_contradicts_itself_is_misuse(told: Store, walk: Walk) -> None:
    with pytest.raises(Misuse):
        find_paths(told, "ISR", "hezbollah", traversable(), walk)


def test_the_ranks_of_the_command_are_those_that_there_are() -> None:
    assert get_type_hints(path_command.path)["rank"] is Rank
    assert set(path_command.ADJECTIVES) == set(Rank)


def test_the_statement_shows_the_same_relations(rapport: Callable[..., str], told: Store) -> None:
    words = ("path", "hezbollah", "USA", "-k", "2")
    rows = json.loads(rapport(*words))
    [*shown] = told.cypher(rapport(*words, "--cypher"))
    assert {step["id"] for row in shown for step in row["p"] if "subject" in step} == {row["relation"] for row in rows}


def test_the_command_writes_the_paths_as_a_page(rapport: Callable[..., str], tmp_path: Path_) -> None:
    page = tmp_path / "path.html"
    assert str(page) in rapport("path", "hezbollah", "USA", "--html", str(page))
    assert "From Hezbollah to United States" in page.read_text("utf8")
