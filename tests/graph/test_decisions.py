"""Who is who: the ledger of decisions, what they come to together, and the commands that take them."""

from __future__ import annotations

import datetime
import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from graph import gazetteer
from graph.actor_commands import app
from graph.actors import Actor, ActorKind
from graph.decisions import Decision, Ledger, Verdict, standing
from graph.errors import AmbiguousName, Misuse, RapportError, UnknownName
from graph.gazetteer_files import read_entries, read_titles, shipped_files
from graph.identities import Identities, decide
from graph.names import Names
from graph.records import Record
from graph.stored_actors import find_actor, unresolved
from tests.graph.claim_samples import ACTORS, claim, report

if TYPE_CHECKING:
    from graph.settings import Address
    from graph.store import Store

MOMENT = datetime.datetime(2024, 10, 9, 8, tzinfo=datetime.UTC)
SHIPPED = gazetteer.Gazetteer(read_entries([(path, False) for path in shipped_files()]), read_titles())


def same(one: str, kept: str) -> Decision:
    return Decision(verdict=Verdict.SAME, actors=(one, kept), kept=kept, decided=MOMENT)


def different(one: str, other: str) -> Decision:
    return Decision(verdict=Verdict.DIFFERENT, actors=(one, other), decided=MOMENT)


def undone(one: str, other: str) -> Decision:
    return Decision(verdict=Verdict.UNDONE, actors=(one, other), decided=MOMENT)


actors = st.sampled_from("abcdefgh")
merges = st.lists(st.tuples(actors, actors).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: same(*pair)))


def canonicals(decisions: list[Decision]) -> dict[str, str]:
    identities = Identities(decisions)
    return {actor: identities.canonical(actor) for actor in "abcdefgh"}


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv("RAPPORT_GAZETTEER", raising=False)
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path))
    return tmp_path


def test_actors_on_which_nothing_was_decided_are_themselves() -> None:
    identities = Identities()
    assert identities.canonical("hezbollah") == "hezbollah"
    assert identities.members("hezbollah") == ("hezbollah",)


def test_actors_are_the_same_through_a_third() -> None:
    identities = Identities([same("hizb", "party-of-god"), same("party-of-god", "hezbollah")])
    assert identities.canonical("hizb") == "hezbollah"
    assert identities.members("hizb") == ("hezbollah", "hizb", "party-of-god")
    assert [step.actors[0] for step in identities.chain("hizb", "hezbollah")] == ["hizb", "party-of-god"]


@given(merges.flatmap(lambda decisions: st.tuples(st.just(decisions), st.permutations(decisions))))
def test_merges_in_any_order_give_the_same_actors(orders: tuple[list[Decision], list[Decision]]) -> None:
    assert canonicals(orders[0]) == canonicals(orders[1])


@given(merges)
def test_whatever_is_merged_goes_by_one_id_of_its_own(decisions: list[Decision]) -> None:
    identities = Identities(decisions)
    for decision in decisions:
        one, other = decision.actors
        assert identities.same(one, other)
        assert identities.canonical(one) in identities.members(other)
        assert identities.canonical(identities.canonical(one)) == identities.canonical(one)


@given(merges, actors, actors)
def test_undoing_restores_what_was(decisions: list[Decision], one: str, other: str) -> None:
    assume(one != other and all(decision.pair != {one, other} for decision in decisions))
    assert canonicals([*decisions, same(one, other), undone(other, one)]) == canonicals(decisions)


@given(merges, actors, actors)
def test_no_two_actors_are_the_same_and_different(decisions: list[Decision], one: str, other: str) -> None:
    assume(one != other)
    if Identities(decisions).same(one, other):
        with pytest.raises(Misuse, match=f"{one} and {other} were decided to be different on 2024-10-09: undo that"):
            Identities([*decisions, different(one, other)])
    else:
        assert Identities([*decisions, different(one, other)]).different(other, one)


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "same", "actors": ("IRN", "IRN"), "kept": "IRN"},
        {"verdict": "same", "actors": ("IRN", "ISR")},
        {"verdict": "same", "actors": ("IRN", "ISR"), "kept": "USA"},
        {"verdict": "different", "actors": ("IRN", "ISR"), "kept": "ISR"},
        {"verdict": "different", "actors": ("IRN", "\x1b[31m")},
        {"verdict": "different", "actors": ("IRN", "ISR"), "decided": datetime.datetime(2024, 10, 9)},
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Decision(**{"decided": MOMENT, **fields})


def test_the_ledger_gives_back_what_was_added_to_it(home: Path) -> None:
    ledger = Ledger()
    taken = [same("hizb", "hezbollah"), different("COD", "COG").model_copy(update={"why": "two\u2028states\n"})]
    for decision in taken:
        ledger.append(decision)
    assert ledger.path == home / "decisions.jsonl"
    assert list(ledger.read()) == taken


def test_nothing_is_ever_taken_out_of_the_ledger() -> None:
    ledger = Ledger()
    decide(ledger, different("COD", "COG"))
    assert ledger.undo(undone("COG", "COD")) == (different("COD", "COG"),)
    assert [decision.verdict for decision in ledger.read()] == ["different", "undone"]
    assert standing(ledger.read()) == ()


def test_what_was_undone_can_be_decided_again() -> None:
    assert standing([same("a", "b"), undone("a", "b"), same("b", "a")]) == (same("b", "a"),)


def test_a_decision_that_contradicts_another_is_not_written() -> None:
    ledger = Ledger()
    decide(ledger, same("a", "b"))
    decide(ledger, different("b", "c"))
    with pytest.raises(Misuse, match="b and c were decided to be different on 2024-10-09: undo that first"):
        decide(ledger, same("c", "a"))
    with pytest.raises(Misuse, match="a and b are the same by what was decided on a and b on 2024-10-09: undo"):
        decide(ledger, different("a", "b"))
    assert len(ledger.read()) == 2


def test_what_contradicts_itself_by_hand_can_be_undone() -> None:
    ledger = Ledger()
    ledger.append(same("a", "b"))
    ledger.append(different("a", "b"))
    with pytest.raises(Misuse):
        Identities(ledger.read())
    ledger.undo(undone("a", "b"))
    assert not Identities(ledger.read()).same("a", "b")


def test_undoing_what_nobody_decided_is_refused() -> None:
    with pytest.raises(Misuse, match="No decision stands on a and b"):
        Ledger().undo(undone("a", "b"))


@pytest.mark.parametrize("damage", ['{"verdict": "sa', "[]", '{"verdict": "same", "actors": ["a", "b"]}'])
def test_a_damaged_line_is_named(damage: str) -> None:
    ledger = Ledger()
    ledger.append(same("a", "b"))
    with ledger.path.open("a") as file:
        file.write(damage)
    with pytest.raises(Misuse, match="line 2, is no decision"):
        ledger.read()


def test_a_line_without_its_line_break_does_not_swallow_the_next() -> None:
    ledger = Ledger()
    ledger.path.write_text(same("a", "b").model_dump_json())
    ledger.append(same("c", "d"))
    assert ledger.read() == (same("a", "b"), same("c", "d"))


def test_a_ledger_that_is_no_text_is_refused() -> None:
    ledger = Ledger()
    ledger.path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Misuse, match="not UTF-8"):
        ledger.read()


def test_a_folder_that_cannot_be_written_gives_a_sentence(home: Path) -> None:
    (home / "file").write_text("")
    ledger = Ledger(home / "file" / "decisions.jsonl")
    with pytest.raises(RapportError, match="cannot be written"):
        decide(ledger, same("a", "b"))


def test_of_two_who_contradict_each_other_at_once_only_one_is_heard() -> None:
    refused: list[Misuse] = []

    def say(decision: Decision) -> None:
        try:
            decide(Ledger(), decision)
        except Misuse as error:
            refused.append(error)

    opposed = [same("a", "b"), different("b", "a")] * 4
    threads = [threading.Thread(target=say, args=(decision,)) for decision in opposed]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 4
    assert len({decision.verdict for decision in Ledger().read()}) == 1


def test_a_name_leads_to_the_actor_that_was_decided() -> None:
    party = Actor(id="hizb-party", name="Hizb Party")
    names = Names(SHIPPED, [party], Identities([same("hizb-party", "hezbollah")]))
    assert names.find("Hizb Party").actor.id == "hezbollah"
    assert names.find("hizb-party").actor.id == "hezbollah"
    assert names.find("Hizb Partyy").actor.id == "hezbollah"
    assert Names(SHIPPED, [party]).find("Hizb Party").actor == party


def test_a_name_of_two_actors_is_clear_once_they_are_the_same() -> None:
    clubs = [Actor(id="club", name="Ruritania Club"), Actor(id="the-club", name="The Ruritania Club")]
    with pytest.raises(AmbiguousName):
        Names(SHIPPED, clubs).find("Ruritania Club")
    assert Names(SHIPPED, clubs, Identities([same("the-club", "club")])).find("Ruritania Club").actor.id == "club"


NEW = (
    Actor(id="hizballah-party", name="Hizballah Party"),
    Actor(id="sunrise-front", name="Sunrise Front"),
    Actor(id="front-of-the-sunrise", name="Front of the Sunrise"),
    Actor(id="police-1f0c8a2b", name="police"),
)


@pytest.fixture
def graph_with_new_actors(newest_store: Store, local_server: Address, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Sunrise Front acts in two claims, the others in one each."""
    monkeypatch.setenv("NEO4J_URI", local_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", local_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", local_server.password)
    early, late = report(published="2024-10-01"), report("reuters", "2024-10-08")
    described = (*ACTORS.values(), *NEW)
    newest_store.write(
        [
            Record(
                report=late,
                claims=(
                    claim(late, "sunrise-front", quote="later words"),
                    claim(late, "hizballah-party", target="ISR"),
                    claim(late, "police-1f0c8a2b", target="ISR"),
                ),
                actors=described,
            ),
            Record(
                report=early,
                claims=(
                    claim(early, "ISR", target="sunrise-front", quote="earlier words"),
                    claim(early, "front-of-the-sunrise", target="ISR"),
                ),
                actors=described,
            ),
        ]
    )
    return newest_store


def told(store: Store, *decisions: Decision, of_one_report: bool = False) -> dict[str, int]:
    found = unresolved(store, Identities(decisions), of_one_report=of_one_report)
    return {actor.id: actor.claims for actor in found}


def test_unresolved_actors_are_told_with_their_claims_and_what_is_near(graph_with_new_actors: Store) -> None:
    first, *others = unresolved(graph_with_new_actors, Identities())
    assert (first.id, first.claims, first.reports, first.first_quote) == ("sunrise-front", 2, 2, "earlier words")
    near = {actor.id: dict(actor.nearest) for actor in others}
    assert near.keys() == {"front-of-the-sunrise", "hizballah-party"}
    assert "hezbollah" in near["hizballah-party"]


def test_people_of_one_report_are_told_only_when_asked_for(graph_with_new_actors: Store) -> None:
    assert "police-1f0c8a2b" not in told(graph_with_new_actors)
    assert told(graph_with_new_actors, of_one_report=True)["police-1f0c8a2b"] == 1


def test_unresolved_actors_follow_the_decisions(graph_with_new_actors: Store) -> None:
    decisions = [same("front-of-the-sunrise", "sunrise-front"), same("hizballah-party", "hezbollah")]
    assert told(graph_with_new_actors, *decisions) == {"sunrise-front": 3}
    kept = unresolved(graph_with_new_actors, Identities([different("hizballah-party", "hezbollah")]))
    assert "hezbollah" not in {known for actor in kept for known, _ in actor.nearest}


def test_an_actor_that_another_report_describes_is_resolved(graph_with_new_actors: Store) -> None:
    described = Actor(id="sunrise-front", name="Sunrise Front", kind=ActorKind.ARMED_GROUP)
    graph_with_new_actors.write(Record(report=report(text="a third"), actors=(*ACTORS.values(), described)))
    assert "sunrise-front" not in told(graph_with_new_actors)


def test_a_stored_actor_is_found_by_its_name(graph_with_new_actors: Store) -> None:
    assert find_actor(graph_with_new_actors, "sunrise front").actor.id == "sunrise-front"
    assert find_actor(graph_with_new_actors, "Sunrise Frontt").how == "fuzzy"
    with pytest.raises(UnknownName, match="No actor is called"):
        find_actor(graph_with_new_actors, "Nobody of Ours")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def answered(*arguments: str) -> Any:
    ran = run(*arguments, "--json")
    assert ran.exit_code == 0, ran.exception
    return json.loads(ran.stdout)


@pytest.mark.usefixtures("graph_with_new_actors")
def test_two_actors_are_merged_looked_up_and_parted_again() -> None:
    merged = answered("merge", "hezbollah", "Hizballah Party", "--yes", "--who", "Ana", "--why", "a spelling")
    assert merged["said"] == "Hizballah Party (hizballah-party) is Hezbollah (hezbollah) from now on."
    assert answered("find", "Hizballah Party")["id"] == "hezbollah"
    assert "hizballah-party" in answered("show", "hizballah-party")["same_as"]
    assert "hizballah-party" not in {row["id"] for row in answered("unresolved")}
    (row,) = answered("decisions")
    assert (row["verdict"], row["kept"], row["who"], row["why"]) == ("same", "hezbollah", "Ana", "a spelling")
    assert answered("merge", "Hizballah Party", "hezbollah", "--yes")["decision"] is None
    answered("split", "hizballah-party", "hezbollah")
    assert answered("decisions") == []
    assert [row["verdict"] for row in answered("decisions", "--all")] == ["same", "undone"]
    assert "hizballah-party" in {row["id"] for row in answered("unresolved")}


@pytest.mark.usefixtures("graph_with_new_actors")
def test_actors_that_were_split_cannot_be_merged_until_that_is_undone() -> None:
    answered("split", "Sunrise Front", "Front of the Sunrise")
    today = answered("decisions")[0]["decided"][:10]
    refused = run("merge", "Sunrise Front", "Front of the Sunrise", "--yes")
    assert isinstance(refused.exception, Misuse)
    expected = f"sunrise-front and front-of-the-sunrise were decided to be different on {today}: undo that first."
    assert str(refused.exception) == expected
    answered("undo", "front-of-the-sunrise", "sunrise-front")
    merged = answered("merge", "Sunrise Front", "Front of the Sunrise", "--yes")
    assert merged["decision"]["kept"] == "front-of-the-sunrise"


@pytest.mark.usefixtures("graph_with_new_actors")
def test_merging_asks_and_where_nobody_can_answer_wants_yes() -> None:
    assert "--yes" in str(run("merge", "Sunrise Front", "Hezbollah").exception)
    assert Ledger().read() == ()


@pytest.mark.usefixtures("graph_with_new_actors")
def test_a_slip_of_the_pen_decides_nothing() -> None:
    refused = run("merge", "Sunrise Frontt", "Hezbollah", "--yes")
    assert isinstance(refused.exception, UnknownName)
    assert "sunrise-front" in str(refused.exception)


@pytest.mark.usefixtures("graph_with_new_actors")
@pytest.mark.parametrize("command", ["split", "undo"])
def test_two_names_of_one_actor_cannot_be_parted(command: str) -> None:
    assert "both mean Iran (IRN)" in str(run(command, "Iran", "Tehran").exception)


def test_a_decision_is_undone_by_ids_though_the_graph_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    decide(Ledger(), same("gone-front", "gone-army"))
    assert "no longer" in answered("undo", "gone-front", "gone-army")["said"]
