// Pieces: what panels and legends are built of: verbs, swatches, shapes, links, and a relation as a button.

const SHAPES = {
  square: "M3 3h10v10H3z", diamond: "M8 1l7 7-7 7-7-7z", triangle: "M8 2l7 12H1z", triangleDown: "M8 14L1 2h14z",
  hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8z", star: "M8 1l2 5h5l-4 3.3 1.6 5L8 11.2 3.4 14.3 5 9.3 1 6h5z",
  dot: "M8 2a6 6 0 1 0 .01 0z",
};

function shape(kind) {
  const { shape: form, hollow } = data.kinds[kind];
  const path = makeDrawn("path", { d: SHAPES[form], "stroke-width": hollow ? 2 : 1 });
  path.style.fill = hollow ? "var(--ground)" : "var(--actor)";
  path.style.stroke = "var(--actor)";
  return makeDrawn("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}

// A short piece of line as it is drawn: colour and dash.
function swatch(tone) {
  const { dashes } = data.tones[tone];
  const line = makeDrawn("line", { x1: 1, x2: 25, y1: 5, y2: 5, "stroke-width": 2.5, "stroke-dasharray": dashes ? dashes.map((d) => d * 0.6).join(" ") : "none" });
  line.style.stroke = `var(--${tone})`;
  return makeDrawn("svg", { width: 26, height: 10, "aria-hidden": "true", class: "swatch" }, line);
}

function verb(relation, way = "active") {
  const word = make("span", { className: "told" }, data.types[relation.type][way]);
  word.style.color = `var(--${relation.tone}-words)`;
  return word;
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
function entry(relation, withDay, from) {
  const side = from === undefined ? [name(relation.subject), " ", verb(relation), " ", name(relation.object)]
    : from === relation.subject ? [verb(relation), " ", name(relation.object)]
      : [verb(relation, "passive"), " ", name(relation.subject)];
  const button = make("button", { type: "button" }, swatch(relation.tone), make("span", {}, ...side),
    make("small", {}, [withDay ? relation.day : "", plural(relation.origins, "origin"), relation.disputed ? "disputed" : ""].filter(Boolean).join(" · ")));
  button.addEventListener("click", () => select(`relation ${relation.id}`));
  return make("li", {}, button);
}

function press(words, act, properties = {}) {
  const button = make("button", { type: "button", ...properties }, words);
  button.addEventListener("click", act);
  return button;
}

const letGo = () => press("×", stepBack, { className: "close", "aria-label": "Close (Esc)", title: "Close (Esc)" });
const count = (number, one) => make("li", {}, make("strong", {}, number.toLocaleString("en")), ` ${one}${number === 1 ? "" : "s"}`);
const signed = (number) => `${number > 0 ? "+" : number < 0 ? "−" : ""}${Math.abs(number)}`;
const between = (list, gap) => list.flatMap((item, position) => (position ? [gap, item] : [item]));
