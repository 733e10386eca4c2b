"""``rapport db``: what it prints for a person and for a program, and what it refuses."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.database_commands import app
from graph.errors import Misuse
from graph.settings import Address, data_folder, idle_minutes

run = CliRunner().invoke


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("home", "local_server")
def test_a_day_of_the_local_server() -> None:
    assert run(app, ["stop"]).stdout == "The local Neo4j was not running.\n"
    started = run(app, ["start"])
    assert started.exit_code == 0
    assert started.stdout.startswith("The local Neo4j runs at bolt://127.0.0.1:")
    status = json.loads(run(app, ["status"]).stdout)
    assert status["running"]
    assert status["uri"] in started.stdout
    assert "connections." in run(app, ["status", "--no-json"]).stdout
    assert json.loads(run(app, ["wipe", "--yes", "--json"]).stdout) == {"removed": True}
    assert json.loads(run(app, ["status"]).stdout)["running"] is False


def test_info_names_the_folder_before_there_is_one(home: Path) -> None:
    info = json.loads(run(app, ["info"]).stdout)
    assert info["folder"] == str(home / "neo4j")
    assert info["version"] is None
    assert "password" not in json.dumps(info).replace("password_file", "").replace("/neo4j/password", "")
    assert not (home / "neo4j").exists()


@pytest.mark.usefixtures("home")
def test_wipe_asks_and_where_nobody_can_answer_wants_yes() -> None:
    assert isinstance(run(app, ["wipe"]).exception, Misuse)


@pytest.mark.usefixtures("home")
def test_quiet_prints_nothing() -> None:
    assert run(app, ["stop", "--quiet"]).output == ""


@pytest.mark.parametrize("command", [["start"], ["stop"], ["wipe", "--yes"]])
def test_another_s_server_is_neither_started_nor_stopped_nor_wiped(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    result = run(app, command)
    assert isinstance(result.exception, Misuse)
    assert "NEO4J_URI" in str(result.exception)


def test_status_says_whether_another_s_server_answers(local_server: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", local_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", local_server.password)
    assert json.loads(run(app, ["status"]).stdout) == {
        "ours": False,
        "running": True,
        "uri": local_server.uri,
        "reason": None,
    }
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{closed.getsockname()[1]}")
        nobody = json.loads(run(app, ["status"]).stdout)
    assert nobody["running"] is False
    assert nobody["reason"]


@pytest.mark.parametrize("command", ["start", "stop", "status", "info", "wipe"])
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    assert f"Example: rapport db {command}" in run(app, [command, "--help"]).stdout


def test_the_environment_names_the_data_folder_and_the_idle_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder() == home
    monkeypatch.setenv("RAPPORT_IDLE_MINUTES", "0")
    assert idle_minutes() == float("inf")
    monkeypatch.setenv("RAPPORT_IDLE_MINUTES", "soon")
    with pytest.raises(Misuse, match="'soon'"):
        idle_minutes()
