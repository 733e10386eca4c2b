"""The extractor's contract; what it understands of English is in the behaviour suite."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import Claim, Modality
from graph.reports import Report, text_hash
from ingest import parsing
from ingest.extractor import Extraction
from ingest.frame_extractor import LONGEST_SENTENCE, FrameExtractor
from ingest.mentions import Names
from ingest.readings import Found, Reading
from ingest.tokens import Span

DAY = datetime.date(2024, 10, 8)


@cache
def extractor() -> FrameExtractor:
    return FrameExtractor()


def extract(text: str, outlet: str | None = "tass", published: datetime.date | None = DAY) -> Extraction:
    return extractor().extract(text, Report(sha256=text_hash(text), outlet=outlet, published=published))


def only(text: str) -> Claim:
    (claim,) = extract(text).claims
    return claim


def test_subject_relation_object_and_day_are_found() -> None:
    claim = only("Israel attacked Hezbollah on October 1.")
    assert claim.object is not None
    assert (claim.subject.actor, claim.type, claim.object.actor) == ("ISR", "ATTACKS", "hezbollah")
    assert claim.when.on == datetime.date(2024, 10, 1)
    assert claim.modality is Modality.ASSERTED


def test_quotes_and_mentions_are_verbatim() -> None:
    text = "Meanwhile…  “Israel’s  army attacked Hezbollah,” he said. Rain fell."
    for claim in extract(text).claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.object is not None
        for mention in (claim.subject, claim.object):
            assert mention.start is not None
            assert mention.end is not None
            assert claim.start <= mention.start < mention.end <= claim.end


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Argentina's Senate condemned Britain.", "Argentine Senate", "ARG"),
        ("Turkey's Democratic Party condemned Britain.", "Turkish Democratic Party", "TUR"),
        ("The Polish Senate condemned Britain.", "Polish Senate", "POL"),
        ("America's Senate condemned Britain.", "US Senate", "USA"),
    ],
)
def test_a_body_that_many_states_have_is_the_owners(text: str, name: str, country: str) -> None:
    extraction = extract(text)
    (claim,) = extraction.claims
    (body,) = (actor for actor in extraction.actors if actor.id == claim.subject.actor)
    assert (body.name, body.country) == (name, country)


def test_they_are_those_who_were_told_and_not_what_they_are_held_for() -> None:
    extraction = extract("Turkey regards the Kurdish fighters as terrorists and has attacked them.")
    (claim,) = (claim for claim in extraction.claims if claim.type == "ATTACKS")
    assert [actor.name for actor in extraction.actors if claim.object and actor.id == claim.object.actor] == [
        "fighters"
    ]


def test_the_men_and_women_of_an_army_are_that_army() -> None:
    extraction = extract("The men and women of the Israeli army fought Hamas.")
    assert {(claim.subject.actor, claim.object and claim.object.actor) for claim in extraction.claims} == {
        ("idf", "hamas")
    }


def test_a_rank_before_a_name_is_no_other_person() -> None:
    extraction = extract("Air Chief Marshal Mark Hill visited Iraqi troops.")
    assert {claim.subject.actor for claim in extraction.claims} == {"mark-hill"}


def test_nobody_is_asked_where_something_should_be() -> None:
    assert not extract("Ghana said there should be no foreign troops in Togo.").claims


def test_those_who_are_struck_do_what_they_are_doing() -> None:
    extraction = extract("Turkey shelled Kurdish fighters attacking Syrian rebels.")
    struck, does = (next(c for c in extraction.claims if c.type == deed) for deed in ("STRIKES", "ATTACKS"))
    assert struck.object is not None
    assert does.subject.actor == struck.object.actor


def test_who_strikes_kills_whom_his_deed_hurts() -> None:
    extraction = extract("The army attacked villagers killing ten.")
    struck, kills = (next(c for c in extraction.claims if c.type == deed) for deed in ("ATTACKS", "KILLS"))
    assert kills.subject.actor == struck.subject.actor


def test_the_place_of_an_actor_told_twice_side_by_side_reaches_over_both() -> None:
    text = "France supports the Government of Iraq and the Iraqi people in their fight against ISIL."
    (supported,) = [claim.object for claim in extract(text).claims if claim.type == "SUPPORTS"]
    assert supported is not None
    assert text[supported.start : supported.end] == "the Government of Iraq and the Iraqi people"


def test_the_outlet_is_the_outermost_source() -> None:
    assert only("Israel attacked Hezbollah.").attribution[0].actor == "tass"
    assert extract("Israel attacked Hezbollah.", outlet=None).claims[0].attribution == ()


def test_every_named_actor_is_described() -> None:
    extraction = extract("The Zubrowkan Liberation Front attacked Israel, Axios reported.")
    described = {actor.id for actor in extraction.actors}
    for claim in extraction.claims:
        assert claim.object is not None
        assert {claim.subject.actor, claim.object.actor, *(link.actor for link in claim.attribution)} <= described


def test_an_actor_that_nobody_knows_is_new_and_of_unknown_kind() -> None:
    (claim,) = extract("The Zubrowkan Liberation Front attacked Israel.").claims
    new = next(
        a for a in extract("The Zubrowkan Liberation Front attacked Israel.").actors if a.id == claim.subject.actor
    )
    assert new.id == "zubrowkan-liberation-front"
    assert new.kind.value == "unknown"


def test_the_same_text_gives_the_same_claims() -> None:
    text = "Israel struck Hezbollah. Iran condemned Israel. The movement vowed revenge on Israel."
    assert extract(text) == extract(text)


def test_a_sentence_of_two_thousand_words_is_rejected_and_the_next_one_is_read() -> None:
    text = f"Israel and {'very ' * 2000}Hezbollah fought.\n\nIran attacked Israel."
    extraction = extract(text)
    assert any(f"more than {LONGEST_SENTENCE}" in reject.reason for reject in extraction.rejects)
    assert [(c.subject.actor, c.type) for c in extraction.claims] == [("IRN", "ATTACKS")]


def test_without_a_publication_day_a_weekday_is_no_day() -> None:
    (claim,) = extract("Israel attacked Hezbollah on Tuesday.", published=None).claims
    assert not claim.when.known


@pytest.mark.parametrize("text", ["", "\n\n", "!!!", "12 34", "\u200b", "Iran", "The weather was fine."])
def test_a_text_that_says_nothing_gives_nothing(text: str) -> None:
    assert extract(text).claims == ()


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(list("Israel attacked Iran, “but” Hezbollah's didn't. \n'\"()-–\u200b\u202e1é中🙂")),
        max_size=200,
    )
)
def test_no_text_makes_it_fail(text: str) -> None:
    for claim in extract(text).claims:
        assert text[claim.start : claim.end] == claim.quote


def test_those_whose_a_noun_is_have_each_a_place_of_their_own() -> None:
    text = "The armies of Brazil and Argentina held joint war games."
    places = {(c.subject.actor, text[c.subject.start : c.subject.end]) for c in extract(text).claims}
    assert places == {("BRA", "The armies of Brazil"), ("ARG", "Argentina")}


@pytest.mark.parametrize("defect", [ValueError("the chain is broken"), IndexError("no such word")])
def test_a_sentence_with_which_reading_fails_is_rejected_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, defect: Exception
) -> None:
    read = Reading.found

    def fails_on_the_first(self: Reading, sentence: Span) -> Iterator[Found]:
        if sentence.start == 0:
            raise defect
        return read(self, sentence)

    monkeypatch.setattr(Reading, "found", fails_on_the_first)
    extraction = extract("Israel attacked Iran. Iran attacked Israel.")
    assert [(claim.subject.actor, claim.type) for claim in extraction.claims] == [("IRN", "ATTACKS")]
    assert str(defect) in extraction.rejects[0].reason


@pytest.mark.parametrize(("where", "name"), [(parsing, "mend"), (Names, "find")])
def test_a_report_with_which_something_fails_is_rejected_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, where: object, name: str
) -> None:
    whole = getattr(where, name)

    def fails_on_togo(*told: object) -> object:
        if told[-1].text.startswith("Togo"):  # type: ignore[attr-defined]
            raise IndexError("no such word")
        return whole(*told)

    monkeypatch.setattr(where, name, fails_on_togo)
    texts = ["Togo attacked Chad.", "Israel attacked Iran."]
    reports = [(text, Report(sha256=text_hash(text))) for text in texts]
    first, second = FrameExtractor().extract_all(reports)
    assert ["no such word" in reject.reason for reject in first.rejects] == [True]
    assert [(claim.subject.actor, claim.type) for claim in second.claims] == [("ISR", "ATTACKS")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président français a rencontré son homologue russe à Moscou mardi, selon un communiqué.", "French"),
        ("Israel hat den Iran angegriffen, wie das Ministerium am Dienstag in Berlin mitteilte.", "German"),
        ("Россия и Китай подписали соглашение.", "Russian"),
        ("Die Regierung in Berlin will die Ukraine in diesem Jahr mit weiteren Panzern unterstützen.", "German"),
        ("Norge vil gi mer støtte til Ukraina, sa statsministeren i Oslo for to dager siden.", "Norwegian"),
        ("Rusko v noci zaútočilo na několik měst na Ukrajině, to řekl ministr a on to potvrdil.", "Czech"),
    ],
)
def test_a_text_in_another_language_is_rejected_and_says_so(text: str, language: str) -> None:
    extraction = extract(text)
    assert extraction.claims == ()
    assert [language in reject.reason for reject in extraction.rejects] == [True]


def test_a_text_in_another_language_does_not_stop_the_next_one() -> None:
    texts = ["إسرائيل هاجمت إيران", "Israel attacked Iran."]
    reports = [(text, Report(sha256=text_hash(text))) for text in texts]
    assert [len(extraction.claims) for extraction in FrameExtractor().extract_all(reports)] == [0, 1]


def test_names_of_african_states_make_no_english_text_foreign() -> None:
    text = "On Monday anti-Taliban fighters captured Kunduz. Libya allegedly bombed Chad. Kenya praised Uganda."
    assert extract(text).rejects == ()
    text = "Omukulembeze wa Uganda Museveni yasisinkanye Pulezidenti Ruto owa Kenya e Nairobi."
    assert len(extract(text).rejects) == 1


def test_a_sentence_full_of_names_is_english_where_all_other_words_are() -> None:
    assert extract("Somalia's president, Hassan Sheikh Mohamud, met Abiy Ahmed in Ankara.").rejects == ()


def test_explaining_a_text_in_another_language_says_which() -> None:
    text = "Россия и Китай подписали соглашение."
    (explanation,) = FrameExtractor().explain(text, Report(sha256=text_hash(text)))
    assert "Russian" in (explanation.missing or "")


def test_a_pronoun_is_placed_where_its_sentence_names_the_actor() -> None:
    text = "Israel said it attacked Hezbollah."
    claim = only(text)
    assert text[claim.subject.start : claim.subject.end] == "Israel"


def test_a_pronoun_of_the_sentence_before_stays_where_it_stands() -> None:
    text = "Hamas thanked Iran. It attacked Israel."
    attack = next(claim for claim in extract(text).claims if claim.type == "ATTACKS")
    assert (attack.subject.actor, text[attack.subject.start : attack.subject.end]) == ("hamas", "It")


def test_what_an_actor_owns_is_placed_with_its_owner() -> None:
    text = "Russia banned imports of Ukrainian grain from Poland and Lithuania."
    places = {text[c.object.start : c.object.end] for c in extract(text).claims if c.object}
    assert any("Ukrainian" in place or "Poland" in place for place in places)


def test_a_decision_that_needs_no_hands_is_done_when_it_is_decided() -> None:
    lifted = only("Japan decided to lift sanctions on India.")
    bombed = only("Japan decided to bomb India.")
    assert (lifted.modality, bombed.modality) == (Modality.ASSERTED, Modality.THREATENED)


def test_a_court_of_one_country_is_not_that_of_another() -> None:
    told = [
        extract(text).claims[0].subject.actor for text in ("The Supreme Court fined Syria.", "A court fined Syria.")
    ]
    both = extract("The Iraqi Supreme Court fined Syria.").claims[0].subject.actor
    assert "supreme-court" not in {*told, both}


def test_police_of_whom_nothing_is_told_are_those_of_the_people_whom_they_arrest() -> None:
    text = "Police arrested Chadian protesters. France praised Niger."
    countries = {actor.name: actor.country for actor in extract(text).actors}
    assert countries["police"] == "TCD"


def country_of(name: str, text: str) -> str | None:
    return {actor.name: actor.country for actor in extract(text).actors}[name]


def test_whoever_is_arrested_is_of_the_country_whose_police_do_it() -> None:
    assert country_of("Tendai Moyo", "Kenyan police arrested Tendai Moyo. France praised Niger.") == "KEN"


def test_whoever_is_met_is_not_of_the_country_that_meets_him() -> None:
    assert country_of("Tendai Moyo", "Kenya met Tendai Moyo. France praised Niger.") is None


def test_people_without_a_name_are_of_the_place_where_they_act() -> None:
    assert country_of("students", "Students protested in Manila against Chinese ships.") == "PHL"


def test_a_name_in_apposition_to_an_office_is_of_those_whose_office_it_is() -> None:
    text = "Maria Okello, the United Nations relief coordinator, thanked Chad."
    assert country_of("Maria Okello", text) == "IGO"


def test_led_people_are_of_the_country_that_leads_them() -> None:
    assert country_of("force", "A US-led force bombed Serbia. France praised Niger.") == "USA"


def test_whoever_is_helped_by_an_organisation_is_of_no_organisation() -> None:
    assert country_of("civilians", "The Red Cross evacuated wounded civilians. France praised Niger.") is None


def test_rebels_asked_to_talk_abroad_are_of_no_country_in_which_they_would_talk() -> None:
    text = "Burundi's president asked rebels to join talks in Tanzania. France praised Niger."
    assert country_of("rebels", text) != "TZA"


def test_local_people_are_of_the_country_of_those_whom_they_meet() -> None:
    assert country_of("leaders", "Yemen's president met tribal leaders. France praised Niger.") == "YEM"
