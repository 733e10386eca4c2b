"""Trees as the parser should have built them, where it is known to err in the same way again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from ingest import mended_appositions as appositions
from ingest import mended_asides as asides
from ingest import mended_clauses as clauses
from ingest import mended_coordination as coordination
from ingest import mended_doers as doers
from ingest import mended_headlines as headlines
from ingest import mended_heads as heads
from ingest import mended_infinitives as infinitives
from ingest import mended_lists as lists
from ingest import mended_names as names
from ingest import mended_objects as objects
from ingest import mended_offices as offices
from ingest import mended_relatives as relatives
from ingest import mended_verbs as verbs
from ingest import mended_whose as whose
from ingest import mended_words as words
from ingest.mended_by_word import BY_WORD
from ingest.tokens import Doc, Token


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
        asides.mend_helped(verb)
        asides.mend_own_aside(verb)
    elif verb.dep_ in {"parataxis", "ccomp"}:
        asides.mend_aside(verb)
    elif verb.dep_ == "amod":
        words.mend_perfect(verb)
        verbs.mend_headline(verb)
        verbs.mend_begun(verb)
        objects.give_to_accused(verb)
    elif verb.lower_.endswith("ed"):
        words.mend_described(verb)
    if verb.dep_ == "parataxis":
        words.mend_feared(verb)


@cache
def _by_part_of_speech() -> Mapping[str, tuple[Callable[[Token], None], ...]]:
    """What may be wrong with a word, by the part of speech for which the parser takes it."""
    return {
        "VERB": (verbs.mend_infinitive, words.mend_state, words.mend_border, _mend_verb_form),
        "NUM": (words.mend_number,),
        "ADJ": (verbs.mend_verb, names.mend_name),
        "PROPN": (verbs.mend_verb,),
    }


@cache
def _by_relation() -> Mapping[str, tuple[Callable[[Token], None], ...]]:
    """What may be wrong with a word, by the relation in which the parser hangs it."""
    return {
        "acl:relcl": (relatives.mend_complete, whose.mend_another, doers.give_to_other, objects.give_to_object),
        "csubj": (doers.give_from_participle,),
        "advcl:relcl": (relatives.mend_relative,),
        "ROOT": (
            asides.mend_comment,
            asides.mend_reduced,
            asides.mend_aside_noun,
            verbs.mend_done,
            clauses.mend_root,
            verbs.mend_progressive,
            clauses.part_from_aside,
            clauses.part_from_told,
            doers.give_subject,
            headlines.mend_clashing,
        ),
        "aux": (clauses.mend_name,),
        "acl": (
            objects.mend_hurt,
            clauses.give_to_blame,
            doers.give_to_controller,
            doers.give_to_led,
            doers.give_to_striker,
            infinitives.give_to_aim,
            infinitives.give_to_asked,
        ),
        "ccomp": (headlines.part_from_next, clauses.give_to_told, doers.give_from_participle),
        "parataxis": (
            lists.mend_included,
            objects.give_to_object,
            appositions.give_to_part,
            asides.mend_aside_noun,
            lists.mend_names,
            appositions.mend_head_of,
            clauses.part_from_told,
            clauses.give_to_time,
        ),
        "vocative": (appositions.mend_head_of,),
        "conj": (
            objects.mend_hurt,
            doers.part_from_said,
            doers.give_over_aside,
            coordination.part_from_ellipsis,
            clauses.join_to_noun,
            clauses.join_to_told,
            clauses.part_from_list,
            offices.mend_office,
            words.mend_joined,
            words.mend_country,
            heads.part_from_leader,
            appositions.mend_list_of_one,
            lists.mend_open_list,
            lists.give_to_members,
            lists.mend_names,
            appositions.mend_between_dashes,
            appositions.mend_told_on,
            appositions.mend_head_of,
            appositions.mend_ally,
            appositions.mend_allies,
            asides.mend_second,
            coordination.mend_finite,
            coordination.mend_tense,
            doers.mend_gerunds,
            coordination.part_from_predicate,
            infinitives.mend_infinitives,
            infinitives.mend_bare_infinitive,
            infinitives.mend_thanks,
            coordination.mend_participle,
            coordination.join_to_participle,
            doers.part_from_other,
        ),
        "dep": (words.mend_country, lists.mend_names),
        "obl:unmarked": (lists.mend_included, lists.mend_names),
        "case": (heads.mend_time, heads.mend_preposition, clauses.give_to_gerund),
        "cc": (coordination.mend_as_well,),
        "nmod:desc": (offices.mend_title,),
        "flat": (headlines.mend_pair, verbs.mend_gerund, heads.mend_people, heads.mend_surname, heads.part_from_name),
        "expl": (words.mend_speaker,),
        "nsubj:pass": (
            doers.mend_absolute,
            clauses.give_to_verb,
            infinitives.give_back,
            words.mend_active,
            appositions.mend_second_subject,
        ),
        "nsubj": (
            headlines.mend_speaker,
            doers.give_from_aside,
            clauses.give_to_verb,
            clauses.mend_sort,
            clauses.part_from_aim,
            infinitives.give_back,
            heads.part_from_place,
            appositions.mend_second_subject,
        ),
        "appos": (
            headlines.mend_pair,
            heads.part_from_name,
            doers.part_from_day,
            appositions.give_to_name,
            appositions.give_to_part,
            appositions.mend_head_of,
            words.mend_country,
            lists.mend_names,
        ),
        "nmod:poss": (heads.give_to_deed, heads.part_from_joined),
        "compound": (
            heads.part_from_article,
            heads.join_name,
            heads.part_from_participle,
            objects.give_to_gift,
            heads.part_from_joined,
            verbs.mend_begun,
            verbs.mend_headline,
            verbs.mend_aim,
        ),
        "obj": (
            objects.join_to_name,
            objects.give_to_demanded,
            objects.give_to_said,
            verbs.mend_called,
            asides.mend_second_thing,
            verbs.mend_gerund,
            verbs.mend_nominal,
            words.mend_call,
            objects.give_to_near,
            objects.part_from_clause,
            objects.mend_second_object,
            lists.mend_behind_clause,
        ),
        "fixed": (words.mend_fixed,),
        "nmod": (
            heads.give_to_capture,
            doers.give_to_passive,
            objects.give_to_answer,
            asides.mend_together,
            coordination.mend_example,
            heads.join_compound,
        ),
        "obl": (
            appositions.mend_officer,
            heads.give_to_end,
            heads.give_to_people,
            verbs.mend_opened,
            verbs.mend_deeper,
            verbs.mend_warning,
            objects.give_to_object,
            asides.mend_together,
            coordination.mend_example,
            objects.give_to_deed_done,
        ),
        "obl:agent": (objects.give_to_deed_done,),
        "advcl": (
            objects.mend_hurt,
            coordination.mend_including,
            coordination.join_before_main,
            heads.mend_ruling_of,
            verbs.mend_governed,
            doers.give_to_fighters,
            asides.give_result,
            doers.give_to_met,
            doers.give_to_struck,
            verbs.mend_to_infinitive,
            infinitives.give_to_aim,
            clauses.give_to_main,
            clauses.give_to_cause,
            clauses.give_to_time,
        ),
        "xcomp": (
            objects.mend_hurt,
            doers.give_to_struck,
            heads.mend_ruling_of,
            verbs.mend_named,
            verbs.mend_to_infinitive,
            infinitives.give_to_aim,
        ),
    }
