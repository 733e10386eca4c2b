"""On whose word: the chain of attribution above a predicate, outermost first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from graph.actors import ActorKind
from graph.claims import Attribution, without_repeats
from ingest.clauses import has_own_content, is_marked_off
from ingest.language import Language
from ingest.modality import is_rejected
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.roles import agents, objects
from ingest.subjects import is_governed
from ingest.tellers import headline_teller
from ingest.tokens import Token
from ingest.tree import CALLING, OBJECTS, children, conjuncts, has_mark, owners, prepositions

CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "advcl", "obj", "csubj", "csubj:pass", "dep"})

CITING = frozenset({"cite", "quote"})

ACCORDING = frozenset({"according", "per"})
"""Words one of which opens every phrase for whose word something is."""


@lru_cache(maxsize=10_000)
def link(actor: str, verb: str | None = None, anonymous: bool = False, count: int | None = None) -> Attribution:
    """One link of a chain, checked once, for a report names its sources again and again; see ``Attribution``."""
    return Attribution(actor=actor, verb=verb and verb[:60], anonymous=anonymous, count=count)


class Sources:
    """Finds who is said to say what in one passage.

    Args:
        parties: resolves the sources' noun phrases.
        language: verbs of saying, and nouns for people who are not named.
        outlet: id of the report's own outlet, which speaks through "officials" of nobody in particular.
    """

    def __init__(self, parties: Parties, language: Language, outlet: str | None) -> None:
        self._parties = parties
        self._language = language
        self._words = language.attribution
        self._outlet = outlet
        self._speeches: dict[int, tuple[Attribution, ...]] = {}

    def of(self, predicate: Token) -> tuple[Attribution, ...]:
        """The chain for what ``predicate`` says, without the report's own outlet."""
        chain = list(self._beside(predicate))
        for step in (predicate, *predicate.ancestors):
            if step.head.i == step.i or self._leaves_speech(step):
                break
            chain = [*self._before_colon(step), *chain]
            verb = self._saying_over(step)
            if verb is None and step.i != predicate.i and is_rejected(step, self._language):
                verb = step.head
            if verb is not None:
                chain = [*self._speech(verb), *chain]
            if step.dep_ in {"acl", "ccomp"} and step.head.lemma_.lower() in self._words.told:
                chain = [*self._links(step.head, owners(step.head)), *chain]
            if not self._says(step.head):
                chain = [*self._beside(step.head), *chain]
            else:
                chain = [*self._according(step.head), *chain]
        return without_repeats(chain)

    def _before_colon(self, clause: Token) -> list[Attribution]:
        """Who speaks by a headline that opens with him, and has a name."""
        party = headline_teller(clause, self._parties)
        return [] if party is None or party.confidence <= UNNAMED else [link(party.actor)]

    def _speech(self, verb: Token) -> tuple[Attribution, ...]:
        """Who says what stands below a verb, and to which outlet; all that he says asks for it."""
        if verb.i not in self._speeches:
            self._speeches[verb.i] = (*self._told(verb), *self._said_by(verb, agents(verb)))
        return self._speeches[verb.i]

    def _saying_over(self, step: Token) -> Token | None:
        """The verb of saying of which ``step`` is the content."""
        head = step.head
        if step.dep_ == "conj":
            return head if self._goes_on(step) else None
        if step.dep_ in {"acl:relcl", "acl"} and head.dep_ in OBJECTS:
            # "told Reuters that …" is often read as a relative clause of the one who was told.
            complement = has_mark(step, {"that"})
            quoted = head.head.lemma_.lower() in CITING
            return head.head if (complement and self._says(head.head)) or quoted else None
        if step.dep_ == "ccomp" and head.pos_ in {"NUM", "NOUN", "PROPN"}:
            # "…," one official said: the speaker is often read as the head of what is said.
            said = (child for child in children(head, "acl:relcl", "acl", "parataxis") if self._says(child))
            return next(said, None)
        if step.dep_ == "obl" and self._says(head) and "as" in prepositions(step):
            # "DESCRIBED him as the leader of the movement"
            return head
        if step.dep_ == "xcomp" and step.pos_ == "NOUN" and head.lemma_.lower() in CALLING:
            # "CALLED him a liar who had attacked Chad"
            return head
        if step.dep_ == "parataxis" and step.i < head.i and has_own_content(head):
            return None
        if step.dep_ in CONTENT and self._says(head) and (is_governed(step) or not _is_circumstance(step)):
            return head
        return None

    def speaker(self, sentence_root: Token, spoken: Collection[int]) -> str | None:
        """Who speaks below a verb of saying, in the first person where there is one.

        Args:
            sentence_root: the sentence's root.
            spoken: where the sentence says "we".
        """
        if sentence_root.sent.lemmas.isdisjoint(self._words.saying):
            return None
        for verb in (sentence_root, *sentence_root.subtree):
            if not self._says(verb):
                continue
            opens = verb.i == sentence_root.i and verb.sent.text.rstrip().endswith(":")
            closes = verb.i > 0 and verb.doc[verb.i - 1].text in {'"', "”"}
            content = opens or closes or bool(children(verb, "ccomp", "parataxis"))
            if any(t.i in spoken for t in verb.subtree) if spoken else content:
                links = list(self._links(verb, agents(verb)))
                if links:
                    return links[-1].actor
        return None

    def _says(self, verb: Token) -> bool:
        lemma = verb.lemma_.lower()
        if lemma not in self._words.saying or verb.pos_ not in {"VERB", "ADJ"}:
            return False
        # "will MAINTAIN its support"
        return not (lemma in self._words.saying_in_clauses and children(verb, "obj"))

    def _leaves_speech(self, clause: Token) -> bool:
        """Whether a clause is no part of what is said above it: "X vowed revenge, WHILE Y warned …"."""
        if not is_marked_off(clause):
            return False
        marks = {child.lower_ for child in children(clause, "mark")}
        return self._says(clause.head) or bool(marks & {"while", "whereas", "although", "though", "as"})

    def _goes_on(self, clause: Token) -> bool:
        """Whether reported speech goes on: "sources claim that the US agrees, but IT insists …"."""
        if not self._says(clause.head):
            return False
        own = [self._parties.of(t) for t in children(clause, "nsubj", "expl") if t.pos_ == "PRON"]
        said = [self._parties.of(t) for c in children(clause.head, "ccomp") for t in children(c, "nsubj")]
        return any(one and other and one.actor == other.actor for one in own for other in said)

    def _beside(self, predicate: Token) -> Iterator[Attribution]:
        """Sources named beside the predicate: "…, Axios REPORTED, CITING officials", "ACCORDING TO officials"."""
        yield from self._according(predicate)
        for child in children(predicate, "parataxis", "advcl"):
            own = children(child, "nsubj") if self._says(child) and not has_own_content(child) else []
            if own and not children(child, "ccomp") and not is_marked_off(child):
                yield from self._said_by(child, own)
        yield from self._cited(predicate, [])

    def _according(self, predicate: Token) -> Iterator[Attribution]:
        if predicate.sent.words.isdisjoint(ACCORDING):
            return
        for child in predicate.children:
            if child.dep_ in {"obl", "advcl", "nmod"} and prepositions(child) & {"according to", "per"}:
                yield from self._said_by(child, conjuncts(child))

    def _said_by(self, verb: Token, sources: list[Token]) -> Iterator[Attribution]:
        """The sources of a verb of saying, and further in those whom they cite."""
        yield from self._links(verb, sources)
        yield from self._cited(verb, sources)

    def _cited(self, verb: Token, sources: list[Token]) -> Iterator[Attribution]:
        if verb.sent.lemmas.isdisjoint(CITING):
            return
        near = [*verb.children, *(child for source in sources for child in source.children)]
        for child in near:
            citing = child.lemma_.lower() in CITING and child.lower_ not in {"cites", "quotes"}
            if citing and child.dep_ in {"advcl", "acl", "acl:relcl", "conj", "xcomp", "csubj"} and child.i != verb.i:
                yield from self._said_by(child, [t for t in objects(child) if t not in sources])

    def _told(self, verb: Token) -> Iterator[Attribution]:
        """The outlet that was told: "officials told REUTERS that …" puts Reuters around the officials."""
        for told in (child for child in verb.children if child.dep_ in OBJECTS):
            party = self._parties.of(told)
            if party is not None and self._parties.kind_of(party.actor) is ActorKind.OUTLET:
                yield link(party.actor, verb.text)

    def _links(self, verb: Token, sources: Iterable[Token]) -> Iterator[Attribution]:
        for source in sources:
            party = self._parties.of(source)
            party = party and self._parties.apart.speaking(party)
            named = self._parties.name_at(source)
            unnamed = named is None and source.lemma_.lower() in self._words.unnamed and not self._person(party)
            actor = party.actor if party else self._outlet if unnamed else None
            if actor is not None:
                count = self._count(source) if unnamed else None
                yield link(actor, verb.text, unnamed, count)

    def _person(self, party: Party | None) -> bool:
        """Whether a source is told by a person's name: "the minister, ANN HART, said"."""
        return party is not None and self._parties.may_be_person(party.actor)

    def _count(self, source: Token) -> int | None:
        for child in children(source, "nummod", "det"):
            if child.lower_ in self._words.counts:
                return self._words.counts[child.lower_]
            if child.text.isdigit() and 0 < int(child.text) <= 1000:
                return int(child.text)
        return None


def _is_circumstance(clause: Token) -> bool:
    """Whether a clause only tells when or why something was said: "AFTER Israel attacked, Iran said …"."""
    if clause.dep_ != "advcl":
        return False
    marks = {child.lower_ for child in children(clause, "mark", "advmod")}
    has_subject = bool(children(clause, "nsubj", "nsubj:pass"))
    return bool(marks - {"that", "not", "also", "now", "already", "just"}) or not has_subject
