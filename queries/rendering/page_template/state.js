// State: what the page was given, and what the reader has chosen.

const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const data = read("data");
// What is as it mostly is, is not told anew for each of ten thousand.
const withUsual = (thing, usual) => Object.assign(Object.create(null), usual, thing);
const actors = new Map(data.actors.map((actor) => [actor.id, withUsual(actor, data.usual.actor)]));
const relations = new Map(data.relations.map((told) => [told.id, withUsual({ ...told, first: told.first || told.on, last: told.last || told.on }, data.usual.relation)]));
const claims = new Map(data.claims.map((claim) => [claim.id, withUsual(claim, data.usual.claim)]));
const undrawn = data.undrawn.map((claim) => withUsual(claim, data.usual.claim));
const reports = new Map(data.reports.map((report) => [report.id, report]));
const lines = new Map(read("lines-drawn").map((line) => [line.id, line]));
const lineOf = new Map([...lines.values()].flatMap((line) => line.relations.map((id) => [id, line.id])));

// How a claim stands in its report, in a word.
const stands = (claim) => (!claim.negated ? claim.modality : claim.modality === "asserted" ? "negated" : `${claim.modality}, negated`);

for (const relation of relations.values()) {
  const behind = relation.evidence.map((id) => claims.get(id)).filter(Boolean);
  const made = behind.map((claim) => reports.get(claim.report)).filter(Boolean);
  relation.madeIn = new Set(made.map((report) => report.id));
  relation.outlets = new Set(made.map((report) => report.outlet).filter(Boolean));
  relation.stands = new Set(behind.map(stands));
}

const outletNames = new Map(data.reports.filter((r) => r.outlet).map((r) => [r.outlet, r.outlet_name || r.outlet]));
const unchosen = () => ({
  tones: new Set(Object.keys(data.tones)), kinds: new Set(Object.keys(data.kinds)),
  type: "", outlet: "", stands: "", since: "", until: "", origins: 1, disputed: false, focus: "", hops: 1, from: "", to: "",
});
// `selected` is "actor ID", "relation ID", "line ID" or empty; `focus`, `from` and `to` are ids of actors.
const state = { ...unchosen(), selected: "", view: "graph", theme: "" };

// An element with properties or attributes, and children that are elements or text. Text never becomes markup.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function makeDrawn(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Names may be written in either direction; <bdi> keeps one from turning what stands around it.
const name = (id) => make("bdi", {}, nameOf(id));
const nameOf = (id) => (actors.get(id) || { name: id }).name;
const plural = (count, one) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
const phrase = (relation) => data.types[relation.type].active;
const sentence = (relation) => `${nameOf(relation.subject)} ${phrase(relation)} ${nameOf(relation.object)}`;

function kindOf(id) {
  const { kind } = actors.get(id) || {};
  return Object.hasOwn(data.kinds, kind) ? kind : "unknown";
}

// By code units, which is fast and the same everywhere; for ids and days.
const compare = (a, b) => (a < b ? -1 : Number(a > b));
const latestFirst = (a, b) => compare(b.on || b.until || "", a.on || a.until || "") || compare(a.id, b.id);
const strongestFirst = (a, b) => b.origins - a.origins || b.claims - a.claims || latestFirst(a, b);
const dated = [...relations.values()].sort(latestFirst);

// What is selected: an actor, or the relations of a line or of one relation.
function selection() {
  const [what, ...rest] = state.selected.split(" ");
  const id = rest.join(" ");
  if (what === "actor" && actors.has(id)) return { actor: actors.get(id), relations: [] };
  if (what === "relation" && relations.has(id)) return { actor: null, relations: [relations.get(id)] };
  if (what === "line" && lines.has(id)) {
    return { actor: null, relations: lines.get(id).relations.map((key) => relations.get(key)) };
  }
  return { actor: null, relations: [] };
}
