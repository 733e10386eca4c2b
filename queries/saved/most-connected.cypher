// title: Most connected actors
// answers: The actors that are in relations with the most others, and how many of these are friendly and hostile.
// parameters:
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 20, about: how many rows at most}
// example: --param limit=10

MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.id IS NOT NULL
WITH s, r, o, coalesce(r.until, CASE WHEN type(r) IN $lasting THEN null ELSE r.on END)
     + duration(CASE r.precision WHEN 'year' THEN 'P1Y' WHEN 'month' THEN 'P1M' ELSE 'P1D' END) AS after
WHERE ($since IS NULL AND $until IS NULL)
   OR ((r.on IS NOT NULL OR r.until IS NOT NULL)
       AND ($since IS NULL OR after IS NULL OR after > $since)
       AND ($until IS NULL OR r.on IS NULL OR r.on <= $until))
UNWIND [[s, o], [o, s]] AS pair
WITH pair[0] AS actor, pair[1] AS other, r
RETURN actor.name AS actor, actor.kind AS kind, count(DISTINCT other) AS others, count(r) AS relations,
       count(CASE WHEN r.valence > 0 THEN 1 END) AS friendly,
       count(CASE WHEN r.valence < 0 THEN 1 END) AS hostile, actor.id AS id
ORDER BY others DESC, relations DESC, id
LIMIT $limit
