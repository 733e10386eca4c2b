"""``rapport show``, from the command line to the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner, Result

from graph.errors import Misuse, RapportError, UnknownName
from queries.show_command import show
from tests.queries.sample import sample_records

if TYPE_CHECKING:
    from graph.settings import Address
    from graph.store import Store

Run = Callable[..., Result]


@pytest.fixture
def run(local_server: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``rapport show`` in an empty folder."""
    app = typer.Typer()
    app.command()(show)
    monkeypatch.setenv("NEO4J_URI", local_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", local_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", local_server.password)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def filled(newest_store: Store) -> Store:
    newest_store.write(sample_records())
    return newest_store


@pytest.mark.usefixtures("filled")
def test_it_writes_a_page_and_says_where(run: Run, tmp_path: Path) -> None:
    result = run()
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() == f"29 relations written to {tmp_path / 'rapport.html'}"
    assert (tmp_path / "rapport.html").read_text(encoding="utf8").startswith("<!doctype html>")


@pytest.mark.usefixtures("filled")
def test_running_it_again_writes_the_page_anew(run: Run, tmp_path: Path) -> None:
    pages = []
    for limit in (300, 3):
        assert run("--limit", limit).exit_code == 0
        pages.append((tmp_path / "rapport.html").read_text(encoding="utf8"))
    assert len(pages[1]) < len(pages[0])


@pytest.mark.usefixtures("filled")
def test_a_part_is_called_a_part(run: Run) -> None:
    assert run("--limit", 3).stdout.startswith("The strongest 3 of 29 relations written")


@pytest.mark.usefixtures("filled")
def test_an_actor_goes_by_any_of_its_names(run: Run) -> None:
    result = run("--actor", "hizbullah", "--since", "2024-10-01", "--until", "2024-10-31")
    assert result.stdout.startswith("3 relations written"), result.output
    assert "Hezbollah (hezbollah)" in result.stderr


@pytest.mark.usefixtures("filled")
def test_an_unknown_actor_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("--actor", "Atlantis of the Deep")
    assert isinstance(result.exception, UnknownName)
    assert not (tmp_path / "rapport.html").exists()


@pytest.mark.usefixtures("newest_store")
def test_an_empty_graph_writes_nothing_and_says_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run()
    assert isinstance(result.exception, RapportError)
    assert result.exception.exit_code == 1
    assert "rapport ingest article" in str(result.exception)
    assert not (tmp_path / "rapport.html").exists()


@pytest.mark.usefixtures("filled")
def test_days_that_fit_nothing_say_so(run: Run) -> None:
    assert "other days" in str(run("--until", "1990-01-01").exception)


def test_days_the_wrong_way_round_are_misuse(run: Run) -> None:
    assert isinstance(run("--since", "2024-10-02", "--until", "2024-10-01").exception, Misuse)


@pytest.mark.parametrize("target", [".", "nowhere/page.html", "notes.txt"])
def test_a_target_that_is_no_page_of_ours_is_refused(run: Run, tmp_path: Path, target: str) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert isinstance(run("--out", target).exception, Misuse)
    assert (tmp_path / "notes.txt").read_text() == "mine"
