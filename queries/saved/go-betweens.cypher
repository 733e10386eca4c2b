// title: Go-betweens
// answers: Third actors that have friendly relations with both of two actors, who might carry word between them.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param actor=Israel --param other=Iran

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})-[r]-(third:Actor)
WHERE r.valence > 0 AND rapport.seen(r) AND NOT third.id IN rapport.members($other)
WITH third, count(r) AS relations, sum(r.valence) AS valence
MATCH (b:Actor)-[q]-(third)
WHERE b.id IN rapport.members($other) AND q.valence > 0 AND rapport.seen(q)
WITH rapport.id(third) AS id, rapport.name(third) AS actor, min(relations) AS with_actor, count(q) AS with_other
RETURN actor, with_actor, with_other, id
ORDER BY CASE WHEN with_actor < with_other THEN with_actor ELSE with_other END DESC, with_actor + with_other DESC, id
LIMIT $limit
