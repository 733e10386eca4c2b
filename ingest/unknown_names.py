"""Names that the gazetteer does not know: runs of words in capitals that can name an actor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.actors import actor_id
from graph.days import WEEKDAYS
from ingest.language import english
from ingest.name import Name
from ingest.names_apart import is_currency, is_manner, is_other_land
from ingest.noun_phrases import is_generic, is_ordinal
from ingest.tokens import Doc, Token
from ingest.tree import HYPHENS, joined_before

MAKE = re.compile(r"[A-Z][A-Za-z]{0,2}-\d{1,3}[A-Z]?s?")
"""What aircraft and arms are called: "F-16s", "MiG-29", "AK-47"."""

SORTS = frozenset({"compound", "amod"})

BETWEEN = 3
"""Words that may stand between a make and the thing: "F-16 FIGHTER jets"."""

GIVEN = frozenset({"jan", "april", "june", "may", "august"})
"""Months that are first names too."""

WITH_PORTFOLIO = frozenset({"minister", "secretary"})
"""Offices before which stands what they are for: "ENVIRONMENT Minister"."""


def unknown_names(doc: Doc, taken: set[int]) -> list[Name]:
    """Runs of proper nouns that no known name takes."""
    found: list[Name] = []
    run: list[Token] = []
    for token in [*doc.tokens, None]:
        fits = token is not None and token.pos_ == "PROPN" and token.i not in taken and _is_capital(token)
        fits = fits and token is not None and not is_currency(token) and not is_manner(token)
        if not fits and not run:
            continue
        joined = token is not None and bool(run) and token.i == run[-1].i + 1 and _same_name(run[-1], token)
        if fits and token is not None and (not run or joined):
            run.append(token)
            continue
        if run and (name := _as_name(doc, run, taken)) is not None:
            # "VERMONT AIR National Guard": what was read so far is its beginning.
            found = [other for other in found if other.end <= name.start]
            found.append(name)
        run = [token] if fits and token is not None else []
    return found


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and re.search(r"[^\W\d_]", token.text) is not None


def _same_name(before: Token, token: Token) -> bool:
    """Whether two neighbours are parts of one name."""
    return token.head in {before, before.head} or before.head == token or token.dep_ in {"flat", "compound"}


def _as_name(doc: Doc, run: Sequence[Token], taken: set[int]) -> Name | None:
    words = list(run)
    while words and words[0].i and words[0].i - 1 not in taken and _belongs(doc[words[0].i - 1], words):
        words.insert(0, doc[words[0].i - 1])
    if words and _is_against(words[0]) and is_generic(words[-1]):
        # "the COUNTER-Terrorism Service"
        words = [*doc.tokens[words[0].i - 2 : words[0].i], *words]
    nature = english().syntax.nature
    if words and (words[0].lower_ in nature or (words[0].i and doc[words[0].i - 1].lower_ in nature)):
        return None
    titles = [index for index, word in enumerate(words[:-1]) if _is_title(word)]
    words = words[titles[-1] + 1 :] if titles else words
    while len(words) > 2 and f"{words[0].lower_}-{words[1].lower_}" in english().syntax.ranks:
        words = words[2:]
    while words and words[0].lower_.rstrip(".") in english().syntax.not_names and not _opens_name(words):
        words.pop(0)
    while len(words) > 1 and words[-1].lower_ in WEEKDAYS:
        # "the General Assembly FRIDAY"
        words.pop()
    while words and _is_office(words[-1]) and not _is_surname(words):
        words.pop()
    if words and (_is_portfolio(words) or (len(words) == 1 and words[0].lower_ in english().syntax.disasters)):
        return None
    if (
        all(is_generic(word) or word.lower_ in english().syntax.creeds for word in words)
        or _names_thing(words)
        or _is_make(words[-1])
    ):
        return None
    if all(_is_office(word) or word.lower_.rstrip(".") in english().syntax.not_names for word in words):
        return None
    text = doc[words[0].i : words[-1].i + 1].text
    if len(text) == 1 or MAKE.fullmatch(text):
        return None
    try:
        return Name(words[0].i, words[-1].i + 1, actor_id(text), text, None)
    except ValueError:
        return None


def _is_against(word: Token) -> bool:
    """Whether a word with a capital has a prefix with one before it: "ANTI-Corruption"."""
    before = joined_before(word)
    return before is not None and before.lower_ in {"anti", "counter"} and before.text[0].isupper()


def _names_thing(words: Sequence[Token]) -> bool:
    """Whether a name ends in a word for a thing, or such a word goes on with it: "the Israel Boycott LAW"."""
    last = words[-1]
    return any(word.text[0].isupper() and word.lower_ in english().syntax.named_things for word in (last, last.behind))


def _opens_name(words: Sequence[Token]) -> bool:
    """Whether where a body stands is a part of its name, or a month a person's: "the SOUTHERN Front", "JAN Kubis"."""
    if len(words) > 1 and words[0].lower_ in GIVEN:
        return True
    turned = words[0].lower_.endswith("ern") and words[0].i > words[0].sent.start
    return turned and len(words) > 1 and words[-1].lower_ in english().syntax.body_words


def _is_make(last: Token) -> bool:
    """Whether a name is that of a make: "APACHE combat helicopters"."""
    doc = last.doc
    place = last.i + 1
    while place < min(last.i + BETWEEN, len(doc)) and (doc[place].text in HYPHENS or doc[place].dep_ in SORTS):
        place += 1
    return place < len(doc) and doc[place].lower_ in english().syntax.made and doc[place].text.islower()


def _belongs(before: Token, words: Sequence[Token]) -> bool:
    """Whether a capitalised adjective or a number opens the name: "the ISLAMIC Jihad", "the 9TH Infantry Regiment"."""
    if is_ordinal(before):
        return words[-1].lemma_.lower() in english().nouns.units
    first = words[0]
    taken = before.pos_ == "ADJ" or before.text in english().syntax.families
    if taken and first.dep_ == "flat" and first.head is before and before.text[:1].isupper():
        # "ZAHRAN Alloush", "MA Jian"
        return True
    # "NEW Mexico" also opens sentences.
    land = first.lower_ in english().syntax.lands_behind.get(before.lower_, ())
    opens = before.is_sent_start and not land and not any(is_other_land(word) for word in words)
    joint = before.dep_ in SORTS and before.lower_ in {"combined", "counter", "united"}
    within = (before.pos_ in {"ADJ", "NOUN", "PROPN"} or joint) and before.text[:1].isupper() and not opens
    return within and before.head.i in {first.i, first.head.i}


def _is_portfolio(words: Sequence[Token]) -> bool:
    """Whether words tell what an office is for: "INDUSTRIAL RELATIONS Minister", "the ministry of HIGHER EDUCATION"."""
    doc = words[0].doc
    before = [token.lower_ for token in doc[max(0, words[0].i - 3) : words[0].i]]
    before = before[:-1] if before and before[-1] == "the" else before
    behind = doc[words[-1].i + 1].lower_ if words[-1].i + 1 < len(doc) else ""
    if before[-2:] == ["ministry", "of"] or behind == "minister" or (behind == "secretary" and len(words) == 1):
        return True
    named = before[-1:] == ["for"] and len(before) > 1 and before[-2] in WITH_PORTFOLIO
    return named and len(words) < 3


def _is_title(token: Token) -> bool:
    """Whether a word in the middle of capitals is an office that somebody holds: "Energy MINISTER Alexander Novak"."""
    return token.lower_ in english().syntax.titles


def _is_surname(words: Sequence[Token]) -> bool:
    """Whether an office behind a given name is a family's name: "Kevin KING"."""
    given = words[0].lower_ in english().syntax.men or words[0].lower_ in english().syntax.women
    return given and len(words) > 1 and words[-1].dep_ == "flat" and words[-1].before is words[-2]


def _is_office(token: Token) -> bool:
    """Whether a word in capitals is an office and no name: "Security ADVISOR"."""
    nouns = english().nouns
    return token.lower_ in nouns.leads or token.lower_ in nouns.represents or token.lower_ in nouns.belongs
