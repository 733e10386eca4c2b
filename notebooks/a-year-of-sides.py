# %% [markdown]
# # A year of events: friends, enemies and sides
#
# `samples/made-up-year.tab` holds a year of events between eight made-up states, in the layout of ICEWS's quadruples. In
# the summer one of them changes sides. Read it as you would read the real thing, and see whether the graph tells.

# %%
import dataclasses
import datetime
import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import graph

project = Path(graph.__file__).parents[1]
events = project / "notebooks" / "samples" / "made-up-year.tab"
subprocess.run([sys.executable, str(project / "rapport.py"), "ingest", "icews", str(events), "--quiet"], check=True)
store = graph.connect()

# %% [markdown]
# ## Who stands with whom
#
# The mean valence of what joins two actors, from -10 (most hostile) to +10 (most friendly).

# %%
from queries.sides.balance import balance
from queries.view import seen_types

year = balance(store, seen_types())
names = year.names
net = pd.DataFrame(
    [(names[pair.one], names[pair.other], pair.net) for pair in year.pairs], columns=["one", "other", "net"]
)
square = pd.concat([net, net.rename(columns={"one": "other", "other": "one"})]).pivot(
    index="one", columns="other", values="net"
)
figure, axes = plt.subplots(figsize=(6, 5))
image = axes.imshow(square, cmap="RdBu", vmin=-10, vmax=10)
axes.set_xticks(range(len(square)), square.columns, rotation=45)
axes.set_yticks(range(len(square)), square.index)
axes.set_title("Net valence of each pair")
figure.colorbar(image)

# %% [markdown]
# ## Sides
#
# The split that the fewest pairs contradict. `exact` says whether it is proven that none does better.

# %%
for split in year.sides:
    for side in split.sides:
        print(", ".join(names[actor] for actor in side))
print(f"contradicted by {year.frustration} of {len(year.pairs)} pairs; exact: {year.exact}")
print(f"{year.balance:.0%} of the triads are balanced: {year.triads}")

# %% [markdown]
# ## Month by month
#
# How balanced the graph is in each month, and on which side Drenia stands.

# %%
months = []
for month in range(1, 13):
    first = datetime.date(2019, month, 1)
    last = datetime.date(2019 + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    window = dataclasses.replace(seen_types(), since=first, until=last)
    found = balance(store, window)
    with_east = [
        pair.net
        for pair in found.pairs
        if {found.names[pair.one], found.names[pair.other]} & {"Drenia"}
        and {found.names[pair.one], found.names[pair.other]} & {"Arland", "Belmark", "Corvia"}
    ]
    months.append((first, found.balance, sum(with_east) / len(with_east) if with_east else None))
course = pd.DataFrame(months, columns=["month", "balance", "Drenia with Arland, Belmark and Corvia"]).set_index("month")
course.plot(subplots=True, figsize=(7, 5), title="A year", marker="o")
course

# %% [markdown]
# ## Enemies in common
#
# Who has enemies in common and no relation yet, in the first quarter?

# %%
quarter = balance(store, dataclasses.replace(seen_types(), until=datetime.date(2019, 3, 31)))
[
    (quarter.names[common.one], quarter.names[common.other], [quarter.names[enemy] for enemy in common.enemies])
    for common in quarter.common_enemies
]

# %%
store.close()
