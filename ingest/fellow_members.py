"""Members told along with others: "X was announced as one of its groups, ALONG WITH A, B AND C"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated
from ingest.language import english
from ingest.members import HAVING_MEMBERS, LEAGUES, OTHERS
from ingest.mended_asides import TOGETHER
from ingest.noun_phrases import is_out_of_office, names_a_body
from ingest.parties import Parties
from ingest.party import Party
from ingest.roles import agents, objects
from ingest.structure import Tie
from ingest.subjects import subjects
from ingest.tokens import Span, Token
from ingest.tree import children, conjuncts, obliques, owners, prepositions
from ingest.wholes import is_told

BODIES = frozenset({"group", "party", "organization", "organisation", "body", "militia", "faction", "unit", "state"})
"""What a whole is made of, where a word beside them tells that: "CONSTITUENT groups"."""

CONSTITUENT = frozenset({"constituent", "member", "founding", "component"})

ANNOUNCING = frozenset({"announce", "name", "list", "unveil", "introduce", "present", "count"})
"""Verbs by which somebody is told to be one of several."""

TELLING = BODIES | {"member"}
"""Nouns by which membership is told."""


def fellow_members(sentence: Span, parties: Parties) -> Iterator[Tie]:
    """Who is announced as a member of a whole, and everybody told to be one along with another."""
    if sentence.lemmas.isdisjoint(TELLING):
        return
    for noun in sentence:
        yield from _among_others(noun, parties)
        if not _are_members(noun):
            continue
        one = noun.head if noun.head.lower_ == "one" and "of" in prepositions(noun) else noun
        verb = one.head
        announced = verb.lemma_.lower() in ANNOUNCING and one.dep_ == "obl" and "as" in prepositions(one)
        if not (announced or children(one, "cop")) or is_out_of_office(noun):
            continue
        if is_negated(one) or (announced and is_negated(verb)):
            continue
        ones = objects(verb) if announced else subjects(one)
        wholes = [*owners(noun), *obliques(noun, "of")]
        if not all(is_told(t, parties) for t in ones):
            # "It was named as one of ITS members": who is meant by the two is not clear.
            wholes = [t for t in wholes if t.pos_ != "PRON"]
        told = [*(ones if announced else ()), *_along_with((noun, one, verb, *wholes), parties)]
        parts = parties.of_all(t for t in told if is_told(t, parties))
        own = {part.actor for part in (*parts, *parties.of_all(ones))}
        # Nobody is told to be one of his own members: "its" is another.
        found = [party for t in wholes if (party := parties.of(t, own)) is not None and _has_members(t, party, parties)]
        for part in parts if found else ():
            yield Tie("MEMBER_OF", part, found[0], noun, as_told=True)


def _among_others(noun: Token, parties: Parties) -> Iterator[Tie]:
    """Who does something with OTHER members is one: "Kenya WORKED WITH other African Union MEMBERS"."""
    verb = noun.head
    if verb.lemma_.lower() not in english().modality.joint or "with" not in prepositions(noun):
        return
    if not any(child.lower_ in OTHERS for child in children(noun, "amod")):
        return
    if noun.lemma_.lower() == "member" or any(child.lower_ == "member" for child in children(noun, "compound")):
        inside = [t for t in noun.subtree if parties.kind_at(t) in LEAGUES]
        wholes = parties.of_all(inside or (t for t in noun.sent if parties.kind_at(t) in LEAGUES))
        for part in parties.of_all(agents(verb)) if len(wholes) == 1 else ():
            if parties.kind_of(part.actor) is ActorKind.STATE:
                yield Tie("MEMBER_OF", part, wholes[0], noun)


def _are_members(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in BODIES:
        return any(child.lower_ in CONSTITUENT for child in children(noun, "amod", "compound"))
    return lemma == "member"


def _along_with(heads: Iterable[Token], parties: Parties) -> list[Token]:
    """Who is told beside another: "along with CHAD and NIGER", "alongside CHAD"."""
    beside: list[Token] = []
    for head in dict.fromkeys(heads):
        told = obliques(head, "alongside")
        together = [t for t in obliques(head, "with") if t.dep_ != "conj"]
        if together and any(c.lower_ in TOGETHER for c in children(together[0], "case", "advmod")):
            told += obliques(head, "with")
        if told:
            # The parser hangs the rest of the list on the noun above, or on a word of the first name.
            name = parties.name_at(told[0])
            inside = told[0].doc.tokens[name.start : name.end] if name is not None else []
            strayed = [c for above in (head, *inside) for c in children(above, "conj") if c.i > told[0].i]
            told += [t for c in strayed if c.pos_ == "PROPN" for t in conjuncts(c)]
        beside += told
    return beside


def _has_members(noun: Token, party: Party, parties: Parties) -> bool:
    """Whether a noun tells a whole that has members: a name, or a word that takes one up ("ITS members")."""
    name = parties.name_at(noun)
    if name is None and noun.pos_ != "PRON":
        return False
    kind = parties.kind_of(party.actor)
    if kind is not ActorKind.UNKNOWN or parties.is_place(party.actor):
        return kind in HAVING_MEMBERS
    return name is None or names_a_body(name.text) or noun.lower_ in english().syntax.body_words
