// title: Most connected actors
// answers: The actors that are in relations with the most others, and how many of these are friendly and hostile.
// parameters:
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 20, about: how many rows at most}
// example: --param limit=10

MATCH (s:Actor)-[r]->(o:Actor)
WHERE rapport.seen(r)
UNWIND [[s, o], [o, s]] AS pair
WITH pair[0] AS a, pair[1] AS b, r
WITH rapport.id(a) AS id, rapport.name(a) AS actor, min(a.kind) AS kind, rapport.id(b) AS other, count(r) AS relations,
     count(CASE WHEN r.valence > 0 THEN 1 END) AS friendly, count(CASE WHEN r.valence < 0 THEN 1 END) AS hostile
RETURN actor, min(kind) AS kind, count(other) AS others, sum(relations) AS relations, sum(friendly) AS friendly,
       sum(hostile) AS hostile, id
ORDER BY others DESC, relations DESC, id
LIMIT $limit
