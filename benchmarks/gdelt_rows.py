"""Rows in the layout of GDELT 2.0's events, made by a seeded generator, for runs of any length.

Usage: ``python -m benchmarks.gdelt_rows ROWS FILE [SEED]``

Who meets whom follows the shape of the real data: few actors stand in most rows (a share that falls with their rank),
an article tells four or five events, and a file of a quarter of an hour has some two thousand rows.
"""

from __future__ import annotations

import datetime
import itertools
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from graph.gazetteer import load
from graph.vocabulary import vocabulary

ROWS_A_DAY = 200_000
EVENTS_OF_AN_ARTICLE = 4.6
SITES = 3_000
FIRST_DAY = datetime.date(2019, 1, 1)
ROLES = ("GOV", "MIL", "COP", "OPP", "CVL", "MED", "BUS", "LEG", "REB", "JUD")


def rows(count: int, seed: int = 1) -> Iterator[str]:
    """Rows, without line breaks."""
    chance = random.Random(seed)
    states = sorted(entry.id for entry in load().entries.values() if entry.kind == "state" and len(entry.id) == 3)
    chance.shuffle(states)
    actors = [*(_actor(state, state) for state in states)]
    actors += [_actor(state + role, state, role) for role in ROLES for state in states]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(actors))))
    codes = sorted(code for kind in vocabulary().types.values() for code in kind.cameo if len(code) == 3)
    article = 0
    for number in range(count):
        day = FIRST_DAY + datetime.timedelta(days=number // ROWS_A_DAY)
        if chance.random() < 1 / EVENTS_OF_AN_ARTICLE:
            article = number
        site = hash_of(article) % SITES
        subject, target = chance.choices(actors, cum_weights=weights, k=2)
        code = chance.choice(codes)
        stamp = day.strftime("%Y%m%d")
        head = f"{800_000_000 + number}\t{stamp}\t{stamp[:6]}\t{stamp[:4]}\t{stamp[:4]}.5"
        event = f"1\t{code}\t{code}\t{code[:2]}\t1\t{chance.randint(-100, 100) / 10}\t3\t1\t3\t-1.25"
        place = "1\tSomewhere\tUS\tUS\t\t38\t-97\tUS"
        url = f"https://www.site{site}.com/news/{article}"
        yield f"{head}\t{subject}\t{target}\t{event}\t{place}\t{place}\t{place}\t{stamp}120000\t{url}"


def hash_of(number: int) -> int:
    """A number that looks like chance and is the same for the same number."""
    return (number * 2_654_435_761) & 0xFFFFFFFF


def _actor(code: str, state: str, role: str = "") -> str:
    return "\t".join([code, f"NAME OF {code}", state, "", "", "", "", role, "", ""])


def write(path: Path, count: int, seed: int = 1) -> None:
    """Write a file of rows."""
    with path.open("w", encoding="utf8") as file:
        for row in rows(count, seed):
            file.write(row + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
