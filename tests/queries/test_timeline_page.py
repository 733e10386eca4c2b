"""The page of a pair over time, in a real browser with no network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from queries.subgraph import ShownRelation, Subgraph
from queries.timeline_page import timeline_page
from tests.queries.conftest import SAMPLE
from tests.queries.test_page import counted, relation_id
from tests.queries.test_page_safety import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Page


def between(one: str, other: str, shown: Subgraph = SAMPLE) -> Subgraph:
    kept = tuple(r for r in shown.relations if {r.subject, r.object} == {one, other})
    ends = tuple(actor for actor in shown.actors if actor.id in {one, other})
    return shown.model_copy(update={"relations": kept, "actors": ends, "total": len(kept), "title": "Two over time"})


def open_timeline(page: Page, file: Path, one: str, other: str, shown: Subgraph | None = None) -> Page:
    file.write_text(timeline_page(shown or between(one, other), one, other), encoding="utf8", errors="replace")
    page.context.set_offline(True)
    page.set_viewport_size({"width": 1300, "height": 800})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]", timeout=10_000)
    return page


def marks(page: Page) -> dict[str, tuple[float, float]]:
    where = page.evaluate("rapport.shown().map((id) => [id, rapport.whereabouts(id)])")
    return {key: (place["x"], place["y"]) for key, place in where}


def test_there_is_a_mark_for_each_relation_later_ones_to_the_right_and_hostile_ones_below(
    page: Page, tmp_path: Path, pictures: Path
) -> None:
    open_timeline(page, tmp_path / "page.html", "USA", "ISR")
    placed = marks(page)
    assert page.locator("#drawing [data-relation]").count() == len(placed) == 4
    informs, arms, distrusts = (
        placed[relation_id(told)] for told in ("ISR INFORMS USA", "USA ARMS ISR", "USA DISTRUSTS ISR")
    )
    assert informs[0] < arms[0] < distrusts[0], "what has no day stands apart, at the right"
    assert arms[1] < distrusts[1]
    page.screenshot(path=pictures / "timeline.png")


def test_a_click_on_a_mark_shows_the_evidence(page: Page, tmp_path: Path) -> None:
    open_timeline(page, tmp_path / "page.html", "ISR", "hezbollah")
    page.mouse.click(*marks(page)[relation_id("hezbollah STRIKES ISR")])
    assert page.inner_text("#evidence h2") == "Hezbollah strikes Israel"
    assert "rockets came back over the border" in page.inner_text("#evidence")


def test_arrow_keys_walk_from_mark_to_mark_in_the_order_of_days(page: Page, tmp_path: Path) -> None:
    open_timeline(page, tmp_path / "page.html", "ISR", "hezbollah")
    page.focus("#drawing")
    days = []
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        days.append(page.inner_text("#evidence .soft").split(" · ")[0])
    assert days == ["23 September 2024", "27 September 2024", "1 October 2024", "2 October 2024", "3 October 2024"]


def test_deeds_of_the_one_are_filled_and_of_the_other_hollow(page: Page, tmp_path: Path) -> None:
    open_timeline(page, tmp_path / "page.html", "ISR", "hezbollah")
    fill = "id => document.querySelector(`[data-relation='${id}'] circle`).getAttribute('fill')"
    theirs = page.evaluate(fill, relation_id("hezbollah STRIKES ISR"))
    ours = {
        page.evaluate(fill, r.id)
        for r in SAMPLE.relations
        if (r.subject, r.object, r.type) == ("ISR", "hezbollah", "STRIKES")
    }
    assert len(ours) == 1
    assert theirs not in ours


def test_filters_days_and_the_table_work_as_on_the_graph(page: Page, tmp_path: Path) -> None:
    open_timeline(page, tmp_path / "page.html", "ISR", "hezbollah")
    page.fill("#since", "2024-10-01")
    page.dispatch_event("#since", "change")
    assert counted(page) == (3, 5)
    page.click("#as-table")
    assert page.locator("#rows tr").count() == 3


@pytest.mark.parametrize(("button", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_the_timeline_is_saved(page: Page, tmp_path: Path, button: str, begins: bytes) -> None:
    open_timeline(page, tmp_path / "page.html", "USA", "ISR")
    with page.expect_download() as waiting:
        page.click(f"#{button}")
    waiting.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes().startswith(begins)


def test_nothing_that_came_with_the_data_is_run(page: Page, tmp_path: Path) -> None:
    shown = hostile()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    open_timeline(page, tmp_path / "page.html", shown.relations[0].subject, shown.relations[0].object, shown)
    for relation in shown.relations:
        page.mouse.click(*marks(page)[relation.id])
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None
    assert page.locator("body script:not([type])").count() == 1
    assert complaints == []


def test_open_ends_and_the_first_and_last_day_of_all_are_drawn_without_complaint(page: Page, tmp_path: Path) -> None:
    days = [
        (None, "2020-01-01", "year"),
        ("0001-01-01", None, "day"),
        ("9999-12-31", None, "day"),
        ("2020-01-01", None, "month"),
    ]
    relations = tuple(
        ShownRelation.model_validate(
            {
                "id": f"r{n}",
                "type": "LEADS",
                "subject": "ISR",
                "object": "IRN",
                "on": on,
                "until": until,
                "precision": told,
            }
        )
        for n, (on, until, told) in enumerate(days)
    )
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    shown = between("ISR", "IRN").model_copy(update={"relations": relations, "total": 4})
    open_timeline(page, tmp_path / "page.html", "ISR", "IRN", shown)
    assert page.locator("#drawing [data-relation]").count() == 4
    assert complaints == []
