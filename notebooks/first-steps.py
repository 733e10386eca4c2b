# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#       jupytext_version: 1.19.6
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # First steps with Rapport
#
# Read a report, write what it says to the graph, and ask. The local Neo4j starts by itself; with `NEO4J_URI` set, that server is used.

# %%
import datetime

import graph
from graph.gazetteer import load
from ingest.article_files import Article
from ingest.articles import read
from ingest.frame_extractor import FrameExtractor

# %% [markdown]
# ## From a text to claims
#
# A claim says that a subject did something to an object, when, how sure, in which words, and on whose word.

# %%
article = Article(
    text=(
        "Israel struck Hezbollah positions in Lebanon on Monday, two US officials told Axios. "
        "Hezbollah vowed to attack Israel. Iran denied arming Hezbollah."
    ),
    outlet="Axios",
    published=datetime.date(2024, 10, 8),
)
found = read(article, FrameExtractor(), load())
for claim in found.record.claims:
    print(claim.subject.actor, claim.type, claim.object and claim.object.actor, claim.when.on, claim.modality.value)

# %% [markdown]
# ## Into the graph
#
# Only what is asserted draws an edge: the vow and the denial are kept as claims.

# %%
with graph.connect() as g:
    print(g.write(found.record))
    edges = g.cypher(
        "MATCH (a:Actor)-[r]->(b:Actor) RETURN a.name AS subject, type(r) AS type, b.name AS object, r.on AS on, r.origins AS origins"
    )
edges

# %% [markdown]
# ## As a data frame, and as a networkx graph

# %%
with graph.connect() as g:
    frame = g.to_pandas(
        "MATCH (c:Claim)-[:MADE_IN]->(p:Report) RETURN c.quote AS quote, c.type AS type, c.modality AS modality, p.title AS report"
    )
    drawn = g.to_networkx()
print(drawn.number_of_nodes(), "actors,", drawn.number_of_edges(), "relations")
frame

# %% [markdown]
# ## As a page
#
# In a frame of its own, with the claims behind every line. `rapport show` writes the same into a file.

# %%
from queries.notebook import show

with graph.connect() as g:
    page = show(g)
page
