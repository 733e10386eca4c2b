// Graph: the drawing itself. vis-network places and draws shapes and lines; colours follow the theme and the selection.

const FAINT = 0.14;
// Actors with a relation in sight, and the selected one.
let standing = new Set();
const drawing = byId("drawing");
const shownOn = (line) => lines.get(line).relations.filter((id) => visible.has(id));
const actorSet = new vis.DataSet(read("actors-drawn").map(({ label, ...rest }) => rest));
const lineSet = new vis.DataSet([...lines.values()]);
const actorView = new vis.DataView(actorSet, { filter: (drawn) => standing.has(drawn.id) });
const lineView = new vis.DataView(lineSet, { filter: (drawn) => shownOn(drawn.id).length > 0 });
let network = null;
let hovered = "";
// Whether the reader has left the drawing where fit() put it.
let untouched = true;

const dark = () => (state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const toneColour = (tone) => data.tones[tone][dark() ? "dark" : "light"];
let inks = {};

// A colour of the theme, as the stylesheet declares it.
function ink(variable) {
  const theme = document.documentElement.dataset.theme;
  if (inks.theme !== theme) inks = { theme };
  if (!inks[variable]) inks[variable] = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  return inks[variable];
}

const strongest = (line) => relations.get(shownOn(line)[0] || lines.get(line).relations[0]);

// The actors and lines that stand out; null where nothing is selected and all do.
function foreground() {
  const { actor, relations: chosen } = selection();
  if (!actor && !chosen.length) return null;
  const near = actor ? shown().filter((r) => r.subject === actor.id || r.object === actor.id) : chosen;
  const ends = near.flatMap((relation) => [relation.subject, relation.object]);
  return {
    actors: new Set(actor ? [actor.id, ...ends] : ends),
    lines: new Set(near.map((relation) => lineOf.get(relation.id))),
    heart: new Set(actor ? [actor.id] : ends),
  };
}

function paint() {
  const front = foreground();
  const fill = ink("--actor"), ground = ink("--ground"), accent = ink("--accent");
  actorSet.update(data.actors.map(({ id }) => {
    const { hollow } = data.kinds[kindOf(id)];
    const heart = front && front.heart.has(id);
    const border = heart ? accent : fill;
    const background = hollow ? ground : border;
    return {
      id, opacity: front && !front.actors.has(id) ? FAINT + 0.06 : 1, borderWidth: heart ? 3.5 : hollow ? 2.5 : 1,
      color: { background, border, hover: { background, border: accent } },
    };
  }));
  lineSet.update([...lines.keys()].map((id) => {
    const { tone } = strongest(id);
    const colour = toneColour(tone);
    return {
      id, dashes: data.tones[tone].dashes || false,
      color: { color: colour, hover: colour, highlight: colour, opacity: front && !front.lines.has(id) ? FAINT : 0.92 },
    };
  }));
}

function drawGraph() {
  standing = new Set(shown().flatMap((relation) => [relation.subject, relation.object]));
  const { actor } = selection();
  if (actor) standing.add(actor.id);
  actorView.refresh();
  lineView.refresh();
  paint();
  byId("nothing").hidden = visible.size > 0;
}

// Everything in sight, with room for the names at the rim.
function fit() {
  if (!actorView.length || !drawing.clientWidth) return;
  untouched = true;
  network.fit({ animation: false, maxZoomLevel: 1.25 });
  network.moveTo({ scale: network.getScale() * 0.88, animation: false });
}

function middle(line) {
  const { edgeType } = network.body.edges[line] || {};
  return edgeType ? network.canvasToDOM(edgeType.getPoint(0.5)) : null;
}

// Where an actor or a relation stands in the window, or null where it is not drawn.
function whereabouts(id) {
  const frame = drawing.getBoundingClientRect();
  const place = actors.has(id)
    ? standing.has(id) && network.canvasToDOM(network.getPosition(id))
    : visible.has(id) && middle(lineOf.get(id));
  return place ? { x: place.x + frame.left, y: place.y + frame.top } : null;
}

function bringIntoSight(id) {
  if (state.view !== "graph" || !standing.has(id)) return;
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  if (x < 40 || y < 40 || x > drawing.clientWidth - 40 || y > drawing.clientHeight - 40) {
    untouched = false;
    network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.8), animation: false });
  }
}

function hint(text, pointer) {
  const box = byId("hint");
  box.hidden = !text;
  box.textContent = text;
  if (!text) return;
  box.style.left = `${Math.max(8, Math.min(pointer.x + 14, drawing.clientWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(pointer.y + 16, drawing.clientHeight - box.offsetHeight - 8))}px`;
}

function hintOfLine(line) {
  const kept = shownOn(line).map((id) => relations.get(id));
  if (!kept.length) return "";
  if (kept.length > 1) return `${sentence(kept[0])}: ${plural(kept.length, "relation")}`;
  return [sentence(kept[0]), kept[0].day, plural(kept[0].origins, "origin")].filter(Boolean).join(" · ");
}

// From the selected actor to the nearest one in the direction of an arrow key.
function walk(dx, dy) {
  const { actor } = selection();
  const here = actor && standing.has(actor.id) ? network.getPosition(actor.id) : network.getViewPosition();
  let best = null;
  for (const id of standing) {
    if (actor && id === actor.id) continue;
    const there = network.getPosition(id);
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    const cost = along + 2 * aside;
    if (along > 1 && (!best || cost < best.cost)) best = { id, cost };
  }
  if (best) select(`actor ${best.id}`);
}

function startGraph() {
  network = new vis.Network(drawing, { nodes: actorView, edges: lineView }, read("options-drawn"));
  network.on("click", ({ nodes, edges }) => {
    const [line] = edges;
    if (nodes.length) select(`actor ${nodes[0]}`);
    else if (line) select(lines.get(line).relations.length > 1 ? `line ${line}` : `relation ${lines.get(line).relations[0]}`);
    else select("");
  });
  network.on("hoverNode", ({ node, pointer }) => { hovered = node; hint(nameOf(node), pointer.DOM); network.redraw(); });
  network.on("hoverEdge", ({ edge, pointer }) => { hovered = edge; hint(hintOfLine(edge), pointer.DOM); network.redraw(); });
  for (const left of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(left, () => { hovered = ""; hint(""); });
  for (const moved of ["dragEnd", "zoom"]) network.on(moved, () => { untouched = false; });
  network.on("afterDrawing", drawLabels);
  // A window that grows, or a drawing that was hidden behind the table until now.
  new ResizeObserver(() => {
    if (!untouched || !drawing.clientWidth) return;
    network.setSize("100%", "100%");
    network.redraw();
    fit();
  }).observe(drawing);
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  drawing.addEventListener("keydown", (event) => {
    if (!(event.key in steps)) return;
    event.preventDefault();
    walk(...steps[event.key]);
  });
}
