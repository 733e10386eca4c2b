// title: Quotes that hold certain words
// answers: Claims whose quote holds the words asked for, the best fit first.
// parameters:
//   words: {type: text, about: "words, or a Lucene query such as \"beeper* AND Beirut\""}
//   limit: {type: integer, default: 50, about: how many rows at most}
// example: --param words=missiles

CALL db.index.fulltext.queryNodes('claim_quote', $words, {limit: $limit}) YIELD node AS c, score
MATCH (c)-[:SUBJECT]->(subject:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Actor)
MATCH (c)-[:MADE_IN]->(report:Report) WHERE rapport.reported(report)
OPTIONAL MATCH (report)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN rapport.name(subject) AS subject, c.type AS relation, rapport.name(object) AS object, c.modality AS modality,
       c.quote AS quote, rapport.name(outlet) AS outlet, report.published AS published, c.id AS id
ORDER BY score DESC, id
