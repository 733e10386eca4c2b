"""Each reader on rows in its provider's layout."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Claim
from graph.days import Precision
from graph.records import Record
from ingest.feeds.layouts import LAYOUT_FILES, layouts
from tests.ingest.feeds.feed_rows import read, written

HEADERS = yaml.safe_load((Path(__file__).parent / "headers.yaml").read_text("utf8"))
ICEWS, POLECAT = ("\t".join(HEADERS[name]) for name in ("ICEWS", "POLECAT"))
GED, MIDB = (",".join(HEADERS[name]) for name in ("GED", "MIDB"))
ACLED_DIALECTS = [",".join(HEADERS[name]) for name in ("ACLED_25", "ACLED_27", "ACLED_31", "ACLED_31_OLD")]
ACLED_31 = ACLED_DIALECTS[2]
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


def row(header: str, values: dict[str, str], separator: str) -> str:
    named = {key.lower(): value for key, value in values.items()}
    cells = [named.get(column.lower(), "") for column in header.split(separator)]
    return separator.join(f'"{cell}"' if separator in cell else cell for cell in cells)


def one(folder: Path, reader: str, *lines: str) -> Record:
    (record,), rejects = read(written(folder, "file.txt", *lines), reader)
    assert rejects == []
    return record


def claim(folder: Path, reader: str, *lines: str) -> Claim:
    (found,) = one(folder, reader, *lines).claims
    return found


def said(found: Claim) -> tuple[str, str, str | None]:
    return found.subject.actor, found.type, found.object.actor if found.object else None


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


def test_a_participant_acts_against_the_one_state_on_the_other_side(tmp_path: Path) -> None:
    lines = [
        '2,"UKG",200,-9,7,1902,24,1,1903,0,1,1,-9,0,0,0,1,1,5',
        '2,"USA",2,-9,7,1902,24,1,1903,1,1,1,-9,0,0,7,3,1,5',
    ]
    records, rejects = read(written(tmp_path, "mid.csv", MIDB, *lines), "cow-mid")
    (found,) = records[0].claims
    assert said(found) == ("USA", "MOBILIZES_AGAINST", "GBR")
    assert (found.when.on, found.when.precision) == (datetime.date(1902, 7, 1), Precision.MONTH)
    assert [reject.reason for reject in rejects] == ["The state took no militarized action."]


def test_of_several_states_on_the_other_side_none_is_named(tmp_path: Path) -> None:
    lines = [f"9,X,{state},1,1,1914,2,1,1914,{side},0,0,0,0,0,16,4,0,5" for state, side in ((2, 1), (200, 0), (220, 0))]
    records, _ = read(written(tmp_path, "mid.csv", MIDB, *lines), "cow-mid")
    assert {said(record.claims[0]) for record in records} == {
        ("USA", "ATTACKS", None),
        ("GBR", "ATTACKS", "USA"),
        ("FRA", "ATTACKS", "USA"),
    }


def test_an_atop_year_is_a_claim_of_one_alliance(tmp_path: Path) -> None:
    header = "mem1,mem2,year,atopally,defense,offense,neutral,nonagg,consul"
    records, rejects = read(
        written(
            tmp_path, "atop.csv", header, "2,20,1950,1,1,0,0,0,1", "2,20,1951,1,1,0,0,0,1", "2,40,1950,0,0,0,0,0,0"
        ),
        "atop",
    )
    assert [said(record.claims[0]) for record in records] == [("USA", "ALLIED_WITH", "CAN")] * 2
    assert len(rejects) == 1


def test_a_cow_alliance_has_a_beginning_and_an_end(tmp_path: Path) -> None:
    header = (
        "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,"
        "dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version"
    )
    found = claim(tmp_path, "cow-alliances", header, "1,200,UK,235,Portugal,1,1,1816,9,12,1911,1,0,1,0,1,0,4.1")
    assert said(found) == ("GBR", "ALLIED_WITH", "PRT")
    assert (found.when.on, found.when.until) == (datetime.date(1816, 1, 1), datetime.date(1911, 12, 9))


def test_diplomatic_exchange_tells_who_had_a_mission_where(tmp_path: Path) -> None:
    found = claim(tmp_path, "cow-diplomacy", "ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version", "2,365,1985,3,0,1,2006.1")
    assert said(found) == ("SUN", "RECOGNIZES", "USA")


TABLE = "subject,relation,object,day,quote,source,url"


TYPED = {
    "subject": "Israel",
    "relation": "strikes",
    "object": "Hizbullah",
    "day": "2024-09-23",
    "quote": "Jets struck, twice.",
    "source": "Reuters",
    "url": "https://x.org/1",
}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", f"{TABLE}\n{row(TABLE, TYPED, ',')}\n"),
        ("t.tsv", "\t".join(TYPED) + "\n" + "\t".join(TYPED.values()) + "\n"),
        ("t.jsonl", json.dumps(TYPED) + "\n"),
        ("t.yaml", yaml.safe_dump([TYPED])),
    ],
)
def test_a_table_is_read_however_it_is_written(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, "utf8")
    (record,), rejects = read(path, "table")
    assert rejects == []
    assert said(record.claims[0]) == ("ISR", "STRIKES", "hezbollah")
    assert record.claims[0].quote == "Jets struck, twice."
    assert (record.report.outlet, record.report.url) == ("reuters", "https://x.org/1")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Israel,loves,Hezbollah,2024-09-23,,,", "no relation type of that name"),
        ("Israel,strikes,Hezbollah,yesterday,,,", "not written as"),
        ("Israel,strikes,Israel,2024-09-23,,,", "on both sides"),
        (",strikes,Israel,2024-09-23,,,", "lacks its subject"),
        ("Congo,strikes,Hezbollah,2024-09-23,,,", "fits several actors"),
    ],
)
def test_a_typed_row_that_is_off_says_how(line: str, reason: str, tmp_path: Path) -> None:
    _, rejects = read(written(tmp_path, "t.csv", TABLE, line), "table")
    assert reason in rejects[0].reason


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
