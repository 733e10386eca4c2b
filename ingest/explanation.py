"""Why a sentence gave the claims that it gave, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.actors import Actor
from ingest.extractor import Reject
from ingest.readings import Found, Reading
from ingest.tokens import Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence.

    Attributes:
        quote: its words, verbatim.
        names: each name in it with its actor, and what the words are to that ("new" where nobody knew it).
        found: its claims, each with the word that made it and the cue of its modality.
        missing: why there is no claim; None where there is one.
        actors: the actors of all claims of its report, by id.
    """

    quote: str
    names: tuple[tuple[str, str, str], ...]
    found: tuple[Found, ...]
    missing: str | None
    actors: Mapping[str, Actor] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        from ingest.claim_rows import claim_row

        return {
            "quote": self.quote,
            "names": [{"text": text, "actor": actor, "known_as": kind} for text, actor, kind in self.names],
            "claims": [{**claim_row(f.claim, self.actors), "word": f.word, "cue": f.cue} for f in self.found],
            "missing": self.missing,
        }

    def lines(self) -> list[str]:
        """As a person reads it."""
        told = [f"  {text} = {actor} ({kind})" for text, actor, kind in self.names]
        made = [_told(found) for found in self.found]
        return [self.quote, *told, *made, *([f"  no claim: {self.missing}"] if self.missing else [])]


def explain(reading: Reading, sentence: Span, read: Iterable[Found] | Reject) -> Explanation:
    """Explain one sentence.

    Args:
        reading: the passage that it stands in.
        sentence: the sentence.
        read: what was found in it, or why it could not be read.
    """
    start, end = reading.passage.original(sentence.start_char, sentence.end_char)
    names = tuple(
        (name.text, name.actor, name.kind.value if name.kind else "new")
        for name in reading.names
        if sentence.start <= name.start < sentence.end
    )
    if isinstance(read, Reject):
        return Explanation(reading.text[start:end], names, (), read.reason)
    found = tuple(read)
    missing = None if found else _missing(reading, sentence, {actor for _, actor, _ in names})
    return Explanation(reading.text[start:end], names, found, missing)


def _missing(reading: Reading, sentence: Span, named: set[str]) -> str:
    """The first thing that a claim would have needed."""
    if not named:
        return "no actor is named"
    lacking = [(token.text, lack) for token in sentence if (lack := reading.events.lacks(token)) is not None]
    if not lacking:
        return "no verb, noun or adjective of the sentence is in the frames"
    told = "; ".join(f"'{word}' says {lack}" for word, lack in lacking[:4])
    return told if len(named) > 1 else f"only one actor is named; {told}"


def _told(found: Found) -> str:
    claim = found.claim
    target = claim.object.actor if claim.object else "nobody"
    stands = ("not " if claim.negated else "") + claim.modality.value
    because = f" by '{found.cue}'" if found.cue else ""
    when = f", on {claim.when.on}" if claim.when.on else ""
    chain = " < ".join(f"unnamed of {link.actor}" if link.anonymous else link.actor for link in claim.attribution)
    said = f", on the word of {chain}" if chain else ""
    return f"  '{found.word}' -> {claim.subject.actor} {claim.type} {target}: {stands}{because}{when}{said}"
