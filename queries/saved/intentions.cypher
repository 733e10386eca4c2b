// title: Threats, plans and demands
// answers: What is said to be threatened, planned, demanded or imagined, which draws no edge, the newest first.
// parameters:
//   actor: {type: actor, default: null, about: only where this actor is subject or object}
//   modality: {type: text, default: null, about: "only threatened, planned, demanded … ones"}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param actor=Israel

MATCH (c:Claim)-[:SUBJECT]->(subject:Actor)
WHERE NOT c.asserts AND NOT c.disputes AND ($modality IS NULL OR c.modality = toLower($modality))
OPTIONAL MATCH (c)-[:OBJECT]->(object:Actor)
WITH c, subject, object
WHERE $actor IS NULL OR subject.id IN rapport.members($actor) OR object.id IN rapport.members($actor)
MATCH (c)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
RETURN report.published AS published, rapport.name(subject) AS subject, c.modality AS modality, c.type AS relation,
       rapport.name(object) AS object, c.on AS on, c.quote AS quote, rapport.sources(c) AS sources, c.id AS id
ORDER BY coalesce(report.published, date('0001-01-01')) DESC, c.id
LIMIT $limit
