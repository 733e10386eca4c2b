from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from graph.errors import Misuse, RapportError
from graph.reading import check_plan
from graph.settings import Address, Limits
from graph.store import Store
from queries.exports.records import write_records

REFUSED: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("refused.yaml").read_text("utf-8"))
LONG = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x * y = -1 RETURN count(*) AS never"
"""A question that takes minutes, and no memory."""

EVERY = [statement for statements in REFUSED.values() for statement in statements]
READS = [
    "MATCH (a:Actor) RETURN count(a)",
    "CYPHER 5 MATCH (a:Actor) RETURN count(a)",
    "// how many\nMATCH (a:Actor) RETURN count(a)",
    "SHOW INDEXES",
    "SHOW CONSTRAINTS",
    "SHOW PROCEDURES YIELD name RETURN name",
    "CALL db.labels()",
    "CALL db.schema.visualization()",
    "CALL db.index.fulltext.queryNodes('claim_quote', 'raids') YIELD node RETURN node.quote",
    "MATCH (ai:Actor) RETURN ai.name",
]


def contents(store: Store) -> list[dict[str, object]]:
    return store.cypher(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relationships"
    )


def refused(store: Store, statements: list[str]) -> dict[str, str]:
    """What is said to each statement that is refused as misuse; others raise, or are missing."""
    said = {}
    for statement in statements:
        try:
            store.cypher(statement)
        except Misuse as misuse:
            said[statement] = str(misuse)
    return said


def test_whatever_changes_the_store_is_refused_and_changes_nothing(told: Store) -> None:
    before = contents(told), told.cypher("SHOW INDEXES YIELD name")
    said = refused(told, REFUSED["writes"])
    assert list(said) == REFUSED["writes"]
    assert set(said.values()) == {"This statement changes the store: run it with --write (write=True in Python)."}
    assert (contents(told), told.cypher("SHOW INDEXES YIELD name")) == before


def test_administration_is_refused(told: Store) -> None:
    assert list(refused(told, REFUSED["administration"])) == REFUSED["administration"]


def test_whatever_makes_the_server_fetch_an_address_is_refused(told: Store) -> None:
    said = refused(told, REFUSED["fetches"])
    assert list(said) == REFUSED["fetches"]
    assert "LOAD CSV makes the server fetch an address" in said[REFUSED["fetches"][0]]


@pytest.mark.parametrize("sort", ["by_version", "no_statement"])
def test_neither_an_escape_nor_a_second_statement_slips_by(told: Store, sort: str) -> None:
    before = contents(told)
    assert list(refused(told, REFUSED[sort])) == REFUSED[sort]
    assert contents(told) == before


def test_the_command_refuses_every_one_of_them(rapport: Callable[..., str], told: Store) -> None:
    before = contents(told), told.cypher("SHOW INDEXES YIELD name")
    assert len(EVERY) >= 60
    for statement in EVERY:
        with pytest.raises(Misuse):
            rapport("cypher", statement)
    assert (contents(told), told.cypher("SHOW INDEXES YIELD name")) == before


def test_a_question_that_takes_too_long_is_ended_by_the_server(told: Store, server: Address) -> None:
    brief = Store(server.uri, server.username, server.password, limits=Limits(seconds=0.5))
    with brief, pytest.raises(RapportError, match=r"ended the question after 0\.5 s"):
        brief.cypher(LONG)


def test_an_answer_with_too_many_rows_is_refused_and_not_cut(rapport: Callable[..., str]) -> None:
    statement = "UNWIND range(1, 11) AS x RETURN x"
    with pytest.raises(RapportError, match="more than 10 rows"):
        rapport("cypher", statement, "--rows", "10")
    assert len(json.loads(rapport("cypher", statement, "--rows", "11"))) == 11
    assert len(json.loads(rapport("cypher", statement, "--rows", "0"))) == 11


def test_what_was_written_is_taken_back_where_it_gives_too_many_rows(told: Store, rapport: Callable[..., str]) -> None:
    before = contents(told)
    for rows in (11, 20_000):
        statement = f"UNWIND range(1, {rows}) AS x CREATE (n:Thing {{x: x}}) RETURN n.x"
        with pytest.raises(RapportError, match="more than 10 rows"):
            rapport("cypher", statement, "--write", "--rows", "10")
        assert contents(told) == before


def test_what_was_written_is_taken_back_where_it_takes_too_long(told: Store, server: Address) -> None:
    before = contents(told)
    brief = Store(server.uri, server.username, server.password, limits=Limits(seconds=0.5))
    with brief, pytest.raises(RapportError, match=r"ended the question after 0\.5 s"):
        brief.cypher(
            f"CREATE (:Thing) WITH 1 AS one {LONG}",
            write=True,
        )
    assert contents(told) == before


def test_a_statement_that_commits_in_parts_can_be_run(told: Store) -> None:
    told.cypher("UNWIND range(1, 5) AS x CALL (x) { CREATE (:Thing {x: x}) } IN TRANSACTIONS OF 2 ROWS", write=True)
    assert told.cypher("MATCH (n:Thing) RETURN count(n) AS things") == [{"things": 5}]


def test_what_goes_by_row_by_row_has_limits_of_its_own(told: Store, server: Address, tmp_path: Path) -> None:
    narrow = Store(server.uri, server.username, server.password, export_limits=Limits(0, 2, "RAPPORT_EXPORT"))
    with narrow:
        with pytest.raises(RapportError, match=r"more than 2 rows.*RAPPORT_EXPORT_ROWS"):
            list(narrow.stream("MATCH (c:Claim) RETURN c.id AS id"))
        with pytest.raises(RapportError, match="more than 2 rows"):
            write_records(narrow, tmp_path / "backup.jsonl")
        assert not any(tmp_path.iterdir())
    brief = Store(server.uri, server.username, server.password, export_limits=Limits(1e-9, 0, "RAPPORT_EXPORT"))
    with brief, pytest.raises(RapportError, match="RAPPORT_EXPORT_SECONDS"):
        write_records(brief, tmp_path / "backup.jsonl")


def test_a_stream_that_takes_too_long_is_ended_by_the_server(told: Store, server: Address) -> None:
    brief = Store(server.uri, server.username, server.password, export_limits=Limits(0.5, 0, "RAPPORT_EXPORT"))
    with brief, pytest.raises(RapportError, match=r"after 0\.5 s: .*RAPPORT_EXPORT_SECONDS"):
        list(brief.stream(LONG))


def test_a_graph_for_networkx_is_bound_as_other_answers_are(told: Store, server: Address) -> None:
    narrow = Store(server.uri, server.username, server.password, limits=Limits(0, 2))
    with narrow, pytest.raises(RapportError, match="more than 2 rows"):
        narrow.to_networkx()


def test_the_environment_sets_the_limits(rapport: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_QUERY_ROWS", "3")
    with pytest.raises(RapportError, match="more than 3 rows"):
        rapport("cypher", "UNWIND range(1, 4) AS x RETURN x")
    monkeypatch.setenv("RAPPORT_QUERY_ROWS", "many")
    with pytest.raises(Misuse, match="'many'"):
        rapport("cypher", "RETURN 1")


def test_questions_to_the_graph_are_answered(told: Store) -> None:
    for statement in READS:
        assert told.cypher(statement)


@pytest.mark.parametrize(
    ("operator", "details"),
    [
        ("Projection", "apoc.cypher.runFirstColumnMany($autostring_0, {}) AS x"),
        ("Filter", "`genai`.`vector`.encode($text, $provider) IS NOT NULL"),
        ("ProcedureCall", "apoc.load.json($autostring_0) :: (value :: MAP)"),
        ("ProcedureCall", "apoc.when($condition, $text) :: (value :: MAP)"),
    ],
)
def test_plugins_that_run_text_or_reach_out_are_refused(operator: str, details: str) -> None:
    # The servers of these tests have no plugins, so the plans are told as Neo4j writes them.
    inner = {"operatorType": f"{operator}@neo4j", "args": {"Details": details}}
    with pytest.raises(Misuse):
        check_plan({"operatorType": "ProduceResults@neo4j", "args": {}, "children": [inner]})


def test_what_is_no_cypher_is_misuse_in_one_line(told: Store) -> None:
    with pytest.raises(Misuse, match=r"^Neo4j cannot run this statement: .+") as caught:
        told.cypher("MATCH (a RETURN a")
    assert "\n" not in str(caught.value)


def test_the_command_answers_with_parameters_read_as_json_or_text(rapport: Callable[..., str]) -> None:
    statement = "RETURN $id AS id, $n + 1 AS n, $list[1] AS second, $day AS day"
    given = ["id=ISR", "n=4", 'list=["a", "b"]', "day=2024-10-01"]
    options = [option for pair in given for option in ("--param", pair)]
    assert json.loads(rapport("cypher", statement, *options)) == [
        {"id": "ISR", "n": 5, "second": "b", "day": "2024-10-01"}
    ]


def test_the_command_reads_the_statement_from_standard_input(
    rapport: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"MATCH (a:Actor)\nRETURN count(a) AS actors;\n"))
    )
    assert json.loads(rapport("cypher", "-")) == [{"actors": 9}]


def test_the_command_writes_only_when_told_to(rapport: Callable[..., str], told: Store) -> None:
    with pytest.raises(Misuse, match="--write"):
        rapport("cypher", "CREATE (:Note {id: 1})")
    rapport("cypher", "CREATE (:Note {id: 1})", "--write")
    assert told.cypher("MATCH (n:Note) RETURN count(n) AS notes") == [{"notes": 1}]


@pytest.mark.parametrize(
    "words",
    [
        ("",),
        ("  ;",),
        ("RETURN 1", "--param", "x"),
        ("RETURN 1", "-p", "x=1", "-p", "x=2"),
        ("RETURN $x", "-p", "x=" + "9" * 19),
    ],
)
def test_a_call_that_cannot_be_meant_is_misuse(rapport: Callable[..., str], words: tuple[str, ...]) -> None:
    with pytest.raises(Misuse):
        rapport("cypher", *words)
