"""How far below a verb an actor is looked for: in its clauses, behind nouns of nouns, and where the tree strays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.vocabulary import vocabulary
from ingest import roles, tree
from ingest.clauses import is_timed
from ingest.frames import PartOfSpeech
from ingest.language import Language, english
from ingest.noun_phrases import tells_sufferer
from ingest.tokens import Doc, Token

REACHING = frozenset({"to", "for", "in", "on", "of", "at", "among", "into", "across", "throughout", "between"})

AIMS = frozenset({"advcl"})
"""Clauses that tell for what help is given: "gave money TO PROMOTE trade with Chad"."""

TIMES = frozenset({"after", "before", "during", "following", "since", "until", "amid"})

WHERE = frozenset({"in", "at", "near", "inside", "outside"})
"""Prepositions of place."""

BUILDINGS = frozenset({"building", "house", "complex", "compound", "base", "post", "bunker", "trench", "tower"})
"""Where those are who do something, beside towns."""

HOSTILE = -3.0
"""Valence below which a deed harms the one to whom it is done: what an actor says that it will do is a threat then and
no promise, and nobody agrees to it with that one."""

HURTFUL = 0.0
"""Valence below which a deed is meant against somebody, in words or in deeds."""

MEANS = frozenset({"using", "employing"})
"""Participles that tell with what something is done."""

APART = frozenset({"against", "despite", "without", "after", "before", "during", "following", "amid", "unlike"})
"""Prepositions behind which stands somebody else: who agrees to act AGAINST another has not agreed with that one."""

ANSWERED = frozenset({"over", "after", "following"})
"""Prepositions of a deed for which another is done."""

ANSWERING = frozenset({"revenge", "vengeance", "retaliation", "reprisal", "retribution", "justice", "apology"})
"""Words for what comes of a deed that was done."""


def reached(
    predicate: Token, depth: int, apart: frozenset[str], closed: frozenset[str] = frozenset()
) -> Iterator[Token]:
    """The nouns that hang on a clause, and on the clauses below it."""
    for child in predicate.children:
        hangs = child.dep_ in tree.OBJECTS or child.dep_ in tree.OBLIQUES
        if child.i > predicate.i and hangs and not tree.prepositions(child) & apart:
            yield child
            seat = frozenset({"in", "at"}) if _is_meeting(child) else frozenset()
            yield from (t for t in child.children if t.dep_ == "nmod" and not tree.prepositions(t) & (apart | seat))
    if depth:
        for child in tree.children(predicate, *({"xcomp", "ccomp", "advcl", "acl"} - closed)):
            if not is_timed(child):
                yield from reached(child, depth - 1, apart, closed)
        for noun in tree.children(predicate, "obj"):
            for child in tree.children(noun, *({"acl"} - closed)):
                yield from reached(child, depth - 1, apart, closed)


def told_below(nouns: Iterable[Token], preposition: str) -> list[Token]:
    """What a preposition brings in one step below nouns: "a state of siege IN Chad", "offers for talks BY Chad".

    Args:
        nouns: what something is done to.
        preposition: the preposition.
    """
    ways = ("of", "for") if preposition == "by" else ("of",)
    told = (step for noun in nouns for way in ways for step in tree.obliques(noun, way))
    return [token for step in told for token in tree.obliques(step, preposition)]


def strayed(verb: Token, preposition: str) -> list[Token]:
    """The last noun behind a verb's objects and adjuncts that the preposition brings in, wherever the tree hangs it."""
    inside = [
        token
        for child in verb.children
        if child.i > verb.i and child.dep_ in tree.OBJECTS | tree.OBLIQUES
        for token in child.subtree
        if token.dep_ in tree.OBLIQUES and preposition in tree.prepositions(token) and token.head.pos_ != "VERB"
        if not _is_timed(token, child) and not (preposition != "against" and _tells_where(token.head))
        if not _is_answered(token.head) and not (preposition == "with" and may_harm(token.head, english(), 0))
    ]
    if not inside and preposition == "against":
        # "conducted ten raids USING drones AGAINST the rebels"
        means = (child for child in tree.children(verb, "advcl") if child.lower_ in MEANS and child.i > verb.i)
        inside = [noun for using in means for noun in tree.obliques(using, preposition)]
    return tree.conjuncts(inside[-1]) if inside else []


def _is_answered(deed: Token) -> bool:
    """Whether a noun is a deed for which something is done: "vowed revenge FOR the ATTACK on the town"."""
    if not may_harm(deed, english()):
        return False
    told = tree.prepositions(deed)
    return not ANSWERED.isdisjoint(told) or ("for" in told and deed.head.lemma_.lower() in ANSWERING)


def _tells_where(noun: Token) -> bool:
    """Whether a noun without a name only tells where: "fire from rebels in a BUILDING on the river"."""
    place = noun.lemma_.lower() in BUILDINGS | english().nouns.places
    return place and bool(tree.prepositions(noun) & WHERE)


def _is_timed(noun: Token, top: Token) -> bool:
    """Whether a noun stands in what only tells when: "12 months AFTER the fall of the town to rebels"."""
    between = [noun, *(ancestor for ancestor in noun.ancestors if ancestor == top or top.is_ancestor(ancestor))]
    return any(tree.prepositions(token) & TIMES for token in between)


def in_reach(
    head: Token, depth: int, closed: frozenset[str] = frozenset(), opened: frozenset[str] = frozenset()
) -> Iterator[Token]:
    """What a deed of help, consent or refusal reaches, however deep: "gave money for schools in ETHIOPIA".

    Args:
        head: the word that tells it.
        depth: how many steps down the tree.
        closed: relations of clauses that it does not reach into, though others do.
        opened: relations of clauses that it reaches into where they open with "to".
    """
    if not depth:
        return
    for child in head.children:
        told = tree.prepositions(child)
        hangs = child.dep_ in tree.OBJECTS or (child.dep_ in tree.OBLIQUES and told & REACHING and "out" not in told)
        if child.i > head.i and hangs and child.lemma_.lower() != "behalf":
            yield child
            if "at" not in told:
                # "pledged aid at a meeting IN BRUSSELS", "pledged to support the talks IN QATAR"
                seat = {"in", "at"} if _is_meeting(child) else set()
                below = in_reach(child, depth - 1, closed, opened)
                yield from (token for token in below if tree.prepositions(token).isdisjoint(seat))
        elif child.i > head.i and child.dep_ in opened and tree.has_mark(child, {"to"}):
            yield from in_reach(child, depth - 1, closed, opened)
        elif child.i > head.i and child.dep_ in {"xcomp", "acl", "ccomp", "acl:relcl"} - closed:
            if child.dep_ == "acl" and tree.has_mark(child, {"that"}):
                # "welcomed the news that IRAQ had retaken the town"
                yield from (noun for noun in tree.children(child, *tree.SUBJECTS) if noun.pos_ != "PRON")
            yield from in_reach(child, depth - 1, closed)


def _is_meeting(noun: Token) -> bool:
    """Whether a noun tells where some meet, and not for whom something is done: "the talks in Qatar"."""
    frames = english().by_lemma.get(("noun", noun.lemma_.lower()), ())
    return any(frame.type == "MEETS" for frame in frames)


def is_hostile(part: PartOfSpeech, word: Token, language: Language) -> bool:
    """Whether a word makes frames, and all of them are of hostile deeds."""
    frames = language.by_lemma.get((part, word.lemma_.lower()), ())
    return bool(frames) and all(vocabulary()[frame.type].valence < HOSTILE for frame in frames)


def harmed(noun: Token, above: Token, language: Language, worst: float = HOSTILE) -> bool:
    """Whether a hostile deed stands between a verb and a noun below it: "helped to plan the KILLING of the leader".

    Args:
        noun: the noun.
        above: the verb.
        language: the frames.
        worst: the valence below which a deed does harm.
    """
    for step in noun.ancestors:
        if step.i == above.i:
            return False
        if step.pos_ == "VERB":
            # "helped to ATTACK Togo" does no good to Togo
            done_to = step is noun.head and noun.dep_ == "obj"
            if (done_to and _harms_its_object(step, language)) or is_hostile("verb", step, language):
                return True
        elif may_harm(step, language, worst):
            return True
    return False


def _harms_its_object(verb: Token, language: Language) -> bool:
    """Whether what is done to the object alone does harm: "ATTACK Togo", and not "DEFEND Togo from rebels"."""
    frames = language.by_lemma.get(("verb", verb.lemma_.lower()), ())
    plain = (frame for frame in frames if "object" in frame.receivers and not (frame.object or frame.complement))
    return any(vocabulary()[frame.type].valence < HOSTILE and not frame.particle for frame in plain)


def is_against(deed: Token, language: Language) -> bool:
    """Whether a noun is a deed against somebody who is told behind it: "CRITICISM of Kenya"."""
    return tells_sufferer(deed) and may_harm(deed, language, HURTFUL)


def may_harm(word: Token, language: Language, worst: float = HOSTILE, part: PartOfSpeech = "noun") -> bool:
    """Whether a word can be a hostile deed: an "attack" can also be one in words.

    Args:
        word: the word.
        language: the frames.
        worst: the valence below which a deed does harm.
        part: what it is, a noun or a verb.
    """
    frames = language.by_lemma.get((part, word.lemma_.lower()), ())
    return any(vocabulary()[frame.type].valence < worst for frame in frames)


def helped(noun: Token, above: Token, language: Language) -> bool:
    """Whether only good is done to a noun by its verb, below another: "threatened force TO FREE him"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb is above or verb.pos_ != "VERB":
        return False
    frames = (f for f in language.by_lemma.get(("verb", verb.lemma_.lower()), ()) if not (f.object or f.complement))
    return min((vocabulary()[frame.type].valence for frame in frames), default=0) > 0


def addressees(trigger: Token) -> list[Token]:
    """To whom the sentence around is spoken: "told DERMER that Washington expects …"."""
    for ancestor in trigger.ancestors:
        if ancestor.lemma_.lower() in {"tell", "inform", "warn", "assure", "remind"}:
            return roles.objects(ancestor)
    return []


def is_behind_time(verb: Token, noun: Token) -> bool:
    """Whether a noun stands behind what tells when, and belongs to that: "spoke after the fall of Mosul to REBELS"."""
    timed = (t for t in verb.children if t.dep_ in tree.OBLIQUES and verb.i < t.i < noun.i)
    return any(tree.prepositions(t) & TIMES and not _has_comma(verb.doc, t.i, noun.i) for t in timed)


def _has_comma(doc: Doc, start: int, end: int) -> bool:
    return any(token.text == "," for token in doc.tokens[start:end])
