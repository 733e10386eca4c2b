"""Days in a text: "October 1", "on Tuesday", "last week", "in September", read from the day that the report bears."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from graph.days import Precision, When, between
from ingest.tokens import Doc, Token
from ingest.tree import children

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

MONTH = (
    r"(?:(?=[JFMASOND])(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?!\s[A-Z][a-z])))"
)
"""A month; "Jan" before another name is a person's."""

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a|an|one)"
UNIT = r"(?:day|week|month|year)s?"
YEAR = r"(?:19|20)\d\d"
OPENING = r"[\dADEFJLMNOPSTWYaefilnopsty]"
"""What an expression can begin with: most words begin otherwise, and are passed over at once."""

EXPRESSION = re.compile(
    rf"""\b(?={OPENING})(?:
      {MONTH}\s\d{{1,2}}\s?(?:-|–|to|until)\s?(?:{MONTH}\s)?\d{{1,2}}(?:,?\s{YEAR})?(?!\d)
    | \d{{1,2}}\s?(?:-|–|to)\s?\d{{1,2}}\s{MONTH}(?:,?\s{YEAR})?
    | {MONTH}(?:\s\d{{1,2}})?\s(?:of\s)?(?:last|this|next)\syear
    | {MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{YEAR})?(?![\d,]\d)
    | \d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?
    | {YEAR}-\d\d-\d\d
    | (?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)\s)?{WEEKDAY}
    | (?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)\s(?:week|month|year|night|weekend)
    | (?i:{NUMBER})\s{UNIT}\sago
    | [Yy]esterday | [Tt]oday | [Tt]onight | [Tt]omorrow
    | {MONTH}(?:,?\s(?:of\s)?{YEAR})?(?!\w)
    | (?<=\bin\s){YEAR} | (?<=\bsince\s){YEAR}
    )""",
    re.VERBOSE,
)
"""English expressions for a day, a month or a year. "May" and "March" need the capital that the pattern asks for."""

INTERVAL = re.compile(
    rf"(?P<month>{MONTH})\s(?P<first>\d+)\s?(?:-|–|to|until)\s?(?:(?P<other>{MONTH})\s)?(?P<last>\d+)(?P<year>,?\s{YEAR})?"
)
REVERSED_INTERVAL = re.compile(
    rf"(?P<first>\d+)\s?(?:-|–|to)\s?(?P<last>\d+)\s(?P<month>{MONTH})(?P<other>)(?P<year>,?\s{YEAR})?"
)

YEARS = re.compile(rf"(?P<day>{MONTH}(?:\s\d+)?)\s(?:of\s)?(?P<which>last|this|next)\syear")

UNDATED = When()

WHOLE_WEEK = datetime.timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Dated:
    """One expression.

    Attributes:
        head: index of the token on which it hangs in the tree.
        text: the words.
        since: whether it only says since when.
    """

    head: int
    text: str
    since: bool


class Dates:
    """The days told in one passage.

    Args:
        doc: the parsed passage.
        published: the day that the report bears; without it, only days with a year are read.
    """

    def __init__(self, doc: Doc, published: datetime.date | None) -> None:
        self._published = published
        self._doc = doc

    @cached_property
    def _expressions(self) -> list[Dated]:
        return list(_expressions(self._doc))

    def of(self, predicate: Token, *, future: bool = False) -> When:
        """When that happened which ``predicate`` says, told in its own clause or in the one that carries it.

        Args:
            predicate: the verb or noun.
            future: True where it is yet to come, so that "Tuesday" is the next one.
        """
        step = predicate
        while True:
            for dated in self._expressions:
                if _hangs_on(step.doc[dated.head], step, predicate):
                    when = read(dated.text, self._published, future=future)
                    if when is not None:
                        return self._until_now(when) if dated.since else when
            # "agreed IN JUNE to send them": they are sent later.
            agreed = future and step.dep_ == "xcomp" and "Fin" in step.head.morph.get("VerbForm", [])
            if (agreed and "Past" in step.head.morph.get("Tense", [])) or not _shares_its_day(step):
                return UNDATED
            step = step.head

    def _until_now(self, when: When) -> When:
        """Some day since then: "the fourth raid SINCE MONDAY" need not have been on Monday."""
        if when.on is None or when.until is not None or self._published is None or when.on >= self._published:
            return when
        return between((when.on, when.precision), (self._published, Precision.DAY))


def _expressions(doc: Doc) -> Iterator[Dated]:
    for match in EXPRESSION.finditer(doc.text):
        span = doc.covering(match.start(), match.end())
        if span is None or (match.group() == "May" and span[0].pos_ == "AUX"):
            continue
        inside = {token.i for token in span}
        head = next((token for token in span if token.head.i not in inside or token.head.i == token.i), span.root)
        since = any(child.lower_ == "since" for child in children(head, "case"))
        yield Dated(head.i, match.group(), since)


def _hangs_on(head: Token, clause: Token, predicate: Token) -> bool:
    """Whether a date belongs to ``clause``: no other verb or deed stands between."""
    step = head
    for _ in range(6):
        if step.i == clause.i:
            return True
        if step.head.i == step.i or (step.i != head.i and step.pos_ == "VERB"):
            return False
        if step.dep_ in {"acl", "acl:relcl", "ccomp", "xcomp", "advcl", "parataxis"}:
            return False
        if step.dep_ == "appos" and step.i != predicate.i:
            return False
        step = step.head
    return False


def _shares_its_day(step: Token) -> bool:
    """Whether what carries ``step`` happens on the same day: "On October 1, Iran LAUNCHED an ATTACK and hit a base"."""
    if step.head.i == step.i:
        return False
    if step.dep_ in {"obj", "obl", "nmod", "conj", "nsubj:pass", "nsubj", "compound"}:
        return step.dep_ != "obl" or step.head.pos_ in {"VERB", "NOUN"}
    return step.dep_ == "xcomp"


@lru_cache(maxsize=10_000)
def read(text: str, published: datetime.date | None, *, future: bool = False) -> When | None:
    """What an expression means in a report of that day; None where it cannot be told.

    A bare weekday that is the report's own is that day, as news agencies write; any other is the last one, or the next
    one where the deed is yet to come. A week is an interval of seven days from Monday.
    """
    if published is None and not re.search(YEAR, text):
        return None
    day = published or datetime.date(2000, 1, 1)
    interval = INTERVAL.fullmatch(text) or REVERSED_INTERVAL.fullmatch(text)
    if interval:
        month, first, other, last, year = (interval[key] or "" for key in ("month", "first", "other", "last", "year"))
        start = read(f"{month} {first}{year}", published, future=future)
        end = read(f"{other or month} {last}{year}", published, future=future)
        return When(on=start.on, until=end.on) if start and end and start.on and end.on and start.on < end.on else None
    if told := YEARS.fullmatch(text):
        text = f"{told['day']} {day.year + {'last': -1, 'this': 0, 'next': 1}[told['which']]}"
    text = text[0].lower() + text[1:] if not re.match(rf"{MONTH}|{WEEKDAY}", text) else text
    if text == f"{day:%A}":
        return When(on=day)
    cleaned = re.sub(r"^(?:this|past)\s", "", text) if re.search(WEEKDAY, text) else text.replace("past ", "last ")
    cleaned = cleaned.replace(" night", " day").replace("last day", "yesterday").replace("this weekend", "this week")
    data = _parser(day, future).get_date_data(cleaned)
    if data.date_obj is None:
        return None
    found = data.date_obj.date()
    if data.period == "week":
        monday = found - datetime.timedelta(days=found.weekday())
        return When(on=monday, until=monday + WHOLE_WEEK)
    if data.period == "month":
        return When(on=found.replace(day=1), precision=Precision.MONTH)
    if data.period == "year":
        return When(on=found.replace(month=1, day=1), precision=Precision.YEAR)
    return When(on=found)


@lru_cache(maxsize=256)
def _parser(day: datetime.date, future: bool) -> DateDataParser:
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.datetime.combine(day, datetime.time()),
            "PREFER_DATES_FROM": "future" if future else "past",
            "PREFER_DAY_OF_MONTH": "first",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
