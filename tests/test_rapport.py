"""The command as a whole: its help, the road from an article to an answer, and what it says of bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer

import rapport as command
from graph.store import Store
from tests.command import ROOT, rapport, rapport_on_terminal

if TYPE_CHECKING:
    from graph.settings import Address

SAMPLES = sorted(str(path) for path in (ROOT / "ingest/samples").glob("*.txt"))


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command below a group."""
    below = getattr(group, "commands", None)
    if below is None:
        yield path, group
        return
    for name, sub in below.items():
        yield from commands(sub, (*path, name))


EVERY = dict(commands(typer.main.get_command(command.app)))


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    text = EVERY[path].help or ""
    assert len(text.split(".")[0]) > 10
    assert f"rapport {' '.join(path)}" in " ".join(text.split()), f"no example in the help of {' '.join(path)}"


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_every_option_is_explained(path: tuple[str, ...]) -> None:
    for parameter in EVERY[path].params:
        assert parameter.param_type_name == "argument" or parameter.help, parameter.name


def test_help_imports_nothing_slow() -> None:
    code = "import sys, rapport; print(sorted(set(sys.modules) & set(sys.argv[1:])))"
    slow = ["spacy", "neo4j", "pyvis", "trafilatura", "pandas", "networkx", "pydantic", "numpy", "rustworkx", "yaml"]
    ran = subprocess.run([sys.executable, "-c", code, *slow], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_no_command_shows_help() -> None:
    ran = rapport(home=Path("unused"))
    assert "Usage: rapport" in ran.out + ran.err


@pytest.mark.parametrize("wrong", [["fly"], ["ingest", "article"], ["extract", "--nonsense"], ["path", "only-one"]])
def test_a_wrong_call_is_misuse(wrong: list[str], tmp_path: Path) -> None:
    ran = rapport(*wrong, home=tmp_path)
    assert ran.code == 2
    assert ran.sentence


@pytest.fixture(scope="class")
def asked(local_server: Address, tmp_path_factory: pytest.TempPathFactory) -> tuple[Address, Path]:
    """A store with the sample reports, which none of the tests changes."""
    home = tmp_path_factory.mktemp("road")
    with Store(local_server.uri, local_server.username, local_server.password) as store:
        store.cypher("MATCH (n) DETACH DELETE n", write=True)
    ran = rapport("ingest", "article", *SAMPLES, home=home, store=local_server)
    assert ran.code == 0, ran.err
    summary = json.loads(ran.out)
    assert summary["articles"] == len(SAMPLES) >= 6
    assert summary["new_relations"] > 20
    return local_server, home


class TestTheWholeRoad:
    def test_articles_become_relations_paths_and_a_page(self, asked: tuple[Address, Path]) -> None:
        store, home = asked
        rows = json.loads(rapport("query", "relations", home=home, store=store).out)
        told = {(row["subject"], row["type"], row["object"]) for row in rows}
        assert ("United States", "DISTRUSTS", "Israel") in told
        assert ("Iran", "STRIKES", "Israel") in told
        assert ("Israel", "KILLS", "Hassan Nasrallah") in told
        hops = json.loads(rapport("path", "Washington", "Hezbollah", home=home, store=store).out)
        assert hops[0]["start"] == "USA"
        assert all(hop["quote"] for hop in hops)
        page = home / "page.html"
        assert rapport("show", "--out", str(page), home=home, store=store).code == 0
        assert "Hassan Nasrallah" in page.read_text(encoding="utf8")

    def test_reading_them_again_changes_nothing(self, asked: tuple[Address, Path]) -> None:
        store, home = asked
        summary = json.loads(rapport("ingest", "article", *SAMPLES, home=home, store=store).out)
        assert (summary["new_reports"], summary["new_claims"], summary["new_relations"]) == (0, 0, 0)

    def test_nothing_denied_or_threatened_is_an_edge(self, asked: tuple[Address, Path]) -> None:
        store, home = asked
        query = (
            "MATCH (a:Actor)-[r]->(b:Actor) WHERE NOT EXISTS "
            "{ MATCH (c:Claim {identity: r.identity}) WHERE r.id IN c.relation AND c.asserts } RETURN count(r) AS n"
        )
        assert json.loads(rapport("cypher", query, home=home, store=store).out) == [{"n": 0}]


class TestExtract:
    def test_lines_in_claims_out(self, tmp_path: Path) -> None:
        line = json.dumps({"id": "a", "text": "Israel attacked Hezbollah.", "published": "2024-10-08"})
        ran = rapport("extract", "--jsonl", "-", home=tmp_path, given=line.encode())
        (claim,) = [json.loads(text) for text in ran.out.splitlines()]
        assert claim["report"] == "a"
        assert (claim["subject"]["country"], claim["type"], claim["plover"]) == ("ISR", "ATTACKS", "ASSAULT")
        assert claim["quote"] == "Israel attacked Hezbollah."

    def test_a_line_that_is_none_is_told_and_the_next_is_read(self, tmp_path: Path) -> None:
        good = json.dumps({"id": "b", "text": "Iran attacked Israel."})
        bad = [
            "{",
            '{"id": "a"}',
            '{"id": "a", "text": 5}',
            '{"id": "a", "text": "x", "published": "2024-99-01"}',
            "[]",
        ]
        ran = rapport("extract", "--jsonl", "-", home=tmp_path, given="\n".join([*bad, good]).encode())
        assert [json.loads(text)["report"] for text in ran.out.splitlines()] == ["b"]
        assert ran.err.count("Rejected line") == len(bad)
        assert ran.code == 1
        assert "Traceback" not in ran.err

    def test_claims_go_to_standard_output_where_a_bar_is_drawn_on_the_terminal(self, tmp_path: Path) -> None:
        lines = "".join(
            json.dumps({"id": f"{day}", "text": "Iran attacked Israel.", "published": f"2024-10-{day:02}"}) + "\n"
            for day in range(1, 20)
        )
        (tmp_path / "lines.jsonl").write_text(lines)
        ran, terminal = rapport_on_terminal("extract", "--jsonl", str(tmp_path / "lines.jsonl"), home=tmp_path)
        assert [json.loads(text)["report"] for text in ran.splitlines()] == [f"{day}" for day in range(1, 20)]
        assert "claim" not in terminal

    def test_nothing_to_read_is_misuse(self, tmp_path: Path) -> None:
        assert rapport("extract", home=tmp_path).code == 2


class TestBadInput:
    """Each gives one plain sentence and the right exit code, and leaves nothing half written."""

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"", "is empty"),
            (b"\x89PNG\r\n\x1a\n\x00", "is not text"),
            (b"12 34 56", "holds no words"),
            (b"word " * 1_100_000, "more than an article"),
        ],
        ids=["empty", "binary", "no words", "five megabytes on one line"],
    )
    def test_a_file_that_is_no_article(self, content: bytes, sentence: str, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.write_bytes(content)
        ran = rapport("ingest", "article", str(file), home=tmp_path)
        assert ran.code == 2
        assert sentence in ran.sentence

    def test_a_file_in_another_encoding_than_told(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes("Élysée".encode("latin-1"))
        ran = rapport("ingest", "article", str(tmp_path / "a.txt"), "--encoding", "utf-8", home=tmp_path)
        assert (ran.code, "not written in utf-8" in ran.sentence) == (2, True)

    def test_an_unknown_outlet(self, tmp_path: Path) -> None:
        ran = rapport("extract", "-", "--outlet", "Daily Zubrowka", home=tmp_path, given=b"Iran attacked Israel.")
        assert ran.code == 3
        assert "No outlet is called 'Daily Zubrowka'" in ran.sentence
        assert "--new-outlet" in ran.sentence

    def test_an_actor_that_is_no_outlet(self, tmp_path: Path) -> None:
        ran = rapport("extract", "-", "--outlet", "Hezbollah", home=tmp_path, given=b"Iran attacked Israel.")
        assert (ran.code, "is no outlet" in ran.sentence) == (2, True)

    @pytest.mark.parametrize("day", ["2024-02-30", "tomorrow", "2190-01-01", "1066-10-14"])
    def test_an_impossible_day(self, day: str, tmp_path: Path) -> None:
        ran = rapport("extract", "-", "--published", day, home=tmp_path, given=b"Iran attacked Israel.")
        assert ran.code == 2
        assert day in ran.sentence

    def test_a_name_that_matches_nothing(self, newest_store: Store, local_server: Address, tmp_path: Path) -> None:
        ran = rapport("path", "Israel", "Xyzzyqwort", home=tmp_path, store=local_server)
        assert ran.code == 3
        assert "Xyzzyqwort" in ran.sentence

    def test_a_name_that_matches_several(self, newest_store: Store, local_server: Address, tmp_path: Path) -> None:
        ran = rapport("path", "Israel", "Congo", home=tmp_path, store=local_server)
        assert ran.code == 2
        assert "COD" in ran.sentence
        assert "COG" in ran.sentence

    def test_a_server_that_is_not_there(self, tmp_path: Path) -> None:
        ran = rapport("query", "relations", home=tmp_path, NEO4J_URI="bolt://127.0.0.1:1")
        assert ran.code == 5
        assert "No Neo4j server answers at bolt://127.0.0.1:1" in ran.sentence

    def test_a_wrong_password(self, local_server: Address, tmp_path: Path) -> None:
        ran = rapport("query", "relations", home=tmp_path, store=local_server, NEO4J_PASSWORD="wrong")
        assert ran.code == 5
        assert "refused the password" in ran.sentence

    def test_a_data_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("not a folder")
        ran = rapport("query", "relations", home=tmp_path / "file" / "home")
        assert ran.code != 0
        assert str(tmp_path / "file") in ran.sentence

    def test_one_bad_file_among_good_ones_is_kept_and_counted(
        self, newest_store: Store, local_server: Address, tmp_path: Path
    ) -> None:
        (tmp_path / "bad.txt").write_bytes(b"")
        files = [str(tmp_path / "bad.txt"), SAMPLES[0]]
        ran = rapport("ingest", "article", *files, home=tmp_path, store=local_server)
        assert ran.code == 1
        summary = json.loads(ran.out)
        assert (summary["articles"], summary["rejected"]) == (1, 1)
        (kept,) = (json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text().splitlines())
        assert kept["place"].endswith("bad.txt")
        assert "is empty" in kept["reason"]

    def test_text_that_drives_a_terminal_is_shown_as_text(self, tmp_path: Path) -> None:
        ran = rapport("extract", "-", "--outlet", "\x1b[31mred\x1b]0;title\x07", home=tmp_path, given=b"Iran attacked.")
        assert "\x1b" not in ran.err
