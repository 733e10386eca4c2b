"""Plain statements: who does what, talks, events, coordination, conditions, predicates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from clauses import Clauses
from names import article
from predicates import copula
from trees import Tree, joined, punct, word


class Statements:
    """Composes statements.

    Args:
        clauses: composes the clauses.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.nouns, self.actors, self.rng = clauses, clauses.nouns, clauses.actors, clauses.rng
        self.shapes: dict[Callable[[], Tree], int] = {
            self.plain: 22,
            self.governing: 13,
            self.talking: 6,
            self.eventful: 9,
            self.copular: 5,
            self.coordinated: 8,
            self.conditional: 3,
            self.fronted: 4,
            self.nominal: 5,
            self.existential: 2,
        }

    def sentence(self) -> Tree:
        """A sentence of one of the shapes."""
        return self.rng.choices(list(self.shapes), list(self.shapes.values()))[0]()

    def plain(self) -> Tree:
        """Somebody does something, sometimes with what stands in front."""
        depth = self.rng.choice([0, 1, 1, 2])
        return self.front(self.clauses.clause(depth, self.clauses.subject(depth)), depth)

    def front(self, clause: Tree, depth: int) -> Tree:
        """Sometimes with a day, an occasion or a clause before the subject."""
        if not self.nouns.chance(0.22):
            return clause
        roll = self.rng.random()
        if roll < 0.3:
            first = self.clauses.settings.day()
        elif roll < 0.6:
            first = self.clauses.adjuncts.occasion(0)
        elif roll < 0.75:
            return clause.before(word(self.nouns.pick("front_adverbs"), "ADV", "advmod").after(punct(",")))
        else:
            first = self.clauses.adjuncts.adverbial(depth, front=True)
        return clause.before(first.after(punct(",")) if self.nouns.chance(0.8) or first.dep == "advcl" else first)

    def governing(self) -> Tree:
        """A verb that takes a clause: denied, accused, urged, threatened, told."""
        row, pattern = self.clauses.row(2, "clausal")
        return self.clauses.clause(
            2,
            self.clauses.subject(1),
            choice=(self.rng.choice(row.verbs), pattern),
            passive=row.passive and pattern.startswith(("obj", "iobj")) and self.nouns.chance(0.2),
        )

    def talking(self) -> Tree:
        """Such as "X and Y held talks", "Talks between X and Y began"."""
        if self.nouns.chance(0.5):
            subject = joined(
                [
                    self.rng.choice([self.clauses.names.state, self.actors.person, self.actors.officials])()
                    for _ in range(2)
                ]
            )
            if self.nouns.chance(0.3):
                inner = self.nouns.noun(
                    self.rng.choice(
                        ["president", "leader", "foreign/A minister", "prime/A minister", "army chief", "envoy"]
                    ),
                    "many",
                ).before(article())
                subject = replace(inner.after(self.clauses.case("of", self.actors.pair()).to("nmod")), many=True)
            verb = self.rng.choice(
                ["hold", "hold", "begin", "resume", "start", "suspend", "conclude", "have", "cancel"]
            )
            return self.clauses.clause(
                1,
                subject,
                choice=(verb, self.rng.choice(["obj:talks", "obj:talks (in:place)", "obj:talks (on:issue)"])),
                passive=False,
            )
        noun = self.nouns.noun(self.rng.choice(self.nouns.lexicon.nouns["talks"]))
        noun = noun.before(article()) if self.nouns.chance(0.3) else noun
        noun = noun.after(
            self.clauses.case("between", self.actors.pair()).to("nmod")
            if self.nouns.chance(0.7)
            else self.clauses.case("with", self.actors.actor()).to("nmod")
        )
        verb = self.rng.choice(
            ["begin", "end", "resume", "collapse", "continue", "start", "stall", "fail", "take", "open"]
        )
        return self.clauses.clause(
            0, noun, choice=(verb, "obj:venue" if verb == "take" else "(in:place)"), passive=False
        )

    def eventful(self) -> Tree:
        """An event as subject: "An Israeli airstrike on Gaza killed three people"."""
        depth = self.rng.choice([0, 1])
        subject = self.clauses.events.event(self.rng.choice(["attack", "attack", "war", "killing"]))
        verb, _, pattern = self.nouns.pick("event_verbs").partition(" ")
        if pattern == "as":
            clause = self.clauses.clause(1, self.clauses.subject(0)).before(word("as", "SCONJ", "mark")).to("advcl")
            return self.clauses.clause(
                0, subject, self.rng.choice(["past", "present"]), choice=("come", ""), passive=False, adjuncts=0.1
            ).after(clause)
        return self.front(self.clauses.clause(depth, subject, choice=(verb, pattern), passive=False), 0)

    def copular(self) -> Tree:
        """Such as "X is ready to V", "X is critical of Y", "X is an ally of Y", "X was behind the attack"."""
        subject = self.clauses.subject(1)
        return copula(self.rng, subject, self.clauses.events.predicate(subject.many))

    def coordinated(self) -> Tree:
        """Two clauses, or two verbs with one subject."""
        depth = self.rng.choice([0, 0, 1])
        subject = self.clauses.subject(depth)
        form = self.rng.choice(["past", "past", "present", "perfect", None])
        first = self.clauses.clause(depth, subject, form, adjuncts=0.2, passive=False)
        conjunction = self.rng.choice(["and", "and", "and", "but"])
        if self.nouns.chance(0.55):
            second_form = "participle" if form == "perfect" else form
            second = self.clauses.clause(depth, None, second_form, adjuncts=0.4, passive=False, many=subject.many)
            comma = self.nouns.chance(0.15)
        else:
            second = self.clauses.clause(depth, self.clauses.subject(depth), adjuncts=0.4)
            comma = self.nouns.chance(0.75)
        if self.nouns.chance(0.08):
            return first.after(punct(";"), second.to("parataxis"))
        return joined([first, second], conjunction, comma)

    def conditional(self) -> Tree:
        """Such as "If X attacks, Y will respond"."""
        condition = self.clauses.clause(
            1, self.clauses.subject(0), self.rng.choice(["present", "present", "past", "negated"]), adjuncts=0.2
        )
        condition = condition.before(word(self.rng.choice(["if", "if", "unless", "once"]), "SCONJ", "mark")).to("advcl")
        clause = self.clauses.clause(1, self.clauses.subject(1), self.rng.choice(["future", "modal"]), adjuncts=0.2)
        if self.nouns.chance(0.6):
            return clause.before(condition.after(punct(",")))
        return clause.after(condition)

    def fronted(self) -> Tree:
        """Such as "Backed by Iran, Hezbollah …", "Speaking in Tehran, …"."""
        subject = self.actors.actor()
        clause = self.clauses.clause(1, subject)
        if self.nouns.chance(0.5):
            first = self.clauses.events.participle(word("x", "PROPN"), 0).to("advcl")
        else:
            first = self.clauses.clause(0, None, "ing", adjuncts=0.4).to("advcl")
        return clause.before(first.after(punct(",")))

    def nominal(self) -> Tree:
        """A noun with a clause of its own as subject: "Iran's threat to close the strait alarmed …"."""
        subject = self.clauses.events.with_infinitive(1)
        verb, _, pattern = self.nouns.pick("aim_verbs").partition(" ")
        return self.clauses.clause(0, subject, choice=(verb, pattern), passive=False)

    def existential(self) -> Tree:
        """Such as "There were no casualties", "It was the first attack since March", "It was unclear whether …"."""
        roll = self.rng.random()
        if roll < 0.4:
            noun = self.clauses.events.event(owner=False).to("nsubj")
            verb = word(
                *(("were", "VERB") if noun.many else ("was", "VERB")),
                feats=f"Mood=Ind|Number={'Plur' if noun.many else 'Sing'}|Person=3|Tense=Past|VerbForm=Fin",
                lemma="be",
            )
            return self.clauses.adjuncts.behind(verb.before(word("There", "PRON", "expl")).after(noun), 0, 0.8)
        it = word("it", "PRON", "nsubj", "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs")
        if roll < 0.7:
            event = self.nouns.noun(
                self.rng.choice(["attack", "strike", "visit", "summit", "meeting", "raid", "deal"]), "one"
            )
            ordinal = word(
                self.rng.choice(["first", "second", "third"]), "ADJ", "amod", "Degree=Pos|NumForm=Word|NumType=Ord"
            )
            since = self.clauses.case("since", self.nouns.noun("war", "one").before(article()))
            return copula(self.rng, it, event.before(article(), ordinal).after(since.to("nmod")))
        clause = self.clauses.clause(1, self.clauses.subject(0)).before(word("whether", "SCONJ", "mark")).to("csubj")
        return copula(
            self.rng,
            replace(it, dep="expl"),
            word(self.rng.choice(["unclear", "uncertain"]), "ADJ", feats="Degree=Pos").after(clause),
        )
