"""The local Neo4j: it starts once, serves every command, survives accidents and leaves when nobody needs it."""

from __future__ import annotations

import neo4j

from graph.settings import Address


def test_each_neo4j_of_the_contract_answers_a_query(server: Address):
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
