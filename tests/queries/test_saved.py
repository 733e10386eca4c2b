from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import gazetteer
from graph.claims import Modality
from graph.errors import AmbiguousName, Misuse, UnknownName
from graph.records import Record
from graph.store import Store
from queries.assignments import pairs
from queries.options import RollUp
from queries.parameters import ParameterType, value
from queries.saved import SHIPPED, SavedQuery, files, find, read, run
from queries.shorthand import BUILT_IN, spelled_out
from queries.standing import Standing, standing
from queries.view import seen_types
from tests.queries.reported import ACTORS, claim, day, report
from tests.queries.test_seen import merged

SHIPPED_QUERIES = [read(path) for path in sorted(SHIPPED.glob("*.cypher"))]
HEADER = "// title: One\n// answers: More than that.\n"


def asked(store: Store, name: str, **given: str) -> list[dict[str, Any]]:
    return run(store, find(name), given).rows


def written(folder: Path, text: str) -> SavedQuery:
    path = folder / "mine.cypher"
    path.write_text(text, encoding="utf8")
    return read(path)


def test_the_example_of_each_query_works(told: Store) -> None:
    for query in SHIPPED_QUERIES:
        words = [word for word in shlex.split(query.header.example) if word != "--param"]
        run(told, query, pairs(words))


@pytest.mark.parametrize("query", SHIPPED_QUERIES, ids=lambda query: query.name)
def test_each_query_uses_what_its_header_declares(query: SavedQuery) -> None:
    used = set(re.findall(r"\$(\w+)", spelled_out(query.statement))) - BUILT_IN
    assert used == set(query.header.parameters) - BUILT_IN


def test_relations_between_two_actors_come_newest_first(told: Store) -> None:
    rows = asked(told, "relations-between", actor="Hizbullah", other="Israel")
    assert [(row["on"], row["subject"], row["relation"]) for row in rows] == [
        (day("2024-09-27"), "Israel", "STRIKES"),
        (day("2024-09-23"), "Israel", "STRIKES"),
    ]
    assert [row["disputed"] for row in rows] == [False, True]


def test_a_state_without_an_end_lasts_into_any_later_day(told: Store) -> None:
    told.cypher("MATCH ()-[r:BACKS]->() SET r.on = date('2010-01-01')", write=True)
    rows = asked(told, "relations-between", actor="Iran", other="Hezbollah", since="2024-10-01")
    assert [row["relation"] for row in rows] == ["BACKS"]


def test_a_timeline_runs_forward_with_the_surest_quote(told: Store) -> None:
    rows = asked(told, "timeline", actor="Israel", other="Hezbollah")
    assert [(row["on"], row["quote"], row["outlet"]) for row in rows] == [
        (day("2024-09-23"), "a day of raids", "TASS"),
        (day("2024-09-27"), "bombs on the suburbs of Beirut", "TASS"),
    ]


def test_attackers_are_counted_by_pair(told: Store) -> None:
    rows = asked(told, "attackers")
    assert [(row["attacker"], row["attacked"], row["relations"]) for row in rows] == [
        ("Israel", "Hezbollah", 2),
        ("Iran", "Israel", 1),
    ]


def test_claims_behind_a_relation_stand_with_those_against_it(told: Store) -> None:
    relation = asked(told, "disputed")[0]["id"]
    rows = asked(told, "claims-behind", relation=relation[:17])
    assert [(row["says"], row["quote"]) for row in rows] == [
        ("asserts", "jets hit the south"),
        ("asserts", "a day of raids"),
        ("disputes", "no camp was hit"),
    ]
    assert rows[1]["sources"] == ["TASS", "Axios", "4 unnamed of United States"]


def test_a_disputed_relation_shows_both_sides(told: Store) -> None:
    [row] = asked(told, "disputed")
    assert (row["asserted"], row["denied"]) == (2, 1)
    assert (row["assertion"], row["denial"]) == ("a day of raids", "no camp was hit")


def test_claims_on_anonymous_sources_are_those_whose_innermost_source_is(told: Store) -> None:
    rows = asked(told, "anonymous")
    assert {row["quote"] for row in rows} == {"trust has worn thin", "a day of raids", "Washington has doubts"}
    assert {(row["source"], row["count"]) for row in rows} == {("United States", 4)}


def test_the_most_connected_actor_has_relations_with_the_most_others(told: Store) -> None:
    rows = asked(told, "most-connected", limit="2")
    assert [(row["actor"], row["others"]) for row in rows] == [("Israel", 4), ("Iran", 3)]


def test_threats_are_found_although_they_draw_no_edge(told: Store) -> None:
    [row] = asked(told, "intentions", actor="United States")
    assert (row["modality"], row["object"]) == ("threatened", "Iran")


def test_reports_that_rest_on_one_origin_are_told(told: Store) -> None:
    [row] = asked(told, "single-origin")
    assert (row["relation"], row["reports"], row["origin"]) == ("DISTRUSTS", 2, ["unnamed of USA through axios"])


def test_an_actor_that_only_the_store_knows_is_found_by_any_of_its_names(told: Store) -> None:
    for name in ("harbour workers of haifa", "Haifa Dockers", "harbour-workers-of-haifa", "Harbour Workers of Haiffa"):
        answer = run(told, find("rivals"), {"actor": name})
        assert answer.matches[name].actor.id == "harbour-workers-of-haifa"
        assert [row["actor"] for row in answer.rows] == ["Israel"]


@pytest.mark.parametrize("asked_for", ["since", "until"])
def test_an_office_is_that_of_the_day_asked_for(told: Store, asked_for: str) -> None:
    answer = run(told, find("allies"), {"actor": "US Secretary of Defense", asked_for: "2024-10-01"})
    assert answer.matches["US Secretary of Defense"].actor.id == "lloyd-austin"


def test_an_unknown_name_gives_the_nearest(told: Store) -> None:
    with pytest.raises(UnknownName, match="harbour-workers-of-haifa"):
        asked(told, "allies", actor="Harbour Wardens of Haifa")


def test_a_name_that_fits_several_is_misuse(told: Store) -> None:
    with pytest.raises(AmbiguousName):
        asked(told, "allies", actor="Korea")


@pytest.mark.parametrize(
    ("given", "told_so"),
    [
        ({}, "needs actor and other: add --param actor=Israel --param other=Israel"),
        ({"actor": "Israel", "other": "Iran", "colour": "red"}, "no parameter 'colour'; it has: actor, other, type"),
        ({"actor": "Israel", "other": "Iran", "since": "yesterday"}, "'yesterday' is no day"),
        ({"actor": "Israel", "other": "Iran", "limit": "-1"}, "'-1' is no whole number"),
        ({"actor": "Israel", "other": "Iran", "limit": "9" * 30}, "no whole number"),
        ({"actor": "Israel", "other": "Iran", "type": "STRIKEZ"}, "Did you mean STRIKES"),
        ({"actor": "Israel", "other": " "}, "'other' is empty"),
    ],
)
def test_a_wrong_parameter_is_told_in_a_sentence(newest_store: Store, given: dict[str, str], told_so: str) -> None:
    with pytest.raises(Misuse, match=re.escape(told_so)):
        run(newest_store, find("relations-between"), given)


def test_a_relation_type_may_be_written_in_any_case() -> None:
    assert value("type", ParameterType.RELATION_TYPE, "ceases fire-with", str) == "CEASES_FIRE_WITH"


def test_a_query_called_nearly_so_is_named() -> None:
    with pytest.raises(Misuse, match="Did you mean relations-between"):
        find("relation between")


def test_a_query_of_the_user_goes_before_that_of_rapport(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = "// title: My outlets\n// answers: As I like them to be.\n"
    (tmp_path / "outlets.cypher").write_text(f"{header}RETURN 1 AS one;\n")
    monkeypatch.setenv("RAPPORT_QUERIES", str(tmp_path))
    assert (find("outlets").header.title, find("outlets").statement) == ("My outlets", "RETURN 1 AS one")
    assert not find("outlets").shipped
    assert "timeline" in files()


def test_the_data_folder_may_hold_queries_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "mine.cypher").write_text("// title: Mine\n// answers: What I ask for.\nRETURN 1")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path))
    assert find("mine").header.answers == "What I ask for."


def test_a_folder_of_queries_that_is_not_there_is_misuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_QUERIES", "/nowhere/at/all")
    with pytest.raises(Misuse, match="RAPPORT_QUERIES"):
        files()


@pytest.mark.parametrize(
    ("text", "told_so"),
    [
        ("", "begins with a header"),
        ("RETURN 1", "begins with a header"),
        ("// title: Only a header\n// answers: Nothing at all.\n", "goes on with Cypher"),
        ("// title: [\nRETURN 1", "no YAML"),
        ("// just words\nRETURN 1", "off at as a whole"),
        ("// title: No answer\nRETURN 1", "off at answers"),
        (f"{HEADER}// colour: red\nRETURN 1", "off at colour"),
        (f"{HEADER}// parameters: {{n: {{type: integer, about: how many, default: x}}}}\nRETURN 1", "no whole number"),
        (f"{HEADER}// parameters: {{n: {{type: colour, about: which one}}}}\nRETURN 1", "off at parameters.n.type"),
    ],
)
def test_a_broken_file_is_told_by_its_name(tmp_path: Path, text: str, told_so: str) -> None:
    with pytest.raises(Misuse, match=f"^mine.cypher: .*{re.escape(told_so)}"):
        written(tmp_path, text)


def test_a_saved_query_can_only_read(told: Store, tmp_path: Path) -> None:
    query = written(tmp_path, "// title: Not so\n// answers: Throws everything away.\nMATCH (n) DETACH DELETE n")
    with pytest.raises(Misuse, match="changes the store"):
        run(told, query, {})


def test_the_list_leaves_a_broken_file_out_and_says_so(
    rapport: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.cypher").write_text("RETURN 1")
    monkeypatch.setenv("RAPPORT_QUERIES", str(tmp_path))
    names = {row["name"] for row in json.loads(rapport("query", "--list"))}
    assert {"timeline", "attackers"} <= names
    assert "broken" not in names


def test_the_command_gives_rows_as_json_in_a_pipe(rapport: Callable[..., str]) -> None:
    rows = json.loads(rapport("query", "attackers", "--param", "actor=Iran"))
    assert [(row["attacker"], row["first"]) for row in rows] == [("Iran", "2024-10-01")]


def test_about_tells_what_a_query_takes(rapport: Callable[..., str]) -> None:
    text = rapport("query", "timeline", "--about")
    assert "actor (actor, required): one of the two" in text
    assert "Example: rapport query timeline --param actor=Israel" in text


def test_friends_and_rivals_are_weighed(told: Store) -> None:
    assert [(row["actor"], row["valence"]) for row in asked(told, "allies", actor="Iran")] == [
        ("Hezbollah", 7.0),
        ("United Nations", 4.0),
    ]
    assert [(row["actor"], row["relations"]) for row in asked(told, "rivals", actor="Iran")] == [("Israel", 1)]


def test_what_two_actors_have_in_common_is_told(told: Store) -> None:
    rows = asked(told, "in-common", actor="Israel", other="Iran")
    assert [(row["third"], row["with_actor"], row["with_other"]) for row in rows] == [
        ("Hezbollah", ["STRIKES"], ["BACKS"])
    ]


def test_who_speaks_and_what_is_said_is_told(told: Store) -> None:
    assert [(row["relation"], row["object"]) for row in asked(told, "said-by", actor="Iran")] == [("STRIKES", "Israel")]
    speaking = {
        (row["source"], row["claims"], row["disputing"]) for row in asked(told, "sources-of-actor", actor="Hezbollah")
    }
    assert speaking == {("Axios", 2, 0), ("IRNA", 1, 1), ("TASS", 1, 0), ("United States", 1, 0)}
    assert [row["quote"] for row in asked(told, "claims-between", actor="USA", other="Iran")] == [
        "all options stay open"
    ]


def test_outlets_are_counted_and_who_relays_whom(told: Store) -> None:
    assert {(row["outlet"], row["claims"], row["anonymous"]) for row in asked(told, "outlets")} == {
        ("Axios", 6, 1),
        ("TASS", 3, 2),
        ("IRNA", 3, 0),
    }
    assert [(row["relayer"], row["relayed"], row["claims"]) for row in asked(told, "relays")] == [("TASS", "Axios", 2)]


def test_quotes_are_found_by_their_words(told: Store) -> None:
    told.cypher("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", write=True)
    assert {row["quote"] for row in asked(told, "quotes", words="missiles")} == {
        "some 180 missiles",
        "most missiles arrived",
    }


def test_relations_come_best_supported_first(told: Store) -> None:
    rows = asked(told, "relations", actor="Hezbollah")
    assert [(row["type"], row["origins"]) for row in rows] == [("STRIKES", 2), ("BACKS", 1), ("STRIKES", 1)]


def test_go_betweens_are_friends_of_both(told: Store) -> None:
    rows = asked(told, "go-betweens", actor="Hezbollah", other="United Nations")
    assert [(row["actor"], row["with_actor"], row["with_other"]) for row in rows] == [("Iran", 1, 1)]


def test_a_pair_is_told_month_by_month(told: Store) -> None:
    rows = asked(told, "months", actor="Israel", other="Hezbollah")
    assert [(row["month"], row["hostile"], row["valence"]) for row in rows] == [(day("2024-09-01"), 2, -9.5)]


def test_pairs_that_turned_are_told(told: Store) -> None:
    made_in = report("irna", "2024-10-06")
    told.write(
        Record(
            report=made_in,
            claims=(claim(made_in, "ISR MEETS hezbollah", "2024-10-05", "they met"),),
            actors=tuple(ACTORS.values()),
        )
    )
    rows = asked(told, "turned", day="2024-10-01")
    assert [(row["actor"], row["other"], row["before"], row["after"]) for row in rows] == [
        ("Israel", "Hezbollah", -9.5, 4.0)
    ]


def test_blow_and_answer_and_threats_carried_out(told: Store) -> None:
    made_in = report("irna", "2024-10-09")
    warned = report("tass", "2024-10-04")
    told.write(
        [
            Record(
                report=warned,
                claims=(claim(warned, "ISR STRIKES IRN", None, "it will strike", modality=Modality.THREATENED),),
                actors=tuple(ACTORS.values()),
            ),
            Record(
                report=made_in,
                claims=(claim(made_in, "ISR STRIKES IRN", "2024-10-08", "it struck"),),
                actors=tuple(ACTORS.values()),
            ),
        ]
    )
    [answer] = asked(told, "retaliation")
    assert (answer["attacker"], answer["attacked"], answer["days"]) == ("Iran", "Israel", 7)
    [threat] = asked(told, "threats-carried-out")
    assert (threat["subject"], threat["object"], threat["days"]) == ("Israel", "Iran", 4)
    assert not asked(told, "retaliation", days="3")


def test_who_was_first_to_report_is_told(told: Store) -> None:
    rows = asked(told, "first-to-report", actor="Hezbollah")
    assert {(row["outlet"], row["first"], row["days"]) for row in rows} == {("Axios", 1, 9.0), ("TASS", 1, 6.0)}


def test_known_at_a_day_a_query_counts_only_what_had_been_reported(told: Store) -> None:
    view = replace(seen_types(), known_at=day("2024-10-03"))
    rows = run(told, find("relations-between"), {"actor": "Israel", "other": "Hezbollah"}, view).rows
    assert [(row["claims"], row["disputed"]) for row in rows] == [(1, False), (2, False)]
    earlier = replace(view, known_at=day("2024-10-02"))
    rows = run(told, find("relations-between"), {"actor": "Israel", "other": "Hezbollah"}, earlier).rows
    assert [(row["claims"], row["origins"]) for row in rows] == [(1, 1)]
    assert not run(told, find("disputed"), {}, view).rows


def test_as_of_a_day_a_query_leaves_out_what_came_later(told: Store) -> None:
    view = replace(seen_types(), as_of=day("2024-09-25"))
    rows = run(told, find("attackers"), {}, view).rows
    assert [(row["attacker"], row["relations"]) for row in rows] == [("Israel", 1)]


def test_merged_actors_are_one_in_every_query(told: Store) -> None:
    view = replace(seen_types(), standing=Standing(merged(("harbour-workers-of-haifa", "hezbollah"))))
    rows = run(told, find("rivals"), {"actor": "Israel"}, view).rows
    assert [(row["actor"], row["relations"]) for row in rows if row["id"] == "hezbollah"] == [("Hezbollah", 3)]
    assert "harbour-workers-of-haifa" not in {row["id"] for row in rows}
    rows = run(told, find("relations-between"), {"actor": "hezbollah", "other": "Israel"}, view).rows
    assert {row["relation"] for row in rows} == {"STRIKES", "PROTESTS_AGAINST"}


def test_rolled_up_a_query_speaks_of_states(told: Store) -> None:
    made_in = report("axios", "2024-10-06")
    told.write(
        Record(
            report=made_in,
            claims=(claim(made_in, "idf STRIKES hezbollah", "2024-10-05", "the army struck"),),
            actors=(*ACTORS.values(), gazetteer.load().entries["idf"].plain()),
        )
    )
    view = replace(seen_types(), standing=standing(told, RollUp.STATE))
    rows = run(told, find("attackers"), {"actor": "Israel"}, view).rows
    assert [(row["attacker"], row["relations"]) for row in rows] == [("Israel", 3), ("Iran", 1)]


def test_help_behind_a_name_tells_of_the_query_and_alone_of_the_command(rapport: Callable[..., str]) -> None:
    assert "actor (actor, required): one of the two" in rapport("query", "timeline", "--help")
    assert "Ask a saved query" in rapport("query", "--help")


def test_the_command_prints_the_query_as_neo4j_runs_it(rapport: Callable[..., str], told: Store) -> None:
    statement = rapport("query", "outlets", "--cypher")
    assert "rapport." not in statement
    assert len(told.cypher(statement, known_at=None, names={}, renamed={})) == 3


def test_an_unknown_word_of_shorthand_is_misuse() -> None:
    with pytest.raises(Misuse, match=r"no shorthand rapport\.believed"):
        spelled_out("MATCH (a)-[r]->(b) WHERE rapport.believed(r) RETURN r")
