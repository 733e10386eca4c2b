"""Trees as the parser should have built them, where it is known to err in the same way again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from ingest.language import english
from ingest.mended_appositions import (
    give_to_name,
    mend_allies,
    mend_ally,
    mend_head_of,
    mend_list_of_one,
    mend_loyal,
    mend_second_subject,
)
from ingest.mended_asides import (
    mend_aside,
    mend_comment,
    mend_helped,
    mend_move,
    mend_own_aside,
    mend_second,
    mend_together,
)
from ingest.mended_clauses import (
    give_to_blame,
    give_to_deed_done,
    give_to_main,
    give_to_object,
    give_to_time,
    give_to_told,
    give_to_verb,
    join_to_noun,
    mend_name,
    mend_root,
    mend_sort,
    part_from_aim,
    part_from_aside,
    part_from_list,
    part_from_told,
)
from ingest.mended_coordination import (
    join_to_participle,
    mend_as_well,
    mend_example,
    mend_finite,
    mend_infinitives,
    mend_one,
    mend_participle,
    mend_women,
    part_from_ellipsis,
)
from ingest.mended_doers import (
    give_to_controller,
    give_to_met,
    give_to_other,
    give_to_striker,
    give_to_struck,
    part_from_other,
    part_from_said,
)
from ingest.mended_heads import (
    give_to_deed,
    give_to_end,
    join_compound,
    join_name,
    mend_people,
    mend_preposition,
    part_from_article,
    part_from_joined,
    part_from_leader,
    part_from_participle,
    part_from_place,
)
from ingest.mended_offices import mend_commanding, mend_office, mend_title
from ingest.mended_relatives import mend_complete, mend_relative, mend_relative_pronoun
from ingest.mended_verbs import (
    mend_aim,
    mend_begun,
    mend_done,
    mend_gerund,
    mend_headline,
    mend_infinitive,
    mend_named,
    mend_progressive,
    mend_to_infinitive,
    mend_verb,
)
from ingest.mended_words import (
    mend_active,
    mend_border,
    mend_call,
    mend_country,
    mend_described,
    mend_feared,
    mend_fixed,
    mend_guilty,
    mend_joined,
    mend_number,
    mend_over,
    mend_perfect,
    mend_ruling,
    mend_ships,
    mend_side,
    mend_speaker,
    mend_state,
    mend_visiting,
)
from ingest.tokens import Doc, Token
from ingest.tree import prepositions
from ingest.tree_mending import hang, head_of_name, opening

BY_WORD: Mapping[str, Callable[[Token], None]] = {
    "ships": mend_ships,
    "visiting": mend_visiting,
    "over": mend_over,
    "ruling": mend_ruling,
    "shoulder": mend_side,
    "loyal": mend_loyal,
    "guilty": mend_guilty,
    "commanding": mend_commanding,
    "one": mend_one,
    "women": mend_women,
    **dict.fromkeys(("move", "decision", "step", "act", "gesture", "measure", "claim"), mend_move),
    **dict.fromkeys(("which", "who", "that"), mend_relative_pronoun),
}
"""What may be wrong with a single word."""


def mend(doc: Doc) -> None:
    """Put right what the parser often gets wrong, by signs that leave no doubt."""
    by_relation, by_part = _by_relation(), _by_part_of_speech()
    for token in doc.tokens:
        for mending in by_relation.get(token.dep_, ()):
            mending(token)
        for mending in by_part.get(token.pos_, ()):
            mending(token)
        if token.lower_ in BY_WORD:
            BY_WORD[token.lower_](token)


def _mend_verb_form(verb: Token) -> None:
    if verb.dep_ == "acl":
        mend_helped(verb)
        mend_own_aside(verb)
    elif verb.dep_ in {"parataxis", "ccomp"}:
        mend_aside(verb)
    elif verb.dep_ == "amod":
        mend_perfect(verb)
    elif verb.lower_.endswith("ed"):
        mend_described(verb)
    if verb.dep_ == "parataxis":
        mend_feared(verb)


@cache
def _by_part_of_speech() -> Mapping[str, tuple[Callable[[Token], None], ...]]:
    """What may be wrong with a word, by the part of speech for which the parser takes it."""
    return {
        "VERB": (mend_infinitive, mend_state, mend_border, _mend_verb_form),
        "NUM": (mend_number,),
        "ADJ": (mend_verb,),
        "PROPN": (mend_verb,),
    }


@cache
def _by_relation() -> Mapping[str, tuple[Callable[[Token], None], ...]]:
    """What may be wrong with a word, by the relation in which the parser hangs it."""
    return {
        "acl:relcl": (mend_complete, give_to_other, give_to_object),
        "advcl:relcl": (mend_relative,),
        "ROOT": (mend_comment, mend_done, mend_root, mend_progressive, part_from_aside, part_from_told),
        "aux": (mend_name,),
        "acl": (give_to_blame, give_to_controller, give_to_striker),
        "ccomp": (give_to_told,),
        "parataxis": (give_to_object,),
        "conj": (
            part_from_said,
            part_from_ellipsis,
            join_to_noun,
            part_from_list,
            mend_office,
            mend_joined,
            mend_country,
            part_from_leader,
            mend_list_of_one,
            mend_head_of,
            mend_ally,
            mend_allies,
            mend_second,
            mend_finite,
            mend_infinitives,
            mend_participle,
            join_to_participle,
            part_from_other,
        ),
        "case": (mend_preposition,),
        "cc": (mend_as_well,),
        "nmod:desc": (mend_title,),
        "flat": (mend_gerund, mend_people),
        "expl": (mend_speaker,),
        "nsubj:pass": (give_to_verb, _give_back, mend_active, mend_second_subject),
        "nsubj": (give_to_verb, mend_sort, part_from_aim, _give_back, part_from_place, mend_second_subject),
        "appos": (give_to_name, mend_head_of),
        "nmod:poss": (give_to_deed, part_from_joined),
        "compound": (
            part_from_article,
            join_name,
            part_from_participle,
            part_from_joined,
            mend_begun,
            mend_headline,
            mend_aim,
        ),
        "obj": (mend_gerund, mend_call),
        "fixed": (mend_fixed,),
        "nmod": (mend_together, mend_example, join_compound),
        "obl": (give_to_end, give_to_object, mend_together, mend_example, give_to_deed_done),
        "obl:agent": (give_to_deed_done,),
        "advcl": (give_to_met, give_to_struck, mend_to_infinitive, _give_to_aim, give_to_main, give_to_time),
        "xcomp": (give_to_struck, mend_named, mend_to_infinitive, _give_to_aim),
    }


def _give_back(noun: Token) -> None:
    """What an infinitive is done to is no second subject: "its plan to defeat ISLAMIC STATE has failed"."""
    first = next((c for c in noun.head.children if c.dep_ == noun.dep_), noun)
    start = opening(noun)
    if first.i >= noun.i or start == 0:
        return
    verb = noun.doc[start - 1]
    ends = verb.pos_ == "VERB" and verb.dep_ == "acl" and not any(c.dep_ == "obj" for c in verb.children)
    if ends and first.is_ancestor(verb) and any(c.lower_ == "to" for c in verb.children):
        hang(noun, verb, "obj")


def _give_to_aim(verb: Token) -> None:
    """What an effort is for hangs on the effort just before it: "shows the strength of its effort TO WIN"."""
    opens = opening(verb) if verb.pos_ == "VERB" else 0
    if opens == 0 or verb.doc[opens].lower_ != "to" or opens > verb.i:
        return
    noun = verb.doc[opens - 1]
    whose = head_of_name(noun)
    if whose.dep_ == "nmod" and prepositions(whose) & {"from", "by"}:
        # "a promise FROM CHAD to withdraw"
        noun = whose.head
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in english().nouns.aims and verb.head is not noun:
        hang(verb, noun, "acl")
