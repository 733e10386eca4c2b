// title: What two actors have in common
// answers: The actors that both of two actors have relations with, and what kinds of relations those are.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param actor=Israel --param other=Iran

MATCH (a:Actor {id: $actor})-[r]-(third:Actor)
WHERE r.id IS NOT NULL AND third.id <> $other
WITH third, collect(DISTINCT type(r)) AS with_actor, count(r) AS relations
MATCH (b:Actor {id: $other})-[q]-(third)
WHERE q.id IS NOT NULL
WITH third, with_actor, relations, count(q) AS more, collect(DISTINCT type(q)) AS with_other
RETURN third.name AS third, COLLECT { UNWIND with_actor AS name RETURN name ORDER BY name } AS with_actor,
       COLLECT { UNWIND with_other AS name RETURN name ORDER BY name } AS with_other,
       relations + more AS relations, third.id AS id
ORDER BY relations DESC, id
LIMIT $limit
