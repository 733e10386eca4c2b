"""Sentences on somebody's word: "X said that …", quotations, "according to X", "X, citing Y, said …"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from clauses import Clauses
from inflection import verb_form
from names import article
from predicates import copula, verb_group
from quotations import Quotations, said
from trees import Tree, punct, word

TELLING = frozenset({"tell", "inform", "assure"})


class Speech:
    """Composes sentences with their source.

    Args:
        clauses: composes the clauses.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.nouns, self.actors, self.rng = clauses, clauses.nouns, clauses.actors, clauses.rng
        self.quotations = Quotations(self)
        self.shapes: dict[Callable[[], Tree], int] = {
            self.plain: 30,
            self.trailing: 14,
            self.quotations.quoted: 14,
            self.quotations.introduced: 8,
            self.according: 9,
            self.citing: 12,
            self.adding: 5,
            self.inserted: 4,
            self.passive: 3,
        }

    def sentence(self) -> Tree:
        """A sentence of one of the shapes, sometimes with a second one behind a semicolon."""
        tree = self.rng.choices(list(self.shapes), list(self.shapes.values()))[0]()
        if self.nouns.chance(0.03):
            other = self.clauses.clause(self.rng.choice([0, 1]), self.clauses.subject(0), adjuncts=0.3)
            return tree.after(punct(";"), other.to("parataxis"))
        return tree

    def speaker(self) -> Tree:
        """Who speaks."""
        return self.rng.choice(
            [
                *(self.actors.officials, self.actors.officials, self.actors.person, self.actors.person),
                *(self.clauses.names.outlet, lambda: self.actors.actor(subject=True)),
                *(self.clauses.names.state, self.clauses.names.body),
            ]
        )()

    def content(self, depth: int | None = None) -> Tree:
        """What is said."""
        depth = self.rng.choice([0, 0, 1]) if depth is None else depth
        if self.nouns.chance(0.12):
            subject, ready = self.clauses.subject(0), word(self.nouns.pick("ready"), "ADJ", feats="Degree=Pos")
            return copula(self.rng, subject, ready.after(self.clauses.infinitive(1).to("xcomp")))
        return self.clauses.clause(depth, self.clauses.subject(depth), adjuncts=0.5)

    def saying(self, subject: Tree | None, verb: str | None = None, form: str = "past") -> Tree:
        """A verb of saying with its subject and the one spoken to."""
        lemma = verb or self.nouns.pick("say_verbs" if self.nouns.chance(0.4) else "quote_verbs")
        if verb is None and self.nouns.chance(0.4):
            lemma = "say"
        if form == "past" and self.nouns.chance(0.15):
            form = self.rng.choice(["present", "perfect", "pluperfect"])
        front, head = verb_group(self.rng, lemma, form, subject is not None and subject.many)
        if subject is not None:
            head = head.near(subject.to("nsubj"))
        head = head.near(*front)
        if lemma in TELLING:
            kind = self.rng.choice(["outlet", "outlet", "reporters", "person", "state"])
            head = head.after(self.clauses.events.kind(kind, 0).to("iobj"))
        return head

    def when(self, head: Tree, share: float = 0.25) -> Tree:
        """Sometimes with a day or an occasion behind the verb of saying."""
        if self.nouns.chance(share):
            head = head.after(self.clauses.settings.day())
        if self.nouns.chance(share * 0.4):
            place = self.nouns.noun(
                self.rng.choice(
                    ["statement", "interview", "speech", "letter", "report", "briefing", "news conference"]
                ),
                "one",
            )
            place = place.before(article(False, "an" if place.lemma == "interview" else "a"))
            head = head.after(
                self.clauses.case("at" if place.lemma in {"briefing", "conference"} else "in", place).to("obl")
            )
        return head

    def plain(self) -> Tree:
        """Such as "X said on Tuesday that …"; what is said may hold another saying."""
        head = self.when(self.saying(self.speaker()))
        content = self.plain_inner() if self.nouns.chance(0.2) else self.content()
        if self.nouns.chance(0.15):
            pronoun = self.actors.pronoun()
            return head.after(self.clauses.clause(self.rng.choice([0, 1]), pronoun, adjuncts=0.5).to("ccomp"))
        bare = head.lemma in {"say", "tell", "claim", "insist"} and self.nouns.chance(0.45)
        return head.after(content.to("ccomp") if bare else with_that(content))

    def plain_inner(self) -> Tree:
        """A saying inside a saying."""
        head = self.saying(self.speaker(), self.rng.choice(["say", "tell", "confirm", "deny", "claim"]))
        return head.after(with_that(self.content(0)))

    def trailing(self) -> Tree:
        """Such as "…, X said on Tuesday" or "…, said X"."""
        content = self.content().to("ccomp").after(punct(","))
        speaker = self.speaker()
        if self.nouns.chance(0.2) and speaker.upos != "PRON":
            return said(speaker).before(content)
        return self.when(self.saying(speaker), 0.35).before(content)

    def according(self) -> Tree:
        """Such as "According to X, …" or "…, according to X"."""
        marker = word("according", "VERB", "case", "ExtPos=ADP|Tense=Pres|VerbForm=Part", "accord").after(
            word("to", "ADP", "fixed")
        )
        source = self.speaker()
        while source.upos == "PRON":
            source = self.speaker()
        if self.nouns.chance(0.2):
            report = self.nouns.noun(self.rng.choice(["report", "statement", "media report", "document", "account"]))
            source = self.nouns.with_article(report, False, 0.3).after(self.clauses.case("by", source).to("nmod"))
        source = source.before(marker).to("obl")
        content = self.content()
        if self.nouns.chance(0.5):
            return content.before(source.after(punct(",")))
        return content.after(source.before(punct(",")))

    def citing(self) -> Tree:
        """Such as "Reuters, citing an official, reported that …", "CNN reported, quoting two officials, that …"."""
        verb = self.rng.choice(["cite", "cite", "quote"])
        text, feats = verb_form(verb, "ing", False)
        source = self.actors.officials() if self.nouns.chance(0.75) else self.clauses.names.outlet()
        inner = word(text, "VERB", "advcl", feats, verb).after(source.to("obj"))
        outlet = self.clauses.names.outlet() if self.nouns.chance(0.8) else self.clauses.names.body()
        verb = self.nouns.pick("report_verbs")
        content = self.content().to("ccomp")
        if self.nouns.chance(0.75):
            content = content.before(word("that", "SCONJ", "mark"))
        roll = self.rng.random()
        if roll < 0.4:
            subject = outlet.after(punct(","))
            head = self.saying(subject, verb)
            subject_at = next(i for i, child in enumerate(head.left) if child.dep == "nsubj")
            left = (*head.left[: subject_at + 1], inner.after(punct(",")), *head.left[subject_at + 1 :])
            return self.when(replace(head, left=left)).after(content)
        head = self.when(self.saying(outlet, verb))
        if roll < 0.75:
            return head.after(inner.before(punct(",")), *([punct(",")] if self.nouns.chance(0.9) else []), content)
        return self.saying(outlet, verb).before(content_only(content).after(punct(","))).after(inner.before(punct(",")))

    def adding(self) -> Tree:
        """Such as "…, X said, adding that …"."""
        verb = self.rng.choice(["add", "say", "warn", "note", "stress", "claim"])
        text, feats = verb_form(verb, "ing", False)
        more = word(text, "VERB", "advcl", feats, verb).before(punct(",")).after(with_that(self.content(0)))
        if self.nouns.chance(0.6):
            return self.saying(self.speaker(), "say").before(self.content(0).to("ccomp").after(punct(","))).after(more)
        return self.clauses.clause(1, self.clauses.subject(0), adjuncts=0.3).after(more)

    def inserted(self) -> Tree:
        """Such as "The attack, X said, killed …"."""
        content = self.content(0)
        place = next((i for i, child in enumerate(content.left) if child.dep.startswith("nsubj")), None)
        if place is None:
            return content
        inserted = self.saying(self.speaker(), "say").to("parataxis").before(punct(",")).after(punct(","))
        return replace(content, left=(*content.left[: place + 1], inserted, *content.left[place + 1 :]))

    def passive(self) -> Tree:
        """Such as "X is said to have struck Y", "It was reported that …"."""
        verb = self.rng.choice(["say", "report", "believe", "think", "allege"])
        if self.nouns.chance(0.5):
            subject = self.clauses.subject(0)
            front, head = verb_group(self.rng, verb, self.rng.choice(["present", "past"]), subject.many, True)
            form = self.rng.choice(["to-have", "infinitive"])
            inner = self.clauses.clause(0, None, form, adjuncts=0.4, passive=False)
            return head.near(subject.to("nsubj:pass"), *front).after(inner.to("xcomp"))
        it = word("it", "PRON", "expl", "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs")
        front, head = verb_group(self.rng, verb, "past", False, True)
        return head.near(it.to("nsubj:pass"), *front).after(with_that(self.content()))


def with_that(clause: Tree) -> Tree:
    """A clause as complement, with "that"."""
    return clause.to("ccomp").before(word("that", "SCONJ", "mark"))


def content_only(clause: Tree) -> Tree:
    """A clause without "that"."""
    return replace(clause, left=tuple(child for child in clause.left if child.dep != "mark"))
