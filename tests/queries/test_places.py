"""Actors keep their places from one page to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.made_up_graph import made_up
from queries.page import write
from queries.page_file import places_of_same, written
from queries.rendering.places import islands_on, places_on
from queries.subgraph import ShownActor, ShownRelation, Subgraph
from tests.queries.conftest import SAMPLE


def grown(shown: Subgraph) -> Subgraph:
    """A later snapshot: one more actor, and a relation to it."""
    newcomer = ShownActor(id="FRA", name="France", kind="state")
    relation = ShownRelation(id="a meeting", type="MEETS", subject="FRA", object="USA", valence=2.5)
    return shown.model_copy(
        update={"actors": (*shown.actors, newcomer), "relations": (*shown.relations, relation), "total": 30}
    )


def test_a_page_that_is_written_anew_keeps_known_actors_where_they_stood(tmp_path: Path) -> None:
    file = tmp_path / "rapport.html"
    written(SAMPLE, file)
    before = places_on(file)
    written(grown(SAMPLE), file)
    after = places_on(file)
    assert before.keys() == {actor.id for actor in SAMPLE.actors}
    assert {actor: after[actor] for actor in before} == before
    assert after.keys() - before.keys() == {"FRA"}


def test_a_page_of_another_part_of_the_graph_is_laid_out_afresh(tmp_path: Path) -> None:
    file = tmp_path / "rapport.html"
    write(SAMPLE, file)
    assert places_of_same(SAMPLE.model_copy(update={"title": "Something else"}), file) == {}


def test_another_page_can_lend_its_places(tmp_path: Path) -> None:
    like, file = tmp_path / "like.html", tmp_path / "rapport.html"
    write(SAMPLE, like, {"ISR": (1000.0, -1000.0)})
    written(SAMPLE.model_copy(update={"title": "Something else"}), file, like)
    assert places_on(file) == places_on(like)
    assert places_on(file)["ISR"] == (1000.0, -1000.0)


def test_islands_stay_where_the_actors_stay(tmp_path: Path) -> None:
    shown, file = made_up(200, 400), tmp_path / "rapport.html"
    written(shown, file)
    before = places_on(file), islands_on(file)
    assert len(before[1]) > 2
    written(shown.model_copy(update={"relations": shown.relations[:-20]}), file)
    assert (places_on(file), islands_on(file)) == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>nothing of ours</p>",
        '<script type="application/json" id="actors-drawn">[{"id": "ISR", "x": 1e99, "y": 2}]</script>',
        '<script type="application/json" id="actors-drawn">{"id": "ISR"</script>',
        '<script type="application/json" id="actors-drawn">[{"id": 7, "x": "a", "y": null}, 3, null]</script>',
    ],
)
def test_a_file_that_is_no_page_of_ours_lends_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "strange.html").write_text(text)
    assert places_on(tmp_path / "strange.html") == {}
    assert islands_on(tmp_path / "strange.html") == []
