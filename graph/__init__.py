"""What the graph is made of, and where it is kept.

The Python way in::

    import graph

    with graph.connect() as g:
        rows = g.cypher("MATCH (a:Actor)-[r]->(b:Actor) RETURN a.name, type(r), b.name")
"""

from __future__ import annotations

from graph.connection import connect

__all__ = ["connect"]
