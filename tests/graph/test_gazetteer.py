from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pycountry
import pytest

from graph import gazetteer
from graph.actors import ActorKind
from graph.errors import Misuse, UnknownName
from graph.forms import FormKind, normalised
from graph.gazetteer import Gazetteer
from graph.titles import Titles

OCTOBER_2024 = datetime.date(2024, 10, 8)
ENDS_BEFORE_IT_BEGINS = """
my-club:
  name: Al
  kind: person
  roles: [{title: Boss, of: IRN, relation: LEADS, since: 2024-02-02, until: 2023-01-01}]
"""


@pytest.fixture(autouse=True)
def _no_files_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RAPPORT_GAZETTEER", raising=False)
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "home"))


@pytest.fixture
def shipped() -> Gazetteer:
    return gazetteer.load()


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(Misuse) as refused:
        gazetteer.load([written(folder, text)])
    return str(refused.value)


def forms_of(kind: FormKind, text: str, found: Gazetteer) -> set[str]:
    return {form.actor for form in found.names().get(normalised(text), ()) if form.kind is kind}


def test_every_shipped_row_loads_and_there_are_many(shipped: Gazetteer) -> None:
    kinds = [entry.kind for entry in shipped.entries.values()]
    assert kinds.count(ActorKind.STATE) >= 250
    assert kinds.count(ActorKind.PERSON) >= 150
    assert len(kinds) - kinds.count(ActorKind.STATE) - kinds.count(ActorKind.PERSON) >= 150


def test_every_iso_country_is_a_state_with_a_demonym(shipped: Gazetteer) -> None:
    for country in pycountry.countries:
        state = shipped.actor(country.alpha_3)
        assert state.kind is ActorKind.STATE
        assert state.demonyms, country.alpha_3


@pytest.mark.parametrize("field", ["name", "common_name", "official_name"])
def test_every_name_that_iso_gives_a_country_finds_it(shipped: Gazetteer, field: str) -> None:
    for country in pycountry.countries:
        name = getattr(country, field, None)
        if name:
            called = {form.actor for form in shipped.names().get(normalised(name), ())}
            assert country.alpha_3 in called, name


def test_sovereign_states_have_a_capital_that_stands_for_them(shipped: Gazetteer) -> None:
    sovereign = [entry for entry in shipped.entries.values() if entry.id.isupper() and not entry.part_of]
    lacking = {entry.id for entry in sovereign if not entry.capital}
    assert lacking == {"ATA", "SYC"}  # "Victoria" is nearly always another place or a person


def test_a_wikidata_id_stands_once(shipped: Gazetteer) -> None:
    items = [entry.wikidata for entry in shipped.entries.values() if entry.wikidata]
    assert len(items) == len(set(items)) > 200


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Iranian", FormKind.DEMONYM, "IRN"),
        ("Israelis", FormKind.DEMONYM, "ISR"),
        ("Tehran", FormKind.METONYM, "IRN"),
        ("the Kremlin", FormKind.METONYM, "RUS"),
        ("Ramallah", FormKind.METONYM, "PSE"),
        ("the Jewish state", FormKind.DESCRIPTION, "ISR"),
        ("the Islamic republic", FormKind.DESCRIPTION, "IRN"),
        ("Burma", FormKind.ALIAS, "MMR"),
        ("U.S.", FormKind.ALIAS, "USA"),
        ("Hizballah", FormKind.ALIAS, "hezbollah"),
        ("Ansar Allah", FormKind.ALIAS, "houthis"),
        ("Daesh", FormKind.ALIAS, "islamic-state"),
        ("Israeli General Staff", FormKind.ALIAS, "idf"),
        ("Zelensky", FormKind.SURNAME, "volodymyr-zelenskyy"),
        ("Xi", FormKind.SURNAME, "xi-jinping"),
        ("Assad", FormKind.SURNAME, "bashar-al-assad"),
    ],
)
def test_forms_stand_in_the_index_with_their_kind(shipped: Gazetteer, text: str, kind: FormKind, actor: str) -> None:
    assert actor in forms_of(kind, text, shipped)


def test_names_that_look_like_plain_words_ask_for_their_capitals(shipped: Gazetteer) -> None:
    cased = {form.written: form.cased for key in ("us", "who", "iran") for form in shipped.names()[key]}
    assert cased["US"]
    assert cased["WHO"]
    assert not cased["Iran"]


def test_a_capital_of_a_territory_stands_for_no_government(shipped: Gazetteer) -> None:
    assert forms_of(FormKind.METONYM, "Hamilton", shipped) == set()


@pytest.mark.parametrize(("day", "state"), [(datetime.date(1999, 4, 1), "YUG"), (datetime.date(2024, 4, 1), "SRB")])
def test_belgrade_is_whichever_state_existed_on_the_day(shipped: Gazetteer, day: datetime.date, state: str) -> None:
    assert {form.actor for form in shipped.called("Belgrade", day)} == {state}


@pytest.mark.parametrize(
    ("title", "of", "day", "holder"),
    [
        ("Secretary of Defense", "USA", "2024-10-08", "lloyd-austin"),
        ("defence minister", "ISR", "2024-10-08", "yoav-gallant"),
        ("Minister of Strategic Affairs", "ISR", "2024-10-08", "ron-dermer"),
        ("supreme leader", "IRN", "2024-10-08", "ali-khamenei"),
        ("top diplomat", "IRN", "2024-10-08", "abbas-araghchi"),
        ("leader", "ISR", "2024-10-08", "benjamin-netanyahu"),
        ("secretary general", "hezbollah", "2024-09-27", "hassan-nasrallah"),
        ("politburo head", "hamas", "2024-07-30", "ismail-haniyeh"),
        ("foreign minister", "USA", "1998-01-01", "madeleine-albright"),
        ("president", "USA", "2021-01-20", "joe-biden"),
    ],
)
def test_an_office_has_its_holder_of_the_day(shipped: Gazetteer, title: str, of: str, day: str, holder: str) -> None:
    found = shipped.holder(title, of, datetime.date.fromisoformat(day))
    assert found is not None
    assert found.id == holder


def test_an_office_that_nobody_held_on_the_day_has_no_holder(shipped: Gazetteer) -> None:
    assert shipped.holder("secretary general", "hezbollah", OCTOBER_2024) is None


def test_lloyd_austin_is_no_longer_secretary_in_2026(shipped: Gazetteer) -> None:
    found = shipped.holder("Secretary of Defense", "USA", datetime.date(2026, 2, 1))
    assert found is not None
    assert found.id != "lloyd-austin"


def test_roles_on_a_day_name_their_holders(shipped: Gazetteer) -> None:
    held = {(entry.id, role.title) for entry, role in shipped.roles_on(OCTOBER_2024)}
    assert ("jake-sullivan", "National Security Advisor") in held
    assert ("mike-waltz", "National Security Advisor") not in held


def test_an_id_that_is_no_entry_is_refused(shipped: Gazetteer) -> None:
    with pytest.raises(UnknownName):
        shipped.actor("atlantis")


def test_a_users_file_adds_an_entry(tmp_path: Path) -> None:
    added = gazetteer.load([written(tmp_path, "ruritania-army: {name: Ruritania Army, kind: body, country: DEU}")])
    assert added.actor("ruritania-army").name == "Ruritania Army"
    assert forms_of(FormKind.NAME, "ruritania army", added) == {"ruritania-army"}


def test_a_users_file_adds_an_alias_and_ends_an_office(tmp_path: Path) -> None:
    text = (
        "hezbollah: {aliases: [Hisbollah]}\n"
        "eyal-zamir:\n"
        "  roles: [{title: Chief of Staff, of: idf, relation: LEADS, since: 2025-03-05, until: 2026-01-31}]\n"
    )
    added = gazetteer.load([written(tmp_path, text)])
    assert "Hisbollah" in added.actor("hezbollah").aliases
    assert "Hizbullah" in added.actor("hezbollah").aliases
    assert added.holder("chief of staff", "idf", datetime.date(2026, 6, 1)) is None


@pytest.mark.parametrize("by", ["RAPPORT_GAZETTEER", "RAPPORT_HOME"])
def test_a_users_file_is_found_through_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    path = written(folder, "my-own-club: {name: My Own Club, kind: organisation, country: NGO}")
    monkeypatch.setenv(by, str(path if by == "RAPPORT_GAZETTEER" else tmp_path))
    assert gazetteer.load().actor("my-own-club").country == "NGO"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("my-club: {name: My Club, kind: club}", "kind"),
        ("my-club: {name: My Club, colour: red}", "colour"),
        ("my-club: {kind: body}", "name"),
        ("my-club: {name: My Club, kind: body, country: ZZZ}", "ZZZ"),
        ("my-club: {name: My Club, kind: body, part_of: atlantis}", "atlantis"),
        ("my-club: {name: Al, kind: person, roles: [{title: Boss, of: atlantis, relation: LEADS}]}", "atlantis"),
        (
            "my-club: {name: Al, kind: person, roles: [{title: Boss, of: IRN, relation: LEADS, since: 2024-02-30}]}",
            "since",
        ),
        (
            ENDS_BEFORE_IT_BEGINS,
            "ends before it begins",
        ),
        ("my-club: {name: My Club, wikidata: Q801}", "ISR"),
        ("my-club: just text", "my-club"),
        ("my-club: {name: A}\nmy-club: {name: B}", "my-club"),
        ("hezbollah: {name: Somebody Else}", "hezbollah"),
        ("my-club: {name: [}", "line 1"),
        ("- a\n- b", "by their id"),
    ],
)
def test_a_bad_row_of_a_users_file_is_named_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    said = refusal(tmp_path, text)
    assert "mine.yaml" in said
    assert told in said


def test_a_users_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(Misuse, match=r"mine\.yaml"):
        gazetteer.load([path])


def test_a_users_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match=r"nowhere\.yaml"):
        gazetteer.load([tmp_path / "nowhere.yaml"])


def test_an_empty_file_of_a_user_changes_nothing(tmp_path: Path, shipped: Gazetteer) -> None:
    assert gazetteer.load([written(tmp_path, "")]).entries.keys() == shipped.entries.keys()


def test_words_for_one_office_find_each_other(shipped: Gazetteer) -> None:
    titles: Titles = shipped.titles
    assert "top diplomat" in titles.words_for(["Minister of Foreign Affairs"])
    assert "prime minister" not in titles.words_for(["President"])


def test_every_order_of_leading_is_of_an_actor_that_exists(shipped: Gazetteer) -> None:
    assert shipped.titles.led_by.keys() - {"default"} <= shipped.entries.keys()


def test_an_entry_gives_the_plain_actor_that_the_graph_keeps(shipped: Gazetteer) -> None:
    actor = shipped.actor("IRN").plain()
    assert actor.id == "IRN"
    assert not hasattr(actor, "demonyms")


def test_loading_imports_neither_the_parser_nor_the_driver() -> None:
    code = """
import sys
from graph import gazetteer
assert gazetteer.load().names()
print(sorted({"spacy", "neo4j", "polars", "trafilatura"} & sys.modules.keys()))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
