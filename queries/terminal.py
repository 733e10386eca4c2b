"""Kept where ``queries`` looks for it; see ``graph.terminal``."""

from graph.terminal import printable, printable_json

__all__ = ["printable", "printable_json"]
