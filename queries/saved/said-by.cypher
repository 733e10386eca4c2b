// title: What an actor says
// answers: The claims that rest on an actor's word, or on that of its unnamed officials, the newest first.
// parameters:
//   actor: {type: actor, about: who says so}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param actor=Iran

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})<-[t:ATTRIBUTED_TO]-(c:Claim)-[:SUBJECT]->(subject:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Actor)
MATCH (c)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
RETURN report.published AS published, rapport.name(subject) AS subject, c.type AS relation,
       rapport.name(object) AS object, c.modality AS modality, c.negated AS negated, t.anonymous AS anonymous,
       c.quote AS quote, rapport.sources(c) AS sources, c.id AS id
ORDER BY coalesce(report.published, date('0001-01-01')) DESC, c.id
LIMIT $limit
