from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from graph.errors import Misuse
from graph.reading import check_plan
from graph.store import Store

WRITES = [
    "CREATE (:X)",
    "INSERT (:X)",
    "MERGE (:X)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "FOREACH (x IN [1] | CREATE (:X))",
    "UNWIND [1] AS x CALL (x) { CREATE (:X) } IN TRANSACTIONS",
    "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS OF 10 ROWS",
    "CYPHER 5 CREATE (:X)",
    "CREATE INDEX x FOR (n:X) ON (n.y)",
    "DROP INDEX actor_name",
    "CREATE CONSTRAINT x FOR (n:X) REQUIRE n.y IS UNIQUE",
    "DROP CONSTRAINT actor_id",
    "CREATE FULLTEXT INDEX x FOR (n:X) ON EACH [n.y]",
]
ADMINISTRATION = [
    "SHOW USERS",
    "show users",
    "/* all */ SHOW USERS YIELD * RETURN *",
    "SHOW CURRENT USER",
    "SHOW DATABASES",
    "SHOW DEFAULT DATABASE",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "SHOW SERVERS",
    "SHOW ROLES",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "CREATE USER x SET PASSWORD 'abcdefgh'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'abcdefgh'",
    "DROP USER neo4j",
    "CREATE DATABASE x",
    "DROP DATABASE neo4j",
    "STOP DATABASE neo4j",
    "GRANT ROLE x TO neo4j",
    "CREATE ALIAS x FOR DATABASE neo4j",
    "USE system SHOW USERS",
    "PROFILE SHOW USERS",
    "EXPLAIN SHOW USERS",
    "CYPHER 5 SHOW USERS",
    "CYPHER 25 SHOW USERS",
    "CALL dbms.listConfig()",
    "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "MATCH (n) WHERE EXISTS { CALL dbms.listConfig() YIELD name RETURN name } RETURN n",
    "CALL db.clearQueryCaches()",
    "CALL db.createLabel('X')",
    "CALL db.prepareForReplanning()",
    "CALL db.stats.retrieve('GRAPH COUNTS')",
    "CALL dbms.components()",
    "CALL dbms.listConnections()",
    "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.queryJmx('*:*')",
    "CALL tx.setMetaData({a: 1})",
]
FETCHES = [
    "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "load csv from 'file:///etc/passwd' AS row RETURN row",
    "PROFILE LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "CYPHER 25 LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "CALL () { LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row } RETURN row",
    "RETURN COLLECT { LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row } AS x",
    "RETURN EXISTS { LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row } AS x",
    "MATCH (n) RETURN n UNION ALL LOAD CSV FROM 'http://127.0.0.1:1/x' AS n RETURN n",
    "CYPHER 25 WHEN true THEN { LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row } ELSE RETURN 2 AS row",
    "CYPHER 25 MATCH (n) RETURN n NEXT LOAD CSV FROM 'http://127.0.0.1:1/x' AS n RETURN n",
]
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
    said = refused(told, WRITES)
    assert list(said) == WRITES
    assert set(said.values()) == {"This statement changes the store: run it with --write (write=True in Python)."}
    assert (contents(told), told.cypher("SHOW INDEXES YIELD name")) == before


def test_administration_is_refused(told: Store) -> None:
    assert list(refused(told, ADMINISTRATION)) == ADMINISTRATION


def test_whatever_makes_the_server_fetch_an_address_is_refused(told: Store) -> None:
    said = refused(told, FETCHES)
    assert list(said) == FETCHES
    assert "LOAD CSV makes the server fetch an address" in said[FETCHES[0]]


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
