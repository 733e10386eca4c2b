"""Fights that are told beside something else: whose they are, and whether they are known to be under way."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from graph.vocabulary import vocabulary
from ingest.language import Language
from ingest.mended_asides import TOGETHER
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.roles import objects
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.tree import OBLIQUES, children, first_verb, has_mark, obliques, owners, prepositions

PARTS = frozenset(
    {"performance", "role", "part", "success", "progress", "sacrifice", "bravery", "courage", "heroism", "involvement"}
)
"""Nouns for what somebody does in a fight: "the PERFORMANCE of Chadian forces in the fight"."""

HELPED = ("for", "of", "to", "with")
"""Prepositions that bring in who is helped."""

BESIDE = ("with", "by", "beside", "alongside")
"""Prepositions that bring in with whom somebody does something."""


def helped_fighters(fight: Token, language: Language) -> list[Token]:
    """Who fights, where only help for him or his part in it is told: "its support for CHAD in the fight against them".

    Args:
        fight: a noun for a struggle.
        language: words for struggles and for help.
    """
    known = any(child.lower_ in {"the", "this"} for child in children(fight, "det"))
    told_beside = fight.dep_ in OBLIQUES and "in" in prepositions(fight)
    whose = any(owner.dep_ == "nmod:poss" or owner.text[:1].isupper() for owner in owners(fight))
    if not known or not told_beside or fight.lemma_.lower() not in language.nouns.struggles or whose:
        return []
    above = fight.head
    if above.pos_ == "NOUN":
        return (
            _whose_part(above) or _whose_part(above.head) or _helped(above, language) or _helped(above.head, language)
        )
    if above.pos_ != "VERB" or above.i > fight.i:
        return []
    if above.lemma_.lower() in language.helping_verbs:
        return objects(above) or [t for place in ("with", "by") for t in obliques(above, place)]
    return [t for noun in children(above, "obj", "obl") for t in _whose_part(noun) or _helped(noun, language)]


def _whose_part(part: Token) -> list[Token]:
    whose = [*owners(part), *obliques(part, "of")] if part.lemma_.lower() in PARTS else []
    # "praised the minister on the performance of HIS forces" are not those of the one who praises.
    return [one for one in whose if not any(word.pos_ == "PRON" for word in (one, *owners(one)))]


def _helped(help_: Token, language: Language) -> list[Token]:
    if help_.pos_ != "NOUN" or help_.lemma_.lower() not in language.helping:
        return []
    return [t for place in HELPED for t in obliques(help_, place)]


def with_fellows(fighters: list[Party], verb: Token, parties: Parties, language: Language) -> list[Party]:
    """Who fights, and with whom he does what that is for: "Kenya works with SOMALIA to defeat the rebels".

    Args:
        fighters: the doers of the verb.
        verb: a verb for fighting.
        parties: resolves noun phrases.
        language: verbs for what several do together.
    """
    fellows = parties.of_all(_fellows(verb, language), {one.actor for one in fighters})
    return [*fighters, *(one for one in fellows if one.confidence > UNNAMED)]


def _fellows(verb: Token, language: Language) -> list[Token]:
    verb = first_verb(verb)
    above = verb.head
    is_aim = verb.dep_ in {"xcomp", "advcl", "acl"} and has_mark(verb, {"to"})
    if not is_aim or above.lemma_.lower() not in language.modality.joint or above.pos_ != "VERB":
        return []
    beside = [t for place in BESIDE for t in obliques(above, place) if t.i < verb.i]
    return beside or (objects(above) if above.lemma_ == "join" else [])


def is_under_way(fight: Token, doer: int, language: Language) -> bool:
    """Whether a fight is told as known, whatever is planned beside it: "hopes to join CHAD'S FIGHT against the rebels".

    Args:
        fight: a noun for a struggle.
        doer: where its doer stands.
        language: words by which a struggle only comes to be.
    """
    own = next((owner for owner in owners(fight) if owner.i == doer), None)
    if own is None or children(fight, "cop"):
        return False
    known = own.dep_ == "nmod:poss" or any(child.lower_ in {"the", "this"} for child in children(fight, "det"))
    return known and fight.head.lemma_.lower() not in language.modality.beginning


def beside_each_other(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Who is told to do a deed of arms together with another: "France, TOGETHER with Chad, attacked the rebels"."""
    if sentence.words.isdisjoint(TOGETHER):
        return
    for other in sentence:
        first = other.head
        verb = first.head
        if other.dep_ != "conj" or first.dep_ != "nsubj" or verb.pos_ != "VERB":
            continue
        between = [token.lower_ for token in other.doc.tokens[first.i : other.i]]
        lemmas = (deed.lemma_.lower() for deed in (verb, *children(verb, "xcomp"), *_aims(verb)))
        frames = (frame for lemma in lemmas for frame in language.by_lemma.get(("verb", lemma), ()))
        armed = any(vocabulary()[frame.type].event == "ASSAULT" for frame in frames)
        if armed and any(word in TOGETHER and after == "with" for word, after in itertools.pairwise(between)):
            for one in parties.of_all([first]):
                for fellow in parties.of_all([other], {one.actor}):
                    yield Tie("FIGHTS_BESIDE", one, fellow, verb, as_told=True)


def _aims(verb: Token) -> list[Token]:
    """What something is done for: "works hard TO DEFEAT the rebels"."""
    return [aim for aim in children(verb, "advcl") if has_mark(aim, {"to"})]
