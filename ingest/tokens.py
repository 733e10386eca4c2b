"""A parsed passage as plain Python values, so that walking its trees asks nothing of the parser.

The names are spaCy's own. A spaCy token is made anew at every step of a walk and looks its words up in a table each
time; reading a sentence takes hundreds of such steps.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, overload

Morph = Mapping[str, list[str]]

PLACE = attrgetter("i")
OFFSET = attrgetter("idx")


class Word(NamedTuple):
    """What is the same wherever a word stands so: its letters, lemma, part of speech and features."""

    text: str
    lower: str
    lemma: str
    pos: str
    morph: Morph


class Token:
    """A word or sign in its tree.

    Attributes:
        doc: the passage.
        i: its place in the passage, counted in tokens.
        idx: its place in the passage's text, counted in characters.
        text, lower_, lemma_: its letters, as they stand and in small letters, and its lemma.
        pos_, dep_: part of speech, and relation to ``head``, as Universal Dependencies names them.
        morph: its features, each with its values.
        head: what it hangs on; a root hangs on itself.
        children: what hangs on it, in the order of the text.
        sent: its sentence.
    """

    __slots__ = ("children", "dep_", "doc", "head", "i", "idx", "lemma_", "lower_", "morph", "pos_", "sent", "text")

    head: Token
    sent: Span

    def __init__(self, doc: Doc, i: int, idx: int, word: Word, dep: str) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text, self.lower_, self.lemma_, self.pos_, self.morph = word
        self.dep_ = dep
        self.children: Sequence[Token] = ()

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, and what that hangs on, up to the root."""
        step = self
        while step.head is not step:
            step = step.head
            yield step

    @property
    def subtree(self) -> list[Token]:
        """Itself and all that hangs on it, however deep, in the order of the text."""
        if not self.children:
            return [self]
        found: list[Token] = []
        # No function that calls itself: a list of a thousand words hangs a thousand deep.
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                found.append(token)
                continue
            waiting.extend([(child, False) for child in reversed(token.children) if child.i > token.i])
            waiting.append((token, True))
            waiting.extend([(child, False) for child in reversed(token.children) if child.i < token.i])
        return found

    @property
    def right_edge(self) -> Token:
        """The last of ``subtree``."""
        return max(self.subtree, key=PLACE)

    @property
    def left_edge(self) -> Token:
        """The first of ``subtree``."""
        return min(self.subtree, key=PLACE)

    def is_ancestor(self, other: Token) -> bool:
        """Whether ``other`` hangs on it, however deep."""
        return self in other.ancestors

    @property
    def before(self) -> Token:
        """The token before it; itself where it is the first."""
        return self.doc.tokens[self.i - 1] if self.i else self

    @property
    def behind(self) -> Token:
        """The token behind it; itself where it is the last."""
        return self.doc.tokens[self.i + 1] if self.i + 1 < len(self.doc.tokens) else self

    @property
    def is_sent_start(self) -> bool:
        """Whether it opens its sentence."""
        return self.i == self.sent.start

    @property
    def is_sent_end(self) -> bool:
        """Whether it closes its sentence."""
        return self.i == self.sent.end - 1

    @property
    def is_space(self) -> bool:
        """Whether it is a gap that the tokenizer kept."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is made of punctuation alone."""
        return not self.text[:1].isalnum() and all(unicodedata.category(sign).startswith("P") for sign in self.text)


class Span:
    """Some tokens in a row: a sentence, or a part of one.

    Args:
        doc: the passage.
        start, end: places of its tokens, the end exclusive.
    """

    __slots__ = ("_lemmas", "_words", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._words: frozenset[str] | None = None
        self._lemmas: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Its words in small letters: what is told by a word that it lacks need not be looked for."""
        if self._words is None:
            self._words = frozenset([token.lower_ for token in self])
        return self._words

    @property
    def lemmas(self) -> frozenset[str]:
        """Its lemmas in small letters, as they are when they are first asked for: once its trees are mended."""
        if self._lemmas is None:
            self._lemmas = frozenset([token.lemma_.lower() for token in self])
        return self._lemmas

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, index: int) -> Token:
        return self.doc.tokens[self.start : self.end][index]

    @property
    def start_char(self) -> int:
        """Where its letters begin in the passage's text."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where they end, exclusive, without the space behind."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its letters as they stand."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The token nearest to the top of the tree; a sign on which nothing hangs only where there is no other."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        tops = [token for token in tokens if not self.start <= token.head.i < self.end]
        return tops[0] if len(tops) == 1 else min(tops, key=self._depth, default=tokens[0])

    def _depth(self, token: Token) -> int:
        if not token.children and (token.is_punct or token.is_space):
            return len(self.doc.tokens) - 1
        return sum(1 for _ in token.ancestors)


class Doc:
    """A parsed passage.

    Attributes:
        text: its letters.
        tokens: its words and signs.
        sents: its sentences.
        failure: what went wrong while its trees were mended; None where nothing did.
    """

    failure: Exception | None = None

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.sents: list[Span] = []
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Its words in small letters, as ``Span.words`` has those of a sentence."""
        if self._words is None:
            self._words = frozenset[str]().union(*[sentence.words for sentence in self.sents])
        return self._words

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, slice):
            start, end, _ = index.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[index]

    def covering(self, start: int, end: int) -> Span | None:
        """The tokens that some characters of the text touch; None where they touch none."""
        first, behind = bisect_right(self.tokens, start, key=OFFSET) - 1, bisect_left(self.tokens, end, key=OFFSET)
        if first < 0 or self.tokens[first].idx + len(self.tokens[first].text) <= start:
            first += 1
        return Span(self, first, behind) if first < behind else None
