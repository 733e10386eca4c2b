from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from graph import gazetteer
from graph.actor_commands import app
from graph.actors import Actor, actor_id
from graph.errors import AmbiguousName, Misuse, RapportError, UnknownName
from graph.gazetteer_files import read_entries, read_titles, shipped_files
from graph.names import Names

OCTOBER_2024 = datetime.date(2024, 10, 8)
SHIPPED = gazetteer.Gazetteer(read_entries([(path, False) for path in shipped_files()]), read_titles())
NAMES = Names(SHIPPED)


@pytest.fixture(autouse=True)
def _no_files_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RAPPORT_GAZETTEER", raising=False)
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("name", "actor", "how"),
    [
        ("IRN", "IRN", "id"),
        ("irn", "IRN", "id"),
        ("hezbollah", "hezbollah", "id"),
        ("Iran", "IRN", "name"),
        ("the UNITED STATES", "USA", "name"),
        ("Cote d’Ivoire", "CIV", "alias"),
        ("Turkiye", "TUR", "alias"),
        ("Hizbullah", "hezbollah", "alias"),
        ("Iranian", "IRN", "alias"),
        ("Tehran", "IRN", "alias"),
        ("the Zionist entity", "ISR", "alias"),
        ("Israel's", "ISR", "name"),
        ("Georgia", "GEO", "name"),
        ("Netanyahu", "benjamin-netanyahu", "alias"),
        ("Sullivan", "jake-sullivan", "alias"),
        ("Ayatollah Khamenei", "ali-khamenei", "alias"),
        ("US National Security Advisor Jake Sullivan", "jake-sullivan", "name"),
        ("US Secretary of Defense", "lloyd-austin", "role"),
        ("Israeli defence minister", "yoav-gallant", "role"),
        ("Iran's supreme leader", "ali-khamenei", "role"),
        ("Minister of Strategic Affairs of Israel", "ron-dermer", "role"),
        ("NATO chief", "mark-rutte", "role"),
        ("Pentagon chief", "lloyd-austin", "role"),
        ("Hezbolah", "hezbollah", "fuzzy"),
        ("Wall Street Jornal", "wall-street-journal", "fuzzy"),
    ],
)
def test_a_name_finds_its_actor(name: str, actor: str, how: str) -> None:
    match = NAMES.find(name, OCTOBER_2024)
    assert (match.actor.id, match.how) == (actor, how)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Radosław Sikorski", "radoslaw-sikorski"),
        ("Binali Yıldırım", "binali-yildirim"),
        ("Jonas Gahr Støre", "jonas-gahr-store"),
        ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Acme™", "acmetm"),
    ],
)
def test_an_id_keeps_every_letter_of_its_name_in_its_plain_form(name: str, identifier: str) -> None:
    assert actor_id(name) == identifier


def test_a_match_says_which_form_it_rests_on() -> None:
    assert NAMES.find("hizbullah").matched == "Hizbullah"


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Congo", {"COD", "COG"}),
        ("Korea", {"KOR", "PRK"}),
        ("Brussels", {"BEL", "european-union"}),
        ("Clinton", {"bill-clinton", "hillary-clinton"}),
    ],
)
def test_an_ambiguous_name_gives_its_candidates(name: str, candidates: set[str]) -> None:
    with pytest.raises(AmbiguousName) as refused:
        NAMES.find(name, OCTOBER_2024)
    assert {actor for actor, _ in refused.value.candidates} == candidates
    assert refused.value.exit_code == 2


def test_a_surname_is_that_of_the_person_in_office() -> None:
    assert NAMES.find("Clinton", datetime.date(1999, 5, 1)).actor.id == "bill-clinton"
    assert NAMES.find("Clinton", datetime.date(2011, 5, 1)).actor.id == "hillary-clinton"


def test_an_office_is_that_of_the_day() -> None:
    assert NAMES.find("US Secretary of Defense", datetime.date(2026, 2, 1)).actor.id != "lloyd-austin"


def test_an_office_that_stood_empty_suggests_who_held_it() -> None:
    with pytest.raises(UnknownName, match="hassan-nasrallah"):
        NAMES.find("Hezbollah leader", OCTOBER_2024)


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"Did you mean.*benjamin-netanyahu"):
        NAMES.find("Netanyaho")


def test_a_slip_that_fits_two_names_is_not_decided() -> None:
    with pytest.raises(UnknownName) as refused:
        NAMES.find("Austrila")
    assert {"AUT", "AUS"} <= {actor for actor, _ in refused.value.suggestions}


@pytest.mark.parametrize("name", ["", "   ", "\x00\x1b"])
def test_an_empty_name_is_refused(name: str) -> None:
    with pytest.raises(Misuse, match="empty"):
        NAMES.find(name)


def test_an_error_shows_no_control_character_of_the_name() -> None:
    with pytest.raises(UnknownName) as refused:
        NAMES.find("no\x1b[31msuch\u202eactor")
    assert str(refused.value).isprintable()


def test_an_endless_name_is_refused_in_a_short_sentence() -> None:
    with pytest.raises(UnknownName) as refused:
        NAMES.find("x" * 5_000_000)
    assert len(str(refused.value)) < 100


def test_actors_of_a_graph_are_found_beside_those_of_the_gazetteer() -> None:
    names = Names(SHIPPED, [Actor(id="ruritania-club", name="Ruritania Club", aliases=("RurClub",))])
    assert names.find("ruritania club").actor.name == "Ruritania Club"
    assert names.find("ruritania-club").how == "id"
    assert names.find("rurclub").how == "alias"


def test_names_of_a_graph_for_a_known_actor_lead_to_the_gazetteers_entry() -> None:
    names = Names(SHIPPED, [Actor(id="hezbollah", name="The Lebanese Resistance Party")])
    match = names.find("lebanese resistance party")
    assert match.actor == SHIPPED.actor("hezbollah")


def ids_found(name: str) -> set[str]:
    """The actors that a name finds, those of an ambiguous name included; none where it is refused otherwise."""
    try:
        return {NAMES.find(name, OCTOBER_2024).actor.id}
    except AmbiguousName as refused:
        return {actor for actor, _ in refused.candidates}
    except RapportError:
        return set()


@given(st.text(max_size=60))
def test_whatever_is_typed_raises_nothing_but_what_rapport_raises(name: str) -> None:
    assert ids_found(name) <= SHIPPED.entries.keys()


@pytest.mark.parametrize("spell", [str, str.upper, str.lower])
def test_the_name_of_any_entry_finds_it_or_is_said_to_be_ambiguous(spell: Callable[[str], str]) -> None:
    lost = [entry.id for entry in SHIPPED.entries.values() if entry.id not in ids_found(spell(entry.name))]
    assert lost == []


def test_the_command_finds_an_office() -> None:
    ran = CliRunner().invoke(app, ["find", "Israeli defence minister", "--on", "2024-10-08"])
    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["id"] == "yoav-gallant"


def test_the_command_shows_an_actor_with_its_offices() -> None:
    ran = CliRunner().invoke(app, ["show", "hezbollah", "--no-json"])
    assert "Secretary General: Hassan Nasrallah (1992-02-16 to 2024-09-27)" in ran.stdout


def test_the_command_lists_by_kind_and_country() -> None:
    ran = CliRunner().invoke(app, ["list", "--kind", "armed-group", "--country", "lbn", "--json"])
    rows = json.loads(ran.stdout)
    assert "hezbollah" in {row["id"] for row in rows}
    assert {(row["kind"], row["country"]) for row in rows} == {("armed-group", "LBN")}


@pytest.mark.parametrize("arguments", [["find", "Iran", "--on", "2024-02-30"], ["list", "--kind", "club"]])
def test_the_command_refuses_what_makes_no_sense(arguments: list[str]) -> None:
    ran = CliRunner().invoke(app, arguments)
    assert isinstance(ran.exception, Misuse)
