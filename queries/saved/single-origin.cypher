// title: Relations on one word
// answers: Relations that several reports tell but that all rest on one and the same source.
// parameters:
//   reports: {type: integer, default: 2, about: told by at least this many reports}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param reports=2

MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.origins = 1 AND r.reports >= $reports
WITH s, r, o ORDER BY r.reports DESC, r.id LIMIT $limit
RETURN s.name AS subject, type(r) AS relation, o.name AS object, r.on AS on, r.reports AS reports, r.claims AS claims,
       COLLECT {
         MATCH (c:Claim {identity: r.identity}) WHERE c.asserts AND r.id IN c.relation
         RETURN DISTINCT c.origin AS origin ORDER BY origin
       } AS origin, r.id AS id
ORDER BY reports DESC, id
