"""Feeds: event data sets and curated tables, each row of which becomes claims."""
