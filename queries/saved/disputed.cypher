// title: Disputed relations
// answers: Relations that some claims assert and others dispute, with a quote from each side.
// parameters:
//   actor: {type: actor, default: null, about: only relations of this actor}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param actor=Israel

MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.disputed AND rapport.disputed(r) AND rapport.seen(r)
  AND ($actor IS NULL OR s.id IN rapport.members($actor) OR o.id IN rapport.members($actor))
WITH s, r, o ORDER BY coalesce(r.last_reported, date('0001-01-01')) DESC, r.id LIMIT $limit
CALL (r) {
  MATCH (c:Claim {identity: r.identity})-[:MADE_IN]->(report:Report)
  WHERE r.id IN c.relation AND rapport.reported(report)
  WITH c ORDER BY c.confidence DESC, c.id
  RETURN head(collect(CASE WHEN c.asserts THEN c.quote END)) AS assertion,
         head(collect(CASE WHEN c.disputes THEN c.quote END)) AS denial,
         count(CASE WHEN c.asserts THEN 1 END) AS asserted, count(CASE WHEN c.disputes THEN 1 END) AS denied
}
RETURN r.on AS on, rapport.name(s) AS subject, type(r) AS relation, rapport.name(o) AS object, asserted, denied,
       assertion, denial, r.id AS id
ORDER BY coalesce(r.last_reported, date('0001-01-01')) DESC, r.id
