"""What the tests stand on: a real Neo4j, started by the product's own code, and a real browser.

* ``local_server``: the address of the newest local Neo4j; ``newest_store``: an empty store on it.
* ``server`` and ``store``: the same once for each Neo4j of the contract: the newest, 5.26 LTS, and ``NEO4J_TEST_URI``
  (with ``NEO4J_TEST_USERNAME`` and ``NEO4J_TEST_PASSWORD``) where it is set. Whatever is in that database is deleted.
* ``page``: a page of headless Chromium.
* ``shared``: the folder with the gold sets and feeds, which is not part of the product.

Where a machine has no Neo4j or browser, the tests that need it are skipped and say so; with ``CI`` set they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from graph.jars import JarsMissing
from graph.local import DEFAULT_VERSION, LocalServer
from graph.settings import Address

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from graph.store import Store

LTS_VERSION = "5.26.30"
TEST_URI = "NEO4J_TEST_URI"
CONTRACT = [DEFAULT_VERSION, LTS_VERSION, *([TEST_URI] if os.environ.get(TEST_URI) else [])]
LEFT_BEHIND_MINUTES = 60  # after which a server leaves whose test run was killed
CHROMIUM = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

_missing: set[str] = set()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        for marker, needs in (("neo4j", "start_local"), ("browser", "browser"), ("shared", "shared")):
            if needs in fixtures:
                item.add_marker(marker)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reason in sorted(_missing):
        terminalreporter.write_line(f"NOT TESTED: {reason}", red=True, bold=True)


def missing(reason: str) -> NoReturn:
    """Skip the test loudly; fail where the machine is one that must have everything."""
    _missing.add(reason)
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def _no_store_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing that a test does may reach the store of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "RAPPORT_IDLE_MINUTES"):
            patch.delenv(name, raising=False)
        patch.setenv("RAPPORT_HOME", str(tmp_path_factory.mktemp("nobody")))
        yield


@pytest.fixture(scope="session")
def start_local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Address]]:
    """Starts the local Neo4j of a version, once a run."""
    started: dict[str, tuple[LocalServer, Address]] = {}

    def start(version: str) -> Address:
        if version not in started:
            server = LocalServer(tmp_path_factory.mktemp(f"neo4j-{version}"), version, idle=LEFT_BEHIND_MINUTES)
            try:
                started[version] = server, server.start()
            except JarsMissing as error:
                missing(str(error))
        return started[version][1]

    yield start
    for server, _ in started.values():
        server.stop()


@pytest.fixture(scope="session")
def local_server(start_local: Callable[[str], Address]) -> Address:
    """The newest local Neo4j."""
    return start_local(DEFAULT_VERSION)


@pytest.fixture(scope="session", params=CONTRACT)
def server(request: pytest.FixtureRequest, start_local: Callable[[str], Address]) -> Address:
    """Each Neo4j that the store promises to work with."""
    if request.param != TEST_URI:
        return start_local(request.param)
    name, password = os.environ.get(f"{TEST_URI[:-3]}USERNAME"), os.environ.get(f"{TEST_URI[:-3]}PASSWORD")
    return Address(os.environ[TEST_URI], name or "neo4j", password or "")


@pytest.fixture
def store(server: Address) -> Iterator[Store]:
    """An empty store on each Neo4j of the contract."""
    yield from _empty_store(server)


@pytest.fixture
def newest_store(local_server: Address) -> Iterator[Store]:
    """An empty store on the newest Neo4j."""
    yield from _empty_store(local_server)


def _empty_store(address: Address) -> Iterator[Store]:
    import neo4j

    from graph.store import Store

    with neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    with Store(address.uri, address.username, address.password) as store:
        yield store


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the repository that holds gold sets and feeds."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"there is no {folder}")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium: RAPPORT_CHROMIUM, or the one that is installed."""
    named = os.environ.get("RAPPORT_CHROMIUM")
    path = next(filter(None, map(shutil.which, (named,) if named else CHROMIUM)), None)
    if path is None:
        missing("no Chromium is installed; install it, or let RAPPORT_CHROMIUM name one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that knows nothing of any other test's."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
