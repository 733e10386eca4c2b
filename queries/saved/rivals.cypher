// title: Rivals of an actor
// answers: Who an actor has hostile relations with, and how hostile they are on the whole.
// parameters:
//   actor: {type: actor, about: whose}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param actor=Iran

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})-[r]-(o:Actor)
WHERE r.valence < 0 AND rapport.seen(r)
WITH rapport.id(o) AS id, rapport.name(o) AS actor, count(r) AS relations, sum(rapport.origins(r)) AS origins,
     sum(r.valence) AS valence, max(r.on) AS last, collect(DISTINCT type(r)) AS types
RETURN actor, relations, valence, COLLECT { UNWIND types AS name RETURN name ORDER BY name } AS types,
       origins, last, id
ORDER BY valence ASC, relations DESC, id
LIMIT $limit
