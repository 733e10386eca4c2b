// title: Who speaks of an actor
// answers: On whose word the claims about an actor rest, and how many of them assert or dispute something.
// parameters:
//   actor: {type: actor, about: of whom is spoken}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param actor=Hezbollah

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})<-[:SUBJECT|OBJECT]-(c:Claim)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
WITH DISTINCT c
MATCH (c)-[t:ATTRIBUTED_TO]->(a:Actor)
WHERE NOT EXISTS { (c)-[inner:ATTRIBUTED_TO]->(:Actor) WHERE inner.position > t.position }
RETURN rapport.name(a) AS source, min(a.kind) AS kind, t.anonymous AS anonymous, count(c) AS claims,
       count(CASE WHEN c.asserts THEN 1 END) AS asserting, count(CASE WHEN c.disputes THEN 1 END) AS disputing,
       rapport.id(a) AS id
ORDER BY claims DESC, id, anonymous
LIMIT $limit
