"""The vocabulary: every relation type, declared once in ``data/vocabulary.yaml`` and checked when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, ValidationError, model_validator

from graph.errors import RapportError
from graph.model import Model

VOCABULARY_FILE = Path(__file__).parent / "data" / "vocabulary.yaml"

TypeName = Annotated[str, Field(pattern=r"^[A-Z]+(?:_[A-Z]+)*$")]


IdentityPart = Literal["subject", "type", "object", "on", "until", "precision", "interval"]


class Family(StrEnum):
    """PLOVER's four quads, and the two families beside them that PLOVER cannot say."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"
    STANCE = "stance"
    STRUCTURE = "structure"


QUADS: Mapping[Family, int] = {
    Family.VERBAL_COOPERATION: 1,
    Family.MATERIAL_COOPERATION: 2,
    Family.VERBAL_CONFLICT: 3,
    Family.MATERIAL_CONFLICT: 4,
}


class Extent(StrEnum):
    """Whether a relation happens on a day or lasts."""

    EVENT = "event"
    STATE = "state"


class RelationType(Model):
    """One kind of relation between two actors; the fields are explained at the head of ``vocabulary.yaml``."""

    name: TypeName
    family: Family
    event: str | None = None
    mode: str | None = None
    valence: float = Field(ge=-10, le=10)
    extent: Extent
    identity: tuple[IdentityPart, ...]
    symmetric: bool = False
    traversable: bool = True
    drawn: bool = True
    active: str
    passive: str
    description: str = Field(min_length=10)
    cameo: tuple[Annotated[str, Field(pattern=r"^[0-9]{2,4}$")], ...] = ()

    @property
    def quad(self) -> int | None:
        """The PLOVER quad class, 1 to 4, or None for stance and structure."""
        return QUADS.get(self.family)

    @property
    def lasts(self) -> bool:
        """Whether it is a state and not an event."""
        return self.extent is Extent.STATE

    @model_validator(mode="after")
    def _has_an_event_where_it_has_a_quad(self) -> RelationType:
        if (self.event is None) == (self.quad is not None) and self.family is not Family.STANCE:
            raise ValueError("types of PLOVER's families need an event, structure has none")
        if self.mode and not self.event:
            raise ValueError("a mode stands only beside an event")
        return self


class Vocabulary(Model):
    """All relation types, and the CAMEO codes that make no relation."""

    types: Mapping[str, RelationType]
    no_relation: Mapping[str, str]

    @model_validator(mode="after")
    def _takes_each_code_once(self) -> Vocabulary:
        seen = dict.fromkeys(self.no_relation, "no_relation")
        for kind in self.types.values():
            for code in kind.cameo:
                if code in seen:
                    raise ValueError(f"CAMEO {code} stands under {seen[code]} and under {kind.name}")
                seen[code] = kind.name
        return self

    def __getitem__(self, name: str) -> RelationType:
        """The type called ``name``.

        Raises:
            RapportError: if the vocabulary has no such type.
        """
        try:
            return self.types[name]
        except KeyError:
            raise RapportError(f"The vocabulary has no relation type '{name}'.") from None

    @property
    def lasting(self) -> list[str]:
        """The names of the types that are states, in alphabetical order."""
        return sorted(name for name, kind in self.types.items() if kind.lasts)

    def of_cameo(self, code: str) -> RelationType | None:
        """The relation type that takes in a CAMEO code, or None where ``no_relation`` says why there is none.

        Raises:
            RapportError: if neither knows the code.
        """
        for kind in self.types.values():
            if code in kind.cameo:
                return kind
        if code in self.no_relation:
            return None
        raise RapportError(f"The vocabulary does not know the CAMEO code '{code}'.")


def read(path: Path) -> Vocabulary:
    """Read and check a vocabulary file.

    Raises:
        RapportError: if a row breaks the schema; the message names the file and the row.
    """
    raw: dict[str, Any] = yaml.load(path.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)
    types: dict[str, RelationType] = {}
    for name, row in raw["types"].items():
        try:
            types[name] = RelationType(name=name, **{"identity": raw["identity"][row["extent"]], **row})
        except (ValidationError, TypeError, KeyError) as error:
            raise RapportError(f"{path.name}: the relation type {name} does not fit the schema: {error}") from error
    return Vocabulary(types=types, no_relation=raw["no_relation"])


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary that Rapport ships."""
    return read(VOCABULARY_FILE)
