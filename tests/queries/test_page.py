"""The page, opened in a real browser with no network."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from graph.claims import Modality
from queries.subgraph import ShownRelation, Subgraph, UndrawnClaim
from tests.queries.conftest import SAMPLE, Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page


def relation_id(told: str, shown: Subgraph = SAMPLE) -> str:
    return next(r.id for r in shown.relations if f"{r.subject} {r.type} {r.object}" == told)


def click(page: Page, thing: str) -> None:
    place = page.evaluate("id => rapport.whereabouts(id)", thing)
    page.mouse.click(place["x"], place["y"])


def counted(page: Page) -> tuple[int, int]:
    found = re.fullmatch(r"([\d,]+) of ([\d,]+) relations shown", page.inner_text("#shown"))
    assert found
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))


def test_a_click_on_a_line_shows_every_claim_with_its_words_and_chain(opened: Opened) -> None:
    page = opened()
    click(page, relation_id("USA DISTRUSTS ISR"))
    panel = page.inner_text("#evidence")
    assert "United States distrusts Israel" in panel
    assert "Washington believes less and less of what Israel's leaders say" in panel
    chains = [chain.locator(".speaker").all_inner_texts() for chain in page.locator(".chain").all()]
    assert sorted(chains) == [
        ["Axios", "one unnamed official of United States"],
        ["TASS", "Axios", "four unnamed officials of United States"],
    ]
    assert page.locator("#evidence a").first.get_attribute("href").startswith("https://")  # type: ignore[union-attr]


def test_who_disputes_a_relation_stands_apart(opened: Opened) -> None:
    page = opened(selected=f"relation {relation_id('idf INVADES LBN')}")
    assert "disputed" in page.inner_text(".counts")
    assert page.locator(".claim:not(.disputes) blockquote").all_inner_texts() == ["troops crossed the line before dawn"]
    assert page.locator(".claim.disputes blockquote").all_inner_texts() == ["no soldier has crossed"]


def test_a_click_on_an_actor_shows_its_relations_by_day_latest_first(opened: Opened) -> None:
    page = opened()
    click(page, "hezbollah")
    assert page.inner_text("#evidence h2") == "Hezbollah"
    days = page.locator("#evidence h4").all_inner_texts()
    assert days[0] == "3 October 2024"
    assert days[-1] == "Day not told"
    assert page.locator("#evidence .relations button").count() == 7
    page.locator("#evidence .relations button", has_text="is struck by Israel").first.click()
    assert "raids went on for another night" in page.inner_text("#evidence")


STANCE = {"DISTRUSTS", "WITHHOLDS_FROM", "INFORMS", "OPPOSES"}
PERSONS = {actor.id for actor in SAMPLE.actors if actor.kind == "person"}
FILTERS: list[tuple[Callable[[Page], Any], Callable[[ShownRelation], bool]]] = [
    (lambda p: p.select_option("#type", "STRIKES"), lambda r: r.type == "STRIKES"),
    (lambda p: p.select_option("#type", "family stance"), lambda r: r.type in STANCE),
    (lambda p: p.select_option("#origins", "2"), lambda r: r.origins >= 2),
    (lambda p: p.check("#disputed"), lambda r: r.disputed),
    (lambda p: p.click("#tones [data-value=hostile]"), lambda r: r.valence > -1),
    (lambda p: p.click("#kinds [data-value=person]"), lambda r: not {r.subject, r.object} & PERSONS),
    (lambda p: p.fill("#since", "2024-10-16"), lambda r: r.type in {"MEDIATES_FOR", "MEETS"} or r.object == "hamas"),
    (lambda p: p.fill("#until", "2024-09-27"), lambda r: bool(r.on and r.on <= datetime.date(2024, 9, 27))),
]


@pytest.mark.parametrize(("choose", "kept"), FILTERS)
def test_filters_keep_the_count_true_and_the_table_equal_to_the_graph(
    opened: Opened, choose: Callable[[Page], Any], kept: Callable[[ShownRelation], bool]
) -> None:
    page = opened()
    choose(page)
    expected = {relation.id for relation in SAMPLE.relations if kept(relation)}
    assert 0 < len(expected) < len(SAMPLE.relations)
    assert counted(page) == (len(expected), len(SAMPLE.relations))
    assert set(page.evaluate("rapport.shown()")) == expected
    page.click("#as-table")
    assert {row.get_attribute("data-relation") for row in page.locator("#rows tr").all()} == expected
    page.click("#clear")
    assert counted(page) == (len(SAMPLE.relations), len(SAMPLE.relations))


def test_a_line_that_a_filter_hides_is_not_drawn(opened: Opened) -> None:
    page = opened(type="DISTRUSTS")
    assert page.evaluate("id => rapport.whereabouts(id)", relation_id("IRN STRIKES ISR")) is None
    assert page.evaluate("id => rapport.whereabouts(id)", relation_id("USA DISTRUSTS ISR")) is not None
    assert page.evaluate("rapport.whereabouts('hamas')") is None


def test_a_drawing_that_was_hidden_or_resized_is_in_sight_as_a_whole(opened: Opened) -> None:
    page = opened(view="table")
    page.click("#as-graph")
    page.set_viewport_size({"width": 900, "height": 600})
    page.wait_for_timeout(300)
    frame = page.locator("#drawing").bounding_box()
    assert frame
    for actor in SAMPLE.actors:
        place = page.evaluate("id => rapport.whereabouts(id)", actor.id)
        assert frame["x"] < place["x"] < frame["x"] + frame["width"]
        assert frame["y"] < place["y"] < frame["y"] + frame["height"]


def test_an_outlet_keeps_what_it_reported(opened: Opened) -> None:
    page = opened()
    page.select_option("#outlet", "irna")
    assert page.inner_text("#sources").startswith("6 actors · ")
    assert counted(page)[0] == 4


def test_search_finds_an_actor_by_any_of_its_names(opened: Opened) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("party of")
    assert page.locator("#suggestions [role=option]").all_inner_texts() == ["Hezbollah\nParty of God"]
    page.keyboard.press("Enter")
    assert page.inner_text("#evidence h2") == "Hezbollah"
    page.keyboard.press("Escape")
    assert page.inner_text("#evidence h2") == "Who says so?"


def test_arrow_keys_walk_from_actor_to_actor(opened: Opened) -> None:
    page = opened(selected="actor ISR")
    page.focus("#drawing")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("rapport.whereabouts(rapport.state().selected.slice(6)).x < rapport.whereabouts('ISR').x")


def test_the_address_holds_what_is_chosen(opened: Opened) -> None:
    page = opened()
    page.select_option("#type", "STRIKES")
    page.click("#theme")
    click(page, "IRN")
    chosen, address = counted(page), page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    assert counted(page) == chosen
    assert page.inner_text("#evidence h2") == "Iran"
    assert page.get_attribute("html", "data-theme") == "dark"


def test_many_relations_of_one_kind_share_a_line_and_are_listed_when_it_is_clicked(opened: Opened) -> None:
    days = [datetime.date(2024, 9, day) for day in range(1, 13)]
    raids = [
        ShownRelation(id=f"raid {d}", type="STRIKES", subject="ISR", object="hezbollah", on=d, valence=-9.5)
        for d in days
    ]
    ends = [actor for actor in SAMPLE.actors if actor.id in {"ISR", "hezbollah"}]
    page = opened(SAMPLE.model_copy(update={"relations": tuple(raids), "actors": tuple(ends), "total": 12}))
    click(page, raids[0].id)
    assert "12 relations share this line" in page.inner_text("#evidence")
    assert page.locator("#evidence .relations button").count() == 12


def test_a_page_that_shows_a_part_says_so(opened: Opened) -> None:
    page = opened(SAMPLE.model_copy(update={"total": 1234, "filters": ("from 2024-09-01",)}))
    assert page.inner_text("#scope") == "The strongest 29 of 1,234 relations · from 2024-09-01"
    assert "not a fact" in page.inner_text("footer")
    assert page.inner_text("#sources") == "16 actors · 5 reports · 4 outlets · as of 20 October 2024"


def test_the_table_is_copied_as_text(opened: Opened) -> None:
    page = opened(view="table", type="KILLS")
    page.evaluate("document.execCommand = () => { window.copied = document.activeElement.value; return true }")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.click("#copy")
    assert page.inner_text("#copied") == "1 row copied"
    rows = page.evaluate("window.copied").split("\n")
    assert rows[1].split("\t")[:4] == ["27 September 2024", "Israel", "kills", "Hassan Nasrallah"]


@pytest.mark.parametrize(
    ("day", "heading"),
    [(datetime.date(2024, 10, 20), "Offices on 20 October 2024"), (datetime.date(2026, 1, 1), "Offices before")],
)
def test_an_actor_tells_which_offices_it_holds_and_held(opened: Opened, day: datetime.date, heading: str) -> None:
    page = opened(SAMPLE.model_copy(update={"snapshot": day}), selected="actor jake-sullivan")
    headings = page.locator("#evidence h3").all_inner_texts()
    assert [words for words in headings if words.startswith("Offices")] == [heading]
    assert "National Security Advisor of United States" in page.inner_text(".roles")


def test_what_is_only_threatened_stands_in_the_panel_and_draws_no_line(opened: Opened) -> None:
    threat = UndrawnClaim(
        id="claim of a threat",
        report=SAMPLE.reports[0].id,
        quote="an answer may follow",
        type="STRIKES",
        subject="ISR",
        object="IRN",
        modality=Modality.THREATENED,
    )
    page = opened(
        SAMPLE.model_copy(update={"undrawn": (threat,)}), selected=f"relation {relation_id('IRN STRIKES ISR')}"
    )
    assert "Israel strikes Iran" in page.inner_text(".about")
    assert "threatened" in page.inner_text("#evidence")
    assert counted(page) == (29, 29)
