"""Titles: the many words for one office, and the words before a name that are no part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from pydantic import Field

from graph.forms import normalised
from graph.model import Model


class Titles(Model):
    """The rows of ``data/gazetteer/titles.yaml``, which explains the fields at its head."""

    offices: tuple[tuple[str, ...], ...]
    leading: tuple[str, ...]
    led_by: Mapping[str, tuple[str, ...]]
    honorifics: tuple[str, ...] = Field(min_length=1)
    sole: Mapping[str, str] = Field(default_factory=dict)

    def words_for(self, titles: Iterable[str]) -> frozenset[str]:
        """Every word for an office that is called by any of ``titles``, normalised."""
        found: set[str] = set()
        for title in titles:
            key = normalised(title)
            found.add(key)
            found.update(self._alike.get(key, ()))
        return frozenset(found)

    def leads(self, word: str) -> bool:
        """Whether a normalised word is said of whoever leads, whatever the office is called."""
        return word in self._leading

    def names_an_office(self, word: str) -> bool:
        """Whether a normalised word is a title, or is said of whoever leads."""
        return word in self._alike or word in self._leading

    def have_word(self, word: str) -> bool:
        """Whether a normalised word is a part of anything that names an office."""
        return self._words.issuperset(word.split())

    def is_honorific(self, word: str) -> bool:
        """Whether a normalised word stands before names without being part of them."""
        return word in self._honorifics

    def order_of_leading(self, actor: str) -> tuple[str, ...]:
        """The titles, normalised, whose holder leads the actor, in the order in which they go before each other."""
        return tuple(normalised(title) for title in self.led_by.get(actor, self.led_by["default"]))

    @cached_property
    def _alike(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for row in self.offices:
            words = {normalised(title) for title in row}
            # Words such as "chief" stand in many rows: they are reached from an office, but lead to none.
            for word in words - self._leading:
                found.setdefault(word, set()).update(words)
        return {word: frozenset(words) for word, words in found.items()}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for title in (*self._alike, *self._leading) for word in title.split())

    @cached_property
    def _leading(self) -> frozenset[str]:
        return frozenset(normalised(word) for word in self.leading)

    @cached_property
    def _honorifics(self) -> frozenset[str]:
        return frozenset(normalised(word) for word in self.honorifics)
