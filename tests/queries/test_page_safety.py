"""The page fetches nothing and runs nothing but its own script, whatever the data hold."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Error as PlaywrightError

from queries.notebook import Inline
from queries.page import page as html_of
from queries.subgraph import ShownActor, ShownAttribution, ShownClaim, ShownRelation, ShownReport, Subgraph
from tests.queries.conftest import SAMPLE, Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

SCRIPT = "<script>window.hacked = 1</script>"
IMAGE = "\"'><img src=x onerror='window.hacked = 1'>"
ENDING = "</script><script>window.hacked = 1</script>"


def hostile() -> Subgraph:
    """Everything that a report could smuggle in, in every field that text can reach."""
    names = [
        SCRIPT,
        ENDING,
        IMAGE,
        "&lt;b&gt;&amp;",
        "\u202egnihton\u2066\u200f",
        "a\u2028b\u2029c\x00\x1b[31m",
        "${hacked}",
        "__proto__",
    ]
    actors = [
        ShownActor(id=f"{name} {n}", name=name, kind=name, aliases=(name,), wikidata=name)
        for n, name in enumerate(names)
    ]
    addresses = [
        "javascript:window.hacked=1",
        f"data:text/html,{SCRIPT}",
        f"https://x.example/{IMAGE}",
        "//x.example",
        ENDING,
    ]
    reports: list[ShownReport] = []
    claims: list[ShownClaim] = []
    relations: list[ShownRelation] = []
    for number, actor in enumerate(actors[1:]):
        address = addresses[number % len(addresses)]
        link = ShownAttribution(actor=actor.id, name=actor.name, verb=actor.name, anonymous=True, count=3)
        reports.append(
            ShownReport(id=f"{ENDING} {number}", title=actor.name, url=address, outlet=IMAGE, outlet_name=IMAGE)
        )
        claims.append(
            ShownClaim(id=f"{IMAGE} {number}", report=reports[-1].id, quote=ENDING + actor.name, attribution=(link,))
        )
        relations.append(
            ShownRelation(
                id=f"{SCRIPT} {number}",
                type="__proto__" if number else ENDING,
                subject=actors[0].id,
                object=actor.id,
                valence=-5,
                evidence=(claims[-1].id,),
            )
        )
    return Subgraph(
        title=ENDING,
        actors=tuple(actors),
        relations=tuple(relations),
        claims=tuple(claims),
        reports=tuple(reports),
        total=99,
        filters=(IMAGE,),
        snapshot=datetime.date(2024, 10, 20),
    )


def test_the_page_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    page = opened()
    page.click("#as-table")
    page.click("#as-graph")
    page.click("#theme")
    own = [url for url in page.asked if not url.startswith(("data:", "file:"))]  # type: ignore[attr-defined]
    files = [url for url in page.asked if url.startswith("file:")]  # type: ignore[attr-defined]
    assert (own, len(files), page.complaints) == ([], 1, [])  # type: ignore[attr-defined]


def test_the_page_opens_where_the_network_hangs(page: Page) -> None:
    waiting: list[Request] = []
    page.route("**/*", lambda route: waiting.append(route.request))  # never answered
    page.set_content(html_of(SAMPLE), wait_until="domcontentloaded")
    page.wait_for_selector("html[data-ready]", timeout=10_000)
    assert waiting == []


def test_nothing_that_came_with_the_data_is_run(opened: Opened) -> None:
    shown = hostile()
    page = opened(
        shown, selected=f"relation {shown.relations[0].id}", type=SCRIPT, outlet=IMAGE, since=ENDING, tones=ENDING
    )
    for relation in shown.relations:
        page.evaluate("hash => { location.hash = hash }", urlencode({"selected": f"relation {relation.id}"}))
        page.wait_for_function("id => rapport.state().selected === `relation ${id}`", arg=relation.id)
    for actor in shown.actors:
        page.evaluate("hash => { location.hash = hash }", urlencode({"selected": f"actor {actor.id}"}))
        page.wait_for_function("id => rapport.state().selected === `actor ${id}`", arg=actor.id)
    page.fill("#search", "<")
    page.click("#as-table")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert page.locator("body script:not([type])").count() == 2
    assert page.complaints == []  # type: ignore[attr-defined]
    assert page.locator("#rows tr").count() == len(shown.relations)


def test_only_addresses_of_the_web_become_links(opened: Opened) -> None:
    shown = hostile()
    page = opened(shown)
    links = set()
    for relation in shown.relations:
        page.evaluate("hash => { location.hash = hash }", urlencode({"selected": f"relation {relation.id}"}))
        page.wait_for_function("id => rapport.state().selected === `relation ${id}`", arg=relation.id)
        for link in page.locator("#evidence a").all():
            assert link.get_attribute("rel") == "noopener noreferrer"
            links.add(link.get_attribute("href"))
    assert {str(link).split(":")[0] for link in links} == {"https"}


def test_the_policy_would_stop_a_script_that_got_in(opened: Opened) -> None:
    page = opened()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\">')")
    page.evaluate(
        "{ const s = document.createElement('script'); s.textContent = 'window.hacked=1'; document.body.append(s) }"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None


def test_a_notebook_shows_the_same_page_in_a_frame_that_cannot_touch_it(page: Page) -> None:
    page.set_content(
        f"<p id=own>mine</p>{Inline(html_of(hostile()))._repr_html_()}{Inline(html_of(SAMPLE))._repr_html_()}"
    )
    page.frame_locator("iframe >> nth=0").locator("html[data-ready]").wait_for(timeout=10_000)
    frame = page.frame_locator("iframe >> nth=1")
    frame.locator("html[data-ready]").wait_for(timeout=10_000)
    frame.locator("#type").select_option("STRIKES")
    assert frame.locator("#shown").inner_text().startswith("6 of 29")
    with pytest.raises(PlaywrightError, match=r"SecurityError|cross-origin"):
        frame.locator("body").evaluate("() => parent.document.body.innerText")
    assert page.evaluate("window.hacked") is None
