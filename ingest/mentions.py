"""Names in a text: which tokens name an actor of the gazetteer, and which name one that it does not know."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from graph.actors import actor_id
from graph.forms import Form, FormKind, normalised
from graph.gazetteer import Gazetteer
from ingest.language import english
from ingest.longer_names import LongerNames
from ingest.name import Name
from ingest.named_after import NamedAfter
from ingest.noun_phrases import is_generic, is_ordinal
from ingest.schools import with_schools
from ingest.surnames import Surnames
from ingest.titled import titled
from ingest.tokens import Doc, Token

LONGEST_NAME = 8
"""Tokens; the longest form of the gazetteer that a news report uses has seven."""

PRIORITY = (
    FormKind.NAME, FormKind.ALIAS, FormKind.SURNAME, FormKind.DESCRIPTION, FormKind.DEMONYM, FormKind.METONYM,
)  # fmt: skip


WITH_PORTFOLIO = frozenset({"minister", "secretary"})
"""Offices before which stands what they are for: "ENVIRONMENT Minister"."""


class Names:
    """The names in texts of one day.

    Args:
        gazetteer: the known actors.
        day: decides who is called by a surname alone, and which state a name meant.
    """

    def __init__(self, gazetteer: Gazetteer, day: datetime.date) -> None:
        self._gazetteer = gazetteer
        self._day = day
        self._longest = _longest_from(gazetteer)
        self._longer = LongerNames(gazetteer)
        self._met: set[str] = set()
        self._surnames = Surnames()

    def find(self, doc: Doc) -> list[Name]:
        """The names in ``doc`` in their order, longest first, without overlap."""
        found: list[Name] = []
        tokens, whole = doc.tokens, doc.text
        index = 0
        while index < len(tokens):
            longest = self._longest(tokens[index].text)
            name = self._known(tokens, index, longest, whole) if longest else None
            if name is None:
                index += 1
                continue
            found.append(name)
            self._met.add(name.actor)
            index = name.end
        found = self._longer.told_apart(doc, found)
        taken = {position for name in found for position in range(name.start, name.end)}
        unknown = self._longer.with_articles(doc, _unknown(doc, taken), found)
        named = sorted(self._longer.without_namesakes(doc, found, unknown), key=lambda name: name.start)
        things = NamedAfter(tokens, english())
        named = with_schools(doc, named, self._gazetteer)
        actors = [name for name in named if not things.take(name.start, name.end, known=name.kind is not None)]
        return self._surnames.told(doc, actors)

    def _known(self, tokens: Sequence[Token], start: int, longest: int, whole: str) -> Name | None:
        first = tokens[start]
        forms = self._gazetteer.names()
        for last in reversed(tokens[start : start + longest]):
            text = whole[first.idx : last.idx + len(last.text)]
            if normalised(text) not in forms or last.is_space or last.is_punct or last.lower_ in {"'s", "’s"}:
                continue
            form = self._form(text, first)
            if form is not None:
                return Name(start, last.i + 1, form.actor, text, form.kind)
        return None

    def _form(self, text: str, first: Token) -> Form | None:
        """The one form that ``text`` stands for, if any, told by capitals, by the day and by who was named before."""
        best = _surest(self._gazetteer, text, self._day)
        if not best:
            return None
        met = [form for form in best if form.actor in self._met]
        if best[0].kind is FormKind.SURNAME and not met:
            called = titled(best, first, self._gazetteer, self._day)
            if called is not None:
                return called
        if len({form.actor for form in met or best}) > 1:
            return None
        chosen = (met or best)[0]
        if chosen.kind is FormKind.SURNAME and not self._may_stand_alone(chosen, first):
            return None
        before = first.nbor(-1) if first.i else first
        if (
            chosen.written.startswith("the ")
            and before is not first
            and before.lower_ != "the"
            and before.text.istitle()
        ):
            # "its MEMBER States" are not the States.
            return None
        return chosen

    def _may_stand_alone(self, form: Form, first: Token) -> bool:
        """A surname alone names someone in office on the day, or someone named in full before."""
        if form.actor in self._met:
            return True
        if first.i + 1 < len(first.doc) and first.nbor().lower_ in {"al", "el", "bin", "ibn", "abu", "ben"}:
            return False
        return first.pos_ == "PROPN" and self._gazetteer.actor(form.actor).in_office_on(self._day)


@lru_cache(maxsize=50_000)
def _surest(gazetteer: Gazetteer, text: str, day: datetime.date) -> Sequence[Form]:
    """The forms that ``text`` can be read as, told by capitals and by the day: those of the surest sort."""
    if text.lower().startswith("the ") or "\n" in text:
        return ()
    forms = [form for form in gazetteer.called(text, day) if _capitals_fit(form, text)]
    forms.sort(key=lambda form: PRIORITY.index(form.kind))
    return [form for form in forms if form.kind is forms[0].kind]


def _capitals_fit(form: Form, text: str) -> bool:
    """Whether ``text`` is written as a name is: "US" and not "us", "Turkey" and not "turkey"."""
    if form.cased:
        return text.replace(".", "").isupper()
    written = form.written.removeprefix("the ")
    letters = [(a, b) for a, b in zip(written, text, strict=False) if a.isalpha() and b.isalpha()]
    return not letters or not letters[0][0].isupper() or letters[0][1].isupper()


@lru_cache(maxsize=4)
def _longest_from(gazetteer: Gazetteer) -> Callable[[str], int]:
    """How many tokens the longest name that begins with a word can have; 0 where no name begins so."""
    longest = _first_words(gazetteer)

    @lru_cache(maxsize=50_000)
    def longest_from(word: str) -> int:
        return longest.get(normalised(word).split(" ")[0], 0)

    return longest_from


def _first_words(gazetteer: Gazetteer) -> Mapping[str, int]:
    """The first word of every form, with how many tokens the longest form that begins so can have."""
    found: dict[str, int] = {}
    for key, forms in gazetteer.names().items():
        # Signs are tokens of their own: "al-Qaeda" has three.
        tokens = max(len(re.findall(r"\w+|[^\w\s]", form.written)) for form in forms)
        first = key.split(" ")[0]
        found[first] = min(LONGEST_NAME, max(found.get(first, 1), tokens))
    return found


def _unknown(doc: Doc, taken: set[int]) -> list[Name]:
    """Runs of proper nouns that no known name takes."""
    found: list[Name] = []
    run: list[Token] = []
    for token in [*doc.tokens, None]:
        fits = token is not None and token.pos_ == "PROPN" and token.i not in taken and _is_capital(token)
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
    nature = english().syntax.nature
    if words and (words[0].lower_ in nature or (words[0].i and doc[words[0].i - 1].lower_ in nature)):
        return None
    titles = [index for index, word in enumerate(words[:-1]) if _is_title(word)]
    words = words[titles[-1] + 1 :] if titles else words
    while len(words) > 2 and f"{words[0].lower_}-{words[1].lower_}" in english().syntax.ranks:
        words = words[2:]
    while words and words[0].lower_.rstrip(".") in english().syntax.not_names:
        words.pop(0)
    while words and _is_office(words[-1]):
        words.pop()
    if words and (_is_portfolio(words) or (len(words) == 1 and words[0].lower_ in english().syntax.disasters)):
        return None
    if all(is_generic(word) for word in words) or (words and words[-1].lower_ in english().syntax.named_things):
        return None
    if not words or all(_is_office(word) or word.lower_.rstrip(".") in english().syntax.not_names for word in words):
        return None
    text = doc[words[0].i : words[-1].i + 1].text
    try:
        return Name(words[0].i, words[-1].i + 1, actor_id(text), text, None)
    except ValueError:
        return None


def _belongs(before: Token, words: Sequence[Token]) -> bool:
    """Whether a capitalised adjective or a number opens the name: "the ISLAMIC Jihad", "the 9TH Infantry Regiment"."""
    if is_ordinal(before):
        return words[-1].lemma_.lower() in english().nouns.units
    first = words[0]
    within = before.pos_ in {"ADJ", "NOUN", "PROPN"} and before.text[:1].isupper() and not before.is_sent_start
    return within and before.head.i in {first.i, first.head.i}


def _is_portfolio(words: Sequence[Token]) -> bool:
    """Whether words tell what an office is for: "INDUSTRIAL RELATIONS Minister", "Minister for the ENVIRONMENT"."""
    doc = words[0].doc
    before = [token.lower_ for token in doc[max(0, words[0].i - 3) : words[0].i]]
    before = before[:-1] if before and before[-1] == "the" else before
    behind = doc[words[-1].i + 1].lower_ if words[-1].i + 1 < len(doc) else ""
    if behind == "minister" or (behind == "secretary" and len(words) == 1):
        return True
    named = before[-1:] == ["for"] and len(before) > 1 and before[-2] in WITH_PORTFOLIO
    return named and len(words) < 3


def _is_title(token: Token) -> bool:
    """Whether a word in the middle of capitals is an office that somebody holds: "Energy MINISTER Alexander Novak"."""
    return token.lower_ in english().syntax.titles


def _is_office(token: Token) -> bool:
    """Whether a word in capitals is an office and no name: "Security ADVISOR"."""
    nouns = english().nouns
    return token.lower_ in nouns.leads or token.lower_ in nouns.represents or token.lower_ in nouns.belongs
