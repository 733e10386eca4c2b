from __future__ import annotations

import datetime
import io
import json
import math

import pytest
from rich.console import Console

from graph.table import ROWS_SHOWN, as_json_text, cell, show, show_table
from graph.terminal import printable, printable_json


def printed(rows: list[dict[str, object]], width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False)
    show_table(rows, console=console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07after", "after"),
        ("\x1b]52;c;cm0gLXJmIC8=\x1b\\after", "after"),
        ("\x1bP+q544e\x1b\\after", "after"),
        ("\x9b2Jafter", "after"),
        ("a\x08b\x00c\x7f", "abc"),
        ("two\r\nlines\tand more", "two lines and more"),
        ("\u202egnp.exe\u2066", "gnp.exe"),
        ("un\u200bseen\ufeff\U000e0041", "unseen"),
        ("half \ud800 a sign", "half  a sign"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("«Ha’aretz» — 日本 🚀", "«Ha’aretz» — 日本 🚀"),
    ],
)
def test_text_cannot_drive_the_terminal(hostile: str, harmless: str) -> None:
    assert printable(hostile) == harmless


def test_json_says_the_same_with_every_hostile_sign_escaped() -> None:
    rows = [{"quote": "\x9b2J\u202e\x7f\U000e0041 «déjà»"}]
    text = as_json_text(rows)
    assert json.loads(text) == rows
    assert printable(text.replace("\n", "")) == text.replace("\n", "")
    assert "«déjà»" in text


def test_line_breaks_between_rows_of_json_stay() -> None:
    assert printable_json('[\n"a"\n]') == '[\n"a"\n]'


def test_a_table_fits_the_window() -> None:
    rows: list[dict[str, object]] = [{"on": datetime.date(2024, 10, 1), "quote": "word " * 60, "id": "x" * 300}]
    assert max(map(len, printed(rows, width=60).splitlines())) <= 60


def test_rows_stand_as_blocks_where_a_table_would_be_too_narrow_to_read() -> None:
    rows: list[dict[str, object]] = [{"subject": "Israel", "assertion": "jets " * 20, "denial": "no camp " * 20}]
    lines = printed(rows, width=50).splitlines()
    assert lines[0].split() == ["subject", "Israel"]
    headings = printed(rows, width=120).splitlines()[1]
    assert headings.split() == ["subject", "assertion", "denial"]


def test_a_table_shows_a_dash_for_nothing_and_says_yes_and_no() -> None:
    values: list[object] = [None, "", [], True, False, 0]
    assert [cell(value) for value in values] == ["—", "—", "—", "yes", "no", "0"]


def test_markup_in_a_cell_is_text() -> None:
    assert "[bold]Israel[/bold]" in printed([{"name": "[bold]Israel[/bold]"}])


def test_nodes_and_relations_read_as_names() -> None:
    node = {"labels": ["Actor", "State"], "id": "ISR", "name": "Israel"}
    relation = {"type": "STRIKES", "subject": "ISR", "object": "hezbollah", "id": "relation-1"}
    assert cell([node, relation]) == "Israel, ISR -[STRIKES]-> hezbollah"


def test_an_id_is_shown_by_its_beginning_and_kept_whole_in_json() -> None:
    row = {"id": "relation-0123456789abcdef01234567"}
    assert cell(row["id"]) == "relation-01234567"
    assert json.loads(as_json_text([row])) == [row]


def test_no_rows_are_told_in_words_and_as_an_empty_array() -> None:
    assert printed([]).strip() == "Nothing found."
    assert as_json_text([]) == "[]"


def test_a_very_long_table_is_cut_and_says_so() -> None:
    text = printed([{"n": n} for n in range(ROWS_SHOWN + 1)])
    assert f"{ROWS_SHOWN:,} of {ROWS_SHOWN + 1:,} rows shown" in text


def test_what_json_cannot_say_is_said_otherwise() -> None:
    rows = [{"day": datetime.date(2024, 10, 1), "number": math.nan, "bytes": b"\x01"}]
    assert json.loads(as_json_text(rows)) == [{"day": "2024-10-01", "number": None, "bytes": "01"}]


def test_a_pipe_gets_json(capsys: pytest.CaptureFixture[str]) -> None:
    show([{"name": "Israel"}])
    assert json.loads(capsys.readouterr().out) == [{"name": "Israel"}]
