"""Quotations: "We will not yield," X said; X said: "We will not yield."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inflection import verb_form
from trees import Tree, punct, word

if TYPE_CHECKING:
    from speech import Speech


class Quotations:
    """Composes quotations.

    Args:
        speech: composes who says it and what is said.
    """

    def __init__(self, speech: Speech) -> None:
        self.speech, self.clauses, self.nouns, self.rng = speech, speech.clauses, speech.nouns, speech.rng

    def in_quotes(self, tree: Tree, sign: str = ",") -> Tree:
        """A clause between quotation marks, with the sign before the closing one."""
        return tree.before(punct('"', "r")).after(punct(sign), punct('"', "l"))

    def quoted(self) -> Tree:
        """Such as "We will …," X said"; half of the quotations speak in the first person."""
        content = self.in_quotes(self.first_person() if self.nouns.chance(0.5) else self.speech.content()).to("ccomp")
        speaker = self.speech.speaker()
        if self.nouns.chance(0.25) and speaker.upos != "PRON":
            head = said(speaker).before(content)
        else:
            head = self.speech.when(self.speech.saying(speaker), 0.3).before(content)
        if self.nouns.chance(0.12):
            head = head.after(punct("."), replace(self.in_quotes(self.first_person(), "."), dep="parataxis"))
        return head

    def first_person(self) -> Tree:
        """Such as "We will not surrender to threats"."""
        pronoun = self.rng.choice(["we", "we", "we", "I", "they"])
        feats = {
            "we": "Case=Nom|Number=Plur|Person=1|PronType=Prs",
            "I": "Case=Nom|Number=Sing|Person=1|PronType=Prs",
            "they": "Case=Nom|Number=Plur|Person=3|PronType=Prs",
        }[pronoun]
        subject = replace(word(pronoun, "PRON", "nsubj", feats, pronoun), many=True)
        form = self.rng.choice(["future", "present", "modal", "past", "perfect", "negated"])
        clause = self.clauses.clause(self.rng.choice([0, 1]), subject, form, adjuncts=0.3, passive=False)
        if pronoun == "they":
            return clause
        person = "Person=1"
        number = "Number=Plur" if pronoun == "we" else "Number=Sing"
        left = tuple(
            replace(child, feats=child.feats.replace("Number=Plur|Person=3", f"{number}|{person}"))
            if child.dep in {"aux", "aux:pass", "cop"}
            else child
            for child in clause.left
        )
        if pronoun == "I":
            left = tuple(
                replace(child, form={"were": "was", "are": "am"}.get(child.form, child.form))
                if child.dep in {"aux", "aux:pass"}
                else child
                for child in left
            )
        return replace(clause, left=left, feats=clause.feats.replace("Number=Plur|Person=3", f"{number}|{person}"))

    def introduced(self) -> Tree:
        """Such as "X said: "We will …""."""
        content = self.first_person() if self.nouns.chance(0.6) else self.speech.content()
        content = (
            content.before(punct('"', "r"))
            .after(punct("."), punct('"', "l"))
            .before(punct(self.rng.choice([",", ":"])))
        )
        return self.speech.when(self.speech.saying(self.speech.speaker()), 0.15).after(replace(content, dep="ccomp"))


def said(speaker: Tree) -> Tree:
    """Such as "said X"."""
    text, feats = verb_form("say", "past", speaker.many)
    return word(text, "VERB", "root", feats, "say").after(speaker.to("nsubj"))
