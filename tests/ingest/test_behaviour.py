"""Every sentence of the behaviour suite is read as a careful reader would; those known to fail are listed."""

from __future__ import annotations

import pytest

from graph.actors import actor_id
from graph.claims import Modality
from graph.errors import RapportError
from graph.gazetteer import load
from tests.graph.claim_samples import claim, report, unnamed
from tests.ingest.behaviour_cases import (
    FOLDER,
    OUTLET,
    Case,
    groups,
    known_failures,
    outcome,
    read_expected,
    written,
)
from tests.ingest.behaviour_table import PAGE, page

KNOWN = pytest.mark.xfail(raises=AssertionError, strict=False, reason="listed in known_failures.txt")


def _cases() -> list[object]:
    failures = known_failures()
    return [
        pytest.param(
            case,
            id=f"{group.group}: {case.text}",
            marks=[KNOWN] if case.text in failures else [],
        )
        for group in groups()
        for case in group.sentences
    ]


@pytest.mark.parametrize("case", _cases())
def test_a_sentence_is_read(case: Case) -> None:
    result = outcome(case)
    found = "; ".join(map(written, result.found)) or "nothing"
    assert not result.missing, f"missing {list(result.missing)}; found {found}"
    assert not result.wrong, f"wrong {list(map(written, result.wrong))}; expected {list(case.claims)}"


def test_no_sentence_stands_twice() -> None:
    texts = [case.text for group in groups() for case in group.sentences]
    assert sorted(texts) == sorted(set(texts))


def test_every_file_is_named_for_its_group() -> None:
    assert [group.group for group in groups()] == [path.stem for path in sorted(FOLDER.glob("*.yaml"))]


def test_every_known_failure_is_a_sentence_of_the_suite() -> None:
    assert known_failures() <= {case.text for group in groups() for case in group.sentences}


def test_every_actor_of_an_expectation_is_known_or_named_in_the_sentence() -> None:
    known = load().entries
    unknown = [
        (case.text, actor)
        for group in groups()
        for case in group.sentences
        for actor in sorted(case.actors)
        if actor not in known and actor not in actor_id(case.text)
    ]
    assert unknown == []


def test_the_page_of_the_docs_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf8") == page(known_failures()), "run behaviour_table --write-known-failures"


@pytest.mark.parametrize("line", ["ISR ATTACKS", "ISR LOVES IRN", "ISR ATTACKS IRN maybe", "ISR ATTACKS IRN, at noon"])
def test_a_line_that_is_not_in_the_notation_is_refused(line: str) -> None:
    with pytest.raises((ValueError, RapportError)):
        read_expected(line)


def test_a_claim_fits_its_own_notation() -> None:
    source = report(OUTLET)
    denied = claim(source, modality=Modality.DENIED, chain=(unnamed("USA", 4),))
    assert written(denied) == "ISR STRIKES hezbollah denied, on 2024-09-23, by USA*4"
    assert read_expected(written(denied))[0].fits(denied)


@pytest.mark.parametrize(
    "line",
    [
        "hezbollah STRIKES ISR",
        "ISR ATTACKS hezbollah",
        "ISR STRIKES hezbollah not",
        "ISR STRIKES hezbollah planned",
        "ISR STRIKES hezbollah, on 2024-09",
        "ISR STRIKES hezbollah, by USA",
        "ISR STRIKES hezbollah, by USA*4 < ISR",
        "ISR STRIKES hezbollah, by nobody",
    ],
)
def test_a_claim_that_differs_in_one_point_does_not_fit(line: str) -> None:
    told = claim(report(OUTLET), chain=(unnamed("USA", 4),))
    assert not any(expected.fits(told) for expected in read_expected(line))


def test_both_orders_of_a_symmetric_relation_fit() -> None:
    met = claim(report(OUTLET), type_name="MEETS")
    assert read_expected("hezbollah MEETS ISR")[0].fits(met)
