"""Exceptions to the lemmatizer's rules: "hoped" is of "hope", not of "hop", and "waged" of "wage", not of "wag".

spaCy's rules take the first stem that their index knows. So "hop" leaves the index, and its own forms ("hopped") become
exceptions, which come first. Verbs that the extraction frames name but the index lacks are added to it.
"""

from __future__ import annotations

from lemminflect import getInflection
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ingest.language import english

FEATURES = {
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBD": "Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
}
"""Inflected forms: Penn tags and what the morphologizer says of them."""


AUXILIARIES = {
    "be": ("am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'m", "’m", "'re", "’re"),
    "have": ("has", "had", "having", "'ve", "’ve"),
    "do": ("does", "did", "doing"),
}
"""Auxiliaries, for which spaCy's tables have no rules."""


def frame_verbs() -> set[str]:
    """Every verb of the extraction frames."""
    return {verb for frame in english().frames for verb in frame.verbs}


def inflected(verb: str, tag: str) -> tuple[str, ...]:
    """The forms of a verb; of a verb with a prefix, those of the verb behind it."""
    prefix, hyphen, base = verb.rpartition("-")
    return tuple(prefix + hyphen + form for form in getInflection(base, tag) if "-" not in form)


def lemma(lemmatizer: Lemmatizer, vocab: Vocab, form: str, tag: str) -> str:
    """What the lemmatizer says of a form that is tagged as a verb."""
    doc: Doc = lemmatizer(Doc(vocab, words=[form], pos=["VERB"], morphs=[FEATURES[tag]]))
    return doc[0].lemma_


def silent_pairs(index: set[str]) -> list[str]:
    """Verbs such as "hop" beside "hope", whose own forms double the last letter, so that "hoped" is none of them."""
    return sorted(
        verb
        for verb in index
        if verb + "e" in index and verb + "ed" not in getInflection(verb, "VBD") and verb.isalpha()
    )


def settle(lemmatizer: Lemmatizer, vocab: Vocab) -> int:
    """Write the exceptions into the tables of a lemmatizer.

    Returns:
        How many forms became exceptions.
    """
    tables: Lookups = lemmatizer.lookups
    exceptions = dict(tables.get_table("lemma_exc")["verb"])
    index = set(tables.get_table("lemma_index")["verb"])
    before = len(exceptions)
    for verb in silent_pairs(index):
        index.discard(verb)
        for form in (verb, *(form for tag in FEATURES for form in inflected(verb, tag))):
            exceptions.setdefault(form, [verb])
    index |= frame_verbs()
    tables.get_table("lemma_exc")["verb"] = exceptions
    tables.get_table("lemma_exc")["aux"] = {form: [verb] for verb, forms in AUXILIARIES.items() for form in forms}
    tables.get_table("lemma_exc")["det"] = {"an": ["a"]}
    tables.get_table("lemma_exc")["part"] = {"n't": ["not"], "n’t": ["not"]}
    tables.get_table("lemma_index")["verb"] = sorted(index)
    lemmatizer.cache.clear()
    for verb in sorted(frame_verbs()):
        for tag in FEATURES:
            for form in inflected(verb, tag):
                if lemma(lemmatizer, vocab, form, tag) != verb and form not in exceptions:
                    exceptions[form] = [verb]
    lemmatizer.cache.clear()
    return len(exceptions) - before
