// title: Relations between two actors
// answers: Everything that two actors are reported to do to each other or be to each other, the newest first.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   type: {type: relation-type, default: null, about: only relations of this type}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 200, about: how many rows at most}
// example: --param actor=Israel --param other=Iran

MATCH (:Actor {id: $actor})-[r]-(:Actor {id: $other})
WHERE r.id IS NOT NULL AND ($type IS NULL OR type(r) = $type)
WITH startNode(r) AS s, r, endNode(r) AS o
WITH s, r, o, coalesce(r.until, CASE WHEN type(r) IN $lasting THEN null ELSE r.on END)
     + duration(CASE r.precision WHEN 'year' THEN 'P1Y' WHEN 'month' THEN 'P1M' ELSE 'P1D' END) AS after
WHERE ($since IS NULL AND $until IS NULL)
   OR ((r.on IS NOT NULL OR r.until IS NOT NULL)
       AND ($since IS NULL OR after IS NULL OR after > $since)
       AND ($until IS NULL OR r.on IS NULL OR r.on <= $until))
RETURN r.on AS on, r.until AS until, s.name AS subject, type(r) AS relation, o.name AS object,
       r.claims AS claims, r.reports AS reports, r.origins AS origins, r.disputed AS disputed, r.id AS id
ORDER BY coalesce(r.on, r.last_reported, date('0001-01-01')) DESC, type(r), r.id
LIMIT $limit
