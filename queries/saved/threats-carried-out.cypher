// title: Threats and what came of them
// answers: Threats and plans that are later reported as carried out, by the same actor on the same other.
// parameters:
//   actor: {type: actor, default: null, about: only where this actor threatens}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param limit=20

MATCH (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE c.modality IN ['threatened', 'planned'] AND NOT c.negated
  AND ($actor IS NULL OR s.id IN rapport.members($actor))
MATCH (c)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
MATCH (s)-[r]->(o)
WHERE type(r) = c.type AND r.on > report.published AND rapport.seen(r)
WITH s, c, o, report, r ORDER BY r.on, r.id
WITH s, c, o, report, head(collect(r)) AS r
RETURN report.published AS announced, rapport.name(s) AS subject, c.modality AS modality, c.type AS relation,
       rapport.name(o) AS object, r.on AS on, duration.inDays(report.published, r.on).days AS days, c.quote AS quote,
       c.id AS claim, r.id AS id
ORDER BY announced DESC, claim
LIMIT $limit
