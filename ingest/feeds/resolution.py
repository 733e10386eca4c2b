"""Resolution: from the names and numbers by which a feed calls an actor to the actor that is meant."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

from graph.actors import Actor, ActorKind, actor_id, id_of_unnamed
from graph.entries import Entry
from graph.forms import FormKind, normalised
from graph.gazetteer import Gazetteer
from ingest.feeds.actor_codes import role_words, state_numbers
from ingest.feeds.telling import Party, Unreadable, outlet_called

REMEMBERED = 200_000
"""How many names are kept with what they mean. A feed of a year has some 50,000."""

LONGEST_NAME = 300

MILITARY = ("military", "armed forces", "army", "military forces", "defense forces")
"""Words for the armed forces as a whole, in the order in which they are looked for."""

_OF_SOMEBODY = re.compile(r"^(?P<role>.+?)\s*\((?P<of>[^()]+)\)$")
_FORCES_OF = re.compile(
    r"^(?P<role>(?:(?:military|police|security|armed) forces|government|navy|army|air force|police|military)) of "
    r"(?P<of>.+)$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\s*\((?:\d{4})?\s*-\s*(?:\d{4})?\)")
_PATRONYMIC = re.compile(r"^\w+(?:vich|vna)$", re.IGNORECASE)
_NAMED = (FormKind.NAME, FormKind.ALIAS)


class Resolver:
    """Says who is meant; the same name on the same day of office is asked once.

    Args:
        gazetteer: the known actors.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.named = lru_cache(maxsize=REMEMBERED)(self._named)
        self.known = lru_cache(maxsize=REMEMBERED)(self._known)
        self.state_numbered = lru_cache(maxsize=REMEMBERED)(self._state_numbered)
        self._plain = lru_cache(maxsize=REMEMBERED)(Entry.plain)

    def actor(self, actor: str) -> Actor | None:
        """The actor of the gazetteer with this id."""
        entry = self.gazetteer.entries.get(actor)
        return self._plain(entry) if entry else None

    def outlet(self, name: str | None) -> Actor | None:
        """The outlet of that name: the gazetteer's, else a new one; None without a name or an id that it makes."""
        if not name:
            return None
        for form in self.gazetteer.names().get(normalised(name), ()):
            entry = self.gazetteer.entries[form.actor]
            if entry.kind is ActorKind.OUTLET and form.kind in _NAMED:
                return self._plain(entry)
        return outlet_called(name)

    def state(self, code: str) -> Actor | None:
        """The state with this ISO code, or none."""
        entry = self.gazetteer.entries.get(code)
        return self._plain(entry) if entry and entry.kind is ActorKind.STATE else None

    def _known(self, name: str, on: datetime.date, country: str | None = None) -> Actor | None:
        """The one actor of the gazetteer that is called so; None where several or none are."""
        asked = [name]
        words = name.split()
        if len(words) == 3 and _PATRONYMIC.match(words[1]):
            asked.append(f"{words[0]} {words[2]}")
        for each in asked:
            forms = [form for form in self.gazetteer.called(each, on) if form.kind in _NAMED]
            for kind in _NAMED:
                found = list(dict.fromkeys(form.actor for form in forms if form.kind is kind))
                if len(found) > 1 and country:
                    found = [actor for actor in found if self.gazetteer.entries[actor].state == country] or found
                found = self.gazetteer.by_letters(found)
                if len(found) == 1:
                    return self.actor(found[0])
        return None

    def _named(
        self, name: str, on: datetime.date, country: str | None = None, kind: ActorKind = ActorKind.UNKNOWN
    ) -> Party:
        """Who is called by a name that a feed spells out.

        "Police (Australia)" and "Military Forces of Israel (2022-)" are organs of a state, "Citizen (India)" is a part
        of its people, "Terrorist (Hezbollah)" is the group itself; what the gazetteer does not know is a new actor.

        Args:
            name: the name.
            on: the day, for names that change hands.
            country: the country that the feed gives for it: an ISO code, or a name.
            kind: of a new actor.

        Raises:
            Unreadable: if it is empty.
        """
        name = " ".join(name.split())[:LONGEST_NAME]
        if not name:
            raise Unreadable("An actor has no name.")
        home = self.country(country, on) if country else None
        known = self.known(name, on, home.id if home else None)
        if known:
            return Party(known)
        years = _YEARS.search(name)
        bare, unit = (name[: years.start()], name[years.end() :].strip()) if years else (name, "")
        if years and (known := self.known(bare, on, home.id if home else None)):
            return Party(known)
        of_somebody = _OF_SOMEBODY.match(bare) or _FORCES_OF.match(bare)
        if of_somebody:
            party = self._in_role(f"{of_somebody['role']} {unit}".strip(), of_somebody["of"], on)
            if party:
                return party
        return Party(self.new(f"{bare} {unit}".strip() or name, kind, home), how="new")

    def _in_role(self, role: str, of: str, on: datetime.date) -> Party | None:
        """Who acts in a role of somebody; None where nobody knows whose role it is."""
        place = of.split(",")[-1].strip()
        whole = self.known(of, on) or self.known(place, on)
        if whole is None:
            return None
        if whole.kind is not ActorKind.STATE:
            return Party(whole)
        return self.role(role, whole)

    def role(self, word: str, state: Actor, *, organ: bool | None = None) -> Party:
        """A part of the organs or of the people of a state.

        Args:
            word: which: "Police", "Citizen".
            state: the state.
            organ: whether it acts for the state; found out from the words unless given.
        """
        spoken = f" {normalised(word)} "
        if normalised(word) in role_words().state:
            return Party(state, how="role")
        if organ is None:
            organ = _any_in(role_words().organs, spoken) and not _any_in(role_words().without, spoken)
        named = self._body(word, state)
        actor = named or Actor(
            id=actor_id(f"{word} {state.name}"),
            name=f"{word} ({state.name})"[:LONGEST_NAME],
            kind=ActorKind.BODY if organ else ActorKind.UNKNOWN,
            country=state.state,
        )
        return Party(actor, state if organ else None, how="role")

    def _body(self, word: str, state: Actor) -> Actor | None:
        """The body of a state that the gazetteer holds under the state's adjective: "Israeli military"."""
        entry = self.gazetteer.entries.get(state.id)
        words = MILITARY if normalised(word) in MILITARY else (word,)
        for adjective in entry.demonyms[:1] if entry else ():
            for each in words:
                found = self.known(f"{adjective} {each}", datetime.date.max)
                if found and found.state == state.id:
                    return found
        return None

    def _state_numbered(self, number: int, on: datetime.date | None) -> Party:
        """The state with a number of the Correlates of War, or of Gleditsch and Ward.

        Raises:
            Unreadable: if no state has it.
        """
        known = state_numbers().get(number)
        if known is None:
            raise Unreadable(f"No state has the number {number}.")
        if known.name:
            return Party(self.new(known.name, ActorKind.STATE), how="new")
        entries = [self.gazetteer.actor(state) for state in known.states]
        existing = [
            entry
            for entry in entries
            if on is None or (entry.existed_on(on) and on >= known.since.get(entry.id, datetime.date.min))
        ]
        return Party(self._plain((existing or entries[-1:])[0]))

    def country(self, told: str, on: datetime.date) -> Actor | None:
        """The state that a feed names as somebody's country, by its ISO code or its name."""
        found = self.state(told) or self.known(told, on)
        return found if found and found.kind is ActorKind.STATE else None

    def new(self, name: str, kind: ActorKind = ActorKind.UNKNOWN, country: Actor | None = None) -> Actor:
        """An actor that the gazetteer does not know."""
        try:
            slug = actor_id(name)
        except ValueError:
            slug = f"named-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        known = self.actor(slug)
        return known or Actor(id=slug, name=name, kind=kind, country=country.state if country else None)

    def unnamed(self, word: str, report: str) -> Party:
        """People without a name, who belong to one report: the police of one article are not those of another."""
        try:
            return Party(Actor(id=id_of_unnamed(word, report), name=word[:LONGEST_NAME]), how="unnamed")
        except ValueError:
            return self.unnamed("somebody", report)


class Resolving:
    """What asks who is meant.

    Args:
        resolver: who is who.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver


def _any_in(words: Sequence[str], spoken: str) -> bool:
    return any(f" {word} " in spoken for word in words)
