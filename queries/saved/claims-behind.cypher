// title: Claims behind a relation
// answers: Every claim that asserts or disputes one relation, in the words of its report, with who says so.
// parameters:
//   relation: {type: text, about: "the relation's id or its beginning, as the other queries give it"}
// example: --param relation=relation-1f0c22ab

MATCH (:Actor)-[r]->(:Actor) WHERE r.id STARTS WITH $relation
MATCH (c:Claim {identity: r.identity})-[:MADE_IN]->(report:Report)
WHERE r.id IN c.relation AND rapport.reported(report)
OPTIONAL MATCH (report)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN CASE WHEN c.asserts THEN 'asserts' ELSE 'disputes' END AS says, c.on AS on, c.quote AS quote,
       rapport.sources(c) AS sources, rapport.name(outlet) AS outlet, report.published AS published,
       report.url AS url, c.confidence AS confidence, c.id AS id
ORDER BY c.disputes, report.published, c.id
