"""What the tests share: a page opened in a real browser with no network, and a store that holds some reports."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from queries.page import write
from queries.subgraph import Subgraph
from tests.queries.reported import records
from tests.queries.sample import sample_records, subgraph_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from graph.settings import Address
    from graph.store import Store

Opened = Callable[..., "Page"]

SAMPLE = subgraph_of(sample_records())


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Opened:
    """Opens a subgraph as a page, with no network; whatever it asks for or complains of is kept on the page."""

    def open_page(shown: Subgraph = SAMPLE, width: int = 1400, height: int = 860, **state: str) -> Page:
        file = tmp_path / "page.html"
        write(shown, file)
        page.context.set_offline(True)
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{file.as_uri()}#{urlencode(state)}" if state else file.as_uri())
        page.wait_for_selector("html[data-ready]", timeout=10_000)
        page.asked, page.complaints = asked, complaints  # type: ignore[attr-defined]
        return page

    return open_page


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go: RAPPORT_ARTIFACTS, else a temporary folder."""
    folder = Path(os.environ.get("RAPPORT_ARTIFACTS") or tmp_path_factory.mktemp("pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def told(store: Store) -> Store:
    """A store that holds ``records``, on each Neo4j of the contract."""
    store.write(records())
    return store


@pytest.fixture
def rapport(
    told: Store, server: Address, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Runs this package's commands on the store of ``told``; gives what they print on standard output."""
    import typer

    from queries.commands import mount

    monkeypatch.setenv("NEO4J_URI", told.uri)
    monkeypatch.setenv("NEO4J_USERNAME", server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    app = typer.Typer(pretty_exceptions_enable=False)
    mount(app)
    command = typer.main.get_command(app)

    def run(*words: str) -> str:
        capsys.readouterr()
        command.main(list(words), prog_name="rapport", standalone_mode=False)
        return capsys.readouterr().out

    return run
