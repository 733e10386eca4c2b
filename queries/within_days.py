"""The rule in Cypher by which a relation meets the days that are asked for."""

from __future__ import annotations

WITHIN_DAYS = """(
  ($since IS NULL AND $until IS NULL) OR (
    (r.on IS NOT NULL OR r.until IS NOT NULL)
    AND ($until IS NULL OR r.on IS NULL OR r.on <= $until)
    AND ($since IS NULL OR (r.until IS NULL AND type(r) IN $lasting)
      OR coalesce(r.until, r.on)
         + duration(CASE r.precision WHEN 'year' THEN 'P1Y' WHEN 'month' THEN 'P1M' ELSE 'P1D' END) > $since)
  )
)"""
"""A condition on ``r``: the interval that it can mean meets the days from ``$since`` to ``$until``, null for no bound.

One without any day meets none. ``$lasting`` are the names of the types that are states, as ``Vocabulary.lasting`` gives
them: these go on where no end is told.
"""
