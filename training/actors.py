"""Whoever acts in a sentence: states, forces, groups, bodies, unnamed officials, and persons with their titles."""

from __future__ import annotations

from dataclasses import replace

from gazetteer import Person
from inflection import is_mass
from names import PLUR, POS, SING, article, bare, flat, genitive, proper
from nouns import WORD_CARDINAL, Nouns
from trees import Tree, joined, punct, word

SUBJECT_PRONOUNS = {
    "it": "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs",
    "he": "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
    "she": "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    "they": "Case=Nom|Number=Plur|Person=3|PronType=Prs",
}
LEMMAS = {"led": "lead", "based": "base", "made": "make", "held": "hold", "allied": "ally", "occupied": "occupy"}
LEMMAS |= {"controlled": "control", "mediated": "mediate"}
TAKEN_UP = ("group", "movement", "country", "government", "militia", "bloc", "alliance", "ministry", "army")


class Actors:
    """Composes actors.

    Args:
        nouns: composes noun phrases.
    """

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.rng, self.names = nouns, nouns.rng, nouns.names
        self.chance, self.pick = nouns.chance, nouns.pick

    # Persons.

    def title(self, title: str, capital: bool) -> Tree:
        """An office: "Foreign Minister" (with ``capital``, part of a name) or "foreign minister"."""
        head, found, rest = title.partition(" of ")
        adjectives = self.nouns.lexicon.words["title_adjectives"]
        *front, last = (head if capital else head.lower()).split()
        upos = "PROPN" if capital else "NOUN"
        tree = word(last, upos, feats=SING, lemma=last)
        for part in front:
            if part.lower() in adjectives:
                tree = tree.near(word(part, "ADJ", "amod", POS, part))
            else:
                tree = tree.near(word(part, upos, "compound", SING, part))
        if not found:
            return tree
        inner = rest.removeprefix("the ")
        if capital:
            below = proper(inner, self.names.demonyms)
        else:
            below = self.nouns.noun(" ".join(f"{p}/A" if p in adjectives else p for p in inner.lower().split()), "one")
        if rest.startswith("the "):
            below = below.before(article())
        return tree.after(below.to("nmod").before(word("of", "ADP", "case")))

    def office(self, person: Person) -> tuple[str, Tree | None]:
        """An office of a person, and what stands before it for the state or group."""
        title, of = self.rng.choice(person.roles)
        if self.chance(0.15):
            return title, None
        if of in self.names.states:
            return title, self.names.adjective(of)
        name = self.names.name_of.get(of, "")
        if name and len(name.split()) <= 2 and " of " not in name:
            title = self.rng.choice([title, "leader", "chief", "spokesman", "commander"])
            return title, proper(name, self.names.demonyms).to("compound")
        return title, None

    def person(self) -> Tree:
        """A person: with a title before or behind the name, or by the name or surname alone."""
        person = self.rng.choice(self.names.people)
        name = flat(person.name.split())
        if self.chance(0.08):
            name = name.before(word(self.pick("honours"), "PROPN", "nmod:desc", SING))
        roll = self.rng.random()
        if not person.roles or roll < 0.22:
            return name
        if roll < 0.32:
            return flat(person.name.split()[-1:])
        title, owner = self.office(person)
        if roll < 0.42 and " of " not in title:
            return name.before(self.title(title.title(), True).to("nmod:desc"))
        if roll < 0.8:
            return self.with_title(name, title, owner)
        office = self.title(title, False)
        if roll < 0.9 and owner is not None:
            return name.after(office.before(punct(","), article(), owner).to("appos"), punct(","))
        office = office.before(genitive(self.names.state(), self.chance(0.5)))
        return office.after(name.to("appos").before(punct(",")), punct(","))

    def with_title(self, name: Tree, title: str, owner: Tree | None) -> Tree:
        """Such as "Israeli Defense Minister Yoav Gallant", "Hamas leader Yahya Sinwar", "Iran's President Raisi"."""
        capital = title[0].isupper() and self.chance(0.6)
        desc = self.title(title.title() if capital and " of " not in title else title, capital).to("nmod:desc")
        if owner is not None and owner.upos == "ADJ" and self.chance(0.14):
            return name.before(genitive(self.names.state(), self.chance(0.5)), desc)
        if owner is not None:
            desc = desc.before(owner)
        if self.chance(0.07):
            return name.before(word(self.rng.choice(["former", "late"]), "ADJ", "amod", POS), desc)
        return name.before(desc)

    def officials(self) -> Tree:
        """Unnamed people who speak: "two senior US officials", "a Western diplomat", "the Israeli army spokesman"."""
        tree = self.nouns.noun(self.nouns.draw("officials"))
        if self.chance(0.6):
            tree = tree.before(self.names.adjective())
        if self.chance(0.3) and not any(child.form in {"foreign", "prime", "senior"} for child in tree.left):
            tree = tree.before(word(self.pick("official_adjectives"), "ADJ", "amod", POS))
        if tree.many and self.chance(0.4):
            return self.nouns.counted(tree)
        tree = self.nouns.with_article(tree, False, 0.35)
        if self.chance(0.12):
            matter = word("matter", "NOUN", "obl", SING).before(word("with", "ADP", "case"), article())
            tree = tree.after(word("familiar", "ADJ", "amod", POS).after(matter))
        return tree

    # Forces and groups.

    def forces(self) -> Tree:
        """Such as "Israeli troops", "the Sudanese army", "Russian and Ukrainian forces", "US-led coalition forces"."""
        roll = self.rng.random()
        if roll < 0.28:
            return self.nouns.noun(self.nouns.draw("bodynoun"), "one").before(article(), self.names.adjective())
        if roll < 0.38:
            owner = genitive(self.names.state(), self.chance(0.6))
            return self.nouns.noun(self.nouns.draw("bodynoun"), "one").before(owner)
        tree = self.nouns.noun(self.nouns.draw("force"), None if self.chance(0.3) else "many")
        if roll < 0.48:
            second = self.names.adjective().to("conj").before(word("and", "CCONJ", "cc"))
            tree = tree.before(self.names.adjective().after(second))
        elif roll < 0.6:
            tree = tree.before(self.led())
        elif roll < 0.72:
            tree = tree.before(bare(self.names.group()).to("compound"))
        elif roll < 0.78:
            tree = tree.before(
                word(self.rng.choice(["rebel", "government", "coalition", "tribal"]), "NOUN", "compound")
            )
            tree = replace(tree, left=(replace(tree.left[0], feats=SING), *tree.left[1:]))
        else:
            tree = tree.before(self.names.adjective())
        return self.nouns.with_article(tree, is_mass(tree.lemma), 0.2)

    def led(self) -> Tree:
        """Such as "US-led", "Iran-backed"."""
        form = self.pick("groups_by")
        lead = bare(self.names.state())
        if len(lead.text().split()) > 1 or self.chance(0.2):
            lead = word(
                self.rng.choice(["US", "Saudi", "Iran", "Russia", "Israel", "UN", "Turkey"]), "PROPN", feats=SING
            )
        head = word(form, "VERB", "amod", "Tense=Past|VerbForm=Part", LEMMAS.get(form, form.removesuffix("ed")))
        return head.before(lead.to("obl:unmarked").after(punct("-")))

    def group(self) -> Tree:
        """An armed group, sometimes with who backs it or whose it is."""
        tree = self.names.group()
        roll = self.rng.random()
        if roll < 0.12:
            return bare(tree).before(self.led())
        if roll < 0.18:
            kind = word(self.rng.choice(["group", "movement", "militia"]), "NOUN", "nmod:desc", SING)
            return bare(tree).before(kind.before(self.names.adjective()))
        return tree

    def pair(self) -> Tree:
        """Such as "Israel and Hezbollah", "the two sides"."""
        if self.chance(0.15):
            sides = self.rng.choice(["sides", "countries", "leaders", "parties", "neighbors"])
            tree = word(sides, "NOUN", feats=PLUR, lemma=sides[:-1] if sides[-3:] != "ies" else sides[:-3] + "y")
            return replace(tree.before(article(), word("two", "NUM", "nummod", WORD_CARDINAL)), many=True)
        draws = [self.names.state, self.names.state, self.names.group]
        return joined([self.rng.choice(draws)() for _ in range(2)])

    def pronoun(self) -> Tree:
        """Such as "it" or "they", as a subject."""
        pronoun = self.rng.choice(list(SUBJECT_PRONOUNS))
        tree = word(pronoun, "PRON", feats=SUBJECT_PRONOUNS[pronoun], lemma=pronoun)
        return replace(tree, many=pronoun == "they")

    def actor(self, subject: bool = False) -> Tree:
        """Whoever does something to somebody.

        Args:
            subject: whether it may be a pronoun in the subject's case.
        """
        roll = self.rng.random()
        if subject and roll < 0.05:
            return self.pronoun()
        for share, draw in (
            (0.34, self.names.state), (0.49, self.forces), (0.62, self.group), (0.71, self.names.body),
            (0.85, self.person),
        ):  # fmt: skip
            if roll < share:
                return draw()
        if roll < 0.89:
            return self.nouns.common(self.rng.choice(["people", "officials", "force"]))
        if roll < 0.92:
            return word(self.rng.choice(TAKEN_UP), "NOUN", feats=SING).before(article())
        if self.chance(0.35):
            return joined([self.forces(), self.forces()])
        draws = [self.names.state, self.names.state, self.names.group, self.names.body, self.forces, self.person]
        members = [self.rng.choice(draws)() for _ in range(2 if self.chance(0.8) else 3)]
        both = joined(members)
        return both.before(word("both", "CCONJ", "cc:preconj")) if len(members) == 2 and self.chance(0.15) else both
