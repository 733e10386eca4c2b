// title: Relations
// answers: What is said to have happened and to be so, the best supported first.
// parameters:
//   actor: {type: actor, default: null, about: only relations of this actor}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param actor=Israel

MATCH (s:Actor)-[r]->(o:Actor)
WHERE rapport.seen(r) AND ($actor IS NULL OR s.id IN rapport.members($actor) OR o.id IN rapport.members($actor))
RETURN rapport.name(s) AS subject, type(r) AS type, rapport.name(o) AS object, r.on AS on, rapport.claims(r) AS claims,
       rapport.reports(r) AS reports, rapport.origins(r) AS origins, rapport.disputed(r) AS disputed
ORDER BY origins DESC, reports DESC, claims DESC, on DESC, subject, type, object
LIMIT $limit
