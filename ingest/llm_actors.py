"""From the names in a language model's answer to actors, none of whom the text does not name."""

from __future__ import annotations

import datetime

from graph.actors import Actor, actor_id, id_of_unnamed
from graph.entries import Entry
from graph.errors import AmbiguousName, Misuse, UnknownName
from graph.forms import FormKind
from graph.gazetteer import Gazetteer
from graph.names import Names
from graph.reports import Report
from ingest.llm_quotes import Passages
from ingest.llm_schema import NamedActor

PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "his", "hers", "its", "their",
     "this", "that", "these", "those", "who", "which", "both", "each", "others", "one", "someone", "nobody"]
)  # fmt: skip
"""A model that names an actor so has not said who it is."""


class ReportActors:
    """The actors of one report, known and new.

    Args:
        gazetteer: the known actors.
        report: gives the day for which offices and surnames are read, and the mark of people without a name.
    """

    def __init__(self, gazetteer: Gazetteer, report: Report) -> None:
        self._gazetteer = gazetteer
        self._names = Names(gazetteer)
        self._day = report.published or datetime.datetime.now().astimezone().date()
        self._report = report.id
        self._found: dict[str, Actor] = {}

    def find(self, said: NamedActor, passages: Passages) -> str:
        """The actor's id; a name that nobody knows becomes a new actor.

        A model may know whom "the movement" means without the text telling. Such an actor is refused: the text has to
        hold a form of the actor's name, or words that by themselves mean it, such as an office.

        Args:
            said: the actor as the answer names it.
            passages: the text in which it has to be named.

        Raises:
            ValueError: if the name fits several actors or nobody in particular, or the text does not name the actor.
        """
        name = " ".join(said.name.split())
        known = self._known(name)
        if known is None:
            return self._new(name, passages)
        if not self._is_named(known, said, passages):
            raise ValueError(f"the text nowhere names {known.name}")
        return known.id

    def is_plain(self, said: NamedActor, actor: str) -> bool:
        """Whether the words at that place by themselves name the actor, with no need to know what "it" stands for."""
        try:
            known = self._known(said.words)
        except ValueError:
            return False
        return said.words.casefold() == said.name.casefold() if known is None else known.id == actor

    def actor(self, identifier: str) -> Actor:
        """An actor, as it is written to the graph."""
        entry = self._gazetteer.entries.get(identifier)
        return entry.plain() if entry else self._found.get(identifier) or Actor(id=identifier, name=identifier)

    def _known(self, name: str) -> Entry | None:
        """The gazetteer's actor of that name; one that is only spelled alike is not taken for it."""
        try:
            match = self._names.find(name, self._day)
        except UnknownName:
            return None
        except (AmbiguousName, Misuse) as error:
            raise ValueError(str(error)) from None
        guessed = match.how == "fuzzy" or (match.how == "id" and match.actor.id != name)
        return None if guessed else self._gazetteer.entries.get(match.actor.id)

    def _is_named(self, entry: Entry, said: NamedActor, passages: Passages) -> bool:
        if passages.find(said.name) is not None:
            return True
        for kind, form in entry.forms():
            exact = kind is FormKind.SURNAME or (len(form) <= 5 and form.isupper())
            if passages.find(form, any_case=not exact) is not None:
                return True
        return passages.find(said.words) is not None and self.is_plain(said, entry.id)

    def _new(self, name: str, passages: Passages) -> str:
        if name.casefold() in PRONOUNS:
            raise ValueError(f"'{name}' does not say which actor is meant")
        if passages.find(name, any_case=True) is None:
            raise ValueError(f"the text nowhere names '{name[:80]}'")
        bare = name.removeprefix("the ").removeprefix("The ")
        identifier = id_of_unnamed(bare, self._report) if bare == bare.lower() else actor_id(bare)
        if identifier not in self._gazetteer.entries:
            self._found.setdefault(identifier, Actor(id=identifier, name=bare, country=self._country(bare)))
        return identifier

    def _country(self, name: str) -> str | None:
        """The state whose adjective a new actor's name begins with: "Syrian rebels" are of Syria."""
        words = name.split()
        for cut in range(min(len(words) - 1, 3), 0, -1):
            forms = self._gazetteer.called(" ".join(words[:cut]), self._day)
            states = {form.actor for form in forms if form.kind is FormKind.DEMONYM}
            if len(states) == 1:
                return self._gazetteer.entries[states.pop()].state
        return None
