// title: Blow and answer
// answers: Attacks that came within some days after the attacked one had attacked the attacker.
// parameters:
//   days: {type: integer, default: 14, about: within so many days}
//   actor: {type: actor, default: null, about: only where this actor is one of the two}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param days=14

MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.valence <= -8.5 AND r.on IS NOT NULL AND rapport.seen(r)
  AND ($actor IS NULL OR s.id IN rapport.members($actor) OR o.id IN rapport.members($actor))
MATCH (o)-[q]->(s)
WHERE q.valence <= -8.5 AND q.on > r.on AND q.on <= r.on + duration({days: $days}) AND rapport.seen(q)
WITH s, r, o, q ORDER BY r.on DESC, q.id
WITH s, o, q, head(collect(r)) AS r
RETURN r.on AS first, rapport.name(s) AS attacker, type(r) AS blow, rapport.name(o) AS attacked, q.on AS answered,
       type(q) AS answer, duration.inDays(r.on, q.on).days AS days, r.id AS id, q.id AS answer_id
ORDER BY first, answered, id, answer_id
LIMIT $limit
