"""Many articles in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import Misuse
from graph.gazetteer import load
from ingest.article_files import Article
from ingest.articles import ReadArticle
from ingest.extractor import Reject
from ingest.frame_extractor import FrameExtractor
from ingest.many_articles import read_many, sources_of

NOTHING_TOLD = Article(text="")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "one.txt").write_text("Israel attacked Iran.")
    (tmp_path / "three.txt").write_text("France praised Germany.")
    return [str(tmp_path / name) for name in ("one.txt", "two.txt", "three.txt", "four.txt")]


def test_a_file_that_cannot_be_read_is_told_in_its_place_and_stops_nothing(files: list[str]) -> None:
    found = list(read_many(sources_of(files, NOTHING_TOLD, None), FrameExtractor(), load()))
    assert [type(one) for one in found] == [ReadArticle, Reject, ReadArticle, Reject]
    assert [one.place for one in found if isinstance(one, Reject)] == [files[1], files[3]]


def test_the_only_file_that_cannot_be_read_is_an_error(files: list[str]) -> None:
    with pytest.raises(Misuse, match=r"two\.txt"):
        list(read_many(sources_of(files[1:2], NOTHING_TOLD, None), FrameExtractor(), load(), alone=True))


def test_the_outlet_of_a_dateline_stands_on_the_report(tmp_path: Path) -> None:
    place = tmp_path / "wire.txt"
    place.write_text("CAIRO, Oct 1 (Reuters) - Egypt praised Sudan.")
    (found,) = read_many(sources_of([str(place)], NOTHING_TOLD, None), FrameExtractor(), load())
    assert isinstance(found, ReadArticle)
    assert found.record.report.outlet == "reuters"
    assert [claim.attribution[0].actor for claim in found.record.claims] == ["reuters"]
