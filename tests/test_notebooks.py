"""Every notebook runs from its first cell to its last."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from graph.settings import Address
    from graph.store import Store

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(
    notebook: Path, newest_store: Store, local_server: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", local_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", local_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", local_server.password)
    names: dict[str, object] = {}
    for cell in json.loads(notebook.read_text(encoding="utf8"))["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), notebook.name, "exec"), names)
    rows = newest_store.cypher("MATCH (a)-[r:STRIKES]->(b) RETURN a.id AS a, b.id AS b")
    assert rows == [{"a": "ISR", "b": "hezbollah"}]


def test_notebooks_are_kept_without_their_output() -> None:
    assert NOTEBOOKS
    for notebook in NOTEBOOKS:
        cells = json.loads(notebook.read_text(encoding="utf8"))["cells"]
        assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells), notebook.name
