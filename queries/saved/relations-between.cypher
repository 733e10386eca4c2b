// title: Relations between two actors
// answers: Everything that two actors are reported to do to each other or be to each other, the newest first.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   type: {type: relation-type, default: null, about: only relations of this type}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 200, about: how many rows at most}
// example: --param actor=Israel --param other=Iran

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})-[r]-(b:Actor)
WHERE b.id IN rapport.members($other) AND ($type IS NULL OR type(r) = $type) AND rapport.seen(r)
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN r.on AS on, r.until AS until, rapport.name(s) AS subject, type(r) AS relation, rapport.name(o) AS object,
       rapport.claims(r) AS claims, rapport.reports(r) AS reports, rapport.origins(r) AS origins,
       rapport.disputed(r) AS disputed, r.id AS id
ORDER BY coalesce(r.on, r.last_reported, date('0001-01-01')) DESC, type(r), r.id
LIMIT $limit
