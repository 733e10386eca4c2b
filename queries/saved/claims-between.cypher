// title: Claims about two actors
// answers: Everything that reports claim of two actors, also what is denied, threatened or planned and draws no edge.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   type: {type: relation-type, default: null, about: only claims of this relation type}
//   modality: {type: text, default: null, about: "only asserted, denied, threatened, planned, demanded … ones"}
//   limit: {type: integer, default: 200, about: how many rows at most}
// example: --param actor=Iran --param other=Israel --param modality=threatened

MATCH (a:Actor {id: $actor})<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b:Actor {id: $other})
WHERE ($type IS NULL OR c.type = $type) AND ($modality IS NULL OR c.modality = toLower($modality))
MATCH (subject:Actor)<-[:SUBJECT]-(c)-[:OBJECT]->(object:Actor)
MATCH (c)-[:MADE_IN]->(report:Report)
OPTIONAL MATCH (report)-[:PUBLISHED_BY]->(outlet:Actor)
WITH DISTINCT c, subject, object, report, outlet
RETURN c.on AS on, subject.name AS subject, c.type AS relation, object.name AS object, c.modality AS modality,
       c.negated AS negated, c.quote AS quote,
       COLLECT {
         MATCH (c)-[t:ATTRIBUTED_TO]->(source:Actor)
         RETURN CASE WHEN t.anonymous THEN coalesce(t.count + ' ', '') + 'unnamed of ' ELSE '' END + source.name
         ORDER BY t.position
       } AS sources,
       outlet.name AS outlet, report.published AS published, c.id AS id
ORDER BY coalesce(c.on, report.published, date('0001-01-01')), c.id
LIMIT $limit
