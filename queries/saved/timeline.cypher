// title: Timeline of a pair
// answers: What two actors are reported to have done to each other, in order of days, each with its surest quote.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 200, about: how many rows at most}
// example: --param actor=Israel --param other=Hezbollah --param since=2024-09-01

MATCH (:Actor {id: $actor})-[r]-(:Actor {id: $other})
WHERE r.on IS NOT NULL
WITH startNode(r) AS s, r, endNode(r) AS o
WITH s, r, o, coalesce(r.until, CASE WHEN type(r) IN $lasting THEN null ELSE r.on END)
     + duration(CASE r.precision WHEN 'year' THEN 'P1Y' WHEN 'month' THEN 'P1M' ELSE 'P1D' END) AS after
WHERE ($since IS NULL AND $until IS NULL)
   OR ((r.on IS NOT NULL OR r.until IS NOT NULL)
       AND ($since IS NULL OR after IS NULL OR after > $since)
       AND ($until IS NULL OR r.on IS NULL OR r.on <= $until))
WITH s, r, o ORDER BY r.on, type(r), r.id LIMIT $limit
OPTIONAL CALL (r) {
  MATCH (c:Claim {identity: r.identity})-[:MADE_IN]->(report:Report)
  WHERE c.asserts AND r.id IN c.relation
  RETURN c.quote AS quote, head([(report)-[:PUBLISHED_BY]->(outlet) | outlet.name]) AS outlet
  ORDER BY c.confidence DESC, COUNT { (c)-[:ATTRIBUTED_TO]->() } DESC, c.id LIMIT 1
}
RETURN r.on AS on, r.precision AS precision, s.name AS subject, type(r) AS relation, o.name AS object,
       r.disputed AS disputed, quote, outlet, r.id AS id
ORDER BY r.on, type(r), r.id
