// Timeline: what two actors did to each other, a mark a relation: across by days, upwards by how friendly it is.

const drawing = byId("drawing");
const EDGE = { left: 132, right: 26, top: 26, bottom: 34 };
const UNDATED = 116; // pixels for the column of what has no day
const STEPS = [1, 2, 4, 7, 14, 31, 92, 183, 366, 731, 1827, 3653, 36_525]; // days between two lines of the ground
const [one, other] = data.pair;
// From the most hostile to the most friendly, with room around what is neutral.
const valences = dated.map(({ valence }) => valence);
const lowest = Math.min(-2, ...valences) - 0.7, highest = Math.max(2, ...valences) + 0.7;
let marks = [];
let field = null;

const drawGraph = () => drawTimeline();
const fit = () => {};
const bringIntoSight = () => {};
const isState = (relation) => relation.last === "9999-99-99" || data.types[relation.type].lasts;

const part = makeDrawn;

function drawTimeline() {
  const width = drawing.clientWidth || 900, height = drawing.clientHeight || 500;
  const kept = shown();
  byId("nothing").hidden = kept.length > 0;
  const undated = kept.some((relation) => !dayOf(relation));
  const since = state.since ? numberOf(state.since) : firstDay, until = state.until ? numberOf(state.until) : lastDay;
  const wide = width - EDGE.left - EDGE.right - (undated ? UNDATED : 0);
  const span = Math.max(1, until - since);
  field = {
    width, height, since, until, undated, right: EDGE.left + wide,
    x: (day) => EDGE.left + 14 + ((wide - 28) * Math.max(0, Math.min(span, day - since))) / span,
    y: (valence) => EDGE.top + ((height - EDGE.top - EDGE.bottom) * (highest - valence)) / (highest - lowest),
  };
  marks = placed(kept);
  drawing.replaceChildren(part("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FAMILY, role: "img", "aria-label": `${plural(kept.length, "relation")} over time` },
    part("rect", { width, height, fill: ink("--ground") }), ...ground(kept), ...mean(kept), ...marks.map(markOf)));
}

// Marks of one valence that would cover each other step aside, up and down in turn.
function placed(kept) {
  const taken = [];
  return [...kept].reverse().map((relation) => {
    const day = dayOf(relation);
    const radius = Math.min(11, 4.5 + 1.6 * Math.log2(Math.max(1, relation.origins)));
    const x = day ? field.x(numberOf(day)) : field.right + UNDATED / 2;
    const level = field.y(relation.valence);
    let y = level;
    for (let step = 0; step < 14; step += 1) {
      y = level + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * 6;
      if (taken.every((mark) => Math.hypot(mark.x - x, mark.y - y) > mark.radius + radius + 1)) break;
    }
    const mark = { relation, x, y, radius };
    taken.push(mark);
    return mark;
  });
}

function ground(kept) {
  const line = (x1, y1, x2, y2, colour, more = {}) => part("line", { x1, y1, x2, y2, stroke: colour, ...more });
  const words = (x, y, text, more = {}) => part("text", { x, y, "font-size": 12, fill: ink("--soft"), "dominant-baseline": "middle", ...more }, text);
  const rule = ink("--rule"), end = field.undated ? field.right + UNDATED : field.right;
  const step = STEPS.find((days) => (field.until - field.since) / days <= Math.max(3, field.width / 100)) || STEPS.at(-1);
  const parts = [];
  for (let day = field.since; day <= field.until; day += step) {
    const x = field.x(day);
    parts.push(line(x, EDGE.top - 8, x, field.height - EDGE.bottom, rule), words(x, field.height - 16, dayInWords(day), { "text-anchor": "middle" }));
  }
  parts.push(words(EDGE.left - 40, EDGE.top - 10, "↑ friendlier", { "text-anchor": "end" }), words(EDGE.left - 40, field.height - 16, "↓ more hostile", { "text-anchor": "end" }));
  parts.push(line(EDGE.left, field.y(0), end, field.y(0), ink("--soft"), { "stroke-dasharray": "3 4" }));
  if (field.undated) parts.push(line(field.right, EDGE.top - 8, field.right, field.height - EDGE.bottom, rule, { "stroke-width": 2 }), words(field.right + UNDATED / 2, field.height - 16, "day not told", { "text-anchor": "middle" }));
  parts.push(...scale(kept, words));
  return parts;
}

// The types that are there, each at its valence; where two would cover each other, the more frequent is told.
function scale(kept, words) {
  const counted = new Map();
  for (const { type, valence } of kept) counted.set(type, { type, valence, count: ((counted.get(type) || {}).count || 0) + 1 });
  const levels = [];
  for (const entry of [...counted.values()].sort((a, b) => b.count - a.count)) {
    if (levels.every((level) => Math.abs(field.y(level.valence) - field.y(entry.valence)) >= 15)) levels.push(entry);
  }
  return levels.map(({ type, valence }) => words(EDGE.left - 10, field.y(valence), `${data.types[type].words}  ${signed(valence)}`, { "text-anchor": "end" }));
}

// The mean valence of each stretch of days, as steps; only where there is something to average.
function mean(kept) {
  const told = kept.filter((relation) => dayOf(relation) && !isState(relation));
  if (told.length < 8) return [];
  const stretch = Math.max(1, Math.ceil((field.until - field.since + 1) / 12));
  const sums = new Map();
  for (const relation of told) {
    const at = Math.floor((numberOf(dayOf(relation)) - field.since) / stretch);
    const sum = sums.get(at) || { total: 0, count: 0 };
    sums.set(at, { total: sum.total + relation.valence, count: sum.count + 1 });
  }
  const steps = [...sums].sort(([a], [b]) => a - b).map(([at, { total, count }]) => {
    const y = field.y(total / count);
    return `M${field.x(field.since + at * stretch)} ${y}H${field.x(Math.min(field.until, field.since + (at + 1) * stretch))}`;
  });
  const words = part("title", {}, `Mean valence of what happened, by ${plural(stretch, "day")}`);
  return [part("path", { d: steps.join(""), fill: "none", stroke: ink("--soft"), "stroke-width": 5, opacity: 0.28, "stroke-linecap": "round" }, words)];
}

// Filled from the first actor to the second, hollow the other way, half where both do it; long where it lasts.
function markOf({ relation, x, y, radius }) {
  const colour = toneColour(relation.tone);
  const chosen = state.selected === `relation ${relation.id}`;
  const group = part("g", { "data-relation": relation.id, opacity: !state.selected || chosen ? 1 : 0.35, cursor: "pointer" });
  if (dayOf(relation) && (isState(relation) || relation.first.slice(0, 10) !== relation.last.slice(0, 10))) group.append(lasting(relation, x, y, colour));
  const { symmetric } = data.types[relation.type];
  const hollow = !symmetric && relation.subject !== one;
  group.append(part("circle", {
    cx: x, cy: y, r: radius, fill: hollow ? ink("--ground") : colour, stroke: colour, "stroke-width": 2.2,
    ...(relation.disputed ? { "stroke-dasharray": "2.5 2.5" } : {}),
  }));
  if (symmetric) group.append(part("path", { d: `M${x} ${y - radius + 1}A${radius - 1} ${radius - 1} 0 0 1 ${x} ${y + radius - 1}z`, fill: ink("--ground") }));
  if (chosen) group.append(part("circle", { cx: x, cy: y, r: radius + 5, fill: "none", stroke: ink("--accent"), "stroke-width": 2.5 }));
  return group;
}

// From its first to its last day; what goes on runs out of the picture.
function lasting(relation, x, y, colour) {
  const from = relation.first > "0001" ? field.x(numberOf(relation.first)) : EDGE.left;
  const to = relation.last < "9999-99" ? field.x(numberOf(relation.last)) : field.right;
  return part("line", { x1: Math.min(from, x), x2: Math.max(to, x), y1: y, y2: y, stroke: colour, "stroke-width": isState(relation) ? 5 : 2, opacity: 0.4, "stroke-linecap": "round" });
}

function dayInWords(number) {
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const day = new Date(number * DAY);
  const month = months[day.getUTCMonth()].slice(0, 3);
  return field.until - field.since > 1500 ? String(day.getUTCFullYear()) : field.until - field.since > 300 ? `${month} ${day.getUTCFullYear()}` : `${day.getUTCDate()} ${month}`;
}

// The legend's second half: which marks are whose.
function directions() {
  const sign = (hollow, half) => part("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" },
    part("circle", { cx: 8, cy: 8, r: 5.5, class: hollow ? "mark hollow" : "mark" }), ...(half ? [part("path", { d: "M8 3A5 5 0 0 1 8 13z", class: "half" })] : []));
  const ways = [[sign(false), name(one), " → ", name(other)], [sign(true), name(other), " → ", name(one)]];
  if (dated.some((relation) => data.types[relation.type].symmetric)) ways.push([sign(false, true), "both"]);
  return ways.map((way) => make("span", { className: "direction" }, ...way));
}

function whereabouts(id) {
  const mark = marks.find(({ relation }) => relation.id === id);
  const frame = drawing.getBoundingClientRect();
  return mark ? { x: frame.left + mark.x, y: frame.top + mark.y } : null;
}

function asVectors() {
  const vectors = drawing.firstChild.cloneNode(true);
  vectors.setAttribute("height", field.height + 34);
  vectors.setAttribute("viewBox", `0 0 ${field.width} ${field.height + 34}`);
  vectors.append(part("rect", { y: field.height, width: field.width, height: 34, fill: ink("--ground") }),
    part("text", { x: 14, y: field.height + 20, "font-size": 12, fill: ink("--soft") }, footWords()));
  return vectors;
}

async function pictureOfDrawing() {
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawing.firstChild)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = make("canvas", { width: field.width * 2, height: field.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return canvas;
}

function startGraph() {
  const relationAt = (event) => relations.get((event.target.closest("[data-relation]") || { dataset: {} }).dataset.relation);
  drawing.addEventListener("click", (event) => {
    const relation = relationAt(event);
    select(relation ? `relation ${relation.id}` : "");
  });
  drawing.addEventListener("pointermove", (event) => {
    const relation = relationAt(event), frame = drawing.getBoundingClientRect();
    hint(relation ? hintOf(relation) : "", { x: event.clientX - frame.left, y: event.clientY - frame.top });
  });
  drawing.addEventListener("pointerleave", () => hint(""));
  drawing.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step || !marks.length) return;
    event.preventDefault();
    const order = [...marks].sort((a, b) => a.x - b.x || a.y - b.y);
    const at = order.findIndex(({ relation }) => state.selected === `relation ${relation.id}`);
    const next = order[at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + step))];
    select(`relation ${next.relation.id}`);
  });
  new ResizeObserver(() => { if (drawing.clientWidth) drawTimeline(); }).observe(drawing);
}
