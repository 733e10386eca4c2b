"""A hundred thousand bytes that were made to do harm, given to every reader in every form: read or rejected, soon."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from graph.errors import Misuse
from graph.store import Store
from ingest.feeds.layouts import SEPARATORS, Layout
from ingest.feeds.readers import ASKING, Reader
from ingest.feeds.sources import Source
from tests.hostile_content import BODIES, FILLERS, SECONDS, SIZE
from tests.ingest.feeds.accounting import account, forms
from tests.ingest.feeds.feed_rows import gdelt_row
from tests.processor_time import TookTooLongError, processor_seconds

FORMS = {name: form for name, form in forms().items() if form[0].reader not in ASKING}
MENTIONS = next(form for form in forms().values() if form[0].reader in ASKING)
DAY = datetime.date(2024, 10, 1)

PLAUSIBLE = {
    "subject": "Iran",
    "object": "Israel",
    "subject_name": "Iran",
    "object_name": "Israel",
    "subjects": "Iran; Syria",
    "objects": "Israel",
    "subject_countries": "IRN; SYR",
    "object_countries": "ISR",
    "subject_code": "IRN",
    "object_code": "ISR",
    "subject_country": "IRN",
    "object_country": "ISR",
    "code": "190",
    "country": "Iran",
    "url": "https://www.example.org/a",
    "told": "1727740800",
    "relation": "attacks",
    "publisher": "Reuters",
    "source": "Reuters",
    "said_by": "",
    "modality": "",
    "year": "1950",
    "start_year": "1950",
    "end_year": "1950",
}
"""What stands in a field, by its name; 1 where nothing else does."""

OF_FEEDS: Mapping[str, Mapping[str, str]] = {
    "acled": {"event": "Battles", "sub_event": "Armed clash"},
    "atop": {"subject": "2", "object": "20"},
    "cow-alliances": {"subject": "2", "object": "20"},
    "cow-diplomacy": {"subject": "2", "object": "20"},
    "cow-mid": {"state": "2", "code": "16"},
    "cow-mid-dyadic": {"subject": "2", "object": "20", "code": "16"},
    "icews": {"event": "Use conventional military force"},
    "polecat": {"event": "CONSULT", "mode": "visit"},
    "table": {"until": "", "day": "2024-10-01", "published": "2024-10-02", "negated": ""},
    "ucdp": {"subject_number": "", "object_number": ""},
    "ucdp-dyadic": {"subject_number": "", "object_number": ""},
}


def value(layout: Layout, field: str) -> str:
    if field in layout.days:
        return DAY.strftime(layout.days[field][0].replace("%.f", ""))
    if field in layout.numbers and field != "year":
        return "1"
    return OF_FEEDS.get(layout.reader, {}).get(field, PLAUSIBLE.get(field, "1"))


def row(layout: Layout, first: str, told: Mapping[str, str]) -> str:
    """A row of a form in which each field is plausible but for what is told."""
    values = {field: told.get(field, value(layout, field)) for field in layout.fields}
    if layout.form == "objects":
        return json.dumps({str(names[0]): values[field] for field, names in layout.fields.items() if names})
    separator = next(mark for mark in SEPARATORS.values() if first.count(mark) >= len(layout.fields) - 1)
    width = first.count(separator) + 1
    positions = layout.positions(first.split(separator)) or {}
    cells = [values[fields[0]] if (fields := [f for f, p in positions.items() if p == n]) else "" for n in range(width)]
    if not layout.quoted:
        return separator.join(cell.replace(separator, " ") for cell in cells)
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="").writerow(cells)
    return written.getvalue()


def rows_with(layout: Layout, first: str, filler: str) -> bytes:
    """For each field a row in which it alone is far too long; together about as much as for one field alone."""
    much = filler * max(SIZE // len(layout.fields) // len(filler), 1)
    lines = [row(layout, first, {field: much}) for field in layout.fields]
    return "\n".join(lines).encode("utf8", "surrogatepass")


def check(form: tuple[Layout, str], body: bytes, known: Mapping[str, Reader] | None = None) -> None:
    with processor_seconds(SECONDS):
        found, read, rejected = account(*form, body, known)
    assert read + rejected == found


@pytest.mark.parametrize("name", FORMS)
def test_a_plain_row_of_every_form_is_read(name: str) -> None:
    """Else what is hostile in one field would never reach its reader."""
    layout, first = FORMS[name]
    lines = [row(layout, first, {}), row(layout, first, {"side": "0", "state": "200"})]
    assert account(layout, first, "\n".join(lines).encode())[1] >= len(lines)


@pytest.mark.parametrize("name", FORMS)
def test_every_reader_reads_or_rejects_whatever_follows_its_header(name: str) -> None:
    for body in BODIES.values():
        check(FORMS[name], body)


@pytest.mark.parametrize("name", FORMS)
def test_every_reader_reads_or_rejects_fields_that_are_far_too_long(name: str) -> None:
    for filler in FILLERS.values():
        check(FORMS[name], rows_with(*FORMS[name], filler))


@pytest.mark.parametrize("name", FORMS)
def test_every_reader_reads_or_rejects_a_row_of_two_long_fields(name: str) -> None:
    layout, first = FORMS[name]
    for filler in FILLERS.values():
        much = filler * (SIZE // 2 // len(filler))
        ends = {field: much for field in layout.fields if field in ("subjects", "objects", "subject", "object")}
        check(FORMS[name], row(layout, first, ends or {"state": much}).encode("utf8", "surrogatepass"))


def test_mentions_are_read_or_rejected_whatever_they_hold(newest_store: Store) -> None:
    layout, first = MENTIONS
    known = {layout.reader: ASKING[layout.reader](newest_store)}
    plain = row(layout, first, {"event": "1", "source": "a.example"})
    assert account(layout, plain, b"", known) == (1, 0, 1), "its event is not in the graph"
    for body in BODIES.values():
        check((layout, plain), body, known)
    for filler in FILLERS.values():
        check((layout, plain), rows_with(layout, plain, filler), known)


@pytest.mark.parametrize("body", BODIES)
def test_a_table_in_yaml_is_read_or_refused(body: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for content in (BODIES[body], b"- subject: Iran\n  relation: attacks\n  object: " + BODIES[body]):
        path.write_bytes(content)
        with processor_seconds(SECONDS), suppress(Misuse), Source(str(path), path).open() as stream:
            listed = stream.read().splitlines()
            layout, first = FORMS["table of relations (JSON lines or YAML)"]
            found, read, rejected = account(layout, first, b"\n".join(listed))
            assert read + rejected == found


@pytest.mark.parametrize("filler", FILLERS)
def test_a_table_in_yaml_is_read_or_refused_whatever_its_fields_hold(filler: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    told = json.dumps(FILLERS[filler] * (SIZE // len(FILLERS[filler])))
    path.write_text(f"- subject: {told}\n  relation: attacks\n  object: Israel\n- {told}\n", "utf8")
    with processor_seconds(SECONDS), suppress(Misuse), Source(str(path), path).open() as stream:
        layout, first = FORMS["table of relations (JSON lines or YAML)"]
        found, read, rejected = account(layout, first, stream.read())
        assert read + rejected == found


def test_a_row_that_lists_thousands_of_actors_is_rejected_before_each_is_paired_with_each() -> None:
    layout, first = FORMS["POLECAT events, tab"]
    ends = {end: "; ".join(f"{end} {number}" for number in range(SIZE // 30)) for end in ("subjects", "objects")}
    body = row(layout, first, ends).encode()
    check(FORMS["POLECAT events, tab"], body)
    assert account(layout, first, body)[2] >= 1


@pytest.mark.parametrize("field", ["day", "added"])
@pytest.mark.parametrize("day", ["00000101", "00001001000000", "99991231", "-0011001", "20240230"])
def test_a_day_that_no_calendar_has_rejects_its_row_alone(field: str, day: str) -> None:
    layout, first = FORMS["GDELT 2.0 events, tab"]
    lines = [row(layout, first, {field: day}), gdelt_row()]
    found, read, rejected = account(layout, first, "\n".join(lines).encode())
    assert read + rejected == found
    assert read >= 1


@pytest.mark.parametrize("digits", [5, 12, 100, 5000])
@pytest.mark.parametrize("name", [name for name, (layout, _) in FORMS.items() if "start_year" in layout.fields])
def test_a_year_of_many_digits_is_no_year(name: str, digits: int) -> None:
    layout, first = FORMS[name]
    lines = [row(layout, first, {field: "2" * digits}) for field in ("start_year", "start_month", "start_day", "state")]
    check(FORMS[name], "\n".join(lines).encode())


def test_what_never_ends_is_ended_by_the_bound() -> None:
    with pytest.raises(TookTooLongError), processor_seconds(0.1):
        _go_on_for_ever()


def _go_on_for_ever() -> None:
    while True:
        pass
