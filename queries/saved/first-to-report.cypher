// title: First to report
// answers: Which outlets were the first to report what happened, and how many days after it.
// parameters:
//   actor: {type: actor, default: null, about: only what this actor does or suffers}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param actor=Israel

MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.on IS NOT NULL AND r.precision = 'day' AND rapport.seen(r)
  AND ($actor IS NULL OR s.id IN rapport.members($actor) OR o.id IN rapport.members($actor))
MATCH (c:Claim {identity: r.identity})-[:MADE_IN]->(report:Report)-[:PUBLISHED_BY]->(outlet:Actor)
WHERE c.asserts AND r.id IN c.relation AND report.published = r.first_reported
WITH DISTINCT r, outlet
RETURN rapport.name(outlet) AS outlet, count(r) AS first,
       round(avg(duration.inDays(r.on, r.first_reported).days), 1) AS days, rapport.id(outlet) AS id
ORDER BY first DESC, days, id
LIMIT $limit
