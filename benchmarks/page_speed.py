"""How long a page takes until it can be worked with, beside stock pyvis, gravis and neo4j-viz, all in one run.

Usage: ``python -m benchmarks.page_speed [ROUNDS]``, with Chromium installed (or named by RAPPORT_CHROMIUM). Peers that
are not installed are passed over: ``pip install gravis neo4j-viz`` brings both (neo4j-viz is GPLv3, so no extra of
ours names it).

All show the same made-up graph in the same browser, with no network. A page counts as usable from the first moment on
when its drawing is there and five frames in a row come without a pause of more than a tenth of a second, so that it
follows the hand; stock pyvis besides only once its springs have come to rest, since until then it hides the drawing.
What takes longer than a minute is given up. Beside the seconds by the clock stands the processor time of the page's
main thread, which a busy machine changes little.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from benchmarks.made_up_graph import made_up
from queries.page import page
from queries.subgraph import Subgraph

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = ((1000, 2000), (5000, 10_000))
GIVEN_UP = 60.0
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
STABLE = """() => new Promise((done) => {
  if (typeof network === 'undefined' || !network.physics || !network.physics.options.enabled) { done(true); return; }
  if (network.physics.stabilized) { done(true); return; }
  network.once('stabilized', () => done(true));
})"""
FLOWING = """() => new Promise((done) => {
  let before = performance.now(), flowing = 0;
  const frame = () => {
    const now = performance.now();
    flowing = now - before <= 100 ? flowing + 1 : 0;
    before = now;
    if (flowing >= 5) done(now); else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})"""


def ours(shown: Subgraph) -> str:
    """Rapport's page."""
    return page(shown)


def stock_pyvis(shown: Subgraph) -> str:
    """What pyvis writes by itself, its resources within."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for actor in shown.actors:
        network.add_node(actor.id, label=actor.name)
    for relation in shown.relations:
        network.add_edge(relation.subject, relation.object, label=relation.type)
    return str(network.generate_html())


def with_gravis(shown: Subgraph) -> str:
    """Gravis with d3, its default."""
    import gravis
    import networkx as nx

    graph = nx.MultiDiGraph()
    graph.add_nodes_from((actor.id, {"label": actor.name}) for actor in shown.actors)
    graph.add_edges_from((r.subject, r.object, {"label": r.type}) for r in shown.relations)
    return str(gravis.d3(graph).to_html_standalone())


def with_neo4j_viz(shown: Subgraph) -> str:
    """neo4j-viz, drawing on a canvas, since a headless browser has no WebGL worth the name."""
    from neo4j_viz import Node, Relationship, VisualizationGraph

    graph = VisualizationGraph(
        nodes=[Node(id=actor.id, caption=actor.name) for actor in shown.actors],
        relationships=[Relationship(source=r.subject, target=r.object, caption=r.type) for r in shown.relations],
    )
    return str(graph.render(renderer="canvas", max_allowed_nodes=20_000).data)


TOOLS: dict[str, tuple[str, Callable[[Subgraph], str]]] = {
    "Rapport": ("pyvis", ours),
    "stock pyvis": ("pyvis", stock_pyvis),
    "gravis": ("gravis", with_gravis),
    "neo4j-viz": ("neo4j_viz", with_neo4j_viz),
}


def worked() -> float:
    """Processor seconds of the main thread of the busiest page that is open."""
    busy = [0.0]
    for process in psutil.Process().children(recursive=True):
        try:
            if "--type=renderer" in process.cmdline():
                busy += [one.user_time + one.system_time for one in process.threads() if one.id == process.pid]
        except psutil.Error:
            continue
    return max(busy)


def usable_after(browser: Browser, file: Path) -> tuple[float, float] | None:
    """Seconds from opening a file until its page can be worked with, by the clock and of the processor.

    None where that takes longer than a minute.
    """
    from playwright.sync_api import Error

    context = browser.new_context(viewport={"width": 1400, "height": 860}, offline=True)
    opened = context.new_page()
    opened.set_default_timeout(GIVEN_UP * 1000)
    began = time.perf_counter()
    try:
        opened.goto(file.as_uri(), wait_until="commit")
        opened.wait_for_selector("html[data-ready], canvas, svg, iframe", state="attached")
        limit = f"new Promise((_, no) => setTimeout(no, {GIVEN_UP * 1000}))"
        opened.evaluate(f"Promise.race([({STABLE})().then({FLOWING}), {limit}])")
        return time.perf_counter() - began, worked()
    except Error:
        return None
    finally:
        context.close()


def main(rounds: int) -> None:
    """Time every tool and print seconds and ratios to ours."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("RAPPORT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        for actors, relations in SIZES:
            shown = made_up(actors, relations)
            print(f"\n{actors:,} actors, {relations:,} relations; {rounds} rounds, median")
            base: float | None = None
            for name, (module, write) in TOOLS.items():
                if importlib.util.find_spec(module) is None:
                    print(f"{name:12}  not installed")
                    continue
                file = Path(folder, f"{name.replace(' ', '-')}-{actors}.html")
                began = time.perf_counter()
                file.write_text(write(shown), encoding="utf8")
                written = time.perf_counter() - began
                times = [usable_after(browser, file)]
                # What was given up once is not waited for again.
                times += [usable_after(browser, file) for _ in range(rounds - 1) if times[0] is not None]
                told = [one for one in times if one is not None]
                clock = statistics.median(seconds for seconds, _ in told) if told else None
                work = statistics.median(seconds for _, seconds in told) if told else None
                base = base or clock
                words = f"{clock:5.2f} s ({work:5.2f} s of work)" if clock else f"not in {GIVEN_UP:.0f} s"
                ratio = f"{clock / base:.1f} ×" if clock and base else "–"
                size = file.stat().st_size / 1e6
                print(f"{name:12}  usable {words:>26}  {ratio:>7}   written in {written:5.2f} s, {size:5.1f} MB")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 5)
