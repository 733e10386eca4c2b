// Vectors: the drawing as an SVG, for print and for drawing programs: the same view, its names as text.

function asVectors() {
  const width = drawing.clientWidth, height = drawing.clientHeight;
  const foot = makeDrawn("text", { x: 14, y: height + 20, "font-size": 12, "font-family": FAMILY, fill: ink("--soft") }, footWords());
  return makeDrawn("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: height + 34, viewBox: `0 0 ${width} ${height + 34}` },
    makeDrawn("title", {}, data.title),
    makeDrawn("rect", { width, height: height + 34, fill: ink("--ground") }),
    makeDrawn("g", { fill: "none" }, ...network.body.edgeIndices.map(lineVector).filter(Boolean)),
    makeDrawn("g", {}, ...network.body.nodeIndices.map(shapeVector)),
    makeDrawn("g", { "text-anchor": "middle", "dominant-baseline": "middle", "font-family": FAMILY }, ...written.map(textVector)),
    foot);
}

const round = (number) => Math.round(number * 10) / 10;
const points = (list) => list.map(({ x, y }) => `${round(x)} ${round(y)}`).join("L");

// Curves are followed in small steps, from rim to rim of the two shapes.
function lineVector(id) {
  const { edgeType, options, from, to } = network.body.edges[id];
  const line = lines.get(id), scale = network.getScale();
  const bent = Boolean(line.smooth);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const leave = Math.min(0.45, shapes.get(line.from).size / length), arrive = 1 - Math.min(0.45, shapes.get(line.to).size / length);
  const steps = bent ? 16 : 1;
  const way = Array.from({ length: steps + 1 }, (_, step) => network.canvasToDOM(edgeType.getPoint(leave + ((arrive - leave) * step) / steps)));
  const width = Math.max(0.3, options.width * scale);
  const { color, opacity } = options.color;
  const group = makeDrawn("g", { stroke: color, opacity: round(opacity * 100) / 100 },
    makeDrawn("path", { d: `M${points(way)}`, "stroke-width": round(width * 10) / 10, ...(options.dashes ? { "stroke-dasharray": options.dashes.map((d) => round(d * scale)).join(" ") } : {}) }));
  if (options.arrows.to.enabled) group.append(headVector(way.at(-2), way.at(-1), color, width, scale));
  if (options.arrows.from.enabled) group.append(headVector(way[1], way[0], color, width, scale));
  return group;
}

function headVector(before, tip, colour, width, scale) {
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x), long = 9 * scale + 2 * width, wide = long * 0.4;
  const base = { x: tip.x - long * Math.cos(angle), y: tip.y - long * Math.sin(angle) };
  const side = (sign) => ({ x: base.x - sign * wide * Math.sin(angle), y: base.y + sign * wide * Math.cos(angle) });
  return makeDrawn("path", { d: `M${points([tip, side(1), side(-1)])}z`, fill: colour, stroke: "none" });
}

function shapeVector(id) {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const { options } = network.body.nodes[id];
  const reach = shapes.get(id).size * network.getScale();
  const form = data.kinds[kindOf(id)].shape;
  const times = round((reach / 6) * 100) / 100;
  return makeDrawn("path", {
    d: SHAPES[form], transform: `translate(${round(x - 8 * times)} ${round(y - 8 * times)}) scale(${times})`,
    fill: options.color.background, stroke: options.color.border, "stroke-width": round((options.borderWidth * network.getScale()) / times), opacity: options.opacity,
  });
}

function textVector({ font, text, x, y, colour, opacity }) {
  const [weight, size] = font.split(" ");
  return makeDrawn("text", {
    x: round(x), y: round(y), "font-size": size, "font-weight": weight, fill: colour, opacity,
    stroke: ink("--ground"), "stroke-width": 3, "paint-order": "stroke",
  }, text);
}
