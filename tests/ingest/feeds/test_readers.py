"""Each reader on rows in its provider's layout."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.days import Precision
from graph.errors import RapportError
from ingest.feeds.actor_codes import CodedRole, Group
from ingest.feeds.data_files import checked
from ingest.feeds.layouts import LAYOUT_FILES, layouts
from tests.ingest.feeds.feed_rows import read, written
from tests.ingest.feeds.layout_samples import (
    ACLED_31,
    ACLED_DIALECTS,
    GED,
    ICEWS,
    MIDB,
    POLECAT,
    TABLE,
    claim,
    one,
    row,
    said,
)

ACLED = {
    "event_id_cnty": "ISR123",
    "event_date": "2024-09-23",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of Israel (2022-) Air Force",
    "inter1": "State forces",
    "actor2": "Hezbollah",
    "inter2": "2",
    "country": "Lebanon",
    "source": "Reuters; AFP",
    "notes": "On 23 September, jets struck a depot, and more.",
    "fatalities": "4",
}


def test_every_layout_loads_and_has_a_reader() -> None:
    assert {path.stem for path in LAYOUT_FILES.glob("*.yaml")} >= {
        "gdelt",
        "icews",
        "polecat",
        "acled",
        "ucdp",
        "cow",
        "table",
    }
    assert len(layouts()) > 15


def test_a_row_of_a_data_file_that_is_off_is_told_in_plain_words() -> None:
    with pytest.raises(RapportError, match=r"^a\.yaml, X is off: it needs an id, or else a name and a kind$"):
        checked("a.yaml, X", Group, {})
    with pytest.raises(RapportError, match=r"^b\.yaml is off: word: Field required$"):
        checked("b.yaml", CodedRole, {})


def test_icews_rows_name_their_story_and_publisher(tmp_path: Path) -> None:
    ends = "7\t2014-01-02\tBoko Haram\tRebel\tNigeria", "Military (Nigeria)\tMilitary\tNigeria\t99\t2\tReuters"
    line = "\tFight\t190\t-10\t".join(ends)
    record = one(tmp_path, "icews", ICEWS, line + "\t" * 6)
    assert said(record.claims[0]) == ("boko-haram", "ATTACKS", "military-nigeria")
    assert (record.report.title, record.report.outlet) == ("ICEWS story 99", "reuters")


def test_an_icews_quadruple_is_read_by_its_words(tmp_path: Path) -> None:
    found = claim(tmp_path, "icews", "Terrorist (Hezbollah)\tMake statement\tPolice (Australia)\t2014-01-02")
    assert said(found) == ("hezbollah", "COMMENTS_ON", "AUS")
    assert found.provided is not None
    assert found.provided.code == "010"


def test_polecat_lists_make_a_claim_for_each_pair(tmp_path: Path) -> None:
    values = {
        "Event ID": "E1",
        "Event Date": "2023-01-02",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Intensity": "3.0",
        "Actor Name": "Antony Blinken; None",
        "Recipient Name": "Hamas; Hezbollah",
        "Source": "Reuters",
        "Publication Date": "2023-01-03",
    }
    record = one(tmp_path, "polecat", POLECAT, POLECAT, row(POLECAT, values, "\t") + "\t")
    assert {said(found) for found in record.claims} == {
        ("antony-blinken", "VISITS", "hamas"),
        ("antony-blinken", "VISITS", "hezbollah"),
    }
    assert record.report.published == datetime.date(2023, 1, 3)


def test_polecat_without_a_name_tells_a_role_of_a_country(tmp_path: Path) -> None:
    values = {
        "Event ID": "E2",
        "Event Date": "2023-01-02",
        "Event Type": "PROTEST",
        "Event Mode": "demo",
        "Intensity": "-3",
        "Actor Name": "None",
        "Actor Country": "IRN",
        "Actor Sectors": "CVL",
        "Recipient Name": "None",
        "Recipient Country": "IRN",
        "Recipient Sectors": "GOV",
    }
    found = claim(tmp_path, "polecat", POLECAT, row(POLECAT, values, "\t"))
    assert said(found) == ("civilians-iran", "PROTESTS_AGAINST", "IRN")


@pytest.mark.parametrize("header", ACLED_DIALECTS)
@pytest.mark.parametrize("day", ["2024-09-23", "23 September 2024", "23-September-2024", "23-Sep-2024", "23/09/2024"])
def test_acled_is_read_in_every_dialect(header: str, day: str, tmp_path: Path) -> None:
    values = {**ACLED, "event_date": day}
    if "sub_event_type" not in header.lower():
        values["event_type"] = "Remote violence"
    found = claim(tmp_path, "acled", header, row(header, values, ","))
    assert said(found)[0::2] == ("ISR", "hezbollah")
    assert found.when.on == datetime.date(2024, 9, 23)
    assert found.quote.startswith("On 23 September")
    assert [link.actor for link in found.attribution] == ["acled", "reuters"]
    assert found.provided is not None
    assert (found.provided.row, found.provided.score) == ("ISR123", 4.0)


def test_a_protest_that_is_ended_by_force_is_done_by_those_who_end_it(tmp_path: Path) -> None:
    values = {
        **ACLED,
        "event_type": "Protests",
        "sub_event_type": "Excessive force against protesters",
        "actor1": "Protesters (Iran)",
        "actor2": "Police Forces of Iran (1989-)",
    }
    subject, kind, target = said(claim(tmp_path, "acled", ACLED_31, row(ACLED_31, values, ",")))
    assert (kind, target) == ("ATTACKS", "protesters-iran")
    assert subject == "police-forces-iran"


def test_an_acled_row_that_tells_no_relation_is_rejected(tmp_path: Path) -> None:
    values = {**ACLED, "event_type": "Strategic developments", "sub_event_type": "Change to group/activity"}
    _, rejects = read(written(tmp_path, "acled.csv", ACLED_31, row(ACLED_31, values, ",")), "acled")
    assert [reject.reason for reject in rejects] == ["This kind of event tells no relation between its two actors."]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1,1,Government of Israel,Hezbollah,666,,Lebanon,1,2024-09-23,2024-09-23,5,A strike,Reuters", "CLASHES_WITH"),
        ("2,3,Boko Haram,Civilians,,,Nigeria,1,2014-01-02 00:00:00.000,2014-01-02 00:00:00.000,9,,", "KILLS"),
    ],
)
def test_ucdp_events_are_read(line: str, meant: str, tmp_path: Path) -> None:
    found = claim(tmp_path, "ucdp", GED, line)
    assert found.type == meant
    assert {found.subject.actor, found.object and found.object.actor} in (
        {"ISR", "hezbollah"},
        {"boko-haram", "civilians-nigeria"},
    )


def test_a_ucdp_event_of_a_known_month_is_exact_to_the_month(tmp_path: Path) -> None:
    found = claim(tmp_path, "ucdp", GED, "3,2,Hamas,Fatah,,,Israel,4,2007-06-01,2007-06-30,9,,")
    assert (found.when.on, found.when.precision) == (datetime.date(2007, 6, 1), Precision.MONTH)


def test_a_ucdp_dyad_tells_who_fights_and_who_joins(tmp_path: Path) -> None:
    header = "dyad_id,year,side_a,side_a_2nd,side_b,side_b_2nd,intensity_level,gwno_a,gwno_b"
    line = '406,2015,Government of Iraq,"Government of United States, Government of France",IS,,2,645,'
    record = one(tmp_path, "ucdp-dyadic", header, line)
    pairs = {said(found) for found in record.claims}
    assert ("IRQ", "CLASHES_WITH", "islamic-state") in pairs
    assert {("USA", "FIGHTS_BESIDE", "IRQ"), ("FRA", "FIGHTS_BESIDE", "IRQ")} <= pairs


cells = st.text(st.characters(exclude_characters='\r\n"', exclude_categories=["Cs"]), max_size=8)


KINDS = [(GED, "ucdp"), (MIDB, "cow-mid"), (TABLE, "table"), (ACLED_31, "acled")]


@pytest.mark.parametrize(("header", "reader"), KINDS)
@given(lines=st.lists(st.lists(cells, min_size=1, max_size=9).map(",".join), max_size=20))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_row_vanishes(header: str, reader: str, lines: list[str], tmp_path: Path) -> None:
    records, rejects = read(written(tmp_path, "rows.csv", header, *lines), reader)
    assert len(records) + len(rejects) == sum(bool(line.strip()) for line in lines)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "reader", "rows", "share"),
    [
        ("icews/icews14_full_named.tsv", "icews", 90_730, 0.97),
        ("icews/events.2018.sample.tab", "icews", 3_705, 0.97),
        ("cow/MIDB-5.0.csv", "cow-mid", 5_883, 0.7),
        ("cow/MIDIP-5.0.csv", "cow-mid", 9_619, 0.6),
    ],
)
def test_real_files_are_read(name: str, reader: str, rows: int, share: float, shared: Path) -> None:
    records, rejects = read(shared / "feeds" / name, reader)
    assert len(records) + len(rejects) == rows
    assert len(records) >= share * rows
