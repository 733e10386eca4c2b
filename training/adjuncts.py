"""What stands beside a verb: places, days, occasions, and clauses of time, reason, purpose and result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inflection import verb_form
from names import SING, article
from predicates import verb_group
from trees import Tree, joined, punct, word

if TYPE_CHECKING:
    from clauses import Clauses

OCCASIONS = (
    "crisis",
    "talks",
    "war",
    "visit",
    "decision",
    "pressure",
    "concern",
    "issue",
    "protest",
    "measure",
    "ties",
)


class Adjuncts:
    """Composes adjuncts.

    Args:
        clauses: composes the clauses among them.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.nouns, self.settings, self.events = clauses, clauses.nouns, clauses.settings, clauses.events
        self.rng = clauses.rng
        self.chance, self.pick = self.nouns.chance, self.nouns.pick

    def behind(self, head: Tree, depth: int, share: float) -> Tree:
        """A clause with adjuncts behind it.

        Args:
            head: the clause.
            depth: how many clauses may still stand in each other.
            share: from 0 to 1, how likely they are.
        """
        more: list[Tree] = []
        if self.chance(share * 0.16):
            preposition = self.rng.choice(["in", "in", "near", "at", "across", "outside"])
            more.append(self.clauses.case(preposition, self.settings.place()).to("obl"))
        if self.chance(share * 0.35):
            more.append(self.settings.day())
        if self.chance(share * 0.24):
            more.append(self.occasion(depth))
        if self.chance(share * 0.05):
            more.append(word(self.pick("late_adverbs"), "ADV", "advmod"))
        if depth > 0 and self.chance(share * 0.24):
            more.append(self.adverbial(depth))
        elif depth > 0 and self.chance(share * 0.12):
            more.append(self.purpose(depth))
        elif depth > 0 and self.chance(share * 0.16):
            more.append(self.result(depth))
        return head.after(*more)

    def occasion(self, depth: int) -> Tree:
        """Such as "amid fears of war", "after the attack", "in response to Iran's missile strike"."""
        if self.chance(0.1):
            fear = word(self.rng.choice(["fears", "reports", "signs", "threats", "hopes"]), "NOUN")
            fear = word(fear.form, "NOUN", feats="Number=Plur", lemma=fear.form[:-1])
            noun = fear.after(self.clauses.case("of", self.events.event()).to("nmod"))
            return self.clauses.case("amid", noun).to("obl")
        noun = self.events.event() if self.chance(0.5) else self.events.kind(self.rng.choice(OCCASIONS), depth - 1)
        if self.chance(0.65):
            return self.clauses.case(self.pick("prepositions_of_occasion"), noun).to("obl")
        first, *middle, last = self.pick("complex_prepositions").split()
        if first == "because":
            because = word("because", "ADP", "case", "ExtPos=ADP").after(word("of", "ADP", "fixed"))
            return noun.before(because).to("obl")
        if first == "ahead":
            return word("ahead", "ADV", "advmod").after(self.clauses.case("of", noun).to("obl"))
        front = [word(first, "ADP", "case")]
        if middle[0] in {"the", "a"}:
            front.append(article(middle[0] == "the"))
        inner = word(middle[-1], "NOUN", "obl", SING).before(*front)
        return inner.after(self.clauses.case(last, noun).to("nmod"))

    def adverbial(self, depth: int, front: bool = False) -> Tree:
        """Such as "after Israel struck Beirut", "after striking Beirut", "after talks collapsed"."""
        mark = self.pick("temporal_marks")
        first, *rest = mark.split()
        marker = [word(first, "SCONJ", "mark")]
        if rest:
            marker = [word(first, "ADV", "advmod"), word(rest[0], "SCONJ", "mark")]
        elif first == "when":
            marker = [word("when", "ADV", "advmod", "PronType=Int")]
        if first in {"after", "before", "while", "since"} and self.chance(0.2):
            clause = self.clauses.clause(depth - 1, None, "ing", adjuncts=0.3)
        elif self.chance(0.25):
            clause = self.fading()
        else:
            clause = self.clauses.clause(depth - 1, self.clauses.subject(depth - 1), adjuncts=0.4)
        if not front and self.chance(0.7 if first == "while" else 0.2):
            marker = [punct(","), *marker]
        return clause.before(*marker).to("advcl")

    def fading(self) -> Tree:
        """Such as "talks collapsed", "their contract expired on Friday"."""
        subject = self.nouns.noun(self.pick("fading_subjects"))
        if self.chance(0.35):
            subject = subject.before(self.nouns.owner())
        else:
            subject = self.nouns.with_article(subject, False, 0.5)
        form = self.rng.choice(["past", "past", "past", "pluperfect", "perfect", "future"])
        front, head = verb_group(self.rng, self.pick("fading"), form, subject.many)
        head = head.before(subject.to("nsubj"), *front)
        return head.after(self.settings.day()) if self.chance(0.3) else head

    def purpose(self, depth: int) -> Tree:
        """Such as "to free the hostages", "in order to end the war"."""
        tree = self.clauses.infinitive(depth - 1).to("advcl")
        if self.chance(0.12):
            order = word("order", "NOUN", "fixed", SING)
            return tree.before(word("in", "ADP", "mark", "ExtPos=SCONJ").after(order))
        return tree

    def result(self, depth: int) -> Tree:
        """Such as ", killing at least 12 people", ", citing security concerns"."""
        if self.chance(0.08):
            clause = self.clauses.clause(0, self.clauses.actors.actor(), "ing", adjuncts=0.2, passive=False)
            return clause.to("advcl").before(punct(","), word("with", "SCONJ", "mark"))
        verb, _, kind = self.pick("results").partition(" ")
        text, feats = verb_form(verb, "ing", False)
        head = word(text, "VERB", "advcl", feats, verb)
        if verb == "accuse":
            head = head.after(self.events.kind("state", 0).to("obj"), self.clauses.with_mark("of", depth))
        elif verb == "urge":
            state = self.events.kind("state", 0).to("iobj")
            head = head.after(state, self.clauses.infinitive(depth - 1).to("xcomp"))
        elif verb == "vow":
            head = head.after(self.clauses.infinitive(depth - 1).to("xcomp"))
        elif verb == "call":
            threat = word("threat", "NOUN", "xcomp", SING).before(article(False))
            head = head.after(self.events.kind(kind, 0).to("obj"), threat)
        elif verb == "leave":
            head = head.after(self.events.kind(kind, 0).to("obj"), word("dead", "ADJ", "xcomp", "Degree=Pos"))
        else:
            head = head.after(self.events.kind(kind, 0).to("obj"))
        if verb == "kill" and self.chance(0.25):
            other, other_feats = verb_form("wound", "ing", False)
            second = word(other, "VERB", "conj", other_feats, "wound").after(self.nouns.victims().to("obj"))
            head = joined([head, second])
        return head.before(punct(","))
