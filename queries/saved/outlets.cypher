// title: Outlets
// answers: Which outlets the reports come from, with how many claims they make and how many of those rest on no name.
// example: ""

MATCH (o:Actor)<-[:PUBLISHED_BY]-(report:Report) WHERE rapport.reported(report)
OPTIONAL MATCH (report)<-[:MADE_IN]-(c:Claim)
WITH rapport.id(o) AS id, rapport.name(o) AS outlet, o.country AS country, report, c, EXISTS {
  (c)-[t:ATTRIBUTED_TO {anonymous: true}]->()
  WHERE NOT EXISTS { (c)-[inner:ATTRIBUTED_TO]->() WHERE inner.position > t.position }
} AS unnamed
RETURN outlet, min(country) AS country, count(DISTINCT report) AS reports, count(c) AS claims,
       count(CASE WHEN unnamed THEN 1 END) AS anonymous, count(CASE WHEN c.disputes THEN 1 END) AS disputing,
       min(report.published) AS first, max(report.published) AS last, id
ORDER BY reports DESC, claims DESC, id
