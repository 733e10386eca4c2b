"""Tables of states: disputes, alliances, diplomatic exchange."""

from __future__ import annotations

import datetime
from pathlib import Path

from graph.days import Precision
from tests.ingest.feeds.feed_rows import read, written
from tests.ingest.feeds.layout_samples import MIDB, claim, said


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
