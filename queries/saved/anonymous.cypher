// title: Claims that rest on anonymous sources
// answers: Claims whose innermost source has no name, with whose source it is and how many there are said to be.
// parameters:
//   actor: {type: actor, default: null, about: only claims of which this actor is subject or object}
//   limit: {type: integer, default: 200, about: how many rows at most}
// example: --param limit=20

MATCH (c:Claim)-[t:ATTRIBUTED_TO {anonymous: true}]->(source:Actor)
WHERE NOT EXISTS { (c)-[inner:ATTRIBUTED_TO]->(:Actor) WHERE inner.position > t.position }
MATCH (c)-[:SUBJECT]->(subject:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Actor)
WITH c, t, source, subject, object
WHERE $actor IS NULL OR subject.id IN rapport.members($actor) OR object.id IN rapport.members($actor)
MATCH (c)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
OPTIONAL MATCH (report)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN rapport.name(source) AS source, t.count AS count, rapport.name(subject) AS subject, c.type AS relation,
       rapport.name(object) AS object, c.modality AS modality, c.quote AS quote, rapport.sources(c) AS sources,
       rapport.name(outlet) AS outlet, report.published AS published, c.id AS id
ORDER BY coalesce(report.published, date('0001-01-01')) DESC, c.id
LIMIT $limit
