"""Names in a text: which tokens name an actor of the gazetteer, and which name one that it does not know."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from graph.actors import ActorKind
from graph.forms import Form, FormKind, normalised
from graph.gazetteer import Gazetteer
from ingest.bodies_of_places import with_bodies_of_places
from ingest.body_names import with_bodies
from ingest.hyphened_names import family_first
from ingest.language import english
from ingest.longer_names import LongerNames
from ingest.name import Name
from ingest.named_after import NamedAfter
from ingest.names_apart import is_currency, is_manner, is_of_ship, is_of_thing, is_other_land, is_told_apart
from ingest.owned_names import with_owners
from ingest.short_names import ShortNames
from ingest.titled import titled
from ingest.tokens import Doc, Token
from ingest.unit_names import with_units
from ingest.unknown_names import unknown_names

LONGEST_NAME = 8
"""Tokens; the longest form of the gazetteer that a news report uses has seven."""

LONGEST_WRITTEN = 200
"""Characters; what is longer is a line of a table, or no text at all."""

ANY = ""
"""Stands for every second word of a name."""

APART = frozenset({"", " ", ","})
"""What may stand behind a word that is a word for itself: no apostrophe, hyphen or full stop."""

SHORT = 4
"""Letters of a name that is told from others by which of them are capitals: no "Richard COE" is the CoE."""

PRIORITY = (
    FormKind.NAME, FormKind.ALIAS, FormKind.SURNAME, FormKind.DESCRIPTION, FormKind.DEMONYM, FormKind.METONYM,
)  # fmt: skip


class Names:
    """The names in texts of one day.

    Args:
        gazetteer: the known actors.
        day: decides who is called by a surname alone, and which state a name meant.
    """

    def __init__(self, gazetteer: Gazetteer, day: datetime.date) -> None:
        self._gazetteer = gazetteer
        self._day = day
        self._forms = gazetteer.names()
        self._opening = _opening_of(gazetteer)
        self._longer = LongerNames(gazetteer)
        self._met: set[str] = set()
        self._short = ShortNames(gazetteer)
        self._unsure = False

    def find(self, doc: Doc) -> list[Name]:
        """The names in ``doc`` in their order, longest first, without overlap."""
        met, self._unsure = len(self._met), False
        found = self._read(doc)
        if self._unsure and len(self._met) > met:
            # "the SNA attacked it in Syria": what is named behind tells whose letters they are.
            found = self._read(doc)
        found = self._longer.told_apart(doc, found)
        taken = {position for name in found for position in range(name.start, name.end)}
        new = with_units(doc, unknown_names(doc, taken), taken)
        unknown = [name for name in new if not self._is_known_person(name)]
        unknown = with_owners(doc, unknown, taken)
        unknown = with_bodies(doc, self._longer.with_articles(doc, unknown, found), taken)
        named = sorted(self._longer.without_namesakes(doc, found, unknown), key=lambda name: name.start)
        things = NamedAfter(doc, english())
        named = self._longer.with_letters(doc, named)
        named = with_bodies_of_places(doc, named, self._gazetteer)
        actors = (name for name in named if not things.take(name.start, name.end, known=name.kind is not None))
        return self._short.resolved(doc, (name for name in actors if len(name.text) <= LONGEST_WRITTEN))

    def _read(self, doc: Doc) -> list[Name]:
        """The known names of a passage, and persons told by their family's name first."""
        found: list[Name] = []
        tokens, whole = doc.tokens, doc.text
        families = english().syntax.families
        taken_to = 0
        for index, token in enumerate(tokens):
            if index < taken_to:
                continue
            opening = self._opening(token.text)
            name = self._known(tokens, index, _longest(opening, tokens, index, whole), whole) if opening else None
            person = family_first(tokens, index, whole) if token.text in families else None
            name = person if person is not None and (name is None or name.end < person.end) else name
            if name is not None:
                found.append(name)
                self._met.add(name.actor)
                taken_to = name.end
        return found

    def _is_known_person(self, name: Name) -> bool:
        """Whether a name that is nobody's here is a known person's: what is named for him is not he."""
        entry = self._gazetteer.entries.get(name.actor)
        return entry is not None and entry.kind is ActorKind.PERSON

    def _known(self, tokens: Sequence[Token], start: int, longest: int, whole: str) -> Name | None:
        first = tokens[start]
        for last in reversed(tokens[start : start + longest]):
            text = whole[first.idx : last.idx + len(last.text)]
            if normalised(text) not in self._forms or last.is_space or last.is_punct or last.lower_ in {"'s", "’s"}:
                continue
            if is_currency(last) or is_other_land(first) or is_manner(last):
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
        told = met or (self._of_several(best) if len({form.actor for form in best}) > 1 else best)
        if len({form.actor for form in told}) > 1:
            return None
        chosen = told[0]
        before = first.before
        if is_told_apart(chosen, first, text) or is_of_ship(first):
            return None
        if self._gazetteer.actor(chosen.actor).kind is ActorKind.PERSON and is_of_thing(first, text):
            return None
        if chosen.kind is FormKind.SURNAME and not self._may_stand_alone(chosen, first):
            return None
        if (
            chosen.written.startswith("the ")
            and before is not first
            and before.lower_ != "the"
            and before.text.istitle()
        ):
            # "its MEMBER States" are not the States.
            return None
        return chosen

    def _of_several(self, forms: Sequence[Form]) -> list[Form]:
        """Of several who are called so those whose state was named before, else those who mostly are: "the ADF"."""
        home = [form for form in forms if self._gazetteer.actor(form.actor).country in self._met]
        if home:
            return home
        self._unsure = self._unsure or forms[0].kind is FormKind.ALIAS
        meant = self._gazetteer.by_letters([form.actor for form in forms])
        return [form for form in forms if form.actor in meant]

    def _may_stand_alone(self, form: Form, first: Token) -> bool:
        """A surname alone names someone in office on the day, or someone named in full before."""
        if form.actor in self._met:
            return True
        if first.behind.lower_ in {"al", "el", "bin", "ibn", "abu", "ben"}:
            return False
        return first.pos_ == "PROPN" and self._gazetteer.actor(form.actor).in_office_on(self._day)


def _longest(opening: Mapping[str, int], tokens: Sequence[Token], start: int, whole: str) -> int:
    """How many tokens the longest name that begins at a token can have.

    Args:
        opening: how the names go on that begin with this token; see ``_openings``.
        tokens: the passage's.
        start: which of them.
        whole: the passage's letters.
    """
    if start + 1 == len(tokens) or not tokens[start].text.isalpha():
        return opening[ANY]
    after = tokens[start + 1]
    end = after.idx + len(after.text)
    if whole[after.idx - 1] != " " or whole[end : end + 1] not in APART:
        # A sign may be a part of the word before it.
        return opening[ANY]
    second = normalised(after.text).split(" ")[0]
    return opening.get(second, 1) if second else opening[ANY]


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
    if len(written) <= SHORT and written[:1].isupper() and not (written.isupper() or written.istitle()):
        return text in {written, written.upper()}
    letters = [(a, b) for a, b in zip(written, text, strict=False) if a.isalpha() and b.isalpha()]
    return not letters or not letters[0][0].isupper() or letters[0][1].isupper()


def _is_large(form: Form) -> bool:
    """Whether a form begins with a capital wherever it is a name."""
    return form.cased or (form.written[:1].isupper() and not form.written.startswith("the "))


@lru_cache(maxsize=4)
def _opening_of(gazetteer: Gazetteer) -> Callable[[str], Mapping[str, int] | None]:
    """Tells how the names that begin with a word go on; None where no name begins so."""
    openings = _openings(gazetteer)
    forms = (form for forms in gazetteer.names().values() for form in forms)
    # "to" is no TO, and "a" opens no name.
    small = frozenset(normalised(form.written).split(" ")[0] for form in forms if not _is_large(form))

    @lru_cache(maxsize=50_000)
    def opening_of(word: str) -> Mapping[str, int] | None:
        opens = normalised(word).split(" ")[0]
        return None if word[:1].islower() and opens not in small else openings.get(opens)

    return opening_of


def _openings(gazetteer: Gazetteer) -> Mapping[str, Mapping[str, int]]:
    """The first word of every form, with the second words of the forms that begin so, and how long they get.

    Returns:
        under each first word, normalised, how many tokens its forms can have: under their second word, normalised,
        and under ``ANY``, whatever comes second.
    """
    longest: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, forms in gazetteer.names().items():
        # Signs are tokens of their own: "al-Qaeda" has three.
        tokens = min(LONGEST_NAME, max(len(re.findall(r"\w+|[^\w\s]", form.written)) for form in forms))
        first, *more = key.split(" ")
        opening = longest[first]
        for second in (*more[:1], ANY):
            opening[second] = max(opening.get(second, 1), tokens)
    return longest
