// title: What two actors have in common
// answers: The actors that both of two actors have relations with, and what kinds of relations those are.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param actor=Israel --param other=Iran

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})-[r]-(third:Actor)
WHERE rapport.seen(r) AND NOT third.id IN rapport.members($other)
WITH third, collect(DISTINCT type(r)) AS with_actor, count(r) AS relations
MATCH (b:Actor)-[q]-(third)
WHERE b.id IN rapport.members($other) AND rapport.seen(q)
WITH rapport.name(third) AS third, rapport.id(third) AS id, with_actor, relations, count(q) AS more,
     collect(DISTINCT type(q)) AS with_other
RETURN third, COLLECT { UNWIND with_actor AS name RETURN name ORDER BY name } AS with_actor,
       COLLECT { UNWIND with_other AS name RETURN name ORDER BY name } AS with_other,
       relations + more AS relations, id
ORDER BY relations DESC, id
LIMIT $limit
