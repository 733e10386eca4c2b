"""Reports: one article, wire item or feed row each."""

from __future__ import annotations

import datetime
import hashlib
from functools import cached_property

from pydantic import Field, computed_field

from graph.actors import ActorId
from graph.identity import content_id
from graph.model import Model


class Report(Model):
    """One document.

    Args:
        sha256: of its text, in hex.
        url: where it stands; shown as a link only where it is http or https.
        title: its headline.
        published: the day that it bears.
        retrieved: when Rapport read it first; not part of its identity.
        language: ISO 639-1 code of its text.
        outlet: the actor that published it.
    """

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    url: str | None = Field(default=None, max_length=4000)
    title: str | None = Field(default=None, max_length=2000)
    published: datetime.date | None = None
    retrieved: datetime.datetime | None = None
    language: str = Field(default="en", pattern=r"^[a-z]{2}$")
    outlet: ActorId | None = None

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """The same text from the same outlet, place and day is the same report."""
        return content_id("report", [self.sha256, self.url, self.outlet, self.published and self.published.isoformat()])


def text_hash(text: str) -> str:
    """The ``sha256`` of a report's text."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()
