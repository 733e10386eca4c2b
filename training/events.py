"""Noun phrases that hold events or clauses: attacks with their targets, nouns with infinitives, relative clauses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inflection import verb_form
from names import POS, article, bare
from trees import Tree, joined, punct, word

if TYPE_CHECKING:
    from clauses import Clauses

USUAL_LINKS = ("on", "on", "on", "against", "against", "in", "near")
MASS_EVENTS = frozenset({"fire", "shelling", "fighting", "detention"})


class Events:
    """Composes noun phrases around events and clauses.

    Args:
        clauses: composes the clauses that hang on them.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.nouns, self.actors, self.settings = clauses, clauses.nouns, clauses.actors, clauses.settings
        self.rng, self.names = clauses.rng, clauses.names
        self.chance, self.pick = self.nouns.chance, self.nouns.pick
        self.own_links: dict[str, list[str]] = {}
        for row in self.nouns.lexicon.words["event_links"]:
            noun, preposition = row.split()
            self.own_links.setdefault(noun, []).append(preposition)

    def kind(self, kind: str, depth: int) -> Tree:
        """A noun phrase of a kind that verbs.yaml names."""
        names, actors = self.names, self.actors
        plain = {
            "state": names.state, "group": actors.group, "outlet": names.outlet, "alliance": names.body,
            "body": names.body, "force": actors.forces, "person": actors.person, "pair": actors.pair,
            "place": self.settings.place, "victims": self.nouns.victims, "target": self.target,
        }  # fmt: skip
        if kind in plain:
            return plain[kind]()
        if kind == "actor":
            return self.modified(actors.actor(), depth)
        if kind == "company" and self.chance(0.5):
            return names.company()
        if kind in {"attack", "war", "killing"}:
            return self.stance(depth) if self.chance(0.14) else self.modified(self.event(kind), depth)
        if kind in {"claim", "concern", "intelligence"} and depth > 0 and self.chance(0.3):
            return self.with_that(depth)
        if kind == "stance":
            return self.stance(depth)
        if kind == "aim":
            return self.with_infinitive(depth) if depth > 0 else self.stance(depth)
        if kind in {"decision", "claim", "issue", "pressure"} and self.chance(0.2):
            return self.stance(depth)
        if kind == "plan" and depth > 0 and self.chance(0.5):
            return self.with_infinitive(depth)
        if kind == "talks" and self.chance(0.35):
            return self.nouns.common("talks").after(self.clauses.case("with", actors.actor()).to("nmod"))
        tree = self.nouns.common(kind)
        if kind in {"site", "area", "people", "bomb"} and not tree.right and self.chance(0.22):
            return tree.after(self.settings.where())
        return self.modified(tree, depth)

    def target(self) -> Tree:
        """Whoever or whatever is attacked."""
        roll = self.rng.random()
        if roll < 0.3:
            return self.names.state()
        if roll < 0.5:
            return self.actors.forces()
        if roll < 0.6:
            return self.names.group()
        if roll < 0.7:
            spec = self.rng.choice(["target", "position", "stronghold", "commander", "site", "base", "outpost"])
            return self.nouns.noun(spec, "many").before(bare(self.names.group()).to("compound"))
        return self.kind(self.rng.choice(["site", "site", "people", "area"]), 0)

    def event(self, kind: str = "attack", owner: bool = True) -> Tree:
        """Such as "Israel's airstrike on Beirut", "a Russian missile attack", "the killing of three soldiers by Iran".

        Args:
            kind: the list of nouns.yaml: attack, war or killing.
            owner: whether it may say whose it is.
        """
        noun = self.nouns.noun(self.nouns.draw(kind))
        right = self.links(noun, kind)
        roll = self.rng.random() if owner else 1.0
        if roll < 0.2:
            return noun.before(self.nouns.owner()).after(*right)
        if roll >= 0.56 and self.chance(0.12) and not noun.left:
            noun = noun.before(bare(self.names.city()).to("compound"))
        elif self.chance(0.25):
            noun = self.nouns.coloured(noun, kind)
        if roll < 0.42:
            noun = noun.before(self.names.adjective())
        elif roll < 0.56:
            right.insert(0 if self.chance(0.4) else len(right), self.clauses.case("by", self.actors.actor()).to("nmod"))
        if noun.many and self.chance(0.3):
            return self.nouns.counted(noun).after(*right)
        return self.nouns.with_article(noun, noun.lemma in MASS_EVENTS, 0.4).after(*right)

    def links(self, noun: Tree, kind: str) -> list[Tree]:
        """Whom an event is aimed at, or where it was."""
        if kind == "killing":
            victims = self.kind(self.rng.choice(["people", "person", "victims"]), 0)
            return [self.clauses.case("of", victims).to("nmod")]
        if not self.chance(0.55):
            return []
        link = self.rng.choice(self.own_links.get(noun.lemma, USUAL_LINKS))
        kinds = {"in": "place", "near": "place", "of": "state"}
        return [self.clauses.case(link, self.kind(kinds.get(link, "target"), 0)).to("nmod")]

    def stance(self, depth: int) -> Tree:
        """Such as "Iran's support for Hezbollah", "the withdrawal of troops from Syria", "opposition to the deal"."""
        text, preposition = self.pick("stances").rsplit(" ", 1)
        noun = self.nouns.noun(text)
        roll = self.rng.random()
        if roll < 0.45:
            noun = noun.before(self.nouns.owner())
        elif roll < 0.7:
            noun = noun.before(self.names.adjective())
        elif roll < 0.8:
            noun = noun.before(article())
        kind = "actor" if self.chance(0.75) else self.rng.choice(["deal", "measure", "troops", "war"])
        return noun.after(self.clauses.case(preposition, self.kind(kind, depth - 1)).to("nmod"))

    def with_infinitive(self, depth: int) -> Tree:
        """Such as "a plan to strike Iran", "Iran's threat to close the strait"."""
        noun = self.nouns.noun(self.pick("aims"), "one")
        noun = noun.before(self.nouns.owner()) if self.chance(0.6) else noun.before(article())
        return noun.after(self.clauses.infinitive(depth - 1).to("acl"))

    def with_that(self, depth: int) -> Tree:
        """Such as "a report by Axios that Israel had struck", "fears that war will spread"."""
        noun = self.nouns.noun(self.pick("tidings"))
        noun = noun.before(self.nouns.owner()) if self.chance(0.25) else self.nouns.with_article(noun, False, 0.3)
        if self.chance(0.25):
            noun = noun.after(self.clauses.case("by", self.actors.actor()).to("nmod"))
        return noun.after(self.clauses.that(depth, bare=0.0).to("acl"))

    # What hangs behind a noun.

    def modified(self, noun: Tree, depth: int) -> Tree:
        """Sometimes with a relative clause or a participle behind it."""
        if depth < 1 or noun.right or noun.upos == "PRON":
            return noun
        roll = self.rng.random()
        if noun.upos == "NOUN" and noun.many and self.chance(0.05):
            loyal = word(self.pick("feeling_to"), "ADJ", "amod", POS)
            return noun.after(loyal.after(self.clauses.case("to", self.actors.actor()).to("obl")))
        if roll < 0.08:
            return self.relative(noun, depth)
        if roll < 0.12:
            return noun.after(self.participle(noun, depth).to("acl"))
        if roll < 0.14:
            return noun.after(self.participle(noun, depth).to("acl").before(punct(",")), punct(","))
        return noun

    def relative(self, noun: Tree, depth: int) -> Tree:
        """Such as "Hezbollah, which is backed by Iran," "soldiers who fired on the crowd", "the base that they hit"."""
        name = noun.upos == "PROPN"
        person = (name and bool(noun.right)) or noun.lemma in self.nouns.lexicon.nouns["people"]
        relative = "who" if person else ("which" if name or self.chance(0.4) else "that")
        pronoun = word(relative, "PRON", "nsubj", "PronType=Rel")
        if not person and self.chance(0.35):
            verb, _, pattern = self.pick("done_to_relative").partition(" ")
            clause = self.clauses.clause(0, self.actors.actor(), choice=(verb, pattern), passive=False, adjuncts=0.4)
            clause = clause.before(pronoun.to("obj"))
        else:
            clause = self.clauses.clause(depth - 1, replace(pronoun, many=noun.many), adjuncts=0.3)
        clause = clause.to("acl:relcl")
        if name or relative == "which":
            return noun.after(clause.before(punct(",")), punct(","))
        return noun.after(clause)

    def participle(self, noun: Tree, depth: int) -> Tree:
        """A participle without subject: "fired by Iran", "operating in Syria", "carrying weapons"."""
        roll = self.rng.random()
        if noun.upos == "NOUN" and roll < 0.2:
            verb = self.pick("doing")
            form, feats = verb_form(verb, "gerund", False)
            head = word(form, "VERB", "acl", feats, verb)
            if verb == "carry":
                return head.after(self.kind("people", 0).to("obj"))
            if verb in {"seek", "attempt"}:
                return head.after(self.clauses.infinitive(depth - 1).to("xcomp"))
            return head.after(self.clauses.case(self.rng.choice(["in", "near"]), self.kind("place", 0)).to("obl"))
        if noun.upos == "NOUN" and roll < 0.4:
            return self.clauses.clause(0, None, "gerund", adjuncts=0.2, passive=False)
        verb = self.pick("done" if noun.upos == "NOUN" else "done_to_names")
        form, feats = verb_form(verb, "passive", False)
        head = word(form, "VERB", "acl", feats, verb)
        if verb == "carry":
            head = head.after(word("out", "ADP", "compound:prt"))
        if verb == "accuse":
            return head.after(self.clauses.with_mark("of", depth))
        if verb in {"base", "deploy"}:
            return head.after(self.clauses.case("in", self.kind("place", 0)).to("obl"))
        return head.after(self.clauses.case("by", self.actors.actor()).to("obl:agent"))

    # Predicates.

    def predicate(self, many: bool) -> Tree:
        """What somebody is: "ready to talk", "critical of Iran", "behind the attack", "an ally of Russia"."""
        roll = self.rng.random()
        if roll < 0.35:
            adjective = word(self.pick("ready"), "ADJ", feats=POS)
            return adjective.after(self.clauses.infinitive(1).to("xcomp"))
        if roll < 0.62:
            kind, preposition = self.rng.choice([("of", "of"), ("to", "to"), ("about", "about")])
            noun = self.kind(self.rng.choice(["actor", "deal", "proposal", "state", "issue", "attack"]), 0)
            adjective = word(self.pick(f"feeling_{kind}"), "ADJ", feats=POS)
            return adjective.after(self.clauses.case(preposition, noun).to("obl"))
        if roll < 0.74:
            return self.event().before(word(self.rng.choice(["behind", "against", "under"]), "ADP", "case"))
        return self.role(many)

    def role(self, many: bool) -> Tree:
        """Such as "an ally of Russia", "Iran's main rivals", "an ally of Iran and a target of Israel"."""
        tree = self.nouns.noun(self.pick("roles"), "many" if many else "one")
        if self.chance(0.4):
            main = word(self.rng.choice(["main", "closest", "biggest", "key"]), "ADJ", "amod", POS)
            return tree.before(self.nouns.owner(), main)
        if self.chance(0.4):
            close = word(self.rng.choice(["close", "staunch", "bitter", "former", "key"]), "ADJ", "amod", POS)
            tree = tree.before(close)
        tree = self.nouns.with_article(tree, False, 0.2).after(self.clauses.case("of", self.actors.actor()).to("nmod"))
        if self.chance(0.2):
            other = self.nouns.with_article(self.nouns.noun(self.pick("roles"), "many" if many else "one"), False, 0.0)
            other = other.after(self.clauses.case("of", self.names.body()).to("nmod"))
            return replace(joined([tree, other]), many=many)
        return tree
