"""Narrowing the page: days, how things are said, the neighbourhood of an actor, and paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.subgraph import ShownClaim
from tests.queries.conftest import SAMPLE, Opened
from tests.queries.test_page import click, counted, relation_id

if TYPE_CHECKING:
    from playwright.sync_api import Page

CLAIMS = {claim.id: claim for claim in SAMPLE.claims}


def slide(page: Page, handle: str, key: str, times: int) -> None:
    page.focus(f"#{handle}")
    for _ in range(times):
        page.keyboard.press(key)


def sides(page: Page) -> list[tuple[str, str]]:
    ends = {relation.id: (relation.subject, relation.object) for relation in SAMPLE.relations}
    return [ends[key] for key in page.evaluate("rapport.shown()")]


def test_two_handles_keep_a_span_of_days(opened: Opened) -> None:
    page = opened()
    slide(page, "first-day", "ArrowRight", 4)
    slide(page, "last-day", "ArrowLeft", 19)
    assert (page.input_value("#since"), page.input_value("#until")) == ("2024-09-27", "2024-09-27")
    days = {relation.id: str(relation.on) for relation in SAMPLE.relations}
    assert {days[key] for key in page.evaluate("rapport.shown()")} == {"2024-09-27"}
    assert page.get_attribute("#first-day", "aria-valuetext") == "2024-09-27"


def test_a_handle_at_its_end_bounds_nothing_so_that_undated_relations_are_shown(opened: Opened) -> None:
    page = opened()
    slide(page, "first-day", "ArrowRight", 1)
    assert relation_id("USA DISTRUSTS ISR") not in page.evaluate("rapport.shown()")
    slide(page, "first-day", "ArrowLeft", 1)
    assert counted(page) == (29, 29)


def test_one_handle_pushes_the_other_before_it(opened: Opened) -> None:
    page = opened(until="2024-09-25")
    slide(page, "first-day", "ArrowRight", 6)
    assert (page.input_value("#since"), page.input_value("#until")) == ("2024-09-29", "2024-09-29")


def test_the_histogram_counts_the_relations_of_each_day_and_fades_what_is_outside(opened: Opened) -> None:
    page = opened(since="2024-10-01", until="2024-10-01")
    strong = page.locator("#bars rect[opacity='0.95'] title").all_text_contents()
    dated = [relation for relation in SAMPLE.relations if str(relation.on) == "2024-10-01"]
    assert set(strong) == {f"2024-10-01: {len(dated)} relations"}
    assert page.locator("#bars rect[opacity='0.22']").count() > 3


def test_play_goes_through_the_days_to_the_end_and_stops(opened: Opened) -> None:
    page = opened()
    page.click("#play")
    page.wait_for_function("() => rapport.state().until === '2024-09-27'", timeout=5_000)
    few = counted(page)[0]
    page.wait_for_function(
        "() => document.getElementById('play').getAttribute('aria-label') === 'Play the days'", timeout=9_000
    )
    assert 0 < few < counted(page)[0] == 29


def test_how_it_is_said_keeps_what_somebody_negates(opened: Opened) -> None:
    page = opened()
    page.select_option("#stands", "negated")
    assert page.evaluate("rapport.shown()") == [relation_id("idf INVADES LBN")]


@pytest.mark.parametrize(("hops", "button"), [(1, "Focus"), (2, "Two hops")])
def test_focus_keeps_the_neighbourhood_of_an_actor(opened: Opened, hops: int, button: str) -> None:
    page = opened(selected="actor QAT")
    page.click(f".choices button:text-is('{button}')")
    near = {"QAT"}
    for _ in range(hops):
        near |= {end for r in SAMPLE.relations for end in (r.subject, r.object) if near & {r.subject, r.object}}
    expected = {r.id for r in SAMPLE.relations if {r.subject, r.object} <= near}
    assert set(page.evaluate("rapport.shown()")) == expected
    assert counted(page) == (len(expected), 29)
    assert "Around Qatar" in page.inner_text("#focused")
    page.click("#focused button")
    assert counted(page) == (29, 29)


def test_a_path_is_chosen_with_two_clicks_and_told_hop_by_hop(opened: Opened) -> None:
    page = opened(selected="actor jake-sullivan")
    page.click(".choices button:text-is('Path to …')")
    assert "Choose the other actor" in page.inner_text("#evidence")
    click(page, "houthis")
    assert page.inner_text("#evidence h2") == "From Jake Sullivan to Houthis"
    routes = page.locator("#evidence h3").all_inner_texts()
    assert [route.split(". ")[1] for route in routes] == [
        "Jake Sullivan → Ron Dermer → Israel → Houthis",
        "Jake Sullivan → United States → Israel → Houthis",
    ]
    assert counted(page) == (29, 29)
    page.locator("#evidence .relations button", has_text="Houthis strikes Israel").first.click()
    assert "drones came from the south" in page.inner_text("#evidence")
    page.keyboard.press("Escape")
    assert page.inner_text("#evidence h2") == "From Jake Sullivan to Houthis"
    page.keyboard.press("Escape")
    assert page.inner_text("#evidence h2") == "Who says so?"


def test_a_path_runs_only_over_what_is_shown_and_carries_paths(opened: Opened) -> None:
    page = opened(**{"from": "jake-sullivan", "to": "houthis", "type": "STRIKES"})
    assert "Nothing that is shown joins them" in page.inner_text("#evidence")


@pytest.mark.parametrize("state", [{}, {"theme": "dark"}])
def test_a_page_that_was_made_for_a_path_begins_with_it(opened: Opened, state: dict[str, str]) -> None:
    page = opened(SAMPLE.model_copy(update={"start": {"from": "JOR", "to": "QAT"}}), **state)
    assert page.inner_text("#evidence h2") == "From Jordan to Qatar"
    page.keyboard.press("Escape")
    assert page.inner_text("#evidence h2") == "Who says so?"
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    assert page.inner_text("#evidence h2") == "Who says so?"


def test_the_address_holds_focus_and_path(opened: Opened) -> None:
    page = opened(**{"focus": "ISR", "hops": "1", "from": "IRN", "to": "ISR", "stands": "asserted"})
    before = page.url
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.url == before
    assert page.evaluate("[rapport.state().focus, rapport.state().to, rapport.state().stands]") == [
        "ISR",
        "ISR",
        "asserted",
    ]


def test_an_address_with_actors_and_words_that_the_page_does_not_know_changes_nothing(opened: Opened) -> None:
    page = opened(**{"focus": "ATLANTIS", "from": "<script>", "to": "ISR", "stands": "screamed", "hops": "9"})
    assert counted(page) == (29, 29)
    assert page.inner_text("#evidence h2") == "Who says so?"


def test_every_claim_can_be_reached_from_its_relation(opened: Opened) -> None:
    page = opened()
    for relation in SAMPLE.relations:
        page.evaluate("id => { location.hash = `selected=relation+${id}` }", relation.id)
        page.wait_for_function("id => rapport.state().selected === `relation ${id}`", arg=relation.id)
        behind: list[ShownClaim] = [CLAIMS[key] for key in relation.evidence]
        shown = page.locator(".claim blockquote").all_inner_texts()
        assert {claim.quote for claim in behind} <= set(shown)
