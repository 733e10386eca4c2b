"""What private people do is no edge of their state."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from graph.reports import Report, text_hash
from ingest.extractor import Extraction
from ingest.frame_extractor import FrameExtractor

PRIVATE = (
    ("A Turkish citizen attacked the Greek embassy.", "TUR"),
    ("Two Iranian men threatened Israel.", "IRN"),
    ("An Irish tourist was attacked by a Danish teenager.", "DNK"),
    ("Pakistani villagers attacked Indian soldiers.", "PAK"),
    ("Kenyans marched against William Ruto.", "KEN"),
    ("Thousands of Venezuelans marched against Nicolas Maduro.", "VEN"),
)


@cache
def extractor() -> FrameExtractor:
    return FrameExtractor()


def extract(text: str) -> Extraction:
    return extractor().extract(text, Report(sha256=text_hash(text), published=datetime.date(2024, 10, 8)))


def test_people_who_are_told_by_where_they_are_are_not_the_place() -> None:
    (claim,) = extract("Bandits in Zamfara killed a traditional ruler.").claims
    assert claim.subject.actor.startswith("bandits-")


REGIMES = (
    "China, Russia and Togo voted. The regime bombed Chad.",
    "Ann Hart attacked a regime.\n\nChina watched her. The regime bombed Chad.",
)


@pytest.mark.parametrize("text", REGIMES)
def test_a_regime_of_which_nothing_tells_whose_it_is_is_no_state(text: str) -> None:
    doers = {claim.subject.actor for claim in extract(text).claims if claim.type == "STRIKES"}
    assert len(doers) == 1
    assert doers.pop().startswith("regime-")


def test_clashes_between_two_do_not_tell_who_killed() -> None:
    assert {claim.type for claim in extract("Hezbollah-Israeli clashes killed ten people.").claims} == {"CLASHES_WITH"}


ALLIANCES = {"nato", "african-union", "european-union", "un-security-council"}

SOME_OF_THEM = (
    "Two members of NATO condemned Russia.",
    "Several members of the African Union condemned Russia.",
    "Three EU countries condemned Russia.",
    "Two members of the Security Council condemned Russia.",
)


@pytest.mark.parametrize("text", SOME_OF_THEM)
def test_some_members_are_not_the_whole_alliance(text: str) -> None:
    assert not {claim.subject.actor for claim in extract(text).claims} & ALLIANCES


@pytest.mark.parametrize("text", ["The 27 EU countries condemned Russia.", "EU members condemned Russia."])
def test_all_members_are_the_alliance(text: str) -> None:
    assert {claim.subject.actor for claim in extract(text).claims} == {"european-union"}


def test_what_an_army_is_put_on_is_nobody() -> None:
    assert extract("Serbia has put its troops on the highest state of alert.").claims == ()


def test_those_told_behind_with_suffer_and_do_nothing() -> None:
    text = "With 80 people killed and more displaced by a militia's fight with rival groups, Chad sent help to Togo."
    assert {claim.type for claim in extract(text).claims} <= {"AIDS", "CLASHES_WITH"}


def test_what_came_of_a_deed_is_no_threat() -> None:
    text = "Hezbollah vowed to retaliate against Israel after accusing it of detonating pagers, killing nine people."
    threatened = {claim.object.actor for claim in extract(text).claims if claim.object and claim.type == "THREATENS"}
    assert threatened == {"ISR"}


def test_who_is_to_get_a_message_on_a_trip_is_visited_by_nobody() -> None:
    text = "Kurti was expected to receive a message from NATO on a trip to Brussels."
    assert "VISITS" not in {claim.type for claim in extract(text).claims if claim.subject.actor == "nato"}


NOBODY_ASKED = (
    "Analysts said Iran needs to export oil to survive.",
    "Abdoulaye Diop had requested a review of defense and security cooperation agreements.",
    "Coalition forces conducted 11 strikes in Togo.",
    "Coalition nations which have conducted strikes in Togo include Chad.",
)


@pytest.mark.parametrize("text", NOBODY_ASKED)
def test_who_only_tells_or_helps_demands_nothing_and_strikes_nobody(text: str) -> None:
    told = {claim.type for claim in extract(text).claims}
    assert not told & {"DEMANDS_OF", "APPEALS_TO", "STRIKES"}


def test_a_journalist_of_an_outlet_who_is_killed_is_not_the_outlet() -> None:
    (claim,) = extract("Israeli tank fire killed a Reuters journalist in Lebanon.").claims
    assert claim.object is not None
    assert claim.object.actor.startswith("journalist-")


@pytest.mark.parametrize(("text", "state"), PRIVATE)
def test_private_people_who_act_are_actors_of_their_own_with_their_country(text: str, state: str) -> None:
    extraction = extract(text)
    (claim,) = extraction.claims
    doer = next(actor for actor in extraction.actors if actor.id == claim.subject.actor)
    assert doer.id != state
    assert doer.country == state


def test_they_are_others_in_another_report() -> None:
    one, other = (extract(text).claims[0].subject.actor for text in (PRIVATE[0][0], PRIVATE[0][0] + " It is closed."))
    assert one != other


def test_officials_and_soldiers_act_for_their_state() -> None:
    for text in ("Turkish soldiers attacked the Greek embassy.", "Turkish officials met Greek ministers."):
        assert extract(text).claims[0].subject.actor == "TUR"


@pytest.mark.parametrize("told", ["Ukrainian bloggers said", "According to two Ukrainian military bloggers,"])
def test_what_private_people_say_is_not_on_the_word_of_their_state(told: str) -> None:
    (claim,) = extract(f"{told} Russia attacked Togo.").claims
    assert [source.actor.partition("-")[2].partition("-")[0] for source in claim.attribution] == ["bloggers"]


def test_somebody_who_lives_in_a_town_is_not_the_town() -> None:
    (claim,) = extract("An elderly Vovchansk resident was killed by Russian soldiers.").claims
    assert claim.object is not None
    assert claim.object.actor.startswith("resident-")


def test_who_comes_before_the_verb_is_not_done_to_in_the_clause_before_the_comma() -> None:
    before = "Before Russia invaded Ukraine, visitors from abroad frequently travelled to see Chernobyl, "
    text = before + "the power station that closed in 2000."
    invaded = {claim.object.actor for claim in extract(text).claims if claim.object and claim.type == "INVADES"}
    assert invaded == {"UKR"}


@pytest.mark.parametrize("where", ["in an Israeli airstrike in Lebanon", "during Israeli strikes in Lebanon"])
def test_who_is_killed_in_a_strike_is_of_the_land_where_it_was_and_not_of_who_struck(where: str) -> None:
    extraction = extract(f"Three people were killed {where}.")
    killed = {claim.object.actor for claim in extraction.claims if claim.object and claim.type == "KILLS"}
    assert {actor.country for actor in extraction.actors if actor.id in killed} == {"LBN"}


def test_whom_somebody_is_accused_of_supporting_is_not_accused() -> None:
    rebels = "rebels who killed Russian mercenaries in Mali."
    text = f"Niger's military rulers cut ties with Ukraine, accusing Kyiv of supporting {rebels}"
    accused = {claim.object.actor for claim in extract(text).claims if claim.object and claim.type == "ACCUSES"}
    assert accused == {"UKR"}


def test_who_is_warned_that_he_would_suffer_is_threatened_by_nobody_else() -> None:
    text = "Pakistan's army chief warned Afghanistan that it would face air strikes unless Kabul handed over militants."
    threats = [claim for claim in extract(text).claims if claim.object and claim.type == "THREATENS"]
    assert {(claim.subject.actor, claim.object and claim.object.actor) for claim in threats} == {("PAK", "AFG")}
