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
WITH c, t, source, subject, object WHERE $actor IS NULL OR subject.id = $actor OR object.id = $actor
MATCH (c)-[:MADE_IN]->(report:Report)
OPTIONAL MATCH (report)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN source.name AS source, t.count AS count, subject.name AS subject, c.type AS relation, object.name AS object,
       c.modality AS modality, c.quote AS quote,
       COLLECT {
         MATCH (c)-[t:ATTRIBUTED_TO]->(source:Actor)
         RETURN CASE WHEN t.anonymous THEN coalesce(t.count + ' ', '') + 'unnamed of ' ELSE '' END + source.name
         ORDER BY t.position
       } AS sources,
       outlet.name AS outlet, report.published AS published, c.id AS id
ORDER BY coalesce(report.published, date('0001-01-01')) DESC, c.id
LIMIT $limit
