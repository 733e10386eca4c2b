"""Names for which another stands while the parser reads."""

from __future__ import annotations

from ingest.parsing import parse
from ingest.stand_ins import with_stand_ins


def test_a_text_is_as_long_as_before() -> None:
    text = "Daesh, also called IS, ISIL or Da'esh, left the town; IS-held villages are empty."
    read = with_stand_ins(text)
    assert len(read) == len(text)
    assert not any(name in read for name in ("Daesh", "IS,", "ISIL", "IS-"))


def test_a_verb_in_capitals_is_no_name() -> None:
    assert with_stand_ins("THIS IS NEWS") == "THIS IS NEWS"


def test_a_part_of_a_word_is_no_name() -> None:
    assert with_stand_ins("ISIS-Khorasan, counter-ISIL, ISO, Isis") == "Mali-Khorasan, counter-ISIL, ISO, Isis"


def test_words_keep_their_own_letters() -> None:
    text = "The observers said IS had left."
    (doc,) = parse([text])
    word = doc.tokens[3]
    assert doc.text == text
    assert (word.text, word.lower_, word.lemma_, word.pos_) == ("IS", "is", "IS", "PROPN")
