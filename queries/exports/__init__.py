"""Exports: the graph, or a part of it, in formats that other programs read."""
