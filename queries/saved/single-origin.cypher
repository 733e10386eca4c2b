// title: Relations on one word
// answers: Relations that several reports tell but that all rest on one and the same source.
// parameters:
//   reports: {type: integer, default: 2, about: told by at least this many reports}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param reports=2

MATCH (s:Actor)-[r]->(o:Actor)
WHERE rapport.seen(r) AND r.reports >= $reports AND rapport.origins(r) = 1 AND rapport.reports(r) >= $reports
WITH s, r, o ORDER BY r.reports DESC, r.id LIMIT $limit
RETURN rapport.name(s) AS subject, type(r) AS relation, rapport.name(o) AS object, r.on AS on,
       rapport.reports(r) AS reports, rapport.claims(r) AS claims,
       COLLECT {
         MATCH (c:Claim {identity: r.identity})-[:MADE_IN]->(report:Report)
         WHERE c.asserts AND r.id IN c.relation AND rapport.reported(report)
         RETURN DISTINCT c.origin AS origin ORDER BY origin
       } AS origin, r.id AS id
ORDER BY reports DESC, id
