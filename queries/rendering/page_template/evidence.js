// Evidence: the panel. For a relation, every claim with its words and the chain of who says so.

function drawEvidence() {
  const { actor, relations: chosen } = selection();
  const parts = actor ? ofActor(actor) : chosen.length > 1 ? ofLine(chosen) : chosen.length ? ofRelation(chosen[0])
    : state.from ? ofPath() : ofNothing();
  byId("evidence").replaceChildren(...parts);
  byId("panel").classList.toggle("asked", Boolean(actor || chosen.length || state.from));
  byId("panel").scrollTop = 0;
}

function ofNothing() {
  const latest = shown().slice(0, 12);
  return [
    make("h2", {}, "Who says so?"),
    make("p", { className: "soft" }, `Choose a ${data.chart === "graph" ? "line" : "mark"} to read every claim behind it, or an actor to see its relations by day.`),
    latest.length ? make("h3", {}, "Latest") : null,
    latest.length ? make("ul", { className: "relations" }, ...latest.map((relation) => entry(relation, true))) : null,
  ].filter(Boolean);
}

function ofLine(chosen) {
  const kept = chosen.filter((relation) => visible.has(relation.id)).sort(latestFirst);
  if (!kept.length) return ofNothing();
  return [
    letGo(),
    make("h2", {}, name(kept[0].subject), " ", verb(kept[0]), " ", name(kept[0].object)),
    make("p", { className: "soft" }, `${plural(kept.length, "relation")} share this line. Choose one to read who says so.`),
    ...byDay(kept, (relation) => entry(relation, true)),
  ];
}

function ofRelation(relation) {
  const all = relation.evidence.map((id) => claims.get(id)).filter(Boolean);
  const against = all.filter((claim) => claim.disputes), asserting = all.filter((claim) => !claim.disputes);
  const untold = relation.claims - asserting.length;
  return [
    letGo(),
    make("h2", {}, name(relation.subject), " ", verb(relation), " ", name(relation.object)),
    make("p", { className: "soft" }, relation.day || "Day not told", ` · valence ${signed(relation.valence)}`),
    make("ul", { className: "counts" }, count(relation.claims, "claim"), count(relation.reports, "report"), count(relation.origins, "origin"),
      relation.disputed ? make("li", { className: "disputed" }, "disputed") : null),
    make("h3", {}, "Who says so"),
    ...asserting.map((claim) => card(claim)),
    untold > 0 ? make("p", { className: "soft" }, `${asserting.length} of ${plural(relation.claims, "claim")} are on this page.`) : null,
    against.length ? make("h3", { className: "against" }, "Who disputes it") : null,
    ...against.map((claim) => card(claim)),
    ...undrawnBetween([relation.subject, relation.object]),
    make("h3", {}, "The two"),
    make("div", { className: "choices" }, ...[relation.subject, relation.object].map((id) => press(name(id), () => select(`actor ${id}`)))),
  ].filter(Boolean);
}

// What is said of two actors, or of one, without being said to be so: threats, plans, demands. It draws no line.
function undrawnBetween(ends) {
  const kept = undrawn.filter((claim) => ends.every((id) => id === claim.subject || id === claim.object));
  if (!kept.length) return [];
  return [
    make("h3", {}, "Only threatened, planned, demanded or denied"),
    make("p", { className: "soft" }, "Nobody says that this happened, so no line is drawn."),
    ...kept.slice(0, 20).map((claim) => card(claim, `${nameOf(claim.subject)} ${claim.words} ${nameOf(claim.object)}`)),
    kept.length > 20 ? make("p", { className: "soft" }, `… and ${kept.length - 20} more.`) : null,
  ];
}

// One claim: its words, the chain, and where it stands.
function card(claim, heading) {
  const report = reports.get(claim.report) || {};
  const title = report.title || (report.url ? report.url : "Report");
  return make("article", { className: claim.disputes ? "claim disputes" : "claim" },
    heading ? make("p", { className: "about" }, make("bdi", {}, heading)) : null,
    make("blockquote", {}, make("bdi", {}, claim.quote)),
    make("ol", { className: "chain", "aria-label": "Who says so, the outlet first" }, ...claim.chain.map((speaker, position) => make("li",
      { className: [speaker.anonymous ? "unnamed" : "", position === claim.chain.length - 1 ? "origin" : ""].join(" ").trim() },
      speaker.verb && position ? make("span", { className: "verb" }, speaker.verb) : null, make("bdi", { className: "speaker" }, speaker.words)))),
    make("p", { className: "foot" }, make("span", { className: `modality ${claim.modality}` }, stands(claim)),
      claim.day ? make("span", {}, claim.day) : make("span", {}, "day not told")),
    make("p", { className: "source" }, link(report.url, title), claim.published ? make("span", {}, claim.published) : null),
  );
}
