"""Sessions that only read are kept from question to question, on every Neo4j that Rapport speaks to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import neo4j
import pytest

from graph.errors import Misuse
from graph.reading_sessions import ReadingSessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.settings import Address

pytestmark = pytest.mark.neo4j

NUMBER = "RETURN $number AS number"


class Counted(ReadingSessions):
    """Counts the sessions that are opened."""

    opened = 0

    def _open(self) -> neo4j.Session:
        self.opened += 1
        return super()._open()


@pytest.fixture
def sessions(server: Address) -> Iterator[Counted]:
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        found = Counted(driver, None)
        yield found
        found.close()


def answer(sessions: ReadingSessions, number: int) -> int:
    with sessions.ask(NUMBER, {"number": number}, seconds=30) as result:
        return int(result.single(strict=True)["number"])


def test_one_question_after_the_other_is_asked_in_one_session(sessions: Counted) -> None:
    assert [answer(sessions, number) for number in range(5)] == [0, 1, 2, 3, 4]
    assert sessions.opened == 1


def test_questions_that_are_open_at_once_do_not_disturb_each_other(sessions: Counted) -> None:
    with sessions.ask("UNWIND range(1, 3000) AS number RETURN number", {}, seconds=30) as outer:
        first = next(iter(outer))["number"]
        assert answer(sessions, 7) == 7
        assert [first, *(row["number"] for row in outer)] == list(range(1, 3001))
    assert sessions.opened == 2


def test_an_answer_that_is_not_read_to_its_end_leaves_nothing_behind(sessions: Counted) -> None:
    with sessions.ask("UNWIND range(1, 3000) AS number RETURN number", {}, seconds=30) as result:
        assert next(iter(result))["number"] == 1
    assert answer(sessions, 8) == 8


def test_after_a_statement_that_failed_the_next_is_answered(sessions: Counted) -> None:
    with pytest.raises(neo4j.exceptions.Neo4jError), sessions.ask("RETURN 1 / $number", {"number": 0}, 30) as result:
        result.consume()
    assert answer(sessions, 9) == 9


def test_nothing_is_written_in_them(sessions: Counted) -> None:
    with pytest.raises(neo4j.exceptions.Neo4jError), sessions.ask("CREATE (:Actor {id: 'x'})", {}, 30) as result:
        result.consume()
    with pytest.raises(Misuse), sessions.ask("SHOW USERS", {}, 30):
        pass
