"""Who says "we" in a sentence: its speaker, who spoke before, or who publishes the statement."""

from __future__ import annotations

from dataclasses import dataclass

from graph.actors import ActorKind
from ingest.language import Language
from ingest.name import Name
from ingest.parties import Parties
from ingest.roles import agents
from ingest.sourcing import Sources
from ingest.tokens import Doc, Span
from ingest.tree import obliques

VOICES = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.ALLIANCE, ActorKind.ORGANISATION})
"""Who publishes statements, and says "we" in them."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks in one passage of a report, as far as it was read.

    Attributes:
        outlet: the outlet of the report, if it is known.
        doc: the trees of the passage.
        names: its names.
        parties, sources: what reads them.
        spoke: who spoke so far in the report, the last one last; passages share it.
        voices: which states and bodies acted so far in it: the first says "we" in a statement that names no speaker.
        unheard: the sentences so far that were not asked who speaks or acts in them, because nobody said "we" yet.
        language: the words by which somebody speaks of himself.
        turn: who speaks the passage in a transcript: "" where nobody known does, None in what is no transcript.
    """

    outlet: str | None
    doc: Doc
    names: tuple[Name, ...]
    parties: Parties
    sources: Sources
    spoke: list[str]
    voices: list[str]
    unheard: list[tuple[Speakers, Span]]
    language: Language
    turn: str | None = None

    def hear(self, sentence: Span) -> None:
        """Find who says "we" in this sentence, and is not "he" in what he says.

        It is the sentence's own speaker, or who spoke last; in a statement, the outlet.
        """
        words = self.language.syntax.speaker
        others = self._spoken_of(sentence)
        if sentence.words.isdisjoint(words) and not others:
            self.unheard.append((self, sentence))
            return
        for passage, before in self.unheard:
            passage._note(before)
        self.unheard.clear()
        if others and (speaker := self.sources.speaker(sentence.root, ()) or next(iter(self.spoke[-1:]), None)):
            self.parties.hear_of(speaker, others)
        if sentence.words.isdisjoint(words):
            self._note(sentence)
            return
        spoken = {t.i for t in sentence if t.lower_ in words}
        if speaker := self.sources.speaker(sentence.root, spoken) or self._speaks_behind(sentence):
            self.spoke.append(speaker)
        if behalf := self._on_behalf(sentence):
            self.spoke.append(behalf)
        # Who is quoted and not named does not publish the statement, and nobody says "we" and his own name.
        quoted = self._is_quoted(self.doc[min(spoken)].idx)
        heard = [actor for actor in self.spoke if quoted or self._publishes(actor)]
        if self.turn is not None and not quoted:
            if self.turn:
                self.parties.hear(self.turn, spoken)
            return
        named = [actor for actor in heard if actor != self.outlet]
        here = {name.actor for name in self.names if sentence.start <= name.start < sentence.end}
        voices = [] if quoted else [voice for voice in self.voices[:1] if voice not in here]
        speakers = named or voices or heard
        if speakers:
            self.parties.hear(speakers[-1], spoken)

    def _spoken_of(self, sentence: Span) -> set[int]:
        """Where a quotation that the sentence opens says "he" or "she", which is not who speaks."""
        persons = self.language.syntax.persons
        if sentence.words.isdisjoint(persons):
            return set()
        begins = sentence.start_char
        return {token.i for token in sentence if token.lower_ in persons and self._is_quoted(token.idx, begins)}

    def _note(self, sentence: Span) -> None:
        """Note who speaks and who acts in a sentence that does not say "we"."""
        root = sentence.root
        if speaker := self.sources.speaker(root, ()):
            self.spoke.append(speaker)
        own = next(iter(self.parties.of_all(agents(root))), None)
        if own is None:
            return
        if self.parties.token(own).lemma_.lower() in self.language.nouns.leagues:
            # "THE COALITION takes care not to harm anyone. We will …": it speaks for those of whom it tells.
            self.voices.insert(0, own.actor)
        elif self.parties.kind_of(own.actor) in VOICES:
            self.voices.append(own.actor)

    def _is_quoted(self, end: int, start: int = 0) -> bool:
        """Whether a quotation that opens behind ``start`` is open at ``end``, both characters of the passage."""
        before = self.doc.text[start:end]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _speaks_behind(self, sentence: Span) -> str | None:
        """Who speaks a quotation that only a later sentence closes: "We act. Nobody stops us," said ANN HART."""
        if not self._is_quoted(sentence.end_char):
            return None
        for later in self.doc.sents:
            if later.start >= sentence.end and not self._is_quoted(later.end_char):
                return self.sources.speaker(later.root, ())
        return None

    def _publishes(self, actor: str) -> bool:
        """Whether one who said something can be "we" outside a quotation; no armed group that claimed an attack is."""
        return self.parties.kind_of(actor) is not ActorKind.ARMED_GROUP

    def _on_behalf(self, sentence: Span) -> str | None:
        """For whom "we" speaks: "on BEHALF of the American people, I …"; others who do something on it say nothing."""
        speaker = self.language.syntax.speaker
        for_whom = (w for w in sentence if w.lower_ == "behalf" and any(t.lower_ in speaker for t in agents(w.head)))
        told = (t for word in for_whom for t in obliques(word, "of"))
        return next((party.actor for party in self.parties.of_all(told)), None)
