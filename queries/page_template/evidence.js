// Evidence: the panel. For a relation, every claim with its words and the chain of who says so; for an actor, its relations.

const LISTED = 400;

function drawEvidence() {
  const { actor, relations: chosen } = selection();
  const parts = actor ? ofActor(actor) : chosen.length > 1 ? ofLine(chosen) : chosen.length ? ofRelation(chosen[0]) : ofNothing();
  byId("evidence").replaceChildren(...parts);
  byId("panel").classList.toggle("asked", Boolean(actor || chosen.length));
  byId("panel").scrollTop = 0;
}

function ofNothing() {
  const latest = shown().slice(0, 12);
  return [
    make("h2", {}, "Who says so?"),
    make("p", { className: "soft" }, "Choose a line to read every claim behind it, or an actor to see its relations by day."),
    latest.length ? make("h3", {}, "Latest") : null,
    latest.length ? make("ul", { className: "relations" }, ...latest.map((relation) => entry(relation, true))) : null,
  ].filter(Boolean);
}

function ofActor(actor) {
  const own = shown().filter((relation) => relation.subject === actor.id || relation.object === actor.id);
  const facts = [data.kinds[kindOf(actor.id)].label, actor.country && actor.country !== actor.id ? actor.country : ""];
  const known = /^Q[1-9]\d*$/.test(actor.wikidata || "");
  return [
    letGo(),
    make("h2", {}, name(actor.id)),
    make("p", { className: "soft" }, facts.filter(Boolean).join(" · "), " · ", make("code", {}, make("bdi", {}, actor.id)),
      known ? " · " : "", known ? link(`https://www.wikidata.org/wiki/${actor.wikidata}`, actor.wikidata) : ""),
    actor.aliases.length ? make("p", { className: "soft" }, "Also called ", ...between(actor.aliases.map((a) => make("bdi", {}, a)), ", ")) : null,
    make("h3", {}, `${plural(own.length, "relation")} shown`),
    ...byDay(own.slice(0, LISTED), (relation) => entry(relation, false, actor.id)),
    own.length > LISTED ? make("p", { className: "soft" }, `… and ${own.length - LISTED} more; narrow the filters to see them.`) : null,
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
    ...asserting.map(card),
    untold > 0 ? make("p", { className: "soft" }, `${asserting.length} of ${plural(relation.claims, "claim")} are on this page.`) : null,
    against.length ? make("h3", { className: "against" }, "Who disputes it") : null,
    ...against.map(card),
  ].filter(Boolean);
}

// One claim: its words, the chain, and where it stands.
function card(claim) {
  const report = reports.get(claim.report) || {};
  const told = claim.negated && claim.modality === "asserted" ? "negated" : claim.negated ? `${claim.modality}, negated` : claim.modality;
  const title = report.title || (report.url ? report.url : "Report");
  return make("article", { className: claim.disputes ? "claim disputes" : "claim" },
    make("blockquote", {}, make("bdi", {}, claim.quote)),
    make("ol", { className: "chain", "aria-label": "Who says so, the outlet first" }, ...claim.chain.map((speaker, position) => make("li",
      { className: [speaker.anonymous ? "unnamed" : "", position === claim.chain.length - 1 ? "origin" : ""].join(" ").trim() },
      speaker.verb && position ? make("span", { className: "verb" }, speaker.verb) : null, make("bdi", { className: "speaker" }, speaker.words)))),
    make("p", { className: "foot" }, make("span", { className: `modality ${claim.modality}` }, told),
      claim.day ? make("span", {}, claim.day) : make("span", {}, "day not told")),
    make("p", { className: "source" }, link(report.url, title), claim.published ? make("span", {}, claim.published) : null),
  );
}

// A link only where the address is http or https; anything else stays text.
function link(address, words) {
  let target = null;
  try { target = new URL(address); } catch { /* no address */ }
  if (!target || !["http:", "https:"].includes(target.protocol)) return make("bdi", {}, words);
  return make("a", { href: target.href, target: "_blank", rel: "noopener noreferrer" }, make("bdi", {}, words));
}

// Relations under a heading for each day; those without a day come last.
function byDay(list, draw) {
  const days = new Map();
  for (const relation of list) days.set(relation.day, [...(days.get(relation.day) || []), relation]);
  const told = [...days].sort(([a], [b]) => (a === "") - (b === ""));
  return told.flatMap(([day, members]) => [
    make("h4", {}, day || "Day not told"), make("ul", { className: "relations" }, ...members.map(draw))]);
}

// A relation as a button; from the side of one actor where `from` is given.
function entry(relation, dated, from) {
  const side = from === undefined ? [name(relation.subject), " ", verb(relation), " ", name(relation.object)]
    : from === relation.subject ? [verb(relation), " ", name(relation.object)]
      : [verb(relation, "passive"), " ", name(relation.subject)];
  const button = make("button", { type: "button" }, swatch(relation.tone), make("span", {}, ...side),
    make("small", {}, [dated ? relation.day : "", plural(relation.origins, "origin"), relation.disputed ? "disputed" : ""].filter(Boolean).join(" · ")));
  button.addEventListener("click", () => select(`relation ${relation.id}`));
  return make("li", {}, button);
}

function letGo() {
  const button = make("button", { type: "button", className: "close", "aria-label": "Close (Esc)", title: "Close (Esc)" }, "×");
  button.addEventListener("click", () => select(""));
  return button;
}

function verb(relation, way = "active") {
  const word = make("span", { className: "told" }, data.types[relation.type][way]);
  word.style.color = `var(--${relation.tone})`;
  return word;
}

// A short piece of line as it is drawn: colour and dash.
function swatch(tone) {
  const svg = drawn("svg", { width: 26, height: 10, "aria-hidden": "true", class: "swatch" });
  const { dashes } = data.tones[tone];
  const line = drawn("line", { x1: 1, x2: 25, y1: 5, y2: 5, "stroke-width": 2.5, "stroke-dasharray": dashes ? dashes.map((d) => d * 0.6).join(" ") : "none" });
  line.style.stroke = `var(--${tone})`;
  svg.append(line);
  return svg;
}

function drawn(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

const count = (number, one) => make("li", {}, make("strong", {}, number.toLocaleString("en")), ` ${one}${number === 1 ? "" : "s"}`);
const signed = (number) => `${number > 0 ? "+" : number < 0 ? "−" : ""}${Math.abs(number)}`;
const between = (list, gap) => list.flatMap((item, position) => (position ? [gap, item] : [item]));
