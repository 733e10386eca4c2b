"""Readers: each turns the rows of one feed's layouts into records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from ingest.feeds.acled import AcledReader
from ingest.feeds.alliances import AllianceReader, AtopReader, DiplomacyReader
from ingest.feeds.cow import DyadicDisputeReader, ParticipantReader
from ingest.feeds.curated import CuratedReader
from ingest.feeds.gdelt import GdeltReader
from ingest.feeds.gdelt_mentions import GdeltMentionsReader
from ingest.feeds.icews import IcewsReader
from ingest.feeds.polecat import PolecatReader
from ingest.feeds.resolution import Resolver
from ingest.feeds.ucdp import UcdpDyadicReader, UcdpReader

if TYPE_CHECKING:
    from graph.records import Record
    from graph.store import Store
    from ingest.feeds.tables import Row


class Reader(Protocol):
    """Reads one row at a time, and keeps nothing from one row to the next but what it may forget."""

    def read(self, row: Row, layout: str) -> Record:
        """The record of one row.

        Args:
            row: the row.
            layout: the name of its layout.

        Raises:
            Unreadable: if it cannot become a claim.
        """
        ...


@runtime_checkable
class LooksAhead(Protocol):
    """A reader that is shown some rows before it reads them one by one."""

    def look_ahead(self, rows: Sequence[Row]) -> None:
        """See which rows come."""
        ...


READERS: Mapping[str, Callable[[Resolver], Reader]] = {
    "acled": AcledReader,
    "atop": AtopReader,
    "cow-alliances": AllianceReader,
    "cow-diplomacy": DiplomacyReader,
    "cow-mid": ParticipantReader,
    "cow-mid-dyadic": DyadicDisputeReader,
    "gdelt": GdeltReader,
    "icews": IcewsReader,
    "polecat": PolecatReader,
    "table": CuratedReader,
    "ucdp": UcdpReader,
    "ucdp-dyadic": UcdpDyadicReader,
}
"""By the name that layouts give them."""

ASKING: Mapping[str, Callable[[Store], Reader]] = {"gdelt-mentions": GdeltMentionsReader}
"""Those that ask the graph what they need to know, by the name that layouts give them."""
