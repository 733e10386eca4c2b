"""The form in which a language model has to answer: built from the vocabulary, and checked claim by claim."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Any

from pydantic import Field, ValidationError, field_validator
from pydantic_core import from_json

from graph.claims import Modality
from graph.days import Precision, ToldDay, When, between
from graph.model import Model, first_fault
from graph.vocabulary import vocabulary

LONGEST_CHAIN = 8
"""Links of one attribution; no report cites deeper, and a longer chain is made up."""

FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
"""Endpoints that do not hold a model to the schema let it wrap its answer so."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)


class NamedActor(Model):
    """An actor as the answer names it.

    Args:
        name: its full name, as the text gives it.
        words: the words of the text that stand for it at this place.
    """

    name: str
    words: str


class Source(Model):
    """One link of the chain of who says so."""

    actor: NamedActor | None
    verb: str | None
    anonymous: bool = Field(strict=True)
    count: int | None = Field(strict=True)


def _with_types(schema: dict[str, Any]) -> None:
    schema["enum"] = list(vocabulary().types)


class AnswerClaim(Model):
    """One claim as the model gives it, before its quote and its actors are looked up in the text.

    No field has a default, because strict structured output asks for every field.
    """

    quote: str
    type: str = Field(json_schema_extra=_with_types)
    subject: NamedActor
    object: NamedActor | None
    on: str | None
    until: str | None
    modality: Modality
    negated: bool = Field(strict=True)
    sources: tuple[Source, ...]

    @field_validator("type")
    @classmethod
    def _is_of_the_vocabulary(cls, name: str) -> str:
        if name not in vocabulary().types:
            raise ValueError(f"'{name[:60]}' is not a relation type of the vocabulary")
        return name

    @field_validator("sources")
    @classmethod
    def _is_no_endless_chain(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        if len(sources) > LONGEST_CHAIN:
            raise ValueError(f"an attribution of {len(sources)} links is longer than {LONGEST_CHAIN}")
        return sources

    @property
    def when(self) -> When:
        """The day or interval.

        Raises:
            ValueError: if ``on`` or ``until`` is no day, month or year, or the interval runs backwards.
        """
        on, until = (None if text is None else read_day(text) for text in (self.on, self.until))
        return between(on, until)


def read_day(text: str) -> ToldDay:
    """The first day that ``2024-10-08``, ``2024-10`` or ``2024`` means, and how exactly it is told.

    Raises:
        ValueError: if it is none of these, or does not exist.
    """
    match = _DAY.fullmatch(text.strip())
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        return datetime.date(*[*parts, 1, 1][:3]), _PRECISIONS[len(parts) - 1]
    except (ValueError, TypeError):
        raise ValueError(f"'{text[:40]}' is no day, month or year") from None


def items(content: str) -> list[Any]:
    """The claims of an answer, not yet checked.

    Args:
        content: what the model wrote.

    Raises:
        ValueError: if it is not a JSON object with a list of claims.
    """
    fenced = FENCE.match(content)
    try:
        answer = from_json(fenced[1] if fenced else content, allow_inf_nan=False)
    except ValueError as error:
        raise ValueError(f"the answer is not JSON: {error}") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("claims"), list):
        raise ValueError('the answer is not an object with a list of "claims"')
    return list(answer["claims"])


def read_claim(item: object) -> AnswerClaim:
    """Check the form of one claim.

    Raises:
        ValueError: if a field is missing, unknown or of the wrong type; the message names it.
    """
    try:
        return AnswerClaim.model_validate(item)
    except ValidationError as error:
        raise ValueError(reason(error)) from None


def reason(error: ValueError) -> str:
    """Why something was refused, on one line; of a model's many faults the first."""
    if not isinstance(error, ValidationError):
        return str(error)
    place, told = first_fault(error)
    return f"{place}: {told}" if place else told


@lru_cache(maxsize=1)
def answer_schema() -> dict[str, Any]:
    """The JSON schema of an answer, as ``response_format`` takes it: strict, and without references.

    Not every server that speaks the protocol follows ``$ref``, so each definition stands where it is used.
    """
    schema = AnswerClaim.model_json_schema()
    definitions = schema.pop("$defs")
    claim = _plain(schema, definitions)
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": claim}},
        "required": ["claims"],
        "additionalProperties": False,
    }


def _plain(part: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401
    """A part of a schema with its references put in, and without titles and docstrings."""
    if isinstance(part, list):
        return [_plain(one, definitions) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _plain(definitions[part["$ref"].rsplit("/", 1)[-1]], definitions)
    kept = {key: value for key, value in part.items() if key not in {"title", "description"}}
    if "properties" in part:
        kept["properties"] = {name: _plain(value, definitions) for name, value in part["properties"].items()}
        return kept
    return {key: _plain(value, definitions) for key, value in kept.items()}
