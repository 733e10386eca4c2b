// Graph: vis-network places and draws shapes and lines, and tells what is pointed at. What they look like stands in look.js.

const drawing = byId("drawing");
const shownOn = (line) => lines.get(line).relations.filter((id) => visible.has(id));
const shapes = new Map(read("actors-drawn").map((drawn) => [drawn.id, drawn]));
// Actors with a relation in sight, and the selected one.
let standing = new Set();
let network = null;
let hovered = "";
// Whether the reader has left the drawing where fit() put it.
let untouched = true;

// What is in sight, the strongest lines on top. vis-network draws and hits what these two lists name, in their order;
// to add and remove actors and lines instead would take it half a second in a large graph.
function standIn() {
  standing = new Set();
  for (const id of visible) {
    const { subject, object } = relations.get(id);
    standing.add(subject).add(object);
  }
  const { actor } = selection();
  for (const id of [actor && actor.id, state.focus, state.from, state.to]) if (id) standing.add(id);
  const kept = [...lines.values()].filter((line) => line.relations.some((id) => visible.has(id)));
  network.body.nodeIndices = [...shapes.keys()].filter((id) => standing.has(id));
  network.body.edgeIndices = kept.sort((a, b) => a.width - b.width || compare(a.id, b.id)).map((line) => line.id);
}

// With the next frame, however often it is asked for.
const redraw = () => network.body.emitter.emit("_requestRedraw");

function drawGraph() {
  standIn();
  paint();
  redraw();
  byId("nothing").hidden = visible.size > 0;
}

// Everything in sight, with room for the names at the rim.
function fit() {
  if (!standing.size || !drawing.clientWidth) return;
  untouched = true;
  network.fit({ nodes: [...standing], animation: false, maxZoomLevel: 1.25 });
  network.moveTo({ scale: network.getScale() * 0.88, animation: false });
  paint();
}

function zoomBy(factor) {
  untouched = false;
  network.moveTo({ scale: Math.max(0.02, Math.min(8, network.getScale() * factor)), animation: false });
  zoomed();
}

function zoomed() {
  if (levelChanged()) paint();
  redraw();
}

const pictureOfDrawing = async () => drawing.querySelector("canvas");

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
    zoomed();
  }
}

function hintOfLine(line) {
  const kept = shownOn(line).map((id) => relations.get(id));
  if (!kept.length) return "";
  if (kept.length > 1) return `${sentence(kept[0])}: ${plural(kept.length, "relation")}`;
  return hintOf(kept[0]);
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
  // No more than where things are: vis-network reads each option slowly, and look.js sets the rest in its place.
  const nodes = [...shapes.values()].map(({ id, x, y, shape: form, size }) => ({ id, x, y, shape: form, size }));
  const edges = [...lines.values()].map(({ id, from, to, smooth }) => (smooth ? { id, from, to, smooth } : { id, from, to }));
  network = new vis.Network(drawing, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, read("options-drawn"));
  for (const id of lines.keys()) network.body.edges[id].options.arrows = { to: head(id), from: head(id), middle: { enabled: false } };
  network.on("click", ({ nodes: [actor], edges: [line] }) => {
    if (actor !== undefined) choose(actor);
    else if (line !== undefined) select(lines.get(line).relations.length > 1 ? `line ${line}` : `relation ${lines.get(line).relations[0]}`);
    else select("");
  });
  network.on("doubleClick", ({ nodes: [actor] }) => { if (actor !== undefined) change({ focus: actor, hops: 1 }); });
  network.on("hoverNode", ({ node, pointer }) => { hovered = node; hint(nameOf(node), pointer.DOM); redraw(); });
  network.on("hoverEdge", ({ edge, pointer }) => { hovered = edge; hint(hintOfLine(edge), pointer.DOM); redraw(); });
  for (const left of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(left, () => { hovered = ""; hint(""); });
  for (const moved of ["dragEnd", "zoom"]) network.on(moved, () => { untouched = false; });
  for (const moved of ["zoom", "dragEnd"]) network.on(moved, zoomed);
  network.on("beforeDrawing", drawShores);
  network.on("afterDrawing", drawLabels);
  // A window that grows, or a drawing that was hidden behind the table until now; it is also told once at the start.
  let size = `${drawing.clientWidth} ${drawing.clientHeight}`;
  new ResizeObserver(() => {
    const now = `${drawing.clientWidth} ${drawing.clientHeight}`;
    if (now === size || !drawing.clientWidth) return;
    size = now;
    if (!untouched) return;
    network.setSize("100%", "100%");
    network.redraw();
    fit();
  }).observe(drawing);
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const scales = { "+": 1.3, "=": 1.3, "-": 1 / 1.3 };
  drawing.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) walk(...steps[event.key]);
    else if (event.key in scales) zoomBy(scales[event.key]);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
  byId("fit").addEventListener("click", fit);
  byId("nearer").addEventListener("click", () => zoomBy(1.3));
  byId("farther").addEventListener("click", () => zoomBy(1 / 1.3));
}
