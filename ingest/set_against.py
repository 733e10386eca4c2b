"""Whom somebody is told to be against by what he is for: "backs Chad AGAINST Boko Haram", "welcomed Hill's REMOVAL"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims import Modality
from ingest.language import Language
from ingest.losses import losers
from ingest.modality import standing
from ingest.parties import Parties
from ingest.party import UNNAMED
from ingest.reach import HURTFUL, may_harm
from ingest.roles import agents, direct_objects
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.told_beside import CRUELTY
from ingest.tree import has_mark, obliques, owners

GLAD = frozenset({
    "welcome", "hail", "applaud", "praise", "laud", "celebrate", "cheer", "support", "back", "endorse", "favor",
    "favour", "commend", "advocate",
})  # fmt: skip
"""Verbs of somebody to whose liking it is."""

HELPING = frozenset({"support", "back", "help", "assist", "aid", "defend", "protect", "shield", "safeguard"})
"""Verbs of help, behind which is told against whom it is."""

KEEPING = frozenset({"defend", "protect", "shield", "safeguard"})
"""Verbs of help that keep another "from" somebody."""

VIOLENCE = CRUELTY | {"terrorism", "terror", "violence", "aggression", "threat"}
"""What somebody does who is told with it: "supports it against the TERRORISM of Boko Haram"."""


def set_against(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Everybody who is told to be for what harms another."""
    if sentence.lemmas.isdisjoint(GLAD | HELPING):
        return
    for verb in sentence:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in GLAD | HELPING:
            continue
        told = _harmed(verb, language) if lemma in GLAD else []
        told += _behind_help(verb, parties, language) if lemma in HELPING else []
        for deed in _on_whose_side(verb) if told else ():
            # Who means to help one against another is against him now.
            intends = standing(deed, deed, language).modality is Modality.PLANNED
            for one in parties.of_all(agents(deed)):
                for other in parties.of_all(told, {one.actor}):
                    if other.confidence > UNNAMED:
                        yield Tie("OPPOSES", one, other, deed, as_told=not intends)


def _on_whose_side(verb: Token) -> Iterator[Token]:
    """A verb of help, and the help for it: "SUPPORTS Chad to defend its people from the rebels"."""
    yield verb
    above = verb.head
    if above.lemma_.lower() in HELPING and verb.dep_ in {"xcomp", "advcl"} and has_mark(verb, {"to"}):
        yield above


def _harmed(verb: Token, language: Language) -> list[Token]:
    """Who suffers what one is glad of: "welcomed the defeat of BOKO HARAM", "backs sanctions against IRAN"."""
    deeds = direct_objects(verb)
    harms = [deed for deed in deeds if may_harm(deed, language, HURTFUL)]
    above = (verb, *harms) if harms else ()
    hurt = [t for word in above for place in ("on", "against") for t in obliques(word, place)]
    return hurt + [t for deed in deeds for t in losers(deed, language)]


def _behind_help(verb: Token, parties: Parties, language: Language) -> list[Token]:
    """Against whom somebody helps another: "helped Chad AGAINST BOKO HARAM", "protects it FROM THE REBELS"."""
    places = ("against", "from") if verb.lemma_.lower() in KEEPING else ("against",)
    others = (noun for noun in direct_objects(verb) if not noun.lower_.endswith(("self", "selves")))
    helped = [noun for noun in others if not may_harm(noun, language)]
    above = (verb, *helped) if helped else ()
    told = [noun for word in above for place in places for noun in obliques(word, place)]
    # "defended its record, PROMISING an answer from Chad"
    own = [noun for noun in told if not any(word.pos_ == "VERB" for word in noun.doc.tokens[verb.i + 1 : noun.i])]
    return [one for noun in own for one in _who_acts(noun, parties, language)]


def _who_acts(noun: Token, parties: Parties, language: Language) -> list[Token]:
    """Who somebody is, or who does what is told: "against BOKO HARAM", "from the savagery of the REBELS"."""
    if noun.lemma_.lower() in VIOLENCE:
        return [*owners(noun), *obliques(noun, "of"), *obliques(noun, "by")]
    is_actor = parties.name_at(noun) is not None or noun.lemma_.lower() in language.nouns.apart
    return [noun] if is_actor else []
