"""Noun phrases of the word lists: with articles, numbers, owners and adjectives."""

from __future__ import annotations

import random
from dataclasses import replace

from gazetteer import Gazetteer
from inflection import is_mass, is_plural, plural, singular
from lexicon import Lexicon
from names import PLUR, POS, SING, article, bare, first_word, genitive
from trees import Tree, punct, word

CARDINAL, WORD_CARDINAL = "NumForm=Digit|NumType=Card", "NumForm=Word|NumType=Card"
OWN = {
    "its": "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "his": "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "their": "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs",
}
PARTICIPIAL_LEMMAS = {"owned": "own", "based": "base", "awaited": "await"}
NATIONAL_KINDS = frozenset(
    {"people", "force", "troops", "officials", "diplomat", "envoy", "government", "bodynoun", "media", "company"}
)
"""Kinds before which the adjective of a state often stands."""
PLAIN_KINDS = frozenset({"openfire", "issue", "revenge", "trust", "tribute", "venue", "responsibility"})
"""Kinds that take neither owner nor adjective."""
ALWAYS_MANY = frozenset({"hostages", "prices", "exports", "rights"})


class Nouns:
    """Composes noun phrases.

    Args:
        rng: where chance comes from.
        lexicon: the word lists.
        names: draws names.
    """

    def __init__(self, rng: random.Random, lexicon: Lexicon, names: Gazetteer) -> None:
        self.rng, self.lexicon, self.names = rng, lexicon, names

    def chance(self, share: float) -> bool:
        """True in ``share`` of all calls."""
        return self.rng.random() < share

    def pick(self, name: str) -> str:
        """A word of the list ``name`` of words.yaml."""
        return self.rng.choice(self.lexicon.words[name])

    def draw(self, kind: str) -> str:
        """A row of the list ``kind`` of nouns.yaml."""
        return self.rng.choice(self.lexicon.nouns[kind])

    def noun(self, spec: str, number: str | None = None) -> Tree:
        """A noun with what stands before it, without article.

        Args:
            spec: a row of nouns.yaml without "of".
            number: "one" or "many"; None for either.
        """
        *front, last = spec.split()
        mass = is_mass(last)
        many = is_plural(last) or (not mass and (number == "many" or (number is None and self.chance(0.35))))
        if is_plural(last):
            feats = "Number=Ptan" if last in {"troops", "arms", "headquarters"} else PLUR
            head = word(last, "NOUN", feats=feats, lemma=singular(last))
        else:
            head = word(plural(last) if many else last, "NOUN", feats=PLUR if many else SING, lemma=last)
        for part in front:
            text, _, adjective = part.partition("/")
            text = "defence" if text == "defense" and self.chance(0.4) else text
            head = head.near(self.adjective(text) if adjective else word(text, "NOUN", "compound", SING))
        return replace(head, many=many)

    def adjective(self, text: str) -> Tree:
        """An adjective before a noun; "long-range" and "state-owned" are three tokens each."""
        first, sign, last = text.partition("-")
        if not sign:
            return word(text, "ADJ", "amod", POS)
        if last.endswith("ed"):
            lemma = PARTICIPIAL_LEMMAS.get(last, last.removesuffix("ed"))
            head = word(last, "VERB", "amod", "Tense=Past|VerbForm=Part", lemma)
            by = word(first, "NOUN", "obl:unmarked", SING) if first == "state" else word(first, "ADV", "advmod", POS)
            return head.before(by.after(punct("-")))
        return word(last, "NOUN", "compound", SING).before(word(first, "ADJ", "amod", POS).after(punct("-")))

    def common(self, kind: str) -> Tree:
        """A noun phrase of one of the lists of nouns.yaml, with its article, number or owner."""
        spec = self.draw(kind)
        last = spec.split()[-1]
        if spec.startswith("the "):
            return self.noun(spec[4:], "many" if last in ALWAYS_MANY else "one").before(article())
        if " of " in spec:
            return self.amount(spec)
        if spec.startswith("its "):
            return self.noun(spec[4:]).before(word("its", "PRON", "nmod:poss", OWN["its"]))
        if spec.startswith("a "):
            return self.noun(spec[2:], "one").before(article(False))
        tree = self.noun(spec)
        if kind == "venue":
            return tree
        if kind not in PLAIN_KINDS and self.chance(0.2):
            tree = self.coloured(tree, kind)
        if kind in {"site", "area", "embassy"} and self.chance(0.15):
            return self.with_article(tree.before(bare(self.names.city()).to("compound")), False, 0.3)
        return self.determined(tree, kind, is_mass(last))

    def amount(self, spec: str) -> Tree:
        """Such as "dozens of rockets", "a barrage of rockets"."""
        first, _, last = spec.partition(" of ")
        *front, things = last.split()
        inner = self.noun(" ".join([*front, singular(things)]), "many").to("nmod").before(word("of", "ADP", "case"))
        if first.startswith("a "):
            return word(first[2:], "NOUN", feats=SING).before(article(False)).after(inner)
        return replace(word(first, "NOUN", feats=PLUR, lemma=first[:-1]).after(inner), many=True)

    def coloured(self, tree: Tree, kind: str) -> Tree:
        """With an adjective or a participle in front."""
        if kind in {"people", "force", "officials", "diplomat"}:
            return tree.before(word(self.pick("people_adjectives"), "ADJ", "amod", POS))
        if kind in {"crisis", "ties", "pressure", "concern", "protest", "losses"} and self.chance(0.6):
            form = self.pick("growing")
            return tree.before(word(form, "VERB", "amod", "VerbForm=Ger", form.removesuffix("ing")))
        if self.chance(0.3):
            form = self.pick("broken")
            return tree.before(word(form, "VERB", "amod", "Tense=Past|VerbForm=Part", form.removesuffix("ed")))
        adjective = self.pick("adjectives")
        return tree if adjective == "several" and not tree.many else tree.before(self.adjective(adjective))

    def determined(self, tree: Tree, kind: str, mass: bool) -> Tree:
        """With an article, a number, an owner or nothing, as the noun allows."""
        roll = self.rng.random()
        if roll < 0.16 and kind not in PLAIN_KINDS:
            return tree.before(self.owner())
        if kind in NATIONAL_KINDS and roll < 0.45:
            return self.with_article(tree.before(self.names.adjective()), mass, 0.35)
        if tree.many and kind not in {"ties", "talks", "measure", *PLAIN_KINDS} and roll < 0.55:
            return self.counted(tree)
        return self.with_article(tree, mass, 0.45)

    def with_article(self, tree: Tree, mass: bool, definite: float) -> Tree:
        """With "the" in ``definite`` of all cases, else with "a" or nothing."""
        if self.chance(0.1 if mass else definite):
            return tree.before(article())
        if tree.many or mass:
            return tree
        form = first_word(tree).form
        vowel = form[0] in "aeiouAEIOU" and not form.startswith(
            ("US", "UN", "UK", "U.", "Eu", "eu", "Ug", "Ur", "uni", "use", "one")
        )
        return tree.before(article(False, "an" if vowel else "a"))

    def counted(self, tree: Tree) -> Tree:
        """With a number: "at least 12 soldiers", "dozens of rockets"."""
        roll = self.rng.random()
        if roll < 0.25:
            amount = self.rng.choice(["dozens", "hundreds", "thousands", "scores"])
            inner = tree.to("nmod").before(word("of", "ADP", "case"))
            return replace(word(amount, "NOUN", feats=PLUR, lemma=amount[:-1]).after(inner), many=True)
        number = self.number()
        if roll < 0.45:
            number = number.before(word("least", "ADJ", "nmod", "Degree=Sup").before(word("at", "ADP", "case")))
        elif roll < 0.6:
            more = word("more", "ADJ", "advmod", "Degree=Cmp|ExtPos=ADV")
            number = number.before(more.after(word("than", "ADP", "fixed")))
        elif roll < 0.68:
            number = number.before(word(self.rng.choice(["about", "nearly", "around", "almost"]), "ADV", "advmod"))
        if self.chance(0.08):
            tree = tree.before(word("more", "ADJ", "amod", "Degree=Cmp"))
        return replace(tree.before(number), many=True)

    def number(self) -> Tree:
        """A number from two on, in words or figures."""
        if self.chance(0.4):
            return word(self.pick("number_words"), "NUM", "nummod", WORD_CARDINAL)
        high = self.rng.choice([self.rng.randint(11, 99), self.rng.randint(100, 900), self.rng.randint(1, 40) * 100])
        return word(str(high), "NUM", "nummod", CARDINAL)

    def victims(self) -> Tree:
        """Such as "at least 12 people", "three civilians"."""
        people = word("people", "NOUN", feats=PLUR, lemma="person")
        return self.counted(people if self.chance(0.5) else self.noun(self.draw("people"), "many"))

    def owner(self) -> Tree:
        """Such as "Israel's", "its"."""
        if self.chance(0.35):
            own = self.rng.choice(["its", "its", "his", "their"])
            return word(own, "PRON", "nmod:poss", OWN[own], own)
        return genitive(self.names.state() if self.chance(0.7) else self.names.group(), self.chance(0.6))
