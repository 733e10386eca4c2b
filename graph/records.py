"""Records: what one report brings to the graph, ready to be written."""

from __future__ import annotations

from pydantic import model_validator

from graph.actors import Actor
from graph.claims import Claim
from graph.model import Model
from graph.reports import Report


class Record(Model):
    """One report, its claims, and the actors that they name.

    Args:
        report: the report.
        claims: what it says; each bears the report's id.
        actors: every actor that the report or its claims name.
    """

    report: Report
    claims: tuple[Claim, ...] = ()
    actors: tuple[Actor, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> Record:
        known = {actor.id for actor in self.actors}
        named = {self.report.outlet} if self.report.outlet else set()
        for claim in self.claims:
            if claim.report != self.report.id:
                raise ValueError(f"the claim {claim.id} belongs to {claim.report}, not to {self.report.id}")
            named.update(claim.actors)
        if named - known:
            raise ValueError(f"actors are named but not described: {', '.join(sorted(named - known))}")
        return self
