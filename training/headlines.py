"""Headlines: present tense, few articles, no auxiliaries of the passive, no full stop."""

from __future__ import annotations

from dataclasses import replace

from clauses import Clauses
from inflection import verb_form
from speech import Speech
from trees import Tree, punct, word


class Headlines:
    """Composes headlines.

    Args:
        clauses: composes the clauses.
        speech: composes what is on somebody's word.
    """

    def __init__(self, clauses: Clauses, speech: Speech) -> None:
        self.clauses, self.nouns, self.actors, self.rng, self.speech = (
            clauses,
            clauses.nouns,
            clauses.actors,
            clauses.rng,
            speech,
        )

    def headline(self) -> Tree:
        """A headline of one of the shapes."""
        shapes = [self.plain, self.passive, self.said, self.eventful, self.colon, self.future, self.doubled]
        tree = self.rng.choices(shapes, [38, 14, 16, 14, 9, 9, 10])[0]()
        return bare(tree) if self.nouns.chance(0.9) else tree

    def subject(self) -> Tree:
        """A short subject."""
        while True:
            tree = self.actors.actor()
            if len(tree.text().split()) <= 5 and "," not in tree.text():
                return tree

    def plain(self, depth: int | None = None) -> Tree:
        """Such as "Iran vows revenge on Israel"."""
        depth = self.rng.choice([0, 1, 1]) if depth is None else depth
        return self.clauses.clause(depth, self.subject(), "present", adjuncts=0.35, passive=False)

    def doubled(self) -> Tree:
        """Such as "Turkey slams Israel, vows to cut ties", "Saudi Arabia, Iran resume talks"."""
        if self.nouns.chance(0.45):
            second = self.subject().to("conj").before(punct(","))
            subject = replace(self.subject().after(second), many=True)
            return self.clauses.clause(self.rng.choice([0, 1]), subject, "present", adjuncts=0.3, passive=False)
        subject = self.subject()
        first = self.clauses.clause(0, subject, "present", adjuncts=0.1, passive=False)
        second = self.clauses.clause(1, None, "present", adjuncts=0.3, passive=False, many=subject.many)
        return first.after(second.to("conj").before(punct(",")))

    def passive(self) -> Tree:
        """Such as "Three soldiers killed in attack on base"."""
        if self.nouns.chance(0.3):
            event = self.clauses.case("in", self.clauses.events.event()).to("obl")
            verb = self.rng.choice(["kill", "wound", "injure", "hurt", "detain", "arrest", "capture"])
            form, feats = verb_form(verb, "passive", False)
            return word(form, "VERB", "root", feats, verb).before(self.nouns.victims().to("nsubj:pass")).after(event)
        row, pattern = self.clauses.row(0, "object")
        tree = self.clauses.clause(
            0, self.subject(), "past", choice=(self.rng.choice(row.verbs), pattern), passive=True, adjuncts=0.6
        )
        return replace(tree, left=tuple(child for child in tree.left if child.dep not in {"aux", "aux:pass"}))

    def said(self) -> Tree:
        """Such as "Iran armed Houthis, US says" or "US says Iran armed Houthis"."""
        form = self.rng.choice(["past", "present", "future", "perfect", "infinitive"])
        content = self.clauses.clause(0, None if form == "infinitive" else self.subject(), form, adjuncts=0.3)
        if form == "infinitive":
            content = content.before(self.subject().to("nsubj"))
        head = self.speech.saying(
            self.subject(),
            self.rng.choice(["say", "say", "claim", "warn", "report", "confirm", "deny", "tell"]),
            "present",
        )
        if self.nouns.chance(0.5) and head.lemma not in {"tell", "deny"}:
            return head.before(content.to("ccomp").after(punct(",")))
        return head.after(content.to("ccomp"))

    def eventful(self) -> Tree:
        """Such as "Israeli strike on Gaza kills 12"."""
        subject = self.clauses.events.event(self.rng.choice(["attack", "attack", "war", "killing"]))
        verb, pattern = self.rng.choice(
            [
                ("kill", "obj:victims"),
                ("wound", "obj:victims"),
                ("hit", "obj:site"),
                ("destroy", "obj:site"),
                ("begin", ""),
                ("end", ""),
                ("draw", "obj:concern"),
                ("spark", "obj:protest"),
                ("continue", ""),
                ("target", "obj:target"),
            ]
        )
        return self.clauses.clause(0, subject, "present", choice=(verb, pattern), passive=False, adjuncts=0.3)

    def colon(self) -> Tree:
        """Such as "Iran armed Houthis: US official" or "Netanyahu: Israel will respond"."""
        content = self.clauses.clause(0, self.subject(), self.rng.choice(["present", "past", "future"]), adjuncts=0.3)
        source = self.rng.choice([self.subject, self.actors.officials, self.clauses.names.outlet])()
        if self.nouns.chance(0.5):
            return content.after(punct(":"), source.to("parataxis"))
        return source.after(punct(":"), content.to("parataxis"))

    def future(self) -> Tree:
        """Such as "US to send troops to Poland"."""
        tree = self.clauses.clause(self.rng.choice([0, 1]), None, "infinitive", adjuncts=0.3)
        return tree.before(self.subject().to("nsubj"))


def bare(tree: Tree) -> Tree:
    """Without articles."""
    kept = tuple(child for child in tree.left if not (child.upos == "DET" and "Art" in child.feats))
    return replace(tree, left=tuple(bare(child) for child in kept), right=tuple(bare(child) for child in tree.right))
