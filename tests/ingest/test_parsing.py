"""The shipped pipeline reads the shapes that news is written in: who does what to whom hangs on the right verb."""

from __future__ import annotations

import pytest

from ingest.english_pipeline import pipeline
from ingest.parsing import parse

SENTENCES = """
The two presidents held talks in Nairobi.
    presidents nsubj held; talks obj held
Eritrea had bombed the airfield.
    Eritrea nsubj bombed; airfield obj bombed
Serbia had armed the gunmen.
    Serbia nsubj armed; gunmen obj armed
The militia is armed by Libya.
    militia nsubj:pass armed; Libya obl:agent armed
Chad denies that its army crossed the border.
    Chad nsubj denies; crossed ccomp denies; army nsubj crossed
Moscow denied having fired missiles at the port.
    fired xcomp denied; missiles obj fired; port obl fired
The raid was condemned at the UN by Algeria.
    raid nsubj:pass condemned; UN obl condemned; Algeria obl:agent condemned
Ankara told Reuters that Greece had violated the truce.
    Reuters iobj told; violated ccomp told; Greece nsubj violated; truce obj violated
She told minister Anna Berg that Oslo expects help.
    Anna iobj told; Berg flat Anna; expects ccomp told; Oslo nsubj expects
CNN reported, quoting two officials, that Cuba had shot down a drone.
    quoting advcl reported; shot ccomp reported; Cuba nsubj shot; drone obj shot
Reuters, citing an official, said Qatar would host the summit.
    citing advcl said; Reuters nsubj said; host ccomp said; Qatar nsubj host
Turkey closed the embassy amid rising tension.
    embassy obj closed; tension obl closed
Talks between Syria and Jordan began in Amman.
    Talks nsubj began; Syria nmod Talks; Jordan conj Syria; Amman obl began
Iran vows revenge for killing
    Iran nsubj vows; revenge obj vows
Israel strikes Damascus suburb
    Israel nsubj strikes; suburb obj strikes
Seoul agrees to sell tanks to Poland
    sell xcomp agrees; tanks obj sell; Poland obl sell
French Defence Minister Florence Parly met the general.
    Florence nsubj met; Parly flat Florence; Minister nmod:desc Florence; general obj met
Russian and Ukrainian forces clashed near Kherson.
    forces nsubj clashed; Russian amod forces; Ukrainian conj Russian; Kherson obl clashed
A US-led coalition bombed the depot.
    coalition nsubj bombed; led amod coalition; depot obj bombed
"We will respond," Biden said.
    respond ccomp said; Biden nsubj said; We nsubj respond
India accused Pakistan of sheltering the gunmen.
    Pakistan obj accused; sheltering advcl accused; gunmen obj sheltering
Brussels urged Kosovo to lift the ban.
    Kosovo obj urged; lift xcomp urged; ban obj lift
Hezbollah, which is backed by Iran, attacked the base.
    Hezbollah nsubj attacked; backed acl:relcl Hezbollah; base obj attacked
After Kenya cut ties, Somalia recalled its ambassador.
    cut advcl recalled; Kenya nsubj cut; ambassador obj recalled
The shelling killed three nurses, wounding dozens of patients.
    shelling nsubj killed; nurses obj killed; wounding advcl killed; dozens obj wounding
Cairo is ready to mediate.
    Cairo nsubj ready; mediate xcomp ready
"""
"""Sentences, and below each the arcs that extraction rests on: dependent, relation, head."""


def cases() -> list[tuple[str, str]]:
    """Each sentence with its arcs."""
    found: list[tuple[str, str]] = []
    for line in SENTENCES.strip().splitlines():
        if line.startswith(" "):
            sentence, arcs = found.pop()
            found.append((sentence, f"{arcs} {line.strip()}".strip()))
        else:
            found.append((line, ""))
    return found


@pytest.mark.parametrize(("sentence", "arcs"), cases())
def test_the_arcs_that_extraction_rests_on_are_right(sentence: str, arcs: str) -> None:
    (doc,) = parse([sentence])
    found = {f"{token.text} {token.dep_} {token.head.text}" for token in doc}
    assert not {arc for arc in arcs.split("; ") if arc not in found}


@pytest.mark.parametrize(
    ("sentence", "form", "lemma"),
    [
        ("Sudan waged war on the rebels.", "waged", "wage"),
        ("Congress fined the bank.", "fined", "fine"),
        ("The union staged a protest.", "staged", "stage"),
        ("Algeria condemned the coup.", "condemned", "condemn"),
        ("Iran hopes to sell oil.", "hopes", "hope"),
    ],
)
def test_a_verb_form_finds_its_lemma(sentence: str, form: str, lemma: str) -> None:
    (doc,) = parse([sentence])
    assert [token.lemma_ for token in doc if token.text == form] == [lemma]


def test_the_pipeline_says_what_it_is_made_of() -> None:
    meta = pipeline().meta
    assert (meta["name"], meta["license"]) == ("rapport_english", "CC BY-SA 4.0")
    assert [source["name"] for source in meta["sources"]]


@pytest.mark.parametrize(
    "text",
    [
        "Near Dayr Az Zawr, five strikes destroyed eight oil pump jacks.",
        "Switzerland froze assets of Ferdinand Marcos worth $500m.",
        "Asked why Israel had not joined, Yair Lapid said it would not.",
    ],
)
def test_no_sentence_opens_where_none_has_closed(text: str) -> None:
    (doc,) = parse([text])
    assert [sentence.text for sentence in doc.sents] == [text]


def test_sentences_that_are_closed_stay_apart() -> None:
    (doc,) = parse(["Chad met Togo. Togo thanked it! Who won? Nobody."])
    assert len(doc.sents) == 4
