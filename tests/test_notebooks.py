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


LEAVES = {
    "first-steps": "(:Actor {id: 'ISR'})-[:STRIKES]->(:Actor {id: 'hezbollah'})",
    "autumn-2024": "(:Actor {id: 'USA'})-[r:DISTRUSTS {origins: 3}]->(:Actor {id: 'ISR'})",
    "a-year-of-sides": "(:Actor {name: 'Drenia'})-[r {on: date('2019-07-07')}]-(:Actor)",
}
"""What stands in the graph when a notebook has run."""


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(
    notebook: Path, newest_store: Store, local_server: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", local_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", local_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", local_server.password)
    monkeypatch.setenv("MPLBACKEND", "agg")
    names: dict[str, object] = {}
    for cell in json.loads(notebook.read_text(encoding="utf8"))["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), notebook.name, "exec"), names)
    [row] = newest_store.cypher(f"MATCH {LEAVES[notebook.stem]} RETURN count(*) AS found")
    assert row["found"]


def test_notebooks_are_kept_without_their_output() -> None:
    assert NOTEBOOKS
    for notebook in NOTEBOOKS:
        cells = json.loads(notebook.read_text(encoding="utf8"))["cells"]
        assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells), notebook.name


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_and_its_pair_in_python_are_the_same(notebook: Path) -> None:
    import jupytext

    one, other = (jupytext.read(path) for path in (notebook, notebook.with_suffix(".py")))
    assert [(cell.cell_type, cell.source) for cell in one.cells] == [
        (cell.cell_type, cell.source) for cell in other.cells
    ]
