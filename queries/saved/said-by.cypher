// title: What an actor says
// answers: The claims that rest on an actor's word, or on that of its unnamed officials, the newest first.
// parameters:
//   actor: {type: actor, about: who says so}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param actor=Iran

MATCH (:Actor {id: $actor})<-[t:ATTRIBUTED_TO]-(c:Claim)-[:SUBJECT]->(subject:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Actor)
MATCH (c)-[:MADE_IN]->(report:Report)
RETURN report.published AS published, subject.name AS subject, c.type AS relation, object.name AS object,
       c.modality AS modality, c.negated AS negated, t.anonymous AS anonymous, c.quote AS quote,
       COLLECT {
         MATCH (c)-[t:ATTRIBUTED_TO]->(source:Actor)
         RETURN CASE WHEN t.anonymous THEN coalesce(t.count + ' ', '') + 'unnamed of ' ELSE '' END + source.name
         ORDER BY t.position
       } AS sources, c.id AS id
ORDER BY coalesce(report.published, date('0001-01-01')) DESC, c.id
LIMIT $limit
