"""How an event stands where more than its words decides it: what is willed, striven for or threatened."""

from __future__ import annotations

from graph.claims import Modality
from graph.vocabulary import vocabulary
from ingest.clauses import VOWING, is_negated
from ingest.event import Event
from ingest.language import Language
from ingest.modality import Standing, standing
from ingest.reach import HOSTILE
from ingest.struggles import is_under_way
from ingest.tokens import Token
from ingest.tree import children, first_verb, has_mark, prepositions

AS_IT_STANDS = Standing()

FROM_ABOVE = frozenset({Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED})
"""How something stands by what is told above it."""

DECIDED = frozenset(
    {"CONCEDES_TO", "YIELDS_TO", "REJECTS", "RECOGNIZES", "BREAKS_WITH", "SANCTIONS", "EXPELS", "CRITICIZES", "ACCUSES"}
)
"""Relations that are acts of will and need no deed of arms or hands: who decides them has done them."""

COMMITTED = frozenset({"commit", "committed", "commitment", "effort", "dedicated", "dedicate"})

TRYING = frozenset({"try", "attempt", "fail", "fight", "battle", "struggle"})
"""Verbs of who does what it takes, and may not come to his end."""

OFFERING = frozenset({"offer", "pledge", "promise"})

WISHING = frozenset({"want", "wish", "like"})

SAID = frozenset({"PRAISES", "CRITICIZES", "APPEALS_TO", "RECONCILES_WITH"})
"""Relations that are done by saying so."""

KNOWN_TIES = frozenset({"ALLIED_WITH", "MEMBER_OF", "PART_OF", "BACKS"})
"""What somebody is to another, where a noun tells it beside his name."""


def as_event(event: Event, stands: Standing, language: Language) -> Standing:
    """How an event stands, by its words and by what sort of deed it is.

    Args:
        event: the event.
        stands: what the words around and above it make of it.
        language: words for efforts.
    """
    stands = _as_fought_for(event, _as_going(event.carrier, stands), language)
    stands = _as_committed(event, _as_struggle(event, stands, language))
    stands = _as_threat(event, _as_known(event, _as_given(event, stands, language), language))
    stands = _as_uttered(event, _as_said(event, _as_offer(event, _as_decided(event, stands))), language)
    return _as_tie_known(event, stands)


def _as_going(deed: Token, stands: Standing) -> Standing:
    """What somebody is GOING TO do is to come."""
    verb = above(deed)
    if stands.modality is not Modality.ASSERTED or deed.dep_ != "xcomp" or verb.lower_ != "going":
        return stands
    return stands._replace(modality=Modality.PLANNED, cue=verb.text, lemma="going")


def _as_offer(event: Event, stands: Standing) -> Standing:
    """Help that is offered or pledged is not given yet: "OFFERED food to Chad"."""
    helps = vocabulary()[event.type].event == "AID"
    offered = next((word for word in (event.trigger, event.carrier) if word.lemma_.lower() in OFFERING), None)
    if not helps or offered is None or stands.modality is not Modality.ASSERTED or offered.pos_ != "VERB":
        return stands
    return stands._replace(modality=Modality.PLANNED, cue=offered.text, lemma=offered.lemma_.lower())


def _as_given(event: Event, stands: Standing, language: Language) -> Standing:
    """Who does something to help or to protest does so by it: "DONATED 250 beds TO HELP Chad"."""
    aims = stands.modality is Modality.PLANNED and stands.cue == "to" and event.trigger.dep_ in {"advcl", "acl"}
    if not aims or stands.negated:
        return stands
    means = event.trigger.head
    if means.pos_ == "NOUN" and means.dep_ == "obj":
        # "started a strike TO PROTEST"
        means = means.head
    told = (frame.type for frame in language.by_lemma.get(("verb", means.lemma_.lower()), ()))
    helps = vocabulary()[event.type].event == "AID" and any(vocabulary()[name].event == "AID" for name in told)
    # What is still to be done helps nobody yet.
    ahead = any(child.lower_ in language.modality.future for child in children(means, "aux"))
    done = means.dep_ == "ROOT" and not ahead and not is_negated(means)
    return AS_IT_STANDS if done and (helps or event.type == "PROTESTS_AGAINST") else stands


def _as_uttered(event: Event, stands: Standing, language: Language) -> Standing:
    """A threat that tells its condition is uttered: "WARNED Britain that there would be no deal IF it left"."""
    conditional = stands.modality is Modality.CONDITIONAL and vocabulary()[event.type].event == "THREATEN"
    if not conditional or stands.cue not in {None, "if", "unless"} or stands.negated:
        return stands
    within = (event.trigger, event.carrier, *event.trigger.ancestors)
    opens = language.modality.conditions
    return stands if any(has_mark(word, opens) for word in within) else AS_IT_STANDS


def _as_said(event: Event, stands: Standing) -> Standing:
    """Who says "I want to" does it by saying so: "I WANT TO thank Chad", "we WOULD LIKE TO condemn"."""
    verb = above(event.trigger)
    wished = stands.modality in {Modality.PLANNED, Modality.HYPOTHETICAL} and verb.lemma_.lower() in WISHING
    if not wished or event.type not in SAID or event.trigger.dep_ not in {"xcomp", "conj"} or stands.negated:
        return stands
    speaks = any(child.lower_ in {"i", "we"} for child in children(verb, "nsubj"))
    past = verb.morph.get("Tense", []) == ["Past"]
    return AS_IT_STANDS if speaks and not past else stands


def _as_decided(event: Event, stands: Standing) -> Standing:
    """What is done by deciding it: "the court decided to allow him to stand"."""
    if stands.lemma in {"decide", "decision", "vote"} and event.type in DECIDED and not stands.negated:
        return AS_IT_STANDS
    return stands


def _as_known(event: Event, stands: Standing, language: Language) -> Standing:
    """A fight that is told as known is under way: "hopes to join CHAD'S FIGHT against the rebels"."""
    if event.type != "CLASHES_WITH" or event.frame.part_of_speech != "noun" or stands.negated:
        return stands
    own_cue = any(child.text == stands.cue for child in event.trigger.children)
    if stands.modality in FROM_ABOVE and not own_cue and is_under_way(event.trigger, event.subject.head, language):
        return AS_IT_STANDS
    return stands


def _as_tie_known(event: Event, stands: Standing) -> Standing:
    """What somebody is to another holds whatever is planned with him: "plans to visit ITS ALLY Niger"."""
    ally = event.trigger
    beside = event.frame.part_of_speech == "noun" and event.frame.by == ("copula",) and event.type in KNOWN_TIES
    if not beside or stands.modality not in FROM_ABOVE or not children(ally, "nmod:poss"):
        return stands
    said_of = children(ally, "cop") or ally.dep_ in {"xcomp", "ccomp", "advcl"} or "as" in prepositions(ally)
    own_cue = any(child.text == stands.cue for child in ally.children)
    return stands if said_of or own_cue else AS_IT_STANDS


def _as_struggle(event: Event, stands: Standing, language: Language) -> Standing:
    """What an effort is for, where it is the struggle itself: "is committed to DEFEATING the rebels"."""
    governor = above(event.trigger)
    passing = governor.dep_ == "advcl" and has_mark(governor, {"in"})
    # "proved the worth of the pact IN WORKING to defeat the rebels" tells not who works.
    strives = governor.lemma_.lower() in language.modality.striving and not passing
    own = event.type == "CLASHES_WITH" and event.frame.part_of_speech == "verb" and event.trigger.lemma_ != "defend"
    if own and passing and stands.modality is Modality.ASSERTED:
        return stands._replace(modality=Modality.PLANNED, cue="in")
    meant = stands.modality in {Modality.PLANNED, Modality.DEMANDED} and not stands.negated
    if own and strives and meant and stands.cue in {"to", governor.text}:
        return AS_IT_STANDS
    return stands


def _as_fought_for(event: Event, stands: Standing, language: Language) -> Standing:
    """Who tries to take a place from others fights them, whether he gets it or not: "TRIED TO SEIZE it FROM rebels"."""
    trying = above(event.trigger)
    # "fighting TO TOPPLE the government"
    fights = event.frame.to == ("from",) or trying.lemma_.lower() == "fight"
    takes = event.type == "ATTACKS" and fights and event.trigger.dep_ in {"xcomp", "advcl"}
    if (
        not takes
        or event.trigger.lemma_ == "win"
        or trying.lemma_.lower() not in TRYING
        or not has_mark(event.trigger, {"to"})
    ):
        return stands
    # "WILL try to seize it from the rebels"
    tried = standing(trying, trying, language)
    told = tried.modality is Modality.ASSERTED and not tried.negated
    return AS_IT_STANDS if told and not is_negated(event.trigger) else stands


def _as_committed(event: Event, stands: Standing) -> Standing:
    """Who is committed to supporting another stands by him already: "is committed to SUPPORTING Chad"."""
    if event.type != "SUPPORTS" or stands.modality is not Modality.PLANNED or stands.negated:
        return stands
    governor = above(event.trigger)
    meant_so = governor.lemma_.lower() in COMMITTED and not is_negated(governor)
    return AS_IT_STANDS if meant_so and stands.cue in {"to", governor.text} else stands


def above(verb: Token) -> Token:
    """What a verb hangs on, over those that it is joined to: "COMMITTED to degrading and destroying"."""
    return first_verb(verb).head


def _as_threat(event: Event, stands: Standing) -> Standing:
    """What an enemy plans is a threat: "Israel will strike Iran"; what is vowed to a friend is a plan."""
    if stands.modality is Modality.THREATENED and vocabulary()[event.type].valence > 0 and stands.lemma in VOWING:
        return stands._replace(modality=Modality.PLANNED)
    if stands.modality is Modality.PLANNED and vocabulary()[event.type].valence < HOSTILE and stands.cue != "to":
        return stands._replace(modality=Modality.THREATENED)
    return stands
