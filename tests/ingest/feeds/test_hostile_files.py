"""Files of feeds that were made to do harm are refused in one sentence; every row of the others is accounted for."""

from __future__ import annotations

import gzip
import io
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.errors import Misuse
from ingest.feeds import archives
from ingest.feeds.detection import detect
from ingest.feeds.layouts import layouts
from ingest.feeds.lines import LONGEST_ROW, chunks
from ingest.feeds.portions import Task, prepare
from ingest.feeds.readers import READERS, Reader
from ingest.feeds.sources import Source, find_sources
from tests.ingest.feeds.feed_rows import gdelt_row, resolver
from tests.ingest.feeds.layout_samples import ACLED_31, GED, ICEWS, MIDB, POLECAT, TABLE

KIND = '{"subject": "Iran", "relation": "attacks", "object": "Israel", "quote": "Iran attacked Israel."}'
FIRST_ROWS = {"gdelt": gdelt_row(), "icews": ICEWS, "polecat": POLECAT, "acled": ACLED_31}
FIRST_ROWS |= {"ucdp": GED, "cow": MIDB, "table": TABLE, "lines": KIND}


@cache
def readers() -> dict[str, Reader]:
    return {name: reader(resolver()) for name, reader in READERS.items() if name not in {"gdelt-mentions"}}


def unpack(path: Path) -> None:
    for source in find_sources([str(path)]):
        with source.open() as stream:
            list(chunks(stream, 1000))


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(Misuse) as told:
        unpack(path)
    message = str(told.value)
    assert "\n" not in message
    return message


def packed(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.csv", bytes(archives.HARMLESS + 1)))
    assert "packed more than 200 times smaller" in refusal(path)


def test_a_gz_bomb_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"a\n" * archives.HARMLESS))
    assert "packed more than 200 times smaller" in refusal(path)


def test_an_archive_of_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "a.zip", ("a.csv", b"abc"), ("b.csv", b"def"))
    monkeypatch.setattr(archives, "MOST_MEMBERS", 1)
    assert "holds 2 files" in refusal(path)
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    monkeypatch.setattr(archives, "LARGEST", 5)
    assert "holds more than" in refusal(path)


def test_an_archive_within_an_archive_is_refused(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", ("a.csv", b"abc")).read_bytes()
    assert "holds another one (inner.zip)" in refusal(packed(tmp_path / "outer.zip", ("inner.zip", inner)))


@pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "b/../../a.csv", "..\\a.csv", "C:\\a.csv"])
def test_a_member_whose_name_leads_out_of_its_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a.zip", (name, b"abc"))
    assert "leads out of it" in refusal(path)


@pytest.mark.parametrize("end", [".zip", ".csv.gz"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 400), byte=st.integers(0, 255), length=st.integers(0, 500))
def test_a_damaged_archive_is_read_or_refused(tmp_path: Path, end: str, place: int, byte: int, length: int) -> None:
    content = "\n".join(gdelt_row(number) for number in range(20)).encode()
    path = tmp_path / f"a{end}"
    if end == ".zip":
        packed(path, ("a.csv", content))
    else:
        path.write_bytes(gzip.compress(content))
    whole = bytearray(path.read_bytes())
    whole[place % len(whole)] = byte
    path.write_bytes(whole[: len(whole) - length])
    with suppress(Misuse):
        unpack(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n", r"line 2 stands for something told before \(\*a\)"),
        ("- &a [*a]\n", "stands for something told before"),
        (f"- {'[' * 30}{']' * 30}\n", "more than 20 deep"),
        ("[" * 100_000, "is not YAML"),
        ("- !!python/object/apply:os.system [echo]\n", None),
    ],
)
def test_yaml_makes_plain_values_or_is_refused(tmp_path: Path, text: str, told: str | None) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    source = Source(str(path), path)
    if told is None:
        with source.open() as stream:
            assert stream.read() == b'["echo"]\n'
        return
    with pytest.raises(Misuse, match=told), source.open():
        pass


def test_a_line_without_an_end_is_kept_out_of_memory_and_told_as_a_reject() -> None:
    content = b"a" * (3 * LONGEST_ROW) + b"\nb\n"
    (chunk,) = chunks(io.BytesIO(content), 10)
    assert [len(row) for row in chunk.lines] == [LONGEST_ROW, 1]
    assert (chunk.numbers, chunk.end) == ((1, 2), len(content))


def account(first: str, body: bytes) -> tuple[int, int, int]:
    """How many rows of a file are not empty, how many are read, and how many are rejected."""
    stream = io.BufferedReader(io.BytesIO(first.encode() + b"\n" + body))
    detected = detect(stream, "a file", layouts())
    rows = records = rejects = 0
    for chunk in chunks(stream, 1000, quoted=detected.layout.quoted):
        portion = prepare(Task(chunk, detected, "a file", "run-1"), readers())
        rows += sum(1 for line in chunk.lines if line.strip() and line != detected.header)
        records += portion.rows - len(portion.rejects)
        rejects += len(portion.rejects)
        assert not any("Rapport itself failed" in reject.reason for reject in portion.rejects), portion.rejects
    return rows, records, rejects


def _bytes(row: str) -> bytes:
    return row.encode("utf8", "surrogatepass")


def mutated(layout_row: str) -> st.SearchStrategy[bytes]:
    """Rows that look like a layout's, with cells of anything, and bytes of anything."""
    separator = "\t" if "\t" in layout_row else ","
    width = layout_row.count(separator) + 1
    odd = ["-1", "1e400", "nan", "9" * 400, "2024-13-45", "20240230", '"', "[[", "\x00", "\u202e", "=1+1", "NULL"]
    cell = st.one_of(st.sampled_from([*odd, "Iran", "190", "2024-01-02", "20240102", ""]), st.text(max_size=12))
    row = st.lists(cell, min_size=max(1, width - 1), max_size=width + 1).map(separator.join).map(_bytes)
    return st.lists(st.one_of(row, st.binary(max_size=60)), max_size=8).map(b"\n".join)


@pytest.mark.parametrize("feed", FIRST_ROWS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_claims_and_rejects_make_up_the_input(feed: str, data: st.DataObject) -> None:
    first = FIRST_ROWS[feed]
    rows, records, rejects = account(first, data.draw(mutated(first)))
    assert records + rejects == rows


@example(b'"' + b"\n" * 100_000)
@example(b"[" * 100_000)
@given(st.binary(max_size=200))
@settings(max_examples=30, deadline=None)
def test_bytes_of_anything_are_accounted_for_whatever_feed_they_are_taken_for(body: bytes) -> None:
    for first in FIRST_ROWS.values():
        rows, records, rejects = account(first, body)
        assert records + rejects == rows


@pytest.mark.parametrize("name", [b"", b"\xca.csv"])
def test_a_member_of_no_name_or_of_an_unreadable_one_is_refused(tmp_path: Path, name: bytes) -> None:
    path = packed(tmp_path / "a.zip", ("\u00e9.csv", b"abc"))
    whole = path.read_bytes()
    local, _, central = whole.partition(b"PK\x01\x02")
    if name:
        path.write_bytes(local.replace("\u00e9.csv".encode(), b"\xca\xca.csv") + b"PK\x01\x02" + central)
    else:
        content = whole.replace("\u00e9.csv".encode(), b"").replace(b"\x06\x00\x00\x00", b"\x00\x00\x00\x00")
        path.write_bytes(content)
    assert "is broken or no archive" in refusal(path)
