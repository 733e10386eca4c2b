"""What is named after a state or a town and is no actor: "the South China SEA", "the Iraq WAR"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.forms import normalised
from ingest.language import Language
from ingest.tokens import Doc, Token


class NamedAfter:
    """The names of waters, mountains, wars and treaties in one passage.

    Args:
        doc: the passage.
        language: its words for such things, and its towns and regions.
    """

    def __init__(self, doc: Doc, language: Language) -> None:
        self._tokens = tokens = doc.tokens
        self._language = language
        general = language.syntax.named_after
        ships = language.syntax.ship_prefixes
        words = () if doc.words.isdisjoint(general) else tokens
        waters = (token for token in words if token.lower_ in general and token.text[0].isupper())
        self._general = frozenset(t.i for t in waters if not t.i or tokens[t.i - 1].lower_ not in ships)
        self._named = frozenset(word for place in self._general for word in _name_around(tokens, place))

    def take(self, start: int, end: int, *, known: bool) -> bool:
        """Whether a name of an actor is none, because it stands within the name of such a thing.

        Args:
            start: the place of its first word.
            end: the place behind its last word.
            known: whether the gazetteer has it; then it is an actor where it has the general word too.
        """
        words = range(start, end)
        if not self._named.issuperset(words):
            return False
        if self._general.isdisjoint(words):
            return True
        text = " ".join(self._tokens[word].text for word in words)
        return not (known or normalised(text) in self._language.places)


def _name_around(tokens: Sequence[Token], place: int) -> Iterator[int]:
    """The words of the name that has its general word at ``place``."""
    end = place + 1
    if end < len(tokens) and _is_capital(tokens[end]):
        # "Gulf Cooperation Council", "Bay Area": something else has its name from it.
        return
    start = place
    while start and _is_capital(tokens[start - 1]) and not tokens[start - 1].is_punct:
        start -= 1
    if start and tokens[start - 1].text in {"-", "–", "/"}:
        # "the Iran-Iraq War": they are who fought it.
        return
    if end + 1 < len(tokens) and tokens[end].lower_ == "of":
        after = end + 1 + (tokens[end + 1].lower_ in {"the", "an"})
        last = after
        while last < len(tokens) and _is_capital(tokens[last]):
            last += 1
        end = last if last > after else end
    yield from range(start, end)


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"}
