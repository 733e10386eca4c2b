"""Clauses of news reports as trees: a verb of verbs.yaml with its voice, tense, arguments and adjuncts."""

from __future__ import annotations

from actors import Actors
from adjuncts import Adjuncts
from events import Events
from lexicon import Verbs
from names import SING, article
from nouns import Nouns
from predicates import FINITE, verb_group
from settings import Settings
from trees import Tree, word

CLAUSAL = frozenset({"that", "to", "ing", "having", "to-have", "bare"})
"""Parts of patterns that are clauses."""
OWN_PREPOSITION = (
    "talks", "deal", "truce", "attack", "war", "ties", "visit", "inquiry", "drill", "trust", "concern", "backing",
    "responsibility", "revenge", "killing", "accusations", "return", "withdrawal", "lawsuit", "proposal", "warning",
    "call",
)  # fmt: skip
"""Kinds of nouns to which a preposition behind them belongs: "talks WITH Iran", "an attack ON a base"."""


class Clauses:
    """Composes clauses.

    Args:
        nouns: composes the noun phrases.
    """

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.rng, self.names, self.lexicon = nouns, nouns.rng, nouns.names, nouns.lexicon
        self.chance, self.pick = nouns.chance, nouns.pick
        self.actors, self.settings = Actors(nouns), Settings(nouns)
        self.events = Events(self)
        self.adjuncts = Adjuncts(self)
        self.own = {spec.split()[-1] for kind in OWN_PREPOSITION for spec in self.lexicon.nouns[kind]}

    def subject(self, depth: int) -> Tree:
        """A subject for any verb of the lists."""
        return self.events.modified(self.actors.actor(subject=True), depth)

    def case(self, preposition: str, noun: Tree) -> Tree:
        """A noun with its preposition in front."""
        if preposition == "following":
            return noun.before(word("following", "VERB", "case", "Tense=Pres|VerbForm=Part", "follow"))
        return noun.before(word(preposition, "ADP", "case"))

    def row(self, depth: int, want: str | None = None) -> tuple[Verbs, str]:
        """A row of verbs and one of its patterns.

        Args:
            depth: at 0 a pattern without a clause.
            want: "clausal" for one with a clause, "object" for one that can stand in the passive and has none.
        """
        while True:
            row = self.rng.choice(self.lexicon.verbs)
            pattern = self.rng.choice(row.takes)
            parts = pattern.replace("(", "").replace(")", "").split()
            clausal = bool(CLAUSAL & set(parts)) or any(part.endswith(".ing") for part in parts)
            if (depth <= 0 and clausal) or (want == "clausal" and not clausal):
                continue
            if want == "object" and (clausal or not row.passive or not pattern.startswith("obj:")):
                continue
            return row, pattern

    def clause(
        self,
        depth: int,
        subject: Tree | None,
        form: str | None = None,
        *,
        to: bool = True,
        adjuncts: float = 0.6,
        choice: tuple[str, str] | None = None,
        passive: bool | None = None,
        many: bool = False,
    ) -> Tree:
        """A clause whose head is its verb.

        Args:
            depth: how many clauses may still stand in each other.
            subject: its subject, or None.
            form: see ``predicates.verb_group``; None draws a finite one.
            to: whether an infinitive has "to".
            adjuncts: how likely it has adjuncts, from 0 to 1.
            choice: the verb and its pattern; drawn where None.
            passive: whether it is passive; drawn where None.
            many: whether a finite verb without subject stands in the plural.
        """
        if choice is None:
            row, pattern = self.row(depth)
            choice, may_pass = (self.rng.choice(row.verbs), pattern), row.passive
        else:
            may_pass = passive is True
        lemma, pattern = choice
        form = form or self.rng.choices(list(FINITE), list(FINITE.values()))[0]
        parts = pattern.split()
        objects = [part for part in parts if part.startswith(("obj:", "iobj:"))]
        if passive is None:
            passive = may_pass and form in FINITE and self.chance(0.18)
        agent = None
        if passive := passive and bool(objects):
            parts.remove(objects[0])
            agent = subject if subject is not None and subject.upos != "PRON" else self.actors.actor()
            if subject is None or subject.upos != "PRON":
                subject = self.events.kind(objects[0].partition(":")[2], depth)
        many = many if subject is None else subject.many
        front, head = verb_group(self.rng, lemma, form, many, passive, to)
        if subject is not None:
            head = head.near(subject.to("nsubj:pass" if passive else "nsubj"))
            if subject.upos != "PRON" and self.chance(0.035 * min(1.0, adjuncts * 2)):
                head = head.near(self.settings.day())
        head = head.near(*front)
        if self.chance(0.09 if subject is not None else 0.03):
            head = head.near(word(self.pick("adverbs"), "ADV", "advmod"))
        rest = self.arguments(parts, depth)
        if agent is not None and self.chance(0.6):
            place = int(bool(rest) and rest[0].dep == "compound:prt")
            rest[place:place] = self.by(agent)
        return self.adjuncts.behind(head.after(*rest), depth, adjuncts)

    def by(self, agent: Tree) -> list[Tree]:
        """Such as "by Algeria", sometimes with a place or a day in front: "at the UN by Algeria"."""
        by = self.case("by", agent).to("obl:agent")
        if not self.chance(0.12):
            return [by]
        if self.chance(0.4):
            return [self.settings.day(), by]
        place = self.names.body() if self.chance(0.3) else self.names.city()
        return [self.case(self.rng.choice(["at", "in"]), place).to("obl"), by]

    def arguments(self, parts: list[str], depth: int) -> list[Tree]:
        """What stands behind the verb, in order."""
        found: list[Tree] = []
        for optional in parts:
            if optional.startswith("(") and self.chance(0.5):
                continue
            part = optional.strip("()")
            name, _, kind = part.partition(":")
            if name in {"obj", "iobj"}:
                found.append(self.events.kind(kind, depth).to(name))
            elif name == "prt":
                found.append(word(kind, "ADP", "compound:prt"))
            elif kind:
                noun = self.case(name, self.events.kind(kind, depth - 1))
                if found and found[-1].dep == "obj" and self.attaches(found[-1], name):
                    found[-1] = found[-1].after(noun.to("nmod"))
                else:
                    found.append(noun.to("obl"))
            else:
                found.append(self.complement(part, depth))
        return found

    def attaches(self, noun: Tree, preposition: str) -> bool:
        """Whether a preposition behind an object belongs to the object."""
        return bool({noun.form, noun.lemma} & self.own) and preposition not in {"in", "from"}

    def complement(self, part: str, depth: int) -> Tree:
        """A part of a pattern that is no plain noun: a clause, or a word that says something of the object."""
        if part == "that":
            return self.that(depth)
        if part in {"to", "bare"}:
            return self.infinitive(depth - 1, mark=part == "to").to("xcomp")
        if part in {"ing", "having", "to-have"}:
            form = "gerund" if part == "ing" else part
            return self.clause(depth - 1, None, form, adjuncts=0.25, passive=False).to("xcomp")
        if part == "self":
            feats = "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"
            return word("itself", "PRON", "obj", feats)
        if part == "dead":
            return word("dead", "ADJ", "xcomp", "Degree=Pos")
        if part == "hostage":
            return word("hostage", "NOUN", "xcomp", SING)
        if part == "responsible":
            about = self.case("for", self.events.event()).to("obl")
            return word("responsible", "ADJ", "xcomp", "Degree=Pos").after(about)
        if part == "in.dark":
            return word("dark", "NOUN", "xcomp", SING).before(word("in", "ADP", "case"), article())
        return self.with_mark(part.removesuffix(".ing"), depth)

    def infinitive(self, depth: int, mark: bool = True) -> Tree:
        """Such as "to withdraw its troops from Syria"."""
        return self.clause(depth, None, "infinitive", to=mark, adjuncts=0.25, passive=False)

    def with_mark(self, preposition: str, depth: int) -> Tree:
        """Such as "of arming the rebels"."""
        form = "having" if self.chance(0.12) else "ing"
        clause = self.clause(depth - 1, None, form, adjuncts=0.2, passive=False)
        return clause.before(word(preposition, "SCONJ", "mark")).to("advcl")

    def that(self, depth: int, bare: float = 0.3) -> Tree:
        """A clause with "that", or without it in ``bare`` of all cases."""
        clause = self.clause(depth - 1, self.subject(depth - 1), adjuncts=0.5).to("ccomp")
        return clause if self.chance(bare) else clause.before(word("that", "SCONJ", "mark"))
