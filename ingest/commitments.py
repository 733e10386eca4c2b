"""What is done by saying: a promise, a threat, a refusal, blame, calling somebody names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.actors import ActorKind
from graph.claims import Attribution, Modality
from graph.vocabulary import vocabulary
from ingest.clause_actors import MOVING
from ingest.clauses import is_negated
from ingest.event import Event
from ingest.language import Language
from ingest.modality import Standing
from ingest.open_clauses import WAITING
from ingest.parties import Parties
from ingest.preference import preferred
from ingest.reach import HOSTILE, in_reach
from ingest.roles import agents
from ingest.structure import Tie
from ingest.subjects import subjects
from ingest.tellers import tellers
from ingest.tokens import Span, Token
from ingest.tree import SUBJECTS, children, conjuncts, has_mark

SAID_STANCES = {"SUPPORTS": "PRAISES", "OPPOSES": "REJECTS"}
"""What a stance is where an actor tells its own: "Britain said it supports the plan" voices it (PLOVER SUPPORT)."""

THREATENING = frozenset({"threaten", "menace", "warn"})

COMMITTING = frozenset({"commit", "perpetrate"})

BLAMED = frozenset({"responsible", "guilty", "culpable", "liable", "complicit", "blame"})


def said_act(
    event: Event, stands: Standing, sources: Sequence[Attribution], parties: Parties, language: Language
) -> str | None:
    """The relation type of the act that lies in saying what one will do; None where nobody commits himself.

    "France said it will recognize Palestine" is a promise (AGREES_WITH), "Iran vowed to strike Israel" a threat,
    "Russia refused to meet Ukraine" a refusal. That a reporter expects something commits nobody.

    Args:
        event: what would be done.
        stands: how it stands.
        sources: on whose word, outermost first.
        parties: tell whose will it is.
        language: words of the will.
    """
    speaker = sources[-1].actor if sources else None
    own = speaker is not None and parties.speaks_for(speaker, event.subject.actor)
    if own and stands == Standing() and event.type in SAID_STANCES:
        return SAID_STANCES[event.type]
    if stands.modality not in {Modality.PLANNED, Modality.THREATENED, Modality.CONDITIONAL, Modality.ASSERTED}:
        return None
    own_will = stands.governor is None or event.subject.actor in {
        party.actor for party in parties.of_all(agents(stands.governor))
    }
    willed = own_will and stands.lemma in language.modality.willed
    to_come = stands.lemma in language.modality.future or stands.lemma == "would"
    own_word = to_come and own
    will_not = to_come and stands.modality is Modality.PLANNED
    refused = stands.negated and (will_not or (own_will and stands.lemma in language.modality.refusing))
    if not (willed or refused or (own_word and stands.modality is not Modality.ASSERTED)):
        return None
    if event.type == "INVESTIGATES":
        # Who announces an inquiry threatens nobody.
        return None
    valence = vocabulary()[event.type].valence
    if stands.negated:
        return "REJECTS" if valence > 0 else None
    if own_word and not willed and _is_told_by_i(event.trigger):
        return None
    if stands.lemma == "offer" and valence < HOSTILE:
        # "offered to send troops to Chad"
        return None
    if valence < HOSTILE or (own_word and _waits_for_another(event.trigger)):
        return "THREATENS"
    # "agreed to withdraw from AVDIIVKA", "is willing to travel to ISTANBUL": no town agrees.
    town = event.type in MOVING and parties.kind_of(event.object.actor) is ActorKind.UNKNOWN
    agrees = valence > 0 and stands.lemma not in THREATENING and not town
    return "AGREES_WITH" if agrees else None


def _is_told_by_i(deed: Token) -> bool:
    """Whether somebody tells what he will do himself, and not those for whom he speaks: "I WILL go back to Chad"."""
    return any(child.lower_ == "i" for child in children(deed, "nsubj"))


def _waits_for_another(deed: Token) -> bool:
    """Whether something is held out in case that another does not obey: "will withdraw UNLESS Chad holds elections"."""
    return any(has_mark(clause, {"unless"}) for clause in children(deed, "advcl"))


def refusals(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every refusal and threat that waits for another: "WILL NOT end the strike UNTIL the government pays"."""
    if sentence.words.isdisjoint(WAITING):
        return
    for token in sentence:
        if token.pos_ != "VERB" or not any(child.dep_ in {"advcl", "xcomp", "ccomp"} for child in token.children):
            continue
        to_come = any(child.lower_ in language.modality.future | {"would"} for child in children(token, "aux"))
        refused = to_come and is_negated(token)
        vowed = token.lemma_.lower() in {"threaten", "vow"} and not is_negated(token)
        said = token.dep_ == "ccomp" and token.head.lemma_.lower() in language.attribution.saying
        # "said they WOULD strike UNLESS their employers pay"
        threatened = vowed or (to_come and said and not refused and _waits_for_another(token))
        if not (refused or threatened):
            continue
        below = [token, *children(token, "xcomp", "ccomp")] if vowed else [token]
        for clause in (child for verb in below for child in children(verb, "advcl")):
            if not has_mark(clause, WAITING):
                continue
            for refuser in parties.of_all(agents(token)):
                asked = [t for own in agents(clause) for t in conjuncts(own)]
                # "until there is A CEASEFIRE in Gaza": nobody in Gaza is asked.
                asked = [t for t in asked if not _is_deed(t, language)]
                for other in parties.of_all((t for t in asked if t.pos_ != "PRON"), {refuser.actor}):
                    yield Tie("THREATENS" if threatened else "REJECTS", refuser, other, token)


def _is_deed(noun: Token, language: Language) -> bool:
    """Whether a noun tells what is done, and nobody who does it: "a CEASEFIRE", but "the MEDIATORS"."""
    lemma = noun.lemma_.lower()
    return ("noun", lemma) in language.by_lemma and lemma not in language.nouns.persons_or_several


def blame(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Everybody of whom another says that he did it: "Kabul said the Taliban were RESPONSIBLE"."""
    if sentence.words.isdisjoint(BLAMED):
        return
    for token in sentence:
        # "said Chad was TO BLAME"
        idle = token.lower_ == "blame" and not has_mark(token, {"to"})
        if token.lower_ not in BLAMED or idle or token.dep_ != "ccomp" or is_negated(token):
            continue
        blamed = subjects(token)
        if any(noun.pos_ == "PRON" for noun in blamed):
            # "said that IT and Hamas were responsible"
            continue
        for speaker in tellers(token, parties, language):
            for other in parties.of_all(blamed, {speaker.actor}):
                yield Tie("ACCUSES", speaker, other, token)


def charges(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Everybody of whom another says that he did wrong: "Amnesty said Israel COMMITTED genocide"."""
    syntax = language.syntax
    if sentence.lemmas.isdisjoint(syntax.crimes | syntax.rules):
        return
    for token in sentence:
        if token.dep_ not in {"ccomp", "parataxis"} or token.pos_ != "VERB" or is_negated(token):
            continue
        told = {noun.lemma_.lower() for noun in children(token, "obj")}
        crime = token.lemma_ in COMMITTING and told & syntax.crimes
        done = crime or (token.lemma_ in syntax.violating and told & syntax.rules)
        # "said Chad MAY have committed crimes"
        sure = all(child.lemma_ in {"have", "be"} for child in children(token, "aux", "aux:pass"))
        accused = [noun for noun in subjects(token) if noun.pos_ != "PRON"] if done and sure else []
        for speaker in tellers(token, parties, language) if accused else ():
            for other in parties.of_all(accused, {speaker.actor}):
                yield Tie("ACCUSES", speaker, other, token)


def name_calling(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Everybody whom another calls names by what he says he is: "Biden said Putin was a TYRANT"."""
    if sentence.lemmas.isdisjoint(language.abusive):
        return
    for token in sentence:
        # "said it was UNDER threat"
        told = token.dep_ == "ccomp" and bool(children(token, "cop")) and not children(token, "aux", "case")
        if not told or is_negated(token):
            continue
        if language.abusive.isdisjoint(word.lemma_.lower() for word in (token, *children(token, "amod", "compound"))):
            continue
        called = [noun for noun in subjects(token) if noun.pos_ != "PRON"]
        for speaker in tellers(token, parties, language):
            for other in parties.of_all(called, {speaker.actor}):
                yield Tie("CRITICIZES", speaker, other, token)


def refused(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every refusal that lies in saying what cannot be: "said that lifting sanctions was OUT OF THE QUESTION"."""
    if "question" not in sentence.words and sentence.words.isdisjoint(language.modality.unacceptable):
        return
    for token in sentence:
        out = token.lower_ == "question" and {"out", "of"} <= {child.lower_ for child in children(token, "case")}
        cannot_be = out or token.lower_ in language.modality.unacceptable
        if not cannot_be or token.dep_ not in {"ccomp", "parataxis"} or is_negated(token):
            continue
        if token.head.lemma_.lower() not in language.attribution.saying:
            continue
        for speaker in parties.of_all(agents(token.head)):
            told = [own for own in children(token, *SUBJECTS) if not _is_stated_fact(own)]
            what = [t for own in told for t in (own, *in_reach(own, 3))]
            for other in parties.of_all(preferred(what, parties, {speaker.actor}), {speaker.actor}):
                yield Tie("REJECTS", speaker, other, token)


def _is_stated_fact(clause: Token) -> bool:
    """Whether a clause tells what is so, of which nobody was asked: "it is unacceptable THAT THEY USE the money"."""
    return has_mark(clause, {"that"})
