"""On whose word: the chain of attribution above a predicate, outermost first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graph.actors import ActorKind
from graph.claims import Attribution
from ingest.language import Language
from ingest.parties import Parties
from ingest.tree import agents, children, conjuncts, is_marked_off, objects, prepositions

CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "advcl", "obj", "dep", "acl:relcl", "acl"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying over a predicate, with its sources."""

    verb: Token
    links: tuple[Attribution, ...]


class Sources:
    """Finds who is said to say what in one passage.

    Args:
        parties: resolves the sources' noun phrases.
        language: verbs of saying, and nouns for people who are not named.
        outlet: id of the report's own outlet, which speaks through "officials" of nobody in particular.
    """

    def __init__(self, parties: Parties, language: Language, outlet: str | None) -> None:
        self._parties = parties
        self._words = language.attribution
        self._outlet = outlet

    def of(self, predicate: Token) -> tuple[Attribution, ...]:
        """The chain for what ``predicate`` says, without the report's own outlet."""
        inner: list[Attribution] = []
        for step in (predicate, *predicate.ancestors):
            if step.i != predicate.i or step.pos_ in {"VERB", "NOUN", "ADJ", "AUX"}:
                inner = [*self._beside(step), *inner]
            if step.head.i == step.i or self._leaves_speech(step):
                break
            if step.dep_ == "conj" and self._goes_on(step):
                inner = [*self._links(step.head, agents(step.head)), *inner]
            if step.dep_ in CONTENT and self._says(step.head) and not _is_circumstance(step):
                inner = [*self._links(step.head, agents(step.head)), *inner]
        return _without_repeats(inner)

    def speaker(self, sentence_root: Token) -> str | None:
        """Who speaks in the first person below a verb of saying."""
        for verb in (sentence_root, *sentence_root.subtree):
            if self._says(verb):
                links = list(self._links(verb, agents(verb)))
                if links:
                    return links[-1].actor
        return None

    def _says(self, verb: Token) -> bool:
        return verb.pos_ in {"VERB", "ADJ"} and verb.lemma_.lower() in self._words.saying

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
        own = [self._parties.of(t) for t in children(clause, "nsubj") if t.pos_ == "PRON"]
        said = [self._parties.of(t) for c in children(clause.head, "ccomp") for t in children(c, "nsubj")]
        return any(one and other and one.actor == other.actor for one in own for other in said)

    def _beside(self, predicate: Token) -> Iterator[Attribution]:
        """Sources named beside the predicate: "…, Axios REPORTED, CITING officials", "ACCORDING TO officials"."""
        for child in predicate.children:
            if child.dep_ in {"parataxis", "ccomp", "advcl"} and self._says(child) and child.i > predicate.i:
                own = list(children(child, "nsubj"))
                if own and not is_marked_off(child) and not any(True for _ in children(child, "ccomp")):
                    yield from self._links(child, own)
                    yield from self._cited(child)
            if child.dep_ in {"obl", "advcl", "nmod"} and self._brings(child):
                sources = conjuncts(child) if child.pos_ != "VERB" else objects(child)
                yield from self._links(child, sources)
        yield from self._cited(predicate)

    def _brings(self, token: Token) -> bool:
        words = prepositions(token)
        return bool(words & {"according to", "per"})

    def _cited(self, verb: Token) -> Iterator[Attribution]:
        for child in children(verb, "advcl", "acl", "conj", "xcomp"):
            if child.lemma_.lower() in {"cite", "quote"} and child.lower_ in {"citing", "quoting"}:
                yield from self._links(child, objects(child))

    def _links(self, verb: Token, sources: Iterable[Token]) -> Iterator[Attribution]:
        for source in sources:
            party = self._parties.of(source)
            named = self._parties.name_at(source)
            unnamed = named is None and source.lemma_.lower() in self._words.unnamed and not self._person(party)
            actor = party.actor if party else self._outlet if unnamed else None
            if actor is not None:
                count = self._count(source) if unnamed else None
                yield Attribution(actor=actor, verb=verb.text[:60], anonymous=unnamed, count=count)

    def _person(self, party: object) -> bool:
        actor = getattr(party, "actor", None)
        return actor is not None and self._parties.kind_of(actor) is ActorKind.PERSON

    def _count(self, source: Token) -> int | None:
        for child in children(source, "nummod", "det"):
            if child.lower_ in self._words.counts:
                return self._words.counts[child.lower_]
            if child.text.isdigit() and 0 < int(child.text) <= 1000:
                return int(child.text)
        return None


def _is_circumstance(clause: Token) -> bool:
    """Whether a clause only tells when or why something was said: "AFTER Israel attacked, Iran said …"."""
    if clause.dep_ not in {"advcl", "acl", "acl:relcl"}:
        return False
    if clause.dep_ == "advcl":
        marks = {child.lower_ for child in children(clause, "mark", "advmod")}
        has_subject = any(True for _ in children(clause, "nsubj", "nsubj:pass"))
        return bool(marks - {"that", "not", "also", "now", "already", "just"}) or not has_subject
    return clause.dep_ == "acl:relcl" and not any(c.lower_ == "that" for c in children(clause, "mark"))


def _without_repeats(links: Iterable[Attribution]) -> tuple[Attribution, ...]:
    found: dict[tuple[str, bool], Attribution] = {}
    for link in links:
        found.setdefault((link.actor, link.anonymous), link)
    return tuple(found.values())
