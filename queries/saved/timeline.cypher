// title: Timeline of a pair
// answers: What two actors are reported to have done to each other, in order of days, each with its surest quote.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 200, about: how many rows at most}
// example: --param actor=Israel --param other=Hezbollah --param since=2024-09-01

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})-[r]-(b:Actor)
WHERE b.id IN rapport.members($other) AND r.on IS NOT NULL AND rapport.seen(r)
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o ORDER BY r.on, type(r), r.id LIMIT $limit
OPTIONAL CALL (r) {
  MATCH (c:Claim {identity: r.identity})-[:MADE_IN]->(report:Report)
  WHERE c.asserts AND r.id IN c.relation AND rapport.reported(report)
  RETURN c.quote AS quote, head([(report)-[:PUBLISHED_BY]->(outlet) | outlet.name]) AS outlet
  ORDER BY c.confidence DESC, COUNT { (c)-[:ATTRIBUTED_TO]->() } DESC, c.id LIMIT 1
}
RETURN r.on AS on, r.precision AS precision, rapport.name(s) AS subject, type(r) AS relation, rapport.name(o) AS object,
       rapport.disputed(r) AS disputed, quote, outlet, r.id AS id
ORDER BY r.on, type(r), r.id
