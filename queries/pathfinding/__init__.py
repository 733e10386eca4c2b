"""Pathfinding: the search of paths between two actors, and the telling of their hops."""
