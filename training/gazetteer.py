"""Draws names from Rapport's gazetteer: states, their people, groups, bodies, outlets and persons."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from names import POS, SING, article, proper
from trees import Tree, word

GAZETTEER = Path(__file__).parent.parent / "graph" / "data" / "gazetteer"

UNFIT = re.compile(r"[^A-Za-zÀ-ÿ .-]|\s-|-\s|^the |\b(?!of\b|the\b|for\b|and\b|al-|in\b|de\b|bin\b|ul-)[a-z]{2,}\b")
"""Names that are left out: with figures or other signs, or with words in small letters."""

WITH_ARTICLE = re.compile(
    r"(States|Kingdom|Emirates|Netherlands|Philippines|Union|Nations|House|Kremlin|Pentagon|Council|Army|Forces|Front|"
    r"Party|Brigades?|Movement|Agency|Organi[sz]ation|Fund|Bank|Court|League|Ministry|Department|Guards?|Corps|"
    r"Parliament|Congress|Senate|Taliban|Houthis|Command|Bureau|Authority|Committee|Commission|Group|Office|Service|"
    r"Directorate|Navy|Force|Bundestag|Knesset|"
    r"^(?:EU|UN|UK|US|U\.S\.|U\.N\.|IAEA|IDF|CIA|FBI|IRGC|PKK|UAE|PLO|IMF|WHO|ICC|ICJ|AU|RSF|SDF|ICRC|FSB|NSA))$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person and its offices: ``(title, id of the actor that it leads or speaks for)``."""

    name: str
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class State:
    """A state by the words that name it."""

    names: tuple[str, ...]
    adjective: str | None
    cities: tuple[str, ...]


class Gazetteer:
    """Draws names; what is often in the news comes more often.

    Args:
        rng: where chance comes from.
        famous: lists of words.yaml: states, groups, outlets and bodies that are often in the news.
    """

    def __init__(self, rng: random.Random, famous: dict[str, tuple[str, ...]]) -> None:
        self.rng, self.famous = rng, famous
        self.states: dict[str, State] = {}
        self.people: list[Person] = []
        self.others: dict[str, list[str]] = {}
        self.name_of: dict[str, str] = {}
        for path in sorted(GAZETTEER.glob("*.yaml")):
            if path.stem != "titles":
                self._read(path.stem, yaml.safe_load(path.read_text(encoding="utf8")))
        self.demonyms = frozenset(state.adjective for state in self.states.values() if state.adjective)

    def _read(self, file: str, rows: dict[str, Any]) -> None:
        rows.pop("defaults", None)
        for key, row in rows.items():
            names = [name for name in [row["name"], *row.get("aliases", [])] if not UNFIT.search(name)]
            if not names:
                continue
            if file == "states":
                if not row.get("part_of"):
                    self.states[key] = _state(names, row)
            elif file.startswith("people"):
                self.people += [Person(name, _roles(row)) for name in names[:2] if 2 <= len(name.split()) <= 4]
            else:
                self.others.setdefault(file, []).extend(name for name in names[:3] if len(name.split()) <= 4)
                self.name_of[key] = names[0]

    def key(self) -> str:
        """The code of a state, one that is often in the news in two cases of three."""
        return self.rng.choice(self.famous["states"] if self.rng.random() < 0.65 else list(self.states))

    def named(self, text: str) -> Tree:
        """A name with its article, if it takes one."""
        tree = proper(text, self.demonyms)
        if WITH_ARTICLE.search(text) and not text.startswith("The "):
            tree = tree.before(article())
        return replace(tree, many=text.endswith(("Houthis", "Guards", "Forces", "Brigades")))

    def state(self) -> Tree:
        """A state, or its capital that stands for its government."""
        state = self.states[self.key()]
        if state.cities and self.rng.random() < 0.25:
            return self.named(state.cities[0])
        return self.named(self.rng.choice(state.names[:2] if self.rng.random() < 0.8 else state.names))

    def adjective(self, key: str | None = None) -> Tree:
        """What stands before a noun for a state: "Israeli" (adjective) or "US" (name)."""
        key = key or self.key()
        if key == "USA" and self.rng.random() < 0.8:
            return word(self.rng.choice(["US", "US", "U.S."]), "PROPN", "compound", SING)
        if key == "GBR" and self.rng.random() < 0.2:
            return word("UK", "PROPN", "compound", SING)
        adjective = self.states[key].adjective
        if adjective is None or " " in adjective:
            return proper(self.states[key].names[0], self.demonyms).to("compound")
        return word(adjective, "ADJ", "amod", POS, adjective)

    def city(self) -> Tree:
        """A city."""
        while True:
            cities = self.states[self.key()].cities
            if cities:
                return self.named(self.rng.choice(cities))

    def group(self) -> Tree:
        """An armed group."""
        return self._one("groups", "armed_groups")

    def body(self) -> Tree:
        """An alliance, or a body of a state with a name of its own."""
        return self._one("bodies", self.rng.choice(["bodies", "alliances"]), 0.34)

    def company(self) -> Tree:
        """A company, a party or a non-governmental organisation."""
        return self.named(self.rng.choice(self.others["organisations"]))

    def outlet(self) -> Tree:
        """A news agency, paper or broadcaster, sometimes as "state news agency IRNA" or "Iranian state media"."""
        roll = self.rng.random()
        if roll < 0.06:
            media = word(self.rng.choice(["media", "television", "radio"]), "NOUN", feats=SING)
            return media.before(self.adjective(), word(self.rng.choice(["state", "local"]), "NOUN", "compound", SING))
        if roll < 0.2:
            form = self.rng.choice(["agency", "agency", "newspaper", "channel", "website", "daily"])
            front = [self.adjective()] if self.rng.random() < 0.5 else []
            front += [word("state", "NOUN", "compound", SING)] if self.rng.random() < 0.4 else []
            front += [word("news", "NOUN", "compound", SING)] if form in {"agency", "website", "channel"} else []
            name = proper(self.rng.choice(self.famous["outlets"]), self.demonyms)
            return name.before(word(form, "NOUN", "nmod:desc", SING).before(*front))
        return self._one("outlets", "outlets")

    def _one(self, famous: str, file: str, share: float = 0.5) -> Tree:
        return self.named(self.rng.choice(self.famous[famous] if self.rng.random() < share else self.others[file]))


def _state(names: list[str], row: dict[str, Any]) -> State:
    """A row of states.yaml."""
    adjective = next((name for name in row.get("demonyms", []) if not UNFIT.search(name)), None)
    cities = [name for name in [row.get("capital"), *row.get("metonyms", [])] if name and not UNFIT.search(name)]
    short = [name for name in names if len(name.split()) <= 2] or names[:1]
    return State(tuple(short[:3]), adjective, tuple(city for city in cities[:4] if "The" not in city))


def _roles(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The offices of a person whose titles have a simple inner order."""
    return tuple(
        (role["title"], role["of"])
        for role in row.get("roles", [])
        if not re.search("General|-| to | for | and ", role["title"])
    )
