// title: Pairs that turned
// answers: Pairs that were friends before a day and enemies since, or the other way round, by their mean valence.
// parameters:
//   day: {type: day, about: the day between before and after}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param day=2024-10-01

MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.on IS NOT NULL AND r.valence <> 0 AND rapport.seen(r)
WITH CASE WHEN rapport.id(s) < rapport.id(o) THEN [s, o] ELSE [o, s] END AS pair, r
WITH pair[0] AS a, pair[1] AS b, r
WITH rapport.id(a) AS id, rapport.id(b) AS other_id, rapport.name(a) AS actor, rapport.name(b) AS other,
     avg(CASE WHEN r.on < $day THEN r.valence END) AS before, avg(CASE WHEN r.on >= $day THEN r.valence END) AS after
WHERE before * after < 0
RETURN actor, other, round(before, 2) AS before, round(after, 2) AS after, id, other_id
ORDER BY abs(after - before) DESC, id, other_id
LIMIT $limit
