# %% [markdown]
# # The autumn of 2024 in paths, disputes and time
#
# Eight short reports, told in our own words, go into the graph. Then we ask: how are two actors joined, who says so, who
# says otherwise, and what was known on which day?

# %%
import dataclasses
import datetime
from pathlib import Path

import pandas as pd

import graph
from graph.gazetteer import load
from ingest.article_files import read_file
from ingest.articles import read
from ingest.frame_extractor import FrameExtractor

reports = sorted((Path(graph.__file__).parents[1] / "ingest" / "samples").glob("*.txt"))
extractor, gazetteer = FrameExtractor(), load()
store = graph.connect()
store.write(read(read_file(path), extractor, gazetteer).record for path in reports)

# %% [markdown]
# ## Paths
#
# A path is a row of actors. Each hop shows its best supported relation, in the words of a report.

# %%
from queries.paths import find_paths, traversable
from queries.pathfinding.walk import Rank, Walk

for path in find_paths(store, "USA", "hezbollah", traversable(), Walk(paths=2)):
    for hop in path.hops:
        print(f"{hop.start_name} {hop.phrase} {hop.goal_name}: “{hop.quote}” ({hop.outlet})")
    print()

# %% [markdown]
# Does the path survive if TASS is wrong? What is the path whose weakest hop rests on the most origins?

# %%
without = dataclasses.replace(traversable(), without=("tass",))
for path in find_paths(store, "USA", "hezbollah", without, Walk(paths=1)):
    print([(hop.start_name, hop.phrase, hop.goal_name, hop.outlet) for hop in path.hops])
for path in find_paths(store, "USA", "hezbollah", traversable(), Walk(paths=1, rank=Rank.SUPPORT)):
    print([(hop.start_name, hop.phrase, hop.goal_name, hop.origins) for hop in path.hops])

# %% [markdown]
# ## Who says so
#
# From the origin outwards: who heard it, and who cites that.

# %%
from queries.sources import lines, sources
from queries.view import seen_types

print("\n".join(lines(sources(store, seen_types(), pair=("USA", "ISR")).speakers)))

# %% [markdown]
# ## Disputes
#
# Asserted beside denied, and differing figures beside each other. Nothing is resolved.

# %%
from queries.disputes import disputes

rows = pd.DataFrame([row.model_dump() for row in disputes(store, seen_types())])
rows[["dispute", "over", "subject", "type", "object", "says", "side", "outlet", "quote"]]

# %% [markdown]
# ## Time
#
# What had been reported by the first day of October, and what came to be known in the week after?

# %%
from queries.diff import diff
from queries.timeline import timeline

known = dataclasses.replace(seen_types(), known_at=datetime.date(2024, 10, 1))
print(len(timeline(store, "ISR", "hezbollah", known)), "relations were known on 1 October,")
print(len(timeline(store, "ISR", "hezbollah", seen_types())), "are known today")
changes = diff(store, seen_types(), datetime.date(2024, 10, 1), datetime.date(2024, 10, 8), reported=True)
pd.DataFrame([row.model_dump(include={"change", "subject", "type", "object", "what"}) for row in changes])

# %%
store.close()
