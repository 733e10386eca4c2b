// title: Friends of an actor
// answers: Who an actor has friendly relations with, and how friendly they are on the whole.
// parameters:
//   actor: {type: actor, about: whose}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param actor=Iran

MATCH (a:Actor {id: $actor})-[r]-(other:Actor)
WHERE r.valence > 0
WITH a AS s, r, other AS o
WITH s, r, o, coalesce(r.until, CASE WHEN type(r) IN $lasting THEN null ELSE r.on END)
     + duration(CASE r.precision WHEN 'year' THEN 'P1Y' WHEN 'month' THEN 'P1M' ELSE 'P1D' END) AS after
WHERE ($since IS NULL AND $until IS NULL)
   OR ((r.on IS NOT NULL OR r.until IS NOT NULL)
       AND ($since IS NULL OR after IS NULL OR after > $since)
       AND ($until IS NULL OR r.on IS NULL OR r.on <= $until))
WITH o, count(r) AS relations, sum(r.origins) AS origins, sum(r.valence) AS valence, max(r.on) AS last,
     collect(DISTINCT type(r)) AS types
RETURN o.name AS actor, relations, valence, COLLECT { UNWIND types AS name RETURN name ORDER BY name } AS types,
       origins, last, o.id AS id
ORDER BY valence DESC, relations DESC, id
LIMIT $limit
