"""Whether the words beside a known name tell that it is none, or is another's: "TORY Congress", "US$"."""

from __future__ import annotations

from graph.forms import Form, FormKind
from ingest.language import english
from ingest.noun_phrases import is_generic
from ingest.tokens import Token
from ingest.tree import HYPHENS

ARTICLES = frozenset({"a", "an"})

PORTFOLIOS = frozenset({"labour", "labor"})
"""Names of parties that tell what courts and ministries are for too: "the LABOUR Court"."""

OTHER_AMERICAS = frozenset({"Latin", "South", "North", "Central", "Meso", "Ibero", "Inter", "Pan"})

BODIES = frozenset(
    {"Court", "Tribunal", "Ministry", "Department", "Office", "Bureau", "Board", "Commission", "Council"}
)

MANNERS = frozenset({"style", "type", "like", "era", "esque"})
"""Words behind a name and a hyphen by which nobody is meant."""

NAMESAKES = {"Mexico": "New", "England": "New", "Jersey": "New", "Wales": "New South"}
"""Names of countries that are those of other lands behind these words."""


def is_other_land(first: Token) -> bool:
    """Whether another land is meant than the country: "SOUTH America", "LATIN American leaders", "NEW Mexico"."""
    before = first.before
    if first.text in NAMESAKES and before is not first:
        words = NAMESAKES[first.text].split()
        return [word.text for word in first.doc.tokens[max(0, first.i - len(words)) : first.i]] == words
    if before.text in HYPHENS and before.i:
        before = before.before
    return first.text.startswith("America") and before.text in OTHER_AMERICAS


def is_told_apart(form: Form, first: Token, text: str) -> bool:
    """Whether the word before a name tells that it is none, or another's: "to create AN Islamic state"."""
    if form.kind is not FormKind.ALIAS and form.kind is not FormKind.NAME:
        return False
    small = text.rpartition(" ")[2].islower()
    if small and first.before.lower_ in ARTICLES:
        return True
    if small and _behind(first, text).lemma_.lower() in english().nouns.about_armies:
        # "Russian military BLOGGERS"
        return True
    if " " not in form.written and text.lower() in english().nouns.wholes and _behind(first, text).lower_ == "of":
        # "the QUARTET of Egypt, Saudi Arabia and two others"
        return True
    return form.kind is FormKind.ALIAS and (_is_of_another(first) if " " in form.written else _is_part_of_name(first))


def _is_part_of_name(word: Token) -> bool:
    """Whether a word that many bodies have in theirs is a part of a longer name: "Tory CONGRESS", "LABOUR Court"."""
    if not is_generic(word):
        return False
    before = word.before
    named = before.pos_ == "PROPN" and before.head is word and before.dep_ in {"compound", "flat"}
    if named and before.text.istitle() and not is_generic(before):
        return True
    behind = word.behind
    return word.lower_ in PORTFOLIOS and behind.text in BODIES


def _is_of_another(first: Token) -> bool:
    """Whether a body that many have is told apart by the word before: "the NATIONAL Security Council"."""
    before = first.before
    apart = before is not first and before.text[:1].isupper() and not before.is_sent_start and is_generic(before)
    return apart and is_generic(first)


def is_of_ship(first: Token) -> bool:
    """Whether a ship has the name: "the submarine USS GEORGIA"."""
    return first.before.text.isupper() and first.before.lower_ in english().syntax.ship_prefixes


def is_of_thing(first: Token, text: str) -> bool:
    """Whether a thing has a person's name: "the aircraft carrier RONALD REAGAN", "CHARLES DE GAULLE Airport"."""
    things = english().syntax.named_for_persons
    before = first.before
    behind = _behind(first, text)
    return before.lower_ in things or (behind.lower_ in things and behind.text[0].isupper())


def _behind(first: Token, text: str) -> Token:
    """The word behind a name; its first where it ends the passage."""
    end = first.i + len(text.replace("-", " - ").split())
    return first.doc[end] if end < len(first.doc) else first


def is_currency(word: Token) -> bool:
    """Whether letters only tell whose money it is: "US$3 million", "3 million US $", but not "gave Chad $3 million"."""
    return word.text.endswith("$") or (word.behind.text == "$" and word.text.isupper())


def is_manner(word: Token) -> bool:
    """Whether a name only tells in whose manner or time something is: "a GAZA style war", "SOVIET-era tanks"."""
    behind = word.behind
    joined = behind.text in HYPHENS
    return (behind.behind if joined else behind).lower_ in (MANNERS if joined else {"style"})
