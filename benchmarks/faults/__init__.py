"""Faults: what a graph looks like after its machine, its users or its disk have failed it."""
