"""Many articles, read one after the other; one that cannot be read never stops the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from graph.actors import Actor
from graph.errors import RapportError
from graph.gazetteer import Gazetteer
from graph.reports import Report
from ingest.article_files import Article, read_source
from ingest.articles import ReadArticle, report_of
from ingest.extractor import Extractor, Reject

Source = tuple[str, Callable[[], Article]]
"""Where an article stands, and what opens it."""


def sources_of(files: Iterable[str], told: Article, encoding: str | None) -> Iterator[Source]:
    """The articles of files.

    Args:
        files: their names; ``-`` is standard input.
        told: what is told of all of them, in place of what the files say.
        encoding: of the files; found out where None.
    """
    for name in files:
        yield "standard input" if name == "-" else name, partial(_opened, name, encoding, told)


def _opened(name: str, encoding: str | None, told: Article) -> Article:
    return read_source(name, encoding).with_told(told)


def read_many(
    sources: Iterable[Source],
    extractor: Extractor,
    gazetteer: Gazetteer,
    *,
    new_outlet: bool = False,
    alone: bool = False,
) -> Iterator[ReadArticle | Reject]:
    """Each article with its claims, in their order, or why it could not be read.

    Args:
        sources: the articles; each is opened only when it is its turn.
        extractor: what finds the claims.
        gazetteer: the known outlets.
        new_outlet: whether an unknown outlet becomes a new one.
        alone: whether there is one article only, whose fault is an error and no reject.

    Raises:
        RapportError: with ``alone``, if the article cannot be read.
    """
    opened: deque[tuple[Report, Actor | None] | Reject] = deque()

    def texts() -> Iterator[tuple[str, Report]]:
        for place, open_it in sources:
            try:
                article = open_it()
                report, outlet = report_of(article, gazetteer, new_outlet=new_outlet)
            except RapportError as error:
                if alone:
                    raise
                opened.append(Reject(place, str(error)))
            else:
                opened.append((report, outlet))
                yield article.text, report

    for extraction in extractor.extract_all(texts()):
        while isinstance(reject := opened.popleft(), Reject):
            yield reject
        report, outlet = reject
        yield ReadArticle(extraction.record(report, outlet), extraction.rejects)
    yield from (reject for reject in opened if isinstance(reject, Reject))
