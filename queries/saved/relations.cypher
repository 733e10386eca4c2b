// title: Relations
// answers: What is said to have happened and to be so, the best supported first.
// parameters:
//   actor: {type: actor, default: null, about: only relations of this actor}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param actor=Israel

MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.id IS NOT NULL AND ($actor IS NULL OR s.id = $actor OR o.id = $actor)
RETURN s.name AS subject, type(r) AS type, o.name AS object, r.on AS on, r.claims AS claims, r.reports AS reports,
       r.origins AS origins, r.disputed AS disputed
ORDER BY origins DESC, reports DESC, claims DESC, on DESC, subject, type, object
LIMIT $limit
