"""GDELT's events, as one row each."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.records import Record
from tests.ingest.feeds.feed_rows import gdelt_actor, gdelt_row, read, written


def one(folder: Path, *rows: str) -> Record:
    (record,), rejects = read(written(folder, "events.CSV", *rows), "gdelt")
    assert rejects == []
    return record


def test_a_row_becomes_a_claim_with_the_providers_code_score_and_row(tmp_path: Path) -> None:
    (claim,) = one(tmp_path, gdelt_row(7)).claims
    assert (claim.subject.actor, claim.type, claim.object and claim.object.actor) == ("USA", "ATTACKS", "IRN")
    assert claim.when.on == datetime.date(2019, 10, 24)
    assert claim.provided is not None
    assert claim.provided.model_dump() == {"feed": "gdelt", "row": "7", "code": "190", "score": -10.0}
    assert claim.quote == "UNITED STATES · USA · 190 · IRAN · IRN"


def test_its_report_is_the_article_and_the_site_is_the_outlet(tmp_path: Path) -> None:
    record = one(tmp_path, gdelt_row(url="http://news.bbc.co.uk/2/hi/1.stm"))
    assert (record.report.url, record.report.outlet) == ("http://news.bbc.co.uk/2/hi/1.stm", "bbc-co-uk")
    assert [link.actor for link in record.claims[0].attribution] == ["bbc-co-uk"]


def test_two_rows_of_one_article_are_one_report(tmp_path: Path) -> None:
    records, _ = read(written(tmp_path, "events.CSV", gdelt_row(1), gdelt_row(2, code="010")), "gdelt")
    assert len({record.report.id for record in records}) == 1


@pytest.mark.parametrize(
    ("actor", "meant"),
    [
        (gdelt_actor("RUS", "MOSCOW", "RUS"), "RUS"),
        (gdelt_actor("RUSMIL", "THE ARMY", "RUS", "", "MIL"), "RUS"),
        (gdelt_actor("RUSOPP", "PROTESTERS", "RUS", "", "OPP"), "opposition-russia"),
        (gdelt_actor("IGOEUREEC", "THE EU", "EUR", "EEC", "IGO"), "european-union"),
        (gdelt_actor("LBNHEZ", "HEZBOLLAH", "LBN", "HEZ", "REB"), "hezbollah"),
        (gdelt_actor("ROM", "ROMANIA", "ROM"), "ROU"),
        (gdelt_actor("AFR", "AFRICA", "AFR"), "africa"),
        (gdelt_actor("MNC", "GAZPROM", "", "", "MNC"), "gazprom"),
    ],
)
def test_codes_of_actors_lead_to_the_actor_that_is_meant(actor: list[str], meant: str, tmp_path: Path) -> None:
    assert one(tmp_path, gdelt_row(subject=actor)).claims[0].subject.actor == meant


def test_police_of_no_country_belong_to_their_article(tmp_path: Path) -> None:
    police = gdelt_actor("COP", "POLICE", "", "", "COP")
    rows = [gdelt_row(number, police, url=f"https://example.org/{number}") for number in (1, 2)]
    records, _ = read(written(tmp_path, "events.CSV", *rows), "gdelt")
    subjects = {record.claims[0].subject.actor for record in records}
    assert len(subjects) == 2
    assert all(subject.startswith("police-") for subject in subjects)


def test_within_a_state_its_police_are_themselves(tmp_path: Path) -> None:
    police, people = gdelt_actor("USACOP", "COPS", "USA", "", "COP"), gdelt_actor("USACVL", "US", "USA", "", "CVL")
    claim = one(tmp_path, gdelt_row(1, police, people, "173")).claims[0]
    assert (claim.subject.actor, claim.object and claim.object.actor) == (
        "police-united-states",
        "civilians-united-states",
    )


def test_a_comment_is_a_claim_that_draws_no_edge(tmp_path: Path) -> None:
    (claim,) = one(tmp_path, gdelt_row(code="010")).claims
    assert (claim.type, claim.pair) == ("COMMENTS_ON", None)


def test_a_row_without_a_second_actor_is_a_claim_without_an_object(tmp_path: Path) -> None:
    assert one(tmp_path, gdelt_row(target=gdelt_actor())).claims[0].object is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (gdelt_row(subject=gdelt_actor()), "names nobody who did it"),
        (gdelt_row(target=gdelt_actor("USAGOV", "THE WHITE HOUSE", "USA", "", "GOV")), "on both sides"),
        (gdelt_row(code="99"), "not CAMEO's"),
        (gdelt_row(day="20191344"), "holds no day"),
        (gdelt_row(score="high"), "holds no number"),
        (gdelt_row() + "\tmore", "62 columns and not 61"),
        ("1\t2\t3", "3 columns and not 61"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(row: str, reason: str, tmp_path: Path) -> None:
    records, rejects = read(written(tmp_path, "events.CSV", gdelt_row(1), row), "gdelt")
    assert len(records) == 1
    assert reason in rejects[0].reason
    assert rejects[0].place.endswith(":2")


cells = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=6)


@given(
    st.lists(st.one_of(st.builds(gdelt_row, st.integers(1, 9), code=cells, day=cells, url=cells, score=cells), cells))
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_row_vanishes(tmp_path: Path, rows: list[str]) -> None:
    records, rejects = read(written(tmp_path, "events.CSV", gdelt_row(0), *rows), "gdelt")
    assert len(records) + len(rejects) == 1 + sum(bool(row.strip()) for row in rows)


@pytest.mark.shared
def test_every_row_of_an_untouched_file_is_a_claim_or_a_reject(shared: Path) -> None:
    records, rejects = read(shared / "feeds/gdelt/20191024143000.export.CSV", "gdelt")
    assert len(records) + len(rejects) == 2111
    assert {reject.reason for reject in rejects} == {
        "The row names nobody who did it.",
        "One actor stands on both sides.",
    }
