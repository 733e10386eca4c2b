// title: Who relays whom
// answers: Which outlets hand on what others report, and how often.
// parameters:
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param limit=20

MATCH (a:Actor)<-[t:ATTRIBUTED_TO]-(c:Claim)-[q:ATTRIBUTED_TO]->(b:Actor:Outlet)
WHERE q.position = t.position + 1 AND NOT coalesce(t.anonymous, false) AND NOT coalesce(q.anonymous, false)
MATCH (c)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
WITH rapport.id(a) AS id, rapport.name(a) AS relayer, rapport.id(b) AS other_id, rapport.name(b) AS relayed, c, report
WHERE id <> other_id
RETURN relayer, relayed, count(c) AS claims, count(DISTINCT report) AS reports, id, other_id
ORDER BY claims DESC, id, other_id
LIMIT $limit
