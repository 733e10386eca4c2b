"""Names that are a part of a longer one: "the Syrian ARAB COALITION", "Jessica SULLIVAN", "Abu Jandal al-KUWAITI"."""

from __future__ import annotations

import itertools
from difflib import SequenceMatcher

from graph.actors import ActorKind, actor_id
from graph.forms import FormKind, normalised
from graph.gazetteer import Gazetteer
from ingest.hyphened_names import with_hyphens
from ingest.language import english
from ingest.name import Name
from ingest.noun_phrases import is_generic
from ingest.tokens import Doc
from ingest.tree import HYPHENS, is_plural

SHORTEST = 3
"""How many letters two spellings of one first name open with, at least; as many has a short form ("Ben")."""

ALIKE = 0.7
"""How alike two spellings of one first name are, from 0 to 1 ("Yasser", "Yasir": .73; "Bassel", "Bashar": .5)."""

SINGLE = frozenset({FormKind.SURNAME, FormKind.DEMONYM, FormKind.METONYM})
"""Forms that can be the last part of a longer name: "Abu Jandal al-KUWAITI", "Mocimboa da PRAIA"."""

BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ALLIANCE, ActorKind.ORGANISATION})
"""Bodies with branches that are named for them."""


class LongerNames:
    """Joins the parts of longer names.

    Args:
        gazetteer: the known actors.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def told_apart(self, doc: Doc, found: list[Name]) -> list[Name]:
        """Join a people's name to that of a body which another has too: "the NIGERIAN Senate", "Argentina's Senate"."""
        kept: list[Name] = []
        for name, behind in itertools.zip_longest(found, found[1:]):
            before = kept[-1] if kept else name
            follows = before.end == name.start and before.kind is FormKind.DEMONYM
            if self._are_people_of(before, name, doc) or (follows and self._is_of_another(before, name, doc)):
                kept.pop()
                text = doc[before.start : name.end].text
                kept.append(Name(before.start, name.end, actor_id(text), text, None, before.actor))
            elif _owns(before, name, doc) and self._is_of_another(before, name, doc):
                text = f"{self._demonym(before)} {name.text}"
                kept.append(Name(name.start, name.end, actor_id(text), text, None, before.actor))
            elif behind is not None and _is_of(name, behind, doc) and self._is_of_another(behind, name, doc):
                text = f"{self._demonym(behind)} {name.text}"
                kept.append(Name(name.start, name.end, actor_id(text), text, None, behind.actor))
            else:
                kept.append(name)
        return kept

    def _are_people_of(self, land: Name, people: Name, doc: Doc) -> bool:
        """Whether people of one state's name live in another: "KOSOVO SERBS", "the SERBIAN ALBANIANS"."""
        if people.kind is not FormKind.DEMONYM or land.end != people.start or land.actor == people.actor:
            return False
        last, whole = doc[people.end - 1], doc[land.end - 1]
        if land.kind is None or whole.head is not last or not is_plural(last) or last.pos_ not in {"NOUN", "PROPN"}:
            return False
        return all(self._gazetteer.entries[name.actor].kind is ActorKind.STATE for name in (land, people))

    def _is_of_another(self, people: Name, name: Name, doc: Doc) -> bool:
        """Whether many bodies are named as this one is, and the people before it are not its own."""
        if name.kind not in {FormKind.NAME, FormKind.ALIAS}:
            return False
        words = doc[name.start : name.end]
        owner, body = self._gazetteer.entries[people.actor], self._gazetteer.entries[name.actor]
        # "the Nigerian HOUSE OF Representatives"
        of = len(words) > 1 and words[1].lower_ == "of" and is_generic(words[0])
        shared = is_generic(words[-1]) or of or body.kind is ActorKind.PARTY
        if (
            not shared
            or not all(w.text[:1].isupper() or w.text == "of" for w in words)
            or owner.kind is not ActorKind.STATE
        ):
            return False
        alone = len(words) == 1 and body.kind not in {ActorKind.PARTY, ActorKind.BODY}
        return not alone and body.state != people.actor

    def _demonym(self, state: Name) -> str:
        """What the people of a state are called; its name where the gazetteer has no word for them."""
        return next(iter(self._gazetteer.entries[state.actor].demonyms), state.text)

    def with_articles(self, doc: Doc, unknown: list[Name], found: list[Name]) -> list[Name]:
        """Join what an article within a name parts: "Ibrahim AL-JAAFARI", "Abu Jandal AL-KUWAITI"."""
        starts = {name.start: name for name in (*found, *unknown)}
        joined: list[Name] = []
        for name in sorted(unknown, key=lambda name: name.start):
            if starts.get(name.start) is not name:
                continue
            end = name.end
            while (more := _behind_article(doc, end)) and (last := starts.get(more) or starts.get(end)) is not None:
                if last.kind is not None and (last.kind not in SINGLE or self._is_person_named_so(last, doc, name)):
                    break
                for part in {id(starts[at]): starts[at] for at in (end, more) if at in starts}.values():
                    starts.pop(part.start)
                    if part in found:
                        found.remove(part)
                end = last.end
            text = doc[name.start : end].text
            joined.append(Name(name.start, end, actor_id(text), text, None) if end != name.end else name)
        whole = (_with_article_before(doc, name, joined) for name in joined)
        return with_hyphens(doc, [name for name in whole if name is not None])

    def without_namesakes(self, doc: Doc, found: list[Name], unknown: list[Name]) -> list[Name]:
        """Join what is part of a longer name that nobody knows: "Jessica SULLIVAN", "Michael JORDAN", "CHAD Miller"."""
        kept = list(unknown)
        for name in found:
            if name.kind is None:
                kept.append(name)
                continue
            goes_on = _is_flat(doc, name.start) or (name.kind is FormKind.SURNAME and _is_first(doc, name.start - 1))
            before = next((u for u in kept if u.end == name.start), None) if goes_on else None
            after = next((u for u in kept if u.start == name.end), None) if _is_flat(doc, name.end) else None
            state = self._gazetteer.actor(name.actor).kind is ActorKind.STATE
            joins = name.kind is FormKind.SURNAME or (state and name.end - name.start == 1)
            others = [other for other in (before, after) if other is not None]
            if others and joins and not self._is_person_named_so(name, doc, before):
                kept = [other for other in kept if other not in others]
                start, end = min(part.start for part in (name, *others)), max(part.end for part in (name, *others))
                text = doc[start:end].text
                body = state and after is not None and is_generic(doc[end - 1])
                kept.append(Name(start, end, actor_id(text), text, None, name.actor if body else None))
            elif before is not None and self._is_person_named_so(name, doc, before):
                # "ATAL BEHARI Vajpayee"
                kept.remove(before)
                text = doc[before.start : name.end].text
                kept.append(Name(before.start, name.end, name.actor, text, name.kind))
            else:
                kept.append(name)
        return kept

    def with_letters(self, doc: Doc, named: list[Name]) -> list[Name]:
        """Join to a body's name what letters in brackets have as well: "ISLAMIC STATE East Asia (ISEA)"."""
        kept: list[Name] = []
        for name in named:
            end = name.end
            while end < len(doc) and doc[end].text.istitle():
                end += 1
            letters = [t.text for t in doc.tokens[end : end + 3]]
            words = doc.tokens[name.start : end]
            short = "".join(word.text[0] for word in words if word.text[:1].isupper())
            body = name.kind is not None and self._gazetteer.actor(name.actor).kind in BODIES
            if body and end > name.end and letters == ["(", short, ")"]:
                text = doc[name.start : end].text
                name = Name(name.start, end, actor_id(text), text, None)
            if not kept or kept[-1].end <= name.start:
                kept.append(name)
        return kept

    def _is_person_named_so(self, name: Name, doc: Doc, before: Name | None) -> bool:
        """Whether a first name before a surname is the person's own, in another spelling."""
        if before is None or name.kind is not FormKind.SURNAME:
            return False
        own = normalised(self._gazetteer.actor(name.actor).name).split(" ")[0]
        first = normalised(doc[before.start].text)
        # "Mohamed" is Mohammed and "Ben" Benjamin, but "Bassel" al-Assad is not Bashar.
        short = len(first) >= SHORTEST and own.startswith(first)
        return short or (own[:SHORTEST] == first[:SHORTEST] and SequenceMatcher(None, own, first).ratio() > ALIKE)


def _owns(state: Name, name: Name, doc: Doc) -> bool:
    """Whether a name stands before another as its owner: "ARGENTINA'S Senate"."""
    return state.end + 1 == name.start and doc[state.end].lower_ in {"'s", "’s", "'", "’"}


def _is_of(name: Name, state: Name, doc: Doc) -> bool:
    """Whether it is told behind a name whose it is: "the Senate OF ARGENTINA"."""
    between = [word.lower_ for word in doc[name.end : state.start]]
    return between in (["of"], ["of", "the"])


def _with_article_before(doc: Doc, name: Name, others: list[Name]) -> Name | None:
    """A name with the article that a hyphen joins to it: "the AL-Zubara clan"; None for an article alone."""
    article = english().syntax.name_articles
    if name.end < len(doc) and doc[name.end].text in HYPHENS and name.text.lower() in article:
        return None
    opens = name.start - 2
    if opens < doc[name.start].sent.start or doc[name.start - 1].text not in HYPHENS:
        return name
    if doc[opens].lower_ not in article:
        return name
    if any(other.start <= opens < other.end and other.start < opens for other in others):
        return name
    text = doc[opens : name.end].text
    return Name(opens, name.end, actor_id(text), text, name.kind, name.state)


def _is_flat(doc: Doc, at: int) -> bool:
    """Whether a word goes on with the name before it."""
    return at < len(doc.tokens) and doc.tokens[at].dep_ == "flat"


def _is_first(doc: Doc, at: int) -> bool:
    """Whether a word is the first of a name that goes on behind it: "BASSEL al-Assad"."""
    return at >= 0 and doc[at].dep_ == "compound" and doc[at].head.i == at + 1


def _behind_article(doc: Doc, at: int) -> int | None:
    """Where a name goes on behind the articles at ``at``: "AL-Jaafari"; None where none stand there."""
    step = at
    if 0 < at < len(doc) and doc[at].text in HYPHENS and doc[at - 1].lower_ in english().syntax.name_articles:
        step += 1
    while step < len(doc) and doc[step].lower_ in english().syntax.name_articles:
        step += 1
        if step < len(doc) and doc[step].text in HYPHENS:
            step += 1
    goes_on = at < step < len(doc) and doc[step].text[:1].isupper() and doc[step].sent == doc[at].sent
    return step if goes_on else None
