// title: Who attacks whom
// answers: Every pair of which one is said to attack the other, with how often, in what ways and when.
// parameters:
//   actor: {type: actor, default: null, about: only where this actor attacks or is attacked}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 100, about: how many rows at most}
// example: --param since=2024-09-01

// Valences up to -8.5 are those of PLOVER's ASSAULT. Clashes are left out: they name two sides and no attacker.
MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.valence <= -8.5 AND type(r) <> 'CLASHES_WITH' AND rapport.seen(r)
  AND ($actor IS NULL OR s.id IN rapport.members($actor) OR o.id IN rapport.members($actor))
WITH rapport.id(s) AS s, rapport.name(s) AS attacker, rapport.id(o) AS o, rapport.name(o) AS attacked,
     count(r) AS relations, sum(rapport.claims(r)) AS claims, min(r.on) AS first, max(r.on) AS last,
     sum(CASE WHEN rapport.disputed(r) THEN 1 ELSE 0 END) AS disputed, collect(DISTINCT type(r)) AS types
RETURN attacker, attacked, relations, COLLECT { UNWIND types AS name RETURN name ORDER BY name } AS types,
       claims, disputed, first, last
ORDER BY relations DESC, claims DESC, attacker, attacked
LIMIT $limit
