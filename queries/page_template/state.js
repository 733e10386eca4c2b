// State: what the page was given, what the reader has chosen, and the hash that keeps the choice.

const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const data = read("data");
const actors = new Map(data.actors.map((actor) => [actor.id, actor]));
const relations = new Map(data.relations.map((relation) => [relation.id, relation]));
const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
const reports = new Map(data.reports.map((report) => [report.id, report]));
const lines = new Map(read("lines-drawn").map((line) => [line.id, line]));
const lineOf = new Map([...lines.values()].flatMap((line) => line.relations.map((id) => [id, line.id])));

for (const relation of relations.values()) {
  const made = relation.evidence.map((id) => reports.get((claims.get(id) || {}).report)).filter(Boolean);
  relation.madeIn = new Set(made.map((report) => report.id));
  relation.outlets = new Set(made.map((report) => report.outlet).filter(Boolean));
}

const outletNames = new Map(data.reports.filter((r) => r.outlet).map((r) => [r.outlet, r.outlet_name || r.outlet]));
const unchosen = () => ({
  tones: new Set(Object.keys(data.tones)), kinds: new Set(Object.keys(data.kinds)),
  type: "", outlet: "", since: "", until: "", origins: 1, disputed: false,
});
// `selected` is "actor ID", "relation ID", "line ID" or empty.
const state = { ...unchosen(), selected: "", view: "graph", theme: "" };
let visible = new Set();

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

// Names may be written in either direction; <bdi> keeps one from turning what stands around it.
const name = (id) => make("bdi", {}, nameOf(id));
const nameOf = (id) => (actors.get(id) || { name: id }).name;
const plural = (count, one) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
const phrase = (relation) => data.types[relation.type].active;
const sentence = (relation) => `${nameOf(relation.subject)} ${phrase(relation)} ${nameOf(relation.object)}`;

function passes(relation) {
  const { family } = data.types[relation.type];
  return state.tones.has(relation.tone)
    && state.kinds.has(kindOf(relation.subject)) && state.kinds.has(kindOf(relation.object))
    && (!state.type || state.type === relation.type || state.type === `family ${family}`)
    && (!state.outlet || relation.outlets.has(state.outlet))
    && (!state.since || relation.last >= state.since) && (!state.until || relation.first <= state.until)
    && relation.origins >= state.origins && (!state.disputed || relation.disputed);
}

function kindOf(id) {
  const { kind } = actors.get(id) || {};
  return Object.hasOwn(data.kinds, kind) ? kind : "unknown";
}

function narrowed() {
  const plain = unchosen();
  return ["type", "outlet", "since", "until", "origins", "disputed"].some((key) => state[key] !== plain[key])
    || state.tones.size < plain.tones.size || state.kinds.size < plain.kinds.size;
}

// By code units, which is fast and the same everywhere; for ids and days.
const compare = (a, b) => (a < b ? -1 : Number(a > b));
const latestFirst = (a, b) => compare(b.on || b.until || "", a.on || a.until || "") || compare(a.id, b.id);
const dated = [...relations.values()].sort(latestFirst);

// Relations that pass the filters, the latest first.
const shown = () => dated.filter((relation) => visible.has(relation.id));

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

function writeHash() {
  const kept = new URLSearchParams();
  const plain = unchosen();
  for (const key of ["type", "outlet", "since", "until", "origins"]) if (state[key] !== plain[key]) kept.set(key, state[key]);
  for (const key of ["tones", "kinds"]) if (state[key].size < plain[key].size) kept.set(key, [...state[key]].join(" "));
  if (state.disputed) kept.set("disputed", "yes");
  if (state.view !== "graph") kept.set("view", state.view);
  if (state.selected) kept.set("selected", state.selected);
  if (state.theme) kept.set("theme", state.theme);
  const hash = kept.toString();
  if (hash === location.hash.slice(1)) return;
  // In a sandboxed frame the address is not ours to change.
  try { history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search); } catch { /* stay */ }
}

// Takes from the hash only what the page knows; the rest of it is somebody's typing error or worse.
function readHash() {
  const told = new URLSearchParams(location.hash.slice(1));
  const one = (key, known) => (known(told.get(key) || "") ? told.get(key) : "");
  const some = (key, all) => {
    if (!told.has(key)) return new Set(all);
    return new Set(told.get(key).split(" ").filter((value) => all.includes(value)));
  };
  Object.assign(state, unchosen(), {
    tones: some("tones", Object.keys(data.tones)),
    kinds: some("kinds", Object.keys(data.kinds)),
    type: one("type", (type) => Object.hasOwn(data.types, type) || Object.hasOwn(data.families, type.replace("family ", ""))),
    outlet: one("outlet", (outlet) => outletNames.has(outlet)),
    since: one("since", (day) => /^\d{4}-\d\d-\d\d$/.test(day)),
    until: one("until", (day) => /^\d{4}-\d\d-\d\d$/.test(day)),
    origins: [2, 3, 5].includes(Number(told.get("origins"))) ? Number(told.get("origins")) : 1,
    disputed: told.get("disputed") === "yes",
    view: told.get("view") === "table" ? "table" : "graph",
    theme: one("theme", (theme) => theme === "light" || theme === "dark"),
    selected: told.get("selected") || "",
  });
  const { actor, relations: chosen } = selection();
  if (!actor && !chosen.length) state.selected = "";
}
