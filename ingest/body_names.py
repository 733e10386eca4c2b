"""Names that a word for a body closes or opens: "the al-Ahwal BRIGADES", "the ARMY of Conquest"."""

from __future__ import annotations

from collections.abc import Iterable

from graph.actors import actor_id
from ingest.language import english
from ingest.name import Name
from ingest.noun_phrases import is_generic
from ingest.tokens import Doc, Token

JOINING = frozenset({"of", "for"})
"""Prepositions behind which the name of a body goes on."""

TRADES = frozenset({"drug", "drugs", "cocaine", "heroin", "crime"})
"""What may stand between a cartel's name and the word for it."""


def with_bodies(doc: Doc, unknown: Iterable[Name], taken: set[int]) -> list[Name]:
    """Names that nobody knows, each with the word for the body that it is.

    Args:
        doc: the passage.
        unknown: the names in it that nobody knows, in their order.
        taken: where known names stand.
    """
    whole: list[Name] = []
    for name in unknown:
        if whole and name.start < whole[-1].end:
            continue
        start, end = _start(doc, name, taken), _end(doc, name, taken)
        while whole and start < whole[-1].end:
            whole.pop()
        text = doc[start:end].text
        changed = (start, end) != (name.start, name.end)
        whole.append(Name(start, end, actor_id(text), text, None, name.state) if changed else name)
    return whole


def _end(doc: Doc, name: Name, taken: set[int]) -> int:
    """Where a name ends, with the word for a body that closes it."""
    behind = doc[name.end] if name.end < len(doc) else None
    closes = behind is not None and name.end not in taken and not behind.is_sent_start and _is_body(behind)
    return name.end + 1 if closes else _end_of_cartel(doc, name)


def _is_society(word: Token) -> bool:
    """Whether a word opens the name of a body with "of" or "for" behind it: "the INSTITUTE for National Studies"."""
    return word.text.istitle() and word.lower_ in english().syntax.societies


def _end_of_cartel(doc: Doc, name: Name) -> int:
    """Where a name ends that is also written with a small word behind it: "the Medellin drug CARTEL"."""
    behind = [word.lower_ for word in doc.tokens[name.end : name.end + 2]]
    trades = int(bool(behind) and behind[0] in TRADES)
    return name.end + trades + 1 if behind[trades : trades + 1] == ["cartel"] else name.end


def _start(doc: Doc, name: Name, taken: set[int]) -> int:
    """Where a name begins, with the words for a body that open it."""
    place = name.start - 2
    if place >= 1 and doc[place + 1].lower_ == "the" and not is_generic(doc[name.end - 1]):
        # "the Army of THE Victorious Sect"
        place -= 1
    opens = place >= doc[name.start].sent.start and doc[place + 1].lower_ in JOINING and place not in taken
    if not opens or not (_is_body(doc[place]) or _is_society(doc[place])):
        return name.start
    first = doc[name.start].sent.start
    while place - 1 >= first and place - 1 not in taken and _is_capital(doc[place - 1]):
        place -= 1
    return place


def _is_body(word: Token) -> bool:
    return word.text[:1].isupper() and word.lower_ in english().syntax.body_words


def _is_capital(word: Token) -> bool:
    """Whether a word goes on with a name to its left; no article or title that opens the sentence does."""
    return word.text[:1].isupper() and word.text.isalpha() and word.pos_ in {"ADJ", "PROPN", "NOUN"}
