"""Article files of every sort, good and bad."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Misuse
from ingest.article_files import LONGEST_ARTICLE, Article, parse_day, read_article, read_file


def test_plain_text_is_kept_as_it_is() -> None:
    text = "Israel “struck” Hezbollah’s depots.\n\nIran denied it."
    assert read_article(text.encode(), "a.txt").text == text


def test_front_matter_tells_the_report() -> None:
    content = (
        b"---\noutlet: TASS\npublished: 2024-10-08\ntitle: 'Trust: lost'\nurl: https://example.org/1\n---\nThe text."
    )
    assert read_article(content, "a.txt") == Article(
        text="The text.", outlet="TASS", published=datetime.date(2024, 10, 8), url="https://example.org/1",
        title="Trust: lost",
    )  # fmt: skip


def test_what_the_user_tells_goes_before_front_matter() -> None:
    article = read_article(b"---\noutlet: TASS\ntitle: old\n---\nText.", "a.txt")
    assert article.with_told(Article(text="", outlet="AFP")) == Article(text="Text.", outlet="AFP", title="old")


def test_a_web_page_gives_its_article_title_and_day() -> None:
    body = "".join(
        f"<p>Israel struck Hezbollah positions in the south for the {n}th time this week.</p>" for n in range(4, 9)
    )
    page = (
        "<!doctype html><html><head><title>Strikes go on</title>"
        '<meta property="article:published_time" content="2024-10-08T10:00:00Z">'
        '<meta property="og:site_name" content="Reuters"></head>'
        f"<body><nav>Home About Contact</nav><article><h1>Strikes go on</h1>{body}</article>"
        "<script>alert(1)</script><footer>All rights reserved</footer></body></html>"
    )
    article = read_article(page.encode(), "page.html")
    assert "for the 5th time this week" in article.text
    assert "alert(1)" not in article.text
    assert "Home About" not in article.text
    assert article.published == datetime.date(2024, 10, 8)
    assert article.title == "Strikes go on"
    assert article.outlet == "Reuters"


@pytest.mark.parametrize(
    ("encoding", "content"), [("utf-16", "Irán atacó".encode("utf-16")), ("utf-8", "﻿Irán".encode())]
)
def test_encodings_with_a_mark_are_read(encoding: str, content: bytes) -> None:
    assert "Irán" in read_article(content, encoding).text


def test_latin_1_is_found_out() -> None:
    text = "Le président français a rencontré le chancelier à l'Élysée, où ils ont évoqué la réunion de février."
    assert read_article(text.encode("latin-1"), "a.txt").text == text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.txt is empty."),
        (b" \n\t\n", "a.txt is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt is not text"),
        (b"%PDF-1.7 abc", "a.txt is not text"),
        (b"abc\x00def", "a.txt is not text"),
        (b"12 / 34 --- 56", "holds no words"),
        (b"<html><body></body></html>", "no article was found"),
        (b"html<p>\x7f\t\xf0\x91\x94\x80</\xf0\x90\x80\x80", "no article was found"),
        (b"---\npublished: 2024-13-01\n---\nText.", "'2024-13-01' is not a day"),
        (b"---\noutlet: [TASS\n---\nText.", "line 3 of its front matter is not YAML"),
        (b"---\nauthor: me\n---\nText.", "outlet, published, url, title and nothing else"),
        (b"a" * (LONGEST_ARTICLE + 1), "more than an article has"),
    ],
)
def test_what_is_no_article_is_told_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Misuse, match=sentence) as caught:
        read_article(content, "a.txt")
    assert caught.value.exit_code == 2


def test_the_wrong_encoding_is_told() -> None:
    with pytest.raises(Misuse, match="is not written in utf-8"):
        read_article("é".encode("latin-1"), "a.txt", "utf-8")
    with pytest.raises(Misuse, match="no encoding called 'klingon'"):
        read_article(b"text", "a.txt", "klingon")


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="There is no file"):
        read_file(tmp_path / "nothing.txt")
    with pytest.raises(Misuse, match="is a folder"):
        read_file(tmp_path)


@pytest.mark.parametrize("text", ["2024-02-30", "yesterday", "08.10.2024", "", "2024-10"])
def test_an_impossible_day_is_told(text: str) -> None:
    with pytest.raises(Misuse, match="is not a day"):
        parse_day(text, "--published")


@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_one_sentence(content: bytes) -> None:
    sentence, text = "", "a"
    try:
        text = read_article(content, "a.txt").text
    except Misuse as error:
        sentence = str(error)
    assert "\n" not in sentence
    assert any(letter.isalpha() for letter in text)
