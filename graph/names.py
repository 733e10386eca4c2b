"""Names: from what somebody types to the actor that is meant."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from graph.actors import Actor, ActorKind
from graph.errors import AmbiguousName, Misuse, UnknownName
from graph.forms import Form, FormKind, normalised, without_possessive
from graph.gazetteer import Gazetteer
from graph.identities import Identities

LONGEST_NAME = 300
"""No name of the gazetteer is longer than a third of this; what is longer is looked up nowhere."""

LISTED = 8
"""How many candidates or suggestions an error lists."""

How = Literal["id", "name", "alias", "role", "fuzzy"]

_TIERS: tuple[frozenset[FormKind], ...] = (
    frozenset({FormKind.NAME}),
    frozenset({FormKind.ALIAS, FormKind.DEMONYM, FormKind.METONYM, FormKind.DESCRIPTION}),
    frozenset({FormKind.SURNAME}),
)


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was found to mean.

    Args:
        actor: the actor that is meant.
        how: whether the name is its id, its name, another name for it (a surname counts as one), the title of an
            office, or one of its names with a slip of the pen.
        matched: the form that was matched, as the gazetteer writes it.
    """

    actor: Actor
    how: How
    matched: str


class Names:
    """Looks names up, among the gazetteer's actors and others.

    Args:
        gazetteer: the actors with their names and offices.
        more: actors that the gazetteer may not know, such as those of a graph; one with an id that the gazetteer knows
            adds its names to it.
        identities: which actors are the same; a name of one of them leads to the one by whose id they go. None
            leaves every actor as it is written.
    """

    def __init__(self, gazetteer: Gazetteer, more: Iterable[Actor] = (), identities: Identities | None = None) -> None:
        self._gazetteer = gazetteer
        self._identities = identities or Identities()
        self._more: dict[str, Actor] = {}
        self._more_forms: dict[str, list[Form]] = {}
        for actor in more:
            if actor.id not in gazetteer.entries:
                self._more[actor.id] = actor
            named = [(FormKind.NAME, actor.name), *((FormKind.ALIAS, alias) for alias in actor.aliases)]
            for kind, written in named:
                self._more_forms.setdefault(normalised(written), []).append(Form(actor.id, kind, written))
        self._more_forms.pop("", None)

    def find(self, name: str, on: datetime.date | None = None) -> Match:
        """The actor that ``name`` means.

        Tried in turn, the first that fits wins: an id; a name; an alias, demonym, metonym or description; a surname; a
        name after a title ("Ayatollah Khamenei"); an office ("Israeli defence minister"); a name with one or two
        letters off, where no other name is nearly as near.

        Args:
            name: what was typed; case, accents, "the" and a possessive ending do not matter.
            on: the day that offices and surnames are read for; today where None.

        Raises:
            Misuse: if the name is empty.
            AmbiguousName: if it fits several actors.
            UnknownName: if it fits none; with the nearest names.
        """
        typed = "".join(letter if letter.isprintable() else " " for letter in name[: LONGEST_NAME + 1]).strip()
        day = on or datetime.datetime.now().astimezone().date()
        if not typed:
            raise Misuse("The name is empty; give the name or the id of an actor.")
        if len(typed) > LONGEST_NAME:
            raise UnknownName(typed[:40] + "…")
        for match in self._readings(typed, day):
            return match
        raise UnknownName(typed, self._suggestions(normalised(typed), typed, day))

    def nearest(self, name: str, on: datetime.date | None = None) -> list[tuple[str, str]]:
        """``(actor id, name)`` of the actors that ``name`` may mean, the nearest first; empty where none is near.

        Args:
            name: as for ``find``.
            on: as for ``find``.
        """
        try:
            actor = self.find(name, on).actor
        except (AmbiguousName, UnknownName) as error:
            return list(error.candidates if isinstance(error, AmbiguousName) else error.suggestions)
        except Misuse:
            return []
        return [(actor.id, actor.name)]

    def _readings(self, typed: str, day: datetime.date) -> Iterator[Match]:
        """The ways to read a name, the surest first."""
        yield from self._by_id(typed)
        for words in dict.fromkeys((typed, without_possessive(typed))):
            yield from self._by_form(words, day)
        yield from self._by_id(typed.upper())
        yield from self._after_a_title(typed, day)
        yield from self._by_office(typed, day)
        yield from self._by_likeness(normalised(typed))

    def _by_id(self, typed: str) -> Iterator[Match]:
        if typed in self._actors or typed in self._more or self._identities.canonical(typed) != typed:
            yield Match(self._actor(typed), "id", typed)

    def _by_form(self, words: str, day: datetime.date, kinds: Iterable[ActorKind] = ()) -> Iterator[Match]:
        """The actor called by one of its forms, of the given kinds only where any are given."""
        forms = [*self._gazetteer.called(words, day), *self._more_forms.get(normalised(words), ())]
        wanted = frozenset(kinds)
        for tier in _TIERS:
            found = {self._actor(form.actor).id: form for form in reversed(forms) if form.kind in tier}
            actors = [self._actor(actor) for actor in reversed(found)]
            actors = [actor for actor in actors if not wanted or actor.kind in wanted]
            if len(actors) > 1:
                raise AmbiguousName(words, [(actor.id, actor.name) for actor in actors[:LISTED]])
            for actor in actors:
                how: How = "name" if FormKind.NAME in tier else "alias"
                yield Match(actor, how, found[actor.id].written)

    def _after_a_title(self, typed: str, day: datetime.date) -> Iterator[Match]:
        """The person whose name follows titles: "US Secretary of Defense Lloyd Austin", "President Biden"."""
        words = typed.split()
        for first in range(1, len(words)):
            if self._is_title(words[:first], day):
                yield from self._by_form(" ".join(words[first:]), day, (ActorKind.PERSON,))

    def _is_title(self, words: list[str], day: datetime.date) -> bool:
        """Whether words before a name are titles: "Ayatollah", "Foreign Minister", "Iranian President"."""
        if all(self._gazetteer.titles.is_honorific(normalised(word)) for word in words):
            return True
        if self._gazetteer.titles.names_an_office(normalised(" ".join(words))):
            return True
        return any(self._gazetteer.titles.names_an_office(title) for _, title in self._offices_named(words, day))

    def _by_office(self, typed: str, day: datetime.date) -> Iterator[Match]:
        """The person who held an office on the day."""
        for of, title in self._offices_named(typed.split(), day):
            held_by = self._gazetteer.holder(title, of, day)
            if held_by:
                yield Match(self._actor(held_by.id), "role", f"{title} of {self._actor(of).name}")
        asked = normalised(typed)
        holders = {
            (holder := self._actor(office.holder.id)).id: holder
            for offices in self._gazetteer.offices.values()
            for office in offices
            if office.role.held_on(day)
            and asked in {normalised(word) for word in (office.role.title, *office.role.also)}
        }
        if len(holders) > 1:
            raise AmbiguousName(typed, [(entry.id, entry.name) for entry in holders.values()][:LISTED])
        for entry in holders.values():
            yield Match(entry, "role", typed)

    def _offices_named(self, words: list[str], day: datetime.date) -> Iterator[tuple[str, str]]:
        """The ways to split words into an actor and an office: "Iran's supreme leader", "president of France"."""
        for cut in range(len(words) - 1, 0, -1):
            before, after = " ".join(words[:cut]), " ".join(words[cut:])
            for actor in self._actors_called(without_possessive(before), day):
                yield actor, normalised(after)
            if words[cut].casefold() == "of":
                for actor in self._actors_called(" ".join(words[cut + 1 :]), day):
                    yield actor, normalised(before)

    def _actors_called(self, words: str, day: datetime.date) -> list[str]:
        """Ids of the actors with offices that words can stand for; of several, none is surely meant."""
        forms = self._gazetteer.called(words, day)
        actors = dict.fromkeys(form.actor for form in forms if form.kind is not FormKind.SURNAME)
        return [actor for actor in actors if actor in self._gazetteer.offices]

    def _by_likeness(self, asked: str) -> Iterator[Match]:
        """The actor whose name is one slip away, or two in nine letters or more, where no other is nearly as near."""
        slips = 0 if len(asked) < 5 else 1 if len(asked) < 9 else 2
        if not slips:
            return
        near = process.extract(asked, self._spellings, scorer=OSA.distance, score_cutoff=slips + 1, limit=None)
        nearest: dict[str, tuple[float, Form]] = {}
        for _, distance, key in near:
            for form in self._forms_of(key):
                actor = self._identities.canonical(form.actor)
                if form.kind is not FormKind.SURNAME and distance < nearest.get(actor, (slips + 2, form))[0]:
                    nearest[actor] = (distance, form)
        if not nearest:
            return
        best, form = min(nearest.values(), key=lambda found: found[0])
        rivals = [actor for actor, (distance, _) in nearest.items() if distance <= best + 1]
        if best <= slips and len(rivals) == 1:
            yield Match(self._actor(form.actor), "fuzzy", form.written)

    def _suggestions(self, asked: str, typed: str, day: datetime.date) -> list[tuple[str, str]]:
        """The nearest names for an unknown one: who held the office at other times, then what is spelled alike."""
        found: dict[str, str] = {}
        for of, title in self._offices_named(typed.split(), day):
            for office in reversed(self._gazetteer.offices.get(of, ())):
                if title in office.words:
                    holder = self._actor(office.holder.id)
                    found.setdefault(holder.id, holder.name)
        for _, _, key in process.extract(asked, self._spellings, scorer=fuzz.ratio, score_cutoff=70, limit=LISTED):
            for form in self._forms_of(key):
                actor = self._actor(form.actor)
                found.setdefault(actor.id, actor.name)
        return list(found.items())[: LISTED // 2]

    @property
    def _actors(self) -> Mapping[str, Actor]:
        return self._gazetteer.entries

    def _actor(self, actor_id: str) -> Actor:
        """The actor that goes by an id; where neither the gazetteer nor anybody else names it, its id is its name."""
        known = self._identities.canonical(actor_id)
        return self._more.get(known) or self._actors.get(known) or Actor(id=known, name=known)

    def _forms_of(self, key: str) -> Iterator[Form]:
        yield from self._gazetteer.names().get(key, ())
        yield from self._more_forms.get(key, ())

    @property
    def _spellings(self) -> dict[str, str]:
        """Every normalised form, as rapidfuzz asks for it: it hands the key back with each hit."""
        return {key: key for key in (*self._gazetteer.names(), *self._more_forms)}
