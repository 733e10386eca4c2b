"""What the page looks like: on screens wide and narrow, on paper, and saved as a picture; screenshots are kept."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.made_up_graph import made_up
from tests.queries.conftest import SAMPLE, Opened
from tests.queries.test_page import counted, relation_id


def test_the_drawing_is_saved_as_vectors_with_names_as_text(opened: Opened, tmp_path: Path) -> None:
    page = opened(SAMPLE.model_copy(update={"title": "<script>alert(1)</script>"}))
    with page.expect_download() as waiting:
        page.click("#svg")
    waiting.value.save_as(tmp_path / "graph.svg")
    drawn = ElementTree.parse(tmp_path / "graph.svg").getroot()
    words = {text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Israel", "United States", "distrusts"} <= words
    assert drawn.find("{http://www.w3.org/2000/svg}script") is None
    shapes = drawn.findall("{http://www.w3.org/2000/svg}g")[1]
    assert len(shapes) == len(SAMPLE.actors)


def test_a_thousand_actors_stand_on_islands_and_their_names_do_not_collide(opened: Opened, pictures: Path) -> None:
    page = opened(made_up(1000, 2000), theme="light")
    page.wait_for_timeout(200)
    page.screenshot(path=pictures / "page-thousand.png")
    named = int((page.get_attribute("#graph", "data-named") or "0").split()[0])
    assert 20 <= named <= 70
    assert counted(page) == (2000, 2000)


def test_a_printed_page_is_light_and_holds_the_evidence(opened: Opened, pictures: Path) -> None:
    page = opened(theme="dark", selected=f"relation {relation_id('USA DISTRUSTS ISR')}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.get_attribute("html", "data-theme") == "light"
    assert not page.locator(".actions").is_visible()
    assert page.locator(".claim").first.is_visible()
    page.screenshot(path=pictures / "page-print.png", full_page=True)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.get_attribute("html", "data-theme") == "dark"


def test_the_drawing_is_saved_as_a_picture(opened: Opened, tmp_path: Path) -> None:
    page = opened()
    with page.expect_download() as waiting:
        page.click("#png")
    waiting.value.save_as(tmp_path / "graph.png")
    assert (tmp_path / "graph.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("called", "width", "state"),
    [
        ("light", 1400, {"theme": "light"}),
        ("dark", 1400, {"theme": "dark", "selected": f"relation {relation_id('USA DISTRUSTS ISR')}"}),
        ("narrow", 400, {"theme": "light", "selected": f"relation {relation_id('idf INVADES LBN')}"}),
        ("table", 1400, {"theme": "light", "view": "table"}),
    ],
)
def test_every_name_of_twenty_actors_is_readable_and_nothing_is_wider_than_the_window(
    opened: Opened, pictures: Path, called: str, width: int, state: dict[str, str]
) -> None:
    page = opened(width=width, **state)
    page.wait_for_timeout(150)
    page.screenshot(path=pictures / f"page-{called}.png", full_page=True)
    if width > 1000 and called != "table":
        # Names are drawn only where they cover nothing, so that all are drawn means that none collide.
        assert page.get_attribute("#graph", "data-named") == "16 of 16"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
