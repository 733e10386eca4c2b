"""Demands that lie in saying what another must do, or for what it is time that he does it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.forms import FormKind
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.structure import Tie
from ingest.tellers import tellers
from ingest.tokens import Span, Token
from ingest.tree import SUBJECTS, children, conjuncts, has_mark, obliques

AUXILIARIES = frozenset({"must", "should", "ought"})

NEEDING = frozenset({"need", "needs", "have", "has"})
"""Verbs that bind with "to"; what somebody HAD to do is told of the past, and asked of nobody."""

SELF = ("self", "selves")

BINDING = AUXILIARIES | NEEDING | {"time"}


def obligations(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every demand that lies in saying what another must do: "Britain said Libya MUST hand them over"."""
    if sentence.words.isdisjoint(BINDING):
        return
    for token in sentence:
        if token.dep_ not in {"ccomp", "parataxis"}:
            continue
        verb = token.head
        if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in language.modality.governing:
            # "are EXPECTED to declare that …"
            continue
        told = [*_bound(token), *_called_upon(token)]
        bound_ones = [t for own in told for t in conjuncts(own) if t.lower_ not in language.syntax.speaker]
        for speaker in tellers(token, parties, language) if bound_ones else ():
            if token.lower_ in NEEDING and speaker.confidence <= UNNAMED:
                # Analysts tell what somebody needs to do, and ask it of nobody.
                continue
            asked = parties.of_all(bound_ones, {speaker.actor})
            if token.lower_ in NEEDING:
                # "says Australians NEED to look at how they live"
                asked = [other for other in asked if not _are_people(other, parties)]
            if any(parties.speaks_for(speaker.actor, other.actor) for other in asked):
                # Xi said that CHINA and Chad should be partners.
                continue
            for other in asked:
                yield Tie("DEMANDS_OF", speaker, other, token)


def _are_people(party: Party, parties: Parties) -> bool:
    """Whether people are told, by their nation or without a name."""
    name = parties.name_at(parties.token(party))
    return party.confidence <= UNNAMED or (name is not None and name.kind is FormKind.DEMONYM)


def _bound(word: Token) -> list[Token]:
    """Those who must do what a clause tells: "IRAN must leave", "IRAN needs to leave"."""
    auxiliaries = children(word, "aux")
    # What somebody WILL need to do is foretold; who "needs guarantees to protect" rights needs the guarantees.
    bare = word.lower_ in NEEDING and not children(word, "obj", "aux")
    needs = [clause for clause in children(word, "xcomp") if has_mark(clause, {"to"})] if bare else []
    if any(noun.lower_.endswith(SELF) for clause in needs for noun in children(clause, "obj")):
        # "said Chad has to defend ITSELF"
        return []
    if not needs and not any(child.lower_ in AUXILIARIES for child in auxiliaries):
        return []
    if word.lower_ in {"feel", "rest"} or any(child.lower_ == "have" for child in auxiliaries):
        # "should HAVE voted" blames; "should FEEL free" and "should REST assured" ask for nothing.
        return []
    if children(word, "expl") or (word.pos_ == "ADJ" and word.head.lemma_ == "think"):
        # "said there should be NO TROOPS in Togo": nobody is told who must see to it; "I think he SHOULD be fine"
        return []
    # "should BE declared innocent": it is others of whom that is asked.
    return [own for own in children(word, "nsubj") if not children(own, "case")]


def _called_upon(word: Token) -> list[Token]:
    """For whom it is time to do something: "it is TIME for Iran to leave", "the TIME has come for IRAN to leave"."""
    time = word if word.lower_ == "time" else next(iter(children(word, *SUBJECTS)), word)
    if time.lower_ != "time" or (word is not time and word.lemma_ != "come"):
        return []
    near = (*children(word, "csubj", "advcl", "acl", "xcomp"), *children(word.head, "advcl"))
    doing = [clause for clause in near if has_mark(clause, {"to"}) and clause.i > word.i]
    if not doing:
        # "it is time for A CEASEFIRE"
        return []
    return [*obliques(word, "for"), *(own for clause in doing for own in children(clause, *SUBJECTS))]
