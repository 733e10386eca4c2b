"""Places and days of news sentences."""

from __future__ import annotations

from dataclasses import replace

from names import PLUR, POS, SING, article, bare
from nouns import CARDINAL, WORD_CARDINAL, Nouns
from trees import Tree, punct, word


class Settings:
    """Composes places and days.

    Args:
        nouns: composes noun phrases.
    """

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.rng, self.names = nouns, nouns.rng, nouns.names
        self.chance, self.pick = nouns.chance, nouns.pick

    def place(self) -> Tree:
        """A city, a state or a part of one."""
        roll = self.rng.random()
        if roll < 0.45:
            return self.names.city()
        if roll < 0.65:
            return self.names.state()
        if roll < 0.8:
            state = self.names.state()
            return state if state.left else state.before(word(self.pick("compass"), "ADJ", "amod", POS))
        head = word(self.pick("place_nouns"), "NOUN", feats=SING)
        front = [self.names.adjective()] if self.chance(0.4) else []
        head = head.before(article(), *front, word(self.pick("place_adjectives"), "ADJ", "amod", POS))
        return head.after(bare(self.names.city()).to("nmod").before(word("of", "ADP", "case")))

    def where(self) -> Tree:
        """A place with its preposition, to hang on a noun."""
        preposition = self.rng.choice(["in", "in", "in", "near", "outside", "at"])
        return self.place().to("nmod").before(word(preposition, "ADP", "case"))

    def day(self) -> Tree:
        """When: "on Tuesday", "last week", "on October 7", "in March 2022", "late on Friday"."""
        roll = self.rng.random()
        weekday = word(self.pick("weekdays"), "PROPN", feats=SING)
        if roll < 0.34:
            return on(weekday)
        if roll < 0.45:
            return weekday.to("obl:unmarked")
        if roll < 0.5:
            part = word(self.pick("dayparts"), "NOUN", feats=SING).before(weekday.to("compound"))
            return on(part) if self.chance(0.5) else part.to("obl:unmarked")
        if roll < 0.54:
            return word(self.pick("days_front"), "ADV", "advmod", POS).after(on(weekday))
        if roll < 0.8:
            return self.date()
        if roll < 0.93:
            return self.period()
        unit = self.rng.choice(["day", "week", "month", "year"])
        count = word(self.pick("number_words"), "NUM", "nummod", WORD_CARDINAL)
        units = word(unit + "s", "NOUN", "obl:unmarked", PLUR, unit).before(count)
        return word("ago", "ADV", "advmod").before(units)

    def date(self) -> Tree:
        """A day of a month, a month, or a year."""
        month = word(self.pick("months" if self.chance(0.7) else "months_short"), "PROPN", feats=SING)
        year = word(str(self.rng.randint(1991, 2026)), "NUM", "nmod:unmarked", CARDINAL)
        roll = self.rng.random()
        if roll < 0.55:
            number = word(str(self.rng.randint(1, 31)), "NUM", feats=CARDINAL)
            american = self.chance(0.65)
            month = month.to("nmod:unmarked")
            number = number.before(month) if american else number.after(month)
            if self.chance(0.3):
                number = number.after(year.before(punct(","))) if american else number.after(year)
            return on(number)
        if roll < 0.85:
            month = month.after(year) if self.chance(0.5) else month
            return month.to("obl").before(word("in", "ADP", "case"))
        return year.to("obl").before(word("in", "ADP", "case"))

    def period(self) -> Tree:
        """Such as "last week", "earlier this month"."""
        front = self.rng.choice(["last", "this", "earlier", "next", "last"])
        unit = word(self.rng.choice(["week", "month", "year"]), "NOUN", "obl:unmarked", SING)
        if front in {"last", "next"}:
            return unit.before(word(front, "ADJ", "amod", POS))
        unit = unit.before(word("this", "DET", "det", "Number=Sing|PronType=Dem"))
        return unit.before(word("earlier", "ADV", "advmod", "Degree=Cmp", "early")) if front == "earlier" else unit


def on(day: Tree) -> Tree:
    """A day with "on"."""
    return replace(day, dep="obl").before(word("on", "ADP", "case"))
