"""Sides: who stands with whom, and against whom, as far as relations tell by their valence."""
