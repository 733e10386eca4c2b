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
WHERE r.valence <= -8.5 AND type(r) <> 'CLASHES_WITH' AND ($actor IS NULL OR s.id = $actor OR o.id = $actor)
WITH s, r, o, coalesce(r.until, CASE WHEN type(r) IN $lasting THEN null ELSE r.on END)
     + duration(CASE r.precision WHEN 'year' THEN 'P1Y' WHEN 'month' THEN 'P1M' ELSE 'P1D' END) AS after
WHERE ($since IS NULL AND $until IS NULL)
   OR ((r.on IS NOT NULL OR r.until IS NOT NULL)
       AND ($since IS NULL OR after IS NULL OR after > $since)
       AND ($until IS NULL OR r.on IS NULL OR r.on <= $until))
WITH s, o, count(r) AS relations, sum(r.claims) AS claims, min(r.on) AS first, max(r.on) AS last,
     sum(CASE WHEN r.disputed THEN 1 ELSE 0 END) AS disputed, collect(DISTINCT type(r)) AS types
RETURN s.name AS attacker, o.name AS attacked, relations,
       COLLECT { UNWIND types AS name RETURN name ORDER BY name } AS types, claims, disputed, first, last
ORDER BY relations DESC, claims DESC, attacker, attacked
LIMIT $limit
