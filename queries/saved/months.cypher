// title: A pair month by month
// answers: How many friendly and hostile relations two actors have in each month, and their mean valence.
// parameters:
//   actor: {type: actor, about: one of the two}
//   other: {type: actor, about: the other}
//   since: {type: day, default: null, about: nothing that ended before this day}
//   until: {type: day, default: null, about: nothing that began after this day}
// example: --param actor=Israel --param other=Hezbollah

UNWIND rapport.members($actor) AS one
MATCH (:Actor {id: one})-[r]-(b:Actor)
WHERE b.id IN rapport.members($other) AND r.on IS NOT NULL AND rapport.seen(r)
WITH DISTINCT r
RETURN date.truncate('month', r.on) AS month, count(r) AS relations,
       count(CASE WHEN r.valence > 0 THEN 1 END) AS friendly,
       count(CASE WHEN r.valence < 0 THEN 1 END) AS hostile, round(avg(r.valence), 2) AS valence
ORDER BY month
