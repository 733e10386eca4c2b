"""The files for neo4j-admin, really imported into a Neo4j of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.actors import Actor, ActorKind
from graph.claims import Attribution, Provided
from graph.records import Record
from graph.store import Store
from queries.admin_import import write
from tests.command import rapport
from tests.graph.claim_samples import ACTORS, claim, record, report, unnamed
from tests.importing import imported, whole

if TYPE_CHECKING:
    from graph.settings import Address

pytestmark = pytest.mark.neo4j


def test_what_is_imported_is_the_same_graph(newest_store: Store, tmp_path: Path) -> None:
    source, other = report(), report("reuters", text='a "quoted" headline,\nof two lines \\ and more')
    nasty = claim(source, quote='He said "no", \\"never\\";\nand left, \x1b[31m red')
    provided = Provided(feed="gdelt", row="1", code="190", score=-10.0)
    odd = Actor(id="x", name="é, ü", kind=ActorKind.PARTY, aliases=("a;b", 'c"d'))
    newest_store.write(
        [
            record(source, nasty, claim(source, chain=(Attribution(actor="axios", verb="reported"), unnamed()))),
            record(other, claim(other, "ISR", "SUPPORTS", "USA", None).model_copy(update={"provided": provided})),
            Record(report=report(text="empty"), actors=(*ACTORS.values(), odd)),
        ]
    )
    folder = tmp_path / "files"
    counts = write(newest_store, folder)
    assert (counts["claims"], counts["relations"]) == (3, 2)
    with imported(folder, tmp_path / "imported") as store:
        assert whole(store) == whole(newest_store)
        store.write(record(source, nasty))
        assert whole(store) == whole(newest_store)


def test_the_command_says_how_to_import(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    source = report()
    newest_store.write(record(source, claim(source)))
    result = rapport("export", "admin-import", str(tmp_path / "files"), "--table", home=tmp_path, store=local_server)
    assert result.code == 0
    assert "neo4j-admin database import full @" in result.out
    again = rapport("export", "admin-import", str(tmp_path / "files"), home=tmp_path, store=local_server)
    assert again.code == 2
    assert "is not empty" in again.sentence
