"""Article files: from bytes of an unknown kind to a text with what is known of its report."""

from __future__ import annotations

import datetime
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.errors import Misuse
from ingest.outside_yaml import outside_yaml

LONGEST_ARTICLE = 1_000_000
"""Characters: 160,000 words, more than any article; what is longer is some other kind of file."""

HTML = re.compile(r"<(?:!doctype html|html|head|body|article|p|div)\b", re.IGNORECASE)
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)
FIELDS = ("outlet", "published", "url", "title")


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    Attributes:
        text: its text, as it will be quoted.
        outlet: the outlet's name as the file or the user gives it.
        published: the day that it bears.
        url: where it stands.
        title: its headline.
    """

    text: str
    outlet: str | None = None
    published: datetime.date | None = None
    url: str | None = None
    title: str | None = None

    def with_told(self, told: Article) -> Article:
        """This article with what the user tells in place of what the file says."""
        return replace(self, **{field: getattr(told, field) for field in FIELDS if getattr(told, field) is not None})


def read_article(content: bytes, place: str, encoding: str | None = None) -> Article:
    """Read an article, plain or HTML, with or without front matter.

    Front matter is a block between two lines of ``---`` at the beginning of a plain text, with any of ``outlet``,
    ``published``, ``url`` and ``title`` as YAML.

    Args:
        content: the file's bytes.
        place: how the file is called, for messages.
        encoding: of the file; found out where None.

    Raises:
        Misuse: if it is empty, no text, in another encoding than it should be, or longer than an article.
    """
    if not content.strip():
        raise Misuse(f"{place} is empty.")
    text = _decode(content, place, encoding)
    if len(text) > LONGEST_ARTICLE:
        raise Misuse(f"{place} has {len(text):,} characters, more than an article has ({LONGEST_ARTICLE:,}): split it.")
    if HTML.search(text[:5000]):
        return _from_html(text, place)
    return _from_text(text, place)


def read_source(name: str, encoding: str | None = None) -> Article:
    """Read an article from a file, or from standard input where the name is ``-``.

    Raises:
        Misuse: as ``read_file`` and ``read_article`` do.
    """
    if name == "-":
        return read_article(sys.stdin.buffer.read(), "standard input", encoding)
    return read_file(Path(name), encoding)


def read_file(path: Path, encoding: str | None = None) -> Article:
    """Read an article from a file.

    Raises:
        Misuse: if there is no such file, it cannot be read, or holds no article.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise Misuse(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise Misuse(f"{path} is a folder: name the files in it, as {path}/*.txt.") from None
    except OSError as error:
        raise Misuse(f"{path} cannot be read: {error.strerror}.") from None
    return read_article(content, str(path), encoding)


def parse_day(text: str, place: str) -> datetime.date:
    """A day as ``YYYY-MM-DD``; a time behind it is dropped.

    Raises:
        Misuse: if there is no such day, or it is not written so.
    """
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", text.strip())
    try:
        return datetime.date.fromisoformat(match.group(1) if match else "")
    except ValueError:
        raise Misuse(f"{place}: '{text}' is not a day; write it as 2024-10-08.") from None


def _decode(content: bytes, place: str, encoding: str | None) -> str:
    if encoding is not None:
        try:
            return content.decode(encoding)
        except LookupError:
            raise Misuse(
                f"There is no encoding called '{encoding}'; utf-8, latin-1 and utf-16 are usual ones."
            ) from None
        except UnicodeDecodeError:
            raise Misuse(f"{place} is not written in {encoding}: leave --encoding out and it is found out.") from None
    if _is_binary(content):
        raise Misuse(f"{place} is not text; give plain text or HTML.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guess(content, place)


def _guess(content: bytes, place: str) -> str:
    """Text in an encoding that is found out.

    The code pages of Latin letters differ in a few signs only, which a short text cannot tell apart; of these the one
    of western Europe is taken, in which older English pages are written.
    """
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise Misuse(f"{place} is not text; give plain text or HTML.") from None
    if best.encoding.startswith(("cp125", "iso8859", "latin")) and all("Latin" in name for name in best.alphabets[1:]):
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    return str(best).removeprefix("\ufeff")


def _is_binary(content: bytes) -> bool:
    """Whether bytes hold what no text holds: zeros outside UTF-16, or the marks of well-known formats."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    marks = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"\x7fELF")
    return content.startswith(marks) or b"\x00" in content[:8192]


def _from_text(text: str, place: str) -> Article:
    front = FRONT_MATTER.match(text)
    if front is None:
        return Article(text=_not_empty(text, place))
    told = _front_matter(front.group(1), place)
    published = told.pop("published", None)
    day = parse_day(str(published), place) if published is not None else None
    body = _not_empty(text[front.end() :].lstrip("\n"), place)
    return Article(text=body, published=day, **{key: str(value) for key, value in told.items() if value is not None})


def _front_matter(block: str, place: str) -> dict[str, Any]:
    told = outside_yaml(block, place, " of its front matter", first_line=2)
    if not isinstance(told, dict) or not set(told) <= set(FIELDS) or not all(isinstance(v, str) for v in told.values()):
        raise Misuse(f"{place}: front matter holds {', '.join(FIELDS)} and nothing else.")
    return told


def _from_html(page: str, place: str) -> Article:
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, favor_precision=True)
    if found is None or isinstance(found, dict) or not _has_words(found.text or ""):
        raise Misuse(f"{place} is a web page in which no article was found.")
    text, title = str(found.text), found.title
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    day = parse_day(found.date, place) if found.date else None
    return Article(text=text, outlet=found.sitename, published=day, url=found.url, title=title)


def _not_empty(text: str, place: str) -> str:
    if not _has_words(text):
        raise Misuse(f"{place} holds no words.")
    return text


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
