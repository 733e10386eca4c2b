"""Articles that were made to do harm: read, or refused in one sentence, and nothing of them is lost or fetched."""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import Misuse
from graph.reports import Report, text_hash
from ingest.article_files import Article, read_article
from ingest.dateline import agency
from ingest.frame_extractor import FrameExtractor
from ingest.text import passages
from tests.command import rapport
from tests.hostile_content import BODIES, FILLERS, SECONDS, SIZE
from tests.processor_time import processor_seconds

NAMES = ["Iran", "Israel", "attacked", "denied", "said that", "U.S. officials", "which", "on Oct. 1", "Hezbollah's"]
SIGNS = ["\u202e", "\u200b", "\x00", "\x1b[31m", "\ud800", "(", ")", '"', "—", "...", "\n", "\u2028", "='", "🇮🇷"]


@cache
def extractor() -> FrameExtractor:
    return FrameExtractor()


def html(body: str, head: str = "") -> Article:
    page = f"<!DOCTYPE html {head}><html><body><article><p>{body}</p></article></body></html>"
    return read_article(page.encode(), "page.html")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(SIGNS), st.text(max_size=8)), max_size=40))
def test_any_text_is_read_and_every_claim_quotes_it(words: list[str]) -> None:
    text = " ".join(words)
    report = Report(sha256=text_hash(text.encode("utf8", "replace").decode()), outlet="reuters")
    with processor_seconds(20):
        extraction = extractor().extract(text, report)
    assert all(text[claim.start : claim.end] == claim.quote for claim in extraction.claims)
    # Half a character cannot be quoted, so a sentence with one is rejected.
    failed = [reject for reject in extraction.rejects if "Error" in reject.reason]
    assert all("unicode" in reject.reason for reject in failed)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: f"<html><p>{t}</p><b {t}>".encode())))
def test_any_bytes_are_an_article_or_refused(content: bytes) -> None:
    with suppress(Misuse):
        assert read_article(content, "a file").text.strip()


LONG_TEXTS = {name: filler * (SIZE // len(filler)) for name, filler in FILLERS.items()}
LONG_TEXTS |= {name: body.decode("utf8", "replace") for name, body in BODIES.items()}
LONG_TEXTS |= {
    "names and verbs": " ".join(NAMES * (SIZE // 80)),
    "one sentence": "Iran, " * (SIZE // 6) + "attacked Israel.",
    "he said that he said": "Iran said that " * (SIZE // 15),
}


@pytest.mark.parametrize("name", LONG_TEXTS)
def test_a_long_text_is_an_article_or_refused_and_its_claims_quote_it(name: str) -> None:
    text = LONG_TEXTS[name]
    extractor().extract("Iran attacked Israel.", Report(sha256=text_hash(name)))  # loading the parser is not its fault
    report = Report(sha256=text_hash(text), outlet="reuters")
    with processor_seconds(SECONDS), suppress(Misuse):
        assert read_article(text.encode("utf8", "surrogatepass"), "a file").text.strip()
    with processor_seconds(3 * SECONDS):  # a plain text of this length takes three and a half
        extraction = extractor().extract(text, report)
    assert all(text[claim.start : claim.end] == claim.quote for claim in extraction.claims)


@pytest.mark.parametrize("name", BODIES)
def test_long_bytes_are_an_article_or_refused(name: str) -> None:
    for around in (b"%s", b"<html><body><p>%s</p></body></html>", b"<html><p %s", b"---\ntitle: %s\n---\nIran spoke."):
        with processor_seconds(SECONDS), suppress(Misuse):
            assert read_article(around % BODIES[name], "a file").text.strip()


TAGS = ["<div>", "<p>", "<table><tr><td>", "<!--", "<script>", "&amp;", "<a href='", "<ul><li>"]


@pytest.mark.parametrize("tag", TAGS)
def test_a_page_of_one_tag_over_and_over_is_an_article_or_refused(tag: str) -> None:
    page = "<!DOCTYPE html><html><body><p>Iran attacked Israel.</p>" + tag * (SIZE // len(tag))
    with processor_seconds(SECONDS), suppress(Misuse):
        assert read_article(page.encode(), "a file").text.strip()


@pytest.mark.parametrize("line", ["A" * 20_000, "AB/" * 6000, "MAR. " * 4000, "A.'-" * 5000])
def test_a_long_run_of_capitals_is_no_dateline(line: str) -> None:
    """Each of these once kept the pattern of datelines busy for minutes, or might."""
    assert len(list(passages(line))) == 1
    assert agency(line, extractor()._gazetteer) is None


def test_entities_of_a_page_are_neither_read_from_files_nor_multiplied(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("swordfish")
    entities = f'[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "{secret.as_uri()}">]'
    text = html("Iran attacked Israel on Monday, officials said &b; and &x; in Tehran.", entities).text
    assert "swordfish" not in text
    assert "aaaaaaaaaa" not in text


def test_a_page_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *told: asked.append(told))
    html('Iran attacked Israel. <img src="http://10.0.0.1/a.png"><script src="//x.example/a.js"></script>')
    html('Iran attacked Israel. <iframe src="file:///etc/passwd"></iframe>', 'SYSTEM "http://10.0.0.1/a.dtd"')
    assert asked == []


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("outlet: &a [x, x]\ntitle: [*a, *a]\n", r"line 3 of its front matter stands for something told before"),
        ("outlet: [tass]\n", "front matter holds outlet, published, url, title"),
        ("outlet: " + "[" * 50 + "\n", "20 deep"),
    ],
)
def test_front_matter_holds_words_and_nothing_that_grows(front: str, told: str) -> None:
    with pytest.raises(Misuse, match=told):
        read_article(f"---\n{front}---\nIran attacked Israel.".encode(), "a.txt")


def test_every_line_of_json_gives_claims_or_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    good = json.dumps({"id": "\x1b[31m1", "text": "Iran attacked Israel.", "published": "2024-10-01"})
    bad = [
        "[" * 100_000,
        "9" * 5000,
        "[]",
        "null",
        '{"id": 1}',
        '{"id": 1, "text": 3}',
    ]
    path.write_bytes("\n".join([good, *bad]).encode() + b'\n{"id": 1, "text": "\xff"}')
    run = rapport("extract", "--jsonl", str(path), home=tmp_path)
    assert run.code == 1
    assert [json.loads(line)["report"] for line in run.out.splitlines()] == ["\x1b[31m1"]
    assert run.err.count("Rejected line") == len(bad) + 1
    assert "it is not UTF-8 text" in run.err
    assert "\x1b" not in run.out + run.err
    assert "Traceback" not in run.err
