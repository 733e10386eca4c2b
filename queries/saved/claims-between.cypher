// title: Claims about two actors
// answers: Everything that reports claim of two actors, also what is denied, threatened or planned and draws no edge.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   type: {type: relation-type, default: null, about: only claims of this relation type}
//   modality: {type: text, default: null, about: "only asserted, denied, threatened, planned, demanded … ones"}
//   limit: {type: integer, default: 200, about: how many rows at most}
// example: --param actor=Iran --param other=Israel --param modality=threatened

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b:Actor)
WHERE b.id IN rapport.members($other) AND ($type IS NULL OR c.type = $type)
  AND ($modality IS NULL OR c.modality = toLower($modality))
MATCH (subject:Actor)<-[:SUBJECT]-(c)-[:OBJECT]->(object:Actor)
MATCH (c)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
OPTIONAL MATCH (report)-[:PUBLISHED_BY]->(outlet:Actor)
WITH DISTINCT c, subject, object, report, outlet
RETURN c.on AS on, rapport.name(subject) AS subject, c.type AS relation, rapport.name(object) AS object,
       c.modality AS modality, c.negated AS negated, c.quote AS quote, rapport.sources(c) AS sources,
       rapport.name(outlet) AS outlet, report.published AS published, c.id AS id
ORDER BY coalesce(c.on, report.published, date('0001-01-01')), c.id
LIMIT $limit
