"""Help told beside a deed: "with the help of France, Chad retook the town", "raids in support of Iraq"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest.language import Language, english
from ingest.parties import Parties
from ingest.roles import agents
from ingest.structure import Tie
from ingest.subjects import HELPED, subjects
from ingest.tokens import Span, Token
from ingest.tree import OBLIQUES, children, conjuncts, first_joined, is_passive, obliques, owners, prepositions

BACKED = frozenset({"support", "backing", "solidarity", "behalf"})
"""Help of which it is not told in what it lies."""


def assistance(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Everybody who helps another to do what the sentence tells, or does it to help another."""
    if sentence.lemmas.isdisjoint(language.nouns.assistance):
        return
    for token in sentence:
        if token.pos_ != "NOUN" or token.dep_ not in OBLIQUES or token.lemma_.lower() not in language.nouns.assistance:
            continue
        brought_by = prepositions(token)
        if "with" in brought_by:
            helpers, helped = _named_helpers(token), _doers(token)
        elif token.lemma_ == "behalf":
            # "bombed the rebels ON BEHALF of Chad", but nobody speaks so
            deeds = language.by_lemma.get(("verb", token.head.lemma_.lower()), ())
            armed = "on" in brought_by and any(
                vocabulary()[deed.type].event == "ASSAULT" and not deed.object for deed in deeds
            )
            helpers, helped = (_doers(token), obliques(token, "of")) if armed else ([], [])
        elif "in" in brought_by:
            helpers, helped = _doers(token), obliques(token, "of") or obliques(token, "with")
        else:
            continue
        type_name = "SUPPORTS" if token.lemma_.lower() in BACKED else "AIDS"
        for helper in parties.of_all(helpers):
            for other in parties.of_all(helped, {helper.actor}):
                if parties.is_place(other.actor) and parties.kind_of(other.actor) is not ActorKind.STATE:
                    continue
                yield Tie(type_name, helper, other, token, as_told=True)


def helpers_behind(verb: Token, language: Language) -> list[Token]:
    """Whose help it was, where a verb is passive: "aided by strong support FROM FRANCE"."""
    if verb.lemma_.lower() not in HELPED or not is_passive(verb):
        return []
    helps = [t for t in agents(verb) if t.lemma_.lower() in language.helping]
    told = [t for noun in helps for place in ("from", "of") for t in obliques(noun, place)]
    told = told or (obliques(verb, "from") if helps else [])
    # "support from our ally TURKEY and our coalition"
    named = [[m for beside in children(t, "appos") for m in conjuncts(beside)] or [t] for t in told]
    return [t for tokens in named for t in tokens]


def _named_helpers(help_: Token) -> list[Token]:
    """Whose help it is: "with the help OF X", "with support FROM X", "with X's backing"."""
    told = [t for place in ("of", "from", "by") for t in obliques(help_, place)]
    return told or owners(help_)


def _doers(help_: Token) -> list[Token]:
    """Who does what the help goes with; of a noun, whose it is: "Coalition STRIKES in support of Iraq"."""
    deed = _over_parts(help_.head)
    if deed.pos_ in {"VERB", "ADJ", "AUX"}:
        return agents(deed)
    if deed.pos_ == "PROPN":
        # "Ariel SHARON, with the backing of the cabinet, declared …"
        return [deed]
    own = [t for t in owners(deed) if t.dep_ == "nmod:poss" or t.text[:1].isupper()]
    if own:
        return own
    verb = _over_parts(first_joined(deed).head)  # "sent trucks and five SHIPS in support of Chad"
    return agents(verb) if verb.pos_ == "VERB" else subjects(deed)


def _over_parts(verb: Token) -> Token:
    """The deed above what only tells its parts: "HIT targets, which include three bunkers, in support of Chad"."""
    parts = verb.dep_ == "acl:relcl" and verb.lemma_.lower() in english().nouns.including
    return next((word for word in verb.ancestors if word.pos_ == "VERB"), verb) if parts else verb
