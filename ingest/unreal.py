"""What is only asked, played or looked for: "IS Iran arming the Houthis?", "in a WAR GAME", "unaware of ANY attack"."""

from __future__ import annotations

import itertools

from graph.claims import Modality
from ingest.language import Language
from ingest.tokens import Token
from ingest.tree import OBLIQUES, SUBJECTS, children, owners, prepositions

CONDITIONED = frozenset({"conditional", "contingent", "dependent", "conditioned"})

DEPENDING = frozenset({"condition", "hinge", "depend", "predicate"})
"""Verbs behind which stands what something waits for: "CONDITIONED the truce on ending the war"."""

LINKING = frozenset({"be", "remain", "look", "seem", "appear", "stay", "become", "grow", "come", "draw", "edge"})
"""Verbs behind which stands what is said of their subject."""

ASKING = frozenset({"aux", "aux:pass", "cop"})


def unreal_cue(trigger: Token, language: Language) -> str | None:
    """The word that tells that a deed is not told as one that happened; None where it is.

    Args:
        trigger: the word that makes the frame.
        language: words for what is made up.
    """
    if trigger.pos_ == "NOUN":
        for opened in children(trigger, "case"):
            if opened.lower_ in {"on", "upon"} and opened.before.lower_ in CONDITIONED:
                # "made the deal CONDITIONAL ON talks with the rebels"
                return opened.before.text
        if still := _still_to_come(trigger, language):
            return still
        loose = next((child for child in children(trigger, "det") if child.lower_ == "any"), None)
        if loose is not None:
            return loose.text
        if owners(trigger) or any(child.lower_ == "the" for child in children(trigger, "det")):
            # "Will the US condemn ISRAEL'S ATTACK on Iran?" takes the attack as known.
            return _played(trigger, language)
    if doubted := _doubted(trigger, language):
        return doubted
    if trigger.dep_ in {"advcl", "obl"} and trigger.head.lemma_ in DEPENDING and _marks(trigger):
        return trigger.head.text
    if trigger.dep_ == "acl:relcl" and (anybody := _anybody(trigger.head)):
        return anybody
    return "?" if _is_asked(trigger) else _played(trigger, language)


def _still_to_come(noun: Token, language: Language) -> str | None:
    """What is said of a deed that has not been done: "a deal between Israel and Hamas IS CLOSE", "REMAINS UNLIKELY"."""
    predicate = noun.head
    if noun.dep_ not in SUBJECTS or noun.lemma_.lower() in language.modality.standing_close:
        return None
    if children(predicate, "cop"):
        told = [predicate]
    else:
        told = children(predicate, "xcomp", "advmod", *OBLIQUES) if predicate.lemma_ in LINKING else []
    return next((word.text for word in told if word.lemma_.lower() in language.modality.not_come), None)


def whose_fear(noun: Token, language: Language) -> Token | None:
    """The subject behind whose verb it stands what is feared, and not told: "FEARS grow of a war"."""
    subjects = children(noun.head, "nsubj") if "of" in prepositions(noun) else []
    governing = language.modality.governing
    return next((t for t in subjects if governing.get(t.lemma_.lower()) is Modality.HYPOTHETICAL), None)


def _marks(clause: Token) -> frozenset[str]:
    return frozenset({child.lower_ for child in children(clause, "mark", "case")}) & {"on", "upon"}


def _anybody(noun: Token) -> str | None:
    """The word that tells that nobody in particular is meant: "shoot ANY villager who shelters them"."""
    words = (noun, *children(noun, "det"))
    return next((word.text for word in words if word.lower_ in {"any", "anyone", "anybody", "whoever"}), None)


def _doubted(trigger: Token, language: Language) -> str | None:
    """The word by which what is told is doubted, or only alleged by nobody: "DISPUTED claims that it armed them"."""
    words = language.modality
    lemmas = trigger.sent.lemmas
    if lemmas.isdisjoint(words.doubting) and lemmas.isdisjoint(words.only_alleged):
        return None
    for step in itertools.chain([trigger], trigger.ancestors):
        told = step.head
        lemma = told.lemma_.lower()
        if step.dep_ not in {"acl", "ccomp"} or not (lemma in language.attribution.told or lemma in words.only_alleged):
            continue
        above = told.head
        if above.lemma_.lower() in words.truth:
            above = above.head
        if above.lemma_.lower() in words.doubting and above.pos_ == "VERB":
            return above.text
        if lemma in words.only_alleged and not owners(told) and told.dep_ in OBLIQUES:
            return told.text
    return None


def _is_asked(trigger: Token) -> bool:
    """Whether the sentence asks whether something is so; what "why" or "how" asks about is taken as known."""
    sentence = trigger.sent
    if not sentence.text.rstrip("\"'”’ \n").endswith("?"):
        return False
    root = sentence.root
    subject = next((child for child in root.children if child.dep_ in SUBJECTS), None)
    turned = subject is not None and any(child.dep_ in ASKING and child.i < subject.i for child in root.children)
    return turned and not any(word.lower_.startswith("wh") or word.lower_ == "how" for word in root.children)


def _played(trigger: Token, language: Language) -> str | None:
    """The game, film or book in which it happens."""
    if trigger.sent.lemmas.isdisjoint(language.modality.made_up):
        return None
    for step in itertools.chain([trigger], trigger.ancestors):
        for child in children(step, "obl", "nmod"):
            if child.lemma_.lower() in language.modality.made_up and prepositions(child) & {"in", "during"}:
                return child.text
    return None
