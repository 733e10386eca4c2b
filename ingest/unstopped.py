"""What somebody is asked, plans or refuses to stop is under way: "urged Israel to STOP bombing Gaza"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims import Attribution, Modality
from ingest.asked_to_end import end_of
from ingest.language import Language
from ingest.modality import Standing, standing
from ingest.parties import Parties
from ingest.roles import agents
from ingest.sourcing import link
from ingest.tokens import Token
from ingest.tree import OBJECTS, children, first_verb, has_mark, is_plural

HINDERING = frozenset({"from", "by"})
"""Words behind which stands what is kept from happening: "stop Iran FROM arming them"."""

OWN = frozenset({"its", "their", "his", "her", "your", "our", "my"})


def unstopped(trigger: Token, carrier: Token, language: Language) -> Standing | None:
    """How the stopping of a deed stands, where it has not been stopped yet; None where it has, or nothing is stopped.

    Args:
        trigger: the word that tells the deed.
        carrier: the verb that carries it where it is a noun, else the trigger.
        language: the words by which a deed ends.
    """
    verb = _stopping(trigger, carrier, language)
    if verb is None:
        return None
    stands = standing(verb, verb, language)
    return None if stands.modality is Modality.ASSERTED and not stands.negated else stands


def _stopping(deed: Token, carrier: Token, language: Language) -> Token | None:
    """The word that tells that a deed ends: "STOP bombing Gaza", "HALT its raids on Gaza", "an END to raids"."""
    ceasing, stopping = language.modality.ceasing, language.modality.stopping
    if (end := end_of(deed, language)) is not None:
        return end
    if carrier is not deed:
        own = children(deed, "nmod:poss", "det")
        told = all(child.lower_ in OWN for child in own) and (own or is_plural(deed))
        ends = carrier.lemma_.lower() in stopping and deed.dep_ == "obj"
        return carrier if told and ends else None
    deed = first_verb(deed)
    verb = deed.head
    if not deed.lower_.endswith("ing") or deed.dep_ not in {"xcomp", "ccomp", "advcl", "obj"} or deed.i < verb.i:
        return None
    hindered = has_mark(deed, HINDERING) or any(child is not deed for child in children(verb, *OBJECTS))
    return verb if verb.lemma_.lower() in ceasing and not hindered else None


def on_whose_word(stopping: Standing, parties: Parties, language: Language) -> Iterator[Attribution]:
    """Who tells that a deed is under way by asking that it be stopped, or that another ask so."""
    asking = stopping.governor if stopping.modality is Modality.DEMANDED else None
    while asking is not None:
        above = standing(asking, asking, language)
        if above.modality is not Modality.DEMANDED or above.governor is None:
            break
        # "URGED France to press Syria to cease the strikes"
        asking = above.governor
    if asking is not None:
        for party in parties.of_all(agents(asking)):
            yield link(party.actor, asking.text)
